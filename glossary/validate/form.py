"""E1: the form of the file, the ids and the closed lists."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from glossary.domains import DOMAINS
from glossary.entry import Entry, Term
from glossary.ident import ID, SUFFIX, stem, stem_of_term
from glossary.sources import GLOSSARY, USER
from glossary.validate.book import forms, texts
from glossary.validate.registry import entries, files, records, terms
from glossary.vowels import TATWEEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.validate.book import Book
    from glossary.validate.registry import Document

REGISTERS = frozenset((
    "UN", "legal", "military", "press", "diplomatic", "official", "formal", "informal", "colloquial",
    "technical", "economic", "financial", "religious", "historical", "literary", "political", "medical",
    "academic", "administrative", "Egypt", "Levant", "Gulf", "Maghreb", "Iraq", "Sudan", "Yemen",
))  # fmt: skip
"""What a register may say; several with commas between them."""
FORMS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
VALUES = {
    "gender": ("masculine", "feminine", "common"),
    "number": ("plural", "dual", "collective"),
    "form": tuple(f"{q}{n}" for q, of in (("", FORMS), ("Q", FORMS[:4])) for n in of),
}
FIELDS_OF = {
    "gender": ("noun", "name", "pronoun", "demonstrative", "relative", "numeral"),
    "plural": ("noun", "adjective", "name", "numeral", "pronoun", "demonstrative", "relative"),
    "dual": ("noun", "adjective", "name", "numeral", "pronoun", "demonstrative", "relative"),
    "feminine": ("noun", "adjective", "name", "numeral", "pronoun", "demonstrative", "relative"),
    "elative": ("adjective",),
    "form": ("verb",),
    "present": ("verb",),
    "masdar": ("verb",),
}
VOWELLED = ("lemma", "present", "plural", "masdar", "dual", "feminine", "elative", "forms", "term")
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    yield from enumerate(document.text.splitlines(), 1)


@files("E105", "the text is in Unicode's NFC")
def normal(document: Document) -> Iterator[str]:
    """Also the order of shadda and vowel; the formatter sees to it."""
    bad = [number for number, line in _lines(document) if not unicodedata.is_normalized("NFC", line)]
    if bad:
        yield f"not in NFC, first in line {bad[0]}: run python -m glossary.format"


@files("E111", "a line holds at most one Arabic string")
def one_string(document: Document) -> Iterator[str]:
    """So that no editor reorders a line."""
    for number, line in _lines(document):
        if sum(1 for string in _STRING.findall(line) if ARABIC.search(string)) > 1:
            yield f"more than one Arabic string in line {number}: run python -m glossary.format"
            return


@files("E112", "the tables are sorted by id")
def in_order(document: Document) -> Iterator[str]:
    """The formatter sorts them."""
    for before, after in zip(document.ids, document.ids[1:], strict=False):
        if after < before:
            yield f"{after} stands after {before}: run python -m glossary.format"
            return


@files("E118", "comments stand at the top only")
def comments(document: Document) -> Iterator[str]:
    """Elsewhere the formatter could not keep them."""
    seen = False
    for number, line in _lines(document):
        if seen and line.lstrip().startswith("#"):
            yield f"line {number}: a comment between the tables is lost; make it a note"
        seen = seen or bool(line.strip() and not line.startswith("#"))


@records("E107", "no tatweel in a word")
def tatweel(record: Entry | Term, book: Book) -> Iterator[str]:
    """A letter shown alone in a text (بِـ) may have it."""
    words = [] if isinstance(record, Term) else [(name, word) for name, word, _ in forms(record)]
    for name, text in (*words, *texts(record)):
        for word in text.split():
            if TATWEEL in word and not (name not in VOWELLED and len(word.rstrip("،.")) <= 3):
                yield f"{name}: tatweel in {word}"


@entries("E115", "gender, number, form have one of their values; a field belongs to its part of speech")
def closed_values(entry: Entry, book: Book) -> Iterator[str]:
    """A present on a noun, an elative on a verb, are slips."""
    for name, values in VALUES.items():
        value = getattr(entry, name)
        if value is not None and value not in values:
            yield f"{name} {value!r} is none of {' '.join(values)}"
    for name, of in FIELDS_OF.items():
        if getattr(entry, name) and entry.pos not in of:
            yield f"{name} belongs to {' '.join(of)}, this is a {entry.pos}"


@entries("E119", "a noun has its gender, a verb its form and present")
def needed(entry: Entry, book: Book) -> Iterator[str]:
    """لَيْسَ has no present: a verb that is invariable, or says so in forms, needs none."""
    if entry.pos == "noun" and entry.gender is None:
        yield "a noun needs its gender"
    if entry.pos == "verb" and entry.form is None:
        yield "a verb needs its form"
    if entry.pos == "verb" and entry.present is None and not entry.invariable and not entry.forms:
        yield "a verb needs its present"


@records("E109", "a domain is one of docs/format.md, and no domain stands twice")
def domains(record: Entry | Term, book: Book) -> Iterator[str]:
    """The list is closed: the screens and the file names rest on it."""
    inner = [] if isinstance(record, Term) else [sense.domain for sense in record.senses]
    for given in (record.domain, *inner):
        for name in given:
            if name not in DOMAINS:
                yield f"domain {name!r} is none of {' '.join(DOMAINS)}"
        if len(set(given)) != len(given):
            yield "a domain stands twice"


@records("E117", "a word or term of the curated glossary has a domain, one of the general lexicon none")
def has_domain(record: Entry | Term, book: Book) -> Iterator[str]:
    """A file of field/ is named after its words' first domain."""
    places = book.places[record.id]
    if record.source == GLOSSARY:
        if not record.domain:
            yield "needs a domain"
        elif all(record.domain[0] != path.stem.split("-")[0] for path in places):
            yield f"its first domain is {record.domain[0]}, the file's name is not"
    elif record.source == "lexicon" and record.domain:
        yield "the general lexicon has no domains; move it to field/ or take the domain out"


