"""E2: every vowelled string, by the rules of vowels.py, hamza.py and article.py."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.normalize import DAMMA, FATHA, KASRA, SHADDA, SUKUN, plain
from glossary import vowels
from glossary.article import has_article, sun_letters
from glossary.entry import Entry
from glossary.hamza import seats
from glossary.sources import NAMES
from glossary.validate.book import forms, stems, texts
from glossary.validate.registry import entries, records
from glossary.vowels import LETTERS, MARKS, NOMINAL, RUNNING, Unit, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.entry import Term
    from glossary.validate.book import Book

_WORD = re.compile(f"[{''.join(sorted(LETTERS))}{''.join(sorted(MARKS))}ٱ]+")
_SOUND_END = re.compile(
    f"(?:{DAMMA}ون{FATHA}|{KASRA}ين{FATHA}|(?:{FATHA}ا|آ)ن{KASRA}|{FATHA}ي{SUKUN}ن{KASRA}|{FATHA}و{SUKUN}ن{FATHA})$"
)
"""ـُونَ ـِينَ ـَانِ ـَيْنِ ـَوْنَ: endings whose vowel is no case."""


def running(text: str) -> list[str]:
    """The Arabic words of a text; a prefix shown alone (بِـ) is none."""
    return [word for word in _WORD.findall(re.sub(r"\S*\u0640\S*", " ", text)) if plain(word)]


def _all(record: Entry | Term) -> Iterator[tuple[str, str, tuple[Unit, ...], str]]:
    """Field, word, its letters, its kind: of all that is vowelled."""
    if isinstance(record, Entry):
        for name, text, kind in forms(record):
            for word in text.split():
                yield name, word, units(word), kind
    for name, text in texts(record):
        for word in running(text):
            yield name, word, units(word), RUNNING


@records("E201", "every consonant has a vowel or a sukun")
def missing(record: Entry | Term, book: Book) -> Iterator[str]:
    """Only the end of a noun's or adjective's lemma has none."""
    for name, word, cut, kind in _all(record):
        yield from (f"{name} {word}: {fault}" for fault in vowels.missing_vowels(cut, kind))


@records("E202", "a mark stands on a letter that takes it, one vowel to a letter")
def stray(record: Entry | Term, book: Book) -> Iterator[str]:
    """Also a vowel on آ or ى, a tanwin on the alef."""
    for name, word, cut, _ in _all(record):
        yield from (f"{name} {word}: {fault}" for fault in vowels.stray_marks(cut))


@records("E203", "a shadda has its vowel")
def shadda(record: Entry | Term, book: Book) -> Iterator[str]:
    """Not on a first letter, not with a sukun."""
    for name, word, cut, kind in _all(record):
        yield from (f"{name} {word}: {fault}" for fault in vowels.shaddas(cut, kind))


@records("E204", "no sukun on the letter of a long vowel or on the first letter")
def sukun(record: Entry | Term, book: Book) -> Iterator[str]:
    """Names and loanwords may begin with one, and so may they in a text."""
    foreign = not (isinstance(record, Entry) and record.root)
    for name, word, cut, kind in _all(record):
        found = vowels.sukuns(cut, foreign=foreign or kind == RUNNING)
        yield from (f"{name} {word}: {fault}" for fault in found)


@records("E205", "fatha before ā and ة, kasra before ī, damma before ū")
def long_vowel(record: Entry | Term, book: Book) -> Iterator[str]:
    """A و or ي with neither is a diphthong without its sukun."""
    for name, word, cut, _ in _all(record):
        yield from (f"{name} {word}: {fault}" for fault in vowels.long_vowels(cut))


@records("E206", "tanwin stands at the end, fathatan before its alef")
def tanwin(record: Entry | Term, book: Book) -> Iterator[str]:
    """جِدًّا, not جِدّاً."""
    for name, word, cut, _ in _all(record):
        yield from (f"{name} {word}: {fault}" for fault in vowels.tanwins(cut))


@records("E207", "a hamza is on its seat")
def hamza(record: Entry | Term, book: Book) -> Iterator[str]:
    """مَسْؤُول، بِيئَة، قِرَاءَة."""
    for name, word, cut, _ in _all(record):
        yield from (f"{name} {word}: {fault}" for fault in seats(cut))


@records("E208", "after the article a sun letter has a shadda, a moon letter none")
def sun(record: Entry | Term, book: Book) -> Iterator[str]:
    """In running text."""
    for name, word, cut, kind in _all(record):
        if kind == RUNNING:
            yield from (f"{name} {word}: {fault}" for fault in sun_letters(cut))


@entries("E209", "a noun's or adjective's lemma has no article")
def article(entry: Entry, book: Book) -> Iterator[str]:
    """Names may have one, and adverbs."""
    if entry.pos in ("noun", "adjective") and has_article(units(entry.lemma)):
        yield f"lemma {entry.lemma} has the article (if its ل is a radical, write اِلْ)"


@entries("E210", "a noun's or adjective's lemma has no case vowel")
def case(entry: Entry, book: Book) -> Iterator[str]:
    """Nor have its plural, feminine and maṣdar."""
    for name, word, kind in forms(entry):
        if kind == NOMINAL and not _SOUND_END.search(word.replace(SHADDA, "")):
            yield from (f"{name} {word}: {fault}" for fault in vowels.case_ending(units(word)))


@entries("E211", "a verb's lemma is its past and ends like one")
def verb_end(entry: Entry, book: Book) -> Iterator[str]:
    """In a fatha or ā."""
    if entry.pos == "verb":
        yield from (f"lemma {entry.lemma}: {fault}" for fault in vowels.verb_ending(units(entry.lemma)))


@entries("E212", "hamzat al-wasl at the start of a lemma has its vowel")
def hamzat_wasl(entry: Entry, book: Book) -> Iterator[str]:
    """اِتَّهَمَ، اِنْتِخَاب; in running text it may be left out."""
    for name, word, kind in forms(entry):
        if kind != RUNNING and not has_article(units(word)):
            yield from (f"{name} {word}: {fault}" for fault in vowels.wasl(units(word)))


@records("E213", "ة and ى stand at the end of a word only")
def inside(record: Entry | Term, book: Book) -> Iterator[str]:
    """Two words run together, or an old spelling."""
    for name, word, cut, _ in _all(record):
        yield from (f"{name} {word}: {fault}" for fault in vowels.ta_marbuta(cut))


@records("W201", "the last consonant of a word in a text has its vowel")
def end(record: Entry | Term, book: Book) -> Iterator[str]:
    """Foreign names go without."""
    if record.source == NAMES:
        return
    for name, text in texts(record):
        for word in running(text):
            if not stems(word) & book.foreign:
                yield from (f"{name} {word}: {fault}" for fault in vowels.open_end(units(word)))
