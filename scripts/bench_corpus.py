"""Measure the library: import, search, opening the list.

    python scripts/bench_corpus.py            10,000 generated articles, about two minutes
    python scripts/bench_corpus.py --quick    1,000

Articles are generated: 600 words drawn from 12,000 made-up lemmas by Zipf's law, with the article and a conjunction
before some of them, in sentences of 20 words. The database is a file in a temporary folder, as a user's is.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.database import connect
from corpus.importers.text import import_text
from corpus.library import Library
from corpus.postings import Posting
from corpus.tokenize import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.article import Article

WORDS = 600
LEMMAS = 12_000
SENTENCE = 20
PAGE = 50
"""Hits, and lines of the list, that a screen asks for at a time."""


def lemmas(chance: random.Random) -> list[str]:
    """Made-up unvowelled words, the commonest first."""
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    made: dict[str, None] = {}
    while len(made) < LEMMAS:
        made["".join(chance.choices(letters[2:], k=chance.choice((3, 3, 4, 4, 5))))] = None
    return list(made)


def text(chance: random.Random, words: list[str], weights: list[float], number: int) -> str:
    """One article as a text file would hold it."""
    drawn = chance.choices(words, cum_weights=weights, k=WORDS + 6)
    dressed = [
        ("و" if chance.random() < 0.1 else "") + ("ال" if chance.random() < 0.4 else "") + w for w in drawn
    ]
    title, body = dressed[:6], dressed[6:]
    sentences = [" ".join(body[i : i + SENTENCE]) + "." for i in range(0, WORDS, SENTENCE)]
    paragraphs = [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]
    return "\n".join([" ".join(title) + f" {number}", *paragraphs])


def postings(article: Article) -> list[Posting]:
    """What an analyser would give, without one: the article and the conjunction taken off."""
    return [
        Posting(t.text.removeprefix("و").removeprefix("ال"), i, t.start, t.end)
        for i, p in enumerate(article.paragraphs)
        for t in tokenize(p.text)
        if t.kind == "word"
    ]


def milliseconds(call: Callable[[], object]) -> float:
    """How long a call takes: the better of two, so that other work on the machine counts less."""
    taken = []
    for _ in range(2):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return 1000 * min(taken)


def percentile(values: list[float], share: float) -> float:
    """The value that this share of the values does not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def told(name: str, values: list[float]) -> None:
    """Print a line of figures."""
    print(
        f"  {name:34} median {statistics.median(values):7.2f} ms   p99 {percentile(values, 0.99):7.2f} ms"
        f"   worst {max(values):7.2f} ms"
    )


def searches(library: Library, words: list[str], chance: random.Random) -> None:
    """Look-ups over all frequencies, half of them among the 300 commonest lemmas."""
    asked = [
        chance.choice(words[:300]) if chance.random() < 0.5 else chance.choice(words) for _ in range(400)
    ]
    told(
        "lemma, 50 sentences",
        [milliseconds(lambda w=w: library.search_lemma([w], limit=PAGE)) for w in asked],
    )  # type: ignore[misc]
    told(
        "lemma, where it occurs (count)", [milliseconds(lambda w=w: library.count_lemma([w])) for w in asked]
    )  # type: ignore[misc]
    told("text, 50 sentences", [milliseconds(lambda w=w: library.search_text(w, limit=PAGE)) for w in asked])  # type: ignore[misc]


def opening(file: Path) -> list[float]:
    """Connection, tables, first screen of the list with its total."""

    def once() -> None:
        conn = connect(file)
        library = Library(conn)
        library.list(limit=PAGE)
        library.count()
        conn.close()

    once()
    return [milliseconds(once) for _ in range(30)]


def main() -> None:
    """Print the figures for a growing library."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="1,000 articles in place of 10,000")
    sizes = (10, 100, 1000) if parser.parse_args().quick else (10, 1000, 10_000)
    chance = random.Random(7)
    words = lemmas(chance)
    weights = list(accumulate(1 / rank for rank in range(1, LEMMAS + 1)))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "nashra.db"
        library = Library(connect(file))
        done = 0
        for size in sizes:
            importing = indexing = 0.0
            worked = time.process_time()
            for number in range(done, size):
                raw = text(chance, words, weights, number)
                start = time.perf_counter()
                article = import_text(raw, f"{number}.txt")
                added = library.add(article)
                importing += time.perf_counter() - start
                made = postings(article)
                start = time.perf_counter()
                library.index(added.id, made, "1")
                indexing += time.perf_counter() - start
            new, done = size - done, size
            worked = time.process_time() - worked
            print(f"{size} articles, {file.stat().st_size / 1e6:.0f} MB")
            print(
                f"  import {new / importing:.0f} a second; with postings {new / (importing + indexing):.0f} a second;"
                f" processor {1000 * worked / new:.0f} ms each, generating included"
            )
            searches(library, words, chance)
            told("opening the list", opening(file))
            told(
                "a word marked known (figures)",
                [milliseconds(lambda: library.note_state(words[300], known=1))],
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
