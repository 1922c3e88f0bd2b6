"""Before anything else on a terminal that could not be told: which of these lines reads correctly?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from reader.layout.text import fit

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reader.layout.profiles import Profile
    from reader.tui.app import NashraApp
    from reader.tui.asking import Question

LINE = "قال المتحدث (ATACMS) إن 12 صاروخًا سقطت."
ASKED = "Which line reads correctly, right to left, with joined letters?"
HINT = (
    "In the right one a word of three letters comes first, at the far right, and the full stop stands at the far left; "
    "the number is 12, and ATACMS is between its brackets. "
    "Press its number; it is remembered for this terminal."
)
NONE = "0  none of them (nashra doctor says what can be done)"


class Sample(Widget):
    """The line as one profile sends it."""

    def __init__(self, number: int, profile: Profile) -> None:
        super().__init__()
        self._number, self._profile = number, profile

    def render_line(self, y: int) -> Strip:
        """Its number, and the line on the right."""
        width = self.size.width
        style = self.rich_style
        line = fit(LINE, max(1, width - 5 - self._profile.margin), self._profile, align="right")
        pieces = [Segment(f"  {self._number}  ", style), Segment(line.text, style)]
        return Strip(pieces if y == self.size.height // 2 else []).adjust_cell_length(width, style)

    async def on_click(self) -> None:
        """The same as its number."""
        await self.run_action(f"screen.take({self._number})")


class AskingScreen(Screen["Profile | None"]):
    """Dismissed with the profile chosen, or None: go on with the guess, and ask again the next time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "take(1)", "the first"),
        Binding("2", "take(2)", "the second"),
        Binding("3", "take(3)", "the third"),
        Binding("0,escape", "take(0)", "none of them"),
        Binding("q", "app.quit", "quit"),
    ]

    app: NashraApp

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question, the lines one above the other, what to look at."""
        with Vertical(id="asking"):
            yield Static(ASKED, classes="heading", markup=False)
            for number, profile in enumerate(self._question.ways, 1):
                yield Sample(number, profile)
            yield Static(NONE, classes="none", markup=False)
            yield Static(HINT, classes="quiet", markup=False)

    def action_take(self, number: int) -> None:
        """A way of sending lines; 0: none of them."""
        if number == 0:
            self.dismiss(None)
        elif number <= len(self._question.ways):
            chosen = self._question.ways[number - 1]
            self._question.answer(chosen)
            self.dismiss(chosen)
