"""Translations put right by hand: small moves between neighbouring sentences, each giving a new article.

    a1: e1 e2      push(a1)  ->   a1: e1            the last English sentence of a1 goes on to a2
    a2: e3                        a2: e2 e3
    a3: –          shift(a2) ->   a2: –  a3: e2 e3   everything from a2 on moves one sentence down

Sentences are numbered through the whole article, headings included, from 0.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.align import sentences
from corpus.errors import NashraError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.article import Article


def translations(article: Article) -> list[str | None]:
    """The translation of each sentence, in order."""
    return [s.translation for p in article.paragraphs for s in p.sentences]


def with_translations(article: Article, given: Sequence[str | None]) -> Article:
    """The article with these translations, one for each sentence; empty ones become None."""
    if len(given) != len(translations(article)):
        raise NashraError(f"{len(given)} translations for {len(translations(article))} sentences.")
    rest = iter(given)
    return replace(
        article,
        paragraphs=tuple(
            p._replace(sentences=tuple(s._replace(translation=next(rest) or None) for s in p.sentences))
            for p in article.paragraphs
        ),
    )


def write(article: Article, number: int, english: str) -> Article:
    """Give a sentence this translation; empty text takes it away."""
    given = translations(article)
    given[_checked(number, given)] = " ".join(english.split())
    return with_translations(article, given)


def push(article: Article, number: int) -> Article:
    """Move the last English sentence of this one to the beginning of the next one's translation."""
    given = translations(article)
    own = sentences(given[_checked(number, given, behind=1)] or "")
    if not own:
        raise NashraError("This sentence has no translation to move.")
    given[number] = " ".join(own[:-1])
    given[number + 1] = " ".join([own[-1], *filter(None, [given[number + 1]])])
    return with_translations(article, given)


def pull(article: Article, number: int) -> Article:
    """Move the first English sentence of the next one to the end of this one's translation."""
    given = translations(article)
    others = sentences(given[_checked(number, given, behind=1) + 1] or "")
    if not others:
        raise NashraError("The next sentence has no translation to move.")
    given[number] = " ".join([*filter(None, [given[number]]), others[0]])
    given[number + 1] = " ".join(others[1:])
    return with_translations(article, given)


def shift(article: Article, number: int) -> Article:
    """Move the translations from this sentence on one down; the last two are joined, so that none is lost."""
    given = translations(article)
    _checked(number, given, behind=1)
    last = " ".join(filter(None, given[-2:]))
    return with_translations(article, [*given[:number], None, *given[number:-2], last])


def unshift(article: Article, number: int) -> Article:
    """Move the translations behind this sentence one up; this one keeps its own and takes the next one's too."""
    given = translations(article)
    _checked(number, given, behind=1)
    own = " ".join(filter(None, given[number : number + 2]))
    return with_translations(article, [*given[:number], own, *given[number + 2 :], None])


def _checked(number: int, given: Sequence[object], behind: int = 0) -> int:
    if not 0 <= number < len(given) - behind:
        raise NashraError("There is no sentence behind this one." if behind else "There is no such sentence.")
    return number
