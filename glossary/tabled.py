"""The analysis table into the index: whole written words with their readings, ranked by P(reading | word).

    table   والعقوبات -> عُقُوبَة noun, و ال, P 0.98
    stems   والعقوبات -> uquba-n "feminine plural", و ال
    word    والعقوبات -> uquba-n, "feminine plural", و ال, P 0.98

A reading that both know keeps the table's share and the stem's features; one that only the stems know is added with a
small share, so that it can be stepped to. What the table teaches (forms of words no entry has) goes to the stems.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from corpus.normalize import plain
from glossary import binary
from glossary.inflect.form import ALONE, ATTACHED, CONSTRUCT, FUTURE, LAM, NOMINAL, SUFFIX, Form

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.compile import Combos, Stems
    from glossary.inflect import Inflector
    from glossary.join import Lemmas

OTHERS = 0.05
"""The share of a word that goes to the readings that only the stems know, all together."""
MANY = 10
"""Readings kept for a word."""


class Table:
    """The table, joined to the lemmas of the index."""

    def __init__(self, lemmas: Lemmas, *, read: bool = True) -> None:
        """Join every lemma of the table; without a table there is nothing to join."""
        self.lemmas = lemmas
        self.ids: list[list[int]] = []
        self.only: list[tuple[int, str]] = []
        """Lemmas that no entry has, with their verb form ("" for other words)."""
        if not read or not exists():
            return
        from glossary import analyses

        for row in analyses.lemmas():
            ids = lemmas.table(row.lemma, row.pos, row.root, row.pattern, row.zipf)
            self.ids.append(ids)
            if not lemmas.rows[ids[0]].entry:
                self.only.append((ids[0], row.form))

    def inflect(self, stems: Stems, inflected: Inflector) -> None:
        """Give the stems the forms that rules make of the lemmas that no entry has."""
        from glossary.entry import Entry

        for n, form in self.only:
            row = self.lemmas.rows[n]
            if row.pos == "verb" and (not form or not row.root):
                continue
            entry = Entry("", row.lemma, row.pos, (), root=row.root or None, form=form or None)
            for made in inflected(entry):
                if not made.lemma:
                    stems.add(n, row.pos, made, self.lemmas.zipf[n])

    def teach(self, stems: Stems) -> None:
        """Give the stems what stands in the table without its clitics."""
        if not self.ids:
            return
        from glossary import analyses

        for word in analyses.read():
            for found in word.analyses[:4]:
                if found.p < 0.05:
                    continue
                n = self.ids[found.lemma][0]
                before = sum(len(c) for c in found.proclitics)
                written = (
                    found.proclitics[-2:] == ("ل", "ال")
                    and plain(found.vowelled)[before - 2 : before] != "ال"
                )
                stem = _inside(found.vowelled, before - written, len(found.enclitic))
                if stem:
                    pos = self.lemmas.rows[n].pos
                    flags = _admits(pos, stem, found.enclitic, found.features)
                    form = Form(stem, found.features, flags, 0.5 * found.p)
                    stems.add(n, pos, form, self.lemmas.zipf[n])

    def words(self, combos: Combos, folder: Path) -> dict[str, bytes]:
        """Write words.marisa; return the sections of its rows. The stems must stand in the folder already."""
        import marisa_trie

        packed: dict[str, bytes] = {}
        if self.ids:
            from glossary import analyses
            from glossary.joined import Joiner

            joiner = Joiner(self, combos, folder)
            for word in analyses.read():
                packed[word.form] = joiner.readings(word)
        trie = marisa_trie.Trie(packed)
        trie.save(str(folder / "words.marisa"))
        rows = [b""] * len(trie)
        for form, data in packed.items():
            rows[trie[form]] = data
        return binary.rows("words", rows)


def exists() -> bool:
    """Whether there is a table to read."""
    from glossary.index import DATA

    return os.path.exists(os.path.join(DATA, "analyses", "table.xz"))


def _inside(vowelled: str, before: int, after: int) -> str:
    """A vowelled word without its first and last so many letters; "" if nothing is left."""
    from glossary.analyze import between

    letters = plain(vowelled)
    if before + after >= len(letters):
        return ""
    return between(vowelled, before, len(letters) - after, len(letters))


def _admits(pos: str, stem: str, enclitic: str, features: str) -> int:
    if pos == "verb":
        return (SUFFIX if enclitic else ALONE | SUFFIX) | LAM | (FUTURE if "present" in features else 0)
    if enclitic:
        return ATTACHED
    if "construct" in features:
        return CONSTRUCT
    if "accusative" in features:
        return ALONE
    return NOMINAL & ~SUFFIX if plain(stem).endswith(("ة", "ى")) else NOMINAL
