"""A visual line as stretches of one look.

runs(line, look_of, over)   [("ﻡﻮﻴﻟﺍ", NEW | TERM), (" ", 0), …] from left to right
cover(line, ranges)         for each column, the bits of the logical ranges that lie over it
between(tokens, marked)     the spaces between two words of the marked term
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from reader.tui.looks import Looks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.layout.line import Line

_OVER = 10
"""Looks.FOUND and Looks.SELECTED are bits 10 and 11: shifted by this they fit a byte."""


def cover(line: Line, ranges: Iterable[tuple[int, int, int]]) -> bytes:
    """For each column, what of (start, end, bit) lies over it; b"" for nothing. Bits: Looks.FOUND, Looks.SELECTED."""
    over = bytearray()
    for start, end, bit in ranges:
        if start < line.end and end > line.start:
            over = over or bytearray(len(line.cells))
            for a, b in line.columns(start, end):
                for column in range(a, b):
                    over[column] |= bit >> _OVER
    return bytes(over)


def between(tokens: Sequence[int], marked: frozenset[int]) -> list[int]:
    """The columns of the spaces between words of the marked term: they are part of it."""
    if len(marked) < 2:
        return []
    return [
        column
        for column in range(1, len(tokens) - 1)
        if tokens[column] < 0 and tokens[column - 1] in marked and tokens[column + 1] in marked
    ]


def runs(
    line: Line,
    base: int,
    look_of: Callable[[int], int],
    marked: frozenset[int],
    hovered: int,
    over: bytes,
) -> list[tuple[str, int]]:
    """Stretches of one look, from left to right.

    base: the row's own look; look_of: a token's; over: as by `cover`, b"" for nothing.
    """
    cells = line.cells
    looks = [base] * len(cells)
    if line.tokens:
        of = {token: base | look_of(token) for token in set(line.tokens) if token >= 0}
        of[-1] = base
        if hovered in of and hovered >= 0:
            of[hovered] |= Looks.HOVER
        for token in marked:
            if token in of:
                of[token] = of[token] & ~Looks.HOVER | Looks.CURSOR
        looks = [of[token] for token in line.tokens]
        for column in between(line.tokens, marked):
            looks[column] |= Looks.CURSOR
    if over:
        looks = [look | bits << _OVER for look, bits in zip(looks, over, strict=True)]
    out: list[tuple[str, int]] = []
    at = 0
    for look, run in groupby(looks):
        end = at + sum(1 for _ in run)
        out.append(("".join(cells[at:end]), look))
        at = end
    return out
