"""What speaks for or against a reading in its place: clues, each a short tuple that ranking.tsv has a weight for.

    "لم يكتب"   كَتَبَ after لم    ("before", "v.pres.3ms", "jus"), ("before~", "v.pres", "jus"), …

The same function makes them when the weights are learned (scripts/learn_ranking.py) and when words are weighed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.normalize import plain
from glossary.govern import CALLS, FEMININE, FRAMED, OBJECT
from glossary.kinds import BE, EDGE, UNKNOWN, coarse
from glossary.layer import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.cutting import Reading
    from glossary.layer import LemmaRow

Clue = tuple[str, str, str]
"""What it looks at, what the reading is, what it meets."""
SELDOM = frozenset(("ي", "ك", "كم", "نا", "ني"))
"""Pronouns that a report hardly has but in quotations."""


class Place(NamedTuple):
    """What stands around a word."""

    before: str
    """The kind of the word before, as it was read."""
    next: str
    """The kind of the next word, as it is likeliest; with w+ or b+ where something is attached to it."""
    after: str
    """The kind of the one after it, coarse."""
    verb: bool
    """Whether the clause has had its verb."""
    calls: int
    """The preposition (glossary.govern.CALLS) that follows, after a noun at most."""


class Side(NamedTuple):
    """What of a reading the clues look at."""

    kind: str
    coarse: str
    kind_attached: str
    coarse_attached: str
    bits: int
    """What its lemma calls for (glossary.govern)."""
    takes: str
    """Of a verb: its coarse kind, and object, none or unknown."""
    pronoun: str
    jussive: bool
    called: bool
    """A ل before it, which calls for a jussive."""


def kind_of(reading: Reading, row: Callable[[int], LemmaRow], bits: int) -> str:
    """The kind of a reading, by its lemma too: a noun that is feminine without a sign of it, a form of كان."""
    found: str = reading[2].kind
    if bits & FEMININE and found.startswith("n.") and found.endswith(".m"):
        return found[:-1] + "f" if "singular" in reading[2].features else found
    return "be" if found.startswith("v.") and row(reading[1])[0] in BE else found


def side(reading: Reading, row: Callable[[int], LemmaRow], bits: int) -> Side:
    """A reading from the clues' point of view; `bits` are glossary.govern's of its lemma."""
    _, lemma, combo, note = reading
    kind = kind_of(reading, row, bits)
    rough = coarse(kind)
    before = combo.attached + "+" if combo.attached and note != "name" else ""
    takes = ""
    if combo.pos == "verb":
        takes = f"{rough} {'object' if bits & OBJECT else 'none' if lemma < BASE else 'unknown'}"
    pronoun = combo.enclitic and (combo.enclitic if combo.enclitic in SELDOM else "other")
    return Side(
        kind, rough, before + kind, before + rough, bits, takes, pronoun, kind.endswith(".jus"), "ل" in combo.proclitics
    )  # fmt: skip


class Look(NamedTuple):
    """What a word is to the words before it, out of context."""

    next: str
    after: str
    calls: int
    nominal: bool


def look(
    readings: list[Reading], role: str, row: Callable[[int], LemmaRow], bits: Callable[[int], int]
) -> Look:
    """The look of a word by its likeliest reading."""
    if not readings:
        return Look(role or UNKNOWN, role or UNKNOWN, 0, False)
    first = readings[0]
    combo = first[2]
    calls = 0
    if combo.pos in ("preposition", "particle", "conjunction"):
        calls = CALLS.get(plain(row(first[1])[0]), 0)
    elif "b" in combo.attached:
        calls = CALLS[next(clitic for clitic in combo.proclitics if clitic in "بلك")]
    if role:
        return Look(role, role, calls, False)
    kind = kind_of(first, row, bits(first[1]) if combo.kind.endswith(".m") else 0)
    nominal = kind[:2] in ("n.", "a.", "na")
    if combo.attached and "b" in combo.attached:
        return Look("b+" + kind[0], "b+", calls, nominal)
    if combo.attached:
        return Look("w+" + kind[0], "w+", calls, nominal)
    return Look(kind, coarse(kind), calls, nominal)


class Seen(NamedTuple):
    """A place as the clues of all its readings speak of it."""

    before: str
    roughly_before: str
    next: str
    roughly_next: str
    two: str
    clause: str
    frame: str
    called: bool
    calls: int


def seen(place: Place) -> Seen:
    """What the clues need of a place, made once for all readings."""
    before, following, after, verb, calls = place
    rough = coarse(following)
    clause = ("verb" if verb else "none") + (" break" if before == EDGE else "")
    called = before in ("jus", "neg")
    return Seen(
        before, coarse(before), following, rough, f"{rough} {after}", clause, f"{following[:5]} {after}", called, calls
    )  # fmt: skip


def clues(own: Side, at: Seen) -> list[Clue]:
    """All clues of a reading in its place."""
    kind, rough = own.kind, own.coarse
    made: list[Clue] = [
        ("before", own.kind_attached, at.before),
        ("before~", own.coarse_attached, at.roughly_before),
        ("next", kind, at.next),
        ("next~", rough, at.roughly_next),
        ("two", rough, at.two),
        ("clause", rough, at.clause),
    ]
    if own.pronoun:
        made.append(("pronoun", rough[0], own.pronoun))
    if own.takes:
        made.append(("object", own.takes, at.next))
        made.append(("frame", own.takes, at.frame))
        if own.jussive:
            made.append(("jussive", "", "called" if at.called or own.called else "alone"))
    if at.calls and own.bits & FRAMED:
        made.append(("calls", rough[0], "yes" if own.bits & at.calls else "no"))
    return made
