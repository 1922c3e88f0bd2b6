"""What cleaning did to one article: the rules that fired, what each took away, and any of them undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from corpus.clean import RULES
from corpus.errors import NashraError
from reader.counts import count
from reader.study.answer import CardLine
from reader.tui.pieces import Cell, columns
from reader.tui.widgets.card import Card
from reader.tui.widgets.keybar import KeyBar
from reader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from corpus.undo import Cleaning
    from reader.tui.app import NashraApp

LONGEST = 2_000
"""Characters of a removed piece that are shown."""
MOST_LINES = 400
"""Lines of the raw text that are shown."""


class CleaningScreen(Screen[bool]):
    """Dismissed with whether a rule was undone or done again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "undo_rule", "undo the rule, or do it again", key_display="space"),
        Binding("r", "raw", "the text as it came"),
        Binding("ctrl+down", "scroll(1)", "down", show=False),
        Binding("ctrl+up", "scroll(-1)", "up", show=False),
        Binding("q,escape,c", "leave", "back", key_display="q"),
    ]

    app: NashraApp

    def __init__(self, article: str, done: Cleaning) -> None:
        super().__init__()
        self._article = article
        self._cleaning = done
        self._rules: list[str] = []
        self._raw = False
        self._changed = False

    def compose(self) -> ComposeResult:
        """Rules on the left, what the one under the cursor did on the right."""
        yield Static(id="head", markup=False)
        with Horizontal(id="book"):
            yield Rows(id="rules")
            yield Card(profile=self.app.profile, id="removed")
        yield KeyBar()

    def on_mount(self) -> None:
        """The rules that did something."""
        self.query_one("#rules").border_title = "rules"
        self.query_one("#rules", Rows).focus()
        self._list()

    def _list(self) -> None:
        done = self._cleaning
        self._rules = [rule for rule in RULES if rule in done.fired or rule in done.undone]
        rows = self.query_one("#rules", Rows)
        rows.show(len(self._rules), self._row, rows.cursor)
        pieces = len(done.removed)
        self.query_one("#head", Static).update(
            f"Cleaning  {count(len(done.fired), 'rule')} changed this page, {count(pieces, 'piece')} taken out"
            + (f", {count(len(done.undone), 'rule')} undone" if done.undone else "")
        )
        self._show()

    def _row(self, index: int, width: int) -> list[tuple[str, Style]]:
        rule = self._rules[index]
        undone = rule in self._cleaning.undone
        style = Style(color=self.app.theme_variables.get("quiet")) if undone else Style()
        times = "undone" if undone else str(self._cleaning.fired.get(rule, 0))
        return columns(
            [
                Cell(" " if undone else "✓", 1),
                Cell(rule, width - 10, "left", style),
                Cell(times, 6, "right", style),
            ],
            self.app.profile,
        )

    def _show(self) -> None:
        card = self.query_one(Card)
        card.border_title = "the text as it came" if self._raw else "what the rule did"
        if self._raw:
            raw = self._cleaning.raw
            lines = [CardLine(line[:LONGEST], "rtl", "arabic") for line in raw[:MOST_LINES]]
            if len(raw) > MOST_LINES:
                lines.append(CardLine(f"… {len(raw) - MOST_LINES} more lines", "ltr", "detail"))
            card.show(lines)
            return
        at = self.query_one("#rules", Rows).cursor
        if at >= len(self._rules):
            card.show([CardLine("The page came clean: no rule changed it.", "ltr", "detail")])
            return
        rule = self._rules[at]
        lines = [CardLine(RULES[rule], "ltr", "gloss")]
        pieces = [removed.text for removed in self._cleaning.removed if removed.rule == rule]
        for piece in pieces:
            lines.append(CardLine("", "ltr", "detail"))
            lines += [CardLine(line[:LONGEST], "rtl", "arabic") for line in piece.split("\n")]
        if rule in self._cleaning.undone:
            lines.append(CardLine("undone for this article; space does it again", "ltr", "state"))
        elif not pieces:
            times = self._cleaning.fired[rule]
            lines.append(CardLine(f"mended {times} {'place' if times == 1 else 'places'}", "ltr", "detail"))
        card.show(lines)

    @on(Rows.Moved, "#rules")
    def _moved(self) -> None:
        self._raw = False
        self._show()

    @on(Rows.Chosen, "#rules")
    def _chosen(self) -> None:
        self.action_undo_rule()

    def action_undo_rule(self) -> None:
        """Clean the article again without the rule, or with it."""
        at = self.query_one("#rules", Rows).cursor
        if at >= len(self._rules):
            return
        rule, library = self._rules[at], self.app.desk.library
        try:
            if rule in self._cleaning.undone:
                library.redo_rule(self._article, rule)
            else:
                library.undo_rule(self._article, rule)
        except NashraError as error:
            self.notify(str(error), severity="warning")
            return
        self._changed = True
        self._raw = False
        self._cleaning = library.cleaning(self._article)
        self._list()

    def action_raw(self) -> None:
        """The text as it came, or the rule again."""
        self._raw = not self._raw
        self._show()

    def action_scroll(self, by: int) -> None:
        """Scroll what is shown."""
        self.query_one(Card).scroll_lines(5 * by)

    def action_leave(self) -> None:
        """Back to the article."""
        self.dismiss(self._changed)
