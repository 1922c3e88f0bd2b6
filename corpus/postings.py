"""Where each lemma stands: the part of the library that the analyser fills.

index("a", [Posting("عُقُوبَة", 0, 12, 21), …], lexicon="7")
stale("8")                    -> ["a", …]      indexed with another lexicon, or never
note_state("عُقُوبَة", known=+1)  the share known of every article with the word moves with it
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from corpus.database import transaction
from corpus.numbers import require

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable


_NUMBERS = "SELECT number FROM lemma WHERE key IN (SELECT value FROM json_each(?))"


class Posting(NamedTuple):
    """One occurrence of a lemma (or a term) in an article."""

    lemma: str
    """The key under which the layer above will ask for it."""
    paragraph: int
    """Index into the article's paragraphs; -1 for its title."""
    start: int
    """Code points into the paragraph's (or title's) text."""
    end: int
    counted: bool = True
    """Whether the word counts towards the share known; False for terms, second readings, function words."""


class Postings:
    """The methods of Library that keep the postings."""

    conn: sqlite3.Connection

    def index(
        self,
        id: str,
        postings: Iterable[Posting],
        lexicon: str,
        *,
        known: Collection[str] = (),
        unfamiliar: Collection[str] = (),
    ) -> None:
        """Replace an article's postings by these, made with this version of the lexicon.

        known, unfamiliar: the lemmas that the user knows or has marked, for the article's figures.
        """
        number = require(self.conn, id)
        places: defaultdict[str, list[str]] = defaultdict(list)
        counts: defaultdict[str, int] = defaultdict(int)
        for lemma, paragraph, start, end, counted in postings:
            places[lemma].append(f"{paragraph}.{start}.{end}")
            counts[lemma] += counted
        with transaction(self.conn):
            forget_postings(self.conn, number)
            numbers = self._lemma_numbers(places)
            self.conn.executemany(
                "INSERT INTO posting (lemma, article, count, counted, places) VALUES (?, ?, ?, ?, ?)",
                sorted((numbers[k], number, len(v), counts[k], " ".join(v)) for k, v in places.items()),
            )
            self.conn.execute(
                "INSERT INTO profile (article, lemmas) VALUES (?, ?)",
                (number, json.dumps({numbers[k]: counts[k] for k in places})),
            )
            self.conn.execute(
                "UPDATE article SET lexicon = ?, counted = ?, known = ?, unfamiliar = ? WHERE number = ?",
                (
                    lexicon,
                    sum(counts.values()),
                    sum(n for k, n in counts.items() if k in known),
                    sum(1 for k in places if k in unfamiliar),
                    number,
                ),
            )

    def stale(self, lexicon: str) -> list[str]:
        """Ids of the articles whose postings another version of the lexicon made, newest first."""
        rows = self.conn.execute(
            "SELECT id FROM article WHERE lexicon IS NOT ? AND deleted IS NULL ORDER BY number DESC",
            (lexicon,),
        )
        return [id for (id,) in rows]

    def lemma_counts(self, id: str) -> dict[str, int]:
        """The lemmas of an article with how many of its words count for each; empty before it was indexed."""
        rows = self.conn.execute(
            "SELECT lemma.key, each.value FROM profile, json_each(profile.lemmas) AS each"
            " JOIN lemma ON lemma.number = CAST(each.key AS INTEGER) WHERE profile.article = ?",
            (require(self.conn, id),),
        )
        return {row[0]: row[1] for row in rows}

    def library_counts(self) -> dict[str, tuple[int, int]]:
        """For each lemma of the whole library, the words that count and the articles that have it."""
        rows = self.conn.execute(
            "SELECT lemma.key, sum(posting.counted), count(*) FROM posting JOIN lemma ON lemma.number = posting.lemma"
            " WHERE article NOT IN (SELECT number FROM article WHERE deleted IS NOT NULL) GROUP BY posting.lemma"
        )
        return {key: (words, articles) for key, words, articles in rows}

    def places(self, lemma: str) -> list[tuple[str, tuple[tuple[int, int, int], ...]]]:
        """(article's id, its (paragraph, start, end) …) for each article that a lemma or term was indexed in, oldest first.

        Paragraph -1 is the title; start and end are code points into the paragraph's text.
        """
        rows = self.conn.execute(
            "SELECT article.id, posting.places FROM posting JOIN lemma ON lemma.number = posting.lemma"
            " JOIN article ON article.number = posting.article"
            " WHERE lemma.key = ? AND deleted IS NULL ORDER BY article.number",
            (lemma,),
        )
        return [(id, tuple(_place(place) for place in places.split())) for id, places in rows]

    def note_state(self, lemma: str, *, known: int = 0, unfamiliar: int = 0) -> None:
        """The user's state for a lemma changed: +1 it became known (or unfamiliar), -1 it ceased to be."""
        with transaction(self.conn):
            self.conn.execute(
                "UPDATE article SET known = known + ? * p.counted, unfamiliar = unfamiliar + ?"
                " FROM posting AS p WHERE p.lemma = (SELECT number FROM lemma WHERE key = ?)"
                " AND article.number = p.article",
                (known, unfamiliar, lemma),
            )

    def recount(self, known: Collection[str], unfamiliar: Collection[str] = ()) -> None:
        """Set every article's figures from all the lemmas that the user knows and has marked unfamiliar."""
        with transaction(self.conn):
            self.conn.execute(
                "UPDATE article SET known = 0, unfamiliar = 0 WHERE known > 0 OR unfamiliar > 0"
            )
            for column, value, keys in (("known", "counted", known), ("unfamiliar", "1", unfamiliar)):
                self.conn.execute(
                    f"UPDATE article SET {column} = p.total"
                    f" FROM (SELECT article, sum({value}) AS total FROM posting WHERE lemma IN ({_NUMBERS})"
                    " GROUP BY article) AS p WHERE article.number = p.article",
                    (json.dumps(list(keys)),),
                )

    def _lemma_numbers(self, keys: Collection[str]) -> dict[str, int]:
        self.conn.executemany("INSERT OR IGNORE INTO lemma (key) VALUES (?)", [(key,) for key in keys])
        rows = self.conn.execute(
            "SELECT key, number FROM lemma WHERE key IN (SELECT value FROM json_each(?))",
            (json.dumps(list(keys)),),
        )
        return {row[0]: row[1] for row in rows}


def _place(written: str) -> tuple[int, int, int]:
    paragraph, start, end = map(int, written.split("."))
    return paragraph, start, end


def forget_postings(conn: sqlite3.Connection, number: int) -> None:
    """Remove the postings of the article with this row number."""
    row = conn.execute("SELECT lemmas FROM profile WHERE article = ?", (number,)).fetchone()
    if row is None:
        return
    conn.executemany(
        "DELETE FROM posting WHERE lemma = ? AND article = ?", [(int(k), number) for k in json.loads(row[0])]
    )
    conn.execute("DELETE FROM profile WHERE article = ?", (number,))
