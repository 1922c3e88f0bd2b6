"""What can stand before and after a stem, and how a written word is cut into it.

    cut("وللعقوبات")   ("و", "ل", "ال") + عقوبات      لل is ل and the article
    cut("بمدرستها")    ("ب",) + مدرست + ("ها",)       the stem's own spelling before a pronoun is the index's business
    cut("للغة")        ("ل", "ال") + لغة, ("ل",) + لغة  after لل a stem's first ل is written once

A cut is only a possibility: what the stem admits (article, preposition, pronoun, future) decides, and rank.py weighs
what is left. The longest run before a stem is four letters (وبال), so the work is bounded for a word of any length.
"""

from __future__ import annotations

from typing import NamedTuple

NONE, ARTICLE, PREPOSITION, FUTURE, LAM, QUESTION = 0, 4, 8, 16, 32, 64
"""What the stem must admit, as in glossary.inflect.form; QUESTION (the أ of a question) asks for nothing."""


class Prefix(NamedTuple):
    """One way to read the letters before a stem."""

    clitics: tuple[str, ...]
    needs: int
    restore: str
    """A letter that the spelling swallowed and the stem has: للغة is ل + ال + لغة."""
    prior: float
    """How common the run is, as a share of words; a false cut pays for every clitic that it assumes."""


def _prefixes() -> dict[str, tuple[Prefix, ...]]:
    made: dict[str, list[Prefix]] = {}

    def add(written: str, clitics: tuple[str, ...], needs: int, prior: float, restore: str = "") -> None:
        made.setdefault(written, []).append(Prefix(clitics, needs, restore, prior))

    for conjunction, share in (("", 1.0), ("و", 0.15), ("ف", 0.02)):
        before = (conjunction,) if conjunction else ()
        add(conjunction, before, NONE, share)
        add(conjunction + "ال", (*before, "ال"), ARTICLE, share * 0.6)
        for preposition, often in (("ب", 0.15), ("ل", 0.15), ("ك", 0.03)):
            add(conjunction + preposition, (*before, preposition), PREPOSITION, share * often)
            if preposition != "ل":
                add(conjunction + preposition + "ال", (*before, preposition, "ال"), ARTICLE, share * often)
        add(conjunction + "لل", (*before, "ل", "ال"), ARTICLE, share * 0.15)
        add(conjunction + "لل", (*before, "ل", "ال"), ARTICLE, share * 0.1, "ل")
        add(conjunction + "ل", (*before, "ل"), LAM, share * 0.08)
        add(conjunction + "س", (*before, "س"), FUTURE, share * 0.3)
        add("أ" + conjunction, ("أ", *before), QUESTION, share * 0.005)
    return {written: tuple(ways) for written, ways in made.items()}


PREFIXES = _prefixes()
"""Letters before a stem -> the ways to read them."""
LONGEST = max(map(len, PREFIXES))
PRONOUNS = {
    "ه": 0.12, "ها": 0.12, "هم": 0.05, "هما": 0.01, "هن": 0.005, "ك": 0.01, "كم": 0.008, "كما": 0.002, "كن": 0.001,
    "نا": 0.03, "ي": 0.02, "ني": 0.01,
}  # fmt: skip
"""Attached pronouns and how common each is."""
LONGEST_PRONOUN = max(map(len, PRONOUNS))


class Cut(NamedTuple):
    """A way to cut a word: the stem is `word[start:end]`, with `restore` before it."""

    start: int
    end: int
    prefix: Prefix
    pronoun: str
    prior: float


def cuts(word: str) -> list[Cut]:
    """Every way to cut the letters of a word (`normalize.plain`) into clitics and a stem of at least one letter."""
    size = len(word)
    ends = [(size, "", 1.0)]
    for n in range(1, LONGEST_PRONOUN + 1):
        share = PRONOUNS.get(word[size - n :]) if n < size else None
        if share is not None:
            ends.append((size - n, word[size - n :], share))
    made: list[Cut] = []
    for n in range(min(LONGEST, size - 1) + 1):
        ways = PREFIXES.get(word[:n])
        if ways is None:
            continue
        for end, pronoun, share in ends:
            if end > n:
                made += [Cut(n, end, way, pronoun, way.prior * share) for way in ways]
    return made
