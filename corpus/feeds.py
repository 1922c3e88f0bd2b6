"""Feeds that the user follows, and the inbox of what was new in them.

    feeds = Feeds(library)
    feeds.add("https://example.com/rss")             looks at once, so that a wrong address is told at once
    feeds.fetch()                                    every feed: what is new goes into the inbox, each item once
    feeds.inbox()                                    [Item(number=7, title="…"), …]
    feeds.take(7)                                    its page into the library

What a feed says is not believed: its items may lead to public addresses only, unless the feed itself is the user's
own, on this machine or its network, and the item lies on the same server.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from corpus import feedfile, storage
from corpus.database import transaction
from corpus.errors import NashraError
from corpus.fetch import Limits, fetch
from corpus.importers.html import import_html
from corpus.importers.sources import fetch_article
from corpus.library import AddResult

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from corpus.article import Article
    from corpus.feedfile import Entry
    from corpus.fetch import Fetched
    from corpus.library import Library

AGAIN = 600
"""Seconds before a feed is asked again, unless the user insists."""
DELAY = 2.0
"""Seconds between two requests to one server."""
LIMITS = Limits(size=5_000_000, seconds=20.0)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that the user follows."""

    url: str
    title: str
    new: int
    """Items in the inbox."""
    fetched: float | None
    """Seconds since 1970; None before the first time."""
    error: str | None
    """What went wrong the last time."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the inbox."""

    number: int
    title: str
    url: str | None
    date: str | None
    feed: str
    """The feed's title."""
    state: str
    """new, imported or dismissed."""
    article: str | None
    """Its id in the library, once imported."""


@dataclass(frozen=True, slots=True)
class FeedResult:
    """What came of asking one feed."""

    url: str
    title: str
    new: int
    """Items that were not there before."""
    skipped: bool = False
    """It was asked only a moment ago."""
    error: str | None = None


