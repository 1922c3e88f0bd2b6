"""Work with feeds that may wait for a server: in the background, each piece with a connection of its own."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from corpus.feeds import Feeds
from reader.tui.pieces import LRM
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus.feeds import FeedResult
    from corpus.library import AddResult


@contextlib.contextmanager
def _feeds() -> Iterator[Feeds]:
    desk = Workspace()
    try:
        yield Feeds(desk.library)
    finally:
        desk.conn.close()


def take(number: int) -> AddResult:
    """Fetch an item of the inbox into the library."""
    with _feeds() as feeds:
        return feeds.take(number)


def ask(say: Callable[[int, int | None], None]) -> list[FeedResult]:
    """Ask every feed for what is new; say is told how many have been asked, of how many."""
    with _feeds() as feeds:
        results: list[FeedResult] = []
        total = len(feeds.all())
        for result in feeds.fetch():
            results.append(result)
            say(len(results), total)
        return results


def add(url: str) -> str:
    """Follow a feed, or the one that a page names. Returns what to say about it (logical text)."""
    with _feeds() as feeds:
        feed = feeds.add(url)
        return f"{feed.title}{LRM}: {feed.new} items"


def said(results: list[FeedResult]) -> tuple[str, bool]:
    """What to say about feeds that were asked (logical text), and whether any of them failed."""
    lines = [f"{sum(result.new for result in results)} new"]
    lines += [f"{result.title or result.url}{LRM}: {result.error}" for result in results if result.error]
    failed = len(lines) > 1
    if early := sum(result.skipped for result in results):
        lines.append(f"{early} asked less than ten minutes ago, not again")
    return "\n".join(lines), failed
