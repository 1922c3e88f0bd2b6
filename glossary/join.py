"""The lemmas of the index: every entry's, the words that rules derive from entries, and the analysis table's.

entry uquba-n "عُقُوبَة"  +  table lemma "عُقُوبَة" noun  ->  one lemma, with the entry's glosses
entry ittahama-v          ->  also "مُتَّهَم" adjective, its passive participle, if no entry has it
table lemma without entry ->  a lemma without glosses
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.normalize import lemma_key
from glossary import english

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.entry import Entry

NOMINALS = ("noun", "adjective", "name", "numeral", "adverb")


class Lemma(NamedTuple):
    """A row of the index's lemma table."""

    lemma: str
    pos: str
    root: str = ""
    pattern: str = ""
    entry: str = ""
    source: str = "none"
    glosses: tuple[str, ...] = ()
    kind: str = ""
    """What rule made it of its entry (masdar, active-participle …); empty for the entry's own lemma."""

    def line(self) -> bytes:
        """As it is stored: fields between tabs."""
        fields = (
            self.lemma,
            self.pos,
            self.root,
            self.pattern,
            self.entry,
            self.source,
            "\x1f".join(self.glosses),
        )
        return "\t".join(
            field.replace("\t", " ").replace("\n", " ") for field in (*fields, self.kind)
        ).encode()


class Lemmas:
    """The growing list, with its look-ups. The first lemmas are the entries', in their order."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Start with the entries' own lemmas."""
        self.rows: list[Lemma] = []
        self.zipf: list[float] = []
        self._by_key: dict[tuple[str, str], list[int]] = {}
        for entry in entries:
            glosses = tuple(dict.fromkeys(g for sense in entry.senses for g in sense.gloss))
            self._add(
                Lemma(
                    entry.lemma,
                    entry.pos,
                    entry.root or "",
                    entry.pattern or "",
                    entry.id,
                    entry.source,
                    glosses,
                ),
                float(entry.band or 3),
            )

    def _add(self, row: Lemma, zipf: float) -> int:
        self.rows.append(row)
        self.zipf.append(zipf)
        self._by_key.setdefault((lemma_key(row.lemma), group(row.pos)), []).append(len(self.rows) - 1)
        return len(self.rows) - 1

    def derived(self, entry: int, lemma: str, pos: str, kind: str) -> int:
        """The lemma of a word derived from an entry by rule: an entry's own, if one has it."""
        for found in self.find(lemma, pos):
            if self.rows[found].pos == pos or not self.rows[found].kind:
                return found
        source = self.rows[entry]
        glosses = tuple(dict.fromkeys(english.derived(gloss, kind) for gloss in source.glosses))
        row = Lemma(lemma, pos, source.root, "", source.entry, source.source, glosses, kind)
        return self._add(row, self.zipf[entry] - 1)

    def find(self, lemma: str, pos: str) -> list[int]:
        """The lemmas equal to this one but for conventions of vowelling; the same part of speech first."""
        found = self._by_key.get((lemma_key(lemma), group(pos)), [])
        return sorted(found, key=lambda i: (self.rows[i].pos != pos, self.rows[i].kind != ""))

    def table(self, lemma: str, pos: str, root: str, pattern: str, zipf: float) -> list[int]:
        """The lemmas that a lemma of the analysis table stands for; a new one without glosses if there are none."""
        found = self.find(lemma, pos)
        if not found:
            return [self._add(Lemma(lemma, pos, root, pattern), zipf)]
        for i in found:
            same = self.rows[i].pos == pos
            row = self.rows[i]
            self.zipf[i] = zipf if same or len(found) == 1 else zipf - 0.5
            if same and (not row.root or not row.pattern) and not row.kind:
                self.rows[i] = row._replace(root=row.root or root, pattern=row.pattern or pattern)
        return found


def group(pos: str) -> str:
    """Parts of speech that two dictionaries confuse are one group: nominals, verbs, the rest."""
    return "n" if pos in NOMINALS else "v" if pos == "verb" else "x"
