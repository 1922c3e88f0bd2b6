"""Where a word was met, and which of the sentences is the one to learn it from.

    finder = Finder(desk)
    met = finder.met("uquba-n")            times, forms and articles, and its sentences, the most promising first
    finder.best(met, glosses=("sanction",))      the sentence for its card
    finder.meeting(met, met.places[3])           another one, looked at closely

The library knows where every word stands, so articles are not analysed for this: only the few sentences that
are looked at closely, to see which words of them the reader does not know and what is attached to the word.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from glossary.entry import Term
from reader.anki import english
from reader.anki.choose import Candidate, best_sentence
from reader.anki.sentence import GAP, is_vowelled, unvowelled
from reader.anki.stem import ARTICLE, stem
from reader.study.states import UNFAMILIAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.article import Article
    from glossary.analysis import TermMatch, WordAnalysis
    from reader.study.reading import Reading
    from reader.study.stretch import Stretch
    from reader.workspace import Workspace

CLOSELY = 8
"""Sentences that are analysed before one is chosen."""
ARTICLES = 60
"""Articles whose sentences are considered; a word that stands in more is easy to find a sentence for."""
_READINGS = 64


class Place(NamedTuple):
    """A sentence that the word stands in, by what is known of it without an analysis."""

    article: str
    block: int
    """0 is the title."""
    start: int
    """Of the sentence, code points into the block."""
    end: int
    candidate: Candidate
    """Its unknown words are not counted yet."""


class Met(NamedTuple):
    """All that the library says about one word."""

    key: str
    times: int
    """How often it stands there."""
    forms: tuple[str, ...]
    """As it was printed, the oldest first."""
    articles: tuple[str, ...]
    places: tuple[Place, ...]
    """The most promising first; the title only where there is nothing else."""


class Meeting(NamedTuple):
    """A sentence looked at closely."""

    article: Article
    block: int
    start: int
    """Of the sentence, code points into the block."""
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]
    """Where the word stands in `text`, clitics included."""
    gaps: tuple[tuple[int, int], ...]
    """The same without its clitics."""
    translation: str | None
    unknown: int
    """Other words of the sentence that the reader does not know."""
    token: WordAnalysis | None
    """The word's analysis; None for a term."""


