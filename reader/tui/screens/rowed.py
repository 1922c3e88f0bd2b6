"""What the library and the inbox have in common: rows under a head, work in the background, one line for questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from reader.tui.background import Background
from reader.tui.part import Part
from reader.tui.pieces import heading
from reader.tui.widgets.keybar import KeyBar
from reader.tui.widgets.progress import Progress
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.rows import Rows
from reader.tui.widgets.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from corpus.errors import NashraError
    from reader.tui.app import NashraApp

    Progressed = Callable[[int, int | None], None]

Result = TypeVar("Result")


class Rowed(Part):
    """A screen whose rows stay of use while something is fetched."""

    ROWS = "rows"
    """The id of the rows, for their look."""

    app: NashraApp

    def compose(self) -> ComposeResult:
        """Head, names of the columns, rows, what is under way, one line for questions, keys."""
        yield Status(id="head")
        yield Status(id="heads", classes="quiet")
        yield Rows(id=self.ROWS)
        yield Progress(profile=self.app.profile, id="progress")
        yield Prompt(profile=self.app.profile, id="prompt")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what is there."""
        self.job = Background(self.app)
        self.rows.focus()
        self.load()

    def on_unmount(self) -> None:
        """What is under way is not waited for."""
        self.job.stop()

    def on_resize(self) -> None:
        """Rows draw themselves in any width; what stands above them is written anew."""
        self.caption()

    @property
    def rows(self) -> Rows:
        """The rows."""
        return self.query_one(f"#{self.ROWS}", Rows)

    def load(self) -> None:
        """Read again what is listed, and show it."""
        raise NotImplementedError

    def caption(self) -> None:
        """Write the head and the names of the columns."""
        raise NotImplementedError

    def say(self, head: str) -> None:
        """The line at the top (logical text)."""
        self.query_one("#head", Status).text = heading(head, self.app.size.width - 2, self.app.profile)

    def ask(self, question: str, text: str, purpose: str) -> None:
        """Ask on the last line; Prompt's messages bring the answer with this purpose."""
        self.query_one(Prompt).ask(question, text, purpose)

    # what is under way

    def begin(
        self,
        said: str,
        work: Callable[[Progressed], Result],
        done: Callable[[Result], None],
        progress: Progressed | None = None,
    ) -> None:
        """Do some work in the background and say so; see Background.start."""
        self.query_one(Progress).show(f"{said}   Esc stops")
        self.job.start(work, done, self.failed, progress)

    def so_far(self, said: str, done: int, total: int | None) -> None:
        """How far it is."""
        self.query_one(Progress).show(f"{said}   Esc stops", done, total)

    def over(self) -> None:
        """Nothing is under way any more."""
        self.query_one(Progress).hide()

    def failed(self, error: NashraError) -> None:
        """It did not work."""
        self.over()
        self.load()
        self.notify(str(error), severity="error", timeout=8)

    def stop(self) -> bool:
        """Stop what is under way. Returns whether anything was."""
        if not self.job.busy:
            return False
        self.job.stop()
        self.over()
        return True
