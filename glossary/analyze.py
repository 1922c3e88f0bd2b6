"""Words to readings: what the index knows of a written word, and where it knows nothing, what its shape says.

    analyzer = Analyzer(open_index())
    analyzer.line("فرضت واشنطن عقوبات").tokens[2].lemma     "عُقُوبَة"

A word that the table has seen is answered from it; another is cut into clitics and stem (glossary.cutting). What comes
out is a Known: the readings of a spelling, ranked but not yet in context, kept for the next time. Choosing among them by
the neighbours is glossary.rank's, multiword terms are glossary.match's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.normalize import plain
from glossary import rank
from glossary.clues import SELDOM, Look, Side, look
from glossary.combo import Combo, Combos
from glossary.cutting import cut_up
from glossary.govern import FEMININE, FRAMED, PERSON
from glossary.kinds import UNKNOWN, role
from glossary.layer import BASE
from glossary.term_parts import Starts, spelt, term_parts

if TYPE_CHECKING:
    from corpus.tokenize import Token
    from glossary.analysis import LineAnalysis
    from glossary.cutting import Key, Reading
    from glossary.index import Index
    from glossary.layer import LemmaRow
    from glossary.term_parts import TermParts

CAP = 6_000
"""Spellings, and lemmas, of a generation: two are remembered, and what the older holds comes back when it is met."""
LONG = 40
"""Letters beyond which nothing is an Arabic word."""
ANSWERS, UNANSWERED = 0.01, 0.05
"""Where a lemma that no entry has comes first, but one that an entry has is possible (its share at least ANSWERS), the former
counts so little: the lexicon has the common words, and the table's conventions are not always ours."""
WOMAN, NO_WOMAN = 0.3, 0.03
"""What a reading keeps as the feminine of a masculine noun, of a person and of a thing: مشروعة is no project."""
UNSEEN = Look(UNKNOWN, UNKNOWN, 0, False)
MADE = 1 << 31
"""Lemma numbers from here on are those of words that no index has."""
_VOWELLED = re.compile("[\u064b-\u0652\u0670]")
_ADVERBIAL = re.compile("[^\u064b-\u0652\u0670]+(?:\u064b[اى]|[اى]\u064b|ة\u064b)")
"""A word with no vowels but an accusative's nunation, on either side of its alef: the commonest vowel in news."""
_TANWIN = re.compile("[\u064b-\u064d]")


class Known:
    """A spelling's readings, likeliest first, weights summing to one; and what was made of them so far."""

    __slots__ = (
        "choices",
        "framed",
        "look",
        "only",
        "open",
        "parts",
        "readings",
        "role",
        "sides",
        "starts",
        "text",
        "words",
    )

    def __init__(
        self,
        text: str,
        readings: list[Reading],
        starts: tuple[Starts, ...],
        role: str = "",
        seen: Look = UNSEEN,
        words: list[str] | None = None,
    ) -> None:
        self.text = text
        self.readings = readings
        self.open = len(readings) > 1 and readings[1][0] > rank.HOPELESS
        """Whether the neighbours could change which reading comes first."""
        self.role = role
        """The kind of a particle that calls for something (glossary.kinds)."""
        self.look = seen
        """What the words before it see."""
        self.sides: list[Side] = []
        """The readings as glossary.clues sees them; glossary.rank fills it in."""
        self.framed = False
        """Whether a reading's entry says what follows it."""
        self.only = Choice(self, readings, (), readings[0][2].kind if readings else UNKNOWN)
        """The readings as they are out of context."""
        self.starts = starts
        """What terms may begin with this word."""
        self.words = words or []
        """What it may be spelt as (glossary.term_parts)."""
        self.parts: list[int] | None = None
        """What parts of a term this may be; glossary.match fills it in."""
        self.choices: dict[object, Choice] = {}


class Choice:
    """A spelling's readings in one context: the same, perhaps in another order."""

    __slots__ = ("before", "clause", "fragment", "known", "readings", "why")

    def __init__(
        self, known: Known, readings: list[Reading], why: tuple[tuple[str, ...], ...], kind: str
    ) -> None:
        self.known = known
        self.readings = readings
        self.why = why
        self.before = known.role or kind
        """What the next word sees of it."""
        self.clause = rank.clause(self.before)
        """What it does to its clause."""
        self.fragment = b""
        """The JSON that glossary.glossjson made of it."""


NOTHING = Known("", [], ()).only
"""What a token is that is no word."""


