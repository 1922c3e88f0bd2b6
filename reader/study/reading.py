"""An article as its reader meets it: blocks of text, analysed when they are looked at.

blocks          0 the title, 1 … the paragraphs
stretch(b, p)   the analysis around position p of block b: lemma, gloss and key of its tokens, terms and names
uses()          the glossary's words and terms in order of appearance, each with its places
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from reader.study.places import Place, Places
from reader.study.states import UNFAMILIAR

# The analysis is imported when the first word is looked up: the text of an article is shown before.
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus.article import Article
    from glossary.analysis import LineAnalysis
    from glossary.analyze import Analyzer
    from glossary.entry import Entry, Term
    from reader.study.states import State
    from reader.study.stretch import Stretch


VOWELS_BY_MACHINE = "machine-vowelled"
"""corpus.vowels.TAG, which is not imported to show a text."""
STRETCHES_KEPT = 64
"""Of about 80 words each: some pages around the reader."""


class Use(NamedTuple):
    """A word or term of the curated glossary in this article."""

    entry: str
    arabic: str
    """Vowelled lemma, or the term as a dictionary would print it."""
    gloss: str
    kind: str
    """word or term."""
    places: Places


class Coverage(NamedTuple):
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
    """One article and its analysis. A stretch of text is analysed when it is first asked for, and kept for a while."""

    def __init__(
        self,
        article: Article,
        analyzer: Callable[[], Analyzer],
        entry: Callable[[str], Entry | Term | None],
    ) -> None:
        """analyzer: opened when the first word is looked up, which is after the text has been shown."""
        self.article = article
        self.entry = entry
        """Id -> entry or term, or None."""
        self.blocks: tuple[str, ...] = (article.title, *(p.text for p in article.paragraphs))
        self._marks = VOWELS_BY_MACHINE not in article.tags
        self._open = analyzer
        self._stretches: OrderedDict[tuple[int, int], Stretch] = OrderedDict()
        self._read = (0, 0)
        self._uses: dict[str, tuple[str, str, str, Places]] = {}
        self._counts: Counter[tuple[str, str, str | None]] = Counter()
        self._ends: tuple[int, list[int]] = (-1, [])

    @property
    def _analyzer(self) -> Analyzer:
        return self._open()

    def stretch(self, block: int, position: int) -> Stretch:
        """The analysis around a position of a block."""
        from reader.study.stretch import Stretch, bounds

        text = self.blocks[block]
        start, end = bounds(text, position)
        found = self._stretches.get((block, start))
        if found is None:
            found = Stretch(self._analyzer, text, start, end, marks=self._marks)
            self._stretches[block, start] = found
            while len(self._stretches) > STRETCHES_KEPT:
                self._stretches.popitem(last=False)
        else:
            self._stretches.move_to_end((block, start))
        return found

    def lines(self) -> Iterator[LineAnalysis]:
        """The whole analysis of each block in order, not kept."""
        return (self._analyzer.line(block, marks=self._marks) for block in self.blocks)

    def sentence(self, block: int, position: int) -> tuple[int, int, str | None]:
        """(start, end, translation) of the sentence around a position; the title is one sentence."""
        if block == 0:
            return 0, len(self.blocks[0]), self.article.title_english
        sentences = self.article.paragraphs[block - 1].sentences
        if self._ends[0] != block:
            self._ends = (block, [sentence.end for sentence in sentences])
        at = bisect_right(self._ends[1], position)
        if at < len(sentences):
            return sentences[at].start, sentences[at].end, sentences[at].translation
        return 0, len(self.blocks[block]), None

    def read_on(self, words: int = 400) -> bool:
        """Analyse further, in order, until about so many words are done. Returns whether there is more."""
        while self._read[0] < len(self.blocks) and words > 0:
            block, position = self._read
            stretch = self._next_stretch(block, position)
            self._note(block, stretch)
            words -= len(stretch) + 1
            self._read = (block, stretch.end) if stretch.end < len(self.blocks[block]) else (block + 1, 0)
        return self._read[0] < len(self.blocks)

    def read_all(self) -> None:
        """Analyse what is left."""
        while self.read_on(100_000):
            pass

    def _next_stretch(self, block: int, position: int) -> Stretch:
        """A stretch for reading on: one that is there, or one that need not be kept."""
        from reader.study.stretch import Stretch, bounds

        start, end = bounds(self.blocks[block], position)
        return self._stretches.get((block, start)) or Stretch(
            self._analyzer, self.blocks[block], start, end, marks=self._marks
        )

    def _note(self, block: int, stretch: Stretch) -> None:
        """Count its words, and write down what of the glossary is in it."""
        from glossary.entry import Term

        taken: list[tuple[int, int]] = []
        found: list[tuple[int, int, str, str, str, str]] = []
        for term in stretch.terms:
            if not taken or term.start >= taken[-1][1]:
                taken.append((term.start, term.end))
                if term.start >= stretch.start:
                    entry = self.entry(term.entry)
                    arabic = (
                        entry.term if isinstance(entry, Term) else self.blocks[block][term.start : term.end]
                    )
                    found.append((term.start, term.end, term.entry, arabic, term.gloss, "term"))
        for index in stretch.own():
            row = stretch.lemma(index)
            if row is None:
                continue
            lemma, pos, _, _, id, source, glosses, _ = row
            self._counts[id or f"{lemma}/{pos}", lemma, pos] += 1
            if id and source in ("glossary", "user"):
                start, end = stretch.span(index)
                if not any(low <= start < high for low, high in taken):
                    found.append((start, end, id, lemma, glosses[0] if glosses else "", "word"))
        for start, end, id, arabic, gloss, kind in sorted(found):
            self._uses.setdefault(id, (arabic, gloss, kind, Places()))[3].add(block, start, end)

    def uses(self) -> list[Use]:
        """The glossary's words and terms in the order they appear, as far as it was read; words inside a term are the term's."""
        return [Use(id, a, g, k, places) for id, (a, g, k, places) in self._uses.items()]

    def postings(self) -> Iterator[tuple[str, Place, bool]]:
        """(key, place, counts towards the share known) of every word; terms under their entry's id, not counted."""
        for block, text in enumerate(self.blocks):
            position = 0
            while True:
                stretch = self._next_stretch(block, position)
                for index in stretch.own():
                    key = stretch.key(index)
                    if key is not None:
                        yield key, Place(block, *stretch.span(index)), True
                for term in stretch.terms:
                    if term.start >= stretch.start:
                        yield term.entry, Place(block, term.start, term.end), False
                position = stretch.end
                if position >= len(text):
                    break

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
