"""Learn the weights of glossary/data/ranking.tsv from our own vowelled sentences.

    python scripts/learn_ranking.py            writes the file
    python scripts/learn_ranking.py --held     learns from four fifths and says how many words of the rest it gets right

The examples and collocations of entries and terms, the articles that ship and lessons.txt are vowelled: with their vowels most
words have one reading, so the same sentences without vowels show which reading is right in which place. The half of
tests/gold/choices.toml that is looked at is learned from as well; no other sentence of tests/gold is.
Logistic: the weights of a reading's clues add up with the logarithm of its share. Few clues are kept, those that were met
often and weigh something. The same data give the same file.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import sys
import zlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

import choices  # noqa: E402

from corpus.normalize import DAGGER, SHADDA, VOWELS  # noqa: E402
from corpus.tokenize import tokenize  # noqa: E402
from glossary import analyze, rank  # noqa: E402
from glossary.clues import Clue, clues, kind_of, seen  # noqa: E402
from glossary.decode import load  # noqa: E402
from glossary.index import open_index  # noqa: E402
from glossary.kinds import BREAKS, EDGE, mark  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.analyze import Analyzer, Known
    from glossary.cutting import Key, Reading
    from glossary.rank import Weights

DATA = ROOT / "glossary" / "data"
LESSONS = Path(__file__).with_name("lessons.txt")
OFTEN, LEAST = 4, 0.12
"""A clue is kept that stands in so many cases, and whose weight is at least this."""
PASSES, RATE, DECAY = 10, 0.3, 2.0
TAUGHT, TIMES = "lesson", 2
"""Lessons and choices are few, and each is there for a reason: they count so many times."""
STROKE = re.compile("/([a-z]+)")
SURE = 0.08
"""A reading that the vowels allow counts as right if it has this share of the likeliest one's."""
_NOMINAL = ("n.the", "n.its", "n.bare", "n.acc", "n.con", "a.the", "a.bare", "name", "name.the")
_NEVER = {"prep": ("v.past", "v.pres", "v.imp", "be"), "jus": ("v.past", "v.imp", *_NOMINAL)}
_NEVER |= {"sub": _NEVER["jus"], "fut": _NEVER["jus"], "qad": ("v.imp", *_NOMINAL)}
FIRM: dict[Clue, float] = {("before~", own, met): -3.0 for met, kinds in _NEVER.items() for own in kinds}
"""What grammar says without being told: no verb after a preposition, nothing but a present verb after لم and لن. The weights
begin here and are drawn back to it."""
HEAD = """# What a clue of a reading's place adds to the logarithm of its share (glossary/clues.py).
# scripts/learn_ranking.py learned it.
# looks at, the reading is, it meets, weight
"""


class Case(NamedTuple):
    """A word in its place: for each reading whether it is right, the logarithm of its share, its clues."""

    right: list[bool]
    share: list[float]
    clues: list[list[Clue]]


class Lesson(NamedTuple):
    """A sentence without vowels, and for each token the numbers of its right readings (none: not known)."""

    known: list[Known | None]
    kinds: list[str]
    right: list[set[int]]


