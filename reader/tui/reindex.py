"""Articles that another dictionary has read, read again in slices of a few milliseconds.

again = Reindex(desk)
again.begin()              how many there are; again, when more may have come
while again.slice(): ...   called from a timer, so that keys come between
again.done, again.total    for the progress line
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from corpus.errors import NashraError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.postings import Posting
    from reader.workspace import Workspace

WORDS = 150
"""Words of a slice: a few milliseconds, whatever the length of the article."""


class Reindex:
    """What is left to read again."""

    def __init__(self, desk: Workspace) -> None:
        self._desk = desk
        self._waiting: list[str] = []
        self._words: Iterator[Posting] | None = None
        self._found: list[Posting] = []
        self.total = 0
        """How many there were."""

    def begin(self) -> int:
        """Look which articles there are. Returns how many."""
        self._waiting = self._desk.library.stale(self._desk.dictionary)[::-1]
        self._words = None
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
            if self._words is None:
                self._words, self._found = self._desk.postings(id), []
            found = list(islice(self._words, WORDS))
            self._found += found
            if len(found) == WORDS:
                return True
            self._desk.index_article(id, self._found)
        except NashraError:
            pass  # it was deleted meanwhile
        self._words, self._found = None, []
        self._waiting.pop()
        return bool(self._waiting)
