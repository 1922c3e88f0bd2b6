"""Marks for Alacritty, which draws every one a cell further right than its font has it.

    wanted     ب ِ   over its letter              cells   ["ا", "بِ"]
    sent       the mark with the cell on the left        ["اِ", "ب"]

Its renderer takes marks for glyphs that reach back over the letter before them, as Latin fonts have them; Arabic marks
begin where their letter begins. The first cell's marks come before its letter, and so go to whatever stands there:
callers begin a row with a blank.

Seen with Alacritty 0.11 and DejaVu Sans Mono; FreeMono's marks have the same origin.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.tokenize import MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKED = re.compile(f"(.)([{MARKS}]+)")


def shifted(cells: Sequence[str]) -> list[str]:
    """The cells, the Arabic marks of each with the one on its left."""
    out = list(cells)
    for column, cell in enumerate(cells):
        found = _MARKED.fullmatch(cell)
        if found is None:
            continue
        if column:
            out[column] = found[1] + out[column][len(cell) :]
            out[column - 1] += found[2]
        else:
            out[0] = found[2] + found[1]
    return out
