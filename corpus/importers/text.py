"""Plain text to an article: the first line is the title, every other line a paragraph.

    كوريا الشمالية تنفي ...          title
    (blank)
    سيول — قالت كوريا ...            paragraph, its sentences found

A text whose lines were broken at a fixed width, with blank lines between the paragraphs, is put together again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from corpus.importers import encoding
from corpus.importers.build import build
from corpus.visible import visible

if TYPE_CHECKING:
    from corpus.article import Article

LARGEST = 2_000_000
"""Bytes of text that are accepted as one article."""

_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ENDS = re.compile(r"[.!؟?:…\"”»’)]\s*$")


def import_text(data: bytes | str, name: str, english: str | None = None) -> Article:
    """An article from a text; name (a file's name) is its source when the text names none.

    english: its translation as text or tab-separated pairs. Raises NashraError for what is not text, is too
    large, is empty, or holds no Arabic.
    """
    name = visible(name)
    if len(data) > LARGEST:
        raise NashraError(f"{name} is too large for an article: over {LARGEST // 10**6} MB.")
    raw = encoding.decode(data, name) if isinstance(data, bytes) else data.removeprefix("\ufeff")
    return build(unwrap(raw.removeprefix("\ufeff")), name, english=english)


def unwrap(text: str) -> str:
    """Put paragraphs together whose lines were broken at a fixed width; any other text is left as it is.

    That it was broken is certain when paragraphs stand between blank lines, most have several lines, and nearly
    every line but a paragraph's last is of one length and ends in the middle of a sentence.
    """
    text = _LINE_END.sub("\n", text)
    blocks = [block.split("\n") for block in re.split(r"\n[ \t]*\n\s*", text.strip("\n"))]
    inner = [line.strip() for block in blocks for line in block[:-1]]
    broken = sum(len(block) > 1 for block in blocks)
    if len(blocks) < 2 or len(inner) < max(4, 2 * broken):
        return text
    longest = max(map(len, inner))
    full = sum(len(line) > 0.75 * longest for line in inner)
    open_ended = sum(not _ENDS.search(line) for line in inner)
    if longest > 120 or full < 0.8 * len(inner) or open_ended < 0.6 * len(inner):
        return text
    return "\n\n".join(" ".join(line.strip() for line in block) for block in blocks)
