"""Which reading comes first here: P(reading | spelling), then what the neighbours say. Why is data, not prose.

Thin for now: the order that the index gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.tokenize import Token
    from glossary.analyze import Choice, Known

HOPELESS = 0.01
"""A reading below this weight is never brought first by its neighbours."""


def sign(pos: str, features: str, proclitics: tuple[str, ...], enclitic: str) -> int:
    """How a reading looks to its neighbours, as bits."""
    return 0


def in_context(known: list[Known | None], tokens: list[Token]) -> list[Choice]:
    """A choice for every token."""
    from glossary.analyze import NOTHING, Choice

    made = []
    for word in known:
        if word is None:
            made.append(NOTHING)
            continue
        choice = word.choices.get(0)
        if choice is None:
            choice = word.choices[0] = Choice(word, word.readings, ())
        made.append(choice)
    return made
