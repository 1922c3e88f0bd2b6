"""The part of the library that keeps tags, which are also the collections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.database import transaction
from corpus.numbers import require

if TYPE_CHECKING:
    import sqlite3


class Tags:
    """The methods of Library for tags."""

    conn: sqlite3.Connection

    def tag(self, id: str, *names: str) -> None:
        """Give an article tags."""
        number = require(self.conn, id)
        with transaction(self.conn):
            self.conn.executemany(
                "INSERT OR IGNORE INTO tag (name, article) VALUES (?, ?)",
                [(name.strip(), number) for name in names if name.strip()],
            )

    def untag(self, id: str, *names: str) -> None:
        """Take tags from an article."""
        number = require(self.conn, id)
        with transaction(self.conn):
            self.conn.executemany(
                "DELETE FROM tag WHERE name = ? AND article = ?", [(n, number) for n in names]
            )

    def tags(self) -> dict[str, int]:
        """Every tag in use with its number of articles, in alphabetical order."""
        rows = self.conn.execute(
            "SELECT name, count(*) FROM tag JOIN article ON article.number = tag.article"
            " WHERE deleted IS NULL GROUP BY name ORDER BY name"
        )
        return {row[0]: row[1] for row in rows}

    def has_tags(self) -> bool:
        """Whether any tag is in use."""
        return self.conn.execute("SELECT 1 FROM tag LIMIT 1").fetchone() is not None
