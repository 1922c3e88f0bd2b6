"""The mouse: a click takes the word under it, a drag selects words, hovering shows which word a click would take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.message import Message

from reader.layout.hit import nearest, token_at
from reader.tui.widgets.article.cursor import Cursor

if TYPE_CHECKING:
    from textual import events


class Pointer(Cursor):
    """Hit by cell: the token of the cell under the pointer."""

    class Tapped(Message):
        """The token under the cursor was tapped again."""

        def __init__(self, token: int) -> None:
            super().__init__()
            self.token = token

    def __init__(self, **cursor: Any) -> None:
        super().__init__(**cursor)
        self._pressed = -1

    def _at(self, event: events.MouseEvent, near: bool) -> int:
        """The token under the pointer, or (near) the nearest on its row; -1 for none."""
        offset = event.get_content_offset(self)
        if offset is None:
            return -1
        row = offset.y + self.top
        if self._looks is None or not 0 <= row < self._document.height:
            return -1
        line = self._document.line(row, self.vowels)
        column = offset.x - self._pad - line.indent(self._document.width)
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
