"""Items of all feeds, newest first: taken into the library, opened, or put away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen

from corpus.feeds import Feeds
from reader.counts import count
from reader.tui.pieces import LRM, Cell, columns
from reader.tui.screens.inbox import feeds
from reader.tui.screens.inbox.asked import Asked
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.rows import Rows
from reader.tui.widgets.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.feeds import Item
    from corpus.library import AddResult

MOST_STEPS = 200
"""Steps back that are kept."""


class InboxScreen(Asked, Screen[None]):
    """What has come so far; no feed is asked unless the reader wants it."""

    ROWS = "items"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "take", "take", key_display="space"),
        Binding("x", "put_away", "dismiss"),
        Binding("u", "undo", "undo"),
        Binding("f", "fetch", "ask the feeds"),
        Binding("a", "add", "add a feed"),
        Binding("escape", "leave", "stop, back", show=False, key_display="Esc"),
        Binding("q", "app.pop_screen", "back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.items: list[Item] = []
        """What is shown."""
        self._followed_feeds = 0
        self._away: list[int] = []
        """Numbers of the items dismissed here, the last one last."""

    def load(self) -> None:
        """What is new, from the state file."""
        known = Feeds(self.app.desk.library)
        self.items, self._followed_feeds = known.inbox(), len(known.all())
        self.rows.show(len(self.items), self._row, self.rows.cursor)
        self.caption()

    def caption(self) -> None:
        """How much is new, or what to do for something to be."""
        named = columns(self._columns("date", "feed", "title", self.app.size.width - 3), self.app.profile)
        self.query_one("#heads", Status).text = "".join(text for text, _ in named)
        if not self._followed_feeds:
            self.say("Inbox  no feeds yet: a adds one, by its address or the address of its page")
        elif not self.items:
            self.say(f"Inbox  nothing new in {count(self._followed_feeds, 'feed')}; f asks them")
        else:
            self.say(f"Inbox  {len(self.items)} new in {count(self._followed_feeds, 'feed')}")

    def _row(self, index: int, width: int) -> list[tuple[str, Style]]:
        item = self.items[index]
        return columns(self._columns(item.date or "", item.feed, item.title, width), self.app.profile)

    def _columns(self, date: str, feed: str, title: str, width: int) -> list[Cell]:
        quiet = Style(color=self.app.theme_variables.get("quiet"))
        left = [
            Cell(date, 10 * (width >= 60), "left", quiet),
            Cell(feed, max(0, min(24, width // 4)), "left", quiet),
        ]
        used = sum(cell.width + 1 for cell in left if cell.width)
        return [*left, Cell(title, max(1, width - used), "right")]

    @property
    def _current(self) -> Item | None:
        return self.items[self.rows.cursor] if self.rows.cursor < len(self.items) else None

    @on(Rows.Chosen, "#items")
    def _chosen(self) -> None:
        self._take(self._arrived_to_read)

    def action_take(self) -> None:
        """Into the library, and stay here."""
        self._take(self._arrived)

    def _take(self, arrived: Callable[[AddResult], None]) -> None:
        if item := self._current:
            self.begin(f"fetching {item.title}{LRM}", lambda say: feeds.take(item.number), arrived)

    def _arrived(self, added: AddResult) -> None:
        self.over()
        self.load()
        self.app.read_again()
        self.notify("it was in the library already" if added.duplicate else "in the library")

    def _arrived_to_read(self, added: AddResult) -> None:
        self._arrived(added)
        self.app.read(added.id)

    def action_put_away(self) -> None:
        """Out of the inbox, unread."""
        if item := self._current:
            Feeds(self.app.desk.library).dismiss(item.number)
            self._away = [*self._away[-MOST_STEPS:], item.number]
            self.load()
            self.notify("dismissed; u brings it back")

    def action_undo(self) -> None:
        """Bring back the item that was dismissed last."""
        if not self._away:
            self.notify("nothing to undo here")
            return
        number = self._away.pop()
        Feeds(self.app.desk.library).put_back(number)
        self.load()
        at = next((at for at, item in enumerate(self.items) if item.number == number), self.rows.cursor)
        self.rows.show(len(self.items), self._row, at)
        self.notify("it is in the inbox again")

    @on(Prompt.Answered)
    @on(Prompt.Cancelled)
    def _asked(self) -> None:
        self.rows.focus()

    def action_leave(self) -> None:
        """Stop what is under way; else back."""
        if self.stop():
            self.load()
        else:
            self.app.pop_screen()
