"""One line for a question, at the bottom of a screen; Arabic is shaped and in order while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.layout.profiles import PLAIN, Profile
from reader.layout.sanitize import sanitize
from reader.layout.text import field, fit, width_of

if TYPE_CHECKING:
    from textual import events


LEAST = 12
"""Cells that a long question leaves for its answer."""


class Prompt(Widget, can_focus=True):
    """Hidden until it asks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer", "done"),
        Binding("escape", "cancel", "cancel", key_display="Esc"),
        Binding("left", "move(1)", show=False),
        Binding("right", "move(-1)", show=False),
        Binding("home,ctrl+a", "edge(0)", show=False),
        Binding("end,ctrl+e", "edge(1)", show=False),
        Binding("backspace", "erase(-1)", show=False),
        Binding("delete", "erase(1)", show=False),
        Binding("ctrl+u", "erase_all", show=False),
    ]

    class Said(Message):
        """What the three have in common; none is one of the others, or a handler of one would take them all."""

        def __init__(self, purpose: str, text: str) -> None:
            super().__init__()
            self.purpose, self.text = purpose, text

    class Changed(Said):
        """The text is another."""

    class Answered(Said):
        """Enter."""

    class Cancelled(Said):
        """Escape."""

    def __init__(self, *, profile: Profile = PLAIN, id: str | None = None) -> None:
        super().__init__(id=id)
        self._profile = profile
        self._label, self._purpose, self._text, self._cursor = "", "", "", 0
        self._whole = False
        self.display = False

    def ask(self, label: str, text: str, purpose: str, *, selected: bool = False) -> None:
        """Show the question (logical text) and take the keys; the answer comes as a message with this purpose.

        selected: the first letter typed takes the place of the whole text; a key that moves the cursor keeps it.
        """
        self._whole = selected and bool(text)
        self._label, self._text, self._purpose, self._cursor = f" {label}: ", text, purpose, len(text)
        self.display = True
        self.focus()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Label, then the text with its cursor."""
        width = self.size.width
        label = min(width_of(self._label), max(0, width - LEAST))
        room = max(1, width - label - 1)
        shown = field(self._text, self._cursor, room, self._profile)
        cells = shown.line.cells
        style = self.rich_style
        cursor = Style(reverse=True)
        text = style + cursor if self._whole else style
        return Strip(
            [
                Segment(fit(self._label, label, self._profile, base="ltr").text, style + Style(bold=True)),
                Segment("".join(cells[: shown.cursor]), text),
                Segment(cells[shown.cursor] or " ", style + cursor),
                Segment("".join(cells[shown.cursor + 1 :]), text),
            ]
        ).adjust_cell_length(width, style)

    def on_key(self, event: events.Key) -> None:
        """A letter goes in where the cursor is."""
        if event.is_printable and event.character:
            event.stop()
            event.prevent_default()
            self._insert(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """So does what is pasted, its line breaks as spaces."""
        event.stop()
        self._insert(sanitize(event.text).replace("\n", " "))

    def on_blur(self) -> None:
        """Out of the way when something else is clicked."""
        if self.display:
            self.display = False

    def action_move(self, by: int) -> None:
        """Forwards is left in a right-to-left text."""
        from reader.layout.bidi import is_rtl

        self._whole = False
        step = by if is_rtl(self._text, "auto") else -by
        self._cursor = min(len(self._text), max(0, self._cursor + step))
        self.refresh()

    def action_edge(self, last: int) -> None:
        """To the beginning or the end."""
        self._whole = False
        self._cursor = len(self._text) if last else 0
        self.refresh()

    def action_erase(self, side: int) -> None:
        """The letter before or after the cursor."""
        if self._whole:
            self.action_erase_all()
            return
        at = self._cursor - 1 if side < 0 else self._cursor
        if 0 <= at < len(self._text):
            self._text = self._text[:at] + self._text[at + 1 :]
            self._cursor = at
            self._changed()

    def action_erase_all(self) -> None:
        """All of it."""
        self._text, self._cursor = "", 0
        self._changed()

    def action_answer(self) -> None:
        """Done."""
        self.display = False
        self.post_message(self.Answered(self._purpose, self._text))

    def action_cancel(self) -> None:
        """Never mind."""
        self.display = False
        self.post_message(self.Cancelled(self._purpose, self._text))

    def _insert(self, text: str) -> None:
        if self._whole:
            self._text, self._cursor = "", 0
        self._text = self._text[: self._cursor] + text + self._text[self._cursor :]
        self._cursor += len(text)
        self._changed()

    def _changed(self) -> None:
        self._whole = False
        self.refresh()
        self.post_message(self.Changed(self._purpose, self._text))
