"""What was exported last time, so that an export updates what changed and nothing else.

Anki replaces a note whose modification time is newer, with the learner's edits and tags. So a note keeps
the time it had as long as it says the same:

    exported in May    {"uquba-n": Stamp("9f31…", 1788100800, 1)}
    June, same         the stamp as it was                          Anki leaves the note alone
    June, new gloss    Stamp("07aa…", now, 1)                       Anki updates this note

A card once made is never taken back: `cards` remembers which ones there were. Nor is audio: a note that is
exported without it keeps what it has.
"""

from __future__ import annotations

from typing import NamedTuple

SOUND = ":"
"""Between a digest of what a note says and one of its sound."""


class Stamp(NamedTuple):
    """One row for each key; the caller stores it."""

    digest: str
    changed: int
    """Seconds since 1970: the note's modification time in Anki."""
    cards: int
    """Bit n is set if card n of the templates has been exported."""

    def has(self, card: int) -> bool:
        """Whether that card has been exported before."""
        return bool(self.cards >> card & 1)

    @property
    def sounds(self) -> bool:
        """Whether it has been exported with audio."""
        return SOUND in self.digest


def bits(cards: tuple[int, ...]) -> int:
    """The cards as `Stamp.cards`."""
    return sum(1 << card for card in cards)


def restamp(
    old: Stamp | None, digest: str, cards: tuple[int, ...], changed: int, now: int, *, again: bool = False
) -> Stamp:
    """The stamp of a note exported now; `changed` is the time of one that has no stamp yet.

    With `again` Anki is to take the note even if it says the same.

    If the new content would leave a card empty that the learner may be studying (its sentence is gone,
    say), the update is held back: the old stamp stays, and Anki keeps the note as it is.
    """
    made = bits(cards)
    if old is None:
        return Stamp(digest, changed, made)
    same = digest in (old.digest, old.digest.split(SOUND)[0])
    if old.cards & ~made or (same and not again):
        return old
    return Stamp(digest, max(now, old.changed + 1), made)
