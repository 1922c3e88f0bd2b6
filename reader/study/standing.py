"""How well words are known in Anki, as far as Anki was asked.

standing = Standing()
standing.take({"uquba-n": CardState("young", 7)})
standing.of("uquba-n")          CardState("young", 7); None for a word that Anki does not have
"""

from __future__ import annotations

import time
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.anki.connect import CardState

AGAIN = 300.0
"""Seconds after which what Anki said is old."""


class Standing:
    """What Anki said last, by the keys of words as Anki keeps them (NFC)."""

    def __init__(self) -> None:
        self._cards: Mapping[str, CardState] = {}
        self._at = float("-inf")

    def __len__(self) -> int:
        return len(self._cards)

    @property
    def old(self) -> bool:
        """Whether it is time to ask again."""
        return time.monotonic() > self._at + AGAIN

    def take(self, cards: Mapping[str, CardState]) -> None:
        """This is what Anki says now."""
        self._cards, self._at = cards, time.monotonic()

    def of(self, key: str | None) -> CardState | None:
        """How well a word is known; None where Anki does not have it."""
        if not key or not self._cards:
            return None
        return self._cards.get(key if key.isascii() else unicodedata.normalize("NFC", key))


def in_words(card: CardState) -> str:
    """A card's state in words."""
    if card.state == "suspended":
        return "suspended in Anki"
    if card.state in ("new", "learning"):
        return "in Anki, not seen yet" if card.state == "new" else "in Anki, in its first steps"
    days = f"{card.interval} {'day' if card.interval == 1 else 'days'} or more"
    return f"in Anki, {'mature' if card.state == 'mature' else 'young'}: {days}"
