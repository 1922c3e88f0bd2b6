"""Runs the checks over files."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from glossary.decode import CONTROL, read, survey
from glossary.entry import Entry
from glossary.sources import DATA, source_of
from glossary.validate import (  # noqa: F401  they register their checks
    examples,
    form,
    glosses,
    morphology,
    references,
    tools,
    verbs,
    vowelling,
)
from glossary.validate.book import Book
from glossary.validate.registry import ON_ENTRY, ON_FILE, ON_TERM, Document, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from glossary.entry import Term

SETTLED = DATA / "settled.toml"
"""The warnings that were looked at: [[settled]] with id, code, why."""


def validate(paths: Iterable[Path], others: Iterable[Path] = (), *, warnings: bool = False) -> list[Finding]:
    """What is wrong with these files. The others are there to be referred to.

    NashraError if a file cannot be read; what is wrong inside one is a finding.
    """
    found: list[Finding] = []
    looked_at: list[tuple[Entry | Term, Path]] = []
    paths = list(dict.fromkeys(paths))
    for path in paths:
        text = read(path)
        records, problems = survey(text, source=source_of(path))
        found += (Finding(path, *problem) for problem in problems)
        document = Document(path, text, tuple(record.id for record in records), source_of(path))
        found += _over_file(document)
        looked_at += ((record, path) for record in records)
    known = {path.resolve() for path in paths}
    around = [
        (record, path)
        for path in others
        if path.resolve() not in known
        for record in survey(read(path), source=source_of(path))[0]
    ]
    book = Book([*looked_at, *around])
    silent = settled()
    for record, path in looked_at:
        found += over_record(record, path, book, warnings=warnings)
    return [finding for finding in found if (finding.id, finding.code) not in silent]


def settled(path: Path = SETTLED) -> frozenset[tuple[str, str]]:
    """The (id, code) pairs that are silent because somebody looked and wrote down why: warnings, E3, and E114.

    E114 because an id outlives the vowels it was made from.
    """
    if not path.exists():
        return frozenset()
    rows = tomllib.loads(read(path)).get("settled", [])
    return frozenset(
        (row["id"], row["code"])
        for row in rows
        if row.get("why") and row["code"].startswith(("W", "E3", "E114"))
    )


def _over_file(document: Document) -> Iterator[Finding]:
    if CONTROL.search(document.text.replace("\r\n", "\n")):
        yield Finding(document.path, "", "E106", "the text has a control, bidi or invisible character")
    for code, check in ON_FILE.items():
        yield from (Finding(document.path, "", code, message) for message in check(document))


def over_record(record: Entry | Term, path: Path, book: Book, *, warnings: bool) -> Iterator[Finding]:
    """What the checks of a word or term find."""
    table = ON_ENTRY if isinstance(record, Entry) else ON_TERM
    for code, check in table.items():
        if code[0] == "W" and not warnings:
            continue
        for message in check(record, book):  # type: ignore[arg-type]
            yield Finding(path, record.id, code, message)
