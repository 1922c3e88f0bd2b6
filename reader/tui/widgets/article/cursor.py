"""The word that the keys stand on. Left is the next one, because the next word is on the left."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from reader.tui.widgets.article.page import Page
from reader.tui.widgets.article.steps import next_word, row_beside, word_at


class Cursor(Page, can_focus=True):
    """The cursor stands on a token; moving it tells the screen."""

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

    cursor: reactive[int] = reactive(-1, repaint=False)

    class Moved(Message):
        """The cursor stands on another token."""

        def __init__(self, token: int) -> None:
            super().__init__()
            self.token = token

    def __init__(self, **page: Any) -> None:
        super().__init__(**page)
        self._cursor_seen = True
        self._anchor = -1

    @property
    def here(self) -> int:
        """The logical position of the word under the cursor; 0 before there is one."""
        return self._document.tokens.starts[self.cursor] if self.cursor >= 0 else 0

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
        self.redraw()

    def go_to(self, position: int) -> None:
        """Put the cursor on the word at a logical position, or on the nearest; nowhere in a text without words."""
        token = word_at(self._document.tokens, position)
        if token >= 0:
            self.cursor = token

    def watch_cursor(self, old: int, new: int) -> None:
        """Bring the cursor's row into view and tell the screen."""
        if new < 0 or self._looks is None:
            return
        self.idle.touch()
        self.mark(frozenset((new,)))
        if self._anchor >= 0:
            self.redraw()
        self.bring_into_view(self.here)
        self._cursor_seen = True
        self.post_message(self.Moved(new))

    def watch_scroll_y(self, old: float, new: float) -> None:
        """A cursor that was in view is brought back after a resize; one that was scrolled away is not."""
        super().watch_scroll_y(old, new)
        if round(old) != round(new):
            low, high = self.positions_in_view()
            self._cursor_seen = self.cursor >= 0 and low <= self.here <= high

    def _resized(self) -> None:
        """What stood at the top stays there, and a cursor that was in view stays in view."""
        seen = self._cursor_seen
        super()._resized()
        if seen and self.cursor >= 0 and self._looks is not None:
            self.bring_into_view(self.here)
            self._cursor_seen = True

    def action_step(self, by: int) -> None:
        """Next (1) or previous (-1) word."""
        if self._looks is None or self.cursor < 0:
            return
        # The words of the term or name under the cursor are one.
        token = next_word(self._document.tokens, self.cursor, by, self.marked)
        if by < 0 and token < min(self.marked, default=token) and (unit := self.looks.unit(token)):
            token = min(self.looks.whole(token, unit))
        self.cursor = token

    def action_line(self, by: int) -> None:
        """The word above or below."""
        if self._looks is not None and self.cursor >= 0:
            self.cursor = row_beside(self._document, self.cursor, by)

    def action_page(self, direction: int) -> None:
        """A screenful, the cursor with it."""
        if self._looks is None:
            return
        height = max(1, self.size.height - 2)
        row = self._document.row_of(self.here) if self.cursor >= 0 else 0
        target = max(0, row + direction * height)
        self._document.wrap_until(target + height)
        self._set_height()
        top = self.top + direction * height
        self._scroll(min(max(0, top), max(0, self._document.height - self.size.height)))
        target = min(target, self._document.height - 1)
        self.go_to(self._document.position_of(target))

    def action_edge(self, side: int) -> None:
        """The first or the last word."""
        if self._looks is None:
            return
        if side > 0:
            self._document.wrap_until()
            self._set_height()
        self.go_to(self._document.length if side > 0 else 0)
