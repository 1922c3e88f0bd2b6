"""Which reading comes first here: P(reading | spelling), weighed by what stands before and after. Why is data.

    "لم يكتب"           after لم a word is a present verb: كَتَبَ, not a noun or name
    "وقع الرئيسان اتفاقًا"   who, then what: a verb that takes an object, وَقَّعَ "sign", not وَقَعَ "happen"

A reading has clues in its place (glossary.clues), and ranking.tsv a weight for the clues that say something; the weights
add up with the logarithm of the reading's share. Only words whose readings leave a choice are weighed, and each spelling
only once in each kind of place.
"""

from __future__ import annotations

import math
import os
from functools import cache
from typing import TYPE_CHECKING

from glossary.clues import Clue, Place, Seen, Side, clues, seen, side
from glossary.kinds import BREAKS, EDGE, OPENS, mark
from glossary.layer import BASE

if TYPE_CHECKING:
    from corpus.tokenize import Token
    from glossary.analyze import Analyzer, Choice, Known
    from glossary.cutting import Reading

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "ranking.tsv")
HOPELESS = 0.004
"""A reading below this share is never brought first by its neighbours."""
UNANSWERED = -0.3
"""Added where no entry has the lemma, but to names: what is answered is of more use, and the lexicon has the common words."""
PLACES = 200
"""Kinds of places kept for a spelling."""
OPENING, VERBAL, NEITHER = 1, 2, 0
"""What a word does to its clause: begins one, is its verb, neither."""
Weights = dict[Clue, float]


@cache
def weights() -> Weights:
    """The weights that scripts/learn_ranking.py learned."""
    made: Weights = {}
    with open(FILE, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                looks, own, met, weight = line.rstrip("\n").split("\t")
                made[looks, own, met] = float(weight)
    return made


def in_context(analyzer: Analyzer, known: list[Known | None], tokens: list[Token]) -> list[Choice]:
    """A choice for every token, left to right in the order of reading: what is chosen tells on what follows."""
    from glossary.analyze import NOTHING

    made = []
    kinds = [mark(t.kind, t.text) if w is None else "" for w, t in zip(known, tokens, strict=True)]
    before, verb = EDGE, False
    for i, word in enumerate(known):
        if word is None:
            made.append(NOTHING)
            if kinds[i] in BREAKS:
                before, verb = EDGE, False
            else:
                before = kinds[i]
            continue
        if word.open and len(known) > 1:  # a word alone stands in no place
            here = place(known, kinds, i, before, verb, word.framed)
            choice = word.choices.get(here)
            if choice is None:
                if len(word.choices) > PLACES:
                    word.choices.clear()
                choice = word.choices[here] = _weigh(analyzer, word, here)
        else:
            choice = word.only
        made.append(choice)
        before = choice.before
        if choice.clause:
            verb = choice.clause == VERBAL
    return made


def place(
    known: list[Known | None], kinds: list[str], i: int, before: str, verb: bool, framed: bool
) -> Place:
    """What stands around word i; `kinds` has the kinds of the tokens that are no words."""
    n, last = i + 1, len(known) - 1
    if n > last:
        return Place(before, EDGE, EDGE, verb, 0)
    word = known[n]
    if n == last:
        second, after = None, EDGE
    else:
        second = known[n + 1]
        after = second.look.after if second else kinds[n + 1]
    if word is None:
        return Place(before, kinds[n], EDGE if kinds[n] in BREAKS else after, verb, 0)
    seen = word.look
    calls = seen.calls if framed else 0
    if framed and not calls and second and seen.nominal:
        calls = second.look.calls
    return Place(before, seen.next, after, verb, calls)


def sides(analyzer: Analyzer, word: Known) -> list[Side]:
    """The readings of a word from the clues' point of view, those with hope; they come first."""
    governs = analyzer.index.governs
    return [side(r, analyzer.lemma, governs(r[1])) for r in word.readings if r[0] > HOPELESS]


def _weigh(analyzer: Analyzer, word: Known, place: Place) -> Choice:
    """The readings of a spelling in the order that they have in such a place."""
    from glossary.analyze import Choice

    own = word.sides = word.sides or sides(analyzer, word)
    at, weight = seen(place), weights().get
    shares = [reading[0] for reading in word.readings]
    for n, one in enumerate(own):
        score = unanswered(word.readings[n])
        for clue in clues(one, at):
            score += weight(clue, 0.0)
        shares[n] *= math.exp(score)
    total = sum(shares)
    readings = [
        (share / total, lemma, combo, note)
        for share, (_, lemma, combo, note) in zip(shares, word.readings, strict=True)
    ]
    first = max(range(len(own)), key=shares.__getitem__)
    readings.sort(key=_by_weight)
    return Choice(word, readings, _why(own[first], own[0], at) if first else (), own[first].kind)


def unanswered(reading: Reading) -> float:
    """UNANSWERED for a reading that has no answer."""
    return UNANSWERED if reading[1] >= BASE and reading[2].pos != "name" else 0.0


def _by_weight(reading: Reading) -> float:
    return -reading[0]


def _why(now: Side, was: Side, at: Seen) -> tuple[tuple[str, ...], ...]:
    """The clue that told most for what comes first now against what came first out of context.

    Its code is what it looks at; its arguments the kinds of both readings and what it meets.
    """
    known = weights()
    told: dict[str, float] = {}
    met: dict[str, str] = {}
    for sign, own in ((1, now), (-1, was)):
        for clue in clues(own, at):
            looks = clue[0].rstrip("~")
            told[looks] = told.get(looks, 0.0) + sign * known.get(clue, 0.0)
            met.setdefault(looks, clue[2])
    looks = max(told, key=told.__getitem__)
    return ((looks, now.kind, was.kind, met[looks]),) if told[looks] > 0 else ()


def clause(kind: str) -> int:
    """What a word of this kind, or a particle of this role, does to its clause."""
    if kind in OPENS:
        return OPENING
    return VERBAL if kind.startswith("v.") or kind == "be" else NEITHER
