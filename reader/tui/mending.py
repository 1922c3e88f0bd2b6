"""Translations moved between sentences by hand: every step is kept in the library, and can be taken back.

mending = Mending(library, "arms-to-russia")
article = mending.move("push", 3)         the last English sentence of sentence 3 goes on to sentence 4
article = mending.write(3, "He denied it.")
article = mending.undo()                  as it was before

Sentences are numbered through the article from 0; HEADLINE stands for the headline, which has no neighbours.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus import pairing
from corpus.errors import NashraError

if TYPE_CHECKING:
    from corpus.article import Article
    from corpus.library import Library

HEADLINE = -1
MOVES = {
    "push": pairing.push,
    "pull": pairing.pull,
    "shift": pairing.shift,
    "unshift": pairing.unshift,
}
MOST_STEPS = 200


class Mending:
    """The translations of one article."""

    def __init__(self, library: Library, article: str) -> None:
        """article: its id; what is stored again must be all of it."""
        self._library = library
        self.article = library.get(article)
        """As it is now."""
        self._before: deque[Article] = deque(maxlen=MOST_STEPS)

    def move(self, how: str, number: int) -> Article:
        """Push, pull, shift or unshift at a sentence (see corpus.pairing). NashraError where that cannot be."""
        if number == HEADLINE:
            raise NashraError("The headline's English stays with it; enter changes it.")
        return self._keep(MOVES[how](self.article, number))

    def write(self, number: int, english: str) -> Article:
        """Another translation for a sentence or the headline; empty text takes it away."""
        if number == HEADLINE:
            return self._keep(replace(self.article, title_english=" ".join(english.split()) or None))
        return self._keep(pairing.write(self.article, number, english))

    def undo(self) -> Article | None:
        """Take back the last step; None when there is none."""
        if not self._before:
            return None
        self.article = self._before.pop()
        self._library.replace(self.article)
        return self.article

    def _keep(self, article: Article) -> Article:
        if article != self.article:
            self._library.replace(article)
            self._before.append(self.article)
            self.article = article
        return article
