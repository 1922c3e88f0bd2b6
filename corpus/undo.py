"""A cleaning rule undone for one article: the raw text is cleaned again without it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.clean import RULES, clean
from corpus.clean.run import ALWAYS
from corpus.errors import NashraError
from corpus.fold import fingerprint
from corpus.importers.build import build
from corpus.vowels import TAG as VOWELS

if TYPE_CHECKING:
    from collections.abc import Collection

    from corpus.article import Article, Removed


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What cleaning did to an article."""

    raw: tuple[str, ...]
    """The lines of the text as it came, safe to show."""
    fired: dict[str, int]
    """How often each rule fired, undone ones left out."""
    undone: tuple[str, ...]
    """Rules that the user has undone for this article."""
    removed: tuple[Removed, ...]


def cleaning(article: Article, undone: Collection[str]) -> Cleaning:
    """What the rules did to this article. Raises NashraError when its raw text was not kept (shipped articles)."""
    if article.raw is None:
        raise NashraError(f"{article.id} was not cleaned: it is shipped as it is.")
    visible = clean(article.raw, skip=set(RULES) - ALWAYS).draft
    return Cleaning(
        raw=(visible.title, *(line.text for line in visible.lines)),
        fired=clean(article.raw, skip=undone).fired,
        undone=tuple(sorted(undone)),
        removed=article.removed,
    )


def reclean(article: Article, undone: Collection[str]) -> Article:
    """The article cleaned again without these rules; translations stay with the sentences that stay the same."""
    if article.raw is None:
        raise NashraError(f"{article.id} was not cleaned: it is shipped as it is.")
    if unknown := set(undone) - set(RULES):
        raise NashraError(f"No cleaning rule is called {min(unknown)!r}; the rules are: {', '.join(RULES)}.")
    if always := set(undone) & ALWAYS:
        raise NashraError(
            f"{min(always)} cannot be undone: without it a page could send commands to the terminal."
        )
    again = build(
        article.raw,
        article.source or article.id,
        source=article.source,
        url=article.url,
        date=article.date,
        skip=undone,
    )
    known = {
        fingerprint(p.text[s.start : s.end]): s.translation
        for p in article.paragraphs
        for s in p.sentences
        if s.translation
    }
    paragraphs = tuple(
        p._replace(
            sentences=tuple(
                s._replace(translation=known.get(fingerprint(p.text[s.start : s.end]))) for s in p.sentences
            ),
        )
        for p in again.paragraphs
    )
    return replace(
        again,
        id=article.id,
        paragraphs=paragraphs,
        title_english=article.title_english,
        level=article.level,
        tags=tuple(tag for tag in article.tags if tag != VOWELS),
    )
