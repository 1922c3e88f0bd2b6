"""Random strings that look like the worst of an Arabic newspaper."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوىيءآأؤإئةپچڤگی"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
LATIN = "ABCxyzé"
DIGITS = "0123456789" + "٠١٢٣٤٥٦٧٨٩" + "۰۱۲۳۴۵۶۷۸۹"
BRACKETS = "()[]{}<>"
QUOTES = "«»‹›\"'“”‘’"
PUNCTUATION = ".,:;،؛؟!?-+%٪٫٬/–—…$€#@*&=_|"
OTHER = "ـא中\u0301\u00a0\u200c\u200d"

_KINDS = [
    (LETTERS, 30),
    (MARKS, 10),
    (LATIN, 12),
    (DIGITS, 14),
    (BRACKETS, 8),
    (QUOTES, 6),
    (PUNCTUATION, 12),
    (" ", 12),
    (OTHER, 2),
]


def text(source: random.Random, longest: int = 30) -> str:
    """One string."""
    kinds = source.choices([k for k, _ in _KINDS], [w for _, w in _KINDS], k=source.randint(1, longest))
    return "".join(source.choice(k) for k in kinds)


def texts(count: int, seed: int | None = None, longest: int = 30) -> Iterator[str]:
    """count strings. LAYOUT_SEED in the environment changes the seed."""
    source = random.Random(int(os.environ.get("LAYOUT_SEED", "1")) if seed is None else seed)
    for _ in range(count):
        yield text(source, longest)
