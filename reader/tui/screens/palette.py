"""Everything by its name: type, choose, done. Arabic is shaped and in order while it is typed, titles too."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen

from reader.tui.commands import Command, articles, commands, matching
from reader.tui.pieces import Cell, columns
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reader.tui.app import NashraApp


class PaletteScreen(ModalScreen[Command | None]):
    """Dismissed with the command that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", show=False),
        Binding("up,ctrl+p", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
    ]

    app: NashraApp

    def __init__(self, of: Screen[object]) -> None:
        super().__init__()
        self._commands = list(commands(of))
        self._shown: list[Command] = []

    def compose(self) -> ComposeResult:
        """What is typed, above what it finds."""
        with Vertical(id="palette"):
            yield Prompt(profile=self.app.profile, id="asked")
            yield Rows(id="found", lit=True)

    def on_mount(self) -> None:
        """All commands, and the keys go to what is typed."""
        self.query_one(Rows).can_focus = False
        self.query_one(Prompt).ask("do or open", "", "palette")
        self._find("")

    def _find(self, typed: str) -> None:
        self._shown = matching(self._commands, typed)
        if typed.strip():
            self._shown += articles(self.app, typed.strip())
        self.query_one(Rows).show(len(self._shown), self._row)

    def _row(self, index: int, width: int) -> list[tuple[str, Style]]:
        command = self._shown[index]
        quiet = Style(color=self.app.theme_variables.get("quiet"))
        return columns(
            [Cell(command.hint, 10, "left", quiet), Cell(command.name, width - 11, "start")], self.app.profile
        )

    def action_move(self, by: int) -> None:
        """The row that enter takes."""
        self.query_one(Rows).cursor += by

    @on(Prompt.Changed)
    def _typed(self, event: Prompt.Changed) -> None:
        self._find(event.text)

    @on(Prompt.Answered)
    def _answered(self) -> None:
        at = self.query_one(Rows).cursor
        self.dismiss(self._shown[at] if at < len(self._shown) else None)

    @on(Prompt.Cancelled)
    def _cancelled(self) -> None:
        self.dismiss(None)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(self._shown[event.index])
