"""What analysis answers with: a line, its tokens with their readings, its terms and names. Frozen, and data throughout.

LineAnalysis("فرضت عقوبات", tokens=(WordAnalysis(lemma="فَرَضَ", …), WordAnalysis(lemma="عُقُوبَة", …)), terms=(…), names=())
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a word."""

    lemma: str
    pos: str
    gloss: str | None
    entry: str | None
    weight: float
    """Share among the readings, 0 to 1."""
    root: str | None = None
    pattern: str | None = None
    glosses: tuple[str, ...] = ()
    source: str = "none"
    proclitics: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()
    features: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What identifies the word a reader knows or learns: the entry's id, else "lemma/pos"."""
        return self.entry or f"{self.lemma}/{self.pos}"


@dataclass(frozen=True, slots=True)
class WordAnalysis:
    """A token. `kind` is word, number, latin or punct; only a word has readings, and not every word."""

    start: int
    end: int
    text: str
    kind: str
    candidates: tuple[Candidate, ...] = ()
    """Likeliest first; the first is what lemma, pos … below repeat."""
    reasons: tuple[tuple[str, ...], ...] = ()
    """Why the first is first: codes with arguments, glossary.rank.REASONS says what they mean."""

    @property
    def first(self) -> Candidate | None:
        """The reading that holds here."""
        return self.candidates[0] if self.candidates else None

    @property
    def lemma(self) -> str | None:
        """Vowelled dictionary form."""
        return self.candidates[0].lemma if self.candidates else None

    @property
    def pos(self) -> str | None:
        """Part of speech, one of glossary.entry.POS."""
        return self.candidates[0].pos if self.candidates else None

    @property
    def root(self) -> str | None:
        """Radicals."""
        return self.candidates[0].root if self.candidates else None

    @property
    def pattern(self) -> str | None:
        """Pattern (wazn) of the lemma."""
        return self.candidates[0].pattern if self.candidates else None

    @property
    def gloss(self) -> str | None:
        """The English for under the finger."""
        return self.candidates[0].gloss if self.candidates else None

    @property
    def glosses(self) -> tuple[str, ...]:
        """All glosses, the first first."""
        return self.candidates[0].glosses if self.candidates else ()

    @property
    def entry(self) -> str | None:
        """The entry's id."""
        return self.candidates[0].entry if self.candidates else None

    @property
    def source(self) -> str:
        """glossary, lexicon, names, user, dictionary or none."""
        return self.candidates[0].source if self.candidates else "none"

    @property
    def proclitics(self) -> tuple[str, ...]:
        """What is attached before, in order."""
        return self.candidates[0].proclitics if self.candidates else ()

    @property
    def enclitics(self) -> tuple[str, ...]:
        """What is attached after."""
        return self.candidates[0].enclitics if self.candidates else ()

    @property
    def features(self) -> dict[str, Any]:
        """What the form is (glossary.features)."""
        return self.candidates[0].features if self.candidates else {}

    @property
    def key(self) -> str | None:
        """What identifies the word for the reader's word states; None for what is no known word."""
        return self.candidates[0].key if self.candidates else None


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A multiword entry found in a line."""

    entry: str
    tokens: tuple[int, ...]
    """Indices of all tokens from its first part to its last."""
    start: int
    end: int
    gloss: str
    parts: tuple[int, ...] = ()
    """Indices of its parts alone: a word in a gap is none."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Consecutive tokens that make one name."""

    tokens: tuple[int, ...]
    start: int
    end: int
    latin: str
    """A readable rendering in Latin letters, or the gazetteer's English."""


@dataclass(frozen=True, slots=True)
class LineAnalysis:
    """A line of text, analysed."""

    text: str
    tokens: tuple[WordAnalysis, ...]
    terms: tuple[TermMatch, ...] = ()
    names: tuple[NameSpan, ...] = ()
