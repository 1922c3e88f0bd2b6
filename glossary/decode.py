"""The TOML of docs/format.md to entries and terms: strictly, so that a slip is found where it was made.

    [kabir-a]
    lemma = "كَبِير"
    pos = "adjective"          ->  Entry("kabir-a", lemma="كَبِير", pos="adjective", senses=(Sense(("big",)),))
    gloss = ["big"]

Text is brought to NFC on the way in. Nothing here knows Arabic: how words look is for glossary.validate.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.errors import NashraError
from glossary.entry import POS, Entry, Pair, Sense, Term
from glossary.sources import USER, source_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LIMIT = 4_000_000
"""Bytes of one file; ours are a tenth of it."""
CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""Control characters, bidi controls and what is invisible."""

_WORD: dict[str, str] = {
    "lemma": "text", "pos": "text", "gender": "text", "number": "text", "root": "text", "pattern": "text",
    "plural": "list", "dual": "text", "feminine": "text", "elative": "text", "form": "text",
    "present": "text", "masdar": "list", "invariable": "flag", "forms": "list", "spellings": "list",
    "acronym": "text", "domain": "list", "related": "list", "gloss": "list", "sense": "tables",
}  # fmt: skip
_SENSE = {
    "gloss": "list", "domain": "list", "register": "text", "frame": "text", "note": "text",
    "collocation": "tables", "example": "tables",
}  # fmt: skip
_TERM = {
    "term": "text", "parts": "list", "gap": "numbers", "gloss": "list", "acronym": "text", "domain": "list",
    "register": "text", "note": "text", "related": "list", "example": "tables",
}  # fmt: skip
_PAIR = {"arabic": "text", "english": "text"}
_SAYS = {
    "text": "text in quotes", "list": 'a list of texts, as in ["…"]', "flag": "true or false",
    "numbers": "a list of numbers, as in [1, 0]", "tables": "tables, each under its own [[…]]",
}  # fmt: skip


class Problem(NamedTuple):
    """What is wrong with the form of a file, an entry or a field."""

    id: str
    """The entry's, or "" for the whole file."""
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that was read."""

    entries: dict[str, Entry] = field(default_factory=dict)
    terms: dict[str, Term] = field(default_factory=dict)
    origin: dict[str, Path] = field(default_factory=dict)
    """The file that each id came from."""


def load(paths: Iterable[Path]) -> Lexicon:
    """Read files into one lexicon. The user's own entries, wherever they stand, take the place of ours.

    Raises NashraError that names the file, entry and field that is wrong, or an id that two files share.
    """
    lexicon = Lexicon()
    for path in sorted(paths, key=lambda path: source_of(path) == USER):
        source = source_of(path)
        for record in decode(read(path), where=path, source=source):
            if record.id in lexicon.origin and source != USER:
                other = lexicon.origin[record.id]
                raise NashraError(f"{path}: {record.id} stands in {other} too; give one of them another id.")
            lexicon.origin[record.id] = path
            lexicon.entries.pop(record.id, None)
            lexicon.terms.pop(record.id, None)
            if isinstance(record, Entry):
                lexicon.entries[record.id] = record
            else:
                lexicon.terms[record.id] = record
    return lexicon


def read(path: Path) -> str:
    """The text of a data file; NashraError if it cannot be read, is too large or is not UTF-8."""
    try:
        raw = path.read_bytes()
        if len(raw) > LIMIT:
            raise NashraError(f"{path} is larger than {LIMIT // 1_000_000} MB; split it into smaller files.")
        return raw.decode("utf-8")
    except OSError as error:
        raise NashraError(f"{path} cannot be read: {error.strerror or error}.") from None
    except UnicodeDecodeError:
        raise NashraError(f"{path} is not UTF-8; save it as UTF-8.") from None


def decode(text: str, *, where: object = "<text>", source: str = "glossary") -> list[Entry | Term]:
    """The entries and terms of one file's text, in its order; NashraError for the first thing wrong."""
    records, problems = survey(text, source=source)
    if problems:
        first = problems[0]
        raise NashraError(": ".join(part for part in (str(where), first.id, first.message) if part))
    return records


