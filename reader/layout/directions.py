"""The direction and the levels of a document's paragraphs, worked out when they are shown.

    directions = Directions(["قال 3", "said"], "arabic")
    directions.rtl(0), directions.rtl(1)      True, False
    directions.levels(0)                      "11112"

Levels belong to a paragraph, never to a wrapped line: brackets and numbers reach across line breaks.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from reader.layout.bidi import is_rtl, levels

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEPT = 2_000_000
"""Characters of paragraphs whose levels are kept; one longer than that is kept alone."""
_OVERHEAD = 64


class Directions:
    """A cache over paragraphs; the ones shown last stay."""

    def __init__(self, paragraphs: Sequence[str], base: str) -> None:
        self._paragraphs = paragraphs
        self._base = base
        self._rtl = bytearray(len(paragraphs))  # 0 unknown, 1 left to right, 2 right to left
        self._levels: OrderedDict[int, str] = OrderedDict()
        self._size = 0

    def rtl(self, paragraph: int) -> bool:
        """Whether a paragraph runs right to left."""
        if not self._rtl[paragraph]:
            self._rtl[paragraph] = 1 + is_rtl(self._paragraphs[paragraph], self._base)
        return self._rtl[paragraph] == 2

    def levels(self, paragraph: int) -> str:
        """The levels of a paragraph, as bidi.levels gives them."""
        known = self._levels.get(paragraph)
        if known is not None:
            self._levels.move_to_end(paragraph)
            return known
        known = levels(self._paragraphs[paragraph], self.rtl(paragraph))
        self._levels[paragraph] = known
        self._size += len(known) + _OVERHEAD
        while self._size > _KEPT and len(self._levels) > 1:
            self._size -= len(self._levels.popitem(last=False)[1]) + _OVERHEAD
        return known
