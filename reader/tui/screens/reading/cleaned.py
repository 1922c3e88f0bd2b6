"""What cleaning took away from the article, and rules to undo."""

from __future__ import annotations

from corpus.errors import NashraError
from reader.tui.screens.reading.base import ReadingBase


class Cleaned(ReadingBase):
    """Opens the cleaning screen; afterwards the article is shown afresh, at the same place."""

    def action_cleaning(self) -> None:
        """What cleaning took away, and rules to undo."""
        from reader.tui.screens.cleaning import CleaningScreen

        try:
            done = self.app.desk.library.cleaning(self._article)
        except NashraError as error:
            self.notify(str(error))
            return
        self.save_place()
        self.app.push_screen(CleaningScreen(self._article, done), self._cleaned)

    def _cleaned(self, changed: bool | None) -> None:
        if not changed:
            return
        from reader.tui.places import same_place

        at, before = self.view.here, self.reading.blocks
        self.app.desk.index_article(self._article)
        article = self.app.desk.library.get(self._article, raw=False)
        blocks = [article.title, *(p.text for p in article.paragraphs)]
        self.show_again(article, same_place(before, at, blocks))
