"""A stretch of a block of text, analysed: a paragraph may be a book, its reader looks at a screenful.

    bounds(text, 900)            (0, 1630), say: from one stop to another
    stretch = Stretch(analyzer, text, *bounds(text, 900))
    stretch.word(position)       the analysis of the word there; positions count from the block's beginning
    stretch.units(position)      the terms and the name that it is part of, the longest first

A short block is one stretch. A longer one is parted behind marks of punctuation, which is where a word's neighbours end to
tell on it and where every term and name ends: the analysis is that of the whole block. Where no mark is near, it is parted
between two words, and each side is analysed with some of the other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.present import Passage

if TYPE_CHECKING:
    from glossary.analysis import NameSpan, TermMatch, WordAnalysis
    from glossary.analyze import Analyzer
    from glossary.layer import LemmaRow

SIZE = 480
"""Characters of a stretch, about: 80 words, analysed in a few milliseconds."""
AROUND = 160
"""Characters of the neighbour that are analysed too where a stretch does not end at a mark of punctuation."""
_STOPS = ".!?:;…،؛؟۔»)]"
_STOP = re.compile(f"[{re.escape(_STOPS)}]\\s+")
_SPACE = re.compile("\\s+")
_MARK = re.compile("[^\\w\\s](?=\\w)")


def bounds(text: str, position: int) -> tuple[int, int]:
    """(start, end) of the stretch of a text that holds a position."""
    number = max(0, position) // SIZE
    while number and _bound(text, number) > position:
        number -= 1
    start = _bound(text, number)
    end = start
    while end <= start and end < len(text):
        number += 1
        end = _bound(text, number)
    return start, end


def _bound(text: str, number: int) -> int:
    """Where a stretch begins: behind a mark, else behind a space, else behind anything that is no letter."""
    near = number * SIZE
    if number == 0 or near >= len(text):
        return min(near, len(text))
    for pattern, reach in ((_STOP, SIZE), (_SPACE, SIZE), (_MARK, SIZE)):
        found = pattern.search(text, near, near + reach)
        if found:
            return found.end()
    return min(near + SIZE, len(text))


class Stretch:
    """Part of a block, from `start` to `end`. Positions are the block's."""

    __slots__ = ("_origin", "_passage", "_starts", "end", "names", "start", "terms")

    def __init__(self, analyzer: Analyzer, text: str, start: int, end: int, *, marks: bool = True) -> None:
        """marks: whether written vowels say what a word is (glossary.present)."""
        self.start, self.end = start, end
        low = start if _closed(text, start) else _space_before(text, start)
        high = end if _closed(text, end) else _space_after(text, end)
        self._origin = low
        self._passage = Passage(analyzer, text[low:high], marks=marks)
        self._starts = [low + token.start for token in self._passage.tokens]
        self.terms: tuple[TermMatch, ...] = tuple(
            replace(term, start=low + term.start, end=low + term.end) if low else term
            for term in self._passage.terms
            if low + term.start < end and low + term.end > start
        )
        """Those that reach into it. Their tokens are of no use outside: take positions."""
        self.names: tuple[NameSpan, ...] = tuple(
            replace(name, start=low + name.start, end=low + name.end) if low else name
            for name in self._passage.names
            if low + name.start < end and low + name.end > start and not _in_term(name, self._passage.terms)
        )
        """Those that no term shares a word with: a term knows its words better."""

    def __len__(self) -> int:
        """Tokens, those of the neighbours included."""
        return len(self._starts)

    def index(self, position: int) -> int:
        """The token that begins at a position or last before it."""
        return max(0, bisect_right(self._starts, position) - 1)

    def own(self) -> range:
        """The tokens that begin in the stretch itself."""
        return range(bisect_right(self._starts, self.start - 1), bisect_right(self._starts, self.end - 1))

    def span(self, index: int) -> tuple[int, int]:
        """Where a token begins and ends."""
        token = self._passage.tokens[index]
        return self._origin + token.start, self._origin + token.end

    def text(self, index: int) -> str:
        """A token as it is written."""
        return self._passage.tokens[index].text

    def key(self, index: int) -> str | None:
        """What identifies a token's word for the reader's word states."""
        return self._passage.key(index)

    def lemma(self, index: int) -> LemmaRow | None:
        """The row of a token's lemma; None for what is no known word."""
        return self._passage.lemma(index)

    def word(self, position: int) -> WordAnalysis:
        """The analysis of the token at a position."""
        made = self._passage.word(self.index(position))
        if not self._origin:
            return made
        return replace(made, start=self._origin + made.start, end=self._origin + made.end)

    def units(self, position: int) -> list[TermMatch]:
        """The terms that the word at a position is part of, the longest first.

        A word in a gap is none of it: in "decided on Monday to lift", Monday has its own meaning.
        """
        at = self.index(position)
        found = [term for term in self.terms if term.start <= position < term.end and at in term.parts]
        return sorted(found, key=lambda term: term.start - term.end)

    def name(self, position: int) -> NameSpan | None:
        """The name of several words that covers a position."""
        return next((name for name in self.names if name.start <= position < name.end), None)


def _in_term(name: NameSpan, terms: tuple[TermMatch, ...]) -> bool:
    return any(term.start < name.end and term.end > name.start for term in terms)


def _closed(text: str, position: int) -> bool:
    """Whether nothing on the other side of a position can tell on this one."""
    if position in (0, len(text)):
        return True
    at = position - 1
    while at > 0 and text[at].isspace():
        at -= 1
    return at < position - 1 and text[at] in _STOPS


def _space_before(text: str, position: int) -> int:
    found = _SPACE.search(text, max(0, position - AROUND), position)
    return found.end() if found else position


def _space_after(text: str, position: int) -> int:
    at = min(len(text), position + AROUND)
    found = max(text.rfind(" ", position, at), text.rfind("\n", position, at))
    return found if found > position else position
