"""Search as people type: no marks, any hamza, any digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout import Finder, fold
from tests.layout.strategies import NEWS, TEXT

TEXT_AR = "وَقْفُ إِطْلَاقِ النَّارِ فِي ٢٠٢٤ مَعَ ATACMS"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("اطلاق", "إِطْلَاقِ"),
        ("إطلاق النار", "إِطْلَاقِ النَّارِ"),
        ("وَقْف", "وَقْفُ"),
        ("2024", "٢٠٢٤"),
        ("atacms", "ATACMS"),
        ("النـار", "النَّارِ"),
    ],
)
def test_found_with_its_marks(query: str, found: str) -> None:
    ranges = Finder(["سطر", TEXT_AR]).find(query)
    assert [("سطر\n" + TEXT_AR)[a:b] for a, b in ranges] == [found]


def test_nothing_is_found_for_nothing() -> None:
    finder = Finder([TEXT_AR])
    assert finder.find("") == finder.find("  ") == finder.find("\u064e") == []


def test_matches_come_in_order_and_do_not_overlap() -> None:
    assert Finder(["ااا", "اا"]).find("اا") == [(0, 2), (4, 6)]
    assert len(Finder(["ا " * 100]).find("ا", limit=7)) == 7


@given(st.lists(TEXT, max_size=3), NEWS)
def test_what_is_found_is_the_query_folded(paragraphs: list[str], query: str) -> None:
    whole = "\n".join(paragraphs)
    for start, end in Finder(paragraphs).find(query):
        assert fold(whole[start:end]) == " ".join(fold(query).split(" ")) or " " in fold(query)
        assert 0 <= start < end <= len(whole)


@given(NEWS.filter(lambda t: fold(t).strip()))
def test_a_text_finds_itself(text: str) -> None:
    assert Finder([text.replace("  ", " ")]).find(text) or "  " in text
