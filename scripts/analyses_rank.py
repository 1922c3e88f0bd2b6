"""P(reading | form): what farahidi's annotated corpus says, backing off to what is likely.

Three sources, each filling in for the one before:
1. how often the corpus gives this very form this lemma;
2. how often it gives it to the same form without و ف, ال or an attached pronoun;
3. P(lemma) P(cell): how common the lemma is, times how common what was done to it is (past passive with an attached pronoun).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from analyses_lemma import bare, key
from analyses_reduce import Reading

LemmaId = tuple[str, str]
"""(key of the lemma, verb | nominal | function)."""
Readings = Mapping[str, list[Reading]]

KINDS = {
    "verb": "verb",
    **dict.fromkeys(("noun", "adjective", "participle", "name", "adverb", "numeral"), "nominal"),
}


def lemma_id(reading: Reading) -> LemmaId:
    """The lemma, whatever the convention it is written in."""
    return key(reading.lemma), KINDS.get(reading.pos, "function")


def stem_of(form: str, reading: Reading) -> str:
    """The form without proclitics and pronoun, as unvowelled letters: what several forms have in common."""
    letters = bare(reading.vowelled)
    cut = sum(len(p) for p in reading.proclitics)
    if reading.proclitics[-2:] == ("ل", "ال"):
        cut -= 1
    end = len(letters) - len(reading.enclitic) if reading.enclitic else len(letters)
    return letters[cut:end] or letters


def cell_of(reading: Reading) -> tuple[str, str, tuple[str, ...], str]:
    """What was done to the lemma, coarse enough to count."""
    kind = "verb" if reading.pos == "verb" else reading.pos
    pro = tuple("c" if p in "وف" else p for p in reading.proclitics)
    return kind, reading.features, pro, "e" if reading.enclitic else ""


_REGISTER = {
    "1s": 0.3,
    "2ms": 0.1,
    "2fs": 0.03,
    "2d": 0.03,
    "2mp": 0.15,
    "2fp": 0.03,
    "3fp": 0.3,
    "imperative": 0.2,
}


def register(r: Reading) -> float:
    """The press speaks of others, in the third person; the letters of تقول or مسؤولي do not tell, counts cannot."""
    weight = {"ي": 0.03, "ك": 0.2, "كم": 0.3, "ني": 0.5}.get(r.enclitic, 1.0)
    for word in r.features.split():
        weight *= _REGISTER.get(word, 1.0)
    return weight


class Model:
    """Counts and estimates. Everything deterministic: sums run in the order of the sorted forms."""

    def __init__(self, readings: Readings, corpus: Mapping[str, Mapping[str, int]], weights: Mapping[str, float],
                 stems: Mapping[str, int]) -> None:  # fmt: skip
        self.readings = readings
        self.exact: dict[str, Counter[LemmaId]] = {}
        self.by_stem: dict[str, Counter[LemmaId]] = defaultdict(Counter)
        self.lemma: Counter[LemmaId] = Counter()
        self.cells: Counter[tuple[str, str, tuple[str, ...], str]] = Counter()
        self.stems = stems
        self.weights: Counter[str] = Counter()
        for lemma, weight in weights.items():
            self.weights[key(lemma)] += weight  # type: ignore[assignment]
        self._corpus(corpus)

    def _corpus(self, corpus: Mapping[str, Mapping[str, int]]) -> None:
        for form in sorted(corpus):
            readings = self.readings.get(form, [])
            exact: Counter[LemmaId] = Counter()
            for lemma, n in corpus[form].items():
                ids = match(lemma, readings)
                for i in ids:
                    exact[i] += n / len(ids)  # type: ignore[assignment]
            self.exact[form] = exact
            for i, n in exact.items():
                self.lemma[i] += n
                same = [r for r in readings if lemma_id(r) == i]
                for stem in {stem_of(form, r) for r in same}:
                    self.by_stem[stem][i] += n / len({stem_of(form, r) for r in same})
        for _ in range(3):
            self._count_cells()

    def _count_cells(self) -> None:
        cells: Counter[tuple[str, str, tuple[str, ...], str]] = Counter()
        for form, exact in self.exact.items():
            for i, n in exact.items():
                same = [r for r in self.readings.get(form, []) if lemma_id(r) == i]
                shares = [self.share(r) for r in same]
                total = sum(shares)
                for r, s in zip(same, shares, strict=True):
                    cells[cell_of(r)] += n * s / total  # type: ignore[assignment]
        self.cells = cells

    def share(self, r: Reading) -> float:
        """How common what was done to the lemma is."""
        stem = float((1 + self.stems.get(r.stem, 0)) ** 0.3)
        return (self.cells[cell_of(r)] + 0.5) * stem * register(r)

    def prior(self, r: Reading) -> float:
        """P(lemma) P(cell), not normalised."""
        i = lemma_id(r)
        return self.lemma[i] + 4e6 * self.weights[i[0]] + 0.05

    def rank(self, form: str) -> list[tuple[float, Reading]]:
        """The readings of a form with their probabilities, best first."""
        readings = self.readings.get(form, [])
        if not readings:
            return []
        ids = [lemma_id(r) for r in readings]
        cells = [self.share(r) for r in readings]
        share: Counter[LemmaId] = Counter()
        stems: dict[LemmaId, set[str]] = defaultdict(set)
        prior: dict[LemmaId, float] = {}
        for r, i, c in zip(readings, ids, cells, strict=True):
            share[i] += c  # type: ignore[assignment]
            stems[i].add(stem_of(form, r))
            prior[i] = self.prior(r)
        p = normal({i: q * share[i] for i, q in prior.items()})
        p = back_off(
            {i: sum(self.by_stem[s][i] for s in sorted(stems[i]) if s in self.by_stem) for i in p}, p, 3.0
        )
        p = back_off(self.exact.get(form, {}), p, 3.0)
        out = [(p[i] * c / share[i], r) for r, i, c in zip(readings, ids, cells, strict=True)]
        return sorted(out, key=lambda x: (-p[lemma_id(x[1])], lemma_id(x[1]), -x[0], x[1]))


def normal(p: Mapping[LemmaId, float]) -> dict[LemmaId, float]:
    """The numbers as shares of their sum."""
    total = sum(p.values())
    return {k: v / total for k, v in p.items()}


def back_off(
    counts: Mapping[LemmaId, float], p: Mapping[LemmaId, float], alpha: float
) -> dict[LemmaId, float]:
    """Counts smoothed with alpha imagined occurrences spread like p."""
    n = sum(counts.get(i, 0) for i in p)
    return {i: (counts.get(i, 0) + alpha * q) / (n + alpha) for i, q in p.items()}


def match(lemma: str, readings: Iterable[Reading]) -> list[LemmaId]:
    """The lemmas among the readings that the corpus's lemma can be."""
    k = key(lemma)
    ids = sorted({lemma_id(r) for r in readings if key(r.lemma) == k})
    if len(ids) > 1:
        verbal = lemma.endswith("\u064e")
        ids = [i for i in ids if (i[1] == "verb") == verbal] or ids
    return ids
