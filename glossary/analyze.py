"""Words to readings: what the index knows of a written word, and where it knows nothing, what its shape says.

    analyzer = Analyzer(open_index())
    analyzer.line("فرضت واشنطن عقوبات").tokens[2].lemma     "عُقُوبَة"

A word that the table has seen is answered from it; another is cut into clitics and stem, and the stem looked up with
its spelling folded. What comes out is a Known: the readings of a spelling, ranked but not yet in context, kept for the
next time. Choosing among them by the neighbours is glossary.rank's, multiword terms are glossary.match's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.normalize import compatible, fold, is_vowelled, plain
from corpus.tokenize import Token, tokenize
from glossary import rank
from glossary.clitics import ARTICLE, NONE, QUESTION, cuts
from glossary.combo import Combo, Combos

if TYPE_CHECKING:
    from glossary.analysis import LineAnalysis
    from glossary.index import Index, LemmaRow

CAP = 60_000
"""Spellings remembered at a time: more than a long book has."""
LONG = 40
"""Letters beyond which nothing is an Arabic word."""
ONLY = 128
"""As in glossary.inflect.form, which the run-time path does not import."""
MADE = 1 << 31
"""Lemma numbers from here on are those of words that no index has."""
LOOSE = 0.02
"""What a reading is worth whose spelling differs from the written one in hamza, ى/ي or ة/ه, beside one that does not."""
_WEIGHT = [10.0 ** (code / 16 - 4) for code in range(256)]
_SHARE = [max(p, 1) / 255 for p in range(256)]

Reading = tuple[float, int, Combo, str]
"""Weight, lemma number, what the form is, and a note on how it was found ("" if by nothing out of the ordinary)."""


class Known:
    """A spelling's readings, likeliest first, weights summing to one; and what was made of them so far."""

    __slots__ = ("choices", "open", "readings", "role", "starts", "text")

    def __init__(self, text: str, readings: list[Reading], starts: tuple[int, ...]) -> None:
        self.text = text
        self.readings = readings
        self.open = len(readings) > 1 and readings[1][0] > rank.HOPELESS
        """Whether the neighbours could change which reading comes first."""
        self.role = rank.letters_role(text)
        self.starts = starts
        """Terms that may begin here."""
        self.choices: dict[int, Choice] = {}


class Choice:
    """A spelling's readings in one context: the same, perhaps in another order."""

    __slots__ = ("fragment", "known", "readings", "why")

    def __init__(self, known: Known, readings: list[Reading], why: tuple[tuple[str, ...], ...]) -> None:
        self.known = known
        self.readings = readings
        self.why = why
        self.fragment = ""
        """The JSON that glossary.glossjson made of it."""


NOTHING = Choice(Known("", [], ()), [], ())
"""What a token is that is no word."""


