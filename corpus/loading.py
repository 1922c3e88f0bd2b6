"""Rows to an article: what opening one reads. It stands between a reader and the first line, so it imports little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.article import Article, Paragraph, Removed, Sentence

if TYPE_CHECKING:
    import sqlite3


def load(conn: sqlite3.Connection, id: str) -> Article | None:
    """The article with this id, unless it is deleted or was never there."""
    row = conn.execute("SELECT * FROM article WHERE id = ? AND deleted IS NULL", (id,)).fetchone()
    if row is None:
        return None
    number = row["number"]
    sentences: dict[int, list[Sentence]] = {}
    for paragraph, start, end, translation in conn.execute(
        'SELECT paragraph, start, "end", translation FROM sentence'
        " WHERE article = ? ORDER BY paragraph, start",
        (number,),
    ):
        sentences.setdefault(paragraph, []).append(Sentence(start, end, translation))
    paragraphs = conn.execute(
        "SELECT position, kind, text FROM paragraph WHERE article = ? AND kind <> 'title' ORDER BY position",
        (number,),
    )
    raw = conn.execute("SELECT text FROM article_raw WHERE article = ?", (number,)).fetchone()
    tags = conn.execute("SELECT name FROM tag WHERE article = ? ORDER BY name", (number,))
    return Article(
        id=id,
        title=row["title"],
        title_english=row["title_english"],
        source=row["source"],
        url=row["url"],
        date=row["date"],
        level=row["level"],
        paragraphs=tuple(Paragraph(text, tuple(sentences.get(i, ())), kind) for i, kind, text in paragraphs),
        removed=_removed(row["removed"]),
        raw=_raw(raw[0]) if raw else None,
        tags=tuple(name for (name,) in tags),
    )


def _removed(packed: str) -> tuple[Removed, ...]:
    if packed == "[]":
        return ()
    import json

    return tuple(Removed(rule, text) for rule, text in json.loads(packed))


def _raw(packed: bytes) -> str:
    import zlib

    return zlib.decompress(packed).decode()
