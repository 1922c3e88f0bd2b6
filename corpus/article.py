"""An article: frozen text with sentences, and offsets that never lie.

Article
  title       "سيول تفرض عقوبات ..."
  paragraphs  (Paragraph, ...)          body only; the title is not among them
    text      one paragraph, NFC, no line breaks
    sentences (Sentence(start, end, translation), ...)   code-point offsets into the paragraph's text
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Sentence(NamedTuple):
    """A sentence as a half-open range of code points of its paragraph's text."""

    start: int
    end: int
    translation: str | None = None
    """The sentence in English, if there is a translation."""


class Paragraph(NamedTuple):
    """A paragraph. The sentences do not overlap and stand in order; only white space lies between them."""

    text: str
    sentences: tuple[Sentence, ...]
    kind: str = "body"
    """"body" or "heading"."""


class Removed(NamedTuple):
    """A piece of the raw text that a cleaning rule took out, so that a reader can see it and have it back."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article, cleaned and segmented."""

    id: str
    """Lower-case ASCII slug, unique in a library."""
    title: str
    paragraphs: tuple[Paragraph, ...]
    title_english: str | None = None
    source: str | None = None
    """The outlet, or where it came from ("Nashra", "RT", a file's name)."""
    url: str | None = None
    date: str | None = None
    """ISO 8601 date, YYYY-MM-DD."""
    level: int | None = None
    """1 (short sentences, core terms), 2 (agency style), 3 (analysis and opinion); None when nobody said."""
    removed: tuple[Removed, ...] = ()
    raw: str | None = None
    """The text as it came, before cleaning."""
    tags: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The body: paragraphs joined by one line break."""
        return "\n".join(p.text for p in self.paragraphs)
