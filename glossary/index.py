"""The compiled index: opened in milliseconds, read where it lies.

    index = open_index()
    index.word("العقوبات")      [(lemma number, features and clitics, P), …] or None
    index.stems("عقوبات")       [(lemma number, form number, features, admits, weight, spelling), …]
    index.lemma(7)              ("عُقُوبَة", "noun", "عقب", "فُعُولَة", "uquba-n", "glossary", ("sanction", …), "")
    index.entry("uquba-n")      Entry(…)

In a checkout the index is compiled when the sources are newer (`python -m glossary.index`); in an installed package
it is part of the package and never touched.
"""

from __future__ import annotations

import json
import os
import struct
from typing import TYPE_CHECKING

import marisa_trie

from corpus.errors import NashraError
from glossary.binary import Rows, Sections

if TYPE_CHECKING:
    from glossary.entry import Entry, Term

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
FILES = ("stems.marisa", "words.marisa", "vowelled.marisa", "search.marisa", "data.bin")
_STEM = struct.Struct("<IIHBBBx")
_WORD = struct.Struct("<IHBx")

LemmaRow = tuple[str, str, str, str, str, str, tuple[str, ...], str]
"""lemma, part of speech, root, pattern, entry id, source, glosses, kind; an empty string is "none"."""


class Index:
    """Read-only; every look-up decodes only what it returns."""

    def __init__(self, folder: str) -> None:
        """Map the files of a compiled folder; NashraError if one is missing or not ours."""
        self.folder = folder
        sections = Sections(os.path.join(folder, "data.bin"))
        self._stem_trie = self._open("stems.marisa")
        self._word_trie = self._open("words.marisa")
        self._vowelled: marisa_trie.Trie | None = None
        self._stems = Rows(sections, "stems")
        self._words = Rows(sections, "words")
        self._lemmas = Rows(sections, "lemmas")
        self._combos = Rows(sections, "combos")
        self._entries = Rows(sections, "entries")
        self._zipf = sections.view("zipf")
        self._terms = Rows(sections, "terms")
        self._starts = Rows(sections, "starts")
        self._parts = Rows(sections, "parts")

    def _open(self, name: str) -> marisa_trie.Trie:
        try:
            return marisa_trie.Trie().mmap(os.path.join(self.folder, name))
        except (OSError, RuntimeError) as error:
            raise NashraError(
                f"The compiled glossary in {self.folder} is damaged ({error}); install Nashra again."
            ) from None

    def word(self, letters: str) -> list[tuple[int, int, int]] | None:
        """The readings of a whole written word as (lemma, combination, P of 255), likeliest first; None if unknown."""
        n = self._word_trie.get(letters)
        return None if n is None else list(_WORD.iter_unpack(self._words[n]))

    def stems(self, folded: str) -> list[tuple[int, int, int, int, int, int]] | None:
        """The stems with these folded letters as (lemma, form, combination, admits, weight, spelling)."""
        n = self._stem_trie.get(folded)
        return None if n is None else list(_STEM.iter_unpack(self._stems[n]))

    def lemma(self, n: int) -> LemmaRow:
        """A lemma's row."""
        row = str(self._lemmas[n], "utf-8").split("\t")
        glosses = tuple(row[6].split("\x1f")) if row[6] else ()
        return (row[0], row[1], row[2], row[3], row[4], row[5], glosses, row[7])

    def common(self, n: int) -> float:
        """How common a lemma is: log10 of its occurrences in a billion words."""
        return float(self._zipf[n]) / 16

    def combo(self, n: int) -> list[str]:
        """Part of speech, features, proclitics (with spaces), enclitic."""
        return str(self._combos[n], "utf-8").split("\t")

    def vowelled(self, n: int) -> str:
        """A vowelled form by its number."""
        if self._vowelled is None:
            self._vowelled = self._open("vowelled.marisa")
        return str(self._vowelled.restore_key(n))

    def starts(self, lemma: int) -> memoryview:
        """The numbers of the terms that begin with a lemma."""
        return self._starts[lemma].cast("I")

    def parts(self, term: int) -> tuple[list[int | str], list[int], str, list[str]]:
        """A term's parts (lemma numbers, exact folded words), gaps, id and glosses."""
        made = json.loads(str(self._parts[term], "utf-8"))
        return made[0], made[1], made[2], made[3]

    @property
    def size(self) -> tuple[int, int, int]:
        """How many entries, terms and lemmas there are."""
        return len(self._entries), len(self._terms), len(self._lemmas)

    def find(self, key: str) -> list[int]:
        """What search.marisa has under a key (glossary.search), as numbers, best first."""
        from glossary.search import find

        return find(self, key)

    def entry(self, ident: str) -> Entry | Term:
        """An entry or term with everything it has, by its id; KeyError if there is none."""
        from glossary.record import entry_from

        found = self.find("i:" + ident)
        if not found:
            raise KeyError(ident)
        if found[0] >= len(self._lemmas):
            return self.term(found[0] - len(self._lemmas))
        return entry_from(json.loads(str(self._entries[found[0]], "utf-8")))

    def term(self, n: int) -> Term:
        """A term with everything it has, by its number."""
        from glossary.record import term_from

        return term_from(json.loads(str(self._terms[n], "utf-8")))

    def ids(self) -> list[str]:
        """The ids of all entries and terms, sorted."""
        from glossary.search import keys

        return keys(self, "i:")


def open_index(
    path: str | os.PathLike[str] | None = None, *, user_dir: str | os.PathLike[str] | None = None
) -> Index:
    """The compiled glossary: the one in `path`, else the package's own, compiled first if a checkout's sources are newer.

    `user_dir` is a folder of the user's own TOML entries, which take the place of ours with the same id.
    """
    if path is None:
        from glossary import fresh

        path = fresh.folder(user_dir)
    return Index(os.fspath(path))


if __name__ == "__main__":
    opened = open_index()
    print("%d entries, %d terms, %d lemmas in %s" % (*opened.size, opened.folder))
