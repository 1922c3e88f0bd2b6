from __future__ import annotations

import pytest

from tests.glossary.small import analyzer


def terms(text: str) -> list[tuple[str, tuple[int, ...], str]]:
    return [(t.entry, t.tokens, text[t.start : t.end]) for t in analyzer().line(text).terms]


@pytest.mark.parametrize(
    "text", ["وقف إطلاق النار", "وبوقفٍ فوري لإطلاق النار", "ووقفها إطلاق النار", "بوقف اطلاق للنيران"]
)
def test_a_term_is_found_through_clitics_inflection_and_its_gap(text: str) -> None:
    assert "waqf-itlaq-al-nar-t" in [t[0] for t in terms(text)]


def test_the_longest_comes_first_and_what_overlaps_it_is_kept() -> None:
    found = terms("وقف إطلاق النار")
    assert found == [
        ("waqf-itlaq-al-nar-t", (0, 1, 2), "وقف إطلاق النار"),
        ("itlaq-al-nar-t", (1, 2), "إطلاق النار"),
    ]


def test_a_word_in_a_gap_belongs_to_the_unit() -> None:
    assert terms("وبوقف فوري لإطلاق النار")[0][1] == (0, 1, 2, 3)


@pytest.mark.parametrize("text", ["صفقات الأسلحة", "صفقة سلاح", "وصفقتي سلاحهم"])
def test_number_and_state_do_not_matter(text: str) -> None:
    assert [t[0] for t in terms(text)] == ["safqat-silah-t"]


@pytest.mark.parametrize(
    "text",
    [
        "إطلاق، النار",
        "إطلاق كبير النار",
        "إطلاق",
        "وقف فوري كبير لإطلاق النار".replace("لإطلاق النار", ""),
        "النار إطلاق",
    ],
)
def test_what_is_no_term(text: str) -> None:
    assert terms(text) == []


def test_a_gap_is_not_longer_than_the_entry_allows() -> None:
    assert [t[0] for t in terms("وقف فوري كبير لإطلاق النار")] == ["itlaq-al-nar-t"]
