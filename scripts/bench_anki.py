"""How long an export takes, beside a bare genanki loop over the same notes, and how much memory.

    python scripts/bench_anki.py [NOTES] [--check]

Each way runs in a process of its own. Memory is the process's peak, its start (imports) taken off. With --check the exit
status is 1 if the export takes more than 1.3 times as long or more than 150 MB.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

CARDS = ("newspaper", "production", "cloze")
RUNS = 3


def notes(count: int) -> list[object]:
    """Sample notes with content that differs, as a real deck's does."""
    from tests.anki.samples import ALL

    words = "الحكومة أعلنت اتفاقا جديدا بشأن الحدود بعد مفاوضات طويلة مع الدول المجاورة".split()
    made = []
    for n in range(count):
        sample = ALL[n % len(ALL)]
        tail = " ".join(words[(n * step) % len(words)] for step in (3, 5, 7, 11, 13))
        made.append(replace(sample, key=f"w{n}-n", sentence=f"{sample.sentence} {tail} {n}", rank=n + 1))
    return made


def ours(count: int, folder: Path) -> Path:
    """Our export."""
    from reader.anki.export import DeckOptions, write_deck

    return write_deck(
        notes(count), folder / "deck.apkg", DeckOptions(cards=CARDS), stamps={}, now=1788200000
    ).path


def bare(count: int, folder: Path) -> Path:
    """The loop that genanki's own page shows, over the same notes: fields as they come, three cards, the font."""
    import genanki

    from reader.anki.font import MEDIA_NAME, amiri

    (folder / MEDIA_NAME).write_bytes(amiri())
    names = (
        "lemma",
        "gloss",
        "root",
        "pattern",
        "pos",
        "sentence",
        "sentence_vowelled",
        "translation",
        "article",
        "note",
    )
    model = genanki.Model(
        1607392319,
        "Bare",
        fields=[{"name": name} for name in names],
        templates=[
            {"name": "A", "qfmt": "{{sentence}}{{lemma}}", "afmt": "{{gloss}}"},
            {"name": "B", "qfmt": "{{gloss}}", "afmt": "{{lemma}}"},
            {"name": "C", "qfmt": "{{translation}}{{gloss}}", "afmt": "{{lemma}}"},
        ],
    )
    deck = genanki.Deck(2059400110, "Bare")
    for note in notes(count):
        values = [getattr(note, name) for name in names]
        deck.add_note(genanki.Note(model=model, fields=values, tags=list(note.domains), due=note.rank))  # type: ignore[attr-defined]
    genanki.Package(deck, [str(folder / MEDIA_NAME)]).write_to_file(str(folder / "deck.apkg"))
    return folder / "deck.apkg"


def measure(way: str, count: int) -> None:
    """Run one way once and print what it took, as JSON."""
    if way == "ours":
        import reader.anki.build
    import genanki  # noqa: F401

    import tests.anki.samples  # noqa: F401

    start_memory = peak()
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        path = {"ours": ours, "bare": bare}[way](count, Path(folder))
        took = time.perf_counter() - start
        size = path.stat().st_size
    print(json.dumps({"seconds": took, "memory": peak(), "added": peak() - start_memory, "size": size}))


def peak() -> float:
    """The process's peak of memory in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Measure both ways; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("notes", nargs="?", type=int, default=10_000)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--way", choices=("ours", "bare"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        measure(options.way, options.notes)
        return 0
    best: dict[str, dict[str, float]] = {}
    for _ in range(RUNS):
        for way in ("bare", "ours"):
            command = [sys.executable, __file__, str(options.notes), "--way", way]
            run = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
            best[way] = min(best.get(way, run), run, key=lambda run: run["seconds"])
    for way, run in best.items():
        print(
            f"{way:5} {options.notes} notes  {run['seconds']:.2f} s  peak {run['memory']:.0f} MB "
            f"({run['added']:.0f} MB above its imports)  {run['size'] / 1e6:.2f} MB"
        )
    ratio = best["ours"]["seconds"] / best["bare"]["seconds"]
    print(f"ours / bare: {ratio:.2f}")
    return int(options.check and (ratio > 1.3 or best["ours"]["memory"] > 150))


if __name__ == "__main__":
    raise SystemExit(main())
