"""The articles in an order, filtered as you type. A line is read when it comes into view, however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from textual import on

from reader.tui.pieces import LRM, columns
from reader.tui.screens.library.rows import SORTS, cells
from reader.tui.screens.rowed import Rowed
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.rows import Rows
from reader.tui.widgets.status import Status

if TYPE_CHECKING:
    from corpus.listing import Listing
    from corpus.summary import Summary

EMPTY = "No article holds what you typed. Esc shows all of them."


class Listed(Rowed):
    """Shows the list, and keeps the cursor on its article while the list changes."""

    ROWS = "articles"

    def __init__(self) -> None:
        super().__init__()
        self._listing: Listing | None = None
        self._typed = ""
        self._tagged = False
        self.sort = next(iter(SORTS))
        """The order; see corpus.summary.SORTS."""
        self.archived = False
        """Whether what is archived is shown, in place of the rest."""

    @property
    def listing(self) -> Listing:
        """What is shown; only after mounting."""
        assert self._listing is not None
        return self._listing

    @property
    def current(self) -> Summary | None:
        """The line under the cursor."""
        return self._listing.line(self.rows.cursor) if self._listing is not None else None

    def load(self, on: str | None = None) -> None:
        """Read the list again; the cursor goes to an article, or stays on its own."""
        if on is None and (current := self.current) is not None:
            on = current.id
        library = self.app.desk.library
        self._listing = library.listing(self.sort, self._typed, archived=self.archived)
        self._tagged = library.has_tags()
        place = self._listing.place(on) if on else None
        self.rows.show(len(self._listing), self._row, self.rows.cursor if place is None else place)
        self.caption()

    def caption(self) -> None:
        """Write the head and the names of the columns."""
        if self._listing is None:
            return
        width = self.rows.scrollable_content_region.width or self.app.size.width - 3
        named = columns(cells(None, width, self.sort, self._quiet, tagged=self._tagged), self.app.profile)
        self.query_one("#heads", Status).text = "".join(text for text, _ in named)
        self.say(self._head())

    @property
    def _quiet(self) -> Style:
        return Style(color=self.app.theme_variables.get("quiet"))

    def _row(self, index: int, width: int) -> list[tuple[str, Style]]:
        line = self.listing.line(index)
        if line is None:
            return []
        made = cells(line, width, self.sort, self._quiet, tagged=self._tagged)
        return columns(made, self.app.profile, marks=self.app.desk.config.vowels)

    def _head(self) -> str:
        count, where = len(self.listing), "archived" if self.archived else "articles"
        said = f"Nashra نشرة{LRM}  {count} {where}, by {self.sort}"
        if self._typed:
            return f"{said}, with “{self._typed}{LRM}”" if count else f"{said}  {EMPTY}"
        if self.archived:
            return f"{said}  —  z goes back, A takes one out of it"
        if not self.app.desk.library.has_own():
            return f"{said}  —  i imports a text of your own"
        return said

    @on(Rows.Chosen, "#articles")
    def _open(self, event: Rows.Chosen) -> None:
        if line := self.listing.line(event.index):
            self.app.read(line.id)

    # which, and in what order

    def action_sort(self) -> None:
        """The next order."""
        orders = list(SORTS)
        self.sort = orders[(orders.index(self.sort) + 1) % len(orders)]
        self.load()

    def action_archived(self) -> None:
        """What is archived, or the list again."""
        self.archived = not self.archived
        self.load()

    def action_filter(self) -> None:
        """Filter as you type, in Arabic or English, or by a tag."""
        self.ask("filter (#tag)", self._typed, "filter")

    def show_all(self, on: str | None = None) -> None:
        """All articles that are not archived."""
        self._typed, self.archived = "", False
        self.load(on)

    @on(Prompt.Changed)
    @on(Prompt.Cancelled)
    def _filtered(self, event: Prompt.Changed | Prompt.Cancelled) -> None:
        if event.purpose == "filter":
            self._typed = event.text
            self.load()

    @on(Prompt.Cancelled)
    def _not_filtered(self, event: Prompt.Cancelled) -> None:
        if event.purpose == "filter":
            self._typed = ""
            self.load()
