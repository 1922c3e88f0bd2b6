"""The table of checks: a code, what it asks for, and the one small function that looks.

    @entries("E312", "an elative has the shape of أَفْعَل")
    def elative(entry: Entry, book: Book) -> Iterator[str]: ...

E1 the form of the file, E2 vowelling, E3 morphology, E4 references, E5 glosses, E6 examples; W is a
warning: a tool disagrees, or the eye should look again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from glossary.entry import Entry, Term
    from glossary.validate.book import Book

    OnEntry = Callable[[Entry, Book], Iterator[str]]
    OnTerm = Callable[[Term, Book], Iterator[str]]
    OnRecord = Callable[[Entry | Term, Book], Iterator[str]]
    OnFile = Callable[["Document"], Iterator[str]]


class Finding(NamedTuple):
    """What a check found; str() is the line that is printed."""

    path: Path
    id: str
    code: str
    message: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.id}" if self.id else str(self.path)
        return f"{where}: {self.code} {self.message}"


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read."""

    path: Path
    text: str
    ids: tuple[str, ...]
    """In the file's order."""
    source: str


ABOUT: dict[str, str] = {
    "E101": "the file is TOML, no table twice",
    "E102": "every field is one of docs/format.md",
    "E103": "every field has its type and is not empty",
    "E104": "the fields that must be there are there",
    "E106": "no control, bidi or invisible characters",
    "E108": "pos is one of docs/format.md",
}
"""What each code asks for. The decoder itself answers for the first six."""
ON_FILE: dict[str, OnFile] = {}
ON_ENTRY: dict[str, OnEntry] = {}
ON_TERM: dict[str, OnTerm] = {}


def files(code: str, about: str) -> Callable[[OnFile], OnFile]:
    """Register a check of a file's text."""

    def add(function: OnFile) -> OnFile:
        ABOUT[code] = about
        ON_FILE[code] = function
        return function

    return add


def entries(code: str, about: str) -> Callable[[OnEntry], OnEntry]:
    """Register a check of a single word."""

    def add(function: OnEntry) -> OnEntry:
        ABOUT[code] = about
        ON_ENTRY[code] = function
        return function

    return add


def terms(code: str, about: str) -> Callable[[OnTerm], OnTerm]:
    """Register a check of a term."""

    def add(function: OnTerm) -> OnTerm:
        ABOUT[code] = about
        ON_TERM[code] = function
        return function

    return add


def records(code: str, about: str) -> Callable[[OnRecord], OnRecord]:
    """Register a check of both."""

    def add(function: OnRecord) -> OnRecord:
        ABOUT[code] = about
        ON_ENTRY[code] = function
        ON_TERM[code] = function
        return function

    return add
