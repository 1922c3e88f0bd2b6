"""The compiled index: opened in milliseconds, read where it lies.

    index = open_index()
    index.word("العقوبات")      [(lemma number, features and clitics, P), …] or None
    index.lemma(7)              ("عُقُوبَة", "noun", "عقب", "فُعُولَة", "uquba-n", "glossary", ("sanction", …), "")
    index.entry("uquba-n")      Entry(…)

Two layers: the lexicon (entries, terms, their forms) and the table (words with their likeliest readings). Numbers from
BASE on are the table's; a lemma of the table that an entry has is given as the entry's. In a checkout the layers are
compiled when the sources are newer (`python -m glossary.index`); in an installed package they are part of it.
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
LEXICON, TABLE = "lexicon", "table"
FILES = {
    LEXICON: ("words.marisa", "stems.marisa", "vowelled.marisa", "search.marisa", "data.bin"),
    TABLE: ("words.marisa", "stems.marisa", "vowelled.marisa", "data.bin"),
}
BASE = 1 << 24
"""Lemma, form and combination numbers from here on are the table's."""
NONE = 0xFFFFFFFF
LEMMA, AS, EVEN = (1 << 24) - 1, 7 << 24, 1 << 31
"""Of a lemma that one of the table's stands for: its number; its part of speech (in PARTS) if it is not the table's; set on
the second of two if it counts as much as the first, because the table cannot tell a noun from its adjective."""
PARTS = ("", "noun", "adjective", "name", "numeral", "adverb")
SECOND = 0.25
"""The share of a reading that goes to a second lemma otherwise."""
WORD = struct.Struct("<HBHB")
"""A word's reading: lemma as low sixteen and high eight bits, features and clitics, share of 255."""
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
        self._forms: marisa_trie.Trie | None = None
        self._stems = Rows(self.sections, "stems")
        self._lemmas = Rows(self.sections, "lemmas")
        self._combos = Rows(self.sections, "combos")
        self.zipf = self.sections.view("zipf")
        """How common each lemma is, in sixteenths of a power of ten in a billion words."""

    def open(self, name: str) -> marisa_trie.Trie:
        """Map one of the folder's tries."""
        try:
            return marisa_trie.Trie().mmap(os.path.join(self.folder, name))
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
        row = str(self._lemmas[n], "utf-8").split("\t")
        glosses = tuple(row[6].split("\x1f")) if row[6] else ()
        return (row[0], row[1], row[2], row[3], row[4], row[5], glosses, row[7])

    def combo(self, n: int) -> list[str]:
        """Part of speech, features, proclitics (with spaces), enclitic."""
        return str(self._combos[n], "utf-8").split("\t")

    def vowelled(self, n: int) -> str:
        """A vowelled form by its number."""
        if self._forms is None:
            self._forms = self.open("vowelled.marisa")
        return str(self._forms.restore_key(n))

    def __len__(self) -> int:
        """How many lemmas there are."""
        return len(self._lemmas)


def _words(layer: Layer | None) -> tuple[marisa_trie.Trie, Rows] | None:
    return None if layer is None else (layer.open("words.marisa"), Rows(layer.sections, "words"))


