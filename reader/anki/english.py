"""Where an English gloss stands in a sentence's translation.

    gap("deny", "The ministry denied the report.")  ->  'The ministry <span class="gap">…</span> the report.'
    first_gap(("say",), "He said so.")              ->  'He <span class="gap">…</span> so.'

The card that asks for the Arabic shows the translation with this gap, so that the reader sees where the word belongs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.anki.clean import escape
from reader.anki.irregular import variants
from reader.anki.sentence import GAP

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEPARATOR, _SEVERAL = re.compile(r"[,;/]"), re.compile(r"[,;/(]")
_ASIDE = re.compile(r"\([^)]*\)?")
_LISTED = 300
_WORD = re.compile(r"[^\W_]+")
_ENDINGS = frozenset({"", "e", "y", "s", "es", "ies", "ed", "d", "ied", "ing", "ying"})


def first_gap(glosses: Sequence[str], translation: str) -> str:
    """The translation (clean text) as HTML, with a gap for each place that has the first gloss that is in it at all.

    Each of the glosses may be several, with commas between; what is in parentheses is passed over.
    """
    lower = translation.lower()
    if len(lower) != len(translation):
        return escape(translation)
    for listed in glosses:
        listed = listed[:_LISTED].lower()
        several = _SEPARATOR.split(_ASIDE.sub(" ", listed)) if _SEVERAL.search(listed) else (listed,)
        for gloss in several:
            words = _WORD.findall(gloss)
            for form in (words, *variants(words)):
                if places := _places(form, lower):
                    return _cut(translation, places)
    return escape(translation)


def gap(gloss: str, translation: str) -> str:
    """The same for one gloss in its regular forms."""
    lower = translation.lower()
    found = _places(_WORD.findall(gloss.lower()), lower) if len(lower) == len(translation) else []
    return _cut(translation, found)


def _cut(translation: str, places: Sequence[tuple[int, int]]) -> str:
    out, last = [], 0
    for start, end in places:
        out += [escape(translation[last:start]), GAP]
        last = end
    return "".join(out) + escape(translation[last:])


def _places(wanted: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Where the words of a gloss stand in a text; both in lower case."""
    if len(wanted) > 1 and wanted[0] == "to":
        wanted = wanted[1:]
    if sum(map(len, wanted)) < 2:
        return []
    found: list[tuple[int, int]] = []
    stem, at, last = _stem(wanted[0]), -1, 0
    while (at := text.find(stem, max(at + 1, last))) >= 0:
        if end := _end_of_gloss(wanted, text, at):
            found.append((at, end))
            last = end
    return found


def _end_of_gloss(wanted: Sequence[str], text: str, at: int) -> int:
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
