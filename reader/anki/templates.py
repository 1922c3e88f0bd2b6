"""Card templates put together from the files in look/.

`newspaper.front.html`, `newspaper.back.html` ...: one pair for each template of the schema. `[[answer]]`
stands for `answer.part.html`; `[[grammar]]` for `grammar.word.part.html` or `grammar.term.part.html`, by
note type.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from reader.anki.schema import TERM, NoteType

_FILES = ("newspaper", "production", "cloze", "listening", "spare1", "spare2")
_PART = re.compile(r"\[\[(\w+)\]\]")


def css() -> str:
    """The style that every card shares."""
    return read("style.css")


def card_templates(note_type: NoteType) -> list[tuple[str, str]]:
    """(front, back) in the order of the schema."""
    kind = "term" if note_type is TERM else "word"
    return [(_assemble(f"{name}.front.html", kind), _assemble(f"{name}.back.html", kind)) for name in _FILES]


def _assemble(name: str, kind: str) -> str:
    def part(match: re.Match[str]) -> str:
        special = f"{match[1]}.{kind}.part.html"
        return _assemble(special if _exists(special) else f"{match[1]}.part.html", kind)

    return _PART.sub(part, read(name).strip())


@cache  # a dozen small files
def read(name: str) -> str:
    """A file of look/."""
    return (resources.files("reader.anki") / "look" / name).read_text(encoding="utf-8")


@cache
def _exists(name: str) -> bool:
    return (resources.files("reader.anki") / "look" / name).is_file()
