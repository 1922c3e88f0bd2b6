"""A word that the table lacks, or whose vowels are written: cut into clitics and stem, the stem looked up.

    cut_up(index, combos, "بعقوباتها")   total weight, [(weight, uquba-n, "feminine plural" with ب … ها, ""), …]

A reading weighs what its stem weighs (how common the lemma is, times how common the form is among its forms), times how
common the clitics are. Spelling is folded for the look-up; a stem that is spelt otherwise counts LOOSE.
"""

from __future__ import annotations

from binascii import crc32
from typing import TYPE_CHECKING

from corpus.normalize import compatible, fold, loose, plain
from glossary.clitics import ARTICLE, NONE, QUESTION, Cut, cuts

if TYPE_CHECKING:
    from glossary.combo import Combo, Combos
    from glossary.index import Index

LOOSE = 0.02
"""What a reading is worth whose spelling differs in hamza, ى/ي or ة/ه, beside one that is spelt as it should be."""
ONLY = 128
"""As in glossary.inflect.form, which is not imported when words are looked up."""
MOST, LEAST = 10, 0.0005
"""Readings kept, and the least share of one."""
_WEIGHT = [10.0 ** (code / 16 - 4) for code in range(256)]

Reading = tuple[float, int, "Combo", str]
"""Weight, lemma number, what the form is, and a note on how it was found ("" if by nothing out of the ordinary)."""
Key = tuple[int, tuple[str, ...], str]
"""What makes two readings the same: lemma, proclitics, enclitic."""


def cut_up(
    index: Index,
    combos: Combos,
    letters: str,
    written: str = "",
    rejected: dict[Key, float] | None = None,
    least: float = LEAST,
    most: int = MOST,
) -> tuple[float, list[Reading]]:
    """The summed weight of all readings, and the likeliest, one for each lemma and cut, their weights summing to one.

    `written` is the word with its vowels, which then have to be compatible with the stem's; those for which they are
    not are noted in `rejected`, with their weight. Of the readings those of a share above `least` are kept, at
    `most` so many.
    """
    folded = loose(letters)
    same = len(folded) == len(letters)
    layers, own = index.layers, index.own
    best: dict[tuple[int, tuple[str, ...], str], tuple[float, int, str]] = {}
    for cut in cuts(letters):
        start, end, prefix, pronoun, prior = cut
        stem = letters[start:end]
        key = folded[start:end] if same else fold(stem)
        if prefix.restore:
            stem, key = prefix.restore + stem, prefix.restore + key
        needs = (prefix.needs if prefix.needs != QUESTION else NONE) | (2 if pronoun else 1)
        for layer, base in layers:
            rows = layer.stems(key)
            if rows is None:
                continue
            code = crc32(stem.encode()) & 255
            for lemma, form, combo, admits, weight, spelt in rows:
                if admits & needs != needs or (admits & ONLY and not needs & ARTICLE):
                    continue
                score = _WEIGHT[weight] * prior
                if spelt != code:
                    score *= LOOSE
                at = (own(base + lemma), prefix.clitics, pronoun)
                kept = best.get(at)
                if kept is not None and kept[0] >= score:
                    continue
                if written and not _agrees(written, letters, cut, layer.vowelled(form)):
                    if rejected is not None:
                        rejected[at] = max(score, rejected.get(at, 0.0))
                    continue
                best[at] = (score, base + combo, "spelling" if spelt != code else "")
    total = sum(score for score, _, _ in best.values())
    with_clitics = combos.with_clitics
    made: list[Reading] = [
        (score / total, lemma, with_clitics(combo, clitics, pronoun), note)
        for (lemma, clitics, pronoun), (score, combo, note) in best.items()
        if score > total * least
    ]
    made.sort(key=_by_weight)
    return total, made[:most]


def _agrees(written: str, letters: str, cut: Cut, form: str) -> bool:
    """Whether the marks written on the stem's letters fit the form."""
    stem = between(written, cut.start, cut.end, len(letters))
    return compatible(cut.prefix.restore + stem, form) if cut.prefix.restore else compatible(stem, form)


def between(written: str, start: int, end: int, size: int) -> str:
    """The part of a marked word that carries its letters start … end; `size` is how many letters it has."""
    if start == 0 and end == size:
        return written
    n = -1
    first, last = len(written), len(written)
    for i, char in enumerate(written):
        if plain(char):
            n += 1
            if n == start:
                first = i
            if n == end:
                last = i
                break
    return written[first:last]


def _by_weight(reading: Reading) -> float:
    return -reading[0]
