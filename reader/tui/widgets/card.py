"""The card of the word under the cursor: always in the same place, never empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.layout.document import Document
from reader.layout.profiles import PLAIN, Profile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.line import Line
    from reader.study.answer import CardLine


class Card(ScrollView, can_focus=False):
    """Lines of `reader.study.answer`, wrapped, each by its own direction and in the style of its role."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card--surface", "card--pieces", "card--lemma", "card--gloss", "card--detail",
        "card--note", "card--arabic", "card--english", "card--state",
    }  # fmt: skip

    def __init__(self, *, profile: Profile = PLAIN, id: str | None = None) -> None:
        super().__init__(id=id)
        self._profile = profile
        self._content: Sequence[CardLine] = ()
        self._rows: list[tuple[Line, str]] = []
        self._laid_out_for = -1
        self.vowels = True

    def show(self, content: Sequence[CardLine]) -> None:
        """Show other lines, from the top."""
        self._content = content
        self._lay_out()
        self.scroll_to(y=0, animate=False, force=True)
        self.refresh()

    def _lay_out(self) -> None:
        width = max(1, self.scrollable_content_region.width - self._profile.margin)
        self._rows = []
        for item in self._content:
            base = "rtl" if item.direction == "rtl" else "ltr"
            # The reader's wish for vowels is about the article; on the card the lemma always has them.
            marks = self.vowels or item.role != "surface"
            document = Document([item.text], width, base=base, gap=0, profile=self._profile)
            document.wrap_until()
            self._rows += [(document.line(row, marks), item.role) for row in range(document.height)]
        self._laid_out_for = self.scrollable_content_region.width
        self.virtual_size = Size(0, len(self._rows))

    def on_resize(self) -> None:
        """Another width."""
        if self._laid_out_for != self.scrollable_content_region.width:
            self._lay_out()

    def render_line(self, y: int) -> Strip:
        """A row of the card."""
        width = self.scrollable_content_region.width
        row = y + round(self.scroll_offset.y)
        if not 0 <= row < len(self._rows):
            return Strip.blank(width, self.rich_style)
        line, role = self._rows[row]
        style = self.rich_style + self.get_component_styles(f"card--{role}").partial_rich_style
        left = line.indent(width - self._profile.margin)
        return Strip([Segment(" " * left, self.rich_style), Segment(line.text, style)]).adjust_cell_length(
            width, self.rich_style
        )