class Analyzer:
    """Analyses lines against one index. Not for several threads at a time."""

    def __init__(self, index: Index) -> None:
        """Start with nothing remembered."""
        self.index = index
        self.combos = Combos(index)
        self._known: dict[str, Known] = {}
        self._lemmas: dict[int, LemmaRow] = {}
        self._made: list[LemmaRow] = []
        self._terms: dict[int, tuple[list[int | str], list[int], str, list[str]]] = {}

    def line(self, text: str) -> LineAnalysis:
        """Everything about one line (or paragraph): its tokens with their readings, and the terms in it."""
        from glossary.present import present

        return present(self, text)

    def choose(self, tokens: list[Token]) -> list[Choice]:
        """One choice for every token, in context."""
        known = [self.known(token.text) if token.kind == "word" else None for token in tokens]
        return rank.in_context(known, tokens)

    def known(self, text: str) -> Known:
        """The readings of a spelling."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= CAP:
                self._known.clear()
                self._made.clear()
            found = self._known[text] = self._look(text)
        return found

    def made(self, lemma: str, pos: str, root: str, glosses: tuple[str, ...], entry: str) -> int:
        """A number for a lemma that the index does not have."""
        number = MADE + len(self._made)
        self._made.append((lemma, pos, root, "", entry, "none", glosses, "rule"))
        return number

    def lemma(self, n: int) -> LemmaRow:
        """A lemma's row, remembered."""
        if n >= MADE:
            return self._made[n - MADE]
        row = self._lemmas.get(n)
        if row is None:
            if len(self._lemmas) >= CAP:
                self._lemmas.clear()
            row = self._lemmas[n] = self.index.lemma(n)
        return row

    def term(self, n: int) -> tuple[list[int | str], list[int], str, list[str]]:
        """A term's parts, gaps, id and glosses, remembered."""
        found = self._terms.get(n)
        if found is None:
            if len(self._terms) >= CAP:
                self._terms.clear()
            found = self._terms[n] = self.index.parts(n)
        return found

    def _look(self, text: str) -> Known:
        letters = plain(text)
        if not letters or len(letters) > LONG:
            return Known(text, [], ())
        if is_vowelled(text):
            readings = self._vowelled(text, letters)
        else:
            seen = self.index.word(letters)
            if seen is not None:
                number = self.combos.number
                readings = [(_SHARE[p], lemma, number(combo), "") for lemma, combo, p in seen]
            else:
                readings = self.segmented(letters)
        if not readings:
            from glossary.unknown import explain

            readings = explain(self, letters)
        return Known(text, readings, self._starts(readings))

    def _starts(self, readings: list[Reading]) -> tuple[int, ...]:
        starts: list[int] = []
        for weight, lemma, _, _ in readings:
            if weight > rank.HOPELESS and lemma < MADE:
                starts += self.index.starts(lemma)
        return tuple(dict.fromkeys(starts))

    def segmented(self, letters: str, written: str = "") -> list[Reading]:
        """The readings that cutting off clitics gives: one for each lemma and cut, weights summing to one.

        `written` is the word with its vowels, which then have to be compatible with the stem's.
        """
        folded_whole = fold(letters)
        same = len(folded_whole) == len(letters)
        stems = self.index.stems
        best: dict[tuple[int, tuple[str, ...], str], tuple[float, int, str]] = {}
        for cut in cuts(letters):
            start, end, prefix, pronoun, prior = cut
            stem = letters[start:end]
            key = folded_whole[start:end] if same else fold(stem)
            if prefix.restore:
                stem, key = prefix.restore + stem, prefix.restore + key
            rows = stems(key)
            if rows is None:
                continue
            needs = (prefix.needs if prefix.needs != QUESTION else NONE) | (2 if pronoun else 1)
            code = sum(stem.encode("utf-16-le")) & 255
            for lemma, form, combo, admits, weight, spelt in rows:
                if admits & needs != needs or (admits & ONLY and not needs & ARTICLE):
                    continue
                score = _WEIGHT[weight] * prior
                if spelt != code:
                    score *= LOOSE
                at = (lemma, prefix.clitics, pronoun)
                kept = best.get(at)
                if kept is not None and kept[0] >= score:
                    continue
                if written and not self._agrees(written, letters, cut, form):
                    continue
                best[at] = (score, combo, "spelling" if spelt != code else "")
        total = sum(score for score, _, _ in best.values())
        if not total:
            return []
        with_clitics = self.combos.with_clitics
        made = [
            (score / total, lemma, with_clitics(combo, clitics, pronoun), note)
            for (lemma, clitics, pronoun), (score, combo, note) in best.items()
        ]
        made.sort(key=_by_weight)
        return made[:12]

    def _agrees(
        self, written: str, letters: str, cut: tuple[int, int, object, str, float], form: int
    ) -> bool:
        """Whether the marks written on the stem's letters fit the form."""
        return compatible(between(written, cut[0], cut[1], len(letters)), self.index.vowelled(form))

    def _vowelled(self, text: str, letters: str) -> list[Reading]:
        """Written vowels narrow the readings; if nothing fits them, they are taken for a slip and ignored."""
        narrowed = self.segmented(letters, text)
        seen = self.index.word(letters)
        number = self.combos.number
        if seen is None:
            return narrowed or self.segmented(letters)
        shares = [(_SHARE[p], lemma, number(combo), "") for lemma, combo, p in seen]
        if not narrowed:
            return shares
        fits = {(lemma, combo.proclitics, combo.enclitic): combo for _, lemma, combo, _ in narrowed}
        share = {(lemma, combo.proclitics, combo.enclitic): p for p, lemma, combo, _ in reversed(shares)}
        made = [(share.get(at, 0.002 * own), at[0], combo, "vowels") for own, at, combo in _keyed(narrowed)]
        total = sum(weight for weight, _, _, _ in made)
        kept = [(w / total, lemma, combo, note) for w, lemma, combo, note in made]
        kept.sort(key=_by_weight)
        rest = [
            (w * 0.001, lemma, combo, note)
            for w, lemma, combo, note in shares
            if (lemma, combo.proclitics, combo.enclitic) not in fits
        ]
        return kept + rest


def between(written: str, start: int, end: int, size: int) -> str:
    """The part of a marked word that carries its letters start … end; `size` is how many letters it has."""
    if start == 0 and end == size:
        return written
    n = -1
    first, last = len(written), len(written)
    for i, char in enumerate(written):
        if plain(char):
            n += 1
            if n == start:
                first = i
            if n == end:
                last = i
                break
    return written[first:last]


def _keyed(readings: list[Reading]) -> list[tuple[float, tuple[int, tuple[str, ...], str], Combo]]:
    return [
        (weight, (lemma, combo.proclitics, combo.enclitic), combo) for weight, lemma, combo, _ in readings
    ]


def _by_weight(reading: Reading) -> float:
    return -reading[0]


__all__ = ["Analyzer", "Choice", "Known", "tokenize"]
