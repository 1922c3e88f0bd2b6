"""The library: one row an article, the one worth opening under the cursor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer, Static

from corpus.errors import NashraError
from corpus.normalize import fold
from reader.layout.text import paint
from reader.tui.pieces import Cell, columns
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from corpus.summary import Summary
    from reader.tui.app import NashraApp

EMPTY = "No article holds what you typed. Esc shows all of them."
SORTS = ("date", "known", "unfamiliar", "title", "words", "added")


class LibraryScreen(Screen[None]):
    """All articles; / filters them, i imports a file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", key_display="/"),
        Binding("i", "import", "import"),
        Binding("s", "sort", "sort"),
        Binding("g", "app.glossary", "glossary"),
        Binding("D", "app.deck", "deck"),
        Binding("e", "export", "write the deck", show=False),
        Binding("u", "undo", "undo"),
        Binding("delete", "delete", "delete", key_display="Del"),
        Binding("escape", "clear", "all articles", show=False),
        Binding("q", "app.quit", "quit"),
    ]

    app: NashraApp

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Summary] = []
        self._shown: list[Summary] = []
        self._filter = ""
        self._sort = SORTS[0]
        self._deleted: list[str] = []

    def compose(self) -> ComposeResult:
        """Head, rows, one line for questions, keys."""
        yield Static(id="head", markup=False)
        yield Static(id="heads", classes="quiet")
        yield Rows(id="articles")
        yield Prompt(profile=self.app.profile, id="prompt")
        yield Footer()

    def on_mount(self) -> None:
        """Show what is there; find the words of articles that a new dictionary has not seen."""
        self.query_one(Rows).focus()
        self.load()
        self.call_after_refresh(self._index)

    def _index(self) -> None:
        if self.app.desk.index_stale():
            self.load()

    def on_screen_resume(self) -> None:
        """States may have changed in an article."""
        if self._all:
            self.load()

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._paint()

    def load(self) -> None:
        """Read the list again, the cursor on the same article."""
        here = self._current()
        self._all = self.app.desk.library.list(self._sort)
        self._paint(here.id if here else None)

    def _current(self) -> Summary | None:
        rows = self.query_one(Rows)
        return self._shown[rows.cursor] if 0 <= rows.cursor < len(self._shown) else None

    def _paint(self, on: str | None = None) -> None:
        wanted = fold(self._filter)
        english = self._filter.casefold()
        self._shown = [
            line
            for line in self._all
            if not self._filter
            or (wanted and wanted in fold(line.title))
            or english in f"{line.title_english or ''} {line.source or ''} {line.id}".casefold()
        ]
        rows = self.query_one(Rows)
        cursor = next((n for n, line in enumerate(self._shown) if line.id == on), rows.cursor)
        rows.show(len(self._shown), self._row, cursor)
        width = max(1, rows.size.width)
        heads = columns(self._columns(width, None), self.app.profile)
        self.query_one("#heads", Static).update("".join(text for text, _ in heads))
        said = f"Nashra {paint('نشرة', self.app.profile)}  {len(self._shown)} articles"
        if self._filter:
            said += f" with “{paint(self._filter, self.app.profile)}”" if self._shown else f"  {EMPTY}"
        elif all(line.shipped for line in self._all):
            said += "  —  i imports a text file of your own"
        self.query_one("#head", Static).update(said)

    def _row(self, index: int, width: int) -> list[tuple[str, Style]]:
        return columns(
            self._columns(width, self._shown[index]), self.app.profile, marks=self.app.desk.config.vowels
        )

    def _columns(self, width: int, line: Summary | None) -> list[Cell]:
        """The columns of a row, or of the heads; the title has what the others leave."""
        quiet = Style(color=self.app.theme_variables.get("quiet"))
        wide = width >= 100
        share = "" if line is None or line.known_share is None else f"{round(100 * line.known_share)} %"
        cells = [
            Cell("known" if line is None else share, 6, "right"),
            Cell("" if line is None else _bar(line.known_share), 8 if wide else 0, "left", quiet),
            Cell("kept" if line is None else str(line.unfamiliar or ""), 5, "right"),
            Cell("words" if line is None else str(line.words), 6, "right", quiet),
            Cell("lvl" if line is None else str(line.level or ""), 3 if wide else 0, "right", quiet),
            Cell("date" if line is None else line.date or "", 10, "left", quiet),
            Cell(
                "source" if line is None else line.source or "",
                18 if wide else 10 if width >= 70 else 0,
                "left",
                quiet,
            ),
        ]
        used = sum(cell.width + 1 for cell in cells if cell.width)
        return [*cells, Cell("title" if line is None else line.title, max(8, width - used - 1), "right")]

    @on(Rows.Chosen, "#articles")
    def _open(self, event: Rows.Chosen) -> None:
        self.app.read(self._shown[event.index].id)

    def action_filter(self) -> None:
        """Filter as you type, in Arabic or English."""
        self.query_one(Prompt).ask("filter", self._filter, "filter")

    def action_import(self) -> None:
        """Ask for a file."""
        self.query_one(Prompt).ask("import a file or an address", "", "import")

    def action_sort(self) -> None:
        """The next order."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self.load()
        self.notify(f"sorted by {self._sort}")

    def action_clear(self) -> None:
        """All articles again."""
        self._filter = ""
        self._paint()

    def action_export(self) -> None:
        """Write the words kept in all articles."""
        from reader.tui.exporting import export

        export(self, ())

    def action_delete(self) -> None:
        """Take the article out; u brings it back."""
        if line := self._current():
            self.app.desk.library.delete(line.id)
            self._deleted.append(line.id)
            self.load()
            self.notify("deleted; u brings it back")

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        if self._deleted:
            id = self._deleted.pop()
            self.app.desk.library.undelete(id)
            self.load()
            self._paint(id)
            self.notify("brought back")
        else:
            self.notify("nothing to undo here")

    @on(Prompt.Changed)
    def _typed(self, event: Prompt.Changed) -> None:
        if event.purpose == "filter":
            self._filter = event.text
            self._paint()

    @on(Prompt.Answered)
    def _answered(self, event: Prompt.Answered) -> None:
        self.query_one(Rows).focus()
        if event.purpose == "import" and event.text.strip():
            self._import(event.text.strip())

    @on(Prompt.Cancelled)
    def _cancelled(self, event: Prompt.Cancelled) -> None:
        self.query_one(Rows).focus()
        if event.purpose == "filter":
            self.action_clear()

    def _import(self, name: str) -> None:
        from reader.workspace import read_sources

        try:
            source = name if "://" in name or name.endswith(":") else str(Path(name).expanduser())
            added = [self.app.desk.add(article) for article in read_sources(source)]
        except NashraError as error:
            self.notify(str(error), severity="error")
            return
        self._filter = ""
        self.load()
        self._paint(added[0].id)
        self.notify("it was there already" if added[0].duplicate else f"imported {len(added)}")


def _bar(share: float | None, width: int = 8) -> str:
    """A bar for a share, in eighths of a cell."""
    eighths = round((share or 0) * width * 8)
    return "█" * (eighths // 8) + (" ▏▎▍▌▋▊▉"[eighths % 8] if eighths % 8 else "")
