"""A line of the library's list, and the orders and filters of the list.

What a person types filters it: "#arm" keeps the articles with a tag that begins so; anything else those whose title
(in either language), source or id holds it, up to vowels, hamzas and their seats, final ى and ي, ة and ه.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

SORTS = {
    "date": "coalesce(date, substr(added, 1, 10)) DESC, number DESC",
    "added": "number DESC",
    "title": "title, number",
    "words": "words, number",
    "level": "level IS NULL, level, number",
    "known": "CASE WHEN counted = 0 THEN -1.0 ELSE known * 1.0 / counted END DESC, number DESC",
    "unfamiliar": "unfamiliar DESC, number DESC",
}
"""Orders of the list: newest first, by title, shortest first, easiest first, most marked first."""

COLUMNS = (
    "id, title, title_english, source, url, date, level, words, added, archived, shipped, lexicon, counted, known,"
    " unfamiliar, (SELECT json_group_array(name) FROM tag WHERE tag.article = number) AS tags"
)
"""What `summary` reads of a row of article."""
_LOOSE = (("ى", "ي"), ("ئ", "ي"), ("ؤ", "و"), ("ة", "ه"), ("ء", ""))
"""What the column `key` keeps apart and a person in a hurry does not; alefs and vowels are one in it already."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A line of the list."""

    id: str
    title: str
    title_english: str | None
    source: str | None
    url: str | None
    date: str | None
    """YYYY-MM-DD."""
    level: int | None
    words: int
    added: str
    """UTC, ISO 8601."""
    archived: bool
    shipped: bool
    tags: tuple[str, ...]
    lexicon: str | None
    """The lexicon's version that it was indexed with; None before that."""
    counted: int
    """Words that count towards the share known."""
    known: int
    """Those among them that the user knows."""
    unfamiliar: int
    """Lemmas in it that the user has marked unfamiliar."""

    @property
    def known_share(self) -> float | None:
        """Between 0 and 1; None before the article was indexed."""
        return self.known / self.counted if self.counted else None


def summary(row: sqlite3.Row) -> Summary:
    """A row with COLUMNS as a Summary."""
    return Summary(
        id=row["id"],
        title=row["title"],
        title_english=row["title_english"],
        source=row["source"],
        url=row["url"],
        date=row["date"],
        level=row["level"],
        words=row["words"],
        added=row["added"],
        archived=bool(row["archived"]),
        shipped=row["shipped"] is not None,
        tags=tuple(sorted(json.loads(row["tags"]))),
        lexicon=row["lexicon"],
        counted=row["counted"],
        known=row["known"],
        unfamiliar=row["unfamiliar"],
    )


def where(archived: bool, typed: str) -> tuple[str, tuple[str, ...]]:
    """The condition for a list, with its values; written so that the index on dates serves it, and counts without the rows."""
    condition = f"archived = {int(archived)} AND deleted IS NULL"
    typed = typed.strip()
    if typed.startswith("#"):
        begins = typed[1:].strip()
        condition += " AND number IN (SELECT article FROM tag WHERE name >= ? AND name < ?)"
        return condition, (begins, begins + chr(0x10FFFF))
    if typed:
        from corpus.fold import search_key

        wanted, column = search_key(typed), "key"
        for letter, one in _LOOSE:
            wanted, column = wanted.replace(letter, one), f"replace({column}, '{letter}', '{one}')"
        condition += f" AND (instr({column}, ?) OR instr(id, ?))"
        return condition, (wanted, typed.lower())
    return condition, ()
