"""A thin line for what takes longer than a moment; nothing at all otherwise."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.layout.profiles import PLAIN, Profile
from reader.layout.text import fit

BAR = 24
"""Cells of the bar."""


class Progress(Widget):
    """Hidden until there is something to say."""

    def __init__(self, *, profile: Profile = PLAIN, id: str | None = None) -> None:
        super().__init__(id=id)
        self._profile = profile
        self._said, self._share = "", None  # type: tuple[str, float | None]
        self.display = False

    def show(self, said: str, done: int = 0, total: int | None = None) -> None:
        """Say what is going on (logical text), with a bar where it is known how far it is."""
        self._said = said
        self._share = min(1.0, done / total) if total else None
        self.display = True
        self.refresh()

    def hide(self) -> None:
        """It is over."""
        self.display = False

    @property
    def said(self) -> str:
        """What is shown; "" when there is nothing."""
        return self._said if self.display else ""

    def render_line(self, y: int) -> Strip:
        """The bar, then the words."""
        width, style = self.size.width, self.rich_style
        bar = ""
        if self._share is not None:
            filled = round(self._share * BAR)
            bar = "━" * filled + "╌" * (BAR - filled) + "  "
        text = fit(self._said, max(1, width - len(bar)), self._profile, align="left", base="ltr").text
        return Strip([Segment(bar, style), Segment(text, style)]).adjust_cell_length(width, style)
