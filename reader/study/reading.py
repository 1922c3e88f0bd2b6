"""An article as its reader meets it: blocks of text, analysed when they are looked at.

blocks   0 the title, 1 … the paragraphs
line(b)  the analysis of block b: tokens with lemma, gloss, key; multiword terms
uses()   the glossary's words and terms in order of appearance, each with its places
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from glossary.entry import Entry, Term
from reader.study.states import UNFAMILIAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus.article import Article
    from glossary.analysis import LineAnalysis
    from glossary.analyze import Analyzer
    from reader.study.states import State


class Place(NamedTuple):
    """A range of code points in a block."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Use:
    """A word or term of the curated glossary in this article."""

    entry: str
    arabic: str
    """Vowelled lemma, or the term as a dictionary would print it."""
    gloss: str
    kind: str
    """word or term."""
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of an article its reader knows."""

    words: int
    """Running words."""
    known: float
    """Share of the running words whose state is known or ignored, 0 to 1."""
    learning: int
    """Different words in state learning."""
    new: int
    """Different words in state new."""


class Reading:
    """One article and its analysis. Paragraphs are analysed once, when first asked for."""

    def __init__(
        self, article: Article, analyzer: Analyzer, entry: Callable[[str], Entry | Term | None]
    ) -> None:
        self.article = article
        self.entry = entry
        """Id -> entry or term, or None."""
        self.blocks: tuple[str, ...] = (article.title, *(p.text for p in article.paragraphs))
        self._analyzer = analyzer
        self._lines: list[LineAnalysis | None] = [None] * len(self.blocks)
        self._read = 0
        self._uses: dict[str, tuple[str, str, str, list[Place]]] = {}
        self._counts: Counter[tuple[str, str, str | None]] = Counter()

    def line(self, block: int) -> LineAnalysis:
        """The analysis of a block."""
        line = self._lines[block]
        if line is None:
            line = self._lines[block] = self._analyzer.line(self.blocks[block])
        return line

    def lines(self) -> Iterator[LineAnalysis]:
        """All blocks in order."""
        return (self.line(block) for block in range(len(self.blocks)))

    def sentence(self, block: int, position: int) -> tuple[int, int, str | None]:
        """(start, end, translation) of the sentence around a position; the title is one sentence."""
        if block == 0:
            return 0, len(self.blocks[0]), self.article.title_english
        for sentence in self.article.paragraphs[block - 1].sentences:
            if position < sentence.end:
                return sentence.start, sentence.end, sentence.translation
        return 0, len(self.blocks[block]), None

    def read_on(self, words: int = 400) -> bool:
        """Analyse further blocks, in order, until about so many words are done. Returns whether there is more."""
        while self._read < len(self.blocks) and words > 0:
            line = self.line(self._read)
            self._note_uses(self._read, line)
            for token in line.tokens:
                if token.key is not None:
                    self._counts[token.key, token.lemma or token.text, token.pos] += 1
            words -= len(line.tokens)
            self._read += 1
        return self._read < len(self.blocks)

    def read_all(self) -> None:
        """Analyse what is left."""
        while self.read_on(100_000):
            pass

    def _note_uses(self, block: int, line: LineAnalysis) -> None:
        covered: set[int] = set()
        found: list[tuple[int, int, str, str, str, str]] = []
        for term in line.terms:
            if covered.isdisjoint(term.tokens):
                covered.update(term.tokens)
                entry = self.entry(term.entry)
                arabic = entry.term if isinstance(entry, Term) else line.text[term.start : term.end]
                found.append((term.start, term.end, term.entry, arabic, term.gloss, "term"))
        for index, token in enumerate(line.tokens):
            if index not in covered and token.entry and token.source in ("glossary", "user"):
                found.append(
                    (
                        token.start,
                        token.end,
                        token.entry,
                        token.lemma or token.text,
                        token.gloss or "",
                        "word",
                    )
                )
        for start, end, id, arabic, gloss, kind in sorted(found):
            self._uses.setdefault(id, (arabic, gloss, kind, []))[3].append(Place(block, start, end))

    def uses(self) -> list[Use]:
        """The glossary's words and terms in the order they appear, as far as it was read; words inside a term are the term's."""
        return [Use(id, a, g, k, tuple(places)) for id, (a, g, k, places) in self._uses.items()]

    def postings(self) -> Iterator[tuple[str, Place, bool]]:
        """(key, place, counts towards the share known) of every word; terms under their entry's id, not counted."""
        for block, line in enumerate(self.lines()):
            for token in line.tokens:
                if token.key is not None:
                    yield token.key, Place(block, token.start, token.end), True
            for term in line.terms:
                yield term.entry, Place(block, term.start, term.end), False

    def coverage(self, state: Callable[[str | None], State]) -> Coverage:
        """What share of the article is known, by the states of its words, as far as it was read."""
        words = known = 0
        distinct: dict[State, int] = {"new": 0, "learning": 0, "known": 0, "ignored": 0}
        for (key, _, _), count in self._counts.items():
            now = state(key)
            words += count
            known += 0 if now in UNFAMILIAR else count
            distinct[now] += 1
        return Coverage(words, known / words if words else 0.0, distinct["learning"], distinct["new"])
