"""A visual line as stretches of one look.

runs(line, look_of, over)   [("ﻡﻮﻴﻟﺍ", NEW | TERM), (" ", 0), …] from left to right
cover(line, ranges)         for each column, the bits of the logical ranges that lie over it
joined(line, marked, 7)     whether column 7 is the space between two words of the marked term
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.looks import Looks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.layout.line import Line

_OVER = 7
"""Looks.FOUND and Looks.SELECTED are bits 7 and 8: shifted by this they fit a byte."""


def cover(line: Line, ranges: Iterable[tuple[int, int, int]]) -> bytes:
    """For each column, what of (start, end, bit) lies over it; bits are Looks.FOUND and Looks.SELECTED."""
    over = bytearray(len(line.cells))
    for start, end, bit in ranges:
        if start < line.end and end > line.start:
            for a, b in line.columns(start, end):
                for column in range(a, b):
                    over[column] |= bit >> _OVER
    return bytes(over)


def joined(tokens: Sequence[int], marked: frozenset[int], column: int) -> bool:
    """A space between two words of the marked term is part of it."""
    if len(marked) < 2 or not 0 < column < len(tokens) - 1:
        return False
    return tokens[column - 1] in marked and tokens[column + 1] in marked


def runs(
    line: Line,
    base: int,
    look_of: Callable[[int], int],
    marked: frozenset[int],
    hovered: int,
    over: bytes,
) -> list[tuple[str, int]]:
    """Stretches of one look, from left to right. base: the row's own look; look_of: a token's; over: as by `cover`."""
    out: list[tuple[str, int]] = []
    run: list[str] = []
    last = -1
    for column, cell in enumerate(line.cells):
        token = line.tokens[column] if line.tokens else -1
        look = base | over[column] << _OVER
        if token >= 0:
            look |= look_of(token)
            if token in marked:
                look |= Looks.CURSOR
            elif token == hovered:
                look |= Looks.HOVER
        elif joined(line.tokens, marked, column):
            look |= Looks.CURSOR
        if look != last and run:
            out.append(("".join(run), last))
            run = []
        run.append(cell)
        last = look
    if run:
        out.append(("".join(run), last))
    return out
