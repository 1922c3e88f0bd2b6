"""The card of the word under the cursor: always in the same place, never empty."""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.layout.document import Document
from reader.layout.profiles import PLAIN, Profile
from reader.tui.faces import upright

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style

    from reader.study.answer import CardLine

MORE = "…"


class Card(Widget, can_focus=False):
    """Lines of `reader.study.answer`, wrapped, each by its own direction and in the style of its role.

    A widget of fixed size that scrolls by itself: another word must not make the screen arrange its widgets anew.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card--surface", "card--pieces", "card--lemma", "card--gloss", "card--detail",
        "card--note", "card--arabic", "card--english", "card--state",
    }  # fmt: skip

    def __init__(self, *, profile: Profile = PLAIN, id: str | None = None) -> None:
        super().__init__(id=id)
        self._profile = profile
        self._content: Sequence[CardLine] = ()
        self._strips: list[Strip] = []
        self._rest: Iterator[Strip] = iter(())
        self._top = 0
        self._role_styles: dict[str, Style] = {}

    @property
    def content(self) -> Sequence[CardLine]:
        """What is shown."""
        return self._content

    @property
    def lines(self) -> int:
        """How many lines it has, shown or not."""
        self._strips += self._rest
        return len(self._strips)

    def show(self, content: Sequence[CardLine]) -> None:
        """Show other lines, from the top."""
        self._content, self._top = content, 0
        self._lay_out()
        self.refresh()

    def scroll_lines(self, by: int) -> None:
        """Show what is further down (or up)."""
        self._reach(self._top + by + self.size.height)
        self._top = max(0, min(self._top + by, len(self._strips) - self.size.height))
        self.refresh()

    def _lay_out(self) -> None:
        """Begin afresh: rows are made when they are wanted, most words are left before their card's end is seen."""
        self._strips, self._rest = [], self._rows()

    def _reach(self, rows: int) -> None:
        self._strips += islice(self._rest, max(0, rows - len(self._strips)))

    def _rows(self) -> Iterator[Strip]:
        width = self.size.width
        lead = int(self._profile.needs_blank)
        inner = max(1, width - self._profile.margin - lead)
        plain = self._style("")
        for item in self._content:
            document = Document([item.text], inner, base=item.direction, gap=0, profile=self._profile)
            style = upright(item.text, self._style(item.role), self._profile)
            for row in count():
                document.wrap_until(row)
                if row >= document.height:
                    break
                line = document.line(row)
                pieces = [Segment(" " * (lead + line.indent(inner)), plain), Segment(line.text, style)]
                yield Strip(pieces).adjust_cell_length(width, plain)

    def _style(self, role: str) -> Style:
        style = self._role_styles.get(role)
        if style is None:
            style = self.rich_style
            if role:
                style += self.get_component_styles(f"card--{role}").partial_rich_style
            self._role_styles[role] = style
        return style

    def notify_style_update(self) -> None:
        """Another theme: laid out afresh when the styles of the roles are the new ones too."""
        super().notify_style_update()
        if self.is_attached:
            self.call_later(self._restyle)

    def _restyle(self) -> None:
        self._role_styles = {}
        self._lay_out()
        self.refresh()

    def on_resize(self) -> None:
        """Another size."""
        self._lay_out()
        self.scroll_lines(0)

    def on_mouse_scroll_down(self) -> None:
        """The wheel."""
        self.scroll_lines(2)

    def on_mouse_scroll_up(self) -> None:
        """The wheel."""
        self.scroll_lines(-2)

    def render_line(self, y: int) -> Strip:
        """A row of the card; the last one says when there is more."""
        row = y + self._top
        self._reach(row + 2)
        plain = self._style("")
        if row >= len(self._strips):
            return Strip.blank(self.size.width, plain)
        if y == self.size.height - 1 and row < len(self._strips) - 1 and y > 0:
            return Strip([Segment(MORE, self._style("detail"))]).adjust_cell_length(self.size.width, plain)
        return self._strips[row]
