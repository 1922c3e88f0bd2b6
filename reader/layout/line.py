"""A line in visual order: one entry for each cell of the terminal, from left to right.

    logical    قال 3 مسؤولين (ATACMS).            positions 0 .. 22, levels 1 and 2
    cells      . ) A T A C M S ( ن ي ل و ؤ س م   3   ل ا ق
    positions  22 21 15 16 17 18 19 20 14 13 12 11 ...        the logical place of each cell's cluster

A cluster of two cells has its text in the first and '' in the second, so the index in the lists is the
column.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from reader.layout.chars import ATOM, MIRROR, REPLACEMENT
from reader.layout.shaping import shape_atom

if TYPE_CHECKING:
    from reader.layout.tokens import TokenTable

NOWHERE = -1
"""The position of a cell that stands for no character (padding, an ellipsis); the token of a cell in none."""


@dataclass(frozen=True, slots=True)
class Line:
    """A visual line. The three lists have one entry a cell; do not change them."""

    cells: list[str]
    """What is sent for each column, left to right; '' in the second column of a wide cluster."""
    positions: list[int]
    """The logical position of the first character of the cell's cluster, or NOWHERE."""
    tokens: list[int]
    """The token of each cell, or NOWHERE; empty if the line has no tokens."""
    rtl: bool
    """Whether its paragraph runs right to left (and so is aligned right)."""
    start: int = 0
    end: int = 0
    """The logical range, without the white space around it."""

    @property
    def width(self) -> int:
        """Columns."""
        return len(self.cells)

    @property
    def text(self) -> str:
        """What is sent to the terminal."""
        return "".join(self.cells)

    def indent(self, width: int) -> int:
        """Blank columns before the line in a pane: it stands on the side where its paragraph begins."""
        return max(0, width - len(self.cells)) if self.rtl else 0

    def column_of(self, position: int) -> int:
        """The column of the cluster that holds a logical position; NOWHERE if the line has none."""
        best, at = NOWHERE, NOWHERE
        for column, place in enumerate(self.positions):
            if best < place <= position:
                best, at = place, column
        return at

    def columns(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of columns, half open, of the clusters in a logical range: a match, a selection."""
        out: list[tuple[int, int]] = []
        column = 0
        for inside, run in groupby(self.positions, lambda p: start <= p < end):
            size = len(list(run))
            if inside:
                out.append((column, column + size))
            column += size
        return out


def visual(
    text: str,
    start: int,
    end: int,
    levels: str,
    rtl: bool,
    *,
    marks: bool = True,
    origin: int = 0,
    fit: int = 1 << 30,
) -> tuple[list[str], list[int]]:
    """Cells and positions, in visual order, of text[start:end].

    levels: of the whole text, '' for plain right to left. origin: added to the positions. fit: columns
    there are; a wide cluster that cannot fit in one column becomes a placeholder.
    """
    if not levels:
        if rtl:
            return _all_right_to_left(text, start, end, marks, origin, fit)
        levels = "0" * len(text)
    cells, places, depth = _forward(text, start, end, levels, marks, fit)
    base = "1" if rtl else "0"
    for i in range(len(cells) - 1, -1, -1):  # L1: white space at the end of a line
        if cells[i] != " ":
            break
        depth[i] = base
    order = _reorder("".join(depth), rtl)
    mirrored = [
        (MIRROR[c[0]] + c[1:]) if c and d == "1" and c[0] in MIRROR else c
        for c, d in zip(cells, depth, strict=True)
    ]
    return [mirrored[i] for i in order], [places[i] + origin for i in order]


def _all_right_to_left(
    text: str, start: int, end: int, marks: bool, origin: int, fit: int
) -> tuple[list[str], list[int]]:
    """The common case: one level, so the line is its cells backwards."""
    cells: list[str] = []
    places: list[int] = []
    at = start
    for found in ATOM.finditer(text, start, end):
        first = found.start()
        for place in range(at, first):
            cells.append(" ")
            places.append(place + origin)
        shaped = shape_atom(found[0], marks)
        if shaped.wide:
            _wide(cells, places, shaped.displays, shaped.starts, shaped.wide, first + origin, fit)
        else:
            cells += shaped.displays
            offset = first + origin
            places += [offset + s for s in shaped.starts]
        at = found.end()
    for place in range(at, end):
        cells.append(" ")
        places.append(place + origin)
    cells.reverse()
    places.reverse()
    for i, cell in enumerate(cells):
        if not cell:  # the halves of a wide cluster keep their order
            cells[i], cells[i + 1] = cells[i + 1], cell
        elif cell[0] in MIRROR:
            cells[i] = MIRROR[cell[0]] + cell[1:]
    return cells, places


def _wide(
    cells: list[str],
    places: list[int],
    displays: tuple[str, ...],
    starts: tuple[int, ...],
    wide: tuple[int, ...],
    offset: int,
    fit: int,
) -> None:
    """Append clusters of which some take two cells."""
    two = set(wide)
    for i, (display, start) in enumerate(zip(displays, starts, strict=True)):
        if i in two and fit < 2:
            display = REPLACEMENT
        cells.append(display)
        places.append(offset + start)
        if i in two and fit >= 2:
            cells.append("")
            places.append(offset + start)


def _forward(
    text: str, start: int, end: int, levels: str, marks: bool, fit: int
) -> tuple[list[str], list[int], list[str]]:
    """Cells in logical order with their positions and levels."""
    cells: list[str] = []
    places: list[int] = []
    at = start
    for found in ATOM.finditer(text, start, end):
        first = found.start()
        for place in range(at, first):
            cells.append(" ")
            places.append(place)
        shaped = shape_atom(found[0], marks)
        if shaped.wide:
            _wide(cells, places, shaped.displays, shaped.starts, shaped.wide, first, fit)
        else:
            cells += shaped.displays
            places += [first + s for s in shaped.starts]
        at = found.end()
    for place in range(at, end):
        cells.append(" ")
        places.append(place)
    return cells, places, [levels[p] for p in places]


def _reorder(depth: str, rtl: bool) -> list[int]:
    """Rule L2 for levels 0 to 2: indices of the cells from left to right."""
    order: list[int] = []
    if rtl:
        for level, run in _runs(depth):
            order += run if level == "1" else reversed(run)
        order.reverse()
        return order
    pending: list[range] = []
    for level, run in [*_runs(depth), ("0", range(0))]:
        if level == "0":
            for right in reversed(pending):
                order += reversed(right) if depth[right[0]] == "1" else right
            pending = []
            order += run
        else:
            pending.append(run)
    return order


def _runs(depth: str) -> list[tuple[str, range]]:
    """The stretches of one level."""
    out: list[tuple[str, range]] = []
    at = 0
    for level, run in groupby(depth):
        size = len(list(run))
        out.append((level, range(at, at + size)))
        at += size
    return out


def token_cells(places: list[int], table: TokenTable) -> list[int]:
    """The token of each cell."""
    starts, ends = table.starts, table.ends
    out: list[int] = []
    last, low, high = NOWHERE, 1, 0
    for place in places:
        if not low <= place < high:
            k = bisect_right(starts, place) - 1
            if k >= 0 and place < ends[k]:
                last, low, high = k, starts[k], ends[k]
            elif place < 0:
                last, low, high = NOWHERE, 1, 0
            else:
                last, low, high = NOWHERE, place, place + 1
        out.append(last)
    return out