def sentences() -> Iterator[tuple[str, str]]:
    """Vowelled text, and the id of the entry that it is an example of ("": of none)."""
    lexicon = load(path for kind in ("field", "general", "names") for path in (DATA / kind).glob("*.toml"))
    for entry in lexicon.entries.values():
        for sense in entry.senses:
            for pair in (*sense.examples, *sense.collocations):
                yield pair.arabic, entry.id
    for term in lexicon.terms.values():
        for pair in term.examples:
            yield pair.arabic, ""
    for path in sorted((ROOT / "corpus" / "articles").glob("*/ar.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield line, ""
    for line in LESSONS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line, TAUGHT


def bare(text: str) -> str:
    """The text without its vowels."""
    return "".join(c for c in text if c not in VOWELS + SHADDA + DAGGER).replace("ٱ", "ا")


def lessons(analyzer: Analyzer) -> list[Lesson]:
    """All sentences, each once; without those of the gold file and of articles' lines that have one."""
    path = ROOT / "tests" / "gold" / "news.jsonl"
    gold = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    seen = set(gold)
    made = []
    for text, entry in sentences():
        plain = bare(text)
        if plain.strip() and plain not in seen and (entry or not any(g in plain for g in gold)):
            seen.add(plain)
            lesson = _lesson(analyzer, text, plain, entry)
            if lesson:
                made += [lesson] * (TIMES if entry == TAUGHT else 1)
    for case in choices.load():
        if case.half == "learn":
            made += [_chosen(analyzer, case)] * TIMES
    return made


def _strokes(text: str) -> tuple[str, dict[int, str]]:
    """The text without its strokes, and where a word ends that has one, its part of speech."""
    made, parts = "", {}
    pieces = STROKE.split(text)
    for piece, part in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        made += piece
        parts[len(made)] = part
    return made, parts


def _lesson(analyzer: Analyzer, text: str, plain: str, entry: str) -> Lesson | None:
    plain, parts = _strokes(plain)
    told, tokens = tokenize(_strokes(text)[0]), tokenize(plain)
    if len(told) != len(tokens):
        return None
    known = [analyzer.known(t.text) if t.kind == "word" else None for t in tokens]
    right: list[set[int]] = []
    for said, token, word in zip(told, tokens, known, strict=True):
        found: set[int] = set()
        part = parts.get(token.end)
        if word and part:
            found = {n for n, r in enumerate(word.readings) if r[2].pos == part and not r[2].enclitic}
        elif word and said.text != token.text:
            allowed = _allowed(analyzer, said.text, entry)
            found = {n for n, r in enumerate(word.readings) if _key(r) in allowed}
        right.append(found)
    return Lesson(known, [mark(t.kind, t.text) for t in tokens], right)


def _allowed(analyzer: Analyzer, vowelled: str, entry: str) -> set[Key]:
    """The readings that the vowels leave; where the sentence is an entry's and it is among them, of its spelling only it."""
    found = analyzer.known(vowelled).readings
    most = max((r[0] for r in found), default=0.0)
    keys = {
        _key(r)
        for r in found
        if r[0] >= SURE * most and (r[3] == "vowels" or len(found) == 1 or r[0] >= 0.3 * most)
    }
    own = {key for key in keys if entry and analyzer.lemma(key[0])[4] == entry}
    if own:
        lemma = analyzer.lemma(next(iter(own))[0])[0]
        keys = {key for key in keys if key in own or analyzer.lemma(key[0])[0] != lemma}
    return keys


def _chosen(analyzer: Analyzer, case: choices.Case) -> Lesson:
    tokens = tokenize(case.text)
    known = [analyzer.known(t.text) if t.kind == "word" else None for t in tokens]
    right: list[set[int]] = []
    for token, word in zip(tokens, known, strict=True):
        here = token.text == case.spelling and word is not None and not any(right)
        readings = word.readings if here and word else []
        right.append({n for n, r in enumerate(readings) if analyzer.lemma(r[1])[4] == case.entry})
    return Lesson(known, [mark(t.kind, t.text) for t in tokens], right)


def _key(reading: Reading) -> Key:
    return (reading[1], reading[2].proclitics, reading[2].enclitic)


def cases(analyzer: Analyzer, taught: Iterable[Lesson]) -> list[Case]:
    """The words that leave a choice, each in its place, the words before it read as they should be."""
    made = []
    for lesson in taught:
        before, verb = EDGE, False
        for i, word in enumerate(lesson.known):
            if word is None:
                if lesson.kinds[i] in BREAKS:
                    before, verb = EDGE, False
                else:
                    before = lesson.kinds[i]
                continue
            right = lesson.right[i]
            if word.open and right and len(right) < len(word.readings):
                place = rank.place(lesson.known, lesson.kinds, i, before, verb, word.framed)
                hope = [n for n, r in enumerate(word.readings) if r[0] > rank.HOPELESS]
                if 0 < len(right.intersection(hope)) < len(hope):
                    hoped = [word.readings[n] for n in hope]
                    shares = [math.log(r[0]) + rank.unanswered(r) for r in hoped]
                    found = [clues(own, seen(place)) for own in rank.sides(analyzer, word)]
                    made.append(Case([n in right for n in hope], shares, found))
            first = min(right, default=0)
            before = word.role or (_kind(analyzer, word.readings[first]) if word.readings else "unknown")
            verb = {rank.OPENING: False, rank.VERBAL: True}.get(rank.clause(before), verb)
    return made


def _kind(analyzer: Analyzer, reading: Reading) -> str:
    return kind_of(reading, analyzer.lemma, analyzer.index.governs(reading[1]))


def learn(taught: list[Case], keep: set[Clue] | None = None) -> Weights:
    """Weights by stochastic gradient ascent of the likelihood of the right readings, with decay."""
    weights: defaultdict[Clue, float] = defaultdict(float, FIRM)
    slope: defaultdict[Clue, float] = defaultdict(lambda: 1.0)
    told = [
        Case(c.right, c.share, [[x for x in found if keep is None or x in keep] for found in c.clues])
        for c in taught
    ]
    often = Counter(clue for c in told for found in c.clues for clue in found)
    chance = random.Random(1)
    for _ in range(PASSES):
        chance.shuffle(told)
        for case in told:
            scores = [
                s + sum(weights[x] for x in found) for s, found in zip(case.share, case.clues, strict=True)
            ]
            best = max(scores)
            shares = [math.exp(s - best) for s in scores]
            whole = sum(shares)
            good = sum(s for s, right in zip(shares, case.right, strict=True) if right)
            for share, right, found in zip(shares, case.right, case.clues, strict=True):
                step = (share / good if right else 0.0) - share / whole
                if abs(step) > 1e-4:
                    for clue in found:
                        own = step - DECAY * (weights[clue] - FIRM.get(clue, 0.0)) / often[clue]
                        slope[clue] += own * own
                        weights[clue] += RATE * own / math.sqrt(slope[clue])
    return {clue: w for clue, w in weights.items() if often[clue] >= OFTEN or clue in FIRM}


def settled(taught: list[Case]) -> Weights:
    """Learned twice, the second time with the clues that weighed something the first time; rounded."""
    kept = {*FIRM} | {clue for clue, w in learn(taught).items() if abs(w) >= LEAST}
    return {clue: round(w, 2) for clue, w in learn(taught, kept).items() if abs(w) >= LEAST / 2}


def right(taught: list[Case], weights: Weights) -> float:
    """Percent of the cases whose first reading is right."""
    good = 0
    for case in taught:
        scores = [
            s + sum(weights.get(x, 0.0) for x in found)
            for s, found in zip(case.share, case.clues, strict=True)
        ]
        good += case.right[max(range(len(scores)), key=scores.__getitem__)]
    return 100 * good / max(1, len(taught))


def main(args: list[str] | None = None) -> int:
    """Learn, and write or measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--held", action="store_true")
    given = parser.parse_args(args)
    analyze.CAP = 1_000_000  # every sentence is kept, so every word is
    analyzer = analyze.Analyzer(open_index())
    taught = lessons(analyzer)
    if given.held:
        spoken = ["".join(w.text if w else " " for w in lesson.known) for lesson in taught]
        held = [zlib.crc32(text.encode()) % 5 == 0 for text in spoken]
        some = cases(analyzer, (x for x, out in zip(taught, held, strict=True) if not out))
        rest = cases(analyzer, (x for x, out in zip(taught, held, strict=True) if out))
        weights = settled(some)
        print(f"{len(some)} and {len(rest)} words, {len(weights)} weights")
        print(f"held out: {right(rest, {}):.1f} by share alone, {right(rest, weights):.1f} in its place")
        return 0
    weights = settled(cases(analyzer, taught))
    lines = sorted("\t".join((*clue, f"{weight:.2f}")) + "\n" for clue, weight in weights.items())
    Path(rank.FILE).write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(weights)} weights from {len(taught)} sentences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