def survey(text: str, *, source: str = "glossary") -> tuple[list[Entry | Term], list[Problem]]:
    """Like decode, but everything that is wrong is listed; the records are those that could be read."""
    text = unicodedata.normalize("NFC", text)
    problems: list[Problem] = []
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return [], [Problem("", "E101", f"not TOML: {error}")]
    records: list[Entry | Term] = []
    for name, table in tables.items():
        reader = _Reader(name, problems)
        before = len(problems)
        record = reader.record(table, source)
        if record is not None and len(problems) == before:
            records.append(record)
    return records, problems


class _Reader:
    """One table; collects what is wrong with it."""

    def __init__(self, name: str, problems: list[Problem]) -> None:
        self.name = name
        self.problems = problems

    def wrong(self, code: str, message: str) -> None:
        self.problems.append(Problem(CONTROL.sub("?", self.name), code, CONTROL.sub("?", message)))

    def record(self, table: Any, source: str) -> Entry | Term | None:
        if not isinstance(table, dict):
            self.wrong("E102", "stands outside any [id] table")
            return None
        if "term" in table:
            return self.term(self.fields(table, _TERM, ("term", "gloss"), ""), source)
        return self.entry(self.fields(table, _WORD, ("lemma", "pos"), ""), source)

    def fields(self, table: Any, shape: dict[str, str], needed: tuple[str, ...], at: str) -> dict[str, Any]:
        """The known fields of a table with their right types, lists as tuples."""
        out: dict[str, Any] = {}
        for key, value in table.items():
            kind = shape.get(key)
            if kind is None:
                known = (
                    "it goes into [[id.sense]]"
                    if not at and key in _SENSE
                    else "known are " + " ".join(shape)
                )
                self.wrong("E102", f"{at}{key}: no such field; {known}")
            elif not _fits(value, kind):
                self.wrong("E103", f"{at}{key} must be {_SAYS[kind]}")
            elif value == "" or value == []:
                self.wrong("E103", f"{at}{key} is empty; leave it out")
            else:
                out[key] = tuple(value) if isinstance(value, list) else value
                for string in value if isinstance(value, list) else (value,):
                    if isinstance(string, str) and (
                        string != string.strip() or string == "" or "\n" in string
                    ):
                        self.wrong("E103", f"{at}{key} has an empty text, a line break or a space at an end")
                    if isinstance(string, str) and CONTROL.search(string):
                        self.wrong("E106", f"{at}{key} has a control or invisible character")
        for key in needed:
            if key not in table:
                self.wrong("E104", f"{at}{key} is missing")
        return out

    def entry(self, got: dict[str, Any], source: str) -> Entry | None:
        gloss, senses = got.pop("gloss", None), got.pop("sense", ())
        if (gloss is None) == (not senses):
            self.wrong("E104", "needs either gloss or [[id.sense]], and not both")
        if got.get("pos", "noun") not in POS:
            self.wrong("E108", f"pos {got['pos']!r} is none of {' '.join(POS)}")
        made = tuple(self.sense(sense, number) for number, sense in enumerate(senses, 1))
        if gloss is not None:
            made = (Sense(gloss),)
        return (
            Entry(self.name, senses=made, source=source, **got) if "lemma" in got and "pos" in got else None
        )

    def sense(self, table: dict[str, Any], number: int) -> Sense:
        at = f"sense {number}: "
        got = self.fields(table, _SENSE, ("gloss",), at)
        collocations = self.pairs(got.pop("collocation", ()), at + "collocation: ")
        examples = self.pairs(got.pop("example", ()), at + "example: ")
        return Sense(got.pop("gloss", ()), collocations=collocations, examples=examples, **got)

    def pairs(self, tables: tuple[Any, ...], at: str) -> tuple[Pair, ...]:
        found = (self.fields(table, _PAIR, ("arabic", "english"), at) for table in tables)
        return tuple(Pair(got["arabic"], got["english"]) for got in found if len(got) == len(_PAIR))

    def term(self, got: dict[str, Any], source: str) -> Term | None:
        examples = self.pairs(got.pop("example", ()), "example: ")
        if "term" not in got or "gloss" not in got:
            return None
        return Term(self.name, parts=got.pop("parts", ()), examples=examples, source=source, **got)


def _fits(value: object, kind: str) -> bool:
    if kind == "text":
        return isinstance(value, str)
    if kind == "flag":
        return isinstance(value, bool)
    inner = {"list": str, "numbers": int, "tables": dict}[kind]
    return isinstance(value, list) and all(
        isinstance(item, inner) and not isinstance(item, bool) for item in value
    )
