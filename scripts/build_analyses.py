"""Build glossary/data/analyses/table.xz: the readings of the commonest written forms.

    python -m venv .tools && .tools/bin/pip install -e '.[table]'
    .tools/bin/python scripts/build_analyses.py --work .work/analyses

Analysing takes about an hour on one core, once: the work folder keeps it. The rest takes about ten minutes. The same
versions of the two packages give the same bytes; --check compares them with the committed file.
Sources and licences: glossary/data/analyses/SOURCES.md.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import analyses_raw as raw  # noqa: E402
from analyses_extend import extend, unit  # noqa: E402
from analyses_lemma import key, tidy  # noqa: E402
from analyses_override import Overrides  # noqa: E402
from analyses_pack import pack  # noqa: E402
from analyses_rank import Model  # noqa: E402
from analyses_reduce import Reading, reduce  # noqa: E402
from analyses_table import Ranked, table  # noqa: E402

ALWAYS = 100_000
"""So many of the commonest forms stay even where the look-up would find the same by cutting off clitics."""
DATA = HERE.parent / "glossary" / "data" / "analyses"


def main() -> int:
    """Analyse what is missing, build, write or compare."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--work", type=Path, required=True, help="folder for what a later run can use again")
    ap.add_argument("--forms", type=int, default=600_000, help="how many of wordfreq's forms to analyse")
    ap.add_argument("--check", action="store_true", help="compare with the committed table, write nothing")
    args = ap.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    frequency, corpus = raw.frequencies(), raw.corpus()
    forms = [*sorted(corpus), *[w for w in list(frequency)[: args.forms] if w not in corpus]]
    raw.analyse(forms, args.work / "raw.jsonl")
    wanted = set(forms)
    readings = {form: reduce(rows) for form, rows in raw.read(args.work / "raw.jsonl") if form in wanted}
    data = build(readings, frequency, corpus)
    target = DATA / "table.xz"
    if args.check:
        same = target.exists() and target.read_bytes() == data
        print("the table is as committed" if same else "the table is another")
        return 0 if same else 1
    target.write_bytes(data)
    print(f"{len(data)} bytes")
    return 0


def build(
    readings: dict[str, list[Reading]], frequency: dict[str, float], corpus: dict[str, dict[str, int]]
) -> bytes:
    """The packed table from the reduced readings of each form."""
    overrides = Overrides(DATA / "overrides.toml")
    readings = {form: [overrides.rename(r) for r in found] for form, found in readings.items()}
    counts = tidied(corpus, readings, overrides)
    weights: dict[str, float] = {}
    for lemma, w in sorted(raw.lemma_weights().items()):
        name = overrides.lemma(tidy(lemma))
        weights[name] = weights.get(name, 0.0) + w
    known = lexicon(counts, weights)
    extended = {
        form: extend(form, readings, counts.get(form, {}), known) for form in sorted({*readings, *counts})
    }
    model = Model(extended, counts, weights, raw.stem_counts())
    common = {*counts, *overrides.claims, *list(frequency)[:ALWAYS]}
    ranked: Ranked = {}
    for form in sorted({*extended, *overrides.claims}):
        ranked[form] = overrides.apply(form, model.rank(form), counts.get(form, {}))
    lemmas, rows = table(ranked, frequency, known, common)
    print(f"{len(rows)} forms, {sum(len(r.analyses) for r in rows)} readings, {len(lemmas)} lemmas")
    return pack(lemmas, rows)


def tidied(
    corpus: dict[str, dict[str, int]], readings: dict[str, list[Reading]], overrides: Overrides
) -> dict[str, dict[str, int]]:
    """The corpus's counts with the lemmas in our conventions and its mistakes set right."""
    out: dict[str, dict[str, int]] = {}
    for form, found in corpus.items():
        out[form] = {}
        for lemma, n in found.items():
            name = unit(overrides.corpus(form, tidy(lemma)), readings.get(form, []))
            out[form][name] = out[form].get(name, 0) + n
    return out


def lexicon(counts: dict[str, dict[str, int]], weights: dict[str, float]) -> dict[str, str]:
    """Key of a lemma -> its commonest vowelling."""
    seen: dict[str, float] = {lemma: 4e6 * w for lemma, w in weights.items()}
    for found in counts.values():
        for lemma, n in found.items():
            seen[lemma] = seen.get(lemma, 0.0) + n
    return {key(lemma): lemma for lemma in sorted(seen, key=lambda x: (seen[x], len(x), x))}


if __name__ == "__main__":
    raise SystemExit(main())
