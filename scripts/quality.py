"""What the analysis gets right, measured on sentences with a lemma and a part of speech for every word.

    python scripts/quality.py                     the table for the sentences of our own (tests/gold/news.jsonl)
    python scripts/quality.py --gold FILE         for any file of the same shape (tests/gold/README.md)
    python scripts/quality.py --json              the figures as one JSON object
    python scripts/quality.py --errors FILE       also writes the words that were not read as annotated, tab separated
    python scripts/quality.py --check             exits 1 if a figure is under its floor (tests/gold/floors.toml)

Percentages of the Arabic words of a group; CONTENT is nouns, verbs and adjectives. Of a token's readings the first counts:

    analysed  it has a lemma
    lax       the lemma is the annotated one, vowels and hamza seats aside, ى as ي, a final ة left out
    voc       the same with its vowels, but for those that conventions differ on (`vowelled`)
    recall    one of all the readings has the annotated lemma (lax)
    gloss     it has an English gloss
    first     a word of the first gloss stands in the sentence's translation
    any       a word of any gloss does; translation is free, so that a perfect dictionary stays far from 100
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpus.errors import NashraError
from corpus.normalize import DAGGER, DAMMA, FATHA, FATHATAN, KASRA, SHADDA, SHORT, TANWIN, marks, plain
from glossary.analyze import Analyzer
from glossary.decode import read
from glossary.index import open_index

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.analysis import WordAnalysis

HOME = Path(__file__).resolve().parent.parent / "tests" / "gold"
GOLD = HOME / "news.jsonl"
FLOORS = HOME / "floors.toml"
CONTENT = {"NOUN", "VERB", "ADJ"}
MEASURES = ("analysed", "lax", "voc", "recall", "gloss", "first", "any")
Sentence = dict[str, Any]
Figures = dict[str, dict[str, float]]
"""Group to measure to percent, and "n", how many words."""

_SEATS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ؤ": "ء", "ئ": "ء"})
_ARABIC = re.compile("[\u0621-\u064a\u066e-\u06d3]")
_ENDING = re.compile("(?<=[a-z]{3})(?:ations?|ings?|ied|ies|ed|es|s|e|ly)$")


def lax(lemma: str) -> str:
    """A lemma's letters, hamza seats aside, ى as ي, without a final ة (some lemmatise feminines as masculines)."""
    letters = plain(lemma).replace("`", "").translate(_SEATS)
    return letters[:-1] if len(letters) > 2 and letters.endswith("ة") else letters


def vowelled(lemma: str) -> list[tuple[str, bool, str]]:
    """Letter, doubled or not, vowel; left out: sukun, what ends the word, what hamzat waṣl, ا, ة, ي and و imply.

    أَمَل is أمَل, كِتَابٌ is كِتاب and رُوسِيّ is رُوسي; كَتَبَ is not كُتُب.
    """
    letters, signs = marks(lemma.replace("`", DAGGER))  # Buckwalter's letter for it, in some treebanks
    folded, last = letters.translate(_SEATS), len(letters) - 1
    doubled = [SHADDA in s and not (i == last and folded[i] == "ي") for i, s in enumerate(signs)]
    made = []
    for i, (letter, sign) in enumerate(zip(letters, signs, strict=True)):
        vowel = next((c for c in sign if c in SHORT + TANWIN), FATHA if DAGGER in sign else "")
        following = folded[i + 1] if i < last else ""
        if i == 0 and letter in "اأإ":
            vowel = "" if letter == "ا" else vowel or (FATHA if letter == "أ" else KASRA)
        fatha = vowel in (FATHA, FATHATAN) and (
            following in ("ا", "ة") or (following == "ي" and i + 1 == last)
        )
        long = (vowel, following) in ((KASRA, "ي"), (DAMMA, "و")) and not doubled[i + 1]
        made.append((folded[i], doubled[i], "" if i == last or fatha or long else vowel))
    return made


def english(text: str) -> set[str]:
    """The words of three letters or more, cut to what inflection leaves alone, six letters at most."""
    return {_ENDING.sub("", word)[:6] for word in re.findall("[a-z]{3,}", text.lower())}


