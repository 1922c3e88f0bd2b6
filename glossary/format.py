"""The one canonical way to write the glossary's files, so that a change shows what changed and nothing else.

    python -m glossary.format FILE…           rewrite
    python -m glossary.format --check FILE…   only say which would change

Tables by id, fields in the order of docs/format.md, a list with Arabic in it one string to a line. A comment
at the top of a file is kept; one between the fields has no place to go and is refused.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from glossary.decode import decode, read
from glossary.entry import Entry, Pair, Sense, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDTH = 110
"""Columns up to which a list of ASCII stays on one line."""
_WORD = (
    "lemma", "pos", "gender", "number", "root", "pattern", "plural", "dual", "feminine", "elative", "form",
    "present", "masdar", "invariable", "forms", "spellings", "acronym", "domain", "related",
)  # fmt: skip
_SENSE = ("gloss", "domain", "register", "frame", "note")
_TERM = ("term", "parts", "gap", "gloss", "acronym", "domain", "register", "note", "related")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f"}
_MUST_ESCAPE = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]')


def dump(records: Iterable[Entry | Term], header: str = "") -> str:
    """The text of a file that holds these, sorted by id. decode(dump(records)) gives them back."""
    tables = ("\n".join(_table(record)) for record in sorted(records, key=lambda record: record.id))
    return header + "\n\n".join(tables) + "\n"


def tidy(text: str, *, where: object = "<text>") -> str:
    """A file's text in the canonical way. NashraError if it cannot be read or a comment would be lost."""
    records = decode(text, where=where)
    return dump(records, header(text, where=where))


def header(text: str, *, where: object = "<text>") -> str:
    """The comment at the top of a file with an empty line after it, or ""."""
    lines = unicodedata.normalize("NFC", text).splitlines()
    top = 0
    while top < len(lines) and (lines[top].startswith("#") or not lines[top].strip()):
        top += 1
    for number, line in enumerate(lines[top:], top + 1):
        if line.lstrip().startswith("#"):
            raise NashraError(
                f"{where}: line {number}: a comment here would be lost; make it a note or take it out."
            )
    kept = "\n".join(lines[:top]).strip()
    return kept + "\n\n" if kept else ""


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        if path.exists():
            os.chmod(name, path.stat().st_mode & 0o7777)
        else:
            os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _table(record: Entry | Term) -> Iterator[str]:
    name = record.id if re.fullmatch(r"[A-Za-z0-9_-]+", record.id) else _string(record.id)
    yield f"[{name}]"
    if isinstance(record, Term):
        yield from _lines(record, _TERM)
        yield from _pairs(f"{name}.example", record.examples)
        return
    yield from _lines(record, _WORD)
    if len(record.senses) == 1 and record.senses[0] == Sense(record.senses[0].gloss):
        yield from _field("gloss", record.senses[0].gloss)
        return
    for sense in record.senses:
        yield f"\n[[{name}.sense]]"
        yield from _lines(sense, _SENSE)
        yield from _pairs(f"{name}.sense.collocation", sense.collocations)
        yield from _pairs(f"{name}.sense.example", sense.examples)


def _pairs(name: str, pairs: tuple[Pair, ...]) -> Iterator[str]:
    for pair in pairs:
        yield f"\n[[{name}]]"
        yield from _lines(pair, ("arabic", "english"))


def _lines(record: Entry | Term | Sense | Pair, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        value = getattr(record, name)
        if value is not None and value is not False and value != ():
            yield from _field(name, value)


def _field(name: str, value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        items = [_string(item) if isinstance(item, str) else str(item) for item in value]
        line = f"{name} = [{', '.join(items)}]"
        if line.isascii() and len(line) <= WIDTH:
            yield line
        else:
            yield f"{name} = ["
            yield from (f"  {item}," for item in items)
            yield "]"
    else:
        yield f"{name} = {'true' if value is True else _string(str(value))}"


def _string(text: str) -> str:
    return '"' + _MUST_ESCAPE.sub(lambda m: _ESCAPES.get(m[0], f"\\u{ord(m[0]):04x}"), text) + '"'


def main(arguments: list[str]) -> int:
    """Format the files named; with --check only say which are not, exit status 1."""
    check = "--check" in arguments
    status = 0
    for path in (Path(name) for name in arguments if name != "--check"):
        try:
            text = read(path)
            wanted = tidy(text, where=path)
            if wanted == text:
                continue
            print(f"{path}: {'not in the canonical way' if check else 'rewritten'}")
            if check:
                status = 1
            else:
                write(path, wanted)
        except (NashraError, OSError) as error:
            print(error, file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
