"""The tokens of a document as arrays, made paragraph by paragraph as they are wanted.

    table = TokenTable(["قال: نعم", "لا"])
    table.at(0) -> 0        "قال"         table.starts[1], table.ends[1] -> 3, 4      ":"
    table.at(4) -> -1       a space       table.paragraph(1) -> range(3, 4)           "لا"

Positions count through the whole document: the paragraphs joined by one line break. A token's id is its
index, in the order of the text, the same as that of tokenize() run over the paragraphs one after another.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

from corpus.tokenize import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from corpus.tokenize import Token

PUNCTUATION = ord("p")


class TokenTable:
    """Starts, ends and kinds of tokens; grows in the order of the text."""

    def __init__(self, paragraphs: Sequence[str], cut: Callable[[str], Iterable[Token]] = tokenize) -> None:
        self._paragraphs = paragraphs
        self._cut = cut
        self.starts = array("I")
        self.ends = array("I")
        self.kinds = bytearray()
        """The first letter of each token's kind: w, n, l or p."""
        self.origins = array("I")
        """The position at which each paragraph begins."""
        at = 0
        for text in paragraphs:
            self.origins.append(at)
            at += len(text) + 1
        self._first = array("I", [0])

    def __len__(self) -> int:
        """Tokens so far."""
        return len(self.starts)

    @property
    def complete(self) -> bool:
        """Whether every paragraph is cut."""
        return len(self._first) > len(self._paragraphs)

    def ensure(self, paragraph: int) -> None:
        """Cut all paragraphs up to and with this one."""
        for p in range(len(self._first) - 1, min(paragraph + 1, len(self._paragraphs))):
            origin = self.origins[p]
            for token in self._cut(self._paragraphs[p]):
                self.starts.append(origin + token.start)
                self.ends.append(origin + token.end)
                self.kinds.append(ord(token.kind[0]))
            self._first.append(len(self.starts))

    def paragraph_at(self, position: int) -> int:
        """The paragraph that holds a position."""
        return max(0, bisect_right(self.origins, position) - 1)

    def paragraph(self, index: int) -> range:
        """The ids of a paragraph's tokens."""
        self.ensure(index)
        return range(self._first[index], self._first[index + 1])

    def at(self, position: int) -> int:
        """The token that holds a position, or -1."""
        self.ensure(self.paragraph_at(position))
        k = bisect_right(self.starts, position) - 1
        return k if k >= 0 and position < self.ends[k] else -1

    def is_word(self, token: int) -> bool:
        """Whether a token is something to stand on: not punctuation."""
        return self.kinds[token] != PUNCTUATION

    def near(self, position: int) -> int:
        """The word, number or Latin token at a position or nearest to it in its paragraph, or -1."""
        tokens = self.paragraph(self.paragraph_at(position))
        if not tokens:
            return -1
        k = bisect_right(self.starts, position, tokens.start, tokens.stop) - 1
        before = next((i for i in range(k, tokens.start - 1, -1) if self.is_word(i)), -1)
        after = next((i for i in range(max(k, tokens.start - 1) + 1, tokens.stop) if self.is_word(i)), -1)
        if before < 0 or after < 0:
            return max(before, after)
        if position < self.ends[before]:
            return before
        return before if position - self.ends[before] + 1 <= self.starts[after] - position else after
