"""Multiword terms: found on the lemmas of their parts, through clitics, inflection and the gaps that the entry allows.

    "وبوقفٍ فوري لإطلاق النار"   waqf-itlaq-al-nar-t, gap [1, 0], over four tokens

A part is a lemma or, written "=في", that exact word. Nothing but the words a gap allows may come between; punctuation
ends a term. The longest match comes first, shorter ones that overlap it are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.normalize import fold

if TYPE_CHECKING:
    from corpus.tokenize import Token
    from glossary.analyze import Choice, TermParts

LIKELY = 0.08
"""The least weight of a reading that may be a part of a term: in a set phrase an unlikely reading is often right, but
الأمن الدولي is not the security of the state."""

WIDEST = 4
"""The widest gap after a first part that is looked across."""

Match = tuple[str, tuple[int, ...], list[str]]
"""Entry id, indices of all tokens from the first part to the last, glosses."""


def matches(tokens: list[Token], choices: list[Choice]) -> list[Match]:
    """The terms of a line in the order of their beginnings, longer before shorter.

    A word that is part of a term is read as that part: its choice in `choices` is replaced where another came first.
    """
    found: list[tuple[Match, list[tuple[int, int]]]] = []
    for i, choice in enumerate(choices):
        for lemma, by_second in choice.known.starts:
            if _fits(tokens[i], choice, lemma):
                for (parts, _, ident, glosses), places in _reached(tokens, choices, i, by_second):
                    lemmas = [
                        (at, part) for at, part in zip(places, parts, strict=True) if isinstance(part, int)
                    ]
                    found.append(((ident, tuple(range(i, places[-1] + 1)), glosses), lemmas))
    found.sort(key=lambda item: (item[0][1][0], -len(item[0][1])))
    settled: set[int] = set()
    for (ident, _, _), lemmas in sorted(found, key=lambda item: -len(item[0][1])):
        for at, lemma in lemmas:
            if at not in settled:
                settled.add(at)
                choices[at] = _read_as(choices[at], lemma, ident)
    return [match for match, _ in found]


def _read_as(choice: Choice, lemma: int, ident: str) -> Choice:
    """The choice with a reading of the lemma first."""
    if choice.readings[0][1] == lemma:
        return choice
    known = choice.known
    key = -1 - lemma
    settled = known.choices.get(key)
    if settled is None:
        first = next(reading for reading in choice.readings if reading[1] == lemma)
        rest = [reading for reading in choice.readings if reading is not first]
        settled = known.choices[key] = type(choice)(known, [first, *rest], (("term", ident),))
    return settled


def _reached(
    tokens: list[Token], choices: list[Choice], first: int, by_second: dict[int | str, list[TermParts]]
) -> list[tuple[TermParts, list[int]]]:
    """The terms that stand here, of those that begin with a lemma, with the places of their parts."""
    found: dict[str, tuple[TermParts, list[int]]] = {}
    for at in range(first + 1, min(first + WIDEST + 2, len(tokens))):
        if tokens[at].kind == "punct":
            break
        for part in _parts(choices[at]):
            for term in by_second.get(part, ()):
                gaps = term[1]
                if term[2] in found or at - first - 1 > (gaps[0] if gaps else 0):
                    continue
                if _fits(tokens[at], choices[at], part):
                    places = _rest(tokens, choices, [first, at], term)
                    if places:
                        found[term[2]] = (term, places)
    return list(found.values())


def _parts(choice: Choice) -> tuple[int | str, ...]:
    """What parts of a term a word may be, kept with its spelling."""
    known = choice.known
    if known.parts is None:
        lemmas = {lemma: None for weight, lemma, _, _ in known.readings if weight > 0.02}
        known.parts = (*lemmas, fold(known.text)) if known.text else ()
    return known.parts


def _rest(tokens: list[Token], choices: list[Choice], places: list[int], term: TermParts) -> list[int]:
    """The places with those of the third part and on; the nearest fitting word takes each. Nothing if one is missing."""
    parts, gaps = term[0], term[1]
    at = places[-1]
    for n, part in enumerate(parts[2:], 1):
        gap = gaps[n] if n < len(gaps) else 0
        for step in range(1, gap + 2):
            if at + step >= len(tokens) or tokens[at + step].kind == "punct":
                return []
            if _fits(tokens[at + step], choices[at + step], part):
                at += step
                places.append(at)
                break
        else:
            return []
    return places


def _fits(token: Token, choice: Choice, part: int | str) -> bool:
    """Whether a word is a part: that exact word, or a likely reading of it is that lemma.

    A particle with a pronoun is no part of a set phrase: إلى أنها is not إلى أن.
    """
    if isinstance(part, str):
        return token.kind == "word" and fold(token.text) == part
    for weight, lemma, combo, _ in choice.readings:
        if lemma == part and weight >= LIKELY:
            return not (combo.enclitic and combo.pos in ("particle", "conjunction"))
    return False
