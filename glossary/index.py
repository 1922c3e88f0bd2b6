"""The compiled index: opened in milliseconds, read where it lies.

    index = open_index()
    index.word("العقوبات")      [(lemma number, features and clitics, P), …] or None
    index.lemma(7)              ("عُقُوبَة", "noun", "عقب", "فُعُولَة", "uquba-n", "glossary", ("sanction", …), "")
    index.entry("uquba-n")      Entry(…)

Layers: the lexicon (entries, terms, their forms), the user's own if there is one, and the table (words with their
likeliest readings). Numbers from USER on are the user's, from BASE on the table's; a lemma of the table that an entry has
is given as the entry's, and an entry of ours that the user has too as the user's. In a checkout the layers are compiled
when the sources are newer (`python -m glossary.index`); in an installed package they are part of it.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from glossary.binary import Rows
from glossary.data_files import LEXICON, TABLE
from glossary.layer import (
    AS,
    BASE,
    EVEN,
    FOUND,
    LEMMA,
    NONE,
    PARTS,
    SECOND,
    USER,
    WORD,
    Layer,
    LemmaRow,
    Lexicon,
)
from glossary.term_parts import ANY, PAIR, SPELT

if TYPE_CHECKING:
    from collections.abc import Sequence

    import marisa_trie

    from glossary.entry import Entry, Term

_SHARE = [p / 255 for p in range(256)]


class Index:
    """Read-only; every look-up decodes only what it returns."""

    def __init__(self, lexicons: Sequence[str], table: str | None) -> None:
        """Open the compiled folders: ours and the user's lexicon (either may be missing), and the table if there is one."""
        self.lexicons = [(Lexicon(folder), base) for folder, base in zip(lexicons, (0, USER), strict=False)]
        self.table = Layer(table) if table else None
        self.layers: list[tuple[Layer, int]] = [*self.lexicons]
        self._words: tuple[marisa_trie.Trie, Rows] | None = None
        self._joined: list[tuple[memoryview, int]] = []
        if self.table:
            self.layers.append((self.table, BASE))
            self._words = (self.table.open("words.marisa"), Rows(self.table.sections, "words"))
            size = 2 * len(self.table)
            self._joined = [(x.joined, base) for x, base in reversed(self.lexicons)]
            if any(len(joined) != size for joined, _ in self._joined):
                raise NashraError(
                    "The compiled glossary's parts do not belong together; install Nashra again."
                )
        self._instead: dict[int, int] = {}
        self._ours: dict[int, int] = {}
        self._begun: dict[int, list[tuple[int, int, int]]] = {}
        if len(self.lexicons) > 1:
            self._replace()
        starters = {self.own(base + n) for x, base in self.lexicons for n in x.starters}
        self.starters = frozenset(starters.union(self._begun))
        """Lemmas that terms begin with."""
        self._spelt = list(dict.fromkeys(word for x, _ in self.lexicons for word in x.firsts))
        self.firsts = {word: SPELT + n for n, word in enumerate(self._spelt)}
        """Words that terms begin with, as numbers that `starts` takes (glossary.term_parts)."""

    def _replace(self) -> None:
        """Note which entries of ours the user has too, and which of the user's terms begin with one of ours."""
        (ours, _), (users, base) = self.lexicons
        for n in range(len(users.entries)):
            found = ours.find("i:" + users.lemma(n)[4])
            if found:
                self._instead[found[0]] = base + n
                self._ours[base + n] = found[0]
        for n in range(len(users.parts)):
            first = json.loads(str(users.parts[n], "utf-8"))[0][0]
            found = ours.find("i:" + first[1:]) if isinstance(first, str) else []
            if found:
                self._begun.setdefault(self.own(found[0]), []).append((ANY, base + n, 4))

    def word(self, letters: str) -> list[tuple[float, int, int]] | None:
        """The readings of a whole written word as (share, lemma, combination), likeliest first; None if unknown."""
        if self._words is None:
            return None
        n = self._words[0].get(letters)
        if n is None:
            return None
        made: list[tuple[float, int, int]] = []
        for low, high, combo, p in WORD.iter_unpack(self._words[1][n]):
            share, lemma, combo = _SHARE[p], low | high << 16, BASE + combo
            for joined, base in self._joined:
                first = joined[2 * lemma]
                if first != NONE:
                    second = joined[2 * lemma + 1]
                    if second != NONE:
                        own = share * (0.49 if second & EVEN else SECOND)
                        share -= own
                        made.append((own, base + (second & LEMMA), combo + ((second & AS) >> 7)))
                    made.append((share, base + (first & LEMMA), combo + ((first & AS) >> 7)))
                    break
            else:
                made.append((share, BASE + lemma, combo))
        for lexicon, base in self.lexicons:
            n = lexicon.words[0].get(letters)
            if n is not None:
                found = WORD.iter_unpack(lexicon.words[1][n])
                extra = [(p / 255, base + (a | b << 16), base + combo) for a, b, combo, p in found]
                rest = max(0.0, 1 - sum(share for share, _, _ in extra))
                made = sorted(extra + [(share * rest, *of) for share, *of in made], reverse=True)
        if self._instead:
            made = [(share, self._instead.get(lemma, lemma), combo) for share, lemma, combo in made]
        return made

    def has(self, letters: str) -> bool:
        """Whether the table has seen a word."""
        return self._words is not None and letters in self._words[0]

    def own(self, lemma: int) -> int:
        """A lemma as that of the entry which has it: the table's as the lexicon's, ours as the user's."""
        if lemma >= BASE:
            for joined, base in self._joined:
                first = joined[2 * (lemma - BASE)]
                if first != NONE:
                    lemma = base + (first & LEMMA)
                    break
        return self._instead.get(lemma, lemma)

    def _layer(self, n: int) -> tuple[Layer, int]:
        if n < USER:
            return self.layers[0][0], n
        for layer, base in reversed(self.layers):
            if n >= base:
                return layer, n - base
        raise IndexError(n)

    def _lexicon(self, n: int) -> tuple[Lexicon, int]:
        for lexicon, base in reversed(self.lexicons):
            if n >= base:
                return lexicon, n - base
        raise IndexError(n)

    def lemma(self, n: int) -> LemmaRow:
        """A lemma's row."""
        layer, n = self._layer(n)
        return layer.lemma(n)

    def raw(self, n: int) -> bytes:
        """A lemma's row as it is stored: UTF-8, fields between tabs, glosses between unit separators."""
        layer, n = self._layer(n)
        return layer.lemmas[n]

    def common(self, n: int) -> float:
        """How common a lemma is: log10 of its occurrences in a billion words."""
        layer, n = self._layer(n)
        return float(layer.zipf[n]) / 16

    def governs(self, n: int) -> int:
        """What a lemma calls for, as glossary.govern's bits; 0 for one that no entry has."""
        if n >= BASE:
            return 0
        lexicon, n = self._lexicon(n)
        return int(lexicon.governs[n])

    def combo(self, n: int) -> list[str]:
        """Part of speech, features, proclitics (with spaces), enclitic."""
        layer, n = self._layer(n)
        made = layer.combo(n & 0xFFFF)
        if n >> 17:
            made[0] = PARTS[n >> 17]
        return made

    def starts(self, first: int) -> list[tuple[int, int, int]]:
        """Of the terms that begin with a lemma or a number of `firsts`: what may stand second, number, gap."""
        if len(self.lexicons) == 1:
            lexicon = self.lexicons[0][0]
            return list(
                PAIR.iter_unpack(lexicon.spelt[first - SPELT] if first >= SPELT else lexicon.starts[first])
            )
        if first >= SPELT:
            word = self._spelt[first - SPELT]
            rows = [(x.spelt[x.firsts.index(word)], base) for x, base in self.lexicons if word in x.firsts]
        else:
            lexicon, n = self._lexicon(first)
            rows = [(lexicon.starts[n], first - n)]
        found = [
            (second if second >= ANY else self.own(base + second), base + term, gap)
            for row, base in rows
            for second, term, gap in PAIR.iter_unpack(row)
        ]
        found += self._begun.get(first, ())
        return found + self.starts(self._ours[first]) if first in self._ours else found

    def parts(self, term: int) -> tuple[list[int | str], list[int], str, list[str], list[str], bool]:
        """What glossary.term_parts makes a term of."""
        lexicon, n = self._lexicon(term)
        parts, *rest = json.loads(str(lexicon.parts[n], "utf-8"))
        return [self._part(part, term - n) for part in parts], *rest

    def _part(self, part: int | str, base: int) -> int | str:
        if isinstance(part, int):
            return self.own(base + part)
        found = self.find("i:" + part[1:]) if part.startswith("@") else []
        return self.own(found[0]) if found else part

    @property
    def size(self) -> tuple[int, int, int]:
        """How many entries, terms and lemmas (of entries and of words derived from them) there are."""
        entries = sum(len(x.entries) for x, _ in self.lexicons)
        return entries, sum(len(x.terms) for x, _ in self.lexicons), sum(len(x) for x, _ in self.lexicons)

    def find(self, key: str) -> list[int]:
        """What is found under a key of glossary.search, as numbers, the user's first, then best first."""
        return [base + n for lexicon, base in reversed(self.lexicons) for n in lexicon.find(key)]

    def named(self, key: str) -> list[tuple[str, int]]:
        """The letters and lemmas of the names with a key of glossary.variants."""
        return [
            (found.rpartition(":")[2], base + FOUND.unpack(value)[1])
            for lexicon, base in reversed(self.lexicons)
            for found, value in lexicon.search.items(f"n:{key}:")
        ]

    def entry(self, ident: str) -> Entry | Term:
        """An entry or term with everything it has, by its id; KeyError if there is none."""
        from glossary.record import entry_from

        found = self.find("i:" + ident)
        if not found:
            raise KeyError(ident)
        term = self.term(found[0])
        if term is not None:
            return term
        lexicon, n = self._lexicon(found[0])
        stored = json.loads(str(lexicon.entries[n], "utf-8"))
        if common := self.common(found[0]):
            from glossary.analyses import band

            stored["band"] = band(common)
        return entry_from(stored)

    def term(self, n: int) -> Term | None:
        """The term that a number from `find` is, with everything it has; None if it is a lemma's."""
        from glossary.record import term_from

        if n >= BASE:
            return None
        lexicon, n = self._lexicon(n)
        if n < len(lexicon):
            return None
        return term_from(json.loads(str(lexicon.terms[n - len(lexicon)], "utf-8")))

    def ids(self) -> list[str]:
        """The ids of all entries and terms, sorted."""
        return sorted({key[2:] for lexicon, _ in self.lexicons for key in lexicon.search.keys("i:")})


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
    return Index([os.path.join(os.fspath(path), LEXICON)], table if os.path.isdir(table) else None)


if __name__ == "__main__":
    opened = open_index()
    print("{} entries, {} terms, {} lemmas".format(*opened.size))