class Finder:
    """Looks words up in the library. Holds the articles it has looked at last."""

    def __init__(self, desk: Workspace) -> None:
        self._desk = desk
        self._readings: OrderedDict[str, Reading] = OrderedDict()
        self._read: dict[str, bool] = {}

    def met(
        self, key: str, glosses: Sequence[str] = (), kept_in: str | None = None, chosen: str | None = None
    ) -> Met:
        """Where a word or term stands. `kept_in` is the article it was marked in, `chosen` that of its card's sentence."""
        postings = self._desk.library.places(key)
        first = [kept_in, chosen]
        near = sorted(postings, key=lambda row: (row[0] not in first, not self._was_read(row[0])))[:ARTICLES]
        forms: dict[str, None] = {}
        places: dict[tuple[str, int, int], Place] = {}
        for id, found in near:
            reading = self._reading(id)
            for paragraph, start, end in found:
                block = paragraph + 1
                if block >= len(reading.blocks):
                    continue
                forms[unvowelled(reading.blocks[block][start:end])] = None
                place = self._place(reading, block, start, glosses, id == kept_in or self._was_read(id))
                places.setdefault(place[:3], place)
        usable = [place for place in places.values() if place.block] or list(places.values())
        usable.sort(key=lambda place: place.candidate.cost)
        times = sum(len(found) for _, found in postings)
        return Met(key, times, tuple(forms), tuple(id for id, _ in postings), tuple(usable))

    def best(self, met: Met, chosen: tuple[str, int, int, int] | None = None) -> Meeting | None:
        """The sentence for the card: the one chosen before, else the one that is easiest to learn from."""
        for place in met.places:
            if chosen is not None and place[:3] == chosen[:3] and (found := self.meeting(met, place)):
                return found
        looked = [(place, self.meeting(met, place)) for place in met.places[:CLOSELY]]
        close = [(place.candidate._replace(unknown=found.unknown), found) for place, found in looked if found]
        at = best_sentence([candidate for candidate, _ in close])
        return None if at is None else close[at][1]

    def meeting(self, met: Met, place: Place) -> Meeting | None:
        """A sentence with the word marked; None if the word is not in it any more."""
        reading = self._reading(place.article)
        block, start, end = place.block, place.start, place.end
        _, _, translation = reading.sentence(block, start)
        marks: list[tuple[int, int]] = []
        gaps: list[tuple[int, int]] = []
        token: WordAnalysis | None = None
        others: list[tuple[int, str]] = []
        for stretch in _stretches(reading, block, start, end):
            for index in stretch.own():
                at, key = stretch.span(index)[0], stretch.key(index)
                if key is None or not start <= at < end:
                    continue
                if key != met.key:
                    others.append((at, key))
                    continue
                token = stretch.word(at)
                marks.append((token.start, token.end))
                gaps.append(_without_clitics(reading.blocks[block], token))
            for term in stretch.terms:
                if term.entry == met.key and start <= term.start < end and term.end > stretch.start:
                    parts = self._parts(stretch, term)
                    spans = [(part.start, part.end) for part in parts]
                    marks += _joined(reading.blocks[block], spans)
                    gaps += [_without_clitics(reading.blocks[block], parts[0], term=True), *spans[1:]]
        marks, gaps = sorted(set(marks)), sorted(set(gaps))
        if not marks:
            return None
        unknown = sum(
            self._desk.store.state(key) in UNFAMILIAR and not any(a <= at < b for a, b in marks)
            for at, key in others
        )
        text = reading.blocks[block][start:end]
        return Meeting(
            reading.article,
            block,
            start,
            end,
            text,
            tuple((a - start, min(b - start, len(text))) for a, b in marks),
            tuple((a - start, min(b - start, len(text))) for a, b in gaps),
            translation,
            unknown,
            token,
        )

    def _parts(self, stretch: Stretch, term: TermMatch) -> list[WordAnalysis]:
        """The words that are the term's own, without those that stand between them."""
        first, last = stretch.index(term.start), stretch.index(term.end - 1)
        words = [stretch.word(stretch.span(index)[0]) for index in range(first, last + 1)]
        record = self._desk.entry(term.entry)
        if not isinstance(record, Term) or len(record.parts) >= len(words):
            return words
        found: list[WordAnalysis] = []
        rest = iter(words)
        for part in record.parts:
            fitting = next((word for word in rest if _is_part(word, part)), None)
            if fitting is None:
                return words
            found.append(fitting)
        return found

    def _place(self, reading: Reading, block: int, at: int, glosses: Sequence[str], read: bool) -> Place:
        start, end, translation = reading.sentence(block, at)
        text = reading.blocks[block][start:end]
        said = translation is not None and GAP in english.first_gap(glosses, translation)
        article = reading.article
        candidate = Candidate(
            len(text.split()),
            0,
            translation is not None,
            said,
            read,
            is_vowelled(text),
            article.source == "Nashra",
        )
        return Place(article.id, block, start, end, candidate)

    def _was_read(self, id: str) -> bool:
        if id not in self._read:
            self._read[id] = self._desk.store.place(id) is not None
        return self._read[id]

    def _reading(self, id: str) -> Reading:
        reading = self._readings.get(id)
        if reading is None:
            reading = self._readings[id] = self._desk.reading(self._desk.library.get(id))
            while len(self._readings) > _READINGS:
                self._readings.popitem(last=False)
        self._readings.move_to_end(id)
        return reading


def _stretches(reading: Reading, block: int, start: int, end: int) -> Iterator[Stretch]:
    while start < end:
        stretch = reading.stretch(block, start)
        yield stretch
        start = max(stretch.end, start + 1)


def _without_clitics(text: str, token: WordAnalysis, *, term: bool = False) -> tuple[int, int]:
    """The article of a term is its own."""
    before = [clitic for clitic in token.proclitics if not term or clitic != ARTICLE]
    after = () if term else token.enclitics
    return stem(text, token.start, token.end, before, after, token.lemma or "")


def _is_part(token: WordAnalysis, part: str) -> bool:
    if part.startswith("="):
        return unvowelled(token.text).endswith(part[1:])
    return any(candidate.entry == part for candidate in token.candidates)


def _joined(text: str, marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Marks with nothing but a space between them as one."""
    joined: list[tuple[int, int]] = []
    for start, end in marks:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
