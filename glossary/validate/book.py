"""What a check may ask about the rest of the data while it looks at one entry."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.normalize import FATHATAN, fold, plain
from glossary import clitics
from glossary.entry import Entry, Term
from glossary.inflect import inflect
from glossary.sources import NAMES
from glossary.vowels import NOMINAL, OTHER, RUNNING, VERB

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from glossary.entry import Pair

NOMINALS = frozenset(("noun", "adjective", "numeral", "name"))
"""Parts of speech whose lemma ends without a case vowel."""


class Book:
    """All records, those that are looked at and those that they may refer to."""

    def __init__(self, records: Iterable[tuple[Entry | Term, Path]]) -> None:
        self.entries: dict[str, Entry] = {}
        self.terms: dict[str, Term] = {}
        self.places: dict[str, list[Path]] = defaultdict(list)
        for record, path in records:
            self.places[record.id].append(path)
            if isinstance(record, Entry):
                self.entries.setdefault(record.id, record)
            else:
                self.terms.setdefault(record.id, record)
        self._forms: dict[str, frozenset[str]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self.places

    @cached_property
    def by_lemma(self) -> dict[tuple[str, str], list[Entry]]:
        """Entries by lemma and part of speech."""
        found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in self.entries.values():
            found[entry.lemma, entry.pos].append(entry)
        return found

    @cached_property
    def by_term(self) -> dict[str, list[Term]]:
        """Terms by their text."""
        found: dict[str, list[Term]] = defaultdict(list)
        for term in self.terms.values():
            found[term.term].append(term)
        return found

    @cached_property
    def foreign(self) -> frozenset[str]:
        """The letters of the names' words: most of them take no case vowel."""
        names = [entry.lemma for entry in self.entries.values() if entry.pos == "name"]
        names += [term.term for term in self.terms.values() if term.source == NAMES]
        return frozenset(plain(word).removeprefix("ال") for name in names for word in name.split())

    @cached_property
    def by_example(self) -> dict[str, list[str]]:
        """Ids by the letters of their examples."""
        found: dict[str, list[str]] = defaultdict(list)
        all_records: list[Entry | Term] = [*self.entries.values(), *self.terms.values()]
        for record in all_records:
            for name, pair in pairs(record):
                if name == "example":
                    found[plain(pair.arabic)].append(record.id)
        return found

    def forms_of(self, name: str) -> frozenset[str]:
        """The letters of every inflected form of an entry, spellings that writers mix made one."""
        known = self._forms.get(name)
        if known is None:
            entry = self.entries[name]
            made = [form.vowelled for form in inflect(entry)] + [entry.lemma, *entry.forms, *entry.spellings]
            known = self._forms[name] = frozenset(fold(plain(word)) for word in made)
        return known

    def is_form(self, word: str, name: str) -> bool:
        """A vowelled word of a text is a form of the entry, whatever is attached to it."""
        found = stems(word)
        return bool(found & _likely(self.entries[name])) or bool(found & self.forms_of(name))


def _likely(entry: Entry) -> set[str]:
    """The commonest forms, to be spared most paradigms: those of verbs are dear."""
    words = [plain(word) for word in (entry.lemma, *entry.plural, *entry.masdar)]
    if entry.pos == "verb":
        words.append(words[0] + "ت")
    if entry.present:
        words += [plain(entry.present), "ت" + plain(entry.present)[1:]]
    return {fold(word) for word in words}


def stems(word: str) -> set[str]:
    """What a word of a text may be a form of: its letters less attached words, pronouns and an accusative's alef."""
    letters = plain(word)
    found = {fold(letters)}
    for cut in clitics.cuts(letters):
        found.add(fold(cut.prefix.restore + letters[cut.start : cut.end]))
    if FATHATAN in word and letters.endswith("ا"):
        found |= {fold(one) for one in stems(word.replace(FATHATAN, "")[:-1])}
    return found


def kind_of(entry: Entry) -> str:
    """How the lemma ends: like a noun, like a verb, or as it likes."""
    return NOMINAL if entry.pos in NOMINALS else VERB if entry.pos == "verb" else OTHER


def forms(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Every vowelled form of an entry: the field, the word, its kind."""
    yield "lemma", entry.lemma, kind_of(entry)
    nominal = (
        *(("plural", word) for word in entry.plural),
        ("dual", entry.dual),
        ("feminine", entry.feminine),
        ("elative", entry.elative),
        *(("masdar", word) for word in entry.masdar),
    )
    kind = NOMINAL if entry.pos in (*NOMINALS, "verb") else OTHER
    yield from ((name, word, kind) for name, word in nominal if word)
    if entry.present:
        yield "present", entry.present, VERB
    yield from (("forms", word, RUNNING) for word in entry.forms)


def pairs(record: Entry | Term) -> Iterator[tuple[str, Pair]]:
    """Examples and collocations with the name of their field."""
    if isinstance(record, Term):
        yield from (("example", pair) for pair in record.examples)
        return
    for sense in record.senses:
        yield from (("collocation", pair) for pair in sense.collocations)
        yield from (("example", pair) for pair in sense.examples)


def texts(record: Entry | Term) -> Iterator[tuple[str, str]]:
    """Every stretch of vowelled running text: terms, examples, collocations, frames."""
    if isinstance(record, Term):
        yield "term", record.term
    else:
        yield from (("frame", sense.frame) for sense in record.senses if sense.frame)
    yield from ((name, pair.arabic) for name, pair in pairs(record))
