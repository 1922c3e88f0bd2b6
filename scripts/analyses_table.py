"""The ranked readings as the table that is packed: lemmas once, with their frequency; of each form what is likely."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from analyses_lemma import key
from analyses_rank import KINDS, stem_of
from analyses_reduce import Reading

from glossary.analyses import FormAnalyses, Lemma, TableAnalysis

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Ranked = dict[str, list[tuple[float, Reading]]]
_BACK = {"ت": "ة", "ا": "ى", "ئ": "ء", "ؤ": "ء", "و": "وا"}
LEAST, MOST, SHARE = 0.004, 12, 0.02
"""Readings less likely than LEAST are left out, so are those of a lemma under SHARE of it; of a form MOST stay."""


def identity(r: Reading) -> tuple[str, str]:
    """What makes two readings' lemmas one."""
    return key(r.lemma), KINDS.get(r.pos, r.pos)


def table(
    ranked: Ranked, frequency: Mapping[str, float], known: Mapping[str, str], common: Collection[str]
) -> tuple[list[Lemma], list[FormAnalyses]]:
    """Lemmas sorted by their letters, and the forms with their readings, sorted. common: forms to keep in any case."""
    kept = {form: cut(readings) for form, readings in sorted(ranked.items()) if readings}
    words: dict[tuple[str, str], Uses] = defaultdict(Uses)
    for form, readings in kept.items():
        for p, r in readings:
            words[identity(r)].add(r, p * frequency.get(form, 0.0), p)
    kept = {f: found for f, found in kept.items() if f in common or not derivable(f, found[0][1], kept)}
    used = {identity(r) for readings in kept.values() for _, r in readings}
    rows = {i: words[i].lemma(known) for i in used}
    order = sorted(rows, key=lambda i: (rows[i].lemma, rows[i].pos, i))
    number = {i: n for n, i in enumerate(order)}
    forms = []
    for form, readings in kept.items():
        found = [
            TableAnalysis(number[identity(r)], r.features, r.proclitics, r.enclitic, r.vowelled, p)
            for p, r in readings
        ]
        forms.append(FormAnalyses(form, tuple(found)))
    return [rows[i] for i in order], forms


def derivable(form: str, best: Reading, kept: Ranked) -> bool:
    """Whether cutting off what is attached leads to a form whose first lemma is this one's."""
    if not best.proclitics and not best.enclitic:
        return False
    base = stem_of(form, best)
    endings = {base}
    if best.enclitic and base[-1:] in _BACK:
        endings.add(base[:-1] + _BACK[base[-1]])
    return any(x != form and x in kept and identity(kept[x][0][1]) == identity(best) for x in endings)


def cut(readings: list[tuple[float, Reading]]) -> list[tuple[float, Reading]]:
    """What is likely enough to be kept."""
    lemma: Counter[tuple[str, str]] = Counter()
    for p, r in readings:
        lemma[identity(r)] += p  # type: ignore[assignment]
    likely = [
        (p, r)
        for n, (p, r) in enumerate(readings)
        if n == 0 or (p >= LEAST and p >= SHARE * lemma[identity(r)])
    ]
    return likely[:MOST]


class Uses:
    """What is seen of a lemma in all forms: its spellings, how common it is, whether it stands like a noun."""

    def __init__(self) -> None:
        self.seen: Counter[Reading] = Counter()
        self.mass = 0.0
        self.noun = 0.0

    def add(self, r: Reading, mass: float, p: float) -> None:
        """Count a reading with its share of all words; p alone decides among those that were never counted."""
        self.seen[r._replace(features="", proclitics=(), enclitic="", vowelled="", stem="")] += (
            mass + p * 1e-9
        )  # type: ignore[assignment]
        self.mass += mass
        # A noun takes pronouns and prepositions and has broken plurals; an adjective follows nouns into the feminine.
        broken = "plural" in r.features and not any(
            x in r.features for x in ("oblique", "nominative", "feminine")
        )
        feminine = "feminine singular" in r.features and not r.lemma.endswith("ة")
        clues = bool(r.enclitic) + 0.5 * any(x in r.proclitics for x in "بلك") + 0.3 * broken - 0.1 * feminine
        self.noun += mass * clues

    def lemma(self, known: Mapping[str, str]) -> Lemma:
        """The lemma in its commonest spelling."""
        best = max(sorted(self.seen), key=lambda r: self.seen[r])
        text = best.lemma
        if known.get(key(text)) in {r.lemma for r in self.seen}:
            text = known[key(text)]
        weight: Counter[str] = Counter()
        for r, n in self.seen.items():
            weight[r.pos] += n  # type: ignore[assignment]
        pos = max(sorted(weight), key=lambda p: weight[p])
        if pos == "participle" or (pos == "adjective" and not text.endswith("ّ")):
            pos = "noun" if self.noun > 0 else "adjective"
        common = sorted(self.seen, key=lambda r: (-self.seen[r], r))
        root, pattern = next(((r.root, r.pattern) for r in common if r.root), ("", ""))
        form = next((r.form for r in common if r.form), "")
        zipf = math.log10(self.mass * 1e9) if self.mass * 1e9 > 1 else 0.0
        return Lemma(text, pos, root, pattern, form, zipf)
