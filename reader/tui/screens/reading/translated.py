"""The English: under each sentence (t), or beside the article in a pane whose keys mend it (T)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from corpus.errors import NashraError
from reader.tui.pieces import BY_MACHINE
from reader.tui.screens.reading.base import ReadingBase
from reader.tui.widgets.article import ArticleView
from reader.tui.widgets.english import English
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from corpus.article import Article
    from reader.tui.mending import Mending


class Translated(ReadingBase):
    """Shows translations, and changes them."""

    _mending: Mending | None = None

    def action_translation(self) -> None:
        """The English under each sentence, or not."""
        view = self.view
        if view.notes:
            view.set_notes({})
            return
        notes = self.notes()
        if not notes:
            self.notify(
                "this article has no translation; `nashra import FILE --english FILE` brings one along"
            )
        view.set_notes(notes)

    def notes(self) -> dict[int, str]:
        """English by the document position of its sentence's last character."""
        notes: dict[int, str] = {}
        article, origins = self.reading.article, self.origins
        if article.title_english:
            notes[max(0, len(self.reading.blocks[0]) - 1)] = self._mark + article.title_english
        for number, paragraph in enumerate(article.paragraphs, 1):
            for sentence in paragraph.sentences:
                if sentence.translation:
                    notes[origins[number] + sentence.end - 1] = self._mark + sentence.translation
        return notes

    @property
    def _mark(self) -> str:
        return BY_MACHINE if self.by_machine else ""

    def action_pane(self) -> None:
        """The English in a pane of its own, the current sentence lit; Tab goes there, its keys move translations."""
        if self.has_class("-english"):
            self.remove_class("-english")
            if not self.view.has_focus:
                self.view.focus()
        elif not self.has_class("-wide"):
            self.notify("two panes need 96 columns; t puts the English under each sentence")
        else:
            self.add_class("-english")
            self.show_english()

    def show_english(self) -> None:
        """The pane, on the cursor's sentence."""
        english = self.query_one(English)
        made = f" ({self._mark.strip()} made by a machine, not checked)" if self._mark else ""
        english.border_title = f"English{made}"
        english.show(self.reading.article, self._mark)
        if self.tap.token >= 0:
            self._follow()

    @on(ArticleView.Moved)
    def _followed(self) -> None:
        if self.has_class("-english"):
            self._follow()

    def _follow(self) -> None:
        english = self.query_one(English)
        block, start, _, _ = self.tap.sentence()
        english.current = english.line_at(block, start)

    @on(English.Moved)
    def _to_sentence(self, event: English.Moved) -> None:
        block, start = self.query_one(English).start_of(event.line)
        document = self.view.document
        self.view.go_to(document.origins[block] + start)

    @on(English.Mend)
    def _asked_to_mend(self, event: English.Mend) -> None:
        if event.how != "write":
            self._mend(event.how)
            return
        from corpus.pairing import translations

        given = [self.reading.article.title_english, *translations(self.reading.article)]
        self.query_one(Prompt).ask("English", given[event.line] or "", "english")

    @on(Prompt.Answered)
    def _written(self, event: Prompt.Answered) -> None:
        if event.purpose == "english":
            self.query_one(English).focus()
            self._mend("write", event.text)

    @on(Prompt.Cancelled)
    def _not_written(self, event: Prompt.Cancelled) -> None:
        if event.purpose == "english":
            self.query_one(English).focus()

    def _mend(self, how: str, english: str = "") -> None:
        """Change the English of the current sentence, in the library and on the screen."""
        from reader.tui.mending import Mending

        if self._mending is None:
            self._mending = Mending(self.app.desk.library, self._article)
        number = self.query_one(English).current - 1
        article: Article | None
        try:
            if how == "undo":
                article = self._mending.undo()
            elif how == "write":
                article = self._mending.write(number, english)
            else:
                article = self._mending.move(how, number)
        except NashraError as error:
            self.notify(str(error), severity="warning")
            return
        if article is None:
            self.notify("nothing to undo in the English")
            return
        self.reading.article = article
        self.show_english()
        if self.view.notes:
            self.view.set_notes(self.notes())
        self.show_word()
