"""Articles as the JSON of the command line's contract: plain dicts for `--json`, keys in a stable order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.tokenize import count_words, tokenize

if TYPE_CHECKING:
    from corpus.article import Article, Paragraph
    from corpus.library import AddResult
    from corpus.search import Hit
    from corpus.summary import Summary


def show_dict(article: Article) -> dict[str, Any]:
    """`nashra show --json`: paragraphs, sentences, tokens, with offsets into each paragraph's text."""
    return {
        "id": article.id,
        "title": article.title,
        "title_english": article.title_english,
        "date": article.date,
        "source": article.source,
        "url": article.url,
        "level": article.level,
        "paragraphs": [_paragraph(p) for p in article.paragraphs],
        "removed": [{"rule": r.rule, "text": r.text} for r in article.removed],
    }


def import_dict(source: str, added: AddResult, article: Article) -> dict[str, Any]:
    """`nashra import --json`: one for each source that was given."""
    words = sum(count_words(p.text) for p in article.paragraphs)
    return {
        "source": source,
        "id": added.id,
        "title": article.title,
        "words": words,
        "duplicate": added.duplicate,
    }


def list_dict(summary: Summary) -> dict[str, Any]:
    """`nashra list --json`: one for each article; known is a percentage, null before it was analysed."""
    share = summary.known_share
    return {
        "id": summary.id,
        "title": summary.title,
        "title_english": summary.title_english,
        "source": summary.source,
        "url": summary.url,
        "date": summary.date,
        "level": summary.level,
        "words": summary.words,
        "known": None if share is None else round(100 * share, 1),
        "unfamiliar": summary.unfamiliar,
        "added": summary.added,
        "archived": summary.archived,
        "shipped": summary.shipped,
        "tags": list(summary.tags),
    }


def hit_dict(hit: Hit) -> dict[str, Any]:
    """`nashra search --json`: one for each sentence; matches are ranges of its text."""
    return {
        "article": hit.article,
        "title": hit.title,
        "date": hit.date,
        "paragraph": hit.paragraph,
        "start": hit.start,
        "text": hit.text,
        "translation": hit.translation,
        "matches": [{"start": a, "end": b} for a, b in hit.matches],
    }


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "text": paragraph.text,
        "kind": paragraph.kind,
        "sentences": [
            {"start": s.start, "end": s.end, "translation": s.translation} for s in paragraph.sentences
        ],
        "tokens": [
            {"start": t.start, "end": t.end, "text": t.text, "kind": t.kind} for t in tokenize(paragraph.text)
        ],
    }
