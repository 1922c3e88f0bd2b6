"""A line in visual order: one entry for each cell of the terminal, from left to right.

    logical    قال 3 مسؤولين (ATACMS).            positions 0 .. 22, levels 1 and 2
    cells      . ) A T A C M S ( ن ي ل و ؤ س م   3   ل ا ق
    positions  22 21 15 16 17 18 19 20 14 13 12 11 ...        the logical place of each cell's cluster

A cluster of two cells has its text in the first and '' in the second, so the index in the lists is the
column.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from corpus.regex import later
from reader.layout.chars import ATOM, MIRROR, REPLACEMENT
from reader.layout.shaping import shape_atom

if TYPE_CHECKING:
    from reader.layout.shaping import Shaped
    from reader.layout.tokens import TokenTable

NOWHERE = -1
"""The position of a cell that stands for no character (padding, an ellipsis); the token of a cell in none."""


class Line(NamedTuple):
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
        """The column of the cluster that holds a logical position, or else of the nearest; NOWHERE if empty."""
        known = [p for p in self.positions if p >= 0]
        if not known:
            return NOWHERE
        return self.positions.index(max((p for p in known if p <= position), default=min(known)))

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
    begin: int = 0,
) -> tuple[list[str], list[int]]:
    """Cells and positions, in visual order, of text[start:end].

    levels: of the text from begin on, '' for plain right to left. origin: added to the positions. fit: columns there
    are; a wide cluster that cannot fit in one column becomes a placeholder.
    """
    depth = levels[start - begin : end - begin]
    backward = rtl and "2" not in depth
    cells, places = _forward(text, start, end, marks, fit, backward)
    if backward:
        cells.reverse()
        places.reverse()
    elif levels:
        room = end - start
        while room and text[start + room - 1] in _BLANK:  # L1: white space at the end of a line
            room -= 1
        depth = depth[:room] + ("1" if rtl else "0") * (end - start - room)
        shown = "".join([depth[p - start] for p in places])
        if "1" in shown and not _MIRRORED.isdisjoint(text[start:end]):
            cells = [
                MIRROR.get(c[0], c[0]) + c[1:] if c and d == "1" else c
                for c, d in zip(cells, shown, strict=True)
            ]
        order = _reorder(shown, rtl)
        cells = [cells[i] for i in order]
        places = [places[i] for i in order]
    if "" in cells:
        for i in range(len(cells) - 1):  # the halves of a wide cluster that was reversed
            if not cells[i] and places[i] == places[i + 1]:
                cells[i], cells[i + 1] = cells[i + 1], ""
    return cells, [p + origin for p in places] if origin else places


_MIRRORED = frozenset(MIRROR)
_BLANK = " \t\n\x0b\x0c\r\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)


def _forward(
    text: str, start: int, end: int, marks: bool, fit: int, mirrored: bool
) -> tuple[list[str], list[int]]:
    """Cells in logical order with their positions."""
    cells: list[str] = []
    places: list[int] = []
    at = start
    for found in ATOM.finditer(text, start, end):
        first = found.start()
        while at < first:
            cells.append(" ")
            places.append(at)
            at += 1
        shaped = shape_atom(found[0], marks)
        if shaped.wide:
            _wide(cells, places, shaped, first, fit)
        else:
            cells += shaped.mirrored if mirrored else shaped.displays
            places += [first + s for s in shaped.starts]
        at = found.end()
    while at < end:
        cells.append(" ")
        places.append(at)
        at += 1
    return cells, places


def _wide(cells: list[str], places: list[int], shaped: Shaped, offset: int, fit: int) -> None:
    """Append clusters of which some take two cells."""
    two = set(shaped.wide) if fit >= 2 else set()
    for i, (display, start) in enumerate(zip(shaped.displays, shaped.starts, strict=True)):
        cells.append(display if fit >= 2 or i not in shaped.wide else REPLACEMENT)
        places.append(offset + start)
        if i in two:
            cells.append("")
            places.append(offset + start)


def _reorder(shown: str, rtl: bool) -> list[int]:
    """Rule L2 for levels 0 to 2: indices of the cells from left to right."""
    order: list[int] = []
    if rtl:
        for run in _runs(shown):
            order += reversed(run) if shown[run[0]] == "2" else run
        order.reverse()
        return order
    pending: list[range] = []
    for run in [*_runs(shown), range(0)]:
        if run and shown[run[0]] != "0":
            pending.append(run)
            continue
        for right in reversed(pending):
            order += reversed(right) if shown[right[0]] == "1" else right
        pending = []
        order += run
    return order


_RUN = later("0+|1+|2+")


def _runs(shown: str) -> list[range]:
    """The stretches of one level."""
    return [range(*m.span()) for m in _RUN.finditer(shown)]


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
