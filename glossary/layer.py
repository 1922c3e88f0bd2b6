"""A layer of the compiled index: one folder of mapped files, and the numbers that the layers share.

Layer("…/table").stems("عقوبات")      [(lemma, form, combination, what the form admits, weight, spelling), …]
Lexicon("…/lexicon").find("e:sanction")   [lemma, …]
"""

from __future__ import annotations

import os
import struct
from typing import Any

import marisa_trie

from corpus.errors import NashraError
from glossary.binary import Rows, Sections

USER, BASE = 1 << 23, 1 << 24
"""Lemma, form, combination and term numbers from here on are the user's, and the table's."""
NONE = 0xFFFFFFFF
LEMMA, AS, EVEN = (1 << 24) - 1, 7 << 24, 1 << 31
"""Of a lemma that one of the table's stands for: its number; its part of speech (in PARTS) if it is not the table's; set on
the second of two if it counts as much as the first, because the table cannot tell a noun from its adjective."""
PARTS = ("", "noun", "adjective", "name", "numeral", "adverb")
SECOND = 0.25
"""The share of a reading that goes to a second lemma otherwise."""
WORD = struct.Struct("<HBHB")
"""A word's reading: lemma as low sixteen and high eight bits, features and clitics, share of 255."""
FOUND = struct.Struct("<BI")
"""What search.marisa has for a key: rank, number."""
_STEM = struct.Struct("<HBHBHBBB")

LemmaRow = tuple[str, str, str, str, str, str, tuple[str, ...], str]
"""lemma, part of speech, root, pattern, entry id, source, glosses, kind; an empty string is "none"."""
StemRow = tuple[int, int, int, int, int, int]
"""lemma, form, combination, what the form admits, weight, spelling."""


class Layer:
    """What both layers have. Numbers count from 0 in each."""

    def __init__(self, folder: str) -> None:
        """Map the files of a compiled folder; NashraError if one is missing or not ours."""
        self.folder = folder
        self.sections = Sections(os.path.join(folder, "data.bin"))
        self._trie = self.open("stems.marisa")
        self._forms = self.open("vowelled.marisa")
        self._stems = Rows(self.sections, "stems")
        self.lemmas = Rows(self.sections, "lemmas")
        self._combos = Rows(self.sections, "combos")
        self.zipf = self.sections.view("zipf")
        """How common each lemma is, in sixteenths of a power of ten in a billion words."""

    def open(self, name: str, kind: type = marisa_trie.Trie) -> Any:
        """Map one of the folder's tries."""
        try:
            return kind().mmap(os.path.join(self.folder, name))
        except (OSError, RuntimeError) as error:
            raise NashraError(
                f"The compiled glossary in {self.folder} is damaged ({error}); install Nashra again."
            ) from None

    def stems(self, folded: str) -> list[StemRow] | None:
        """The stems with these folded letters, likeliest first."""
        n = self._trie.get(folded)
        if n is None:
            return None
        return [
            (a | b << 16, c | d << 16, combo, admits, weight, spelt)
            for a, b, c, d, combo, admits, weight, spelt in _STEM.iter_unpack(self._stems[n])
        ]

    def lemma(self, n: int) -> LemmaRow:
        """A lemma's row."""
        row = str(self.lemmas[n], "utf-8").split("\t")
        glosses = tuple(row[6].split("\x1f")) if row[6] else ()
        return (row[0], row[1], row[2], row[3], row[4], row[5], glosses, row[7])

    def combo(self, n: int) -> list[str]:
        """Part of speech, features, proclitics (with spaces), enclitic."""
        return str(self._combos[n], "utf-8").split("\t")

    def vowelled(self, n: int) -> str:
        """A vowelled form by its number."""
        return str(self._forms.restore_key(n))

    def __len__(self) -> int:
        """How many lemmas there are."""
        return len(self.lemmas)


class Lexicon(Layer):
    """Entries and terms; whose the table's lemmas are; which of the table's words may be an entry's besides."""

    def __init__(self, folder: str) -> None:
        """Map the files, as Layer does."""
        super().__init__(folder)
        sections = self.sections
        self.entries, self.terms = Rows(sections, "entries"), Rows(sections, "terms")
        self.starts, self.parts = Rows(sections, "starts"), Rows(sections, "parts")
        self.governs = sections.numbers("governs")
        """What each lemma calls for (glossary.govern)."""
        self.starters = sections.numbers("starters")
        """Lemmas that terms begin with."""
        self.firsts = str(sections.read("Firsts"), "utf-8").split("\n")
        """Words that terms begin with, in the order of `spelt`, which has the terms (glossary.term_parts)."""
        self.spelt = Rows(sections, "spelt")
        self.joined = sections.numbers("joined")
        """Two lemmas, or NONE, for each of the table's."""
        self.words = (self.open("words.marisa"), Rows(sections, "words"))
        self.search = self.open("search.marisa", marisa_trie.BytesTrie)

    def find(self, key: str) -> list[int]:
        """What search.marisa has under a key (glossary.search), as numbers, best first; terms after the lemmas."""
        found = sorted(FOUND.unpack(value) for value in self.search.get(key, ()))
        return [number for _, number in found]