class Analyzer:
    """Analyses lines against one index. Not for several threads at a time."""

    def __init__(self, index: Index) -> None:
        """Start with nothing remembered."""
        self.index = index
        self.combos = Combos(index)
        self._known: dict[str, Known] = {}
        self._lemmas: dict[int, LemmaRow] = {}
        self._older: dict[str, Known] = {}
        self._made: dict[int, LemmaRow] = {}
        self._made_before: dict[int, LemmaRow] = {}
        self._next = MADE
        self.rendered: dict[int, tuple[bytes, bytes]] = {}
        """What glossary.glossjson made of each lemma."""
        self._starting: dict[int, Starts] = {}
        self._terms: dict[int, TermParts] = {}

    def line(self, text: str, *, marks: bool = True) -> LineAnalysis:
        """Everything about one line (or paragraph): its tokens with their readings, and the terms in it.

        marks: whether the vowels that are written say what a word is; not where a machine wrote them.
        """
        from glossary.present import present

        return present(self, text, marks=marks)

    def choose(self, tokens: list[Token]) -> list[Choice]:
        """One choice for every token, in context."""
        known = [self.known(token.text) if token.kind == "word" else None for token in tokens]
        return rank.in_context(self, known, tokens)

    def known(self, text: str) -> Known:
        """The readings of a spelling."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= CAP:
                self._older, self._known = self._known, {}
                self._made_before, self._made = self._made, {}
            found = self._older.get(text)
            if found is None or any(reading[1] >= MADE for reading in found.readings):
                found = self._look(text)
            self._known[text] = found
        return found

    def made(self, lemma: str, pos: str, root: str, glosses: tuple[str, ...], entry: str) -> int:
        """A number for a lemma that the index does not have."""
        self._next += 1
        self._made[self._next] = (lemma, pos, root, "", entry, "none", glosses, "rule")
        return self._next

    def lemma(self, n: int) -> LemmaRow:
        """A lemma's row, remembered."""
        if n >= MADE:
            return self._made.get(n) or self._made_before[n]
        row = self._lemmas.get(n)
        if row is None:
            if len(self._lemmas) >= CAP:
                self._lemmas.clear()
            row = self.index.lemma(n)
            if (
                row[1] == "name" and not row[6]
            ):  # known to the table only: no gloss, but its vowels can be read
                from glossary.translit import readable

                row = (*row[:6], (readable(row[0]),), row[7])
            self._lemmas[n] = row
        return row

    def _beginning(self, first: int) -> Starts:
        """The terms that begin with a lemma or a word's code, remembered: there are as many as in the glossary."""
        found = self._starting.get(first)
        if found is None:
            seconds: dict[int, list[int]] = {}
            reach = 0
            for second, term, gap in self.index.starts(first):
                if second in seconds:
                    seconds[second].append(term)
                else:
                    seconds[second] = [term]
                if gap > reach:
                    reach = gap
            found = self._starting[first] = Starts(first, seconds, reach)
        return found

    def term(self, number: int) -> TermParts:
        """What finding a term takes, remembered."""
        found = self._terms.get(number)
        if found is None:
            found = self._terms[number] = term_parts(*self.index.parts(number))
        return found

    def _look(self, text: str) -> Known:
        letters = plain(text)
        if not letters or len(letters) > LONG:
            return Known(text, [], ())
        seen = self.table(letters)
        if seen is not None and _ADVERBIAL.fullmatch(text):
            readings = [r for r in seen if _nunated(r)] or seen
        elif seen is None or _VOWELLED.search(text):
            readings = self._narrowed(text, letters, seen)
        else:
            readings = seen
            first = seen[0][2]
            if seen[0][1] >= BASE or first.kind == "v.imp" or first.enclitic in SELDOM:
                from glossary.unknown import doubt

                readings = doubt(self, letters, seen)
        called = role(letters)
        seen_as = look(readings, called, self.lemma, self.index.governs)
        words = spelt(letters, readings)
        made = Known(text, readings, self._starts(words, readings), called, seen_as, words)
        made.framed = made.open and any(self.index.governs(r[1]) & FRAMED for r in readings)
        return made

    def table(self, letters: str) -> list[Reading] | None:
        """The readings that the table has for a whole word; None if it has not seen it."""
        seen = self.index.word(letters)
        if seen is None:
            return None
        number, kept = self.combos.number, self.combos.numbered.get
        made: list[Reading] = [
            (share, lemma, kept(combo) or number(combo), "") for share, lemma, combo in seen
        ]
        if len(made) > 1:
            made = self._gendered(made)
            made.sort(key=_by_weight)
        return _answering(made) if made[0][1] >= BASE else made

    def _gendered(self, readings: list[Reading]) -> list[Reading]:
        """Readings as a feminine of a masculine noun count little: only nouns of persons have one, and seldom in news. So does
        the accusative of a nisba that is written like a country: أفريقيا.
        """
        weights = []
        named = any(combo.pos == "name" and n < BASE for _, n, combo, _ in readings)
        for share, n, combo, _ in readings:
            if (
                combo.pos == "noun"
                and combo.features == "feminine singular"
                and not self.lemma(n)[0].endswith("ة")
            ):
                bits = self.index.governs(n)
                share *= 1.0 if bits & FEMININE or n >= BASE else WOMAN if bits & PERSON else NO_WOMAN
            elif named and combo.kind == "a.acc.m":
                share *= NO_WOMAN
            weights.append(share)
        whole, was = sum(weights), sum(reading[0] for reading in readings)
        if whole == was or not whole:
            return readings
        return [(share * was / whole, *reading[1:]) for share, reading in zip(weights, readings, strict=True)]

    def _narrowed(self, text: str, letters: str, seen: list[Reading] | None) -> list[Reading]:
        """The readings of a word that has to be cut up. Written vowels narrow them; vowels that fit nothing are a slip."""
        written = _VOWELLED.search(text) is not None
        rejected: dict[Key, float] = {}
        total, fitting = cut_up(self.index, self.combos, letters, text if written else "", rejected)
        if written and _TANWIN.search(text):
            fitting = [r for r in fitting if _nunated(r)] or fitting
        if seen is None:
            if not fitting and written:  # a slip, or a name that looks like another word
                total, fitting = cut_up(self.index, self.combos, letters)
                total = min(total, 1.0)
            from glossary.unknown import explain

            return explain(self, letters, total, fitting)
        fits = {_key(reading) for reading in fitting}
        if not fits and all(_key(reading) in rejected for reading in seen):
            from glossary.unknown import misread

            return misread(self, letters, seen)
        shares = {_key(reading): reading[0] for reading in reversed(seen)}
        kept: list[Reading] = []
        for weight, lemma, combo, _ in fitting:
            at = (lemma, combo.proclitics, combo.enclitic)
            # The share is the lemma's: a form of it that is rarer than those that the vowels rule out counts less.
            own = weight * total
            share = shares.get(at, 0.002 * weight) * own / max(own, rejected.get(at, 0.0))
            kept.append((share, lemma, combo, "vowels"))
        for weight, lemma, combo, note in seen:
            at = (lemma, combo.proclitics, combo.enclitic)
            if (
                at not in fits
            ):  # the table alone knows the form, not its vowels; or the vowels speak against it
                kept.append((weight * (0.001 if at in rejected else 0.3), lemma, combo, note))
        whole = sum(reading[0] for reading in kept)
        made = [(weight / whole, lemma, combo, note) for weight, lemma, combo, note in kept]
        made.sort(key=_by_weight)
        return made

    def _starts(self, words: list[str], readings: list[Reading]) -> tuple[Starts, ...]:
        """What terms may begin with one of the readings, or with the word as it is spelt."""
        starters, firsts = self.index.starters, self.index.firsts
        found = [n for weight, n, _, _ in readings if n in starters and weight > rank.HOPELESS]
        found += [firsts[word] for word in words if word in firsts]
        return tuple([self._beginning(n) for n in dict.fromkeys(found)]) if found else ()

    def reading(self, text: str, lemma: int) -> Reading | None:
        """The reading of a word as a lemma that its known readings leave out; its weight is nothing."""
        found = cut_up(self.index, self.combos, plain(text), least=0.0, most=100)[1]
        cut = next(((0.0, *reading[1:3], "") for reading in found if reading[1] == lemma), None)
        named = cut is None and self.lemma(lemma)[1] == "name"
        return (0.0, lemma, self.combos.make("name", ""), "variant") if named else cut


def _answering(readings: list[Reading]) -> list[Reading]:
    """Readings of which the first is a lemma that no entry has, those that an entry has moved up."""
    after = readings[0][2].enclitic
    if not any(n < BASE and share >= ANSWERS and combo.enclitic == after for share, n, combo, _ in readings):
        return readings
    made = []
    for share, n, combo, note in readings:
        heard = n < BASE and combo.enclitic == after
        made.append((share if heard else share * UNANSWERED, n, combo, note))
    whole = sum(reading[0] for reading in made)
    made = [(share / whole, n, combo, note) for share, n, combo, note in made]
    made.sort(key=_by_weight)
    return made


def _nunated(reading: Reading) -> bool:
    """Whether it may end in nunation: no verb, nothing with the article or a pronoun."""
    combo = reading[2]
    return not (combo.pos == "verb" or combo.enclitic or "ال" in combo.proclitics)


def _key(reading: Reading) -> Key:
    combo: Combo = reading[2]
    return (reading[1], combo.proclitics, combo.enclitic)


def _by_weight(reading: Reading) -> float:
    return -reading[0]
