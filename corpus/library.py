"""The user's articles, in the one state file.

    library = Library(connect(home / "nashra.db"))
    added = library.add(import_text(data, "page.txt"))     -> AddResult("kwrya-alshmalya", duplicate=False)
    library.index(added.id, postings, lexicon="2026.1")    lemma keys come from above; they are opaque here
    library.list(sort="date", limit=50)                    -> [Summary, …]
    library.search_lemma(["عُقُوبَة"])                        -> [Hit, …]

The articles that ship stand among the user's own: put in when the library is first opened, refreshed when the
package brings another version of one, and never put back once the user has deleted them.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import TYPE_CHECKING

from corpus import shipped, storage, textindex
from corpus import summary as lines
from corpus.database import migrate, transaction
from corpus.errors import NashraError
from corpus.postings import Postings
from corpus.search import Search
from corpus.slug import unique

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from corpus.article import Article
    from corpus.summary import Summary
    from corpus.undo import Cleaning

MIGRATIONS = ("schema.sql",)
"""The steps of component "corpus", files of this package, oldest first. Released steps never change."""


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of an article that was given to the library."""

    id: str
    duplicate: bool
    """It was there already; id is the one that is there."""


class Library(Postings, Search):
    """The articles of one state file. Use it from the thread that opened the connection.

    Postings brings `index`, `stale`, `lemma_counts`, `library_counts`, `recount`, `note_state`; Search brings
    `search_lemma`, `search_text`, `count_lemma`.
    """

    def __init__(self, conn: sqlite3.Connection, shipped_folder: Path | None = shipped.FOLDER) -> None:
        """Bring the tables up to date and the shipped articles in (from shipped_folder; None for none)."""
        self.conn = conn
        self.problems: list[str] = []
        """What was wrong with shipped articles; empty in a release."""
        if migrate(
            conn, "corpus", [files("corpus").joinpath(name).read_text("utf-8") for name in MIGRATIONS]
        ):
            textindex.mark_current(conn)
        if shipped_folder is not None:
            self._seed(shipped_folder)

    # -- articles

    def add(self, article: Article) -> AddResult:
        """Put an article in, unless it is there: the same address, or the same text up to spacing and vowels.

        One that was deleted comes back. The id is made unique.
        """
        columns = storage.columns_of(article)
        with transaction(self.conn):
            there = storage.same(self.conn, columns)
            if there is not None:
                self.conn.execute("UPDATE article SET deleted = NULL WHERE id = ?", (there,))
                return AddResult(there, duplicate=True)
            id = unique(article.id, lambda wanted: self._number(wanted) is not None)
            storage.insert(self.conn, replace(article, id=id), columns)
        return AddResult(id, duplicate=False)

    def get(self, id: str) -> Article:
        """The whole article. Raises NashraError when there is none with this id."""
        article = storage.load(self.conn, id)
        if article is None:
            raise self._missing(id)
        return article

    def replace(self, article: Article) -> None:
        """Store another version of an article under its id: a rule undone, a translation put right.

        Its postings go; it stands in `stale` until it is indexed again.
        """
        with transaction(self.conn):
            row = self.conn.execute(
                "SELECT number, shipped FROM article WHERE id = ?", (article.id,)
            ).fetchone()
            if row is None:
                raise self._missing(article.id)
            storage.rewrite(self.conn, row["number"], article, row["shipped"])

    def cleaning(self, id: str) -> Cleaning:
        """The raw text of an article and what each cleaning rule did to it."""
        from corpus.undo import cleaning

        return cleaning(self.get(id), self._undone(id))

    def undo_rule(self, id: str, rule: str) -> Article:
        """Clean an article again without this rule; `redo_rule` takes that back."""
        return self._reclean(id, self._undone(id) | {rule})

    def redo_rule(self, id: str, rule: str) -> Article:
        """Clean an article again with a rule that was undone."""
        return self._reclean(id, self._undone(id) - {rule})

    def delete(self, id: str) -> None:
        """Take an article out of sight; `undelete` brings it back until `purge`."""
        self._change(id, "deleted = ?", storage.now())

    def undelete(self, id: str) -> None:
        """Bring a deleted article back."""
        self._change(id, "deleted = ?", None)

    def archive(self, id: str, archived: bool = True) -> None:
        """Put an article away, or back into the list."""
        self._change(id, "archived = ?", int(archived))

    def purge(self) -> int:
        """Remove deleted articles of the user's own for good, and return how many there were."""
        with transaction(self.conn):
            rows = self.conn.execute(
                "SELECT number FROM article WHERE deleted IS NOT NULL AND shipped IS NULL"
            ).fetchall()
            for (number,) in rows:
                storage.clear(self.conn, number)
                self.conn.execute("DELETE FROM article WHERE number = ?", (number,))
        return len(rows)

    # -- the list

    def list(
        self,
        sort: str = "date",
        *,
        limit: int | None = None,
        offset: int = 0,
        archived: bool = False,
        tag: str | None = None,
        title: str | None = None,
    ) -> list[Summary]:
        """Summaries in one of corpus.summary.SORTS; archived=True gives the archived ones instead.

        tag: only those with it. title: only those whose title (either language) or source holds this text, vowels or not.
        """
        condition, values = lines.where(archived, tag, title)
        rows = self.conn.execute(
            f"{lines.SELECT} WHERE {condition} ORDER BY {lines.SORTS[sort]} LIMIT ? OFFSET ?",
            (*values, -1 if limit is None else limit, offset),
        )
        return [lines.summary(row) for row in rows]

    def count(self, *, archived: bool = False, tag: str | None = None, title: str | None = None) -> int:
        """How many articles `list` would give without a limit."""
        condition, values = lines.where(archived, tag, title)
        return int(self.conn.execute(f"SELECT count(*) FROM article WHERE {condition}", values).fetchone()[0])

    def summary(self, id: str) -> Summary:
        """The line of the list for one article. Raises NashraError when there is none with this id."""
        row = self.conn.execute(f"{lines.SELECT} WHERE id = ? AND deleted IS NULL", (id,)).fetchone()
        if row is None:
            raise self._missing(id)
        return lines.summary(row)

    def __contains__(self, id: object) -> bool:
        row = self.conn.execute("SELECT 1 FROM article WHERE id = ? AND deleted IS NULL", (id,)).fetchone()
        return row is not None

    # -- tags, which are also the collections

    def tag(self, id: str, *names: str) -> None:
        """Give an article tags."""
        number = self._require(id)
        with transaction(self.conn):
            self.conn.executemany(
                "INSERT OR IGNORE INTO tag (name, article) VALUES (?, ?)",
                [(name.strip(), number) for name in names if name.strip()],
            )

    def untag(self, id: str, *names: str) -> None:
        """Take tags from an article."""
        number = self._require(id)
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

    # -- inside

    def _undone(self, id: str) -> set[str]:
        row = self.conn.execute("SELECT undone FROM article WHERE id = ?", (id,)).fetchone()
        return set(json.loads(row[0])) if row else set()

    def _reclean(self, id: str, undone: set[str]) -> Article:
        from corpus.undo import reclean

        article = reclean(self.get(id), undone)
        with transaction(self.conn):
            self.replace(article)
            self._change(id, "undone = ?", json.dumps(sorted(undone)))
        return article

    def _seed(self, folder: Path) -> None:
        stamp = shipped.stamp(folder)
        row = self.conn.execute("SELECT value FROM corpus_meta WHERE key = 'shipped'").fetchone()
        if row is not None and row[0] == stamp:
            return
        with transaction(self.conn):
            for id in shipped.shipped(folder):
                try:
                    self._seed_one(shipped.load_shipped(id, folder))
                except NashraError as e:
                    self.problems.append(str(e))
            if not self.problems:
                self.conn.execute("INSERT OR REPLACE INTO corpus_meta VALUES ('shipped', ?)", (stamp,))

    def _seed_one(self, article: Article) -> None:
        version = hashlib.sha256(repr(article).encode()).hexdigest()
        row = self.conn.execute("SELECT number, shipped FROM article WHERE id = ?", (article.id,)).fetchone()
        if row is None:
            storage.insert(self.conn, article, storage.columns_of(article), version)
        elif row["shipped"] is None:
            self.problems.append(f"{article.id}: an article of the user's own has this id")
        elif row["shipped"] != version:
            storage.rewrite(self.conn, row["number"], article, version)

    def _change(self, id: str, assignment: str, value: object) -> None:
        with transaction(self.conn):
            if self.conn.execute(f"UPDATE article SET {assignment} WHERE id = ?", (value, id)).rowcount == 0:
                raise self._missing(id)
