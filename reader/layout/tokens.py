"""The tokens of a document as arrays, made as far as they are wanted.

    table = TokenTable(["قال: نعم", "لا"])
    table.at(0) -> 0        "قال"         table.starts[1], table.ends[1] -> 3, 4      ":"
    table.at(4) -> -1       a space       table.paragraph(1) -> range(3, 4)           "لا"

Positions count through the whole document: the paragraphs joined by one line break. A token's id is its
index, in the order of the text, the same as that of tokenize() run over the paragraphs one after another.
A paragraph may be long: it is cut a few hundred tokens at a time.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from corpus.tokenize import scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.tokenize import Token

PUNCTUATION = ord("p")
_CHUNK = 256
"""Tokens cut at a time: well under a millisecond."""


class TokenTable:
    """Starts, ends and kinds of tokens; grows in the order of the text."""

    def __init__(self, paragraphs: Sequence[str], cut: Callable[[str], Iterator[Token]] = scan) -> None:
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
        self._length = at
        self._next = 0
        self._scan: Iterator[Token] | None = None
        self.done = 0
        """Every token that begins before this position is there."""

    def __len__(self) -> int:
        """Tokens so far."""
        return len(self.starts)

    @property
    def complete(self) -> bool:
        """Whether every paragraph is cut."""
        return self._next >= len(self._paragraphs)

    def more(self) -> bool:
        """Cut a few more tokens. Returns whether there was anything left to cut."""
        if self.complete:
            return False
        origin = self.origins[self._next]
        if self._scan is None:
            self._scan = self._cut(self._paragraphs[self._next])
        found = list(islice(self._scan, _CHUNK))
        for token in found:
            self.starts.append(origin + token.start)
            self.ends.append(origin + token.end)
            self.kinds.append(ord(token.kind[0]))
        if len(found) == _CHUNK:
            self.done = self.ends[-1]
        else:
            self._next += 1
            self._scan = None
            self.done = self._length if self.complete else self.origins[self._next]
        return True

    def reach(self, position: int) -> None:
        """Cut until the token at a position is there, if there is one."""
        while self.done <= position and self.more():
            pass

    def ensure(self, paragraph: int) -> None:
        """Cut all paragraphs up to and with this one."""
        last = min(paragraph + 1, len(self._paragraphs))
        self.reach((self.origins[last] if last < len(self._paragraphs) else self._length) - 1)

    def has(self, token: int) -> bool:
        """Whether there is a token of this id; cuts as far as it must to know."""
        while len(self) <= token and self.more():
            pass
        return 0 <= token < len(self)

    def paragraph_at(self, position: int) -> int:
        """The paragraph that holds a position."""
        return max(0, bisect_right(self.origins, position) - 1)

    def paragraph(self, index: int) -> range:
        """The ids of a paragraph's tokens."""
        self.ensure(index)
        origin = self.origins[index]
        end = origin + len(self._paragraphs[index])
        return range(bisect_left(self.starts, origin), bisect_left(self.starts, end))

    def between(self, start: int, end: int) -> range:
        """The ids of the tokens that begin in a range of positions."""
        self.reach(end - 1)
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def at(self, position: int) -> int:
        """The token that holds a position, or -1."""
        self.reach(position)
        k = bisect_right(self.starts, position) - 1
        return k if k >= 0 and position < self.ends[k] else -1

    def is_word(self, token: int) -> bool:
        """Whether a token is something to stand on: not punctuation."""
        return self.kinds[token] != PUNCTUATION

    def near(self, position: int) -> int:
        """The word, number or Latin token at a position or nearest to it in its paragraph, or -1."""
        p = self.paragraph_at(position)
        low = self.origins[p]
        high = low + len(self._paragraphs[p])
        self.reach(min(position, high))
        k = bisect_right(self.starts, position) - 1
        before = k
        while before >= 0 and self.starts[before] >= low and not self.is_word(before):
            before -= 1
        if before < 0 or self.starts[before] < low:
            before = -1
        elif position < self.ends[before]:
            return before
        after = k + 1
        while self.has(after) and self.starts[after] < high and not self.is_word(after):
            after += 1
        if not self.has(after) or self.starts[after] >= high:
            after = -1
        if before < 0 or after < 0:
            return max(before, after)
        return before if position - self.ends[before] + 1 <= self.starts[after] - position else after
