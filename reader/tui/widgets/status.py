"""One quiet line of text that is redrawn only when it changes."""

from __future__ import annotations

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget


class Status(Widget):
    """Says where the reader is. A widget of its own, so that a new word does not redraw the article around it."""

    text: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """The line."""
        style = self.rich_style
        return Strip([Segment(self.text, style)]).adjust_cell_length(self.size.width, style)
