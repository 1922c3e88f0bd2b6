"""Answers that the reader gave once, kept with their words; config.toml is what they wrote themselves and comes first.

settings = Settings(conn)
settings.set("bidi kitty xterm-kitty", "plain")
settings.get("bidi kitty xterm-kitty")       "plain"
settings.forget("bidi kitty xterm-kitty")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.database import migrate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from reader.layout.detect import Detection

COMPONENT = "settings"
MIGRATIONS = ("CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;",)
"""The steps that make the table; append, never edit."""


class Settings:
    """Names and their values, both text."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        migrate(conn, COMPONENT, MIGRATIONS)
        self._conn = conn

    def get(self, name: str) -> str | None:
        """The value; None where nothing was answered."""
        row = self._conn.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def set(self, name: str, value: str) -> None:
        """Keep an answer, in the place of the one before."""
        self._conn.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def forget(self, name: str) -> None:
        """Ask again the next time."""
        self._conn.execute("DELETE FROM setting WHERE name = ?", (name,))


def bidi_name(found: Detection, env: Mapping[str, str]) -> str:
    """The name under which the answer for a terminal is kept: another terminal of the same reader asks anew."""
    program = env.get("TERM_PROGRAM") or env.get("TERM", "")
    said = [
        "bidi",
        found.profile.name,
        found.multiplexer or "",
        "".join(filter(str.isprintable, program[:40])),
    ]
    return " ".join(part for part in said if part)