class Index:
    """Read-only; every look-up decodes only what it returns. Either layer may be missing, for tests and compiling."""

    def __init__(self, lexicon: str | None, table: str | None) -> None:
        """Open the compiled folders."""
        self.lexicon = Layer(lexicon) if lexicon else None
        self.table = Layer(table) if table else None
        self.layers = [(layer, base) for layer, base in ((self.lexicon, 0), (self.table, BASE)) if layer]
        self._words = _words(self.table)
        self._extra = _words(self.lexicon) if self.table else None
        self.joined: memoryview | None = None
        self.starters: frozenset[int] = frozenset()
        """Lemmas that terms begin with."""
        if self.lexicon:
            sections = self.lexicon.sections
            self._entries, self._terms = Rows(sections, "entries"), Rows(sections, "terms")
            self._starts, self._parts = Rows(sections, "starts"), Rows(sections, "parts")
            self.starters = frozenset(sections.numbers("starters"))
            joined = sections.numbers("joined")
            self.joined = joined if self.table and len(joined) == 2 * len(self.table) else None

    def word(self, letters: str) -> list[tuple[float, int, int]] | None:
        """The readings of a whole written word as (share, lemma, combination), likeliest first; None if unknown."""
        if self._words is None:
            return None
        n = self._words[0].get(letters)
        if n is None:
            return None
        made: list[tuple[float, int, int]] = []
        joined = self.joined
        for low, high, combo, p in WORD.iter_unpack(self._words[1][n]):
            lemma, share = low | high << 16, p / 255
            first = NONE if joined is None else joined[2 * lemma]
            if first == NONE:
                made.append((share, BASE + lemma, BASE + combo))
                continue
            second = joined[2 * lemma + 1]  # type: ignore[index]
            if second != NONE:
                own = share * (0.49 if second & EVEN else SECOND)
                share -= own
                made.append((own, second & LEMMA, BASE + combo + ((second & AS) >> 7)))
            made.append((share, first & LEMMA, BASE + combo + ((first & AS) >> 7)))
        if self._extra is not None:
            n = self._extra[0].get(letters)
            if n is not None:
                extra = [(p / 255, a | b << 16, c) for a, b, c, p in WORD.iter_unpack(self._extra[1][n])]
                rest = max(0.0, 1 - sum(share for share, _, _ in extra))
                made = sorted(extra + [(share * rest, *of) for share, *of in made], reverse=True)
        return made

    def has(self, letters: str) -> bool:
        """Whether the table has seen a word."""
        return self._words is not None and letters in self._words[0]

    def own(self, lemma: int) -> int:
        """A lemma of the table as the lexicon's, if an entry has it."""
        if self.joined is not None and lemma >= BASE and self.joined[2 * (lemma - BASE)] != NONE:
            return self.joined[2 * (lemma - BASE)] & LEMMA
        return lemma

    def _layer(self, n: int) -> tuple[Layer, int]:
        layer = self.table if n >= BASE else self.lexicon
        if layer is None:
            raise IndexError(n)
        return layer, n - BASE if n >= BASE else n

    def lemma(self, n: int) -> LemmaRow:
        """A lemma's row."""
        layer, n = self._layer(n)
        return layer.lemma(n)

    def common(self, n: int) -> float:
        """How common a lemma is: log10 of its occurrences in a billion words."""
        layer, n = self._layer(n)
        return float(layer.zipf[n]) / 16

    def combo(self, n: int) -> list[str]:
        """Part of speech, features, proclitics (with spaces), enclitic."""
        layer, n = self._layer(n)
        made = layer.combo(n & 0xFFFF)
        if n >> 17:
            made[0] = PARTS[n >> 17]
        return made

    def starts(self, lemma: int) -> memoryview:
        """The numbers of the terms that begin with a lemma."""
        return memoryview(self._starts[lemma]).cast("I")

    def parts(self, term: int) -> tuple[list[int | str], list[int], str, list[str]]:
        """A term's parts (lemma numbers, exact folded words), gaps, id and glosses."""
        made = json.loads(str(self._parts[term], "utf-8"))
        return made[0], made[1], made[2], made[3]

    @property
    def size(self) -> tuple[int, int, int]:
        """How many entries, terms and lemmas (of entries and of words derived from them) there are."""
        if self.lexicon is None:
            return 0, 0, 0
        return len(self._entries), len(self._terms), len(self.lexicon)

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
        if found[0] >= self.size[2]:
            return self.term(found[0] - self.size[2])
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
    """The compiled glossary: that in the folder `path`, else the package's own, compiled first if sources are newer.

    `user_dir` is a folder of the user's own TOML entries, which take the place of ours with the same id.
    """
    if path is None:
        from glossary import fresh

        return Index(*fresh.folders(user_dir))
    table = os.path.join(os.fspath(path), TABLE)
    return Index(os.path.join(os.fspath(path), LEXICON), table if os.path.isdir(table) else None)


if __name__ == "__main__":
    opened = open_index()
    print("{} entries, {} terms, {} lemmas".format(*opened.size))
