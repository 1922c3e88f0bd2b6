"""How often the right word comes first where one spelling is several words (tests/gold/choices.toml).

python scripts/choices.py               percent right, of the half that is looked at and of the half that is held out
python scripts/choices.py --wrong       also the sentences that are read wrongly, of the half that is looked at
python scripts/choices.py --check       exits 1 if a half is under its floor (tests/gold/floors.toml)
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpus.errors import NashraError
from glossary.analyze import Analyzer
from glossary.decode import read
from glossary.index import open_index

HOME = Path(__file__).resolve().parent.parent / "tests" / "gold"
FILE, FLOORS = HOME / "choices.toml", HOME / "floors.toml"
HALVES = ("learn", "hold")


class Case(NamedTuple):
    """A spelling in a sentence, and the id of the entry that it is there."""

    spelling: str
    half: str
    entry: str
    text: str


class Judged(NamedTuple):
    """A case and what came first: an entry's id, else lemma and part of speech."""

    case: Case
    found: str

    @property
    def right(self) -> bool:
        """Whether that is the word."""
        return self.found == self.case.entry


def load(path: Path = FILE) -> list[Case]:
    """The cases of the file, in its order; NashraError if it is not of that shape."""
    try:
        tables = tomllib.loads(read(path))
        cases = [
            Case(spelling, table["half"], entry, text)
            for spelling, table in tables.items()
            for entry, texts in table.items()
            if entry != "half"
            for text in texts
        ]
    except (tomllib.TOMLDecodeError, AttributeError, KeyError, TypeError) as error:
        raise NashraError(f"{path.name} is not a file of choices: {error}") from error
    for case in cases:
        if case.half not in HALVES or case.spelling not in case.text:
            raise NashraError(f"{path.name}: {case.spelling}: no half, or a sentence without it: {case.text}")
    return cases


def judge(cases: list[Case], analyzer: Analyzer) -> list[Judged]:
    """What comes first for each case's spelling, at its first place in the sentence."""
    made = []
    for case in cases:
        token = next((t for t in analyzer.line(case.text).tokens if t.text == case.spelling), None)
        made.append(Judged(case, (token and token.key) or "-"))
    return made


def shares(judged: list[Judged]) -> dict[str, float]:
    """Percent right of each half."""
    made = {}
    for half in HALVES:
        right = [j.right for j in judged if j.case.half == half]
        made[half] = round(100 * sum(right) / max(1, len(right)), 1)
    return made


def main(args: list[str] | None = None) -> int:
    """Measure, print, compare; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args(args)
    try:
        judged = judge(load(), Analyzer(open_index()))
    except NashraError as error:
        print(error, file=sys.stderr)
        return 1
    found = shares(judged)
    print("choices  " + "  ".join(f"{half} {share}" for half, share in found.items()))
    if given.wrong:
        for j in judged:
            if j.case.half == "learn" and not j.right:
                print(f"{j.case.spelling}\t{j.case.entry}\t{j.found}\t{j.case.text}")
    floors = tomllib.loads(read(FLOORS)).get("CHOICES", {}) if given.check else {}
    low = [half for half, least in floors.items() if found[half] < least]
    print(*(f"choices {half}: under {floors[half]}" for half in low), sep="\n", end="", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
