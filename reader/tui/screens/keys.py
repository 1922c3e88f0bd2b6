"""Help: one page of keys, made from the bindings of the screen that was open."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from reader.tui.commands import name_of

if TYPE_CHECKING:
    from textual.app import ComposeResult


class KeysScreen(ModalScreen[None]):
    """All keys of another screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "app.pop_screen", "close", key_display="Esc")
    ]

    def __init__(self, of: Screen[object]) -> None:
        super().__init__()
        self._rows = keys_of(of)

    def compose(self) -> ComposeResult:
        """One line a key."""
        with VerticalScroll(id="keys"):
            yield Static("Keys", classes="heading")
            for key, said in self._rows:
                yield Static(f"{key:>16}   {said}", markup=False)
            yield Static("Esc closes this page; Ctrl+P finds every command by its name.", classes="quiet")


def keys_of(screen: Screen[object]) -> list[tuple[str, str]]:
    """(keys, what they do) of a screen and what has the focus in it; keys with one meaning on one line."""
    rows: dict[tuple[str, str], list[str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if said := name_of(binding):
            rows.setdefault((said, binding.action), []).append(screen.app.get_key_display(binding))
    return [(" ".join(dict.fromkeys(keys)), said) for (said, _), keys in rows.items()]
