"""One article: shown at a place, searched, its text taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.document import Document
from reader.layout.search import Finder
from reader.layout.tokens import TokenTable
from reader.tui.looks import Looks
from reader.tui.widgets.article.found import Found
from reader.tui.widgets.article.pointer import Pointer
from reader.tui.widgets.article.steps import word_at

if TYPE_CHECKING:
    from reader.study.reading import Reading
    from reader.study.standing import Standing
    from reader.study.store import Store


class ArticleView(Pointer):
    """Rows come from reader.layout, words and terms from the analysis, colours from the states."""

    def show(
        self, reading: Reading, store: Store, position: int = 0, standing: Standing | None = None
    ) -> None:
        """Show an article, with the cursor at a logical position of it; standing: what Anki says of its words."""
        tokens = TokenTable(reading.blocks)
        kinds = ["title", *(p.kind for p in reading.article.paragraphs)]
        self._looks = Looks(reading, store, tokens, standing)
        self._document = Document(
            reading.blocks, self._width(), kinds=kinds, tokens=tokens, profile=self._profile
        )
        self.set_reactive(ArticleView.cursor, -1)
        self.marked = frozenset()
        # The text is on the screen before it is analysed: colours and the card follow a frame later.
        self._bare = True
        self._place(position)
        self.redraw()
        self.call_after_refresh(self._analyse, position)

    def _analyse(self, position: int) -> None:
        """Colour the words, put the cursor where it was, and lay out the rest."""
        self._bare = False
        self.redraw()
        self.cursor = word_at(self._document.tokens, position)
        self.idle.add("rows", self._fill, first=True)

    @property
    def found(self) -> list[tuple[int, int]]:
        """The matches that are highlighted, in order."""
        return self._matches.ranges

    def find(self, query: str) -> int:
        """Highlight what matches, and go to the first match from the cursor on. Returns how many there are."""
        self._matches = Found(Finder(self._document.paragraphs).find(query) if query else None)
        self.redraw()
        if self.found and self.cursor >= 0:
            self.go_to(self.found[self._matches.after(self.here)][0])
        return len(self.found)

    def next_found(self, by: int) -> tuple[int, int]:
        """Go to the next or previous match, round at the ends. Returns (which, of how many), from 1."""
        end = self._document.tokens.ends[self.cursor]
        at = self._matches.after(end) if by > 0 else self._matches.before(self.here)
        self.go_to(self.found[at][0])
        return at + 1, len(self.found)

    def text_between(self, start: int, end: int) -> str:
        """The logical text of a range, paragraphs on lines of their own."""
        return self._document.text(start, end)
