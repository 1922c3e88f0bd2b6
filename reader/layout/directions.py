"""The direction and the levels of a document's paragraphs, worked out when they are shown.

    directions = Directions(["قال 3", "said"], "arabic")
    directions.rtl(0), directions.rtl(1)      True, False
    directions.levels(0, 0, 5)                (0, "11112")

Levels belong to a paragraph, never to a wrapped line: brackets and numbers reach across line breaks. Only of a
paragraph of many pages they are worked out in pieces. A piece begins before a letter of the paragraph's own direction:
what stands on either side of that point resolves as it would in the whole, but for a pair of brackets around it, so the
point is moved behind brackets that are open.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from reader.layout.bidi import classes, is_rtl, levels
from reader.layout.brackets import BRACKET, opens

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEPT = 2_000_000
"""Characters of which levels are kept; a piece longer than that is kept alone."""
_OVERHEAD = 64
PIECE = 8_192
"""Characters of a piece, about; a paragraph of less than two is whole."""
_BACK, _TRIES = 1_000, 8
"""How far back an open bracket is looked for, and how many are waited for."""


class Directions:
    """A cache over paragraphs; the pieces shown last stay."""

    def __init__(self, paragraphs: Sequence[str], base: str, piece: int = PIECE) -> None:
        self._paragraphs = paragraphs
        self._base = base
        self._piece = piece
        self._rtl = bytearray(len(paragraphs))  # 0 unknown, 1 left to right, 2 right to left
        self._bounds: dict[tuple[int, int], int] = {}
        self._levels: OrderedDict[tuple[int, int], str] = OrderedDict()
        self._size = 0

    def rtl(self, paragraph: int) -> bool:
        """Whether a paragraph runs right to left."""
        if not self._rtl[paragraph]:
            self._rtl[paragraph] = 1 + is_rtl(self._paragraphs[paragraph], self._base)
        return self._rtl[paragraph] == 2

    def levels(self, paragraph: int, start: int, end: int) -> tuple[int, str]:
        """(where they begin, the levels as bidi.levels gives them) of a stretch of a paragraph that holds start..end."""
        if len(self._paragraphs[paragraph]) < 2 * self._piece:
            return 0, self._of(paragraph, 0)
        first = self._at(paragraph, start)
        begin, stop = self._bound(paragraph, first), self._bound(paragraph, first + 1)
        found = self._of(paragraph, first)
        while stop < end:  # a line across two pieces
            first += 1
            more = self._of(paragraph, first)
            following = self._bound(paragraph, first + 1)
            if found or more:
                found = (found or "1" * (stop - begin)) + (more or "1" * (following - stop))
            stop = following
        return begin, found

    def _at(self, paragraph: int, position: int) -> int:
        """The piece that holds a position."""
        piece = position // self._piece
        while piece and self._bound(paragraph, piece) > position:
            piece -= 1
        return piece

    def _bound(self, paragraph: int, piece: int) -> int:
        """Where a piece begins."""
        text = self._paragraphs[paragraph]
        if piece * self._piece >= len(text) or len(text) < 2 * self._piece:
            return len(text) if piece else 0
        known = self._bounds.get((paragraph, piece))
        if known is None:
            known = cut(text, piece * self._piece, self.rtl(paragraph)) if piece else 0
            self._bounds[paragraph, piece] = known
        return known

    def _of(self, paragraph: int, piece: int) -> str:
        known = self._levels.get((paragraph, piece))
        if known is not None:
            self._levels.move_to_end((paragraph, piece))
            return known
        text = self._paragraphs[paragraph]
        part = text[self._bound(paragraph, piece) : self._bound(paragraph, piece + 1)]
        known = levels(part, self.rtl(paragraph))
        self._levels[paragraph, piece] = known
        self._size += len(known) + _OVERHEAD
        while self._size > _KEPT and len(self._levels) > 1:
            self._size -= len(self._levels.popitem(last=False)[1]) + _OVERHEAD
        return known


def cut(text: str, position: int, rtl: bool) -> int:
    """The first place from a position on before which a text may be cut; its end if there is none."""
    for _ in range(_TRIES):
        position = _strong(text, position, rtl)
        before = BRACKET.findall(text, max(0, position - _BACK), position)
        if not before or not opens(before[-1]):
            break
        closing = BRACKET.search(text, position, position + _BACK)
        if closing is None:
            break
        position = closing.end()
    return position


def _strong(text: str, position: int, rtl: bool) -> int:
    """The first letter of a direction from a position on."""
    wanted = "AR" if rtl else "L"
    for at in range(position, len(text), 256):
        kinds = classes(text[at : at + 256])
        found = [place for kind in wanted if (place := kinds.find(kind)) >= 0]
        if found:
            return at + min(found)
    return len(text)
