"""The article: right to left on the line API, one strip a row, hit by cell.

Rows come from reader.layout, words and terms from the analysis, colours from the states. What is in view is laid out and analysed
first; the rest follows in slices between keys.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.layout.document import Document
from reader.layout.hit import nearest, token_at
from reader.layout.profiles import PLAIN, Profile
from reader.layout.search import Finder
from reader.layout.tokens import TokenTable
from reader.tui.looks import Looks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.style import Style
    from textual import events

    from reader.layout.line import Line
    from reader.study.reading import Reading
    from reader.study.store import Store

STRIPS_KEPT = 400
_OVER = 7
"""Looks.FOUND and Looks.SELECTED are bits 7 and 8: shifted by this they fit a byte."""


class ArticleView(ScrollView, can_focus=True):
    """One article. The cursor stands on a token; moving it tells the screen."""

    ALLOW_SELECT = False  # Textual's own selection goes by columns; ours goes by words in logical order

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "step(1)", "next", key_display="←"),
        Binding("right,l", "step(-1)", "back", key_display="→"),
        Binding("up", "line(-1)", "line up", show=False),
        Binding("down", "line(1)", "line down", show=False),
        Binding("pagedown,ctrl+d", "page(1)", "page down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "page up", show=False),
        Binding("home", "edge(-1)", "beginning", show=False),
        Binding("end,G", "edge(1)", "end", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--title", "article--note", "article--cursor", "article--hover",
        "article--new", "article--learning", "article--term", "article--found", "article--selected",
    }  # fmt: skip

    cursor: reactive[int] = reactive(-1, repaint=False)
    hovered: reactive[int] = reactive(-1, repaint=False)

    class Moved(Message):
        """The cursor stands on another token."""

        def __init__(self, token: int) -> None:
            super().__init__()
            self.token = token

    class Tapped(Message):
        """The token under the cursor was tapped again."""

        def __init__(self, token: int) -> None:
            super().__init__()
            self.token = token

    class Scrolled(Message):
        """Other rows are in view."""

    def __init__(self, *, measure: int = 72, profile: Profile = PLAIN, id: str | None = None) -> None:
        super().__init__(id=id)
        self._measure, self._profile = measure, profile
        self._document = Document([""], 1)
        self._looks: Looks | None = None
        self._strips: OrderedDict[int, Strip] = OrderedDict()
        self._styles: dict[int, Style] = {}
        self._layers: dict[str, Style] = {}
        self._notes: dict[int, str] = {}
        self._found: list[tuple[int, int]] = []
        self._pad = 0
        self._cursor_seen = True
        self._anchor = -1
        self._bare = False
        self._pressed = -1
        self.vowels = True
        self.marked: frozenset[int] = frozenset()
        """The tokens drawn as under the cursor: a word, or a whole term."""

    # what is shown

    def show(self, reading: Reading, store: Store, position: int = 0) -> None:
        """Show an article, with the cursor at a logical position of it."""
        tokens = TokenTable(reading.blocks)
        kinds = ["title", *(p.kind for p in reading.article.paragraphs)]
        self._looks = Looks(reading, store, tokens)
        self._document = Document(
            reading.blocks, self._width(), kinds=kinds, tokens=tokens, profile=self._profile
        )
        self._strips.clear()
        self.set_reactive(ArticleView.cursor, -1)
        # The text is on the screen before it is analysed: colours and the card follow a frame later.
        self._bare = True
        self._place(position)
        self.refresh()
        self.call_after_refresh(self._analyse, position)

    def _analyse(self, position: int) -> None:
        """Colour the words, put the cursor where it was, and lay out the rest."""
        self._bare = False
        self._strips.clear()
        self.refresh()
        self.cursor = self._document.tokens.near(position)
        self._fill()

    @property
    def looks(self) -> Looks:
        """The analysis by token; only after `show`."""
        assert self._looks is not None
        return self._looks

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

    def set_vowels(self, on: bool) -> None:
        """Show or hide the vowel marks that the text has. Nothing moves."""
        self.vowels = on
        self.refresh_words()

    def refresh_words(self) -> None:
        """Draw anew: states have changed."""
        if self._looks is not None:
            self._looks.forget()
        self._strips.clear()
        self.refresh()

    # search and selection

    @property
    def found(self) -> list[tuple[int, int]]:
        """The matches that are highlighted, in order."""
        return self._found

    def find(self, query: str) -> int:
        """Highlight what matches, and go to the first match from the cursor on. Returns how many there are."""
        self._found = Finder(self._document.paragraphs).find(query) if query else []
        self._strips.clear()
        self.refresh()
        if self._found and self.cursor >= 0:
            here = self._document.tokens.starts[self.cursor]
            at = bisect_left(self._found, (here, 0)) % len(self._found)
            self.go_to(self._found[at][0])
        return len(self._found)

    def next_found(self, by: int) -> tuple[int, int]:
        """Go to the next or previous match, round at the ends. Returns (which, of how many), from 1."""
        here = self._document.tokens.starts[self.cursor]
        end = self._document.tokens.ends[self.cursor]
        at = bisect_left(self._found, (end, 0)) if by > 0 else bisect_right(self._found, (here, 0)) - 1
        at %= len(self._found)
        self.go_to(self._found[at][0])
        return at + 1, len(self._found)

    def go_to(self, position: int) -> None:
        """Put the cursor on the word at a logical position."""
        token = self._document.tokens.near(position)
        if token >= 0:
            self.cursor = token

    @property
    def selection(self) -> tuple[int, int] | None:
        """The logical range from the word where selecting began to the word or term under the cursor."""
        if self._anchor < 0 or self.cursor < 0:
            return None
        tokens = self._document.tokens
        covered = (self._anchor, self.cursor, *self.marked)
        return tokens.starts[min(covered)], tokens.ends[max(covered)]

    def select_from(self, token: int) -> None:
        """Begin selecting at a token; -1 ends it."""
        self._anchor = token
        self._strips.clear()
        self.refresh()

    def text_between(self, start: int, end: int) -> str:
        """The logical text of a range, paragraphs on lines of their own."""
        return "\n".join(self._document.paragraphs)[start:end]

    def mark(self, tokens: frozenset[int]) -> None:
        """Draw these tokens as being under the cursor."""
        changed = self.marked | tokens
        self.marked = tokens
        self._redraw(changed)

    def positions_in_view(self) -> tuple[int, int]:
        """The logical range of what the pane shows."""
        top = round(self.scroll_offset.y)
        if not self._document.length:
            return 0, 0
        last = min(top + self.size.height, self._document.height) - 1
        return self._document.position_of(top), self._document.row(max(last, 0)).end

    # geometry

    def _width(self) -> int:
        room = max(1, self.scrollable_content_region.width - self._profile.margin)
        width = min(self._measure, max(1, room - 2))
        self._pad = max(0, (room - width) // 2)
        return width

    def _keep(self) -> int:
        """The logical position that must stay where it is."""
        return self._document.position_of(round(self.scroll_offset.y)) if self._document.height else 0

    def _again(self, position: int) -> None:
        """Lay out afresh around a position that was at the top."""
        self._strips.clear()
        self._place(position)
        self._fill()
        self.refresh()

    def _place(self, position: int) -> None:
        row = self._document.row_of(position) if position else 0
        self._document.wrap_until(row + 2 * max(24, self.size.height))
        self._set_height()
        self.scroll_to(y=row, animate=False, force=True)

    def _set_height(self) -> None:
        self.virtual_size = Size(0, self._document.estimated_height)

    def _fill(self) -> None:
        """Lay out the rest, a slice at a time, whenever there is nothing else to do."""
        if self._document.complete or not self.is_attached:
            return
        self._document.wrap_slice()
        self._set_height()
        self.set_timer(0.005, self._fill)

    def on_resize(self) -> None:
        """Another size: what stood at the top stays there, and a cursor that was in view stays in view."""
        seen = self._cursor_seen
        width = self._width()
        if width != self._document.width:
            keep = self._keep()
            self._document.resize(width)
            self._again(keep)
        else:
            self._strips.clear()
        if seen and self.cursor >= 0 and self._looks is not None:
            self.bring_into_view(self._document.tokens.starts[self.cursor])
            self._cursor_seen = True

    # drawing

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
        row = y + round(self.scroll_offset.y)
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._draw(row)
            while len(self._strips) > STRIPS_KEPT:
                self._strips.popitem(last=False)
        return strip

    def _draw(self, row: int) -> Strip:
        width = self.scrollable_content_region.width
        self._document.wrap_until(row)
        if row >= self._document.height or self._looks is None:
            return Strip.blank(width, self.rich_style)
        line = self._document.line(row, self.vowels)
        kind = self._document.row(row).kind
        base = {"note": Looks.NOTE, "title": Looks.TITLE, "heading": Looks.TITLE}.get(kind, 0)
        left = self._pad + line.indent(self._document.width)
        segments = [Segment(" " * left, self._style(0))]
        over = self._laid_over(line) if kind != "note" else bytes(len(line.cells))
        run: list[str] = []
        last = -1
        for column, cell in enumerate(line.cells):
            token = line.tokens[column] if line.tokens else -1
            look = base
            if token >= 0 and not self._bare:
                look |= self._looks.look(token)
                if token in self.marked:
                    look |= Looks.CURSOR
                elif token == self.hovered:
                    look |= Looks.HOVER
            elif column and self._joined(line.tokens, column):
                look |= Looks.CURSOR
            if over[column]:
                look |= over[column] << _OVER
            if look != last and run:
                segments.append(Segment("".join(run), self._style(last)))
                run = []
            run.append(cell)
            last = look
        if run:
            segments.append(Segment("".join(run), self._style(last)))
        return Strip(segments).adjust_cell_length(width, self._style(0))

    def _joined(self, tokens: list[int], column: int) -> bool:
        """A space between two words of the marked term is part of it."""
        if len(self.marked) < 2 or column + 1 >= len(tokens):
            return False
        return tokens[column - 1] in self.marked and tokens[column + 1] in self.marked

    def _laid_over(self, line: Line) -> bytes:
        """For each column, whether a match of the search or the selection covers it."""
        over = bytearray(len(line.cells))
        first = bisect_left(self._found, (line.start + 1, 0)) - 1
        ranges = [
            (a, b, Looks.FOUND) for a, b in self._found[max(0, first) :][: len(over) + 1] if a < line.end
        ]
        if self.selection is not None:
            ranges.append((*self.selection, Looks.SELECTED))
        for start, end, bit in ranges:
            if end > line.start:
                for a, b in line.columns(start, end):
                    for column in range(a, b):
                        over[column] |= bit >> _OVER
        return bytes(over)

    def _redraw(self, tokens: frozenset[int] | set[int]) -> None:
        top = round(self.scroll_offset.y)
        table = self._document.tokens
        for token in tokens:
            if not 0 <= token < len(table):
                continue
            first = self._document.row_of(table.starts[token])
            for row in range(
                first, self._document.row_of(max(table.starts[token], table.ends[token] - 1)) + 1
            ):
                self._strips.pop(row, None)
                if 0 <= row - top < self.size.height:
                    self.refresh(Region(0, row - top, self.size.width, 1))

    # the cursor

    def watch_cursor(self, old: int, new: int) -> None:
        """Bring the cursor's row into view and tell the screen."""
        if new < 0 or self._looks is None:
            return
        self.mark(frozenset((new,)))
        if self._anchor >= 0:
            self._strips.clear()
            self.refresh()
        self.bring_into_view(self._document.tokens.starts[new])
        self._cursor_seen = True
        self.post_message(self.Moved(new))

    def bring_into_view(self, position: int) -> None:
        """Scroll so that a logical position is in view, with a row or two of what is around it."""
        row = self._document.row_of(position)
        self._set_height()
        top, height = round(self.scroll_offset.y), max(1, self.size.height)
        around = min(2, (height - 1) // 3)
        if row < top + around:
            self.scroll_to(y=max(0, row - around), animate=False, force=True)
        elif row > top + height - 1 - around:
            self.scroll_to(y=row - height + 1 + around, animate=False, force=True)

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Tell the screen which part is in view."""
        super().watch_scroll_y(old, new)
        if round(old) != round(new):
            low, high = self.positions_in_view()
            self._cursor_seen = self.cursor >= 0 and low <= self._document.tokens.starts[self.cursor] <= high
            self.post_message(self.Scrolled())

    def watch_hovered(self, old: int, new: int) -> None:
        """Redraw two words."""
        self._redraw({old, new})

    def _next_token(self, token: int, by: int, over: frozenset[int] = frozenset()) -> int:
        """The next token to stand on, past those in `over`."""
        table = self._document.tokens
        step = token + by
        while True:
            if step >= len(table) and not table.complete:
                table.ensure(table.paragraph_at(table.starts[-1]) + 1)
            if not 0 <= step < len(table):
                return token
            if table.is_word(step) and step not in over:
                return step
            step += by

    def action_step(self, by: int) -> None:
        """Next (1) or previous (-1) word."""
        if self._looks is not None and self.cursor >= 0:
            # The words of the term under the cursor are one.
            token = self._next_token(self.cursor, by, self.marked)
            if by < 0 and token < min(self.marked, default=token) and (terms := self.looks.terms(token)):
                token = min(self.looks.whole(token, terms[0]))
            self.cursor = token

    def action_line(self, by: int) -> None:
        """The word above or below, past blank rows and translations."""
        if self._looks is None or self.cursor < 0:
            return
        table = self._document.tokens
        at = table.starts[self.cursor]
        row = self._document.row_of(at)
        line = self._document.line(row)
        column = line.column_of(at) + line.indent(self._document.width)
        self._document.wrap_until(row + 3)
        while 0 <= row + by < self._document.height:
            row += by
            self._document.wrap_until(row + 3)
            if self._document.row(row).kind in ("blank", "note"):
                continue
            line = self._document.line(row)
            token = nearest(line, column - line.indent(self._document.width), table)
            if token >= 0:
                self.cursor = token
                return

    def action_page(self, direction: int) -> None:
        """A screenful, the cursor with it."""
        if self._looks is None:
            return
        height = max(1, self.size.height - 2)
        row = self._document.row_of(self._document.tokens.starts[self.cursor]) if self.cursor >= 0 else 0
        target = max(0, row + direction * height)
        self._document.wrap_until(target + height)
        self._set_height()
        top = round(self.scroll_offset.y) + direction * height
        self.scroll_to(
            y=min(max(0, top), max(0, self._document.height - self.size.height)), animate=False, force=True
        )
        target = min(target, self._document.height - 1)
        self.cursor = self._document.tokens.near(self._document.position_of(target))

    def action_edge(self, side: int) -> None:
        """The first or the last word."""
        if self._looks is None:
            return
        if side < 0:
            self.cursor = self._next_token(-1, 1)
        else:
            self._document.wrap_until()
            self._set_height()
            self._document.tokens.ensure(len(self._document.paragraphs) - 1)
            self.cursor = self._next_token(len(self._document.tokens), -1)

    # the mouse

    def _at(self, event: events.MouseEvent, near: bool) -> int:
        offset = event.get_content_offset(self)
        if offset is None:
            return -1
        x, y = offset
        row = y + round(self.scroll_offset.y)
        if self._looks is None or not 0 <= row < self._document.height:
            return -1
        line = self._document.line(row, self.vowels)
        column = x - self._pad - line.indent(self._document.width)
        token = token_at(line, column)
        if token >= 0 and self._document.tokens.is_word(token):
            return token
        return nearest(line, column, self._document.tokens) if near and line.tokens else -1

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which word a click would take."""
        self.hovered = self._at(event, near=False)
        if self._pressed >= 0:
            token = self._at(event, near=True)
            if token >= 0 and (token != self._pressed or self._anchor >= 0):
                if self._anchor < 0:
                    self.select_from(self._pressed)
                self.cursor = token

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A word may be dragged into a selection."""
        self._pressed = self._at(event, near=True)
        self.select_from(-1)
        self.capture_mouse()

    def on_mouse_up(self) -> None:
        """The selection stands."""
        self._pressed = -1
        self.release_mouse()

    def on_leave(self) -> None:
        """Nothing is hovered outside."""
        self.hovered = -1

    def on_click(self, event: events.Click) -> None:
        """A click takes the word under the pointer, or the nearest; on the cursor's word it is a tap."""
        token = self._at(event, near=True)
        if token < 0 or self._anchor >= 0:
            return
        if token == self.cursor or token in self.marked:
            self.post_message(self.Tapped(token))
        else:
            self.cursor = token
