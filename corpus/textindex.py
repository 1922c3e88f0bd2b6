"""The full-text index of the library: one row for each sentence, holding its search key and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_SENTENCES = (
    'SELECT s.number, substr(p.text, s.start + 1, s."end" - s.start) FROM sentence s'
    " JOIN paragraph p ON p.article = s.article AND p.position = s.paragraph"
)


def add(conn: sqlite3.Connection, sentences: Iterable[tuple[int, str]]) -> None:
    """Index sentences, given with their row numbers."""
    conn.executemany(
        "INSERT INTO sentence_text (rowid, key) VALUES (?, ?)",
        ((n, fold.search_key(t)) for n, t in sentences),
    )


def forget(conn: sqlite3.Connection, article: int) -> None:
    """Take an article's sentences out, while they still are in the library."""
    if not is_current(conn):
        return  # keys of another folding cannot be taken out one by one; the rebuild drops them
    conn.executemany(
        "INSERT INTO sentence_text (sentence_text, rowid, key) VALUES ('delete', ?, ?)",
        [
            (n, fold.search_key(t))
            for n, t in conn.execute(_SENTENCES + " WHERE s.article = ?", (article,)).fetchall()
        ],
    )


def is_current(conn: sqlite3.Connection) -> bool:
    """Whether the index was made with this version's folding."""
    row = conn.execute("SELECT value FROM corpus_meta WHERE key = 'fold'").fetchone()
    return row is not None and row[0] == str(fold.VERSION)


def mark_current(conn: sqlite3.Connection) -> None:
    """Note that the index is made with this version's folding."""
    conn.execute("INSERT OR REPLACE INTO corpus_meta VALUES ('fold', ?)", (str(fold.VERSION),))


def rebuild(conn: sqlite3.Connection) -> None:
    """Make the index again from all sentences. Call it inside a transaction."""
    conn.execute("INSERT INTO sentence_text (sentence_text) VALUES ('delete-all')")
    add(conn, conn.execute(_SENTENCES))
    mark_current(conn)
