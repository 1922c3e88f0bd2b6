"""The glossary as a book: domains, entries, the full entry; one search line for both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from glossary.domains import TITLES
from glossary.entry import Entry, Term
from glossary.lookup import lookup
from reader.study.answer import CardLine, entry_lines
from reader.tui.pieces import Cell, border, columns
from reader.tui.widgets.card import Card
from reader.tui.widgets.keybar import KeyBar
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reader.tui.app import NashraApp
    from reader.tui.reindex import Reindex

Record = Entry | Term
MOST_SENTENCES = 30


class GlossaryScreen(Screen[None]):
    """Browse by domain, search in Arabic, English, by root or transliteration, see where a word occurs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "search", key_display="/"),
        Binding("r", "root", "same root"),
        Binding("o", "occurrences", "in the library"),
        Binding("space", "keep", "keep", key_display="space"),
        Binding("backspace", "past", "entry before", show=False),
        Binding("tab", "app.focus_next", "next pane", show=False),
        Binding("q,escape", "app.pop_screen", "back", key_display="q"),
    ]

    app: NashraApp

    def __init__(self, entry: str | None = None) -> None:
        super().__init__()
        self._start = entry
        self._domains = list(TITLES)
        self._by_domain: dict[str, list[Record]] = {}
        self._shown: list[Record] = []
        self._heading = ""
        self._past: list[str] = []
        self._occurrences: str | None = None

    def compose(self) -> ComposeResult:
        """Domains, entries, the entry."""
        yield Static(id="head", markup=False)
        with Horizontal(id="book"):
            yield Rows(id="domains")
            yield Rows(id="entries")
            yield Card(profile=self.app.profile, id="entry")
        yield Prompt(profile=self.app.profile, id="prompt")
        yield KeyBar()

    def on_mount(self) -> None:
        """The domains at once; their entries once they are read."""
        self.query_one("#domains").border_title = "domains"
        self.query_one("#entry").border_title = "entry"
        self.call_after_refresh(self._read)

    def _read(self) -> None:
        self._by_domain = {domain: [] for domain in self._domains}
        for id in self.app.desk.index.ids():
            record = self.app.desk.entry(id)
            for domain in record.domain if record else ():
                self._by_domain.setdefault(domain, []).append(record)  # type: ignore[arg-type]
        for records in self._by_domain.values():
            records.sort(key=lambda record: glosses_of(record)[0].casefold())
        self.query_one("#domains", Rows).show(len(self._domains), self._domain_row)
        self.query_one("#domains", Rows).focus()
        if self._start is not None and (found := self.app.desk.entry(self._start)):
            self._show([found], "entries")
            self.query_one("#entries", Rows).focus()
        else:
            self._show_domain(0)

    def _domain_row(self, index: int, width: int) -> list[tuple[str, Style]]:
        domain = self._domains[index]
        count = str(len(self._by_domain.get(domain, ())))
        quiet = Style(color=self.app.theme_variables.get("quiet"))
        return columns([Cell(TITLES[domain], width - 6), Cell(count, 5, "right", quiet)], self.app.profile)

    def _show_domain(self, index: int) -> None:
        domain = self._domains[index]
        self._show(self._by_domain.get(domain, []), TITLES[domain])

    def _show(self, records: list[Record], heading: str) -> None:
        self._shown, self._heading = records, heading
        rows = self.query_one("#entries", Rows)
        rows.border_title = border(heading, self.app.profile)
        rows.show(len(records), self._entry_row)
        total = len({record.id for found in self._by_domain.values() for record in found})
        self.query_one("#head", Static).update(
            f"Glossary  {len(records)} shown of {total} words and terms of the field"
        )
        self._show_entry()

    def _entry_row(self, index: int, width: int) -> list[tuple[str, Style]]:
        record = self._shown[index]
        state = self.app.desk.store.state(record.id)
        colour = {"learning": "word-learning", "known": "quiet", "ignored": "quiet"}.get(state)
        style = Style(color=self.app.theme_variables.get(colour)) if colour else Style()
        arabic = width // 2
        return columns(
            [
                Cell(", ".join(glosses_of(record)), width - arabic - 1, "left", style),
                Cell(arabic_of(record), arabic, "right", style),
            ],
            self.app.profile,
        )

    def _current(self) -> Record | None:
        cursor = self.query_one("#entries", Rows).cursor
        return self._shown[cursor] if 0 <= cursor < len(self._shown) else None

    def _show_entry(self) -> None:
        record = self._current()
        self._occurrences = None
        card = self.query_one("#entry", Card)
        if record is None:
            card.show(
                [CardLine("nothing found; try another spelling, the English, or the root", "ltr", "detail")]
            )
            return
        related = [found for id in record.related if (found := self.app.desk.entry(id))]
        card.show(entry_lines(record, related))

    @on(Rows.Moved, "#domains")
    def _domain(self, event: Rows.Moved) -> None:
        if self.query_one("#domains", Rows).has_focus:
            self._show_domain(event.index)

    @on(Rows.Chosen, "#domains")
    def _into(self, event: Rows.Chosen) -> None:
        self._show_domain(event.index)
        self.query_one("#entries", Rows).focus()

    @on(Rows.Moved, "#entries")
    def _moved(self) -> None:
        self._show_entry()

    @on(Rows.Chosen, "#entries")
    def _chosen(self) -> None:
        self.action_root()

    def action_search(self) -> None:
        """Search as you type."""
        self.query_one(Prompt).ask("search (Arabic, English, root, uqubat)", "", "search")

    @on(Prompt.Changed)
    def _typed(self, event: Prompt.Changed) -> None:
        if event.text.strip():
            found = lookup(self.app.desk.analyzer, event.text, 100)
            records = [record for answer in found if (record := self.app.desk.entry(answer.entry))]
            self._show(
                list({record.id: record for record in records}.values()),
                f"“{event.text}”",
            )

    @on(Prompt.Answered)
    @on(Prompt.Cancelled)
    def _searched(self, event: Prompt.Said) -> None:
        self.query_one("#entries", Rows).focus()

    def action_root(self) -> None:
        """The words of the same root; backspace comes back."""
        record = self._current()
        if isinstance(record, Entry) and record.root:
            self._past.append(record.id)
            found = lookup(self.app.desk.analyzer, record.root, 100)
            records = [
                r
                for answer in found
                if answer.root == record.root and (r := self.app.desk.entry(answer.entry))
            ]
            self._show(
                records or [record],
                f"root {' '.join(record.root)}",
            )
        elif isinstance(record, Term):
            self._past.append(record.id)
            parts = [r for part in record.parts if (r := self.app.desk.entry(part))]
            self._show([record, *parts], "the words of the term")

    def action_past(self) -> None:
        """The entry that was looked at before."""
        if self._past and (record := self.app.desk.entry(self._past.pop())):
            self._show([record], "before")

    def action_keep(self) -> None:
        """Keep the entry for the deck; again to take it back."""
        if record := self._current():
            now = self.app.desk.store.state(record.id)
            pos = record.pos if isinstance(record, Entry) else "term"
            self.app.desk.mark(
                [(record.id, arabic_of(record), pos)], "new" if now == "learning" else "learning"
            )
            self.query_one("#entries", Rows).refresh()

    def reading_again(self, again: Reindex | None) -> None:
        """All articles are read: show the sentences again, if they are what is shown."""
        record = self._current()
        if again is None and record is not None and record.id == self._occurrences:
            self.action_occurrences()

    def action_occurrences(self) -> None:
        """Where the word stands in the library, keyword in context."""
        record = self._current()
        if record is None:
            return
        self.app.read_again()
        self._occurrences = record.id
        lines = [CardLine(arabic_of(record), "rtl", "surface")]
        for hit in self.app.desk.library.search_lemma([record.id], limit=MOST_SENTENCES):
            for before, match, after in hit.keyword_in_context():
                lines.append(CardLine(f"{before} [{match}] {after}".strip(), "rtl", "arabic"))
            lines.append(CardLine(f"{hit.article}  {hit.translation or ''}".rstrip(), "ltr", "detail"))
        if len(lines) == 1:
            lines.append(CardLine("not in your library yet", "ltr", "detail"))
        if self.app.again is not None:
            left = self.app.again.total - self.app.again.done
            lines.append(CardLine(f"{left} articles are still being read", "ltr", "note"))
        self.query_one("#entry", Card).show(lines)


def glosses_of(record: Record) -> tuple[str, ...]:
    """The glosses of the first sense."""
    return record.gloss if isinstance(record, Term) else record.senses[0].gloss


def arabic_of(record: Record) -> str:
    """The lemma, or the term."""
    return record.term if isinstance(record, Term) else record.lemma
