"""Multiword terms: found on the lemmas of their parts, through clitics, inflection and the gaps that the entry allows.

    "وبوقفٍ فوري لإطلاق النار"   waqf-itlaq-al-nar-t, gap [1, 0], over four tokens

A part is a lemma or, written "=في", that exact word. Nothing but the words a gap allows may come between; punctuation
ends a term. The longest match comes first, shorter ones that overlap it are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.normalize import fold
from glossary import rank

if TYPE_CHECKING:
    from corpus.tokenize import Token
    from glossary.analyze import Analyzer, Choice

Match = tuple[str, tuple[int, ...], list[str]]
"""Entry id, indices of all tokens from the first part to the last, glosses."""


def matches(analyzer: Analyzer, tokens: list[Token], choices: list[Choice]) -> list[Match]:
    """The terms of a line in the order of their beginnings, longer before shorter."""
    found: list[Match] = []
    for i, choice in enumerate(choices):
        for number in choice.known.starts:
            parts, gaps, ident, glosses = analyzer.term(number)
            end = _reach(tokens, choices, i, parts, gaps)
            if end > i:
                found.append((ident, tuple(range(i, end + 1)), glosses))
    found.sort(key=lambda match: (match[1][0], -len(match[1])))
    return found


def _reach(
    tokens: list[Token], choices: list[Choice], at: int, parts: list[int | str], gaps: list[int]
) -> int:
    """The index of the token that ends a term beginning at `at`, or -1. The nearest fitting word takes each part."""
    for n, part in enumerate(parts):
        if n == 0:
            continue
        gap = gaps[n - 1] if n - 1 < len(gaps) else 0
        for step in range(1, gap + 2):
            if at + step >= len(tokens) or tokens[at + step].kind == "punct":
                return -1
            if _fits(tokens[at + step], choices[at + step], part):
                at += step
                break
        else:
            return -1
    return at


def _fits(token: Token, choice: Choice, part: int | str) -> bool:
    if isinstance(part, str):
        return token.kind == "word" and fold(token.text) == part
    return any(lemma == part and weight > rank.HOPELESS for weight, lemma, _, _ in choice.readings)
