"""Articles that another dictionary has read, read again in slices of a few milliseconds.

again = Reindex(desk)
again.begin()              how many there are
while again.slice(): ...   called from a timer, so that keys come between
again.done, again.total    for the progress line
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import NashraError

if TYPE_CHECKING:
    from reader.study.reading import Reading
    from reader.workspace import Workspace

WORDS = 300
"""Words of a slice."""


class Reindex:
    """What is left to read again."""

    def __init__(self, desk: Workspace) -> None:
        self._desk = desk
        self._waiting: list[str] = []
        self._reading: Reading | None = None
        self.total = 0
        """How many there were."""

    def begin(self) -> int:
        """Look which articles there are. Returns how many."""
        self._waiting = self._desk.library.stale(self._desk.dictionary)[::-1]
        self._reading = None
        self.total = len(self._waiting)
        return self.total

    @property
    def done(self) -> int:
        """How many have been read."""
        return self.total - len(self._waiting)

    def slice(self) -> bool:
        """Read a little further. Returns whether there is more."""
        if not self._waiting:
            return False
        id = self._waiting[-1]
        try:
            if self._reading is None:
                self._reading = self._desk.reading(self._desk.library.get(id))
            if self._reading.read_on(WORDS):
                return True
            self._desk.index_article(id, self._reading)
        except NashraError:
            pass  # it was deleted meanwhile
        self._reading = None
        self._waiting.pop()
        return bool(self._waiting)
