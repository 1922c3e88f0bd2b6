"""Tokens: what real text asks for, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.tokenize import count_words, tokenize


def kinds(text: str) -> list[tuple[str, str]]:
    return [(t.text, t.kind) for t in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("و3 جنرالات", [("و", "word"), ("3", "number"), ("جنرالات", "word")]),
        ("الـ78", [("الـ", "word"), ("78", "number")]),
        ("عامي 2017-2018", [("عامي", "word"), ("2017-2018", "number")]),
        ("في 2024-08-16", [("في", "word"), ("2024-08-16", "number")]),
        ("٣٫٥ ملايين", [("٣٫٥", "number"), ("ملايين", "word")]),
        ("3,000.50", [("3,000.50", "number")]),
        ("عام 2017.", [("عام", "word"), ("2017", "number"), (".", "punct")]),
        ("F-16 وATACMS", [("F-16", "latin"), ("و", "word"), ("ATACMS", "latin")]),
        ("12ألف", [("12", "number"), ("ألف", "word")]),
        ("أغسطس/آب", [("أغسطس", "word"), ("/", "punct"), ("آب", "word")]),
        ("جونغ-أون", [("جونغ", "word"), ("-", "punct"), ("أون", "word")]),
        ("-أمس", [("-", "punct"), ("أمس", "word")]),
        ("ـ قال", [("ـ", "punct"), ("قال", "word")]),
        ("ﻗﺎﻝ", [("ﻗﺎﻝ", "word")]),
        ("cafe\u0301", [("cafe\u0301", "latin")]),
        ("«نعم»", [("«", "punct"), ("نعم", "word"), ("»", "punct")]),
    ],
)
def test_what_real_text_asks_for(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_invisible_controls_are_no_tokens() -> None:
    assert kinds("\u200fقال\u200f \u202bنعم\u202c\ufeff") == [("قال", "word"), ("نعم", "word")]


def test_vowels_belong_to_their_word() -> None:
    assert count_words("قَالَ الـمُتَحَدِّثُ") == 2


TEXT = st.text(
    st.sampled_from('ابتـى\u064e\u0651 \u200f\n٣5-./،«»"aZé_😀\u0301ﻗ') | st.characters(), max_size=80
)


@given(TEXT)
def test_tokens_are_slices_in_order_and_nothing_visible_is_lost(text: str) -> None:
    at = 0
    for token in tokenize(text):
        assert token.start >= at
        assert token.text == text[token.start : token.end] != ""
        gap = text[at : token.start]
        assert all(c.isspace() or not c.isprintable() or c in "\u034f" for c in gap)
        at = token.end
    assert all(c.isspace() or not c.isprintable() for c in text[at:])
