"""How each word of an article looks: bits for its state, whether a term covers it, and what it is part of.

look(token)   NEW | TERM       a word of a term that the reader has not marked yet
analysis(t)   its reading      term(t) the terms that cover it, longest first
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from glossary.analysis import LineAnalysis, TermMatch, WordAnalysis
    from reader.layout.tokens import TokenTable
    from reader.study.reading import Reading
    from reader.study.store import Store


class Looks:
    """The analysis of an article by the document's token ids."""

    NEW, LEARNING, TERM, TITLE, NOTE, CURSOR, HOVER, FOUND, SELECTED = (1 << n for n in range(9))
    NAMES: ClassVar[dict[int, str]] = {
        TITLE: "article--title",
        NOTE: "article--note",
        NEW: "article--new",
        LEARNING: "article--learning",
        TERM: "article--term",
        FOUND: "article--found",
        SELECTED: "article--selected",
        HOVER: "article--hover",
        CURSOR: "article--cursor",
    }
    """In the order in which styles are laid over each other."""

    def __init__(self, reading: Reading, store: Store, tokens: TokenTable) -> None:
        self._reading, self._store, self._tokens = reading, store, tokens
        self._looks: dict[int, bytes] = {}

    def forget(self) -> None:
        """States have changed."""
        self._looks.clear()

    def where(self, token: int) -> tuple[int, int]:
        """(block, index in the block) of a token id."""
        block = self._tokens.paragraph_at(self._tokens.starts[token])
        return block, token - self._tokens.paragraph(block).start

    def line(self, token: int) -> LineAnalysis:
        """The analysis of the token's block."""
        return self._reading.line(self.where(token)[0])

    def analysis(self, token: int) -> WordAnalysis:
        """The token's reading."""
        block, index = self.where(token)
        return self._reading.line(block).tokens[index]

    def terms(self, token: int) -> list[TermMatch]:
        """The terms that the token is part of, the longest first."""
        block, index = self.where(token)
        found = [term for term in self._reading.line(block).terms if index in term.tokens]
        return sorted(found, key=lambda term: -len(term.tokens))

    def whole(self, token: int, term: TermMatch) -> frozenset[int]:
        """The token ids of a term, given one of them."""
        block, _ = self.where(token)
        first = self._tokens.paragraph(block).start
        return frozenset(first + index for index in term.tokens)

    def look(self, token: int) -> int:
        """The bits of a token."""
        block, index = self.where(token)
        looks = self._looks.get(block)
        if looks is None:
            looks = self._looks[block] = self._block(block)
        return looks[index] if index < len(looks) else 0

    def _block(self, block: int) -> bytes:
        line = self._reading.line(block)
        looks = bytearray(len(line.tokens))
        for index, token in enumerate(line.tokens):
            if token.key is not None:
                state = self._store.state(token.key)
                looks[index] = self.NEW if state == "new" else self.LEARNING if state == "learning" else 0
        for term in line.terms:
            for index in term.tokens:
                looks[index] |= self.TERM
                if self._store.state(term.entry) == "learning":
                    looks[index] = looks[index] & ~self.NEW | self.LEARNING
        for index, token in enumerate(line.tokens):
            if token.source in ("glossary", "user"):
                looks[index] |= self.TERM
        return bytes(looks)
