"""Rows to an article: what opening one reads. It stands between a reader and the first line, so it imports little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.article import Article, Paragraph, Removed, Sentence

if TYPE_CHECKING:
    import sqlite3


def load(conn: sqlite3.Connection, id: str, *, raw: bool = True) -> Article | None:
    """The article with this id, unless it is deleted or was never there; raw: with the text that it was cleaned from."""
    row = conn.execute("SELECT * FROM article WHERE id = ? AND deleted IS NULL", (id,)).fetchone()
    if row is None:
        return None
    kept = conn.execute("PRAGMA cache_size").fetchone()[0]
    conn.execute("PRAGMA cache_size = -256")  # kB: what is read once from end to end need not stay in memory
    try:
        return _load(conn, id, row, raw)
    finally:
        conn.execute(f"PRAGMA cache_size = {kept}")


def _load(conn: sqlite3.Connection, id: str, row: sqlite3.Row, raw: bool) -> Article:
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
    packed = (
        conn.execute("SELECT text FROM article_raw WHERE article = ?", (number,)).fetchone() if raw else None
    )
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
        raw=_raw(packed[0]) if packed else None,
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
