"""Where an English gloss stands in a sentence's translation.

    gap("deny", "The ministry denied the report.")  ->  'The ministry <span class="gap">…</span> the report.'
    gap("say", "He said so.")                       ->  'He said so.'      an irregular form is left alone

The card that asks for the Arabic shows the translation with this gap, so that the reader sees where the
word belongs.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.anki.clean import escape, plain_text
from reader.anki.sentence import GAP

_ENDING = "(?:e|y|s|es|ies|ed|d|ied|ing|ying)?"


def gap(gloss: str, translation: str) -> str:
    """The translation as HTML, with a gap for each place that has the gloss in a regular form."""
    translation = plain_text(translation)
    found = _pattern(gloss)
    last, out = 0, []
    for match in found.finditer(translation) if found else ():
        out += [escape(translation[last : match.start()]), GAP]
        last = match.end()
    return "".join(out) + escape(translation[last:])


@lru_cache(maxsize=2048)
def _pattern(gloss: str) -> re.Pattern[str] | None:
    words = re.findall(r"[^\W\d_]+|\d+", plain_text(gloss, 80))
    if len(words) > 1 and words[0].lower() == "to":
        words = words[1:]
    if sum(map(len, words)) < 2:
        return None
    return re.compile(r"\b" + r"[\s-]+".join(map(_any_form, words)) + r"\b", re.IGNORECASE)


def _any_form(word: str) -> str:
    """A pattern for a regular English word in its forms: impose, imposing; deny, denied; ban, banned."""
    if len(word) < 3 or not word.isascii():
        return re.escape(word)
    if word[-1] in "eyEY":
        return re.escape(word[:-1]) + _ENDING
    return re.escape(word) + f"{re.escape(word[-1])}?{_ENDING}"
