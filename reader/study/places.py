"""Many places in an article, at twelve bytes each.

places = Places()
places.add(3, 10, 16)
places[0], len(places)          Place(block=3, start=10, end=16), 1
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import NamedTuple, overload


class Place(NamedTuple):
    """A range of code points in a block."""

    block: int
    start: int
    end: int


class Places(Sequence[Place]):
    """In the order in which they were added: that of the text."""

    __slots__ = ("_numbers",)

    def __init__(self) -> None:
        self._numbers = array("I")

    def add(self, block: int, start: int, end: int) -> None:
        """One more."""
        self._numbers.extend((block, start, end))

    def __len__(self) -> int:
        return len(self._numbers) // 3

    @overload
    def __getitem__(self, index: int) -> Place: ...

    @overload
    def __getitem__(self, index: slice) -> list[Place]: ...

    def __getitem__(self, index: int | slice) -> Place | list[Place]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        at = index if index >= 0 else index + len(self)
        if not 0 <= at < len(self):
            raise IndexError(index)
        return Place(*self._numbers[3 * at : 3 * at + 3])

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, (Places, tuple, list)) else NotImplemented

    __hash__ = None  # type: ignore[assignment]
