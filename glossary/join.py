"""The lemmas of the lexicon: every entry's, the words that rules derive from entries, and whose the table's lemmas are.

entry ittahama-v                      also "مُتَّهَم" adjective, its passive participle, if no entry has it
table lemma "عُقُوبَة" noun             stands for uquba-n, and so has its glosses
table lemma "مَسْؤُول" noun             stands for masul-n, and less likely for masul-a
table lemma "كَاتِب" noun              not for the participle of kataba-v: "writing" is not what كاتب means in a paper
table lemma "رُويْتِرْز" name            stands for ruytarz-name, which lists it as a spelling
table lemma "قَاهِرَة" noun             stands for al-qahira-name, as no entry is the word without its article
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.normalize import FATHA, FATHATAN, KASRA, KASRATAN, SHADDA, lemma_key, marks, plain
from glossary import english, variants
from glossary.sources import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.entry import Entry, Term

NOMINALS = ("noun", "adjective", "name", "numeral", "adverb")
MASDAR = "masdar"
_APART = "آل"
"""Not written together with the name after it: آلثاني would be الثاني."""


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
        glosses = "\x1f".join(self.glosses)
        fields = (self.lemma, self.pos, self.root, self.pattern, self.entry, self.source, glosses, self.kind)
        return "\t".join(field.replace("\t", " ").replace("\n", " ") for field in fields).encode()


class Lemmas:
    """The growing list, with its look-ups. The first lemmas are the entries', in their order."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Start with the entries' own lemmas."""
        self.rows: list[Lemma] = []
        self.zipf: list[float] = []
        self._shy: set[int] = set()
        self._by_key: dict[tuple[str, str], list[int]] = {}
        self._also: dict[tuple[str, str], list[int]] = {}
        self.names: dict[str, int] = {}
        """The letters of every spelling of a name, without the article, to its lemma."""
        self._shared: set[str] = set()
        """Those that two names have (عمان)."""
        self._by_consonants: dict[str, list[str]] = {}
        for e in entries:
            glosses = tuple(dict.fromkeys(g for sense in e.senses for g in sense.gloss))
            lemma = e.lemma if e.pos == "adverb" else cited(e.lemma)
            row = Lemma(lemma, e.pos, e.root or "", e.pattern or "", e.id, e.source, glosses)
            n = self._add(row, 1.0 + (e.band or 4) / 2)
            if e.pos == "name":
                self._spell(n, (e.lemma, *e.spellings))
            bare = map(without_article, (e.lemma, *e.spellings) if e.pos == "name" else ())
            for key in {lemma_key(form) for form in (*e.spellings, *bare) if form}:
                self._also.setdefault((key, group(e.pos)), []).append(n)

    def spelt(self, name: str) -> list[int]:
        """The name of an entry or term that one of the table's is another spelling of, if it is one name's only."""
        letters = plain(name).removeprefix("ال")
        if len(letters) < 5:  # حُمُّص is no city
            return []
        if letters in self.names:
            return [self.names[letters]] if letters not in self._shared else []
        consonants = variants.key(letters)
        if not self._by_consonants:
            for spelling in self.names:
                self._by_consonants.setdefault(variants.key(spelling), []).append(spelling)
        near = [other for other in self._by_consonants.get(consonants, ()) if variants.alike(letters, other)]
        found = {self.names[other] for other in near}
        return list(found) if len(found) == 1 and len(consonants) > 1 else []

    def _spell(self, n: int, forms: Iterable[str]) -> None:
        for form in forms:
            letters = plain(form).replace(" ", "")
            letters = letters.removeprefix("ال") if len(letters) > 4 else letters
            if self.names.setdefault(letters, n) != n:
                self._shared.add(letters)

    def joined(self, term: Term) -> tuple[int, str] | None:
        """A name of two words written as one (بيونغيانغ, عبدالله): a lemma that is the term's, and its letters."""
        words = term.term.split()
        own = all(part.startswith("=") or part.endswith("-name") for part in term.parts)
        if term.source != NAMES or len(words) != 2 or not own or plain(words[0]) == _APART:
            return None
        form = "".join(words)
        if plain(form).removeprefix("ال") in self.names:
            return None
        n = self._add(Lemma(form, "name", entry=term.id, source=term.source, glosses=term.gloss), 2.0)
        self._spell(n, (form,))
        return n, form

    def _add(self, row: Lemma, zipf: float) -> int:
        self.rows.append(row)
        self.zipf.append(zipf)
        self._by_key.setdefault((lemma_key(row.lemma), group(row.pos)), []).append(len(self.rows) - 1)
        return len(self.rows) - 1

    def derived(self, entry: int, lemma: str, pos: str, kind: str, *, shy: bool = False) -> int:
        """The lemma of a word derived from an entry by rule: an entry's own, if one has it.

        A `shy` one is not taken for a lemma of the table: a participle of form I is often a word with a meaning of its
        own.
        """
        lemma = cited(lemma)
        for found in self._by_key.get((lemma_key(lemma), group(pos)), []):
            if self.rows[found].pos == pos or not self.rows[found].kind:
                return found
        source = self.rows[entry]
        glosses = tuple(dict.fromkeys(english.derived(gloss, kind) for gloss in source.glosses))
        row = Lemma(lemma, pos, source.root, "", source.entry, source.source, glosses, kind)
        n = self._add(row, self.zipf[entry] - 1)
        if shy:
            self._shy.add(n)
        return n

    def join(self, key: str, pos: str, root: str, pattern: str, zipf: float) -> list[int]:
        """The lemmas, two at most, that a lemma of the analysis table stands for, the likelier first.

        They learn from the table how common they are, and a root or pattern that the entry leaves out. Other spellings
        of an entry, and a name without its article, count where no entry has that lemma.
        """
        found = []
        for n in self._by_key.get((key, group(pos))) or self._also.get((key, group(pos)), []):
            row = self.rows[n]
            if n in self._shy or (row.kind and row.pos != pos) or (pos == "name" != row.pos):
                continue
            found.append(n)
        found.sort(key=lambda n: (self.rows[n].pos != pos, self.rows[n].kind != ""))
        for n in found:
            row = self.rows[n]
            self.zipf[n] = zipf if row.pos == pos or len(found) == 1 else zipf - 0.5
            if row.pos == pos and not row.kind and not (row.root and row.pattern):
                self.rows[n] = row._replace(root=row.root or root, pattern=row.pattern or pattern)
        return found[:2]


