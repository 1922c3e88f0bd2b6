"""The glossary of one article: its words and terms in order, those in view lit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from rich.style import Style

from reader.layout.profiles import PLAIN, Profile
from reader.layout.text import width_of
from reader.tui.pieces import Cell, columns
from reader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.study.reading import Use


class Terms(Rows):
    """A row for each word or term of the glossary that the article uses."""

    def __init__(self, *, profile: Profile = PLAIN, id: str | None = None) -> None:
        super().__init__(id=id)
        self._profile = profile
        self._widest = 8
        self._origins: Sequence[int] = ()
        self._in_view = ((0, 0), (0, 0))
        self.uses: Sequence[Use] = ()
        """What is listed."""

    def set_uses(self, uses: Sequence[Use], origins: Sequence[int]) -> None:
        """List these; origins: the document position of each block."""
        self.uses, self._origins = uses, origins
        self._widest = max((width_of(use.arabic) for use in uses), default=8)
        self.show(len(uses), self._row, self.cursor)

    def light(self, in_view: tuple[int, int]) -> None:
        """Another part of the article is in view."""
        low, high = (self._place(position) for position in in_view)
        if (low, high) != self._in_view:
            self._in_view = low, high
            self.refresh()

    def place_after(self, index: int, position: int) -> int:
        """The first place of a use behind a document position; after its last place the first again."""
        places = self.uses[index].places
        block, start = self._place(position)
        found = places[bisect_left(places, (block, start + 1)) % len(places)]
        return self._origins[found.block] + found.start

    def _place(self, position: int) -> tuple[int, int]:
        """(block, position in it) of a document position."""
        block = max(0, bisect_right(self._origins, position) - 1)
        return (block, position - self._origins[block]) if self._origins else (0, 0)

    def _row(self, index: int, width: int) -> list[tuple[str, Style]]:
        use = self.uses[index]
        low, high = self._in_view
        first = bisect_left(use.places, low)
        seen = first < len(use.places) and use.places[first] < high
        arabic = min(self._widest, width // 2)
        colours = self.app.theme_variables
        quiet = Style(color=colours.get("quiet"))
        style = Style(bold=True) if seen else quiet
        return columns(
            [
                Cell("▌" if seen else "", 1, "left", Style(color=colours.get("word-new"))),
                Cell(use.gloss, width - arabic - 6, "left", style),
                Cell(use.arabic, arabic, "right", style),
                Cell(str(len(use.places)) if len(use.places) > 1 else "", 2, "right", quiet),
            ],
            self._profile,
        )
