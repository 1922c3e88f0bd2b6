"""How each word of an article looks: bits for its state, whether a term covers it, and what it is part of.

look(token)   NEW | TERM       a word of a term that the reader has not marked yet
analysis(t)   its reading      terms(t)  the terms that cover it, longest first      name(t)  the name of several words
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from glossary.analysis import NameSpan, TermMatch, WordAnalysis
    from reader.layout.tokens import TokenTable
    from reader.study.reading import Reading
    from reader.study.standing import Standing
    from reader.study.store import Store
    from reader.study.stretch import Stretch

KEPT = 256
"""Stretches of which the looks are kept."""


class Looks:
    """The analysis of an article by the document's token ids."""

    NEW, LEARNING, YOUNG, MATURE, SUSPENDED, TERM = (1 << n for n in range(6))
    TITLE, NOTE, CURSOR, HOVER, FOUND, SELECTED = (1 << n for n in range(6, 12))
    NAMES: ClassVar[dict[int, str]] = {
        TITLE: "article--title",
        NOTE: "article--note",
        NEW: "article--new",
        LEARNING: "article--learning",
        YOUNG: "article--young",
        MATURE: "article--mature",
        SUSPENDED: "article--suspended",
        TERM: "article--term",
        FOUND: "article--found",
        SELECTED: "article--selected",
        HOVER: "article--hover",
        CURSOR: "article--cursor",
    }
    """In the order in which styles are laid over each other."""

    STATES = NEW | LEARNING | YOUNG | MATURE | SUSPENDED
    """What tells how well a word is known: by its state or, the last three, by its card in a running Anki."""
    CARDS: ClassVar[dict[str, int]] = {"young": YOUNG, "mature": MATURE, "suspended": SUSPENDED}

    def __init__(
        self, reading: Reading, store: Store, tokens: TokenTable, standing: Standing | None = None
    ) -> None:
        self._reading, self._store, self._tokens = reading, store, tokens
        self._standing = standing
        self._looks: dict[tuple[int, int], bytes] = {}

    def forget(self) -> None:
        """States have changed."""
        self._looks.clear()

    def where(self, token: int) -> tuple[int, int]:
        """(block, position in the block) of the beginning of a token."""
        at = self._tokens.starts[token]
        block = self._tokens.paragraph_at(at)
        return block, at - self._tokens.origins[block]

    def analysis(self, token: int) -> WordAnalysis:
        """The token's reading."""
        block, position = self.where(token)
        return self._reading.stretch(block, position).word(position)

    def terms(self, token: int) -> list[TermMatch]:
        """The terms that the token is part of, the longest first."""
        block, position = self.where(token)
        return self._reading.stretch(block, position).units(position)

    def name(self, token: int) -> NameSpan | None:
        """The name of several words that the token is part of."""
        block, position = self.where(token)
        return self._reading.stretch(block, position).name(position)

    def unit(self, token: int) -> TermMatch | NameSpan | None:
        """The longest term that the token is part of, else the name of several words."""
        terms = self.terms(token)
        return terms[0] if terms else self.name(token)

    def whole(self, token: int, unit: TermMatch | NameSpan) -> frozenset[int]:
        """The token ids of a term or name, given one of them."""
        origin = self._tokens.origins[self.where(token)[0]]
        return frozenset(self._tokens.between(origin + unit.start, origin + unit.end))

    def look(self, token: int) -> int:
        """The bits of a token."""
        block, position = self.where(token)
        stretch = self._reading.stretch(block, position)
        looks = self._looks.get((block, stretch.start))
        if looks is None:
            if len(self._looks) >= KEPT:
                self._looks.clear()
            looks = self._looks[block, stretch.start] = self._bits(stretch)
        index = stretch.index(position)
        return looks[index] if index < len(looks) else 0

    def _bits(self, stretch: Stretch) -> bytes:
        looks = bytearray(len(stretch))
        for index in range(len(stretch)):
            row = stretch.lemma(index)
            if row is not None:
                looks[index] = self._state(row[4] or f"{row[0]}/{row[1]}")
                if row[5] in ("glossary", "user"):
                    looks[index] |= self.TERM
        for term in stretch.terms:
            kept = self._state(term.entry) & ~self.NEW
            for index in range(stretch.index(term.start), stretch.index(term.end - 1) + 1):
                looks[index] |= self.TERM
                if kept:
                    looks[index] = looks[index] & ~self.STATES | kept
        return bytes(looks)

    def _state(self, key: str) -> int:
        """What the reader said of a word comes first: known and ignored words are plain."""
        state = self._store.state(key)
        if state in ("known", "ignored"):
            return 0
        card = self._standing.of(key) if self._standing is not None else None
        if card is not None:
            return self.CARDS.get(card.state, self.LEARNING)
        return self.NEW if state == "new" else self.LEARNING