def without_article(name: str) -> str:
    """قَاهِرَة for القَاهِرَة, رِيَاض for الرِّيَاض; "" for a name that has no article."""
    letters, signs = marks(name)
    if not letters.startswith("ال") or len(letters) < 5:
        return ""
    first = signs[2].replace(SHADDA, "")
    return "".join(a + b for a, b in zip(letters[2:], (first, *signs[3:]), strict=True))


def cited(lemma: str) -> str:
    """A lemma as analyses give it, the table's and ours alike: without nunation, as it would be with the article.

    قَاضٍ -> قَاضِي, تَحَدٍّ -> تَحَدِّي, مُسْتَوًى -> مُسْتَوَى; the entry itself keeps its own spelling. Not for adverbs: بِشِدَّةٍ, جِدًّا.
    """
    if lemma.endswith(KASRATAN + SHADDA):  # as NFC has it
        return lemma[:-2] + KASRA + SHADDA + "ي"
    if lemma.endswith(KASRATAN):
        return lemma[:-1] + KASRA + "ي"
    if lemma.endswith(FATHATAN + "ى"):
        return lemma[:-2] + FATHA + "ى"
    return lemma


def group(pos: str) -> str:
    """Parts of speech that two dictionaries confuse are one group: nominals, verbs, the rest."""
    return "n" if pos in NOMINALS else "v" if pos == "verb" else "x"
