"""Articles to rows: what the library writes. The caller opens the transaction; the way back is corpus.loading."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from corpus import fold, textindex
from corpus.addresses import comparable
from corpus.article import Paragraph, Sentence
from corpus.postings import forget_postings
from corpus.tokenize import count_words

if TYPE_CHECKING:
    import sqlite3

    from corpus.article import Article


def now() -> str:
    """This second in UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def same(conn: sqlite3.Connection, columns: dict[str, object]) -> str | None:
    """The id of the article with the same address or the same text as these columns, deleted ones last."""
    for column in ("address", "fingerprint", "raw_fingerprint"):
        row = conn.execute(
            f"SELECT id FROM article WHERE {column} = ? ORDER BY deleted IS NOT NULL LIMIT 1",
            (columns[column],),
        ).fetchone()
        if row is not None:
            return str(row[0])
    return None


def insert(
    conn: sqlite3.Connection, article: Article, columns: dict[str, object], shipped: str | None = None
) -> None:
    """Put an article in; columns are its own, shipped is the version of one that ships."""
    columns = {"id": article.id, "added": now(), "shipped": shipped} | columns
    marks = ", ".join("?" * len(columns))
    cursor = conn.execute(
        f"INSERT INTO article ({', '.join(columns)}) VALUES ({marks})", tuple(columns.values())
    )
    _fill(conn, int(cursor.lastrowid or 0), article)


def rewrite(conn: sqlite3.Connection, number: int, article: Article, shipped: str | None) -> None:
    """Put another version in the place of the article in this row; its tags stay, its postings go."""
    clear(conn, number)
    columns: dict[str, object] = {
        "shipped": shipped,
        "lexicon": None,
        "counted": 0,
        "known": 0,
        "unfamiliar": 0,
    }
    columns |= columns_of(article)
    assignments = ", ".join(f"{name} = ?" for name in columns)
    conn.execute(f"UPDATE article SET {assignments} WHERE number = ?", (*columns.values(), number))
    _fill(conn, number, article)


def clear(conn: sqlite3.Connection, number: int) -> None:
    """Take out everything of an article but its row and its tags."""
    forget_postings(conn, number)
    textindex.forget(conn, number)
    for table in ("sentence", "paragraph", "article_raw"):
        conn.execute(f"DELETE FROM {table} WHERE article = ?", (number,))


def _fill(conn: sqlite3.Connection, number: int, article: Article) -> None:
    title = Paragraph(article.title, (Sentence(0, len(article.title), article.title_english),), "title")
    paragraphs = list(enumerate((title, *article.paragraphs), start=-1))
    conn.executemany(
        "INSERT INTO paragraph (article, position, kind, text) VALUES (?, ?, ?, ?)",
        [(number, i, p.kind, p.text) for i, p in paragraphs],
    )
    last = conn.execute("SELECT seq FROM sqlite_sequence WHERE name = 'sentence'").fetchone()
    rows = list(
        enumerate(
            (
                (i, s.start, s.end, s.translation, p.text[s.start : s.end])
                for i, p in paragraphs
                for s in p.sentences
            ),
            start=(last[0] if last else 0) + 1,
        )
    )
    conn.executemany(
        'INSERT INTO sentence (number, article, paragraph, start, "end", translation)'
        " VALUES (?, ?, ?, ?, ?, ?)",
        [(n, number, *row[:4]) for n, row in rows],
    )
    textindex.add(conn, ((n, row[4]) for n, row in rows))
    if article.raw is not None:
        packed = zlib.compress(article.raw.encode("utf-8", "replace"))
        conn.execute("INSERT INTO article_raw (article, text) VALUES (?, ?)", (number, packed))
    conn.executemany(
        "INSERT OR IGNORE INTO tag (name, article) VALUES (?, ?)", [(t, number) for t in article.tags]
    )


def columns_of(article: Article) -> dict[str, object]:
    """An article's own columns of the table: what it says of itself, and what it is recognised by."""
    return {
        "title": article.title,
        "title_english": article.title_english,
        "source": article.source,
        "url": article.url,
        "date": article.date,
        "level": article.level,
        "key": fold.search_key(
            " ".join(filter(None, (article.title, article.title_english, article.source)))
        ),
        "words": sum(count_words(p.text) for p in article.paragraphs),
        "fingerprint": fold.fingerprint(article.text),
        "raw_fingerprint": fold.fingerprint(article.raw) if article.raw else None,
        "address": comparable(article.url) if article.url else None,
        "removed": json.dumps([[r.rule, r.text] for r in article.removed], ensure_ascii=False),
    }
