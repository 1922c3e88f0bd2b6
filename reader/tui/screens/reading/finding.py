"""To the next unknown word, to the matches of a search; words selected and copied."""

from __future__ import annotations

from textual import on

from reader.tui.screens.reading.base import ReadingBase
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.status import Status


class Finding(ReadingBase):
    """Moves that look for something."""

    def action_unknown(self, by: int) -> None:
        """To the next or previous word that is new and can be learned; while a search is on, to its next match."""
        view = self.view
        if view.found:
            which, of = view.next_found(by)
            self.query_one(
                Status
            ).text = f"match {which} of {of}  ·  n N next and previous, Esc ends the search"
            return
        table = view.document.tokens
        token = view.cursor + by
        while table.has(token):
            if table.is_word(token) and token not in view.marked and self._unknown(token):
                view.cursor = token
                return
            token += by
        self.notify("no more unknown words this way")

    def _unknown(self, token: int) -> bool:
        word = self.view.looks.analysis(token)
        if not word.key or word.pos == "name" or word.source == "none":
            return False
        return self.app.desk.store.state(word.key) == "new"

    def action_search(self) -> None:
        """Find as you type; vowels and hamzas do not matter."""
        self.query_one(Prompt).ask("search", "", "search")

    @on(Prompt.Changed)
    def _typed(self, event: Prompt.Changed) -> None:
        if event.purpose == "search":
            count = self.view.find(event.text)
            self.query_one(Status).text = f"{count} matches" if event.text else self._known

    @on(Prompt.Answered)
    def _searched(self, event: Prompt.Answered) -> None:
        if event.purpose == "search":
            self.view.focus()
            if event.text and not self.view.found:
                self.notify("nothing found")

    @on(Prompt.Cancelled)
    def _not_searched(self, event: Prompt.Cancelled) -> None:
        if event.purpose == "search":
            self.view.find("")
            self.query_one(Status).text = self._known
        if event.purpose != "english":
            self.view.focus()

    def action_select(self) -> None:
        """Begin selecting at the word under the cursor, or stop."""
        view = self.view
        view.select_from(-1 if view.selection else view.cursor)

    def action_copy(self) -> None:
        """Copy the selection, or else the sentence, as it was written."""
        view = self.view
        if view.cursor < 0:
            return
        if view.selection:
            text = view.text_between(*view.selection)
            view.select_from(-1)
        else:
            block, start, end, _ = self.tap.sentence()
            text = self.reading.blocks[block][start:end]
        self.app.copy_to_clipboard(
            text.encode("utf-8", "replace").decode()
        )  # a lone surrogate cannot be sent
        self.notify(f"copied {len(text)} characters")
