"""Text to tokens: words, numbers, Latin, punctuation, each with its place.

    tokenize("قال 3 مسؤولين (ATACMS).")
      0..3 word   4..5 number   6..12 word   13..14 punct   14..20 latin   20..21 punct  21..22 punct

What real text asks for: a conjunction glued to digits (و3) is a word and a number, الـ78 likewise; a range,
a date or a time (2017-2018, 2024-08-16, 10:30) is one number; a name like F-16 is one Latin token; a tatweel
that stretches no word is punctuation; an invisible control is no token at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.regex import later

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
"""Arabic combining marks, as the inside of a character class."""
LETTERS = (
    "\u0620-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u08a0-\u08c9"
    "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
)
"""Arabic letters (presentation forms too) and tatweel, as the inside of a character class."""
DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
"""European, Arabic-Indic and Persian digits, as the inside of a character class."""
CONTROLS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Characters that show nothing: bidi controls, joiners, soft hyphen; as the inside of a character class."""


class Token(NamedTuple):
    """A stretch of text that is not white space. Offsets are code points, half open."""

    start: int
    end: int
    text: str
    kind: str
    """word, number, latin or punct."""


_FOREIGN = rf"[^\W\d_{LETTERS}{DIGITS}]"
_FOREIGN_MORE = rf"(?:[^\W{LETTERS}{MARKS}]|[\u0300-\u036f])"
_TOKEN = later(
    rf"(?P<dash>\u0640+(?![{LETTERS}{MARKS}]))"
    rf"|(?P<word>[{LETTERS}][{LETTERS}{MARKS}\u200c\u200d]*)"
    rf"|(?P<number>[{DIGITS}]+(?:[.,:/\u066b\u066c\u2013-][{DIGITS}]+)*)"
    rf"|(?P<latin>{_FOREIGN}{_FOREIGN_MORE}*(?:['’.-]{_FOREIGN_MORE}+)*)"
    rf"|(?P<punct>[^\s{CONTROLS}])"
)
_KIND = {"dash": "punct"}


def tokenize(text: str) -> list[Token]:
    """Cut text into tokens; white space and invisible controls yield none. Linear time."""
    kind = _KIND.get
    return [
        Token(m.start(), m.end(), m[0], kind(m.lastgroup or "punct", m.lastgroup or "punct"))
        for m in _TOKEN.finditer(text)
    ]


def scan(text: str) -> Iterator[Token]:
    """The same tokens one after another, for a text of which only the beginning may be wanted."""
    kind = _KIND.get
    for m in _TOKEN.finditer(text):
        yield Token(m.start(), m.end(), m[0], kind(m.lastgroup or "punct", m.lastgroup or "punct"))


def count_words(text: str) -> int:
    """How many tokens of text are Arabic words."""
    return sum(1 for m in _TOKEN.finditer(text) if m.lastgroup == "word")
