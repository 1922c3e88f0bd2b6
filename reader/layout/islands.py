"""Visual order for a terminal that reorders by itself and cannot be told not to.

    wanted on the screen      . م ل س   ل ا ق         (columns from left to right)
    sent                      LRM . س ل م LRM   ق ا ل LRM

Between marks that say "left to right" a stretch of Arabic letters is an island that the terminal turns round as it
stands, and whatever is not a letter stays in its column and is not mirrored: the terminal's own algorithm is left
nothing to decide. Digits of the Arabic kind run left to right, but would join the letters beside them.

Seen with Konsole 22.12, mlterm 3.9 and VTE 0.70, which keep the marks. Where they are dropped (QTerminal 1.2) two words of
one style change places; where nothing reorders, letters stand backwards.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING

from corpus.regex import later
from reader.layout.chars import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from collections.abc import Sequence

_LRM = "\u200e"


_CLASSES = {"R": "R", "AL": "R", "AN": "A"}


def _kind(cell: str) -> str:
    if cell and cell in " ،:.":
        return "b"
    if not RIGHT_TO_LEFT.match(cell):
        return "-"
    return _CLASSES.get(unicodedata.bidirectional(cell[0]), "-")


_BRIDGE = later("(?<=R)[b]+(?=R)")


def _kinds(cells: Sequence[str], bridged: bool) -> str:
    """A letter for each cell: R letters, A digits, b what may lie between two words, - what stays where it is."""
    kinds = "".join([_kind(cell) for cell in cells])
    return _BRIDGE.sub(lambda found: "R" * len(found[0]), kinds) if bridged else kinds


def islands(cells: Sequence[str], *, bridged: bool = False) -> list[str]:
    """The cells with each stretch of right-to-left letters turned round and closed off.

    bridged: words with nothing but spaces and simple stops between them are one island. Styles would go astray, so
    this is for plain lines; mlterm gives the marks columns, which then are few.
    """
    out: list[str] = []
    kinds = iter(_kinds(cells, bridged))
    for kind, run in groupby(cells, lambda _: next(kinds)):
        stretch = list(run)
        if kind in "RA":
            if kind == "R":
                stretch.reverse()
            stretch[-1] += _LRM
        out += stretch
    if _LRM in "".join(out):
        out[0] = _LRM + out[0]
    return out
