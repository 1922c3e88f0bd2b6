"""A list of rows on the line API: it draws what is in view and nothing else, however long the list is.

The screen gives a painter; the widget knows about cursor, hover, scrolling and clicks, not about what a row says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style
    from textual import events


class Rows(ScrollView, can_focus=True):
    """Rows of a fixed height of one cell; the painter gives pieces (visual text, style) no wider than the width asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down", show=False),
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("pagedown,ctrl+d", "page(1)", "page down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "page up", show=False),
        Binding("home", "end(0)", "first", show=False),
        Binding("end,G", "end(1)", "last", show=False),
        Binding("enter", "choose", "open", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--hover"}

    cursor: reactive[int] = reactive(0, repaint=False)
    hovered: reactive[int] = reactive(-1, repaint=False)

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, rows: Rows, index: int) -> None:
            super().__init__()
            self.rows, self.index = rows, index

        @property
        def control(self) -> Rows:
            """The list, so that a screen can route by its id."""
            return self.rows

    class Chosen(Moved):
        """A row was opened: enter, or a click."""

    def __init__(self, *, id: str | None = None, classes: str | None = None, lit: bool = False) -> None:
        """lit: the cursor shows even while something else has the focus."""
        super().__init__(id=id, classes=classes)
        self._lit = lit
        self._count = 0
        self._paint: Callable[[int, int], list[tuple[str, Style]]] = lambda index, width: []

    def show(self, count: int, paint: Callable[[int, int], list[tuple[str, Style]]], cursor: int = 0) -> None:
        """Show `count` rows drawn by `paint(index, width)`."""
        self._count, self._paint = count, paint
        self.virtual_size = Size(0, count)
        self.cursor = min(max(0, cursor), max(0, count - 1))
        self.hovered = -1
        self.refresh()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        index = y + round(self.scroll_offset.y)
        width = self.scrollable_content_region.width
        base = self.rich_style
        if not 0 <= index < self._count:
            return Strip.blank(width, base)
        over = None
        if index == self.cursor and (self._lit or self.has_focus):
            over = self.get_component_rich_style("rows--cursor")
        elif index == self.hovered:
            over = self.get_component_rich_style("rows--hover")
        pieces = [
            Segment(text, base + style + over if over else base + style)
            for text, style in self._paint(index, width)
        ]
        return Strip(pieces).adjust_cell_length(width, base + over if over else base)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return min(max(0, cursor), max(0, self._count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw two rows, keep the cursor in view, tell the screen."""
        self._refresh_row(old)
        self._refresh_row(new)
        if self._count:
            self.scroll_to_region(Region(0, new, 1, 1), animate=False)
        if old != new:
            self.post_message(self.Moved(self, new))

    def watch_hovered(self, old: int, new: int) -> None:
        """Redraw two rows."""
        self._refresh_row(old)
        self._refresh_row(new)

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self.cursor += by

    def action_page(self, direction: int) -> None:
        """Move the cursor by a screenful."""
        self.cursor += direction * max(1, self.size.height - 1)

    def action_end(self, last: int) -> None:
        """Go to the first or the last row."""
        self.cursor = self._count - 1 if last else 0

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        if self._count:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click selects a row; on the row of the cursor, or twice, it opens it."""
        index = self._at(event)
        if index >= 0:
            was = self.cursor
            self.cursor = index
            if index == was or event.chain > 1:
                self.action_choose()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which row a click would take."""
        self.hovered = self._at(event)

    def _at(self, event: events.MouseEvent) -> int:
        """The row under the pointer, or -1."""
        offset = event.get_content_offset(self)
        if offset is None:
            return -1
        index = offset.y + round(self.scroll_offset.y)
        return index if index < self._count else -1

    def on_leave(self) -> None:
        """Nothing is hovered outside."""
        self.hovered = -1

    def _refresh_row(self, index: int) -> None:
        row = index - round(self.scroll_offset.y)
        if 0 <= row < self.size.height:
            self.refresh(Region(0, row, self.size.width, 1))
