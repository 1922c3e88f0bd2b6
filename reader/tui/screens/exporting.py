"""Before the deck is written: which words, which cards, as what; then how far it is, until it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from corpus.errors import NashraError
from reader import outgoing
from reader.layout.text import paint
from reader.tui.background import Background
from reader.tui.exporting import Form
from reader.tui.pieces import Cell, columns
from reader.tui.widgets.keybar import KeyBar
from reader.tui.widgets.progress import Progress
from reader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import ComposeResult

    from reader.tui.app import NashraApp

LABEL = 11


class ExportScreen(ModalScreen[bool]):
    """Dismissed with whether anything left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,right", "turn(1)", "change", key_display="space"),
        Binding("left", "turn(-1)", "change back", show=False),
        Binding("enter", "go", "write", priority=True),
        Binding("escape,q", "leave", "leave", key_display="Esc"),
    ]

    app: NashraApp

    def __init__(self, article: str | None, folder: Path, *, pushing: bool = False) -> None:
        super().__init__()
        self._article, self._folder, self._pushing = article, folder, pushing
        self._form = Form(pushing=pushing)

    def compose(self) -> ComposeResult:
        """The questions, where the file goes, how far it is."""
        with Vertical(id="export"):
            yield Static("Into Anki" if self._pushing else "Write the deck", classes="heading", markup=False)
            yield Rows(id="questions")
            yield Static(id="target", classes="quiet", markup=False)
            yield Progress(profile=self.app.profile, id="progress")
        yield KeyBar()

    def on_mount(self) -> None:
        """The answers of the last time."""
        desk = self.app.desk
        learning = {word.key for word in desk.store.words("learning")}
        here = learning & desk.library.lemma_counts(self._article).keys() if self._article else set()
        self._form = Form.remembered(
            desk.settings,
            desk.config,
            article=self._article,
            kept=len(learning),
            kept_here=len(here),
            pushing=self._pushing,
        )
        self.job = Background(self.app)
        rows = self.query_one("#questions", Rows)
        rows.styles.height = len(self._form.rows())
        rows.focus()
        self._show()

    def _show(self) -> None:
        rows = self.query_one("#questions", Rows)
        rows.show(len(self._form.rows()), self._row, rows.cursor)
        self._say("" if self._pushing else str(self._form.path(self._folder)))

    def _say(self, text: str) -> None:
        """Logical text: where the file goes, or what is wrong; either may have Arabic in it."""
        target = self.query_one("#target", Static)
        target.update(paint(text, self.app.profile, base="ltr", width=target.size.width or 70))

    def _row(self, index: int, width: int) -> list[tuple[str, Style]]:
        row = self._form.rows()[index]
        style = Style(color=self.app.theme_variables.get("quiet")) if row.quiet else Style()
        box = "‹ ›" if row.on is None else "[x]" if row.on else "[ ]"
        return columns(
            [
                Cell(box, 3, "left", style),
                Cell(row.name, LABEL, "left", style),
                Cell(row.said, width - LABEL - 5, "left", style),
            ],
            self.app.profile,
        )

    @on(Rows.Chosen, "#questions")
    def _clicked(self) -> None:
        self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Another answer to the question under the cursor."""
        if not self.job.busy:
            self._form.turn(self.query_one("#questions", Rows).cursor, by)
            self._show()

    def action_leave(self) -> None:
        """Stop what is under way; else close."""
        if self.job.busy:
            self.job.stop()
            self.query_one(Progress).hide()
            self._say("stopped; nothing was " + ("sent" if self._pushing else "written"))
        else:
            self.dismiss(False)

    def action_go(self) -> None:
        """Write, or push."""
        if self.job.busy:
            return
        config, form = self.app.desk.config, self._form
        try:
            how = form.options(config) if form.format == ".apkg" else outgoing.options(config)
        except NashraError:
            self._say("tick at least one kind of card")
            return
        form.remember(self.app.desk.settings)
        work = (
            _push(form.choice(), how)
            if self._pushing
            else _write(form.path(self._folder), form.choice(), how)
        )
        self._say("")
        self.query_one(Progress).show("beginning   Esc stops")
        self.job.start(work, self._done, self._failed, self._progress)

    def _progress(self, done: int, total: int | None) -> None:
        self.query_one(Progress).show(f"{done} of {total}   Esc stops", done, total)

    def _done(self, said: list[str]) -> None:
        title = "Sent to Anki" if self._pushing else "Written"
        self.app.notify("\n".join(said), title=title, timeout=10)
        self.dismiss(True)

    def _failed(self, error: NashraError) -> None:
        self.query_one(Progress).hide()
        self._say(str(error))


def _write(
    path: Path, choice: outgoing.Choice, how: outgoing.Options
) -> Callable[[Callable[[int, int | None], None]], list[str]]:
    """Work for a thread: its own connection to the words."""

    def work(say: Callable[[int, int | None], None]) -> list[str]:
        from reader.workspace import Workspace

        desk = Workspace()
        if path.suffix.lower() in outgoing.TABLES:
            return [f"{path}: {outgoing.export_list(desk, path, choice, say)} words"]
        result = outgoing.export(desk, path, choice, how, say)
        return [outgoing.summary(result), *(f"left out: {line}" for line in result.skipped[:3])]

    return work


def _push(
    choice: outgoing.Choice, how: outgoing.Options
) -> Callable[[Callable[[int, int | None], None]], list[str]]:
    """Work for a thread: its own connection to the words."""

    def work(say: Callable[[int, int | None], None]) -> list[str]:
        from reader.workspace import Workspace

        desk = Workspace()
        return outgoing.pushed(*outgoing.push(desk, outgoing.beside(desk.config), choice, how, say))

    return work