@records("E110", "a register is one of the known ones")
def registers(record: Entry | Term, book: Book) -> Iterator[str]:
    """Several stand with commas between them."""
    given = [record.register] if isinstance(record, Term) else [sense.register for sense in record.senses]
    for register in filter(None, given):
        for name in register.split(", "):
            if name not in REGISTERS:
                yield f"register {name!r} is none of: {', '.join(sorted(REGISTERS))}"


@records("E113", "an id stands in one file only")
def unique(record: Entry | Term, book: Book) -> Iterator[str]:
    """A user's entry may take the place of ours."""
    places = sorted(set(book.places[record.id]))
    if len(places) > 1 and record.source != USER:
        yield f"stands in {' and '.join(str(path) for path in places)}: the second one ends in 2"


@entries("E114", "the id is the lemma in plain ASCII, a hyphen, and the part of speech")
def identifier(entry: Entry, book: Book) -> Iterator[str]:
    """Doubled letters do no harm."""
    given, _, tail = entry.id.rpartition("-")
    suffix = SUFFIX.get(entry.pos, "")
    if not ID.fullmatch(entry.id) or tail.rstrip("0123456789") != suffix:
        yield f"the id should be {stem(entry.lemma)}-{suffix}"
    elif _squeeze(given) != stem(entry.lemma):
        yield f"the id should be {stem(entry.lemma)}-{tail}"


@terms("E121", "a term's id is its words in plain ASCII with hyphens, and -t")
def term_identifier(term: Term, book: Book) -> Iterator[str]:
    """Vowels and the article are the author's choice; the consonants are the term's."""
    given, _, tail = term.id.rpartition("-")
    wanted = stem_of_term(term.term)
    if not ID.fullmatch(term.id) or tail.rstrip("0123456789") != "t" or _bones(given) != _bones(wanted):
        yield f"the id should be {wanted}-t"


def _squeeze(text: str) -> str:
    return re.sub(r"([a-z])\1+", r"\1", text)


def _bones(text: str) -> str:
    """The consonants without the article and without what endings and joins change."""
    return _squeeze(re.sub(r"\bal-|[aiuwyhtn-]", "", text))


@entries("E116", "an entry is one word; more than one is a term")
def one_word(entry: Entry, book: Book) -> Iterator[str]:
    """A name of several words is a term whose parts may be exact words."""
    if " " in entry.lemma:
        yield "more than one word: make it a term"


@entries("E120", "the same word does not stand twice")
def twice(entry: Entry, book: Book) -> Iterator[str]:
    """Homonyms have different roots (or presents); one entry holds all senses of a word."""
    for other in book.by_lemma[entry.lemma, entry.pos]:
        same_root = entry.root is None or other.root is None or entry.root == other.root
        if other.id < entry.id and same_root and entry.present == other.present and other.id in book.places:
            yield f"the same word as {other.id} in {book.places[other.id][0]}: make one entry of both"
