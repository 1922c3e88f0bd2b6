"""A raw text, from whatever format, to an article: cleaned, segmented, translated if there is a translation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus import align
from corpus.article import Article
from corpus.clean import clean
from corpus.errors import NashraError
from corpus.segment import paragraph, sentences
from corpus.slug import slug
from corpus.tokenize import LETTERS
from corpus.visible import visible

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST_TITLE = 30
"""Words; a first line that is longer, or holds several sentences, is text and stays in the body too."""
_CUT_TITLE = 10
_ARABIC = re.compile(f"[{LETTERS}]")


def build(
    raw: str,
    name: str,
    *,
    source: str | None = None,
    url: str | None = None,
    date: str | None = None,
    english: str | None = None,
    skip: Collection[str] = (),
) -> Article:
    """An article from a raw text: the title in its first line, then a paragraph a line, "# " before headings.

    name: what messages call it, and its source when neither `source` nor the text says one. english: its
    translation (see corpus.align.attach). skip: cleaning rules that are not to run.
    Raises NashraError when it is empty or holds no Arabic.
    """
    name = visible(name)
    if not raw.strip():
        raise NashraError(f"{name} is empty.")
    if not _ARABIC.search(raw):
        raise NashraError(f"There is no Arabic in {name}.")
    draft = clean(raw, skip=skip, source=visible(source) if source else None, date=date).draft
    lines = [(line.text.strip(), line.kind) for line in draft.lines]
    title = draft.title
    if not title:
        raise NashraError(f"There is no text in {name}.")
    if not lines or len(title.split()) > LONGEST_TITLE or len(sentences(title)) > 2:
        lines.insert(0, (title, "body"))
        title = _shortened(title)
    paragraphs = tuple(paragraph(text, kind) for text, kind in lines if text)
    if not any(_ARABIC.search(p.text) for p in paragraphs):
        raise NashraError(f"There is no Arabic text in {name}.")
    article = Article(
        id=slug(title),
        title=title,
        source=draft.source or name,
        url=visible(url, 2000) if url else None,
        date=draft.date,
        paragraphs=paragraphs,
        removed=draft.removed,
        raw=raw,
    )
    return align.attach(article, english) if english else article


def second_article(article: Article) -> Article | None:
    """The other article that stood behind this one on its page and was cut off; None if there was none."""
    for removed in article.removed:
        _, _, rest = removed.text.partition("\n")
        if removed.rule == "second-article" and _ARABIC.search(rest):
            return build(rest, article.source or article.id)
    return None


def _shortened(text: str) -> str:
    words = text.split()
    return text if len(words) <= _CUT_TITLE else " ".join(words[:_CUT_TITLE]).rstrip("،؛:.") + " …"
