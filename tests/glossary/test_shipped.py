"""The articles that ship are answered: every one, by the dictionary that ships with them."""

from __future__ import annotations

import pytest

from corpus.shipped import load_shipped, shipped
from glossary.analyze import Analyzer
from glossary.index import open_index
from glossary.vowels import units


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer(open_index())


@pytest.mark.parametrize("id", shipped())
def test_an_article_that_ships_is_answered_aligned_and_vowelled(id: str, analyzer: Analyzer) -> None:
    article = load_shipped(id)
    words = [
        token
        for text in (article.title, *(p.text for p in article.paragraphs))
        for token in analyzer.line(text).tokens
        if token.kind == "word"
    ]
    analysed = [token for token in words if token.lemma]
    assert len(analysed) >= 0.98 * len(words)
    unanswered = [token.text for token in words if not token.gloss or token.source == "none"]
    content = [t for t in words if t.pos in ("noun", "verb", "adjective")]
    dumb = [t.text for t in content if not t.gloss]
    assert len(unanswered) <= 0.08 * len(words), unanswered
    assert len(dumb) <= 0.04 * len(content), dumb
    assert all(s.translation for p in article.paragraphs for s in p.sentences)
    bare = [t.text for t in words if len(t.text) > 3 and not any(u.vowel for u in units(t.text))]
    assert bare == []
