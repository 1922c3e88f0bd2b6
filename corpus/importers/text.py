"""Plain text to an article: the first line is the title, every other line a paragraph.

كوريا الشمالية تنفي ...          title
(blank)
سيول — قالت كوريا ...            paragraph, its sentences found
"""

from __future__ import annotations

import re
import unicodedata

from corpus.article import Article
from corpus.errors import NashraError
from corpus.segment import paragraph
from corpus.slug import slug
from corpus.tokenize import LETTERS

LARGEST = 20_000_000
"""Bytes of text that are accepted as one article."""

_ARABIC = re.compile(f"[{LETTERS}]")
_LINE_END = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)


def decode(data: bytes, name: str) -> str:
    """Bytes to text. Raises NashraError for what is not text; name stands in the message."""
    if len(data) > LARGEST:
        raise NashraError(
            f"{name} is too large for an article: {len(data) / 1e6:.0f} MB, at most {LARGEST // 10**6}."
        )
    if b"\x00" in data[:65536]:
        raise NashraError(f"{name} is not a text file; give a UTF-8 text.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise NashraError(
            f"{name} is not UTF-8 text (byte {e.start}); save it as UTF-8 and try again."
        ) from None


def import_text(data: bytes | str, name: str, english: str | None = None) -> Article:
    """An article from a text; name (a file's name) is its source when nothing better is known.

    english: its translation as text, kept sentence by sentence where the counts agree.
    Raises NashraError for what is not text, is empty, or holds no Arabic.
    """
    raw = decode(data, name) if isinstance(data, bytes) else data
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", raw))
    lines = [" ".join(line.split()) for line in _LINE_END.split(text)]
    lines = [line for line in lines if line]
    if not lines:
        raise NashraError(f"{name} is empty.")
    if not _ARABIC.search(text):
        raise NashraError(f"There is no Arabic in {name}.")
    title, *body = lines
    if not body:
        body = [title]
    return Article(
        id=slug(title),
        title=title,
        source=name,
        paragraphs=tuple(paragraph(line) for line in body),
        raw=raw,
    )
