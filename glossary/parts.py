"""Which entries the words of a term are: what a person need not write down.

    Finder(entries).find("النَّارِ")      [nar-n]         the article and the case ending are nobody's part
    Finder(entries).find("بِتَصْرِيحٍ")    [tasrih-n]      nor is an attached preposition
    Finder(entries).find("عَمَلِيَّةٍ")     [amaliya-n]     before amali-a, whose feminine it could be

A word's letters and vowels must be those of an inflected form; a form that is the lemma itself is believed first, then
one that the entry names (a plural), then one that a rule makes. The curated glossary comes before the general lexicon.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from corpus.normalize import SHADDA, compatible, marks, plain
from glossary.clitics import cuts
from glossary.inflect import inflect
from glossary.sources import GLOSSARY, LEXICON, NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.entry import Entry

_SOURCES = (GLOSSARY, LEXICON, NAMES)
_POS = ("noun", "adjective", "name", "preposition", "particle", "verb", "adverb")


class Candidate(NamedTuple):
    """An entry that a word may be; the smaller the rank the likelier."""

    rank: tuple[int, int, int, int]
    entry: Entry


class Finder:
    """All inflected forms of many entries, by their letters."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._forms: dict[str, list[tuple[str, int, Entry]]] = defaultdict(list)
        self._verbs: list[Entry] = []
        for entry in entries:
            named = {*entry.plural, *entry.masdar, entry.feminine, entry.dual, *entry.forms}
            self._add(entry.lemma, 0, entry)
            for word in filter(None, named):
                self._add(word, 1, entry)
            if entry.pos == "verb":
                self._verbs.append(entry)
            else:
                self._inflect(entry)

    def _inflect(self, entry: Entry) -> None:
        for form in inflect(entry):
            self._add(form.vowelled, 3 if form.lemma else 2, entry)

    def _inflect_verbs(self, letters: str) -> None:
        """A verb has hundreds of forms and few terms have one: its paradigm is made when its radicals turn up."""
        near = [verb for verb in self._verbs if set(verb.root or "") - set("ويء") <= set(letters)]
        for verb in near:
            self._inflect(verb)
        self._verbs = [verb for verb in self._verbs if verb not in near]

    def _add(self, word: str, rank: int, entry: Entry) -> None:
        self._forms[plain(word)].append((word, rank, entry))

    def find(self, word: str) -> list[Candidate]:
        """The entries that a vowelled word may be a form of, the likeliest first; each once."""
        found = self._find(word)
        if not found:
            self._inflect_verbs(plain(word))
            found = self._find(word)
        return found

    def _find(self, word: str) -> list[Candidate]:
        best: dict[str, Candidate] = {}
        for stem, attached in _stems(word):
            for form, rank, entry in self._forms.get(plain(stem), ()):
                if not compatible(stem, form):
                    continue
                source = _SOURCES.index(entry.source) if entry.source in _SOURCES else len(_SOURCES)
                pos = _POS.index(entry.pos) if entry.pos in _POS else len(_POS)
                candidate = Candidate((attached, rank, source, pos), entry)
                if entry.id not in best or candidate.rank < best[entry.id].rank:
                    best[entry.id] = candidate
        return sorted(best.values(), key=lambda candidate: candidate.rank)


def _stems(word: str) -> Iterator[tuple[str, int]]:
    """What is left of a word without what may be attached to it, and how much was taken off (the article is free)."""
    letters, signs = marks(word)
    for cut in cuts(letters):
        stem_signs = list(signs[cut.start : cut.end])
        if "ال" in cut.prefix.clitics and not cut.prefix.restore:
            stem_signs[0] = stem_signs[0].replace(SHADDA, "")
        stem = "".join(a + b for a, b in zip(letters[cut.start : cut.end], stem_signs, strict=True))
        taken = len([clitic for clitic in cut.prefix.clitics if clitic != "ال"]) + bool(cut.pronoun)
        yield cut.prefix.restore + stem, taken