class Feeds:
    """The feeds of a library. The clock and the pause can be replaced in tests."""

    def __init__(
        self,
        library: Library,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Feeds kept in the library's state file."""
        self.library = library
        self.conn = library.conn
        self._clock = clock
        self._sleep = sleep
        self._last: dict[str, float] = {}

    def add(self, url: str) -> Feed:
        """Follow a feed, or the feed that a page names; its items stand in the inbox at once.

        Raises NashraError when there is none at this address.
        """
        url = url.strip()
        if feedfile.web(url) is None:
            raise NashraError(
                f"{feedfile.plain(url)[:100]!r} is no web address; give the feed's http or https address."
            )
        answer = self._ask(url)
        if "html" in answer.content_type:
            linked = feedfile.linked_feed(answer.data.decode("utf-8", "replace"), answer.url)
            if linked is None:
                raise NashraError(f"The page {url} names no feed.")
            private = answer.local and _server(linked) == _server(answer.url)
            url, answer = linked, self._ask(linked, private=private)
        title, entries = feedfile.read_feed(answer.data, answer.url, answer.charset)
        with transaction(self.conn):
            self.conn.execute(
                "INSERT OR IGNORE INTO feed (url, title, added) VALUES (?, ?, ?)", (url, title, storage.now())
            )
            self._store(url, answer, entries)
        return self._feed(url)

    def add_opml(self, data: bytes) -> list[str]:
        """Follow the feeds of an OPML list without asking them yet; the addresses that are new."""
        added = []
        with transaction(self.conn):
            for url, title in feedfile.read_opml(data):
                row = self.conn.execute(
                    "INSERT OR IGNORE INTO feed (url, title, added) VALUES (?, ?, ?)",
                    (url, title, storage.now()),
                )
                if row.rowcount:
                    added.append(url)
        return added

    def opml(self) -> str:
        """The feeds as an OPML list."""
        return feedfile.write_opml((feed.url, feed.title) for feed in self.all())

    def all(self) -> list[Feed]:
        """The feeds in the order in which they were added."""
        return [_feed(row) for row in self.conn.execute(f"{_FEEDS} GROUP BY f.number ORDER BY f.number")]

    def remove(self, url: str) -> None:
        """Follow a feed no more; what was imported from it stays."""
        if self.conn.execute("DELETE FROM feed WHERE url = ?", (url.strip(),)).rowcount == 0:
            raise NashraError(f"No feed has the address {url}; `nashra feed list` shows them.")

    def fetch(self, *, force: bool = False) -> Iterator[FeedResult]:
        """Ask every feed for what is new, one result each; what came in is kept if the caller stops.

        force: even those asked within AGAIN seconds.
        """
        for row in self.conn.execute("SELECT * FROM feed ORDER BY number").fetchall():
            url, title = row["url"], row["title"]
            if not force and row["fetched"] is not None and 0 <= self._clock() - row["fetched"] < AGAIN:
                yield FeedResult(url, title, 0, skipped=True)
                continue
            try:
                answer = self._ask(url, etag=row["etag"], modified=row["modified"])
                entries: list[Entry] = []
                if not answer.unchanged:
                    title, entries = feedfile.read_feed(answer.data, answer.url, answer.charset)
                with transaction(self.conn):
                    new = self._store(url, answer, entries)
                yield FeedResult(url, title, new)
            except NashraError as e:
                with transaction(self.conn):
                    self.conn.execute(
                        "UPDATE feed SET error = ?, fetched = ? WHERE url = ?", (str(e), self._clock(), url)
                    )
                yield FeedResult(url, title, 0, error=str(e))

    def inbox(self, *, state: str = "new", limit: int = 200) -> list[Item]:
        """Items in this state, newest first; one without a date is as old as its coming."""
        rows = self.conn.execute(
            "SELECT i.*, f.title AS feed_title FROM inbox i JOIN feed f ON f.number = i.feed"
            " WHERE i.state = ? ORDER BY coalesce(i.date, substr(i.seen, 1, 10)) DESC, i.number DESC LIMIT ?",
            (state, limit),
        )
        return [
            Item(r["number"], r["title"], r["url"], r["date"], r["feed_title"], r["state"], r["article"])
            for r in rows
        ]

    def take(self, number: int) -> AddResult:
        """Fetch an item's page into the library. An item that was imported already is not fetched again."""
        row = self.conn.execute(
            "SELECT i.*, f.local, f.url AS feed_url, f.title AS feed_title FROM inbox i"
            " JOIN feed f ON f.number = i.feed WHERE i.number = ?",
            (number,),
        ).fetchone()
        if row is None:
            raise NashraError(f"There is no item {number} in the inbox.")
        if row["article"] is not None and row["article"] in self.library:
            return AddResult(row["article"], duplicate=True)
        local = bool(row["local"]) and _server(row["url"] or "") == _server(row["feed_url"])
        added = self.library.add(self._page(row["url"], row["content"], row["title"], local, row["date"]))
        with transaction(self.conn):
            self.conn.execute(
                "UPDATE inbox SET state = 'imported', article = ? WHERE number = ?", (added.id, number)
            )
        return added

    def dismiss(self, number: int) -> None:
        """Take an item out of the inbox; it does not come back."""
        if (
            self.conn.execute("UPDATE inbox SET state = 'dismissed' WHERE number = ?", (number,)).rowcount
            == 0
        ):
            raise NashraError(f"There is no item {number} in the inbox.")

    def put_back(self, number: int) -> None:
        """A dismissed item into the inbox again."""
        self.conn.execute(
            "UPDATE inbox SET state = 'new' WHERE number = ? AND state = 'dismissed'", (number,)
        )

    # -- inside

    def _page(
        self, url: str | None, content: str | None, title: str, local: bool, day: str | None
    ) -> Article:
        error: NashraError | None = None
        article: Article | None = None
        if url is not None:
            self._wait(url)
            try:
                article = fetch_article(url, private=local)
            except NashraError as e:
                error = e
        if article is None and content:
            page = (
                f"<html><head><title>{title}</title></head><body><article>{content}</article></body></html>"
            )
            try:
                article = import_html(page, title, url=url)
            except NashraError as e:
                error = error or e
        if article is None:
            raise error or NashraError(f"The item “{title}” has neither a page nor a text.")
        return article if article.date else replace(article, date=day)

    def _ask(
        self, url: str, *, private: bool = True, etag: str | None = None, modified: str | None = None
    ) -> Fetched:
        self._wait(url)
        return fetch(url, private=private, etag=etag, modified=modified, limits=LIMITS)

    def _wait(self, url: str) -> None:
        """Let DELAY pass between two requests to one server."""
        server = _server(url)
        wait = self._last.get(server, -DELAY) + DELAY - self._clock()
        if 0 < wait <= DELAY:
            self._sleep(wait)
        self._last = {s: t for s, t in self._last.items() if self._clock() - t < DELAY} | {
            server: self._clock()
        }

    def _store(self, url: str, answer: Fetched, entries: list[Entry]) -> int:
        """Note what a feed said; the number of items that were not known."""
        row = self.conn.execute("SELECT number, etag, modified FROM feed WHERE url = ?", (url,)).fetchone()
        self.conn.execute(
            "UPDATE feed SET fetched = ?, etag = ?, modified = ?, local = ?, error = NULL WHERE number = ?",
            (
                self._clock(),
                answer.etag or (row["etag"] if answer.unchanged else None),
                answer.modified or (row["modified"] if answer.unchanged else None),
                int(answer.local),
                row["number"],
            ),
        )
        new = 0
        for entry in reversed(entries):  # so that the newest has the highest number
            new += self.conn.execute(
                "INSERT OR IGNORE INTO inbox (feed, key, title, url, date, content, seen) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (row["number"], *entry, storage.now()),
            ).rowcount
        return new

    def _feed(self, url: str) -> Feed:
        return _feed(self.conn.execute(f"{_FEEDS} WHERE f.url = ? GROUP BY f.number", (url,)).fetchone())


_FEEDS = (
    "SELECT f.url, f.title, f.fetched, f.error, count(i.number) AS new FROM feed f"
    " LEFT JOIN inbox i ON i.feed = f.number AND i.state = 'new'"
)


def _feed(row: sqlite3.Row) -> Feed:
    return Feed(row["url"], row["title"], row["new"], row["fetched"], row["error"])


def _server(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""
