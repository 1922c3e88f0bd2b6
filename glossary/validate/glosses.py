"""E5: what an English gloss looks like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.entry import Entry
from glossary.validate.registry import entries, records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.entry import Term
    from glossary.validate.book import Book

LONGEST, WORDS, SENSES = 48, 6, 4
"""Letters and words of a gloss at most, and senses of a word."""


def glosses(record: Entry | Term) -> Iterator[str]:
    """All glosses of all senses."""
    if isinstance(record, Entry):
        for sense in record.senses:
            yield from sense.gloss
    else:
        yield from record.gloss


@records("E501", 'a gloss does not begin with "to "')
def bare_infinitive(record: Entry | Term, book: Book) -> Iterator[str]:
    """Verbs stand as bare infinitives; the preposition "to" itself is fine."""
    verbal = isinstance(record, Entry) and record.pos == "verb"
    for gloss in glosses(record):
        if gloss.startswith("to ") and verbal:
            yield f"{gloss!r}: write it without to"


@records("E502", "no parentheses or brackets in a gloss")
def no_parentheses(record: Entry | Term, book: Book) -> Iterator[str]:
    """What is to be said in them is a note."""
    yield from (
        f"{gloss!r} has parentheses" for gloss in glosses(record) if re.search(r"[()\[\]{}<>]", gloss)
    )


@records("E503", "a gloss does not begin with an article")
def no_article(record: Entry | Term, book: Book) -> Iterator[str]:
    """Names that are never without it are the exception."""
    named = isinstance(record, Entry) and record.pos in (
        "name",
        "demonstrative",
        "relative",
        "numeral",
        "particle",
    )
    for gloss in glosses(record):
        if re.match(r"(?:the|a|an) [a-z]", gloss) and not named and " of " not in gloss[2:5]:
            yield f"{gloss!r} begins with an article"


@records("E504", "a gloss is short: up to six words")
def short(record: Entry | Term, book: Book) -> Iterator[str]:
    """A term, and a name, may be as long as its English is."""
    named = not isinstance(record, Entry) or record.pos == "name"
    for gloss in glosses(record):
        if len(gloss) > LONGEST * (1 + named) or len(gloss.split()) > WORDS * (1 + named):
            yield f"{gloss!r} is too long for a card"


@records("E505", "a gloss does not end in a stop, and separates nothing with ; / or ,")
def one_meaning(record: Entry | Term, book: Book) -> Iterator[str]:
    """A second meaning is a second gloss."""
    named = not isinstance(record, Entry) or record.pos == "name"
    for gloss in glosses(record):
        if re.search(r"(?<!\.[A-Za-z])[.;:!?,]$", gloss) and not re.search(r"\b(?:Mr|Dr|Gen|etc)\.$", gloss):
            yield f"{gloss!r} ends in punctuation"
        elif re.search(r"[;/]", gloss) or ("," in gloss and not named):
            yield f"{gloss!r} holds two glosses: make a list"


@records("E506", "no gloss twice in a sense")
def once(record: Entry | Term, book: Book) -> Iterator[str]:
    """Capitals make no difference."""
    groups = [sense.gloss for sense in record.senses] if isinstance(record, Entry) else [record.gloss]
    for group in groups:
        small = [gloss.lower() for gloss in group]
        yield from sorted({f"{gloss!r} stands twice" for gloss in small if small.count(gloss) > 1})


@entries("E507", "no two senses with the same first gloss")
def senses_differ(entry: Entry, book: Book) -> Iterator[str]:
    """They are one sense."""
    first = [sense.gloss[0].lower() for sense in entry.senses]
    yield from sorted({f"two senses begin with {gloss!r}" for gloss in first if first.count(gloss) > 1})


@entries("E508", "at most four senses, at most four glosses in one")
def few(entry: Entry, book: Book) -> Iterator[str]:
    """A reader has no time for more."""
    if len(entry.senses) > SENSES:
        yield f"{len(entry.senses)} senses"
    yield from (f"{len(s.gloss)} glosses in one sense" for s in entry.senses if len(s.gloss) > SENSES)


@records("E509", "a gloss is English: no Arabic letters, no double spaces")
def english(record: Entry | Term, book: Book) -> Iterator[str]:
    """Accents and dashes are fine."""
    yield from (
        f"{gloss!r} is not plain English"
        for gloss in glosses(record)
        if re.search("[\u0600-\u06ff]|  ", gloss)
    )
