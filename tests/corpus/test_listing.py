"""The list as a screen shows it: every line there, in order, found again by its id, and filtered as people type."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import listing
from corpus.database import connect
from corpus.importers.text import import_text
from corpus.library import Library
from corpus.summary import SORTS

TITLES = ("مسؤول في الأمم المتحدة", "قوى المعارضة", "قراءة في الاتفاقية", "سيناء Sinai", "قمّة «السبع»")


@pytest.fixture(scope="module")
def library() -> Library:
    library = Library(connect(":memory:"), shipped_folder=None)
    for number in range(200):
        title = f"{TITLES[number % len(TITLES)]} {number}"
        article = import_text(f"{title}\n{'كلمة ' * (1 + number % 7)}{number}.", "محلي")
        added = library.add(
            replace(article, date=f"2024-01-{1 + number % 28:02}", source=f"مصدر {number % 3}")
        )
        if number % 10 == 0:
            library.tag(added.id, "korea" if number % 20 else "arms-control")
    return library


@pytest.mark.parametrize("sort", SORTS)
def test_a_listing_gives_what_the_list_gives(
    library: Library, sort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "PAGE", 16)
    monkeypatch.setattr(listing, "PAGES_KEPT", 2)
    shown = library.listing(sort)
    assert len(shown) == library.count() == 200
    assert [shown.line(index) for index in range(len(shown))] == library.list(sort)
    assert (shown.line(-1), shown.line(200)) == (None, None)


def test_an_article_is_found_again_by_its_id(library: Library) -> None:
    shown = library.listing("words")
    line = shown.line(123)
    assert line is not None
    assert shown.place(line.id) == 123
    assert library.listing("words", "#arms").place("no-such-article") is None


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("مسوول", 40),
        ("الامم المُتَّحِدة", 40),
        ("قوي", 40),
        ("قراءه", 40),
        ("سينا", 40),
        ("SINAI", 40),
        ("مصدر 2", 66),
        ("«السبع»", 40),
        ("#korea", 10),
        ("#ar", 10),
        ("#arms-control ", 10),
        ("#", 20),
        ("not there", 0),
        ("  ", 200),
    ],
)
def test_what_is_typed_is_found_as_people_type_it(library: Library, typed: str, count: int) -> None:
    assert len(library.listing("date", typed)) == library.count(typed) == count
    assert len(library.list("date", typed)) == count


def test_an_id_is_found(library: Library) -> None:
    line = library.listing().line(50)
    assert line is not None
    assert line.id in [found.id for found in library.list(typed=line.id)]


@given(st.text(max_size=20))
def test_whatever_is_typed_filters(library: Library, typed: str) -> None:
    assert len(library.listing("title", typed)) <= 200
