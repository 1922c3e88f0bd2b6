"""The card of the word under the cursor: the term or its word, its readings, the reasons."""

from __future__ import annotations

from textual import on

from reader.study.reading import VOWELS_BY_MACHINE
from reader.tui.screens.reading.base import ReadingBase
from reader.tui.widgets.article import ArticleView
from reader.tui.widgets.card import Card


class Words(ReadingBase):
    """Follows the cursor."""

    @on(ArticleView.Moved)
    def _moved(self) -> None:
        self.show_word()
        self.say_status()

    @on(ArticleView.Tapped)
    def _tapped(self) -> None:
        self.action_part()

    def action_part(self) -> None:
        """From the whole term to the single word under the cursor, and back."""
        if self.view.cursor >= 0 and self.tap.part():
            self.show_word()

    def action_reading(self) -> None:
        """The next reading of the word; keys that mark act on what is shown."""
        if self.view.cursor < 0:
            return
        if self.tap.step():
            self.show_word()
        else:
            self.notify("no other reading of this word is known")

    def action_why(self) -> None:
        """Why the card says what it says, or not."""
        self.tap.why = not self.tap.why
        self.show_word()
        if self.tap.why:  # they stand below the entry, which may be longer than the card is high
            card = self.query_one(Card)
            card.scroll_lines(card.lines)

    def action_card(self, by: int) -> None:
        """Scroll the card."""
        self.query_one(Card).scroll_lines(3 * by)

    def action_vowels(self) -> None:
        """Vowel marks on or off."""
        self.view.set_vowels(not self.view.vowels)
        if self.view.vowels and VOWELS_BY_MACHINE in self.reading.article.tags:
            self.notify("vowels made by a machine, not checked; the analysis does not rest on them")

    def entry_here(self) -> str | None:
        """The id of the entry or term under the cursor."""
        return self.tap.entry if self.view.cursor >= 0 else None
