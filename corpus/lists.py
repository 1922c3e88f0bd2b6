"""The part of the library that lists it: orders and filters, the line of one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.numbers import missing

if TYPE_CHECKING:
    import sqlite3

    from corpus.listing import Listing
    from corpus.summary import Summary


class Lists:
    """The methods of Library that list articles."""

    conn: sqlite3.Connection

    def listing(self, sort: str = "date", typed: str = "", *, archived: bool = False) -> Listing:
        """What `list` gives, for a screen: the whole order, its lines read when they are looked at."""
        from corpus.listing import Listing

        return Listing(self.conn, sort, typed, archived)

    def list(
        self,
        sort: str = "date",
        typed: str = "",
        *,
        archived: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Summary]:
        """Summaries in one of corpus.summary.SORTS; archived=True gives the archived ones instead.

        typed: only those that hold what a person typed, or #tag; see corpus.summary.
        """
        from corpus.summary import COLUMNS, SORTS, summary, where

        condition, values = where(archived, typed)
        rows = self.conn.execute(
            f"SELECT {COLUMNS} FROM article WHERE {condition} ORDER BY {SORTS[sort]} LIMIT ? OFFSET ?",
            (*values, -1 if limit is None else limit, offset),
        )
        return [summary(row) for row in rows]

    def count(self, typed: str = "", *, archived: bool = False) -> int:
        """How many articles `list` would give without a limit."""
        from corpus.summary import where

        condition, values = where(archived, typed)
        return int(self.conn.execute(f"SELECT count(*) FROM article WHERE {condition}", values).fetchone()[0])

    def summary(self, id: str) -> Summary:
        """The line of the list for one article. Raises NashraError when there is none with this id."""
        from corpus.summary import COLUMNS, summary

        row = self.conn.execute(
            f"SELECT {COLUMNS} FROM article WHERE id = ? AND deleted IS NULL", (id,)
        ).fetchone()
        if row is None:
            raise missing(id)
        return summary(row)

    def has_own(self) -> bool:
        """Whether any article is the user's own."""
        row = self.conn.execute("SELECT 1 FROM article WHERE shipped IS NULL AND deleted IS NULL LIMIT 1")
        return row.fetchone() is not None
