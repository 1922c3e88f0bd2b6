"""The content words of articles that no entry answers, most frequent first.

python scripts/missing.py FILE…
    12  تَرْسَانَة noun  ترسانته ترسانة
count, the lemma that analysis supposes (or the word as written), and the forms that were seen
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpus.errors import NashraError
from corpus.normalize import plain
from glossary.analyze import Analyzer
from glossary.decode import read
from glossary.index import open_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.analysis import WordAnalysis

SHOWN = 6
"""Forms shown of a word."""


def unanswered(lines: Iterable[str], analyzer: Analyzer) -> Iterator[WordAnalysis]:
    """The words without a gloss, those inside a name that was recognised left out."""
    for line in lines:
        analysis = analyzer.line(line)
        named = {token for name in analysis.names for token in name.tokens}
        for number, token in enumerate(analysis.tokens):
            if (
                token.kind == "word"
                and token.gloss is None
                and number not in named
                and len(plain(token.text)) > 1
            ):
                yield token


def count(tokens: Iterable[WordAnalysis]) -> list[tuple[str, int, list[str]]]:
    """What is missing by lemma, with how often and in which forms, most frequent first."""
    times: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for token in tokens:
        name = f"{token.lemma} {token.pos}" if token.lemma else plain(token.text)
        times[name] += 1
        forms[name][plain(token.text)] += 1
    ordered = sorted(times.items(), key=lambda item: (-item[1], item[0]))
    return [(name, number, [form for form, _ in forms[name].most_common(SHOWN)]) for name, number in ordered]


def main(arguments: list[str]) -> int:
    """Print the table for the files named."""
    if not arguments:
        print("Name the articles: python scripts/missing.py FILE…", file=sys.stderr)
        return 2
    try:
        analyzer = Analyzer(open_index())
        lines = [line for name in arguments for line in read(Path(name)).splitlines()]
    except NashraError as error:
        print(error, file=sys.stderr)
        return 1
    for name, number, forms in count(unanswered(lines, analyzer)):
        print(f"{number:4}  {name}  {' '.join(forms)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
