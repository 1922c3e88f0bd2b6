"""One inflected form: what inflection makes and the index stores."""

from __future__ import annotations

from typing import NamedTuple

ALONE, SUFFIX, ARTICLE, PREPOSITION, FUTURE, LAM = 1, 2, 4, 8, 16, 32
"""What a form may stand with, as bits: nothing after it; an attached pronoun after it; the article, an attached
preposition (ب ل ك), the future's س, the verb's ل before it."""
ONLY = 128
"""The form never stands without the article (the بحرين of البحرين)."""
NOMINAL = ALONE | SUFFIX | ARTICLE | PREPOSITION
ABSOLUTE = ALONE | ARTICLE | PREPOSITION
"""A form that nothing can be attached to, because before a pronoun it is written otherwise (ة, ى, the ن of the dual)."""
CONSTRUCT = ALONE | SUFFIX | PREPOSITION
"""A form without its ن: before another noun or a pronoun, never with the article."""
ATTACHED = SUFFIX | PREPOSITION
"""A spelling that exists only before a pronoun (دولت for دولة)."""


class Form(NamedTuple):
    """A vowelled form without its case ending, what it is, and what may be attached to it."""

    vowelled: str
    features: str
    """Words of glossary.features, separated by spaces."""
    flags: int
    weight: float = 1.0
    """How likely this cell is among the cells of its word, on any scale; only ratios matter."""
    lemma: str = ""
    """If the form belongs to a word derived by rule (a participle, an elative), that word; else empty."""
    pos: str = ""
