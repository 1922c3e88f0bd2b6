"""The inbox: what is new in the feeds, to be taken into the library or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from corpus.feeds import Feeds
from reader.tui.background import Background
from reader.tui.pieces import LRM, Cell, columns, heading
from reader.tui.widgets.keybar import KeyBar
from reader.tui.widgets.progress import Progress
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.rows import Rows
from reader.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from corpus.errors import NashraError
    from corpus.feeds import FeedResult, Item
    from corpus.library import AddResult
    from reader.tui.app import NashraApp


class InboxScreen(Screen[None]):
    """Items of all feeds, newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "take", "take", key_display="space"),
        Binding("x", "put_away", "dismiss"),
        Binding("f", "fetch", "ask the feeds"),
        Binding("a", "add", "add a feed"),
        Binding("escape", "leave", "stop, back", show=False, key_display="Esc"),
        Binding("q", "app.pop_screen", "back"),
    ]

    app: NashraApp

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Item] = []

    def compose(self) -> ComposeResult:
        """Head, items, what is under way, one line for questions, keys."""
        yield Static(id="head", markup=False)
        yield Rows(id="items")
        yield Progress(profile=self.app.profile, id="progress")
        yield Prompt(profile=self.app.profile, id="prompt")
        yield KeyBar()

    def on_mount(self) -> None:
        """What has come so far; no feed is asked unless the reader wants it."""
        self.job = Background(self.app)
        self.query_one(Rows).focus()
        self._load()

    def on_unmount(self) -> None:
        """What is under way is not waited for."""
        self.job.stop()

    def on_resize(self) -> None:
        """The head follows the width."""
        self._load()

    def _feeds(self) -> Feeds:
        return Feeds(self.app.desk.library)

    def _load(self) -> None:
        feeds = self._feeds()
        self._items = feeds.inbox()
        rows = self.query_one(Rows)
        rows.show(len(self._items), self._row, rows.cursor)
        count = len(feeds.all())
        if not count:
            said = "Inbox  no feeds yet: a adds one, by its address or the address of its page"
        elif not self._items:
            said = f"Inbox  nothing new in {count} feeds; f asks them"
        else:
            said = f"Inbox  {len(self._items)} new in {count} feeds"
        self.query_one("#head", Static).update(heading(said, self.size.width - 2, self.app.profile))

    def _row(self, index: int, width: int) -> list[tuple[str, Style]]:
        item = self._items[index]
        quiet = Style(color=self.app.theme_variables.get("quiet"))
        feed = max(0, min(24, width // 4))
        return columns(
            [
                Cell(item.date or "", 10, "left", quiet),
                Cell(item.feed, feed, "left", quiet),
                Cell(item.title, max(1, width - feed - 12), "right"),
            ],
            self.app.profile,
        )

    def _current(self) -> Item | None:
        cursor = self.query_one(Rows).cursor
        return self._items[cursor] if cursor < len(self._items) else None

    @on(Rows.Chosen, "#items")
    def _chosen(self) -> None:
        self._take(self._arrived_to_read)

    def action_take(self) -> None:
        """Into the library, and stay here."""
        self._take(self._arrived)

    def _take(self, arrived: Callable[[AddResult], None]) -> None:
        item = self._current()
        if item is None:
            return
        self.query_one(Progress).show(f"fetching {item.title}{LRM}   Esc stops")
        self.job.start(lambda say: _taken(item.number), arrived, self._failed)

    def _arrived(self, added: AddResult) -> None:
        self.query_one(Progress).hide()
        if not added.duplicate:
            self.app.desk.index_article(added.id)
        self._load()
        self.notify("it was in the library already" if added.duplicate else "in the library")

    def _arrived_to_read(self, added: AddResult) -> None:
        self._arrived(added)
        self.app.read(added.id)

    def _failed(self, error: NashraError) -> None:
        self.query_one(Progress).hide()
        self._load()
        self.notify(str(error), severity="error", timeout=8)

    def action_put_away(self) -> None:
        """Out of the inbox, unread."""
        if item := self._current():
            self._feeds().dismiss(item.number)
            self._load()

    def action_fetch(self) -> None:
        """Ask every feed for what is new."""
        self.query_one(Progress).show("asking the feeds   Esc stops")
        self.job.start(_asked, self._came, self._failed, self._asking)

    def _asking(self, done: int, total: int | None) -> None:
        self.query_one(Progress).show(f"asking the feeds, {done} of {total}   Esc stops", done, total)

    def _came(self, results: list[FeedResult]) -> None:
        self.query_one(Progress).hide()
        self._load()
        said = [f"{sum(result.new for result in results)} new"]
        said += [f"{result.title or result.url}{LRM}: {result.error}" for result in results if result.error]
        failed = len(said) > 1
        if early := sum(result.skipped for result in results):
            said.append(f"{early} asked less than ten minutes ago, not again")
        self.notify(
            "\n".join(said), severity="warning" if failed else "information", timeout=8 if failed else None
        )

    def action_add(self) -> None:
        """Ask for an address."""
        self.query_one(Prompt).ask("address of a feed, or of a page that names one", "", "feed")

    @on(Prompt.Answered)
    def _answered(self, event: Prompt.Answered) -> None:
        self.query_one(Rows).focus()
        if url := event.text.strip():
            self.query_one(Progress).show(f"asking {url}{LRM}   Esc stops")
            self.job.start(lambda say: _added(url), self._followed, self._failed)

    @on(Prompt.Cancelled)
    def _cancelled(self) -> None:
        self.query_one(Rows).focus()

    def _followed(self, said: str) -> None:
        self.query_one(Progress).hide()
        self._load()
        self.notify(said)

    def action_leave(self) -> None:
        """Stop what is under way; else back."""
        if self.job.busy:
            self.job.stop()
            self.query_one(Progress).hide()
            self._load()
        else:
            self.app.pop_screen()


# In the background, each with a connection of its own.


def _taken(number: int) -> AddResult:
    desk = Workspace()
    try:
        return Feeds(desk.library).take(number)
    finally:
        desk.conn.close()


def _asked(say: Callable[[int, int | None], None]) -> list[FeedResult]:
    desk = Workspace()
    try:
        feeds = Feeds(desk.library)
        results: list[FeedResult] = []
        total = len(feeds.all())
        for result in feeds.fetch():
            results.append(result)
            say(len(results), total)
        return results
    finally:
        desk.conn.close()


def _added(url: str) -> str:
    desk = Workspace()
    try:
        feed = Feeds(desk.library).add(url)
        return f"{feed.title}{LRM}: {feed.new} items"
    finally:
        desk.conn.close()
