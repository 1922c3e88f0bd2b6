"""A paragraph of many pages is resolved in pieces: what it says must be what the whole paragraph would say."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.bidi import levels
from reader.layout.brackets import BRACKET
from reader.layout.directions import Directions, cut
from reader.layout.document import Document
from tests.layout.strategies import NEWS, TEXT

LONG = st.lists(NEWS, min_size=1, max_size=12).map(" ".join)
ISO = re.compile("[0-9]{4}-[0-9]|https?:")


def in_pieces(text: str, base: str, piece: int) -> list[str]:
    """Levels of each character, asked for by each character alone."""
    made = Directions([text], base, piece)
    out = []
    for at in range(len(text)):
        begin, found = made.levels(0, at, at + 1)
        out.append(found[at - begin] if found else "1")
    return out


@given(LONG.map(lambda text: BRACKET.sub("", text)), st.sampled_from(["rtl", "ltr"]), st.integers(1, 60))
def test_pieces_have_the_levels_of_the_whole(text: str, base: str, piece: int) -> None:
    if len(text) >= 2 * piece and not ISO.search(text):
        whole = levels(text, base == "rtl") or "1" * len(text)
        assert "".join(in_pieces(text, base, piece)) == whole


@given(TEXT, st.sampled_from(["rtl", "ltr"]), st.integers(1, 30), st.integers(0, 60), st.integers(0, 60))
def test_any_stretch_is_covered_by_what_is_given(
    text: str, base: str, piece: int, start: int, size: int
) -> None:
    start = min(start, len(text))
    end = min(len(text), start + size)
    begin, found = Directions([text], base, piece).levels(0, start, end)
    assert begin <= start
    if found or base == "ltr":
        assert begin + len(found) >= end


@pytest.mark.parametrize("inside", ["قال (ATACMS) ", "قال [see (this) too] ", "قال «نعم» "])
def test_a_pair_of_brackets_stays_in_one_piece(inside: str) -> None:
    text = "قال إن ABC " + inside * 40 + "انتهى."
    whole = levels(text)
    for piece in (20, 33, 47):
        assert "".join(in_pieces(text, "rtl", piece)) == whole


def test_a_cut_stands_before_a_letter_of_the_paragraphs_direction() -> None:
    assert cut("abc 12 قال", 1, True) == 7
    assert cut("قال 12 abc", 1, False) == 7
    assert cut("123", 1, True) == 3


def test_a_row_across_two_pieces_is_drawn_as_ever() -> None:
    text = "قال (ATACMS) في 2024 إن 25% من ABC وصلت. " * 800
    doc = Document([text], 71)
    whole = levels(text)
    doc.wrap_until()
    for row in range(0, doc.height, 7):
        line, at = doc.line(row), doc.row(row)
        part = Document([text[at.start : at.end]], 71)
        if "2" not in whole[at.start : at.end]:
            assert line.text == part.line(0).text
        assert sorted(line.positions) == sorted(p + at.start for p in part.line(0).positions)
