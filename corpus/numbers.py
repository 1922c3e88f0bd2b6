"""The ids of articles and the row numbers that the tables use; what is said when there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import NashraError

if TYPE_CHECKING:
    import sqlite3


def number_of(conn: sqlite3.Connection, id: str) -> int | None:
    """The row number of an article, deleted ones too; None when there is none with this id."""
    row = conn.execute("SELECT number FROM article WHERE id = ?", (id,)).fetchone()
    return None if row is None else int(row[0])


def require(conn: sqlite3.Connection, id: str) -> int:
    """The row number of an article. Raises NashraError when there is none with this id."""
    number = number_of(conn, id)
    if number is None:
        raise missing(id)
    return number


def missing(id: str) -> NashraError:
    """What is said of an id that is not there."""
    return NashraError(f"No article is called {id!r}; `nashra list` shows the ids.")
