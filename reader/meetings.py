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
from reader.marking import Found, find, without_vowels
from reader.study.reading import VOWELS_BY_MACHINE
from reader.study.states import UNFAMILIAR
from reader.study.stretch import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.article import Article
    from reader.study.reading import Reading
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

    article: Article | None
    """None for the dictionary's own example."""
    block: int
    start: int
    """Of the sentence, code points into the block."""
    end: int
    text: str
    translation: str | None
    unknown: int
    """Other words of the sentence that the reader does not know."""
    found: Found
    """Where the word stands in `text`."""


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
        close: list[tuple[Candidate, Meeting]] = []
        for n, place in enumerate(met.places[: 4 * CLOSELY]):
            if n >= CLOSELY and any(candidate.apart for candidate, _ in close):
                break
            if seen := self.meeting(met, place):
                candidate = place.candidate._replace(unknown=seen.unknown, apart=seen.found.apart)
                close.append((candidate, seen))
        at = best_sentence([candidate for candidate, _ in close])
        if at is None or not close[at][0].apart:
            return self.example(met.key) or (None if at is None else close[at][1])
        return close[at][1]

    def meeting(self, met: Met, place: Place) -> Meeting | None:
        """A sentence with the word marked; None if the word is not in it any more."""
        reading = self._reading(place.article)
        block, start, end = place.block, place.start, place.end
        _, _, translation = reading.sentence(block, start)
        stretches = _stretches(reading, block, start, end)
        found = find(met.key, reading.blocks[block], (start, end), stretches, self._desk.entry)
        if found is None:
            return None
        text = reading.blocks[block][start:end]
        if VOWELS_BY_MACHINE in reading.article.tags:  # they are not for cards
            text, found = without_vowels(text, found)
        unknown = self._unknown(found)
        return Meeting(reading.article, block, start, end, text, translation, unknown, found)

    def example(self, key: str) -> Meeting | None:
        """The dictionary's own example, for a word that was met in no sentence of its own."""
        record = self._desk.entry(key)
        if record is None:
            return None
        pairs = record.examples if isinstance(record, Term) else record.senses[0].examples
        for pair in pairs:
            whole = (0, len(pair.arabic))
            stretch = Stretch(self._desk.analyzer, pair.arabic, *whole)
            if found := find(key, pair.arabic, whole, [stretch], self._desk.entry):
                return Meeting(None, 0, *whole, pair.arabic, pair.english, self._unknown(found), found)
        return None

    def _unknown(self, found: Found) -> int:
        return sum(self._desk.store.state(key) in UNFAMILIAR for key in found.others)

    def _place(self, reading: Reading, block: int, at: int, glosses: Sequence[str], read: bool) -> Place:
        start, end, translation = reading.sentence(block, at)
        text = reading.blocks[block][start:end]
        said = translation is not None and GAP in english.first_gap(glosses, translation)
        article = reading.article
        candidate = Candidate(
            len(text.split()),
            translated=translation is not None,
            said=said,
            read=read,
            vowelled=is_vowelled(text) and VOWELS_BY_MACHINE not in article.tags,
            shipped=article.source == "Nashra",
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
