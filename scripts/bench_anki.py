"""How long an export takes, beside a bare genanki loop over the same notes, and how much memory.

    python scripts/bench_anki.py [NOTES] [--check]

Each way runs in a process of its own; the best of seven is taken, in processor time. Memory is the
process's peak, its start (imports) taken off. With --check the exit status is 1 if the export takes more
than 1.3 times as long or more than 150 MB.
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
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

if TYPE_CHECKING:
    from reader.anki.note import CardNote

CARDS = ("newspaper", "production", "cloze")
RUNS = 7
WORDS = [
    "الحكومة",
    "أعلنت",
    "اتفاقا",
    "جديدا",
    "بشأن",
    "الحدود",
    "بعد",
    "مفاوضات",
    "طويلة",
    "مع",
    "الدول",
    "المجاورة",
]


def notes(count: int) -> list[CardNote]:
    """Sample notes with content that differs, as a real deck's does."""
    from tests.anki.samples import ALL

    made = []
    for n in range(count):
        sample = ALL[n % len(ALL)]
        tail = " ".join(WORDS[n * step % len(WORDS)] for step in (3, 5, 7, 11, 13))
        made.append(
            replace(
                sample,
                key=f"w{n}-n",
                lemma=f"{sample.lemma}{n}",
                root=f"{sample.root}{n}",
                senses=tuple(f"{sense} {n}" for sense in sample.senses),
                note=f"{sample.note} {n}",
                inflection=tuple((label, f"{form}{n}") for label, form in sample.inflection),
                collocations=tuple((f"{here}{n}", f"{there} {n}") for here, there in sample.collocations),
                sentence=f"{sample.sentence} {tail} {n}",
                sentence_vowelled=f"{sample.sentence_vowelled} {tail} {n}"
                if sample.sentence_vowelled
                else "",
                translation=f"{sample.translation} {n}",
                rank=n + 1,
            )
        )
    return made


def ours(count: int, folder: Path) -> Path:
    """Our export."""
    from reader.anki.export import DeckOptions, write_deck

    return write_deck(
        notes(count), folder / "deck.apkg", DeckOptions(cards=CARDS), stamps={}, now=1788200000
    ).path


def bare(count: int, folder: Path) -> Path:
    """The loop that one would write with genanki alone for the same notes: same note types, fields and
    cards, the font.

    Texts are escaped and the word is marked, and nothing more: no cleaning, no marks carried over to the
    vowelled sentence, no stamps, no compression.
    """
    import genanki

    from reader.anki import templates
    from reader.anki.font import MEDIA_NAME, amiri
    from reader.anki.schema import TERM, WORD

    (folder / MEDIA_NAME).write_bytes(amiri())
    models = {
        kind: genanki.Model(
            schema.model_id,
            schema.name,
            fields=[{"name": name} for _, name in schema.fields],
            templates=[
                {"name": name, "qfmt": front, "afmt": back}
                for (_, name), (front, back) in zip(
                    schema.templates, templates.card_templates(schema), strict=True
                )
            ],
            css=templates.css(),
        )
        for kind, schema in (("word", WORD), ("term", TERM))
    }
    decks: dict[str, genanki.Deck] = {}
    for note in notes(count):
        domain = note.domains[0] if note.domains else "general"
        if domain not in decks:
            decks[domain] = genanki.Deck(2059400110 + len(decks), f"Bare::{domain}")
        made = genanki.Note(
            model=models[note.kind],
            fields=bare_fields(note),
            tags=[f"domain::{name}" for name in note.domains],
            guid=genanki.guid_for("bare", note.key),
            due=note.rank,
        )
        decks[domain].add_note(made)
    genanki.Package(list(decks.values()), [str(folder / MEDIA_NAME)]).write_to_file(str(folder / "deck.apkg"))
    return folder / "deck.apkg"


def bare_fields(note: CardNote) -> list[str]:
    """A note's fields, escaped."""
    text = note.sentence
    start, end = note.marks[0] if note.marks else (0, 0)
    before, word, after = escape(text[:start]), escape(text[start:end]), escape(text[end:])

    def pairs(rows: tuple[tuple[str, str], ...]) -> str:
        return "".join(f"<div><bdi>{escape(here)}</bdi> {escape(there)}</div>" for here, there in rows)

    return [
        escape(note.key),
        escape(note.lemma),
        escape("".join(char for char in note.lemma if not "\u064b" <= char <= "\u0652")),
        escape(note.gloss),
        escape(", ".join(note.forms_met)),
        pairs(note.parts) if note.kind == "term" else escape(note.root),
        escape(note.pattern),
        escape(f"{note.pos} {note.gender} {note.form}"),
        pairs(note.inflection),
        escape("; ".join(note.senses)),
        escape(f"{note.register} {note.note}"),
        pairs(note.collocations),
        f"{before}<mark>{word}</mark>{after}" if text else "",
        escape(note.sentence_vowelled),
        f"{before}<span class=gap>...</span>{after}" if text else "",
        escape(note.translation),
        escape(note.translation.replace(note.gloss, "...")),
        escape(note.article),
        escape(note.source),
        escape(note.url),
        escape(note.date),
        *("", "", escape(note.frequency), escape(" ".join(note.domains)), escape(note.level)),
        *("1", "1", "1" if text else "", "", "", "1", "", "", "", ""),
    ]


def measure(way: str, count: int) -> None:
    """Run one way once and print what it took, as JSON."""
    if way == "ours":
        import reader.anki.package  # noqa: F401
    import genanki  # noqa: F401

    import tests.anki.samples  # noqa: F401

    start_memory = peak()
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        path = {"ours": ours, "bare": bare}[way](count, Path(folder))
        took = time.process_time() - start
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
