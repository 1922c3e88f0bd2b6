"""The glossary of the article: listed as it is read, in slices between keys; those in view are lit."""

from __future__ import annotations

from textual import on

from reader.tui.screens.reading.base import ReadingBase
from reader.tui.widgets.article import ArticleView
from reader.tui.widgets.rows import Rows
from reader.tui.widgets.terms import Terms

SLICE = 40
"""Words read at a time."""
FIRST = 400
"""Words after which the terms are listed for the first time."""


class Listed(ReadingBase):
    """Reads on, and lists what it finds."""

    _words = 0

    def read_on(self) -> None:
        """Read between keys; the terms are listed after a screenful and after the last."""
        self._words = 0
        self.view.idle.add("terms", self._read_slice)

    def _read_slice(self) -> bool:
        more = self.reading.read_on(SLICE)
        before, self._words = self._words, self._words + SLICE
        if not more or before < FIRST <= self._words:
            self._list_terms()
        return more

    def _list_terms(self) -> None:
        self.query_one(Terms).set_uses(self.reading.uses(), self.origins)
        self.light()
        self.count()

    @on(ArticleView.Scrolled)
    def light(self) -> None:
        """Light the terms in view."""
        self.query_one(Terms).light(self.view.positions_in_view())

    @on(Rows.Chosen, "#terms")
    def _to_use(self, event: Rows.Chosen) -> None:
        """To the term's next place after the cursor, round to its first."""
        document, cursor = self.view.document, self.view.cursor
        here = self.view.here if cursor >= 0 else -1
        target = self.query_one(Terms).place_after(event.index, here)
        self.view.cursor = document.tokens.at(target)

    def action_terms(self) -> None:
        """To the glossary of the article and back."""
        terms = self.query_one(Terms)
        if terms.has_focus:
            self.remove_class("-terms")
            self.view.focus()
        else:
            self.add_class("-terms")
            terms.focus()
