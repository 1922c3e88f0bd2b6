"""The articles that ship with Nashra: folders under corpus/articles, one article each.

    corpus/articles/<slug>/
      article.toml   title, title_english, source, date, level, domain (list), facts (list: sources of fact)
      ar.txt         the body: a sentence a line, a blank line between paragraphs, "# " before a heading
      en.txt         its translation, line for line, blank lines included

Everything here is strict: the folders are edited by people, and a line out of step puts a wrong
translation under every sentence behind it.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Any

from corpus.article import Article, Paragraph, Sentence
from corpus.errors import NashraError
from corpus.seed import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

_FIELDS: dict[str, type] = {
    "title": str,
    "title_english": str,
    "source": str,
    "date": str,
    "level": int,
    "domain": list,
    "facts": list,
}
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")


def shipped(folder: Path = FOLDER) -> list[str]:
    """The ids of the shipped articles, sorted."""
    if not folder.is_dir():
        return []
    return sorted(p.parent.name for p in folder.glob("*/article.toml"))


def load_shipped(id: str, folder: Path = FOLDER) -> Article:
    """The shipped article with this id. Raises NashraError for a wrong id or anything wrong in its files."""
    home = folder / id
    if not _SLUG.fullmatch(id) or not (home / "article.toml").is_file():
        raise NashraError(f"No shipped article is called {id!r}; `nashra list` shows them.")
    facts = _facts(home / "article.toml")
    return Article(
        id=id,
        title=facts["title"],
        title_english=facts["title_english"],
        source=facts["source"],
        date=facts["date"],
        level=facts["level"],
        paragraphs=_paragraphs(home),
        tags=tuple(facts["domain"]),
    )


def _facts(path: Path) -> dict[str, Any]:
    try:
        facts = tomllib.loads(_read(path))
    except tomllib.TOMLDecodeError as e:
        raise NashraError(f"{_name(path)}: {e}") from None
    for key in facts.keys() ^ _FIELDS.keys():
        raise NashraError(f"{_name(path)}: {'no' if key in _FIELDS else 'unknown'} field {key!r}")
    for key, kind in _FIELDS.items():
        if type(facts[key]) is not kind or not facts[key]:
            raise NashraError(f"{_name(path)}: {key!r} must be a {kind.__name__} that is not empty")
        if kind is list and not all(isinstance(item, str) and item.strip() for item in facts[key]):
            raise NashraError(f"{_name(path)}: {key!r} must hold strings only")
    try:
        date.fromisoformat(facts["date"])
    except ValueError:
        raise NashraError(f"{_name(path)}: date {facts['date']!r} is not YYYY-MM-DD") from None
    if facts["level"] not in (1, 2, 3):
        raise NashraError(f"{_name(path)}: level must be 1, 2 or 3")
    return facts


def _paragraphs(home: Path) -> tuple[Paragraph, ...]:
    arabic, english = _lines(home / "ar.txt"), _lines(home / "en.txt")
    paragraphs: list[Paragraph] = []
    block: list[tuple[str, str]] = []
    for number in range(max(len(arabic), len(english)) + 1):
        ar = arabic[number] if number < len(arabic) else ""
        en = english[number] if number < len(english) else ""
        if bool(ar) != bool(en) or ar.startswith("# ") != en.startswith("# "):
            raise NashraError(
                f"{home.name}: line {number + 1} of ar.txt and en.txt do not match; they go line for line"
            )
        if ar.startswith("# "):
            paragraphs += [_paragraph(block)] if block else []
            paragraphs.append(_paragraph([(ar[2:].strip(), en[2:].strip())], "heading"))
            block = []
        elif ar:
            block.append((ar, en))
        elif block:
            paragraphs.append(_paragraph(block))
            block = []
    if not any(p.kind == "body" for p in paragraphs):
        raise NashraError(f"{home.name}: ar.txt has no sentence")
    return tuple(paragraphs)


def _paragraph(pairs: list[tuple[str, str]], kind: str = "body") -> Paragraph:
    sentences, at = [], 0
    for arabic, english in pairs:
        sentences.append(Sentence(at, at + len(arabic), english))
        at += len(arabic) + 1
    return Paragraph(" ".join(arabic for arabic, _ in pairs), tuple(sentences), kind)


def _lines(path: Path) -> list[str]:
    text = _read(path)
    if found := _CONTROLS.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise NashraError(
            f"{_name(path)}: line {line} holds the invisible control U+{ord(found[0]):04X}; take it out"
        )
    return [" ".join(line.split()) for line in text.split("\n")]


def _read(path: Path) -> str:
    try:
        return unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NashraError(f"{_name(path)} is missing") from None
    except UnicodeDecodeError as e:
        raise NashraError(f"{_name(path)} is not UTF-8 (byte {e.start})") from None
    except OSError as e:
        raise NashraError(f"{_name(path)} cannot be read: {e.strerror}") from None


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
