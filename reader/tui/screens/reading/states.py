"""Words kept, known and ignored; entries of one's own; the deck of this article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from corpus.errors import NashraError
from reader.study.states import toggled
from reader.tui.screens.reading.base import ReadingBase
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.terms import Terms

if TYPE_CHECKING:
    from reader.study.states import State


class States(ReadingBase):
    """What a key does to the word or term under the cursor."""

    def action_mark(self, state: State) -> None:
        """Give the word or term a state; the same key again takes it back."""
        words = self.tap.words()
        if not words:
            self.notify("there is no dictionary form to mark here", severity="warning")
            return
        store = self.app.desk.store
        self.app.desk.mark(words, toggled(store.state(words[0][0]), state), self._article)
        if store.state(words[0][0]) == "learning":
            block, start, end, _ = self.tap.sentence()
            store.choose_sentence(words[0][0], self._article, block, start, end)
        self._after_marking()

    def action_undo(self) -> None:
        """Take back the last marking."""
        changes = self.app.desk.undo()
        if not changes:
            self.notify("nothing to undo")
            return
        self.notify(", ".join(f"{c.lemma} is {c.before} again" for c in changes))
        self._after_marking()

    def _after_marking(self) -> None:
        self.view.refresh_words()
        self.show_word()
        self.count()
        self.query_one(Terms).refresh()

    def action_add(self) -> None:
        """An entry of one's own for the word under the cursor."""
        if self.view.cursor >= 0:
            word = self.tap.word
            self.query_one(Prompt).ask(f"English of {word.lemma or word.text}", word.gloss or "", "add")

    @on(Prompt.Answered)
    def _add(self, event: Prompt.Answered) -> None:
        if event.purpose != "add":
            return
        self.view.focus()
        from reader.entries import add_entry

        word = self.tap.word
        glosses = [gloss.strip() for gloss in event.text.split(",") if gloss.strip()]
        if not glosses:
            return
        try:
            add_entry(word.lemma or word.text, word.pos or "noun", glosses, root=word.root)
        except NashraError as error:
            self.notify(str(error), severity="error")
            return
        self.app.desk.reopen()
        self.show_again(self.reading.article, self.view.here)

    def action_export(self) -> None:
        """Write the words kept in this article as a deck."""
        from reader.tui.exporting import export

        export(self, (self._article,))
