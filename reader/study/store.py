"""Word states in SQLite: written at once, undone by one call, never lost.

store.set([("uquba-n", "عُقُوبَة", "noun")], "learning", article="...")
store.states["uquba-n"]  -> "learning"
store.undo()             -> [Change("uquba-n", ..., before="new", after="learning")]
"""

from __future__ import annotations

import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from corpus.database import migrate, transaction
from reader.study.states import Change, State, Word

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

COMPONENT = "study"
MIGRATIONS = (Path(__file__).with_name("schema.sql"),)
"""The numbered steps that make the tables; append, never edit."""


class Store:
    """The reader's words. One instance for a connection; states are kept in memory as well."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        migrate(conn, COMPONENT, MIGRATIONS)
        self._conn = conn

    @cached_property
    def _states(self) -> dict[str, State]:
        return dict(self._conn.execute("SELECT key, state FROM word"))

    @property
    def states(self) -> Mapping[str, State]:
        """Key -> state, for every word that is not new."""
        return self._states

    def state(self, key: str | None) -> State:
        """The state of a key; new when there is no row."""
        return self._states.get(key, "new") if key else "new"

    def set(
        self, words: Iterable[tuple[str, str, str | None]], state: State, article: str | None = None
    ) -> list[Change]:
        """Give words (key, lemma, pos) a state in one transaction. Returns what changed."""
        now = time.time()
        changes = [
            Change(key, lemma, pos, self.state(key), state)
            for key, lemma, pos in dict.fromkeys(words)
            if self.state(key) != state
        ]
        if changes:
            with transaction(self._conn):
                batch = self._next_batch()
                self._record(changes, batch, now)
                self._apply(changes, now, article)
            self._remember(changes)
        return changes

    def undo(self) -> list[Change]:
        """Take back the last action that was not taken back yet. Returns its changes as they were made."""
        row = self._conn.execute("SELECT max(batch) FROM word_change WHERE undone = 0").fetchone()
        if row[0] is None:
            return []
        made = [
            Change(key, lemma, pos, before, after)
            for key, lemma, pos, before, after in self._conn.execute(
                "SELECT key, lemma, pos, before, after FROM word_change WHERE batch = ? ORDER BY id", row
            )
        ]
        back = [Change(c.key, c.lemma, c.pos, c.after, c.before) for c in made]
        with transaction(self._conn):
            self._conn.execute("UPDATE word_change SET undone = 1 WHERE batch = ?", row)
            self._apply(back, time.time(), None)
        self._remember(back)
        return made

    def words(self, state: State | None = None) -> list[Word]:
        """The words that are not new, the last changed first."""
        where, args = ("WHERE state = ?", [state]) if state else ("", [])
        rows = self._conn.execute(
            f"SELECT key, lemma, pos, state, changed, article FROM word {where} ORDER BY changed DESC, key",
            args,
        )
        return [
            Word(key, lemma, pos, cast("State", st), changed, art)
            for key, lemma, pos, st, changed, art in rows
        ]

    def history(self) -> list[tuple[float, str]]:
        """(seconds since the epoch, state reached) of every change that was not undone."""
        return [
            (at, after)
            for at, after in self._conn.execute("SELECT at, after FROM word_change WHERE undone = 0")
        ]

    def choose_sentence(self, key: str, article: str, paragraph: int, start: int, end: int) -> None:
        """Remember the sentence that a word was kept in, for its card."""
        with transaction(self._conn):
            self._conn.execute(
                "INSERT OR REPLACE INTO word_sentence VALUES (?, ?, ?, ?, ?)",
                (key, article, paragraph, start, end),
            )

    def sentences(self) -> dict[str, tuple[str, int, int, int]]:
        """Key -> (article, paragraph, start, end) of the sentence chosen."""
        rows = self._conn.execute('SELECT key, article, paragraph, start, "end" FROM word_sentence')
        return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}

    def set_place(self, article: str, paragraph: int, position: int, share: float) -> None:
        """Remember where the reader is in an article; share of it read, 0 to 1."""
        with transaction(self._conn):
            self._conn.execute(
                "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?)",
                (article, paragraph, position, min(1.0, max(0.0, share)), time.time()),
            )

    def place(self, article: str) -> tuple[int, int] | None:
        """(paragraph, position) where the reader left an article."""
        row = self._conn.execute(
            "SELECT paragraph, position FROM place WHERE article = ?", (article,)
        ).fetchone()
        return (row[0], row[1]) if row else None

    @property
    def exported(self) -> bool:
        """Whether a deck was ever made."""
        return self._conn.execute("SELECT 1 FROM note LIMIT 1").fetchone() is not None

    def stamps(self) -> dict[str, tuple[str, int, int]]:
        """Key -> (digest, changed, cards) of the notes exported so far; see reader.anki.stamps."""
        return {row[0]: (row[1], row[2], row[3]) for row in self._conn.execute("SELECT * FROM note")}

    def save_stamps(self, stamps: Mapping[str, tuple[str, int, int]]) -> None:
        """Remember what was exported, so that the next export updates only what changed."""
        with transaction(self._conn):
            self._conn.executemany(
                "INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?)",
                [(key, *stamp) for key, stamp in stamps.items()],
            )

    def _next_batch(self) -> int:
        return int(self._conn.execute("SELECT coalesce(max(batch), 0) + 1 FROM word_change").fetchone()[0])

    def _record(self, changes: list[Change], batch: int, now: float) -> None:
        self._conn.executemany(
            "INSERT INTO word_change (batch, at, key, lemma, pos, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(batch, now, c.key, c.lemma, c.pos, c.before, c.after) for c in changes],
        )

    def _apply(self, changes: list[Change], now: float, article: str | None) -> None:
        for c in changes:
            if c.after == "new":
                self._conn.execute("DELETE FROM word WHERE key = ?", (c.key,))
            else:
                self._conn.execute(
                    "INSERT INTO word VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET"
                    " state = excluded.state, changed = excluded.changed, article = coalesce(excluded.article, article)",
                    (c.key, c.lemma, c.pos, c.after, now, article),
                )

    def _remember(self, changes: list[Change]) -> None:
        for c in changes:
            if c.after == "new":
                self._states.pop(c.key, None)
            else:
                self._states[c.key] = c.after
