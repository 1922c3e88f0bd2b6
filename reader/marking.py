"""Where a word or a term stands in a sentence, with and without what is attached to it.

    find("uquba-n", text, (0, len(text)), stretches, lookup)
    Found(marks=((15, 23),), gaps=((17, 23),), others=("jaddada-v", …), apart=True, token=WordAnalysis(…))

Places count from the sentence's beginning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glossary.entry import Term
from reader.anki.sentence import unvowelled
from reader.anki.stem import ARTICLE, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from glossary.analysis import TermMatch, WordAnalysis
    from glossary.entry import Entry
    from reader.study.stretch import Stretch

    Lookup = Callable[[str], Entry | Term | None]
    Span = tuple[int, int]


class Found(NamedTuple):
    """A word in a sentence."""

    marks: tuple[tuple[int, int], ...]
    """Every time that it stands there, clitics included; the words of a term as one where nothing is between."""
    gaps: tuple[tuple[int, int], ...]
    """The same without its clitics, each word of a term by itself."""
    others: tuple[str, ...]
    """The keys of the other words."""
    apart: bool
    """It is not only part of a longer term there."""
    token: WordAnalysis | None
    """The word's analysis; None for a term."""


def without_vowels(text: str, found: Found) -> tuple[str, Found]:
    """A sentence as it was before a machine put vowels on it, and where the word stands in that."""

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((len(unvowelled(text[:start])), len(unvowelled(text[:end]))) for start, end in spans)

    return unvowelled(text), found._replace(marks=moved(found.marks), gaps=moved(found.gaps))


def find(key: str, text: str, sentence: Span, stretches: Iterable[Stretch], lookup: Lookup) -> Found | None:
    """Look for a key in a sentence of a text; None if it is not there. `lookup` gives the dictionary's record of an id."""
    start, end = sentence
    marks: set[Span] = set()
    gaps: set[Span] = set()
    others: list[tuple[int, str]] = []
    terms: list[Span] = []
    token: WordAnalysis | None = None
    for stretch in stretches:
        for index in stretch.own():
            at, met = stretch.span(index)[0], stretch.key(index)
            if met is None or not start <= at < end:
                continue
            if met == key:
                token = stretch.word(at)
                marks.add((token.start, token.end))
                gaps.add(_bare(text, token))
            else:
                others.append((at, met))
        for term in stretch.terms:
            if term.entry != key:
                terms.append((term.start, term.end))
            elif start <= term.start < end:
                words = _own_words(stretch, term, lookup)
                spans = [(word.start, word.end) for word in words]
                marks |= set(_joined(text, spans))
                gaps |= {_bare(text, words[0], term=True), *spans[1:]}
    if not marks:
        return None

    def counted(spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple((one - start, min(two, end) - start) for one, two in sorted(spans))

    return Found(
        counted(marks),
        counted(gaps),
        tuple(met for at, met in others if not any(one <= at < two for one, two in marks)),
        any(not any(low <= one and two <= high for low, high in terms) for one, two in marks),
        token,
    )


def _bare(text: str, word: WordAnalysis, *, term: bool = False) -> Span:
    """The article of a term is its own."""
    before = [clitic for clitic in word.proclitics if not term or clitic != ARTICLE]
    return stem(text, word.start, word.end, before, () if term else word.enclitics, word.lemma or "")


def _own_words(stretch: Stretch, term: TermMatch, lookup: Lookup) -> list[WordAnalysis]:
    """The words that are the term's own, without those that stand between them."""
    first, last = stretch.index(term.start), stretch.index(term.end - 1)
    words = [stretch.word(stretch.span(index)[0]) for index in range(first, last + 1)]
    record = lookup(term.entry)
    if not isinstance(record, Term) or len(record.parts) >= len(words):
        return words
    own: list[WordAnalysis] = []
    rest = iter(words)
    for part in record.parts:
        fitting = next((word for word in rest if _is_part(word, part)), None)
        if fitting is None:
            return words
        own.append(fitting)
    return own


def _is_part(word: WordAnalysis, part: str) -> bool:
    if part.startswith("="):
        return unvowelled(word.text).endswith(part[1:])
    return any(candidate.entry == part for candidate in word.candidates)


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Ranges with nothing but a space between them as one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
