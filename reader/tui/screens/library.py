"""The library: one row an article, the one worth opening under the cursor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from corpus.errors import NashraError
from corpus.normalize import fold
from reader.tui.background import Background
from reader.tui.pieces import LRM, Cell, columns, heading
from reader.tui.widgets.keybar import KeyBar
from reader.tui.widgets.progress import Progress
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from corpus.article import Article
    from corpus.summary import Summary
    from reader.tui.app import NashraApp
    from reader.tui.reindex import Reindex

EMPTY = "No article holds what you typed. Esc shows all of them."
SORTS = {
    "date": "date",
    "known": "known",
    "unfamiliar": "kept",
    "level": "lvl",
    "words": "words",
    "title": "title",
    "added": "",
}
"""Orders of the list, and the head of the column that shows each."""


class LibraryScreen(Screen[None]):
    """All articles; / filters them, i imports a file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "filter", key_display="/"),
        Binding("i", "import", "import"),
        Binding("s", "sort", "sort"),
        Binding("F", "inbox", "feeds"),
        Binding("g", "app.glossary", "glossary"),
        Binding("D", "app.deck", "deck"),
        Binding("e", "export", "write the deck", show=False),
        Binding("number_sign", "tag", "tags of the article", key_display="#", show=False),
        Binding("A", "archive", "archive, or take out of it", show=False),
        Binding("z", "archived", "what is archived", show=False),
        Binding("delete", "delete", "delete", key_display="Del"),
        Binding("u", "undo", "undo"),
        Binding("escape", "clear", "stop, all articles", show=False, key_display="Esc"),
        Binding("q", "app.quit", "quit"),
    ]

    app: NashraApp

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Summary] = []
        self._shown: list[Summary] = []
        self._filter = ""
        self._sort = next(iter(SORTS))
        self._archived = False
        self._undo: list[tuple[str, Callable[[], None]]] = []

    def compose(self) -> ComposeResult:
        """Head, rows, what is under way, one line for questions, keys."""
        yield Static(id="head", markup=False)
        yield Static(id="heads", classes="quiet", markup=False)
        yield Rows(id="articles")
        yield Progress(profile=self.app.profile, id="progress")
        yield Prompt(profile=self.app.profile, id="prompt")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what is there."""
        self.job = Background(self.app)
        self.query_one(Rows).focus()
        self.load()

    def on_unmount(self) -> None:
        """What is under way is not waited for."""
        self.job.stop()

    def on_screen_resume(self) -> None:
        """States may have changed in an article; what a new dictionary has not seen is read again."""
        if self._all:
            self.load()
        self.call_after_refresh(self.app.read_again)

    def reading_again(self, again: Reindex | None) -> None:
        """How far the articles are that another dictionary has read; None: it is over."""
        progress = self.query_one(Progress)
        if again is None:
            if not self.job.busy:
                progress.hide()
            self.load()
        elif again.total > 1 and not self.job.busy:
            said = f"{again.done} of {again.total} articles read with the new dictionary   Esc stops"
            progress.show(said, again.done, again.total)

    # the list

    def on_resize(self) -> None:
        """The columns follow the width."""
        self._paint()

    def load(self) -> None:
        """Read the list again, the cursor on the same article."""
        here = self._current()
        self._all = self.app.desk.library.list(self._sort, archived=self._archived)
        self._paint(here.id if here else None)

    def _current(self) -> Summary | None:
        rows = self.query_one(Rows)
        return self._shown[rows.cursor] if 0 <= rows.cursor < len(self._shown) else None

    def _paint(self, on: str | None = None) -> None:
        self._shown = [line for line in self._all if self._wanted(line)]
        rows = self.query_one(Rows)
        cursor = next((n for n, line in enumerate(self._shown) if line.id == on), rows.cursor)
        rows.show(len(self._shown), self._row, cursor)
        heads = columns(self._columns(max(1, rows.size.width), None), self.app.profile)
        self.query_one("#heads", Static).update("".join(text for text, _ in heads))
        self.query_one("#head", Static).update(heading(self._said(), self.size.width - 2, self.app.profile))

    def _wanted(self, line: Summary) -> bool:
        """Whether a row holds what was typed: #tag, Arabic up to vowels and hamzas, or English."""
        if not self._filter:
            return True
        if self._filter.startswith("#"):
            return any(tag.startswith(self._filter[1:].strip()) for tag in line.tags)
        wanted, english = fold(self._filter), self._filter.casefold()
        said = f"{line.title} {line.title_english or ''} {line.source or ''} {line.id}".casefold()
        return bool(wanted and wanted in fold(line.title)) or english in said

    def _said(self) -> str:
        where = "archived" if self._archived else "articles"
        said = f"Nashra نشرة{LRM}  {len(self._shown)} {where}, by {self._sort}"
        if self._filter:
            said += f", with “{self._filter}{LRM}”" if self._shown else f"  {EMPTY}"
        elif self._archived:
            said += "  —  z goes back, A takes one out of it"
        elif self._all and all(line.shipped for line in self._all):
            said += "  —  i imports a text of your own"
        return said

    def _row(self, index: int, width: int) -> list[tuple[str, Style]]:
        return columns(
            self._columns(width, self._shown[index]), self.app.profile, marks=self.app.desk.config.vowels
        )

    def _columns(self, width: int, line: Summary | None) -> list[Cell]:
        """The columns of a row, or of the heads; the title has what the others leave."""
        quiet = Style(color=self.app.theme_variables.get("quiet"))
        wide = width >= 100
        share = "" if line is None or line.known_share is None else f"{round(100 * line.known_share)} %"
        source = 18 if wide else 10 if width >= 70 else 0
        tags = 14 if width >= 120 and any(other.tags for other in self._shown) else 0
        said = ", ".join(line.tags) if line else "tags"
        cells = [
            Cell(self._head("known") if line is None else share, 6, "right"),
            Cell("" if line is None else _bar(line.known_share), 8 if wide else 0, "left", quiet),
            Cell(self._head("kept") if line is None else str(line.unfamiliar or ""), 5, "right"),
            Cell(self._head("words") if line is None else str(line.words), 6, "right", quiet),
            Cell(self._head("lvl") if line is None else str(line.level or ""), 4 * wide, "right", quiet),
            Cell(self._head("date") if line is None else line.date or "", 10, "left", quiet),
            Cell("source" if line is None else line.source or "", source, "left", quiet),
            Cell(said, tags, "left", quiet),
        ]
        used = sum(cell.width + 1 for cell in cells if cell.width)
        title = self._head("title") if line is None else line.title
        return [*cells, Cell(title, max(8, width - used - 1), "right")]

    def _head(self, name: str) -> str:
        """The head of a column, marked where the list is sorted by it."""
        return f"▾{name}" if SORTS[self._sort] == name else name

    @on(Rows.Chosen, "#articles")
    def _open(self, event: Rows.Chosen) -> None:
        self.app.read(self._shown[event.index].id)

    def action_filter(self) -> None:
        """Filter as you type, in Arabic or English, or by a tag."""
        self.query_one(Prompt).ask("filter (#tag)", self._filter, "filter")

    def action_sort(self) -> None:
        """The next order."""
        orders = list(SORTS)
        self._sort = orders[(orders.index(self._sort) + 1) % len(orders)]
        self.load()

    def action_clear(self) -> None:
        """Stop what is under way; else all articles again."""
        if self.job.busy:
            self.job.stop()
            self.query_one(Progress).hide()
            self.notify("stopped; nothing was imported")
        elif self.app.again is not None:
            self.app.stop_reading_again()
        else:
            self._filter, self._archived = "", False
            self.load()

    def action_export(self) -> None:
        """Write the words kept in all articles."""
        from reader.tui.exporting import export

        export(self, ())

    def action_inbox(self) -> None:
        """What is new in the feeds."""
        from reader.tui.screens.inbox import InboxScreen

        self.app.push_screen(InboxScreen())

    # what is done to an article

    def action_archive(self) -> None:
        """Put the article away, or back; u takes it back."""
        if line := self._current():
            library, id, archived = self.app.desk.library, line.id, self._archived
            library.archive(id, not archived)
            self._undo.append((id, lambda: library.archive(id, archived)))
            self.load()
            self.notify("back in the list" if archived else "archived; z shows what is, u takes it back")

    def action_archived(self) -> None:
        """What is archived, or the list again."""
        self._archived = not self._archived
        self.load()

    def action_tag(self) -> None:
        """Ask for the article's tags."""
        if line := self._current():
            self.query_one(Prompt).ask("tags, with commas", ", ".join(line.tags), f"tag {line.id}")

    def _tag(self, id: str, typed: str) -> None:
        library = self.app.desk.library
        before = set(library.summary(id).tags)
        after = {name for part in typed.split(",") if (name := part.strip().lstrip("#").strip())}

        def change(old: set[str], new: set[str]) -> None:
            library.untag(id, *(old - new))
            library.tag(id, *(new - old))

        if before != after:
            change(before, after)
            self._undo.append((id, lambda: change(after, before)))
            self.load()

    def action_delete(self) -> None:
        """Take the article out; u brings it back."""
        if line := self._current():
            library, id = self.app.desk.library, line.id
            library.delete(id)
            self._undo.append((id, lambda: library.undelete(id)))
            self.load()
            self.notify("deleted; u brings it back")

    def action_undo(self) -> None:
        """Take back what was done to an article last."""
        if not self._undo:
            self.notify("nothing to undo here")
            return
        id, back = self._undo.pop()
        back()
        self.load()
        self._paint(id)
        self.notify("as it was before")

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
        elif event.purpose.startswith("tag "):
            self._tag(event.purpose.removeprefix("tag "), event.text)

    @on(Prompt.Cancelled)
    def _cancelled(self, event: Prompt.Cancelled) -> None:
        self.query_one(Rows).focus()
        if event.purpose == "filter":
            self._filter = ""
            self._paint()

    # importing

    def action_import(self) -> None:
        """Ask for a file, an address or the clipboard."""
        self.query_one(Prompt).ask("import a file, an address or clipboard:", "", "import")

    def _import(self, name: str) -> None:
        """In the background: a page may be slow to come, a book long to read."""
        from reader.workspace import read_sources

        source = name if "://" in name or name.endswith(":") else str(Path(name).expanduser())

        def say(done: int, total: int | None) -> None:
            of = f" of {total / 1e6:.1f}" if total else ""
            said = f"{name}{LRM}: {done / 1e6:.1f}{of} MB   Esc stops"
            self.query_one(Progress).show(said, done, total)

        self.query_one(Progress).show(f"{name}{LRM}   Esc stops")
        self.job.start(lambda say: read_sources(source, progress=say), self._imported, self._failed, say)

    def _failed(self, error: NashraError) -> None:
        self.query_one(Progress).hide()
        self.notify(str(error), severity="error", timeout=8)

    def _imported(self, articles: list[Article]) -> None:
        """Into the library; what cleaning took away is said in one line."""
        from corpus.clean import notices

        self.query_one(Progress).hide()
        try:
            added = [self.app.desk.add(article) for article in articles]
        except NashraError as error:
            self._failed(error)
            return
        self._filter, self._archived = "", False
        self.load()
        self._paint(added[0].id)
        fresh = [article for article, result in zip(articles, added, strict=True) if not result.duplicate]
        removed = [piece for article in fresh for piece in article.removed]
        said = f"imported {len(fresh)}" if fresh else "it was there already"
        if removed:
            rules = ", ".join(dict.fromkeys(piece.rule for piece in removed))
            said += f"; {len(removed)} pieces taken out ({rules}), c in the article shows them"
        self.notify("\n".join([said, *notices(removed)]), timeout=8 if removed else None)


def _bar(share: float | None, width: int = 8) -> str:
    """A bar for a share, in eighths of a cell."""
    eighths = round((share or 0) * width * 8)
    return "█" * (eighths // 8) + (" ▏▎▍▌▋▊▉"[eighths % 8] if eighths % 8 else "")
