"""The user's articles, in the one state file.

    library = Library(connect(home / "nashra.db"))
    added = library.add(import_text(data, "page.txt"))     -> AddResult("kwrya-alshmalya", duplicate=False)
    library.index(added.id, postings, lexicon="2026.1")    lemma keys come from above; they are opaque here
    library.list("date", limit=50)                         -> [Summary, …]
    library.listing("known", "#arms")                      -> Listing, whose lines are read as they are looked at
    library.search_lemma(["عُقُوبَة"])                        -> [Hit, …]

The articles that ship stand among the user's own: put in when the library is first opened, refreshed when the
package brings another version of one, and never put back once the user has deleted them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus.database import migrate, transaction
from corpus.lists import Lists
from corpus.numbers import missing, number_of
from corpus.postings import Postings
from corpus.seed import FOLDER, seed
from corpus.tags import Tags

# What only some calls need is imported by them: opening an article must not wait for what imports and searches.
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from corpus.article import Article
    from corpus.search import Hit
    from corpus.undo import Cleaning

MIGRATIONS = (Path(__file__).with_name("schema.sql"),)
"""The steps of component "corpus", oldest first. Released steps never change."""


class AddResult(NamedTuple):
    """What became of an article that was given to the library."""

    id: str
    duplicate: bool
    """It was there already; id is the one that is there."""


class Library(Lists, Tags, Postings):
    """The articles of one state file. Use it from the thread that opened the connection.

    Lists brings `list`, `listing`, `count`, `summary`; Tags `tag`, `untag`, `tags`; Postings `index`, `stale`,
    `lemma_counts`, `library_counts`, `recount`, `note_state`.
    """

    def __init__(self, conn: sqlite3.Connection, shipped_folder: Path | None = FOLDER) -> None:
        """Bring the tables up to date and the shipped articles in (from shipped_folder; None for none)."""
        self.conn = conn
        if migrate(conn, "corpus", MIGRATIONS):
            from corpus import textindex

            textindex.mark_current(conn)
        self.problems = seed(conn, shipped_folder) if shipped_folder is not None else []
        """What was wrong with shipped articles; empty in a release."""

    # -- articles

    def add(self, article: Article) -> AddResult:
        """Put an article in, unless it is there: the same address, or the same text up to spacing and vowels.

        One that was deleted comes back. The id is made unique.
        """
        from corpus import storage
        from corpus.slug import unique

        columns = storage.columns_of(article)
        with transaction(self.conn):
            there = storage.same(self.conn, columns)
            if there is not None:
                self.conn.execute("UPDATE article SET deleted = NULL WHERE id = ?", (there,))
                return AddResult(there, duplicate=True)
            id = unique(article.id, lambda wanted: number_of(self.conn, wanted) is not None)
            storage.insert(self.conn, replace(article, id=id), columns)
        return AddResult(id, duplicate=False)

    def get(self, id: str, *, raw: bool = True) -> Article:
        """The article, to read it without the raw text (raw=False: not to be stored again). NashraError for no such id."""
        from corpus.loading import load

        article = load(self.conn, id, raw=raw)
        if article is None:
            raise missing(id)
        return article

    def __contains__(self, id: object) -> bool:
        row = self.conn.execute("SELECT 1 FROM article WHERE id = ? AND deleted IS NULL", (id,)).fetchone()
        return row is not None

    def replace(self, article: Article) -> None:
        """Store another version of an article under its id: a rule undone, a translation put right.

        Its postings go; it stands in `stale` until it is indexed again.
        """
        from corpus import storage

        with transaction(self.conn):
            row = self.conn.execute(
                "SELECT number, shipped FROM article WHERE id = ?", (article.id,)
            ).fetchone()
            if row is None:
                raise missing(article.id)
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
        from corpus import storage

        self._change(id, "deleted = ?", storage.now())

    def undelete(self, id: str) -> None:
        """Bring a deleted article back."""
        self._change(id, "deleted = ?", None)

    def archive(self, id: str, archived: bool = True) -> None:
        """Put an article away, or back into the list."""
        self._change(id, "archived = ?", int(archived))

    def purge(self) -> int:
        """Remove deleted articles of the user's own for good, and return how many there were."""
        from corpus import storage

        with transaction(self.conn):
            rows = self.conn.execute(
                "SELECT number FROM article WHERE deleted IS NOT NULL AND shipped IS NULL"
            ).fetchall()
            for (number,) in rows:
                storage.clear(self.conn, number)
                self.conn.execute("DELETE FROM article WHERE number = ?", (number,))
        return len(rows)

    # -- search, as in corpus.search

    def search_lemma(self, lemmas: Iterable[str], *, limit: int = 50, offset: int = 0) -> list[Hit]:
        """Sentences in which one of the lemmas (keys as given to `index`) stands, newest article first."""
        from corpus.search import by_lemma

        return by_lemma(self.conn, lemmas, limit, offset)

    def search_text(self, query: str, *, limit: int = 50, offset: int = 0) -> list[Hit]:
        """Sentences with the words of query side by side; a * at its end lets the last word go on."""
        from corpus.search import by_text

        return by_text(self.conn, query, limit, offset)

    def count_lemma(self, lemmas: Iterable[str]) -> tuple[int, int]:
        """In how many articles, and how often, one of the lemmas occurs."""
        from corpus.search import count_lemma

        return count_lemma(self.conn, lemmas)

    # -- inside

    def _undone(self, id: str) -> set[str]:
        import json

        row = self.conn.execute("SELECT undone FROM article WHERE id = ?", (id,)).fetchone()
        return set(json.loads(row[0])) if row else set()

    def _reclean(self, id: str, undone: set[str]) -> Article:
        import json

        from corpus.undo import reclean

        article = reclean(self.get(id), undone)
        with transaction(self.conn):
            self.replace(article)
            self._change(id, "undone = ?", json.dumps(sorted(undone)))
        return article

    def _change(self, id: str, assignment: str, value: object) -> None:
        with transaction(self.conn):
            if self.conn.execute(f"UPDATE article SET {assignment} WHERE id = ?", (value, id)).rowcount == 0:
                raise missing(id)
