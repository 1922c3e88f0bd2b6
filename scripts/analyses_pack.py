"""The table's bytes. glossary/analyses.py describes the layout and reads it back."""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from typing import TYPE_CHECKING

from glossary.analyses import MARKS, PARTS, VERSION, WIDTHS, FormAnalyses, Lemma

if TYPE_CHECKING:
    from collections.abc import Iterable

_LETTER = re.compile("([^\u064b-\u0652\u0670])([\u064b-\u0652\u0670]*)")


def pack(lemmas: list[Lemma], forms: Iterable[FormAnalyses]) -> bytes:
    """The table, compressed. Equal input gives equal bytes."""
    forms = list(forms)
    tags = Counter(tag_line(a) for f in forms for a in f.analyses)
    vowels = Counter(split(a.vowelled)[1] for f in forms for a in f.analyses)
    tag_no = {t: n for n, t in enumerate(sorted(tags, key=lambda t: (-tags[t], t)))}
    vowel_no = {t: n for n, t in enumerate(sorted(vowels, key=lambda t: (-vowels[t], t)))}
    numbers: dict[str, list[int]] = {name: [] for name in WIDTHS}
    coded, spelt, before = [], [], ""
    for f in forms:
        same = 0
        while same < min(len(f.form), len(before), 40) and f.form[same] == before[same]:
            same += 1
        coded.append(chr(65 + same) + f.form[same:])
        before = f.form
        numbers["counts"].append(len(f.analyses))
        for a in f.analyses:
            letters, marks = split(a.vowelled)
            if marks and len(marks) != len(f.form):
                spelt.append(letters)
            numbers["lemma"].append(a.lemma)
            numbers["tag"].append(tag_no[tag_line(a)])
            numbers["vowel"].append(vowel_no[marks])
            numbers["p"].append(max(1, min(255, int(a.p * 255))))
    parts = {
        "lemmas": lines(
            f"{x.lemma}\t{x.pos}\t{x.root}\t{x.pattern}\t{x.form}\t{round(x.zipf * 100)}" for x in lemmas
        ),
        "tags": lines(tag_no),
        "vowels": lines(vowel_no),
        "forms": lines(coded),
        "spelt": lines(spelt),
        **{name: planes(numbers[name], width) for name, width in WIDTHS.items()},
    }
    head = json.dumps({"version": VERSION, **{name: len(parts[name]) for name in PARTS}}) + "\n"
    data = head.encode() + b"".join(parts[name] for name in PARTS)
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 3, "lp": 0, "pb": 0}]
    return lzma.compress(data, format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC32, filters=filters)


def tag_line(a: object) -> str:
    """What is stored once for all readings that have it."""
    return f"{a.features}\t{' '.join(a.proclitics)}\t{a.enclitic}"  # type: ignore[attr-defined]


def split(vowelled: str) -> tuple[str, str]:
    """A vowelled word as its letters and a character for each letter's marks."""
    pairs = _LETTER.findall(vowelled)
    if any(b not in MARKS for _, b in pairs):
        return "", ""
    return "".join(a for a, _ in pairs), "".join(chr(65 + MARKS.index(b)) for _, b in pairs)


def lines(rows: Iterable[str]) -> bytes:
    """Lines of UTF-8."""
    return "".join(row + "\n" for row in rows).encode()


def planes(numbers: list[int], width: int) -> bytes:
    """All the low bytes, then all the next ones."""
    return b"".join(bytes(n >> (8 * i) & 255 for n in numbers) for i in range(width))
