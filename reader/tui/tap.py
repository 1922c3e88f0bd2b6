"""What a tap has brought up: a term, a name or one of its words, in one of its readings, with or without the reasons.

tap.move(looks, reading, token)     another word: the whole term or name again, the first reading
tap.part()                          from the term or name to the single word, and back
tap.step()                          the word's next reading
tap.lines()                         what the card says
tap.words()                         what space, k and x act on
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.analysis import NameSpan, TermMatch
from glossary.entry import Entry, Term
from glossary.reasons import say
from reader.study.answer import CardLine, answer, apart, named, one_line
from reader.study.standing import in_words
from reader.tui.pieces import BY_MACHINE

if TYPE_CHECKING:
    from glossary.analysis import WordAnalysis
    from reader.study.reading import Reading
    from reader.tui.looks import Looks
    from reader.workspace import Workspace

STATES = {"learning": "kept for the deck", "known": "known", "ignored": "ignored"}


def read_as(word: WordAnalysis, number: int) -> WordAnalysis:
    """The word with another of its readings (from 0) first; why the usual one is first no longer holds."""
    if not 0 < number < len(word.candidates):
        return word
    chosen = word.candidates[number]
    rest = word.candidates[:number] + word.candidates[number + 1 :]
    return replace(word, candidates=(chosen, *rest), reasons=())


class Tap:
    """The word under the cursor of one article."""

    def __init__(self, desk: Workspace) -> None:
        self._desk = desk
        self._looks: Looks | None = None
        self._reading: Reading | None = None
        self.token = -1
        """The token; -1 before the first."""
        self.why = False
        """Whether the card gives its reasons."""
        self.by_machine = False
        """Whether the article's English is a machine's."""
        self._single = False
        self._number = 0

    def move(self, looks: Looks, reading: Reading, token: int) -> None:
        """Another word."""
        self._looks, self._reading, self.token = looks, reading, token
        self._single, self._number = False, 0

    def part(self) -> bool:
        """From the whole term or name to its word under the cursor, and back. False where there is none."""
        if self._looks is None or self._looks.unit(self.token) is None:
            return False
        self._single, self._number = not self._single, 0
        return True

    def step(self) -> bool:
        """The word's next reading, after the last the first again. False where there is one only."""
        count = len(self._plain().candidates)
        if count < 2:
            return False
        if self._unit is not None:
            self._single, self._number = True, 0
        else:
            self._number = (self._number + 1) % count
        return True

    @property
    def _unit(self) -> TermMatch | NameSpan | None:
        return None if self._single or self._looks is None else self._looks.unit(self.token)

    @property
    def term(self) -> TermMatch | None:
        """The longest term that the token is part of, unless its single word was asked for."""
        unit = self._unit
        return unit if isinstance(unit, TermMatch) else None

    @property
    def name(self) -> NameSpan | None:
        """The name of several words that the token is part of, unless its single word was asked for."""
        unit = self._unit
        return unit if isinstance(unit, NameSpan) else None

    @property
    def covered(self) -> frozenset[int]:
        """The tokens that stand under the cursor."""
        unit = self._unit
        if unit is None or self._looks is None:
            return frozenset((self.token,))
        return self._looks.whole(self.token, unit)

    @property
    def word(self) -> WordAnalysis:
        """The single word, in the reading that was asked for."""
        return read_as(self._plain(), self._number)

    @property
    def entry(self) -> str | None:
        """The id of the entry or term that is shown."""
        term = self.term
        return term.entry if term else self.word.entry

    def words(self) -> list[tuple[str, str, str | None]]:
        """(key, lemma, pos) of what is shown, to give it a state; [] for what has no dictionary form.

        Of a name of several words, its word under the cursor.
        """
        if self.token < 0:
            return []
        term = self.term
        if term is not None:
            entry = self._desk.entry(term.entry)
            return [(term.entry, entry.term if isinstance(entry, Term) else term.entry, "term")]
        word = self.word
        return [(word.key, word.lemma or word.text, word.pos)] if word.key else []

    def sentence(self) -> tuple[int, int, int, str | None]:
        """(block, start, end, English) of the sentence around the word."""
        assert self._looks is not None
        assert self._reading is not None
        block, _ = self._looks.where(self.token)
        return block, *self._reading.sentence(block, self._plain().start)

    def lines(self) -> list[CardLine]:
        """The whole card."""
        word, term = self.word, self._term_entry()
        entry = self._desk.entry(word.entry)
        english = self.sentence()[3]
        if english and self.by_machine:
            english = BY_MACHINE + english
        lines = self._named() + answer(word, entry if isinstance(entry, Entry) else None, term, english)
        if self.why:
            at = len(lines) - 1 if english else len(lines)
            lines[at:at] = [CardLine(said, "ltr", "note") for said in self._reasons(word)]
        return [CardLine(said, "ltr", "state") for said in self._heads(word) if said] + lines

    def line(self) -> CardLine:
        """The card for a screen with room for one line."""
        name = self.name
        shown = one_line(self.word, self._term_entry(), (self._text(name), name.latin) if name else None)
        if self._number:
            return shown._replace(text=f"{self._number + 1}/{len(self._plain().candidates)} {shown.text}")
        return shown

    def _named(self) -> list[CardLine]:
        name = self.name
        if name is None or self._looks is None:
            return []
        words = [self._looks.analysis(token) for token in self.covered]
        sure = all(word.source != "none" for word in words if word.candidates)
        return named(self._text(name), name.latin, sure)

    def _text(self, name: NameSpan) -> str:
        assert self._looks is not None
        assert self._reading is not None
        return self._reading.blocks[self._looks.where(self.token)[0]][name.start : name.end]

    def _heads(self, word: WordAnalysis) -> tuple[str, str]:
        term = self.term
        key = term.entry if term else word.key
        card = self._desk.standing.of(key)
        state = STATES.get(self._desk.store.state(key), "")
        if card is not None:
            state = f"{state} · {in_words(card)}" if state else in_words(card)
        count = len(word.candidates)
        return state, f"reading {self._number + 1} of {count}" if self._number else ""

    def _reasons(self, word: WordAnalysis) -> list[str]:
        if self._number:
            share = round(100 * word.candidates[0].weight)
            return [f"{share or 'under 1'} % of the time this spelling is this word, so it is not the first"]
        if not word.reasons:
            return ["nothing else was considered"] if word.candidates else []
        others = len(word.candidates) - 1
        said = [apart(say(reason)) for reason in word.reasons]
        if others:
            said.append(f"{others} more {'reading' if others == 1 else 'readings'}: r")
        return said

    def _term_entry(self) -> Term | None:
        term = self.term
        entry = self._desk.entry(term.entry) if term else None
        return entry if isinstance(entry, Term) else None

    def _plain(self) -> WordAnalysis:
        assert self._looks is not None
        return self._looks.analysis(self.token)
