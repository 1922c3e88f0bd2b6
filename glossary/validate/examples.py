"""E6: examples and collocations: ours, short, with the word in them, and translated by one of its glosses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.normalize import plain
from glossary.entry import Entry
from glossary.validate.book import pairs
from glossary.validate.english import said
from glossary.validate.registry import records
from glossary.validate.vowelling import running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.entry import Pair, Term
    from glossary.validate.book import Book

SHORTEST, LONGEST = 5, 18
"""Words of an example. The style asks for 6 to 16; a word more or less is no error."""
_STOP = re.compile(r'[.!?؟…]["”»]?$')


def _with_glosses(record: Entry | Term) -> Iterator[tuple[Pair, tuple[str, ...]]]:
    """Each example with the glosses of its sense."""
    if isinstance(record, Entry):
        for sense in record.senses:
            yield from ((pair, sense.gloss) for pair in sense.examples)
    else:
        yield from ((pair, record.gloss) for pair in record.examples)


@records("E601", "an example and a collocation contain the word")
def contains(record: Entry | Term, book: Book) -> Iterator[str]:
    """In any of its inflected forms; a term's words in their order."""
    for name, pair in pairs(record):
        words = running(pair.arabic)
        if isinstance(record, Entry):
            found = any(book.is_form(word, record.id) for word in words)
        else:
            found = not record.parts or _term_inside(record, words, book)
        if not found:
            yield f"{name}: {record.lemma if isinstance(record, Entry) else record.term} is not in {pair.arabic}"


def _term_inside(term: Term, words: list[str], book: Book) -> bool:
    """Every part occurs, each after the one before."""
    left = iter(words)
    return all(
        any(
            part[1:] in plain(word)
            if part.startswith("=")
            else part not in book.entries or book.is_form(word, part)
            for word in left
        )
        for part in term.parts
    )


@records("E603", "the translation of an example contains a gloss of its sense")
def gloss_in_translation(record: Entry | Term, book: Book) -> Iterator[str]:
    """Some word of some gloss, whatever its ending."""
    for pair, glosses in _with_glosses(record):
        if not any(said(gloss, pair.english) for gloss in glosses):
            yield f"none of {', '.join(glosses)} is in: {pair.english}"


@records("E604", "an example is short")
def example_length(record: Entry | Term, book: Book) -> Iterator[str]:
    """Six to sixteen words are asked for."""
    for name, pair in pairs(record):
        count = len(running(pair.arabic))
        if name == "example" and not SHORTEST <= count <= LONGEST:
            yield f"{count} words: {pair.arabic}"


@records("E605", "an example and its translation end with a stop, a collocation does not")
def stop(record: Entry | Term, book: Book) -> Iterator[str]:
    """Also a question mark or an exclamation mark."""
    for name, pair in pairs(record):
        for text in (pair.arabic, pair.english):
            if name == "example" and not _STOP.search(text):
                yield f"no stop at the end: {text}"
            elif name == "collocation" and text.endswith("."):
                yield f"a collocation ends with a stop: {text}"


@records("E606", "the two sides are in their languages")
def languages(record: Entry | Term, book: Book) -> Iterator[str]:
    """No Arabic in the English, no English in the Arabic."""
    for name, pair in pairs(record):
        if re.search("[\u0600-\u06ff]", pair.english):
            yield f"{name}: Arabic in the English: {pair.english}"
        if re.search("[a-z]", pair.arabic) or not re.search("[\u0621-\u064a]", pair.arabic):
            yield f"{name}: not Arabic: {pair.arabic}"


@records("E607", "an example stands once")
def only_once(record: Entry | Term, book: Book) -> Iterator[str]:
    """Another word deserves another sentence."""
    for _, pair in pairs(record):
        holders = sorted(set(book.by_example.get(plain(pair.arabic), ())))
        if len(holders) > 1 and holders[0] != record.id:
            yield f"the sentence is {holders[0]}'s too: {pair.arabic}"
