"""The words kept, newest first, each with its card as it will look."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from corpus.errors import NashraError
from reader import deck
from reader.anki.sentence import unvowelled
from reader.study.answer import CardLine
from reader.study.states import UNFAMILIAR
from reader.tui.pieces import Cell, columns
from reader.tui.widgets.card import Card
from reader.tui.widgets.keybar import KeyBar
from reader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from rich.style import Style
    from textual.app import ComposeResult

    from reader.anki.note import CardNote
    from reader.study.states import Word
    from reader.tui.app import NashraApp
    from reader.tui.reindex import Reindex


class DeckScreen(Screen[None]):
    """Look at the cards before they go, drop words, pick sentences, write the deck."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", "turn the card", key_display="space"),
        Binding("x", "drop", "take out"),
        Binding("s", "sentence", "other sentence"),
        Binding("u", "undo", "undo"),
        Binding("e", "export", "write the deck"),
        Binding("p", "push", "into Anki"),
        Binding("q,escape", "app.pop_screen", "back", key_display="q"),
    ]

    app: NashraApp

    def __init__(self) -> None:
        super().__init__()
        self._words: list[Word] = []
        self._back = False
        self._found: dict[str, deck.Found] = {}

    def compose(self) -> ComposeResult:
        """Words on the left, the card on the right."""
        yield Static(id="head", markup=False)
        with Horizontal(id="book"):
            yield Rows(id="words")
            yield Card(profile=self.app.profile, id="card")
        yield KeyBar()

    def on_mount(self) -> None:
        """The words kept."""
        self.query_one("#words").border_title = "kept, newest first"
        self.query_one("#words", Rows).focus()
        self._load()
        self.app.read_again()

    def reading_again(self, again: Reindex | None) -> None:
        """Once all articles are read, there are more sentences to choose from."""
        if again is None:
            self._found.clear()
            self._show()

    def _load(self) -> None:
        self._words = self.app.desk.store.words("learning")
        rows = self.query_one("#words", Rows)
        rows.show(len(self._words), self._row, rows.cursor)
        count = len(self._words)
        self.query_one("#head", Static).update(
            f"Deck  {count} words kept"
            if count
            else "Deck  nothing kept yet: space in an article keeps a word"
        )
        self._show()

    def _row(self, index: int, width: int) -> list[tuple[str, Style]]:
        word = self._words[index]
        entry = self.app.desk.entry(word.key)
        gloss = deck.first_gloss(entry) or "no meaning to put on a card"
        arabic = width // 2
        return columns([Cell(gloss, width - arabic - 1), Cell(word.lemma, arabic, "right")], self.app.profile)

    def _current(self) -> Word | None:
        cursor = self.query_one("#words", Rows).cursor
        return self._words[cursor] if 0 <= cursor < len(self._words) else None

    def _meetings(self, word: Word) -> deck.Found:
        """Where the word was met; read from the articles once."""
        found = self._found.get(word.key)
        if found is None:
            desk = self.app.desk
            readings = [desk.reading(desk.library.get(id)) for id in sorted(desk.articles_with(word.key))]
            found = deck.find([word.key], readings, lambda key: desk.store.state(key) not in UNFAMILIAR)[
                word.key
            ]
            self._found[word.key] = found
        return found

    def _show(self) -> None:
        word, card = self._current(), self.query_one(Card)
        if word is None:
            card.show([])
            return
        found = self._meetings(word)
        meeting = deck.best(found.meetings, self.app.desk.store.sentences().get(word.key))
        note = deck.note(word, self.app.desk.entry(word.key), found, meeting)
        card.border_title = "back" if self._back else "front"
        card.show(back(note) if self._back else front(note))

    @on(Rows.Moved, "#words")
    def _moved(self) -> None:
        self._back = False
        self._show()

    def action_turn(self) -> None:
        """Front and back."""
        self._back = not self._back
        self._show()

    def action_drop(self) -> None:
        """Take the word out of the deck."""
        if word := self._current():
            self.app.desk.mark([(word.key, word.lemma, word.pos)], "new")
            self._load()

    def action_undo(self) -> None:
        """Take back the last marking."""
        self.notify("taken back" if self.app.desk.undo() else "nothing to undo")
        self._load()

    def action_sentence(self) -> None:
        """The next sentence that the word was met in."""
        word = self._current()
        if word is None:
            return
        meetings = self._meetings(word).meetings
        if len(meetings) < 2:
            self.notify("it was met in this sentence only")
            return
        now = deck.best(meetings, self.app.desk.store.sentences().get(word.key))
        following = meetings[(meetings.index(now) + 1) % len(meetings)] if now else meetings[0]
        self.app.desk.store.choose_sentence(
            word.key, following.article.id, following.block, following.start, following.end
        )
        self._show()

    def action_export(self) -> None:
        """Write the whole deck."""
        from reader.tui.exporting import export

        export(self, ())

    def action_push(self) -> None:
        """Into a running Anki."""
        from reader.commands.deck import push_deck

        try:
            self.notify(push_deck(self.app.desk))
        except NashraError as error:
            self.notify(str(error), severity="error", timeout=8)


def front(note: CardNote) -> list[CardLine]:
    """The word in its sentence, as the newspaper prints it."""
    marked = note.sentence
    for start, end in sorted(note.marks, reverse=True):
        marked = f"{marked[:start]}[{marked[start:end]}]{marked[end:]}"
    return [CardLine(unvowelled(marked or note.lemma), "rtl", "surface")]


def back(note: CardNote) -> list[CardLine]:
    """What the card's other side says."""
    lines = [*front(note), CardLine(note.lemma, "rtl", "surface"), CardLine(note.gloss, "ltr", "gloss")]
    lines += [CardLine(sense, "ltr", "detail") for sense in note.senses]
    lines += [CardLine(f"{label}: {arabic}", "ltr", "lemma") for label, arabic in note.inflection]
    if note.root:
        lines.append(CardLine(f"root {' '.join(note.root)}", "ltr", "detail"))
    if note.note:
        lines.append(CardLine(note.note, "ltr", "note"))
    if note.translation:
        lines.append(CardLine(note.translation, "ltr", "english"))
    if note.source or note.date:
        lines.append(CardLine(" · ".join(part for part in (note.source, note.date) if part), "ltr", "detail"))
    return lines
