"""Where an English gloss stands in a sentence's translation.

    gap("deny", "The ministry denied the report.")  ->  'The ministry <span class="gap">…</span> the report.'
    gap("say", "He said so.")                       ->  'He said so.'      an irregular form is left alone

The card that asks for the Arabic shows the translation with this gap, so that the reader sees where the word belongs.
"""

from __future__ import annotations

import re

from reader.anki.clean import escape, plain_text
from reader.anki.sentence import GAP

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = frozenset({"", "e", "y", "s", "es", "ies", "ed", "d", "ied", "ing", "ying"})


def gap(gloss: str, translation: str) -> str:
    """The translation (clean text) as HTML, with a gap for each place that has the gloss in a regular form."""
    wanted = _WORD.findall(plain_text(gloss, 80).lower())
    if len(wanted) > 1 and wanted[0] == "to":
        wanted = wanted[1:]
    lower = translation.lower()
    if sum(map(len, wanted)) < 2 or len(lower) != len(translation):
        return escape(translation)
    stem, out, last, at = _stem(wanted[0]), [], 0, -1
    while (at := lower.find(stem, max(at + 1, last))) >= 0:
        if end := _end_of_gloss(wanted, lower, at):
            out += [escape(translation[last:at]), GAP]
            last = end
    return "".join(out) + escape(translation[last:])


def _end_of_gloss(wanted: list[str], text: str, at: int) -> int:
    """Where the words of the gloss that begin here end; 0 if they are not here."""
    if at and text[at - 1].isalnum():
        return 0
    end = at
    for n, word in enumerate(wanted):
        start = end if n == 0 else end + 1
        met = _WORD.match(text, start)
        if met is None or (n and text[end] not in " -") or not _is_form(word, met[0]):
            return 0
        end = met.end()
    return end


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "ey" else word


def _is_form(word: str, met: str) -> bool:
    """Whether it is a regular form of the word: impose, imposing; deny, denied; ban, banned."""
    stem = _stem(word)
    if not met.startswith(stem):
        return False
    ending = met[len(stem) :]
    if len(word) < 3:
        return not ending
    return ending in _ENDINGS or (ending[:1] == stem[-1] and ending[1:] in _ENDINGS)
