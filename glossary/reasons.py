"""Why a reading comes first: codes with arguments, made when a card asks, and their English.

(("before", "v.pres.3ms", "n.bare.m", "jus", "لم"),)   "after لم a present verb is likelier than a noun"
(("share", "93"),)                                     "93 % of the time this spelling is this word"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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
_NAMES = {
    "n": "a noun", "a": "an adjective", "name": "a name", "v.past": "a past verb", "v.pres": "a present verb",
    "v.imp": "an imperative", "be": "a form of “be”", "prep": "a preposition", "part": "a particle", "num": "a number",
    "adv": "an adverb", "pron": "a pronoun", "dem": "a demonstrative", "rel": "a relative",
}  # fmt: skip
_STATES = {
    "the": "with the article",
    "its": "with a pronoun",
    "bare": "without article",
    "acc": "in the accusative",
}
_AFTER = {
    "edge": "at the beginning", "comma": "after a comma", "stop": "after a stop", "quote": "after a quotation mark",
    "digits": "after a number",
}  # fmt: skip
_BEFORE = {
    "edge": "at the end", "comma": "before a comma", "stop": "before a stop", "quote": "before a quotation mark",
    "digits": "before a number",
}  # fmt: skip


def reasons(choice: Choice, tokens: Sequence[Token], i: int) -> tuple[tuple[str, ...], ...]:
    """The reasons for the first reading of token i, the weightiest first."""
    if not choice.readings:
        return ()
    made: list[tuple[str, ...]] = []
    for reason in choice.why:
        if len(reason) == 4:  # a clue of glossary.rank: with the word that it looks at
            at = i - 1 if reason[0] == "before" else i + 1
            made.append((*reason, tokens[at].text if 0 <= at < len(tokens) else ""))
        else:
            made.append(reason)
    note = choice.readings[0][3]
    if note in REASONS:
        made.append((note,))
    elif len(choice.known.readings) == 1:
        made.append(("only",))
    elif not made:
        made.append(("share", str(round(100 * choice.readings[0][0]))))
    return tuple(made)


def say(reason: tuple[str, ...]) -> str:
    """A reason in English, for the card."""
    code, *rest = reason
    if code in REASONS:
        return REASONS[code].format(*rest)
    if len(rest) != 4:
        return code
    own, other, met, word = rest
    if code == "clause" and (other if met.startswith("verb") else own).startswith("v."):
        return "the clause has its verb already" if met.startswith("verb") else "the clause has no verb yet"
    if code == "pronoun":
        return "a report seldom has the other reading's pronoun"
    if code == "jussive":
        return "nothing here calls for the other reading's jussive"
    if code == "calls" and met == "yes":
        return "what follows is what the dictionary says of this word"
    if code == "before" and _agrees(own, met):
        return f"it agrees with {word} before it"
    known = _AFTER if code == "before" else _BEFORE
    if code == "clause":
        known, word = {met.partition(" ")[0]: "here"}, ""
    at = known.get(met.partition(" ")[0]) or f"{'after' if code == 'before' else 'before'} {word}"
    ours, theirs = _name(own, other), _name(other, own)
    return f"{at} {ours} is likelier than {theirs}" if ours != theirs else f"{at} this word is likelier"


def _agrees(own: str, met: str) -> bool:
    """Whether an adjective's kind agrees with a noun's or another adjective's."""
    ours, theirs = own.rpartition("+")[2].split("."), met.split(".")
    if len(ours) < 3 or len(theirs) < 3 or ours[0] != "a" or theirs[0] not in "na" or ours[2] != theirs[2]:
        return False
    return (ours[1] == "the") == (theirs[1] in ("the", "its"))


def _name(kind: str, beside: str) -> str:
    """What a kind is called; a nominal with its state if the kind beside it is of the same part of speech."""
    parts = kind.rpartition("+")[2].split(" ")[0].split(".")
    others = beside.rpartition("+")[2].split(" ")[0].split(".")
    found = _NAMES.get(".".join(parts[:2])) or _NAMES.get(parts[0], "this")
    if parts[0] in ("n", "a") and parts[0] == others[0] and parts[1:2] != others[1:2]:
        state = _STATES.get(parts[1], "")
        return f"{found} {state}" if state else found
    return found
