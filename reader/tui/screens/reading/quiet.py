"""What is done between two keys, and what waits until they rest: nothing of it may hold up a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.tui import tidy
from reader.tui.screens.reading.base import ReadingBase
from reader.tui.widgets.article import ArticleView

if TYPE_CHECKING:
    from textual.timer import Timer

PAUSE = 0.025
"""Seconds after a key: its frame has been drawn, and the next one of a held key has not come."""
REST = 0.5
"""Seconds without a key after which the place is kept and memory is tidied up."""


class Quiet(ReadingBase):
    """Keeps the place and the memory in order."""

    _pause: Timer | None = None
    _rest: Timer | None = None

    def on_screen_resume(self) -> None:
        """The article is in front."""
        tidy.hold()

    def on_screen_suspend(self) -> None:
        """Another screen is."""
        tidy.release()

    def on_unmount(self) -> None:
        """The article is closed."""
        tidy.release()

    def opened(self) -> None:
        """Opening leaves much behind: it goes before more is made."""
        self.view.idle.add("memory", self._tidy, first=True)

    def _tidy(self) -> bool:
        tidy.settle()
        return False

    @on(ArticleView.Moved)
    @on(ArticleView.Scrolled)
    def pressed(self) -> None:
        """A key has moved something."""
        if self._pause is None:
            self._pause = self.set_timer(PAUSE, self._paused)
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self._rested)

    def _paused(self) -> None:
        self._pause = None
        tidy.sweep()

    def _rested(self) -> None:
        self._rest = None
        self.save_place()
        tidy.settle()
        self.app.desk.rest()
