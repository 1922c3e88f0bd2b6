"""The ranked readings as the table that is packed: lemmas once, with their frequency; of each form what is likely."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from analyses_lemma import key
from analyses_rank import KINDS
from analyses_reduce import Reading

from glossary.analyses import FormAnalyses, Lemma, TableAnalysis

if TYPE_CHECKING:
    from collections.abc import Mapping

Ranked = dict[str, list[tuple[float, Reading]]]
LEAST, MOST, SHARE = 0.004, 12, 0.02
"""Readings less likely than LEAST are left out, so are those of a lemma under SHARE of it; of a form MOST stay."""


def identity(r: Reading) -> tuple[str, str]:
    """What makes two readings' lemmas one."""
    return key(r.lemma), KINDS.get(r.pos, r.pos)


def table(
    ranked: Ranked, frequency: Mapping[str, float], known: Mapping[str, str]
) -> tuple[list[Lemma], list[FormAnalyses]]:
    """Lemmas sorted by their letters, and the forms with their readings, sorted."""
    kept = {form: cut(readings) for form, readings in sorted(ranked.items())}
    variants: dict[tuple[str, str], Counter[Reading]] = defaultdict(Counter)
    mass: Counter[tuple[str, str]] = Counter()
    for form, readings in kept.items():
        f = frequency.get(form, 0.0)
        for p, r in readings:
            i = identity(r)
            variants[i][Reading(r.lemma, r.pos, r.root, r.pattern, r.form, "", (), "", "", "")] += p * (
                f + 1e-9
            )  # type: ignore[assignment]
            mass[i] += p * f  # type: ignore[assignment]
    rows = {i: _lemma(found, mass[i], known) for i, found in variants.items()}
    order = sorted(rows, key=lambda i: (rows[i].lemma, rows[i].pos))
    number = {i: n for n, i in enumerate(order)}
    forms = []
    for form, readings in kept.items():
        found = tuple(
            TableAnalysis(number[identity(r)], r.features, r.proclitics, r.enclitic, r.vowelled, p)
            for p, r in readings
        )
        if found:
            forms.append(FormAnalyses(form, found))
    return [rows[i] for i in order], forms


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


def _lemma(found: Counter[Reading], mass: float, known: Mapping[str, str]) -> Lemma:
    best = max(sorted(found), key=lambda r: (found[r], r))
    text = best.lemma
    if known.get(key(text)) in {r.lemma for r in found}:
        text = known[key(text)]
    pos = max(sorted({r.pos for r in found}), key=lambda p: sum(n for r, n in found.items() if r.pos == p))
    root, pattern = next(((r.root, r.pattern) for r, _ in found.most_common() if r.root), ("", ""))
    form = next((r.form for r, _ in found.most_common() if r.form), "")
    zipf = math.log10(mass * 1e9) if mass * 1e9 > 1 else 0.0
    return Lemma(text, {"participle": "adjective"}.get(pos, pos), root, pattern, form, zipf)
