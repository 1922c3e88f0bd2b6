"""What to learn next, and how far the reader is: pure functions over counts and states.

worth({"uquba-n": (12, 5)}, state)   the words not known yet, by how much of the library they would unlock
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from reader.study.states import UNFAMILIAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reader.study.states import State


class Worth(NamedTuple):
    """A word, and what knowing it would bring."""

    key: str
    words: int
    """Running words of the library that it stands for."""
    articles: int
    """Articles that it occurs in."""


def worth(counts: Mapping[str, tuple[int, int]], state: Callable[[str], State]) -> list[Worth]:
    """Words that are not known yet, the one that unlocks the most text first; of equals the one in more articles."""
    found = [Worth(key, *count) for key, count in counts.items() if state(key) in UNFAMILIAR and count[0] > 0]
    return sorted(found, key=lambda word: (-word.words, -word.articles, word.key))


def by_day(
    times: Iterable[tuple[float, str]], today: date, days: int = 30
) -> list[tuple[date, dict[str, int]]]:
    """(seconds since the epoch, state reached) of changes as one row a day, the oldest first; days without any too."""
    first = today - timedelta(days=days - 1)
    rows: dict[date, dict[str, int]] = {first + timedelta(days=n): {} for n in range(days)}
    for at, state in times:
        day = date.fromtimestamp(at)
        if day in rows:
            rows[day][state] = rows[day].get(state, 0) + 1
    return list(rows.items())
