"""The articles that ship are answered: every one, by the dictionary that ships with them, and what they teach at its place."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from corpus.normalize import is_vowelled
from corpus.shipped import load_shipped, shipped
from glossary.analysis import LineAnalysis, TermMatch, WordAnalysis
from glossary.analyze import Analyzer
from glossary.article import article_end
from glossary.decode import load
from glossary.index import open_index
from glossary.sources import shipped as files
from glossary.vowels import units

TAUGHT = tomllib.loads((Path(__file__).parent.parent / "gold" / "taught.toml").read_text(encoding="utf-8"))
"""By article: the ids of entries and the words of the article that they answer."""
UNANSWERED = {"لِلْبِرْمِيلِ", "بِأُسْطُولٍ", "أَلْمَاسِهَا"}
"""Words that the table takes for names, though the lexicon has them; none may join them."""
LONG = frozenset("اويىآ")
"""Letters that may stand without a mark: long vowels, and the alef of the article and of hamzat al-wasl."""


@cache
def analyzer() -> Analyzer:
    return Analyzer(open_index())


@cache
def lines(id: str) -> tuple[LineAnalysis, ...]:
    article = load_shipped(id)
    return tuple(analyzer().line(text) for text in (article.title, *(p.text for p in article.paragraphs)))


def words(id: str) -> list[tuple[LineAnalysis, int, WordAnalysis]]:
    """Every word, with its line and its number there."""
    return [(line, n, t) for line in lines(id) for n, t in enumerate(line.tokens) if t.kind == "word"]


def inside(line: LineAnalysis, number: int) -> bool:
    """The word is part of a term or of a name of several words."""
    return any(number in t.tokens for t in line.terms) or any(number in n.tokens for n in line.names)


def open_letters(word: str, *, foreign: bool = False) -> list[str]:
    """The letters without a vowel that need one. Long vowels need none, nor does the article's lam, nor God's; a foreign
    name has no case."""
    cut = units(word)
    lam = article_end(cut) - 1
    bare = [
        unit.letter for at, unit in enumerate(cut[: -1 if foreign else None]) if not unit.vowel and at != lam
    ]
    return [letter for letter in bare if letter not in LONG] if "الله" not in word else []


@pytest.mark.parametrize("id", shipped())
def test_an_article_that_ships_is_aligned_and_answered(id: str) -> None:
    article = load_shipped(id)
    assert all(s.translation for p in article.paragraphs for s in p.sentences)
    found = words(id)
    assert len([t for _, _, t in found if t.lemma]) >= 0.98 * len(found)
    assert [
        t.text
        for line, n, t in found
        if (t.source == "none" or not t.gloss) and not inside(line, n) and t.text not in UNANSWERED
    ] == []


@pytest.mark.parametrize("id", shipped())
def test_its_vowels_are_complete(id: str) -> None:
    bare = []
    for line, n, token in words(id):
        foreign = token.pos == "name" or inside(line, n)
        if open_letters(token.text, foreign=foreign) or not is_vowelled(token.text):
            bare.append(token.text)
    assert bare == []


def test_every_article_says_what_it_teaches() -> None:
    assert sorted(TAUGHT) == shipped()
    assert min(len(taught) for taught in TAUGHT.values()) >= 12


@pytest.mark.parametrize("id", shipped())
def test_what_it_teaches_is_found_at_its_place(id: str) -> None:
    curated = load(files())
    wrong = []
    for entry, written in TAUGHT[id].items():
        assert entry in (*curated.entries, *curated.terms), f"{entry} is in no file of the glossary"
        answers: list[tuple[str | None, str]] = [
            (found.entry, text) for line in lines(id) for found, text in _answers(line, written)
        ]
        if entry not in [answer for answer, _ in answers]:
            wrong.append(f"{written}: {entry} expected, found {answers or 'nowhere in the text'}")
    assert wrong == []


def _answers(line: LineAnalysis, written: str) -> list[tuple[WordAnalysis | TermMatch, str]]:
    """What answers the words of an article: the term that they are, or the word."""
    found: list[WordAnalysis | TermMatch] = [t for t in line.terms if line.text[t.start : t.end] == written]
    found += [t for t in line.tokens if t.text == written]
    return [(unit, line.text[unit.start : unit.end]) for unit in found]
