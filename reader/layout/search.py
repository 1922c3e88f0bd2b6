"""Finding text as a person types it: without marks, hamzas or the right kind of digit.

    Finder(["وَإِطْلَاقُ النَّارِ"]).find("اطلاق")  ->  [(2, 11)]   from the alef to after the qaf's damma

Paragraphs are searched in a copy without marks and tatweel, folded letter for letter; only where something
is found is the way back to logical positions worked out. Ranges count through the document like the
positions of reader.layout.tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.regex import later
from corpus.tokenize import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DROPPED = later(f"[{MARKS}\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_KEPT = later(f"[^{MARKS}\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_FOLD = {ord(a): b for a, b in zip("أإآٱىیکة\u00a0\u202f", "ااااييكه  ", strict=True)}
for _zero in (0x660, 0x6F0):
    _FOLD |= {_zero + i: str(i) for i in range(10)}
_SPACE = later(r"\s+")


def fold(text: str) -> str:
    """text without marks and tatweel, alefs, ya, ta marbuta and digits of one kind, Latin in lower case."""
    return _lower(_DROPPED.sub("", text).translate(_FOLD))


def _lower(text: str) -> str:
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


class Finder:
    """Searches one document. Keeps nothing but the paragraphs."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._paragraphs = paragraphs

    def iter(self, query: str) -> Iterator[tuple[int, int]]:
        """The ranges of the matches, in order, not overlapping; nothing for a query without letters."""
        wanted = _SPACE.sub(" ", fold(query))
        if not wanted.strip():
            return
        origin = 0
        for text in self._paragraphs:
            folded = fold(text)
            at = folded.find(wanted)
            if at >= 0:
                # a match ends where the next letter begins, so it takes its last letter's marks along
                kept = [m.start() for m in _KEPT.finditer(text)]
                kept.append(len(text))
                while at >= 0:
                    yield origin + kept[at], origin + kept[at + len(wanted)]
                    at = folded.find(wanted, at + len(wanted))
            origin += len(text) + 1

    def find(self, query: str, limit: int = 10_000) -> list[tuple[int, int]]:
        """The first matches as (start, end) in the document."""
        out: list[tuple[int, int]] = []
        for found in self.iter(query):
            out.append(found)
            if len(out) >= limit:
                break
        return out
