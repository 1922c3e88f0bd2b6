"""Nashra's analysis beside the Arabic analysers that are installed (extra `peers`), in one run.

    pip install -e '.[peers]'
    python scripts/bench_analysis.py [TEXT …] [--gold GOLD.jsonl] [--only NAME …]

Without TEXT the articles that ship are read, without their vowels. Each system runs in processes of its own:

    start   milliseconds to the first word's answer, over a bare interpreter: the median of turns taken in pairs
    MB      the most memory that the process had, after the text was read twice
    new     words a second, every different word of the text once: none has been met in this process
    text    words a second, the text as it runs, once: half of its words have been met by then
    again   words a second, the same text a second time
    lax     of the gold sentences' nouns, verbs and adjectives those whose lemma is right, vowels aside
    voc     those whose vowels are right as well ("-": the system gives none)

A second is one of the processor, so that a busy machine slows all alike; systems that take long are stopped after --limit
seconds of each pass. Gold is what scripts/quality.py reads; the sentences of our own by default.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from bench_systems import SYSTEMS  # noqa: E402
from quality import CONTENT, GOLD, Sentence, lax, load, vowelled  # noqa: E402

from corpus.normalize import is_vowelled, plain  # noqa: E402
from corpus.tokenize import tokenize  # noqa: E402

Lines = list[list[str]]
LINE = 20
"""Words of a line in which words that all differ are given."""


def environment() -> dict[str, str]:
    """That of the processes: compiled modules are kept, as those of an installed package are."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(HERE.parent / "build" / "pycache")}


def run(name: str, mode: str, lines: Lines | None = None, *more: str) -> Any:
    """What a system says, None if it is not installed."""
    done = subprocess.run(
        [sys.executable, str(HERE / "bench_systems.py"), name, mode, *more],
        input=json.dumps(lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(),
    )
    if done.returncode == 3:
        return None
    if done.returncode:
        sys.exit(f"{name} failed: {done.stderr.strip().splitlines()[-1]}")
    return json.loads(done.stdout.splitlines()[-1]) if done.stdout else True


def start(name: str, turns: int) -> float:
    """Milliseconds that a first word takes over a bare interpreter, which is timed beside it each time."""
    took = []
    for _ in range(turns):
        at = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True, env=environment())
        bare = time.perf_counter()
        run(name, "first")
        took.append((time.perf_counter() - bare) - (bare - at))
    return 1000 * statistics.median(took)


def pieces(sentence: Sentence) -> list[tuple[str, dict[str, Any] | None]]:
    """The words of a sentence with what is annotated of each, and what stands between them with nothing."""
    made: list[tuple[str, dict[str, Any] | None]] = []
    at = 0
    for word in sentence["words"]:
        between = "".join(sentence["text"][at : word["start"]].split())
        made += [(between, None)] if between else []
        made.append((word["form"], word))
        at = word["end"]
    return made


def right(name: str, gold: list[Sentence]) -> tuple[float, float | None]:
    """The shares, in percent, of content words whose lemma is right without and with its vowels."""
    cut = [pieces(sentence) for sentence in gold]
    found = run(name, "lemmas", [[text for text, _ in line] for line in cut])
    pairs = [
        (word["lemma"], lemma)
        for line, lemmas in zip(cut, found, strict=True)
        for (_, word), lemma in zip(line, lemmas, strict=True)
        if word and word["upos"] in CONTENT
    ]
    bare = sum(lax(a) == lax(b) for a, b in pairs)
    full = sum(vowelled(a) == vowelled(b) for a, b in pairs)
    vowels = 2 * sum(is_vowelled(b) for _, b in pairs) > len(pairs)
    return 100 * bare / len(pairs), 100 * full / len(pairs) if vowels else None


def main() -> int:
    """Print a line for each system."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("text", nargs="*", type=Path)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--only", nargs="+", choices=SYSTEMS, default=list(SYSTEMS), metavar="NAME")
    parser.add_argument("--limit", type=float, default=10, help="seconds that one pass may take")
    args = parser.parse_args()
    files = args.text or sorted((HERE.parent / "corpus" / "articles").glob("*/ar.txt"))
    tokens = [tokenize(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    running = [words for line in tokens if (words := [plain(t.text) for t in line if t.kind == "word"])]
    words = [word for line in running for word in line]
    different = list(dict.fromkeys(words))
    fresh = [different[i : i + LINE] for i in range(0, len(different), LINE)]
    gold = load(args.gold)
    print(f"{len(words)} words, {len(different)} different; lemmas of {args.gold.name}")
    print(f"{'':18}{'start':>8}{'MB':>6}{'new':>10}{'text':>10}{'again':>10}{'lax':>8}{'voc':>8}")
    missing = []
    for name in args.only:
        if run(name, "first") is None:
            missing.append(name)
            continue
        once, _, _ = run(name, "speed", fresh, str(args.limit))
        first, again, megabytes = run(name, "speed", running, str(args.limit))
        bare, full = right(name, gold)
        shown = "-" if full is None else f"{full:.1f}"
        milliseconds = start(name, 15 if name == "nashra" else 3)
        print(
            f"{name:18}{milliseconds:8.0f}{megabytes:6.0f}{once:10,.0f}{first:10,.0f}{again:10,.0f}{bare:8.1f}{shown:>8}"
        )
    if missing:
        print(f"not installed, so not compared: {', '.join(missing)} (pip install -e '.[peers]')")
    return 0


if __name__ == "__main__":
    sys.exit(main())
