"""Which sentence stands on a card, and which card comes first. Pure functions.

    best_sentence([Candidate(words=31, unknown=4), Candidate(11, 1, translated=True)])   -> 1
    rank(band=8, count=5, curated=True)   -> 391       a common word of the field, met five times
    rank(band=2, count=1, curated=False)  -> 860       studied later

The callers count the words and know the reader.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORT, _LONG = 6, 14
"""Words: within these a sentence is neither a fragment nor a paragraph."""


class Candidate(NamedTuple):
    """A sentence in which the word was met."""

    words: int
    """All word tokens in it."""
    unknown: int = 0
    """Words in it, other than the one on the card, that the reader does not know."""
    translated: bool = False
    said: bool = False
    """The translation has the gloss that is on the card, so that a gap can stand for it."""
    read: bool = False
    """From an article that the reader has opened."""
    apart: bool = True
    """The word stands for itself, not in a longer term that means something of its own."""
    vowelled: bool = False
    shipped: bool = False
    """From an article of ours, or the entry's own example: made to be read by learners."""

    @property
    def cost(self) -> float:
        """Lower is better: one unknown word costs as much as four words too many, no translation as much as three."""
        length = max(_SHORT - self.words, 0) * 0.8 + max(self.words - _LONG, 0) * 0.25
        aid = 3.0 if not self.translated else 1.0 * (not self.said)
        aid += (
            4.0 * (not self.apart)
            + 2.0 * (not self.read)
            + 0.5 * (not self.vowelled)
            + 0.5 * (not self.shipped)
        )
        return length + self.unknown + aid


def best_sentence(candidates: Sequence[Candidate]) -> int | None:
    """The index of the best one; None if there are none. Of equals, the first."""
    return min(range(len(candidates)), key=lambda n: candidates[n].cost, default=None)


def rank(band: int | None, count: int, curated: bool) -> int:
    """The place in the queue of new cards, 1 to about 1000, the same in every export.

    `band` is the frequency in the language, 1 (rare) to 10; `count` how often the word stands in the reader's
    library; `curated` whether it is of the field. A thing of the field met twice goes before a common word
    met once.
    """
    worth = 45 * (band if band is not None else 3) + 50 * min(math.log2(max(count, 0) + 1), 6) + 120 * curated
    return max(1, 1000 - round(worth))
