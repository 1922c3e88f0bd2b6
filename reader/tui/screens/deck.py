"""The words kept, newest first, each with its card as it will look."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from reader import deck
from reader.anki.schema import CARD_KINDS
from reader.meetings import Finder
from reader.tui.pieces import Cell, columns
from reader.tui.sides import sides
from reader.tui.widgets.card import Card
from reader.tui.widgets.keybar import KeyBar
from reader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from reader.meetings import Meeting, Met
    from reader.study.states import Word
    from reader.tui.app import NashraApp
    from reader.tui.reindex import Reindex

MOST_MET = 200
"""Words whose sentences are remembered while the screen is open."""
NEW = "•"
"""Before a word that was in no deck yet."""


class DeckScreen(Screen[None]):
    """Look at the cards before they go, drop words, pick sentences, write the deck."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", "turn the card", key_display="space"),
        Binding("c", "kind", "other card"),
        Binding("s", "sentence(1)", "other sentence"),
        Binding("S", "sentence(-1)", "sentence before", show=False),
        Binding("x", "drop", "take out"),
        Binding("u", "undo", "undo"),
        Binding("o", "order", "order", show=False),
        Binding("i", "app.glossary", "entry", show=False),
        Binding("e", "export", "write the deck"),
        Binding("p", "push", "into Anki"),
        Binding("ctrl+down", "scroll(1)", "card down", show=False),
        Binding("ctrl+up", "scroll(-1)", "card up", show=False),
        Binding("q,escape", "app.pop_screen", "back", key_display="q"),
    ]

    app: NashraApp

    def __init__(self) -> None:
        super().__init__()
        self._words: list[Word] = []
        self._back = False
        self._kind = 0
        self._by_worth = False
        self._written: set[str] = set()
        self._met: OrderedDict[str, Met] = OrderedDict()
        self._finder: Finder | None = None

    def compose(self) -> ComposeResult:
        """Words on the left, the card on the right."""
        yield Static(id="head", markup=False)
        with Horizontal(id="book"):
            yield Rows(id="words")
            yield Card(profile=self.app.profile, id="card")
        yield KeyBar()

    def on_mount(self) -> None:
        """The words kept."""
        self.query_one("#words", Rows).focus()
        self.load()
        self.app.read_again()

    def on_screen_resume(self) -> None:
        """An entry may be another now, or the deck was written."""
        if self._finder is not None:
            self._forget()
            self.load()

    def reading_again(self, again: Reindex | None) -> None:
        """Once all articles are read, there are more sentences to choose from."""
        if again is None:
            self._forget()
            self._show()

    def entry_here(self) -> str | None:
        """The word under the cursor, for the glossary."""
        word = self._current()
        return word.key if word else None

    def load(self) -> None:
        """The words as they are now."""
        store = self.app.desk.store
        self._words = store.words("learning")
        self._written = set(store.stamps())
        if self._by_worth:
            self._words.sort(key=self._rank)
        rows = self.query_one("#words", Rows)
        rows.border_title = "kept, the most worth learning first" if self._by_worth else "kept, newest first"
        rows.show(len(self._words), self._row, rows.cursor)
        new = sum(word.key not in self._written for word in self._words)
        count = len(self._words)
        self.query_one("#head", Static).update(
            f"Deck  {count} words kept" + (f", {new} {NEW} in no deck yet" if new else "")
            if count
            else "Deck  nothing kept yet: space in an article keeps a word"
        )
        self._show()

    def _rank(self, word: Word) -> tuple[int, str]:
        times = sum(len(found) for _, found in self.app.desk.library.places(word.key))
        return deck.worth(self.app.desk.entry(word.key), times), word.key

    def _row(self, index: int, width: int) -> list[tuple[str, Style]]:
        word = self._words[index]
        gloss = deck.first_gloss(self.app.desk.entry(word.key))
        arabic = width // 2
        quiet = Style(color=self.app.theme_variables.get("quiet"))
        return columns(
            [
                Cell("" if word.key in self._written else NEW, 1, "left", quiet),
                Cell(gloss or "no entry", width - arabic - 3, "left", Style() if gloss else quiet),
                Cell(word.lemma, arabic, "right"),
            ],
            self.app.profile,
        )

    def _current(self) -> Word | None:
        cursor = self.query_one("#words", Rows).cursor
        return self._words[cursor] if 0 <= cursor < len(self._words) else None

    def _forget(self) -> None:
        self._finder = None
        self._met.clear()

    def _look_up(self, word: Word) -> tuple[Met, Meeting | None]:
        """Where the word was met, and the sentence for its card."""
        desk = self.app.desk
        if self._finder is None:
            self._finder = Finder(desk)
        chosen = desk.store.sentences().get(word.key)
        met = self._met.get(word.key)
        if met is None:
            gloss = deck.first_gloss(desk.entry(word.key))
            met = self._finder.met(word.key, (gloss,) if gloss else (), word.article, chosen and chosen[0])
            self._met[word.key] = met
            if len(self._met) > MOST_MET:
                self._met.popitem(last=False)
        return met, self._finder.best(met, chosen)

    def _show(self) -> None:
        word, card = self._current(), self.query_one(Card)
        if word is None:
            card.border_title = ""
            card.show([])
            return
        met, meeting = self._look_up(word)
        kind = CARD_KINDS[self._kind]
        front, back = sides(deck.note(word, self.app.desk.entry, met, meeting), kind)
        said = ["back" if self._back else "front", f"{kind} card"]
        if meeting is not None and meeting.article is None:
            said.append("the dictionary's example")
        elif meeting is not None and len(met.places) > 1:
            said.append(f"sentence {self._place(met, meeting) + 1} of {len(met.places)}")
        card.border_title = " · ".join(said)
        card.show(back if self._back and back else front)

    def _place(self, met: Met, meeting: Meeting) -> int:
        """The index of its sentence; -1 for the dictionary's example."""
        if meeting.article is None:
            return -1
        places = [place[:3] for place in met.places]
        return places.index((meeting.article.id, meeting.block, meeting.start))

    @on(Rows.Moved, "#words")
    def _moved(self) -> None:
        self._back = False
        self._show()

    def action_turn(self) -> None:
        """Front and back."""
        self._back = not self._back
        self._show()

    def action_kind(self) -> None:
        """The next kind of card."""
        self._kind = (self._kind + 1) % len(CARD_KINDS)
        self._back = False
        self._show()

    def action_scroll(self, by: int) -> None:
        """A card that is longer than its place."""
        self.query_one(Card).scroll_lines(by)

    def action_order(self) -> None:
        """Newest first, or in the order of study."""
        self._by_worth = not self._by_worth
        self.load()

    def action_drop(self) -> None:
        """Take the word out of the deck."""
        if word := self._current():
            self.app.desk.mark([(word.key, word.lemma, word.pos)], "new")
            self.load()

    def action_undo(self) -> None:
        """Take back the last marking."""
        self.notify("taken back" if self.app.desk.undo() else "nothing to undo")
        self.load()

    def action_sentence(self, by: int) -> None:
        """The next sentence that the word was met in."""
        word = self._current()
        if word is None:
            return
        met, now = self._look_up(word)
        if not met.places or (now and now.article and len(met.places) < 2):
            self.notify("it was met in this sentence only" if met.places else "it was met in no article")
            return
        following = met.places[((self._place(met, now) if now else -1) + by) % len(met.places)]
        self.app.desk.store.choose_sentence(word.key, *following[:4])
        self._show()

    def action_export(self) -> None:
        """Write the whole deck."""
        self._leave(pushing=False)

    def action_push(self) -> None:
        """Into a running Anki."""
        self._leave(pushing=True)

    def _leave(self, *, pushing: bool) -> None:
        from reader.tui.exporting import export

        export(self, pushing=pushing)
