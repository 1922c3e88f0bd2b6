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
    from glossary.analyze import Analyzer, Choice

LIKELY = 0.08
"""The least weight of a reading that may be a part of a term: in a set phrase an unlikely reading is often right, but
الأمن الدولي is not the security of the state."""

Match = tuple[str, tuple[int, ...], list[str]]
"""Entry id, indices of all tokens from the first part to the last, glosses."""


def matches(analyzer: Analyzer, tokens: list[Token], choices: list[Choice]) -> list[Match]:
    """The terms of a line in the order of their beginnings, longer before shorter.

    A word that is part of a term is read as that part: its choice in `choices` is replaced where another came first.
    """
    found: list[tuple[Match, list[tuple[int, int]]]] = []
    for i, choice in enumerate(choices):
        for number in choice.known.starts:
            parts, gaps, ident, glosses = analyzer.term(number)
            if not _fits(tokens[i], choice, parts[0]):
                continue
            places = _places(tokens, choices, i, parts, gaps)
            if places:
                lemmas = [(at, part) for at, part in zip(places, parts, strict=True) if isinstance(part, int)]
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


def _places(
    tokens: list[Token], choices: list[Choice], at: int, parts: list[int | str], gaps: list[int]
) -> list[int]:
    """Where the parts of a term that begins at `at` stand, if they do. The nearest fitting word takes each part."""
    places = [at]
    for n, part in enumerate(parts[1:]):
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
