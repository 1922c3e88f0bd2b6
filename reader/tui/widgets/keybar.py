"""The keys of a screen on its last line, drawn as one widget: a widget a key makes a screen slow to open.

 ← next  → back  n unknown  space keep …                          ? help  ^p palette

What the screen and its focus bind stands on the left, as much of it as there is room for; what works everywhere on
the right, so that the way to help never falls off the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.screen import Screen

ROOM = 100
"""Cells from which on the palette is named too."""


class Key(NamedTuple):
    """One key and what it does."""

    key: str
    """As Textual calls it."""
    shown: str
    said: str

    @property
    def width(self) -> int:
        """Cells, with a blank on either side and one between."""
        return len(self.shown) + len(self.said) + 3


class KeyBar(Widget):
    """A line of keys; a click on one presses it."""

    ALLOW_SELECT = False

    hovered: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__(id="keybar")
        self._placed: list[tuple[int, Key]] | None = None

    def on_mount(self) -> None:
        """Follow the bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen and screen.app.app_focus:
            self._placed = None
            self.refresh()

    def on_resize(self) -> None:
        """Another width: more or fewer keys."""
        self._placed = None

    def keys(self) -> tuple[list[Key], list[Key]]:
        """The screen's keys and those that work everywhere, one for each action."""
        here: dict[str, Key] = {}
        everywhere: dict[str, Key] = {}
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.show and enabled:
                keys = everywhere if node is self.app else here
                keys.setdefault(
                    binding.action, Key(binding.key, self.app.get_key_display(binding), binding.description)
                )
        palette = self.screen.active_bindings.get(self.app.COMMAND_PALETTE_BINDING)
        if palette is not None and self.size.width >= ROOM:
            everywhere["palette"] = Key(
                palette.binding.key, self.app.get_key_display(palette.binding), "palette"
            )
        return list(here.values()), list(everywhere.values())

    @property
    def placed(self) -> list[tuple[int, Key]]:
        """The keys that there is room for, each with its first column."""
        if self._placed is None:
            here, everywhere = self.keys()
            self._placed = fitted(here, everywhere, self.size.width)
        return self._placed

    def render_line(self, y: int) -> Strip:
        """The line."""
        base = self.rich_style
        key_style = base + Style(color=self.app.theme_variables.get("footer-key-foreground"), bold=True)
        over = Style(bgcolor=self.app.theme_variables.get("panel"))
        segments: list[Segment] = []
        at = 0
        for column, key in self.placed:
            lit = over if key.key == self.hovered else Style()
            segments += [
                Segment(" " * (column - at), base),
                Segment(f" {key.shown} ", key_style + lit),
                Segment(f"{key.said} ", base + lit),
            ]
            at = column + key.width
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _at(self, x: int) -> Key | None:
        return next((key for column, key in self.placed if column <= x < column + key.width), None)

    def on_click(self, event: events.Click) -> None:
        """What the key does."""
        if key := self._at(event.x):
            self.app.simulate_key(key.key)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which key a click would press."""
        key = self._at(event.x)
        self.hovered = key.key if key else ""

    def on_leave(self) -> None:
        """Nothing is hovered outside."""
        self.hovered = ""


def fitted(here: Iterable[Key], everywhere: list[Key], width: int) -> list[tuple[int, Key]]:
    """First columns of the keys that fit: those that work everywhere at the right end, the others before them."""
    right = width - sum(key.width for key in everywhere)
    placed: list[tuple[int, Key]] = []
    at = 0
    for key in here:
        if at + key.width > right:
            break
        placed.append((at, key))
        at += key.width
    for key in everywhere:
        if right >= at:
            placed.append((right, key))
        right += key.width
    return placed
