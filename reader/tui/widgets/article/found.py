"""The matches of a search: which comes next, and which lie in a line.

found = Found([(3, 8), (40, 45)])
found.after(8)           1        found.before(8)    0          both go round at the ends
found.between(0, 20)     [(3, 8)]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Found:
    """Ranges in logical order, not overlapping."""

    def __init__(self, ranges: list[tuple[int, int]] | None = None) -> None:
        self.ranges = ranges or []

    def after(self, position: int) -> int:
        """The first match that begins at a position or behind it, else the first of all."""
        return bisect_left(self.ranges, (position, 0)) % len(self.ranges)

    def before(self, position: int) -> int:
        """The last match that begins before a position, else the last of all."""
        return (bisect_right(self.ranges, (position, 0)) - 1) % len(self.ranges)

    def between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The matches that touch a range."""
        at = max(0, bisect_left(self.ranges, (start + 1, 0)) - 1)
        while at < len(self.ranges) and self.ranges[at][0] < end:
            yield self.ranges[at]
            at += 1