def load(path: Path) -> list[Sentence]:
    """The sentences of a file, one JSON object a line; NashraError names the line that is not one."""
    made = []
    for number, line in enumerate(read(path).splitlines(), 1):
        try:
            sentence = json.loads(line)
            text, _, words = sentence["text"], sentence["text_en"], sentence["words"]
            if any(
                text[w["start"] : w["end"]] != w["form"] or not w["lemma"] or not w["upos"] for w in words
            ):
                raise ValueError
        except (ValueError, KeyError, TypeError) as error:
            raise NashraError(
                f"{path.name}, line {number}: not a sentence with text, text_en and words whose places fit their forms"
            ) from error
        made.append(sentence)
    return made


def judge(word: dict[str, Any], token: WordAnalysis | None, translation: set[str]) -> dict[str, bool]:
    """Every measure for one word."""
    lemma = (token and token.lemma) or ""
    said = [english(gloss) for gloss in token.glosses] if token else []
    return {
        "analysed": bool(lemma),
        "lax": bool(lemma) and lax(lemma) == lax(word["lemma"]),
        "voc": bool(lemma) and vowelled(lemma) == vowelled(word["lemma"]),
        "recall": token is not None and any(lax(c.lemma) == lax(word["lemma"]) for c in token.candidates),
        "gloss": bool(said),
        "first": bool(said) and not translation.isdisjoint(said[0]),
        "any": any(not translation.isdisjoint(words) for words in said),
    }


def measure(sentences: Iterable[Sentence], analyzer: Analyzer) -> tuple[Figures, Counter[tuple[str, ...]]]:
    """The figures by group; and form, part of speech, annotated lemma, lemma, gloss of what failed voc or has no gloss."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    errors: Counter[tuple[str, ...]] = Counter()
    for sentence in sentences:
        tokens = [token for token in analyzer.line(sentence["text"]).tokens if token.kind != "punct"]
        translation = english(sentence["text_en"])
        for word in sentence["words"]:
            if not _ARABIC.search(word["form"]) or word["lemma"] == "_":
                continue
            token = _over(word, tokens)
            judged = judge(word, token, translation)
            upos = word["upos"]
            for group in ("ALL", upos, "CONTENT") if upos in CONTENT else ("ALL", upos):
                counts[group]["n"] += 1
                counts[group].update(name for name, holds in judged.items() if holds)
            if not (judged["voc"] and judged["gloss"]):
                found = (token.lemma or "-", token.gloss or "-") if token else ("-", "-")
                errors[word["form"], upos, word["lemma"], *found] += 1
    figures = {
        group: {"n": count["n"], **{name: round(100 * count[name] / count["n"], 1) for name in MEASURES}}
        for group, count in sorted(counts.items(), key=lambda item: (item[0] != "ALL", -item[1]["n"]))
    }
    return figures, errors


def _over(word: dict[str, Any], tokens: Sequence[WordAnalysis]) -> WordAnalysis | None:
    """The token that has most of a word's place: other files may cut words differently."""
    shared = [(min(t.end, word["end"]) - max(t.start, word["start"]), t) for t in tokens]
    most = max(shared, key=lambda pair: pair[0], default=None)
    return most[1] if most and most[0] > 0 else None


def floors() -> Figures:
    """The floors of this file; those of scripts/choices.py stand beside them."""
    found: Figures = tomllib.loads(read(FLOORS))
    return {group: least for group, least in found.items() if group != "CHOICES"}


def under(figures: Figures, floors: Figures) -> list[str]:
    """What is under its floor, a line each."""
    return [
        f"{group} {name}: {figures.get(group, {}).get(name, 0.0)} is under {floor}"
        for group, least in floors.items()
        for name, floor in least.items()
        if figures.get(group, {}).get(name, 0.0) < floor
    ]


def table(figures: Figures) -> str:
    """The figures for a person."""
    lines = [f"{'group':9}{'n':>7}" + "".join(f"{name:>10}" for name in MEASURES)]
    for group, row in figures.items():
        lines.append(f"{group:9}{row['n']:7}" + "".join(f"{row[name]:10.1f}" for name in MEASURES))
    return "\n".join(lines)


def main(args: list[str] | None = None) -> int:
    """Measure, print, compare; the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args(args)
    try:
        figures, errors = measure(load(given.gold), Analyzer(open_index()))
    except NashraError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(figures, ensure_ascii=False) if given.json else table(figures))
    if given.errors:
        lines = ("\t".join((str(n), *error)) + "\n" for error, n in errors.most_common())
        given.errors.write_text("".join(lines), encoding="utf-8")
    low = under(figures, floors()) if given.check else []
    print(*low, sep="\n", end="\n" if low else "", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
