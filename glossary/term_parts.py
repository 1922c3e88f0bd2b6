"""What finding a term takes: its parts, and how its own words are spelt.

spelt("وللعقوبات", readings)    ("وللعقوبات", "عقوبات")      a word as it stands, and without what is attached
spelt("وبيونج", readings)       … "بيونج", "~bnj"             what no entry explains has a name's key besides
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from corpus.normalize import fold, loose
from glossary.layer import BASE
from glossary.variants import NATIVE, key

if TYPE_CHECKING:
    from collections.abc import Iterator

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


class Starts(NamedTuple):
    """The terms that begin with one thing."""

    first: int
    """A lemma's number or `code` of a word."""
    seconds: dict[int, list[int]]
    """The numbers of the terms by what may stand second: a lemma's number, a word's code, ANY."""
    reach: int
    """The widest gap after the first part."""


SPELT = 1 << 31
"""A code from here on is a word's, below a lemma's number."""
ANY = SPELT - 1
"""Of a second part that another lexicon has: it is looked at whatever stands there."""
PAIR = struct.Struct("<IIB")
"""What may stand second, a term, the gap after its first part."""


def code(word: str) -> int:
    """A word as a number; that two have the same is possible, so what is found by it is compared."""
    return crc32(word.encode()) | SPELT


def bare(folded: str) -> str:
    """A folded word without its article."""
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded


def spelt(letters: str, readings: list[Reading]) -> list[str]:
    """The bare words that a word may be spelt as, without what its likely readings say is attached before it and without
    the alef of an accusative: ولعقوبات -> "ولعقوبات", "عقوبات". The first is the word as it stands, folded. What no
    entry explains, or a foreign name, has its keys besides.
    """
    folded = loose(letters)
    words = [folded]
    if folded.startswith("ال"):
        words.append(bare(folded))
    for weight, _, combo, _ in readings:
        if weight < POSSIBLE:
            break
        attached, rest = combo.written, folded
        if attached and folded.startswith(attached):
            rest = folded[len(attached) :]
            if rest not in words and len(rest) > 1:
                words.append(rest)
        if combo.accusative and rest.endswith("ا") and len(rest) > 2:
            words.append(bare(rest[:-1]))
    if readings and (readings[0][1] >= BASE or readings[0][2].pos == "name") and NATIVE.isdisjoint(folded):
        words += filter(None, map(name_key, tuple(words)))
    return words


def term_parts(
    parts: list[int | str], gaps: list[int], ident: str, glosses: list[str], words: list[str], named: bool
) -> TermParts:
    """Of what the index has of a term."""
    letters = [bare(fold(word)) for word in words]
    keys = [name_key(word) if named and NATIVE.isdisjoint(word) else "" for word in letters]
    return TermParts(parts, gaps, ident, glosses, words, letters, keys)


def name_key(word: str) -> str:
    """The consonants of a name, marked so that no word is like it; "" if there are none."""
    found = key(word)
    return "~" + found if found else ""


def pairs(term: TermParts, number: int) -> Iterator[bytes]:
    """What the index has of a term under whatever it begins with."""
    second, gap = term.parts[1], term.gaps[0] if term.gaps else 0
    words = {second, term.words[1], term.keys[1]} - {""}
    if isinstance(second, str) and second.startswith("@"):
        words = {ANY}
    for word in sorted(code(word) if isinstance(word, str) else word for word in words):
        yield PAIR.pack(word, number, gap)
