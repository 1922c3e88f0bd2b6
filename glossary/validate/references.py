"""E4: ids that are referred to, and the parts of terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.normalize import plain
from glossary.validate.registry import records, terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.entry import Entry, Term
    from glossary.validate.book import Book

GAP = 4
"""Words that may come in between, at most."""


@records("E401", "related ids exist")
def related_exist(record: Entry | Term, book: Book) -> Iterator[str]:
    """settle.py --prune takes out those that do not."""
    yield from (f"related {name} does not exist" for name in record.related if name not in book)


@records("E402", "an entry is not related to itself, nor twice to another")
def related_once(record: Entry | Term, book: Book) -> Iterator[str]:
    """A slip of copying."""
    if record.id in record.related:
        yield "related to itself"
    if len(set(record.related)) != len(record.related):
        yield "the same id twice in related"


@terms("E403", "the parts of a term are words of the data")
def parts_exist(term: Term, book: Book) -> Iterator[str]:
    """Or an exact word with = before it."""
    for part in term.parts:
        if part in book.terms:
            yield f"part {part} is a term: name its words"
        elif not part.startswith("=") and part not in book.entries:
            yield f"part {part} does not exist"
        elif part.startswith("=") and plain(part[1:]) != part[1:]:
            yield f"the exact word {part} is written without vowels"


@terms("E404", "a term has a part for each of its words")
def parts_count(term: Term, book: Book) -> Iterator[str]:
    """settle.py fills in the parts that are missing."""
    words = len(term.term.split())
    if words < 2:
        yield "one word: make it an entry"
    elif not term.parts:
        yield "no parts: run scripts/settle.py"
    elif len(term.parts) != words:
        yield f"{len(term.parts)} parts for {words} words"


@terms("E405", "gap has a number for each part but the last")
def gap_length(term: Term, book: Book) -> Iterator[str]:
    """None at all means no gaps."""
    if term.gap and term.parts and len(term.gap) != len(term.parts) - 1:
        yield f"gap has {len(term.gap)} numbers, {len(term.parts) - 1} are needed"
    if any(not 0 <= number <= GAP for number in term.gap):
        yield f"a gap is 0 to {GAP}"


@terms("E406", "each word of a term is a form of its part")
def parts_fit(term: Term, book: Book) -> Iterator[str]:
    """By the letters of its inflected forms, with or without the article and what is attached."""
    for word, part in zip(term.term.split(), term.parts, strict=False):
        if part.startswith("="):
            if part[1:] not in (plain(word), plain(word).removeprefix("ال")):
                yield f"{part} is not the word {plain(word)}"
        elif part in book.entries and not book.is_form(word, part):
            yield f"{word} is no form of {part} ({book.entries[part].lemma})"


@terms("E407", "the same term does not stand twice")
def term_twice(term: Term, book: Book) -> Iterator[str]:
    """By its letters and vowels."""
    for other in book.by_term.get(term.term, ()):
        if other.id < term.id:
            yield f"the same term as {other.id}"
