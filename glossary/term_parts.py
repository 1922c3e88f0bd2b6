"""What finding a term takes: its parts, and how its own words are spelt.

spelt("وللعقوبات", readings)    ("وللعقوبات", "عقوبات")      a word as it stands, and without what is attached
spelt("وبيونج", readings)       … "بيونج", "~bnj"             what no entry explains has a name's key besides
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.normalize import fold
from glossary.layer import BASE
from glossary.variants import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.cutting import Reading

POSSIBLE = 0.02
"""The least weight of a reading that is heard at all."""


class TermParts(NamedTuple):
    """What finding a term takes."""

    parts: list[int | str]
    """Lemma numbers, exact folded words."""
    gaps: list[int]
    id: str
    glosses: list[str]
    vowelled: list[str]
    """The term's own words."""
    words: list[str]
    """The same, bare (`bare`)."""
    keys: list[str]
    """Of a name what its other spellings share (`name_key`); else empty."""


Starts = tuple[int | str, dict[int | str, list[TermParts]]]
"""What terms begin with, a lemma, a bare word or a name's key, and those terms by what may stand second."""


def bare(folded: str) -> str:
    """A folded word without its article."""
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded


def spelt(letters: str, readings: list[Reading]) -> tuple[str, ...]:
    """The bare words that a word may be spelt as, without what its likely readings say is attached before it and without
    the alef of an accusative: ولعقوبات -> "ولعقوبات", "عقوبات". The first is the word as it stands, folded. What no
    entry explains, or a name, has its keys besides.
    """
    folded = fold(letters)
    found = {folded: None, bare(folded): None}
    for weight, _, combo, _ in readings:
        if weight < POSSIBLE:
            continue
        rest = folded
        if combo.proclitics:
            attached = fold("".join(combo.proclitics)).replace("لال", "لل")
            if not folded.startswith(attached):
                continue
            rest = folded[len(attached) :]
            found[rest] = None
        if "accusative" in combo.features and rest.endswith("ا"):
            found[bare(rest[:-1])] = None
    words = [word for word in found if len(word) > 1]
    if readings and (readings[0][2].pos == "name" or readings[0][1] >= BASE):
        words += filter(None, map(name_key, tuple(words)))
    return tuple(words)


def term_parts(
    parts: list[int | str], gaps: list[int], ident: str, glosses: list[str], words: list[str], named: bool
) -> TermParts:
    """Of what the index has of a term."""
    letters = [bare(fold(word)) for word in words]
    keys = [name_key(word) if named else "" for word in letters]
    return TermParts(parts, gaps, ident, glosses, words, letters, keys)


def name_key(word: str) -> str:
    """The consonants of a name, marked so that no word is like it; "" if there are none."""
    found = key(word)
    return "~" + found if found else ""


def by_second(terms: Iterable[TermParts]) -> dict[int | str, list[TermParts]]:
    """Terms by what may stand second."""
    made: dict[int | str, list[TermParts]] = {}
    for term in terms:
        for second in dict.fromkeys((term.parts[1], term.words[1], term.keys[1])):
            made.setdefault(second, []).append(term)
    return made
