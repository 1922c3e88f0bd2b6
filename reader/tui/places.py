"""Where a reader was, in a text that has changed around them.

same_place(["t", "ad", "the news"], 9, ["t", "the news"])   -> 6, the same "news"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LENGTHS = (120, 40, 16, 6)
"""Characters by which the place is known again, the surest first."""


def same_place(before: Sequence[str], position: int, after: Sequence[str]) -> int:
    """The document position in the blocks `after` of what stood at a position of the blocks `before`.

    Where that is gone, what stood a little behind it; at last the same share of the way through.
    """
    old, new = "\n".join(before), "\n".join(after)
    share = round(position / max(1, len(old)) * len(new))
    for length in LENGTHS:
        for offset in (0, 40, 200):
            piece = old[position + offset : position + offset + length]
            if not piece.strip():
                continue
            near = [at for at in (new.rfind(piece, 0, share + len(piece)), new.find(piece, share)) if at >= 0]
            if near:
                return min(near, key=lambda at: abs(at - share))
    return min(share, max(0, len(new) - 1))
