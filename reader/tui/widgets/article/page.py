"""A pane in which words are drawn by their looks; a strip a row, kept until something on the row changes."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any, ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from reader.tui.faces import even, upright
from reader.tui.looks import Looks
from reader.tui.widgets.article.found import Found
from reader.tui.widgets.article.paint import cover, runs
from reader.tui.widgets.article.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.style import Style

    from reader.layout.line import Line

STRIPS_KEPT = 4
"""Pages of rows, drawn: the one in view, its neighbours, and those of which the reader comes."""
_BASE = {"note": Looks.NOTE, "title": Looks.TITLE, "heading": Looks.TITLE}


class Page(Pane):
    """Draws; knows what is marked, hovered, found and selected, not how it came about."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(Looks.NAMES.values())

    hovered: reactive[int] = reactive(-1, repaint=False)

    def __init__(self, **pane: Any) -> None:
        super().__init__(**pane)
        self._looks: Looks | None = None
        self._bare = False
        self._strips: OrderedDict[int, Strip] = OrderedDict()
        self._styles: dict[int, Style] = {}
        self._layers: dict[str, Style] = {}
        self._matches = Found()
        self._ahead: Iterator[int] = iter(())
        self.vowels = True
        self.marked: frozenset[int] = frozenset()
        """The tokens drawn as under the cursor: a word, or a whole term."""

    @property
    def looks(self) -> Looks:
        """The analysis by token; only after `show`."""
        assert self._looks is not None
        return self._looks

    @property
    def selection(self) -> tuple[int, int] | None:
        """The logical range that is selected."""
        return None

    def set_vowels(self, on: bool) -> None:
        """Show or hide the vowel marks that the text has. Nothing moves."""
        self.vowels = on
        self.refresh_words()

    def refresh_words(self) -> None:
        """Draw anew: states have changed."""
        if self._looks is not None:
            self._looks.forget()
        self.redraw()

    def mark(self, tokens: frozenset[int]) -> None:
        """Draw these tokens as being under the cursor."""
        changed = self.marked | tokens
        self.marked = tokens
        self._redraw_tokens(changed)

    def redraw(self) -> None:
        """Draw every row anew."""
        self._strips.clear()
        super().redraw()
        self._warm_up()

    def _warm_up(self, down: bool = True) -> None:
        """Draw the next page and the one before while nothing else is to be done: a page key then finds them."""
        height = self.size.height
        below = range(self.top + height, self.top + 2 * height)
        above = range(self.top - 1, max(-1, self.top - 1 - height), -1)
        self._ahead = iter((*below, *above) if down else (*above, *below))
        self.idle.add("warm", self._warm, first=True)

    def _warm(self) -> bool:
        row = next(self._ahead, None)
        if row is None or self._bare:
            return False
        if row not in self._strips and row < self._document.height:
            self._strip(row)
        return True

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Other rows will be wanted next."""
        super().watch_scroll_y(old, new)
        if round(old) != round(new):
            self._warm_up(new > old)

    def _redraw_tokens(self, tokens: Iterable[int]) -> None:
        table, document = self._document.tokens, self._document
        for token in tokens:
            if not 0 <= token < len(table):
                continue
            start = table.starts[token]
            last = min(
                max(start, table.ends[token] - 1), document.reached - 1
            )  # what is not laid out is not drawn
            for row in range(document.row_of(start), document.row_of(last) + 1) if start <= last else ():
                self._strips.pop(row, None)
                if 0 <= row - self.top < self.size.height:
                    self.refresh(Region(0, row - self.top, self.size.width, 1))

    def watch_hovered(self, old: int, new: int) -> None:
        """Redraw two words."""
        self._redraw_tokens({old, new})

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()
        self._layers = {}

    def _style(self, look: int) -> Style:
        """The style of a look (see Looks), built once."""
        style = self._styles.get(look)
        if style is None:
            style = self.rich_style
            for bit, name in Looks.NAMES.items():
                if look & bit:
                    style += self._layer(name)
            if not look & Looks.TITLE:
                style = even(style, self._profile)
            self._styles[look] = style
        return style

    def _layer(self, name: str) -> Style:
        style = self._layers.get(name)
        if style is None:
            style = self.get_component_styles(name).partial_rich_style
            self._layers[name] = style
        return style

    def render_line(self, y: int) -> Strip:
        """A row of the pane."""
        return self._strip(y + self.top)

    def _strip(self, row: int) -> Strip:
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._draw(row)
            while len(self._strips) > STRIPS_KEPT * max(24, self.size.height):
                self._strips.popitem(last=False)
        return strip

    def _draw(self, row: int) -> Strip:
        width = self.scrollable_content_region.width
        self._document.wrap_until(row)
        if row >= self._document.height or self._looks is None:
            return Strip.blank(width, self.rich_style)
        line = self._document.line(row, self.vowels, tokens=not self._bare)
        kind = self._document.row(row).kind
        left = self._pad + line.indent(self._document.width)
        over = self._laid_over(line) if kind != "note" else b""
        drawn = runs(line, _BASE.get(kind, 0), self._look_of, self.marked, self.hovered, over)
        blank, right = self._style(0), width - left - len(line.cells)
        segments = [Segment(" " * left, blank)]
        segments += [Segment(text, upright(text, self._style(look), self._profile)) for text, look in drawn]
        if right < 0:
            return Strip(segments).adjust_cell_length(width, blank)
        # Every entry of line.cells is a column, so the width need not be measured again.
        return Strip([*segments, Segment(" " * right, blank)], width)

    def _look_of(self, token: int) -> int:
        return 0 if self._bare or self._looks is None else self._looks.look(token)

    def _laid_over(self, line: Line) -> bytes:
        """For each column, whether a match of the search or the selection covers it."""
        ranges = [(a, b, Looks.FOUND) for a, b in self._matches.between(line.start, line.end)]
        if self.selection is not None:
            ranges.append((*self.selection, Looks.SELECTED))
        return cover(line, ranges)
