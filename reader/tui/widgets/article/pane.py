"""Rows of a document in a pane: laid out as they are wanted, kept in place when the width changes.

What is in view is laid out first; the rest follows in slices between keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.widget import Widget

from reader.layout.document import Document
from reader.layout.profiles import PLAIN, Profile
from reader.tui.idle import Idle

if TYPE_CHECKING:
    from collections.abc import Mapping

SLICE = 1_500
"""Characters laid out at a time: well under a millisecond."""


class Pane(ScrollView):
    """A document, centred in its measure."""

    ALLOW_SELECT = False  # Textual's own selection goes by columns; ours goes by words in logical order

    class Scrolled(Message):
        """Other rows are in view."""

    def __init__(self, *, measure: int = 72, profile: Profile = PLAIN, id: str | None = None) -> None:
        super().__init__(id=id)
        self._measure, self._profile = measure, profile
        self._document = Document([""], 1)
        self._notes: dict[int, str] = {}
        self._pad = 0
        self._told = 0
        self.idle = Idle(self)
        """What is done between two keys."""

    @property
    def document(self) -> Document:
        """The layout."""
        return self._document

    @property
    def notes(self) -> Mapping[int, str]:
        """What `set_notes` put under the sentences."""
        return self._notes

    def set_notes(self, notes: Mapping[int, str]) -> None:
        """English to put under sentences, by the position of their last character; {} for none."""
        keep = self._keep()
        self._notes = dict(notes)
        self._document.set_notes(self._notes)
        self._again(keep)

    @property
    def top(self) -> int:
        """The first row in view."""
        return round(self.scroll_offset.y)

    def positions_in_view(self) -> tuple[int, int]:
        """The logical range of what the pane shows."""
        if not self._document.length:
            return 0, 0
        last = min(self.top + self.size.height, self._document.height) - 1
        return self._document.position_of(self.top), self._document.row(max(last, 0)).end

    def bring_into_view(self, position: int) -> None:
        """Scroll so that a logical position is in view, with a row or two of what is around it."""
        row = self._document.row_of(position)
        self._set_height()
        top, height = self.top, max(1, self.size.height)
        around = min(2, (height - 1) // 3)
        if row < top + around:
            self._scroll(max(0, row - around))
        elif row > top + height - 1 - around:
            self._scroll(row - height + 1 + around)

    def redraw(self) -> None:
        """Draw every row in view anew."""
        self.refresh()

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Another size. Not on_resize: that comes when the frame with the old rows has been drawn."""
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if changed:
            self._resized()
        return changed

    def _resized(self) -> None:
        """Lay out in another width, if it is another; what stood at the top stays there."""
        width = self._width()
        if width != self._document.width:
            keep = self._keep()
            self._document.resize(width)
            self._again(keep)
        else:
            self.redraw()

    def _scroll(self, row: int) -> None:
        self.scroll_to(y=row, animate=False, force=True)

    def _width(self) -> int:
        if not self.size:  # not on the screen yet: as wide as it will be where there is room
            return self._measure
        room = max(1, self.scrollable_content_region.width - self._profile.margin)
        width = min(self._measure, max(1, room - 2))
        self._pad = max(0, (room - width) // 2)
        return width

    def _keep(self) -> int:
        """The logical position that must stay where it is."""
        return self._document.position_of(self.top) if self._document.height else 0

    def _again(self, position: int) -> None:
        """Lay out afresh around a position that was at the top."""
        self._place(position)
        self.idle.add("rows", self._fill, first=True)
        self.redraw()

    def _place(self, position: int) -> None:
        """Have a position's row at the top, and what follows it laid out."""
        row = self._document.row_of(position) if position else 0
        self._document.wrap_until(row + 2 * max(24, self.size.height))
        self._set_height()
        self._scroll(row)

    def _set_height(self) -> None:
        """Have the scroll bar know how long the text is, or about."""
        self._told = self._document.height
        size = Size(0, self._document.estimated_height)
        if self.show_vertical_scrollbar and size.height > self.size.height:
            # Only a bar that appears or goes needs the screen to arrange its widgets anew.
            self.set_reactive(Widget.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
        else:
            self.virtual_size = size

    def _fill(self) -> bool:
        """Lay out a little more of the rest. Returns whether there is more."""
        more = self._document.wrap_slice(SLICE)
        if not more or self._document.height > 1.1 * self._told:
            self._set_height()
        return more

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Tell the screen which part is in view."""
        super().watch_scroll_y(old, new)
        if round(old) != round(new):
            self.idle.touch()
            self.post_message(self.Scrolled())
