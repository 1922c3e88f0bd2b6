"""The stems of a layer of the index: every form of every lemma under its folded letters, packed.

A row is (lemma, number of the vowelled form, features, what it admits, weight, spelling); a folded key holds the rows of
all forms that fold to it, the likeliest first.
"""

from __future__ import annotations

import math
import struct
from binascii import crc32
from typing import TYPE_CHECKING

from corpus.normalize import fold, plain
from glossary import binary

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.inflect.form import Form

STEM = struct.Struct("<HBHBHBBB")
"""Lemma and form as low sixteen and high eight bits, features, what is admitted, weight, spelling."""
MOST = 120
"""Rows kept under one key."""


def weight_code(log10: float) -> int:
    """A weight's logarithm as one byte: sixteenths, from -4 up."""
    return max(0, min(255, round((log10 + 4) * 16)))


def spelling(letters: str) -> int:
    """One byte that tells two spellings with the same folding apart (أ ا إ, ى ي, ة ه)."""
    return crc32(letters.encode()) & 255


class Combos:
    """Numbers for the combinations of part of speech, features, proclitics and enclitic that occur."""

    def __init__(self) -> None:
        """Start with none."""
        self.lines: list[bytes] = []
        self._number: dict[tuple[str, str, tuple[str, ...], str], int] = {}

    def __call__(self, pos: str, features: str, proclitics: tuple[str, ...] = (), enclitic: str = "") -> int:
        """The combination's number."""
        key = (pos, features, proclitics, enclitic)
        number = self._number.get(key)
        if number is None:
            number = self._number[key] = len(self.lines)
            self.lines.append("\t".join((pos, features, " ".join(proclitics), enclitic)).encode())
        return number


class Stems:
    """Every form of every lemma, by folded letters."""

    def __init__(self, combos: Combos) -> None:
        """Start with none; the features are numbered in `combos`."""
        self._combos = combos
        self.rows: dict[str, dict[tuple[int, str, int], tuple[int, float, int]]] = {}

    def add(self, lemma: int, pos: str, form: Form, zipf: float) -> None:
        """Note one form; the same form twice keeps the greater weight and admits what either did."""
        letters = plain(form.vowelled)
        if not letters:
            return
        key = (lemma, form.vowelled, self._combos(pos, form.features))
        if "ؤو" in letters:  # مسئول for مسؤول: as many write it so
            other = self.rows.setdefault(fold(letters.replace("ؤو", "ئو")), {})
            other.setdefault(key, (form.flags, zipf - 1, spelling(letters.replace("ؤو", "ئو"))))
        at = self.rows.setdefault(fold(letters), {})
        weight = zipf + math.log10(max(form.weight, 1e-6))
        flags, best, code = at.get(key, (0, -9.0, spelling(letters)))
        at[key] = (flags | form.flags, max(best, weight), code)

    def sections(self, folder: Path) -> dict[str, bytes]:
        """Write the tries stems.marisa and vowelled.marisa; return the rows' sections."""
        import marisa_trie

        forms = marisa_trie.Trie({vowelled for at in self.rows.values() for _, vowelled, _ in at})
        forms.save(str(folder / "vowelled.marisa"))
        trie = marisa_trie.Trie(self.rows)
        trie.save(str(folder / "stems.marisa"))
        packed, weights = [b""] * len(trie), [0.0] * len(trie)
        number = {form: n for form, n in forms.items()}  # noqa: C416  (the trie's items are not a mapping)
        for key, at in self.rows.items():
            found = sorted(at.items(), key=lambda item: -item[1][1])
            weights[trie[key]] = found[0][1][1]
            packed[trie[key]] = b"".join(
                STEM.pack(*_three(lemma), *_three(number[vowelled]), combo, flags, weight_code(weight), code)
                for (lemma, vowelled, combo), (flags, weight, code) in found[:MOST]
            )
        return binary.rows("stems", packed, weights)


def _three(number: int) -> tuple[int, int]:
    """A number below 16 million as its low sixteen and its high eight bits."""
    return number & 0xFFFF, number >> 16
