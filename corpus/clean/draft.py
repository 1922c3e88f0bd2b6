"""What the cleaning rules work on: an article that is still a list of lines.

A rule that repairs takes one line and gives it back with the number of places it changed. A rule that cuts takes
the whole draft and gives back another, with what it took out noted in `removed`. The name of the function is the
rule's name (share_line: "share-line"), the first line of its docstring its reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus import fold
from corpus.article import Removed


class Line(NamedTuple):
    """A paragraph to be."""

    text: str
    kind: str = "body"
    """body or heading."""

    @property
    def words(self) -> int:
        """Stretches between spaces."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before segmentation."""

    title: str
    lines: tuple[Line, ...]
    source: str | None = None
    date: str | None = None
    """YYYY-MM-DD."""
    removed: tuple[Removed, ...] = ()

    def without(self, rule: str, *numbers: int) -> Draft:
        """The draft without these lines, noted under the rule's name."""
        gone = set(numbers)
        return replace(
            self,
            lines=tuple(line for i, line in enumerate(self.lines) if i not in gone),
            removed=self.removed + tuple(Removed(rule, self.lines[i].text) for i in sorted(gone)),
        )


Repair = Callable[[str], tuple[str, int]]
"""A line to the line repaired, and the number of places."""
Cut = Callable[[Draft], Draft]
"""A draft to the draft with something taken out, split or recognised."""


def loose(text: str) -> str:
    """What the patterns of the rules are compared with: the search key, final ya without regard to its dots."""
    return fold.search_key(text).replace("ى", "ي")


def name_of(rule: Repair | Cut) -> str:
    """The rule's name: persian_letters is "persian-letters"."""
    return rule.__name__.replace("_", "-")


def reason_of(rule: Repair | Cut) -> str:
    """Why the rule is there: one line."""
    return (rule.__doc__ or "").strip().splitlines()[0]
