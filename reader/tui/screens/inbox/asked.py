"""Feeds are asked for what is new, and new feeds are followed; keys work meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.tui.pieces import LRM
from reader.tui.screens.inbox import feeds
from reader.tui.screens.rowed import Rowed
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from corpus.feeds import FeedResult


class Asked(Rowed):
    """What goes out to a server, but for a single item."""

    def action_fetch(self) -> None:
        """Ask every feed for what is new."""
        self.begin("asking the feeds", feeds.ask, self._came, self._asking)

    def _asking(self, done: int, total: int | None) -> None:
        self.so_far(f"asking the feeds, {done} of {total}", done, total)

    def _came(self, results: list[FeedResult]) -> None:
        self.over()
        self.load()
        said, failed = feeds.said(results)
        self.notify(said, severity="warning" if failed else "information", timeout=8 if failed else None)

    def action_add(self) -> None:
        """Ask for an address."""
        self.ask("address of a feed, or of a page that names one", "", "feed")

    @on(Prompt.Answered)
    def _answered(self, event: Prompt.Answered) -> None:
        if url := event.text.strip():
            self.begin(f"asking {url}{LRM}", lambda say: feeds.add(url), self._followed)

    def _followed(self, said: str) -> None:
        self.over()
        self.load()
        self.notify(said)
