"""The library's list as a screen shows it: all of its order, and the lines that are looked at.

    listing = library.listing("known", "#arms")
    len(listing)            how many there are
    listing.line(17)        the 18th as a Summary, read with its neighbours
    listing.place(id)       where an article stands, or None

The order is one number an article, so ten thousand articles open as fast as ten; a line costs a read only when it
comes into view.
"""

from __future__ import annotations

import json
from array import array
from collections import OrderedDict
from typing import TYPE_CHECKING

from corpus.summary import COLUMNS, SORTS, summary, where

if TYPE_CHECKING:
    import sqlite3

    from corpus.summary import Summary

PAGE = 64
"""Lines that are read together."""
PAGES_KEPT = 16


class Listing:
    """Articles in an order. It stays as it was made; make another when something has changed."""

    def __init__(self, conn: sqlite3.Connection, sort: str, typed: str, archived: bool) -> None:
        """Sort and typed are as for Library.list."""
        self._conn = conn
        condition, values = where(archived, typed)
        rows = conn.execute(f"SELECT number FROM article WHERE {condition} ORDER BY {SORTS[sort]}", values)
        self._numbers = array("q", (number for (number,) in rows))
        self._pages: OrderedDict[int, dict[int, Summary]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._numbers)

    def line(self, index: int) -> Summary | None:
        """The line at a place; None beyond the ends, or when another process has removed the article for good."""
        if not 0 <= index < len(self._numbers):
            return None
        page = self._pages.get(index // PAGE)
        if page is None:
            page = self._pages[index // PAGE] = self._read(index // PAGE)
            while len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return page.get(self._numbers[index])

    def place(self, id: str) -> int | None:
        """Where an article stands; None when it is not in this list."""
        row = self._conn.execute("SELECT number FROM article WHERE id = ?", (id,)).fetchone()
        try:
            return None if row is None else self._numbers.index(row[0])
        except ValueError:
            return None

    def _read(self, page: int) -> dict[int, Summary]:
        wanted = self._numbers[page * PAGE : (page + 1) * PAGE].tolist()
        rows = self._conn.execute(
            f"SELECT number, {COLUMNS} FROM article WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps(wanted),),
        )
        return {row["number"]: summary(row) for row in rows}
