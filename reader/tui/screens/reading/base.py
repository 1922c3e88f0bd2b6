"""What every part of the reading screen works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.part import Part
from reader.tui.widgets.article import ArticleView
from reader.tui.widgets.card import Card
from reader.tui.widgets.status import Status

if TYPE_CHECKING:
    from corpus.article import Article
    from reader.study.reading import Reading
    from reader.tui.app import NashraApp
    from reader.tui.tap import Tap


class ReadingBase(Part):
    """The article with its analysis, the widget that shows it, and what is under its cursor."""

    app: NashraApp

    def __init__(self, article: str, loaded: Article | None = None) -> None:
        """article: its id; loaded: the article itself, where it has been read from the library already."""
        super().__init__()
        self._article = article
        self._loaded = loaded
        self._tap: Tap | None = None
        self._known = ""
        self._reading: Reading | None = None

    @property
    def view(self) -> ArticleView:
        """The article's widget."""
        return self.query_one(ArticleView)

    @property
    def reading(self) -> Reading:
        """The article with its analysis; only after mounting."""
        assert self._reading is not None
        return self._reading

    @property
    def tap(self) -> Tap:
        """What is under the cursor, also when the message that it moved is still on its way."""
        if self._tap is None:
            from reader.tui.tap import Tap

            self._tap = Tap(self.app.desk)
            self._tap.by_machine = self.by_machine
        view = self.view
        if view.cursor >= 0 and view.cursor != self._tap.token:
            self._tap.move(view.looks, self.reading, view.cursor)
        return self._tap

    @property
    def by_machine(self) -> bool:
        """Whether the article's English is a machine's."""
        from corpus.translate import TAG

        return TAG in self.reading.article.tags

    @property
    def origins(self) -> list[int]:
        """The document position of each block."""
        origins, at = [], 0
        for block in self.reading.blocks:
            origins.append(at)
            at += len(block) + 1
        return origins

    def show_word(self) -> None:
        """The card and the mark of what is under the cursor."""
        if self.view.cursor < 0:
            return
        self.view.mark(self.tap.covered)
        self.query_one(Card).show([self.tap.line()] if self.has_class("-low") else self.tap.lines())

    def show_again(self, article: Article, position: int) -> None:
        """The article is another, or is read with another dictionary: show it afresh at a document position."""
        raise NotImplementedError

    def count(self) -> None:
        """How much of the article is known; when states have changed or more of it was read."""
        seen = self.reading.coverage(self.app.desk.store.state)
        self._known = f"known {round(100 * seen.known)} % · {seen.learning} kept"
        self.say_status()

    def say_status(self) -> None:
        """What is known, and how far the cursor is."""
        view = self.view
        read = round(100 * view.here / max(1, view.document.length))
        self.query_one(Status).text = f"{self._known} · {read} % read"

    def save_place(self) -> None:
        """Where the reader is; called when the keys rest, and on leaving."""
        view = self.view
        if view.cursor < 0:
            return
        block, _ = view.looks.where(view.cursor)
        start = view.here - view.document.origins[block]
        self.app.desk.store.set_place(self._article, block, start, view.here / max(1, view.document.length))
