"""Strings of one line: tables, titles, inputs."""

from __future__ import annotations

import pytest

from reader.layout import NOWHERE, PROFILES, display, field, fit, paint, width_of

WORD = "عقوبات"
SHOWN = display(WORD).text


def test_fit_puts_arabic_right_and_english_left() -> None:
    assert fit(WORD, 8).text == "  " + SHOWN
    assert fit("arms", 8).text == "arms    "
    assert fit(WORD, 8, align="left").text == SHOWN + "  "
    assert fit(WORD, 8, align="end").text == SHOWN + "  "
    assert fit(WORD, 8, align="center").text == " " + SHOWN + " "
    assert fit("arms", 8, align="right").text == "    arms"


def test_fit_cuts_at_the_logical_end() -> None:
    assert fit(WORD + " اقتصادية", 7).text == "…" + SHOWN
    assert fit("economic sanctions", 9).text == "economic…"
    assert fit(WORD, 1).text == "…"
    assert fit(WORD, 0).text == ""


def test_fit_marks_padding_and_the_ellipsis_as_nowhere() -> None:
    assert fit(WORD + " اقتصادية", 7).positions == [NOWHERE, 5, 4, 3, 2, 1, 0]
    assert fit("ab", 4).positions == [0, 1, NOWHERE, NOWHERE]


def test_fit_does_not_cut_a_wide_cluster_in_two() -> None:
    assert fit("ab中文", 4).text == "ab… "


def test_a_title_that_begins_with_latin_is_arabic_if_asked() -> None:
    assert fit("ATACMS تصل", 12, base="arabic").text.endswith("ATACMS")
    assert fit("ATACMS تصل", 12).text.startswith("ATACMS")


def test_an_unknown_alignment_is_refused() -> None:
    with pytest.raises(ValueError, match="align must be"):
        fit("x", 3, align="middle")


def test_the_cursor_of_an_arabic_input_runs_to_the_left() -> None:
    columns = [field("وقف", cursor, 10).cursor for cursor in range(4)]
    assert columns == [9, 8, 7, 6]
    assert field("وقف", 3, 10).line.text == " " * 7 + display("وقف").text
    assert field("stop", 4, 10).cursor == 4
    assert field("", 0, 5).cursor == 0


def test_the_cursor_of_a_mixed_input() -> None:
    text = "في ATACMS"
    assert field(text, 3, 12, base="rtl").cursor == 12 - 3 - 6
    assert field(text, 8, 12, base="rtl").cursor == 12 - 3 - 1
    assert field(text, 9, 12, base="rtl").cursor == 12 - 3 - 6 - 1


def test_the_cursor_on_a_lam_alef_is_on_its_cell() -> None:
    assert field("لا", 0, 4).cursor == field("لا", 1, 4).cursor == 3
    assert field("لا", 2, 4).cursor == 2


def test_a_long_input_scrolls_to_its_cursor() -> None:
    text = "كلمة " * 20
    for cursor in (0, 50, 100):
        shown = field(text, cursor, 10)
        assert 0 <= shown.cursor < 10
        place = shown.line.positions[shown.cursor]
        assert place == cursor


def test_a_click_in_an_input_finds_its_letter() -> None:
    shown = field("وقف", 0, 10)
    assert [shown.position_at(c) for c in (9, 8, 7, 6, 0)] == [0, 1, 2, 3, 3]
    latin = field("stop", 0, 10)
    assert [latin.position_at(c) for c in (0, 3, 4, 9)] == [0, 3, 4, 4]


def test_paint_lays_out_each_line_by_itself() -> None:
    assert paint("قال\nsaid") == display("قال").text + "\nsaid"
    assert paint("قال نعم", width=6) == " " * 3 + display("قال").text + "\n" + " " * 3 + display("نعم").text
    assert paint("قال\nsaid", PROFILES["logical"]) == "قال\nsaid"


def test_width_counts_cells() -> None:
    assert width_of("السَّلَامُ") == 5
    assert width_of("中a") == 3
