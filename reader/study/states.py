"""The four states of a word, and how they change."""

from __future__ import annotations

from typing import Literal, NamedTuple

State = Literal["new", "learning", "known", "ignored"]

STATES: tuple[State, ...] = ("new", "learning", "known", "ignored")
UNFAMILIAR: frozenset[State] = frozenset({"new", "learning"})
"""The states that count as not known yet."""


class Word(NamedTuple):
    """A word that has left the state new."""

    key: str
    lemma: str
    pos: str | None
    state: State
    changed: float
    """Seconds since the epoch."""
    article: str | None


class Change(NamedTuple):
    """One word's step from a state to another."""

    key: str
    lemma: str
    pos: str | None
    before: State
    after: State


def toggled(now: State, wanted: State) -> State:
    """Pressing a state's key again takes it back to new."""
    return "new" if now == wanted else wanted
