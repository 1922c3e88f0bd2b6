"""Text to tokens: words, numbers, Latin, punctuation, each with its place.

    tokenize("قال 3 مسؤولين (ATACMS).")
      0..3 word   4..5 number   6..12 word   13..14 punct   14..20 latin   20..21 punct  21..22 punct
"""

from __future__ import annotations

import re
from typing import NamedTuple

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
"""Arabic combining marks, as the inside of a character class."""
LETTERS = "\u0620-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u08a0-\u08b4"
"""Arabic letters and tatweel, as the inside of a character class."""


class Token(NamedTuple):
    """A stretch of text that is not white space. Offsets are code points, half open."""

    start: int
    end: int
    text: str
    kind: str
    """word, number, latin or punct."""


_TOKEN = re.compile(
    rf"(?P<word>[{LETTERS}][{LETTERS}{MARKS}\u200c\u200d]*)"
    r"|(?P<number>[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,:/\u066b\u066c\u2013-][0-9\u0660-\u0669\u06f0-\u06f9]+)*)"
    r"|(?P<latin>[^\W\d_\u0600-\u06ff\u0750-\u077f][^\W_\u0600-\u06ff\u0750-\u077f]*(?:['’.-][^\W_\u0600-\u06ff\u0750-\u077f]+)*)"
    r"|(?P<punct>\S)"
)


def tokenize(text: str) -> list[Token]:
    """Cut text into tokens; white space yields none. Linear in the length of the text."""
    return [Token(m.start(), m.end(), m[0], m.lastgroup or "punct") for m in _TOKEN.finditer(text)]
