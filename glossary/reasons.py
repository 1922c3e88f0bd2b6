"""Why a reading comes first: codes with arguments, made when a card asks, and their English.

(("after", "jussive", "لم"),)   say(…)  "after لم only a present verb stands"
(("share", "93"),)              say(…)  "93 % of the time this spelling is this word"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.tokenize import Token
    from glossary.analyze import Choice

REASONS = {
    "only": "the only reading known",
    "share": "{0} % of the time this spelling is this word",
    "vowels": "the vowels written here leave it",
    "spelling": "spelt otherwise in the dictionary (hamza, ى or ي, ة or ه)",
    "nisba": "formed by rule from a word that is known: ـيّ",
    "variant": "another spelling of a name that is known",
    "name": "not in the dictionary; taken for a name",
    "unknown": "not in the dictionary; only its shape is known",
    "slip": "a suggestion: a known word is one slip of the pen away",
    "glued": "a suggestion: two words written as one",
    "term": "part of a term of the glossary",
}
"""Codes that stand alone; {0} is their argument."""
NEIGHBOURS = {
    "preposition": "after the preposition {0} no verb stands",
    "object": "after the preposition {0} a noun stands rather than an adjective",
    "jussive": "after {0} only a present verb stands",
    "subjunctive": "after {0} only a present verb stands",
    "when": "after {0} a verb stands",
    "qad": "after {0} only a verb stands",
    "future": "after {0} only a present verb stands",
    "relative": "after {0} a verb or a phrase stands",
    "agreement": "it agrees with {0} before it",
    "standing": "no noun stands before it that it could describe",
    "idafa": "it belongs to {0}",
}
"""What ("after", rule, word) says."""


def reasons(choice: Choice, before: Token | None) -> tuple[tuple[str, ...], ...]:
    """The reasons for a choice's first reading, the weightiest first."""
    if not choice.readings:
        return ()
    made: list[tuple[str, ...]] = []
    for side, rule in choice.why:
        made.append((side, rule, before.text if before else "") if side == "after" else (side, rule))
    note = choice.readings[0][3]
    if note in REASONS:
        made.append((note,))
    elif len(choice.readings) == 1:
        made.append(("only",))
    elif not made:
        made.append(("share", str(round(100 * choice.readings[0][0]))))
    return tuple(made)


def say(reason: tuple[str, ...]) -> str:
    """A reason in English, for the card."""
    code, *rest = reason
    if code == "after":
        return NEIGHBOURS.get(rest[0], "its neighbour {0} speaks for it").format(rest[1])
    return REASONS.get(code, code).format(*rest)
