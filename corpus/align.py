"""Arabic sentences and their English translation, put side by side.

    Arabic     a1      a2        a3  a4         English     e1   e2 e3     e4
    beads      a1=e1   a2=e2+e3      a3+a4=e4

Gale and Church (1993): a translation is about as long as its original, so of all ways to pair the sentences off
in order (one to one, two to one, one to two, two to two, one left out) the one whose lengths fit best is found by
dynamic programming. Where the paragraphs of both sides are equal in number they are held apart first.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from corpus.article import Article, Paragraph, Sentence
from corpus.errors import NashraError

if TYPE_CHECKING:
    from collections.abc import Sequence

RATIO = 1.25
"""Characters of English for one of unvowelled Arabic: 1.17 over a treebank of news, 1.37 over our own articles."""
VARIANCE = 6.8
"""Of the English length for one Arabic character: Gale and Church's value, which held for every pair they tried."""
_PRIOR = {(1, 1): 0.89, (1, 0): 0.0099, (0, 1): 0.0099, (2, 1): 0.089, (1, 2): 0.089, (2, 2): 0.011}
_COST = {kind: -100 * math.log(p) for kind, p in _PRIOR.items()}
BAND = 60
"""How far the pairing may stray from the diagonal, in sentences, before it is given up: keeps it linear."""
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Sen|Rep|No|vs|Inc|Ltd|Co)|\b[A-Z])\.$")
_ENGLISH_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")


class Bead(NamedTuple):
    """Sentences that belong together, as half-open ranges into both sides; a range may be empty."""

    arabic: tuple[int, int]
    english: tuple[int, int]


def align(arabic: Sequence[str], english: Sequence[str]) -> list[Bead]:
    """Pair two lists of sentences in order. Every sentence of both lists is in exactly one bead."""
    lengths_a = [len(_MARKS.sub("", s)) for s in arabic]
    lengths_e = [len(s) for s in english]
    n, m = len(arabic), len(english)
    band = BAND + abs(n - m)
    best: list[dict[int, tuple[float, tuple[int, int]]]] = [{} for _ in range(n + 1)]
    best[0][0] = (0.0, (0, 0))
    for i in range(n + 1):
        middle = i * m // n if n else 0
        for j in range(max(0, middle - band), min(m, middle + band) + 1):
            for (da, de), prior in _COST.items():
                before = best[i - da].get(j - de) if i >= da and j >= de else None
                if before is None:
                    continue
                cost = before[0] + prior + _misfit(sum(lengths_a[i - da : i]), sum(lengths_e[j - de : j]))
                if j not in best[i] or cost < best[i][j][0]:
                    best[i][j] = (cost, (da, de))
    beads: list[Bead] = []
    i, j = n, m
    while i or j:
        da, de = best[i][j][1]
        beads.append(Bead((i - da, i), (j - de, j)))
        i, j = i - da, j - de
    return beads[::-1]


def attach(article: Article, english: str) -> Article:
    """The article with a translation: a text (paragraph a line or between blank lines), or TSV, Arabic TAB English.

    A first English line that answers to the title becomes title_english. Sentences that share one English sentence
    both carry it; a sentence without one has None. Raises NashraError when there is nothing to attach.
    """
    if not english.strip():
        raise NashraError("The translation is empty.")
    if all("\t" in line for line in english.strip().splitlines()):
        return _attach_pairs(article, english)
    blocks = [sentences(" ".join(block.split())) for block in _blocks(english)]
    title = article.title_english
    if len(blocks) > 1 and len(blocks[0]) == 1 and not blocks[0][0].endswith("."):
        title = blocks.pop(0)[0]
    if len(blocks) == len(article.paragraphs):
        paragraphs = [_translated([p], block) for p, block in zip(article.paragraphs, blocks, strict=True)]
        joined = tuple(p for group in paragraphs for p in group)
    else:
        joined = tuple(_translated(article.paragraphs, [s for block in blocks for s in block]))
    return replace(article, title_english=title, paragraphs=joined)


def sentences(text: str) -> list[str]:
    """One paragraph of English to sentences."""
    found, start = [], 0
    for end in _ENGLISH_END.finditer(text):
        if not _ABBREVIATION.search(text[start : end.start()].rstrip("\"”’')]")[-12:]):
            found.append(text[start : end.end()].strip())
            start = end.end()
    return [*found, text[start:].strip()] if text[start:].strip() else found


def _translated(paragraphs: Sequence[Paragraph], english: Sequence[str]) -> list[Paragraph]:
    arabic = [p.text[s.start : s.end] for p in paragraphs for s in p.sentences]
    translations: list[str | None] = [None] * len(arabic)
    for bead in align(arabic, english):
        for i in range(*bead.arabic):
            translations[i] = " ".join(english[slice(*bead.english)]) or None
    given = iter(translations)
    return [
        p._replace(sentences=tuple(Sentence(s.start, s.end, next(given)) for s in p.sentences))
        for p in paragraphs
    ]


def _attach_pairs(article: Article, tsv: str) -> Article:
    """By the Arabic of each pair; pairs whose Arabic is not in the article are an error, so that none is lost."""
    from corpus.fold import fingerprint

    pairs = [line.split("\t") for line in tsv.strip().splitlines()]
    translations = {fingerprint(pair[0]): pair[1].strip() for pair in pairs}
    title = translations.pop(fingerprint(article.title), article.title_english)
    paragraphs = []
    for p in article.paragraphs:
        found = [
            (s, translations.pop(fingerprint(p.text[s.start : s.end]), s.translation)) for s in p.sentences
        ]
        paragraphs.append(p._replace(sentences=tuple(s._replace(translation=t) for s, t in found)))
    if translations:
        raise NashraError(
            f"{len(translations)} of {len(pairs)} pairs match no sentence of the article; the first is: "
            f"{next(pair[0] for pair in pairs if fingerprint(pair[0]) in translations)[:60]}"
        )
    return replace(article, title_english=title, paragraphs=tuple(paragraphs))


def _blocks(text: str) -> list[str]:
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    parts = re.split(r"\n\s*\n", text) if re.search(r"\S\n[ \t]*\n\s*\S", text) else text.split("\n")
    return [part.lstrip("# ").strip() for part in parts if part.strip()]


def _misfit(arabic: int, english: int) -> float:
    """Cost of these lengths together: -100 log of how likely a difference as large as this one is."""
    if arabic == english == 0:
        return 0.0
    mean = (arabic + english / RATIO) / 2
    delta = abs(english - arabic * RATIO) / math.sqrt(mean * VARIANCE)
    return -100 * math.log(max(math.erfc(delta / math.sqrt(2)), 1e-100))
