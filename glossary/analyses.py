"""The analysis table: common written forms, each with the readings it can have and how likely each is.

    next(f for f in read() if f.form == "والعقوبات").analyses[0]
      TableAnalysis(lemma=..., features="feminine plural", proclitics=("و", "ال"), enclitic="", vowelled="وَالْعُقُوبَات", p=0.98)
    lemmas()[...]  Lemma("عُقُوبَة", "noun", "عقب", "فُعُولَة", "", 4.6)

scripts/build_analyses.py writes it; data/analyses/SOURCES.md says where it is from. It is read when the index is
compiled, not while somebody reads: one pass takes a few seconds.

table.xz, decompressed: a line of JSON (how long each part is), then the parts in the order of PARTS. Texts are lines
of UTF-8, numbers are planes of bytes: all the low bytes, then all the next ones. Forms are front-coded: a character
"A" + n says how many letters are as in the form before. A reading's vowels stand apart from its letters, one
character of MARKS for each letter.
"""

from __future__ import annotations

import json
import lzma
import sys
from array import array
from functools import cache
from importlib.resources import files
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from corpus.errors import NashraError

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = 1
PARTS = ("lemmas", "tags", "vowels", "forms", "counts", "lemma", "tag", "vowel", "p", "spelt")
"""Texts, then numbers: readings of each form; then of each reading its lemma, tag, vowels and P (0 to 255)."""
WIDTHS = {"counts": 1, "lemma": 3, "tag": 2, "vowel": 2, "p": 1}
"""Bytes of a number."""

_F, _D, _K, _S = "\u064e", "\u064f", "\u0650", "\u0651"
MARKS = ("", _F, _D, _K, "\u0652", _S, _F + _S, _D + _S, _K + _S, "\u064b", "\u064c", "\u064d", "\u064b" + _S,
         "\u064c" + _S, "\u064d" + _S, "\u0670", "\u0651\u0670")  # fmt: skip
"""What a letter may bear, in NFC order; a vowels line has the character chr(65 + index) for each letter."""


class Lemma(NamedTuple):
    """A dictionary form."""

    lemma: str
    """Vowelled after docs/format.md, NFC; a defective noun ends in ـِي (قَاضِي)."""
    pos: str
    """One of glossary.entry.POS. Of participles a guess: noun and adjective of the same letters stand once."""
    root: str
    pattern: str
    form: str
    """Of a verb: I … X, QI …"""
    zipf: float
    """log10 of the occurrences in a billion words, over all its forms; 0.0 when not seen."""


class TableAnalysis(NamedTuple):
    """One reading of a form."""

    lemma: int
    """Index into lemmas()."""
    features: str
    """Words of glossary.features.VOCABULARY."""
    proclitics: tuple[str, ...]
    """Unvowelled; للسلطة has ("ل", "ال")."""
    enclitic: str
    vowelled: str
    """The form vowelled, without its case or mood; "" where it is not known."""
    p: float
    """P(reading | form) out of context. The readings of a form sum to at most 1."""


class FormAnalyses(NamedTuple):
    """A written form, unvowelled, with its readings, best first."""

    form: str
    analyses: tuple[TableAnalysis, ...]


@cache
def _parts() -> dict[str, bytes]:
    try:
        data = lzma.decompress(files("glossary").joinpath("data", "analyses", "table.xz").read_bytes())
        head, _, rest = data.partition(b"\n")
        lengths = json.loads(head)
        if lengths.pop("version") != VERSION:
            raise ValueError("another version")
        parts = {}
        for name in PARTS:
            parts[name], rest = rest[: lengths[name]], rest[lengths[name] :]
    except (OSError, ValueError, KeyError, lzma.LZMAError) as error:
        raise NashraError("the analysis table cannot be read: install nashra again") from error
    return parts


@cache
def lemmas() -> tuple[Lemma, ...]:
    """All the lemmas of the table, in the order that TableAnalysis.lemma counts."""
    rows = (line.split("\t") for line in _lines("lemmas"))
    return tuple(Lemma(r[0], r[1], r[2], r[3], r[4], int(r[5]) / 100) for r in rows)


def bands() -> dict[tuple[str, str], int]:
    """(vowelled lemma, part of speech) -> 1 (rare) to 10 (most common); lemmas that were never counted are left out."""
    return {(x.lemma, x.pos): band(x.zipf) for x in lemmas() if x.zipf}


def band(zipf: float) -> int:
    """A frequency on wordfreq's scale as a band: half a power of ten each, 10 from zipf 6.0 up, 1 below 2.0."""
    return max(1, min(10, int((zipf - 1.0) * 2)))


def read() -> Iterator[FormAnalyses]:
    """All the forms, sorted, with their readings."""
    parts = _parts()
    tags = [_tag(line) for line in _lines("tags")]
    vowels = [tuple(MARKS[ord(c) - 65] for c in line) for line in _lines("vowels")]
    columns = (_numbers(parts[name], WIDTHS[name]) for name in ("lemma", "tag", "vowel", "p"))
    rows, spelt = zip(*columns, strict=True), iter(_lines("spelt"))
    shares = [n / 255 for n in range(256)]
    for form, count in zip(_forms(), parts["counts"], strict=True):
        found = []
        for lemma, tag, vowel, p in islice(rows, count):
            marks = vowels[vowel]
            letters = form if len(marks) == len(form) or not marks else next(spelt)
            vowelled = "".join(chain.from_iterable(zip(letters, marks, strict=True))) if marks else ""
            features, proclitics, enclitic = tags[tag]
            found.append(TableAnalysis(lemma, features, proclitics, enclitic, vowelled, shares[p]))
        yield FormAnalyses(form, tuple(found))


def _lines(part: str) -> list[str]:
    return _parts()[part].decode().split("\n")[:-1]


def _forms() -> Iterator[str]:
    form = ""
    for line in _lines("forms"):
        form = form[: ord(line[0]) - 65] + line[1:]
        yield form


def _tag(line: str) -> tuple[str, tuple[str, ...], str]:
    features, proclitics, enclitic = line.split("\t")
    return features, tuple(proclitics.split()), enclitic


def _numbers(data: bytes, width: int) -> array[int]:
    """Planes of bytes, the low ones first, as numbers."""
    n = len(data) // width
    whole = bytearray(4 * n)
    for i in range(width):
        whole[i::4] = data[i * n : (i + 1) * n]
    found = array("I" if array("I").itemsize == 4 else "L", bytes(whole))
    if sys.byteorder == "big":
        found.byteswap()
    return found
