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
    from glossary.entry import Entry, Term
    from reader.study.states import State


class States(ReadingBase):
    """What a key does to the word or term under the cursor."""

    _added: tuple[str, Entry | Term | None] | None = None
    """The own entry added last and what it replaced, until a word is marked or it is taken back."""

    def action_mark(self, state: State) -> None:
        """Give the word or term a state; the same key again takes it back."""
        words = self.tap.words()
        if not words:
            self.notify("there is no dictionary form to mark here", severity="warning")
            return
        self._added = None
        store = self.app.desk.store
        self.app.desk.mark(words, toggled(store.state(words[0][0]), state), self._article)
        if store.state(words[0][0]) == "learning":
            block, start, end, _ = self.tap.sentence()
            store.choose_sentence(words[0][0], self._article, block, start, end)
        self._after_marking()

    def action_undo(self) -> None:
        """Take back the last marking, or the own entry that was added since."""
        if self._added is not None:
            self._forget(*self._added)
            return
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
            self.query_one(Prompt).ask(
                f"English of {word.lemma or word.text}", word.gloss or "", "add", selected=True
            )

    @on(Prompt.Answered)
    def _add(self, event: Prompt.Answered) -> None:
        if event.purpose != "add":
            return
        self.view.focus()
        from reader.entries import add_entry, own_entries

        word = self.tap.word
        glosses = [gloss.strip() for gloss in event.text.split(",") if gloss.strip()]
        if not glosses:
            return
        try:
            before = own_entries()
            ident = add_entry(word.lemma or word.text, word.pos or "noun", glosses, root=word.root)
        except NashraError as error:
            self.notify(str(error), severity="error")
            return
        self._added = (ident, before.get(ident))
        self.notify("an entry of your own; u takes it back")
        self._reopen()

    def _forget(self, ident: str, before: Entry | Term | None) -> None:
        from reader.entries import put_back

        try:
            put_back(ident, before)
        except NashraError as error:
            self.notify(str(error), severity="error")
            return
        self._added = None
        self.notify("your entry is as it was before" if before else "your entry is gone again")
        self._reopen()

    def _reopen(self) -> None:
        """The own entries have changed: read the article with them."""
        self.app.desk.reopen()
        self.show_again(self.reading.article, self.view.here)

    def action_export(self) -> None:
        """Write the words kept in this article as a deck."""
        from reader.tui.exporting import export

        export(self, (self._article,))
