"""Search in the library: by dictionary form, and by text up to vowels.

    by_lemma(conn, ["عُقُوبَة"])     every sentence with والعقوبات, عقوبات, عقوبة …, newest article first
    by_text(conn, "مجلس الأمن")     the sentences with exactly these words, vowelled or not

A search reads the newest articles first and stops when it has what was asked for, so it does not slow down
with the library. In a text search a bare alef stands for every alef; one with a hamza stands for itself.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from heapq import merge
from itertools import groupby, islice
from typing import TYPE_CHECKING

from corpus import fold, textindex
from corpus.database import transaction
from corpus.errors import NashraError
from corpus.tokenize import CONTROLS, MARKS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

_UNIT = re.compile(f"[^\\W_](?:[^\\W_]|[{MARKS}{CONTROLS}\\u0640])*")

_SENTENCES = (
    "SELECT a.id, a.title, a.date, s.paragraph, s.start, s.translation,"
    ' substr(p.text, s.start + 1, s."end" - s.start) AS text'
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that was found."""

    article: str
    """Id."""
    title: str
    date: str | None
    paragraph: int
    """Index into the article's paragraphs; -1 for the title."""
    start: int
    """Of the sentence in its paragraph's text."""
    text: str
    """The sentence."""
    translation: str | None
    matches: tuple[tuple[int, int], ...]
    """Ranges of text (code points) that match, in order."""

    def keyword_in_context(self, words: int = 7) -> list[tuple[str, str, str]]:
        """For each match: up to so many words before it, the match as written, up to so many words behind it."""
        return [
            (
                " ".join(self.text[:a].split()[-words:]),
                self.text[a:b],
                " ".join(self.text[b:].split()[:words]),
            )
            for a, b in self.matches
        ]


def by_lemma(conn: sqlite3.Connection, lemmas: Iterable[str], limit: int, offset: int = 0) -> list[Hit]:
    """Sentences in which one of the lemmas (keys as given to `Library.index`) stands, newest article first."""
    return list(islice(_lemma_hits(conn, lemmas), offset, offset + limit))


def by_text(conn: sqlite3.Connection, query: str, limit: int, offset: int = 0) -> list[Hit]:
    """Sentences with the words of query side by side; a * at its end lets the last word go on.

    Raises NashraError when there is no word in it.
    """
    words = [m[0] for m in _UNIT.finditer(query)]
    if not words:
        raise NashraError("Give a word to search for.")
    return list(islice(_text_hits(conn, words, query.rstrip().endswith("*")), offset, offset + limit))


def count_lemma(conn: sqlite3.Connection, lemmas: Iterable[str]) -> tuple[int, int]:
    """In how many articles, and how often, one of the lemmas occurs."""
    row = conn.execute(
        "SELECT count(DISTINCT article), coalesce(sum(count), 0) FROM posting"
        " WHERE lemma IN (SELECT number FROM lemma WHERE key IN (SELECT value FROM json_each(?)))"
        " AND article NOT IN (SELECT number FROM article WHERE deleted IS NOT NULL)",
        (json.dumps(list(lemmas)),),
    ).fetchone()
    return row[0], row[1]


def _lemma_hits(conn: sqlite3.Connection, lemmas: Iterable[str]) -> Iterator[Hit]:
    numbers = conn.execute(
        "SELECT number FROM lemma WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(list(lemmas)),),
    ).fetchall()
    streams = [
        conn.execute("SELECT -article, places FROM posting WHERE lemma = ? ORDER BY article DESC", (n,))
        for (n,) in numbers
    ]
    for negative, rows in groupby(merge(*map(_pairs, streams)), key=lambda pair: pair[0]):
        places = sorted(
            {tuple(map(int, place.split("."))) for _, packed in rows for place in packed.split(" ")}
        )
        yield from _in_sentences(conn, -negative, places)


def _in_sentences(conn: sqlite3.Connection, article: int, places: list[tuple[int, ...]]) -> Iterator[Hit]:
    """The sentences of an article that hold these places (paragraph, start, end), sorted."""
    rows = conn.execute(
        _SENTENCES + " FROM sentence s"
        " JOIN article a ON a.number = s.article AND a.deleted IS NULL"
        " JOIN paragraph p ON p.article = s.article AND p.position = s.paragraph"
        " WHERE s.article = ? AND s.paragraph IN (SELECT value FROM json_each(?))"
        " ORDER BY s.paragraph, s.start",
        (article, json.dumps(sorted({place[0] for place in places}))),
    )
    for row in rows:
        start, length = row["start"], len(row["text"])
        inside = tuple(
            (a - start, b - start)
            for paragraph, a, b in places
            if paragraph == row["paragraph"] and start <= a and b <= start + length
        )
        if inside:
            yield _hit(row, inside)


def _text_hits(conn: sqlite3.Connection, words: list[str], prefix: bool) -> Iterator[Hit]:
    if not textindex.is_current(conn):
        with transaction(conn):
            textindex.rebuild(conn)
    keys = [fold.search_key(word) for word in words]
    phrase = '"' + " ".join(keys) + '"' + ("*" if prefix else "")
    rows = conn.execute(
        _SENTENCES + " FROM sentence_text f"
        " JOIN sentence s ON s.number = f.rowid"
        " JOIN article a ON a.number = s.article AND a.deleted IS NULL"
        " JOIN paragraph p ON p.article = s.article AND p.position = s.paragraph"
        " WHERE sentence_text MATCH ? ORDER BY f.rowid DESC",
        (phrase,),
    )
    for row in rows:
        if matches := tuple(_matches(row["text"], words, prefix)):
            yield _hit(row, matches)


def _matches(text: str, words: list[str], prefix: bool) -> Iterator[tuple[int, int]]:
    units = [(m.start(), m.end(), m[0]) for m in _UNIT.finditer(text)]
    wanted = [
        (fold.exact(w), True) if fold.HAMZA_ALEFS & set(w) else (fold.search_key(w), False) for w in words
    ]
    for i in range(len(units) - len(wanted) + 1):
        for j, (want, strict) in enumerate(wanted):
            have = fold.exact(units[i + j][2]) if strict else fold.search_key(units[i + j][2])
            open_ended = prefix and j == len(wanted) - 1
            if have != want and not (open_ended and have.startswith(want)):
                break
        else:
            yield units[i][0], units[i + len(wanted) - 1][1]


def _hit(row: sqlite3.Row, matches: tuple[tuple[int, int], ...]) -> Hit:
    return Hit(
        row["id"],
        row["title"],
        row["date"],
        row["paragraph"],
        row["start"],
        row["text"],
        row["translation"],
        matches,
    )


def _pairs(cursor: sqlite3.Cursor) -> Iterator[tuple[int, str]]:
    return ((row[0], row[1]) for row in cursor)
