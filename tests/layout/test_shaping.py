"""Letters in their forms, marks on their letters, lam and alef in one cell."""

from __future__ import annotations

import pytest

from reader.layout import Cluster, clusters, display

FATHA, SHADDA, KASRA = "\u064e", "\u0651", "\u0650"
ZWNJ, ZWJ = "\u200c", "\u200d"


def names(word: str) -> list[str]:
    """The Unicode name of each cluster's base, shortened."""
    import unicodedata as ud

    return [ud.name(c.display[0]).removeprefix("ARABIC ").removeprefix("LETTER ") for c in clusters(word)]


def test_a_word_is_joined() -> None:
    assert names("بيت") == ["BEH INITIAL FORM", "YEH MEDIAL FORM", "TEH FINAL FORM"]
    assert names("دور") == ["DAL ISOLATED FORM", "WAW ISOLATED FORM", "REH ISOLATED FORM"]


def test_marks_do_not_part_letters() -> None:
    assert clusters("ب" + FATHA + SHADDA + "ت") == [
        Cluster("\ufe91" + FATHA + SHADDA, 0, 3, 1),
        Cluster("\ufe96", 3, 4, 1),
    ]


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("لا", ["LIGATURE LAM WITH ALEF ISOLATED FORM"]),
        ("كلا", ["KAF INITIAL FORM", "LIGATURE LAM WITH ALEF FINAL FORM"]),
        ("لأ", ["LIGATURE LAM WITH ALEF WITH HAMZA ABOVE ISOLATED FORM"]),
        ("لإ", ["LIGATURE LAM WITH ALEF WITH HAMZA BELOW ISOLATED FORM"]),
        ("لآ", ["LIGATURE LAM WITH ALEF WITH MADDA ABOVE ISOLATED FORM"]),
        ("للا", ["LAM INITIAL FORM", "LIGATURE LAM WITH ALEF FINAL FORM"]),
    ],
)
def test_lam_and_alef_are_one(word: str, forms: list[str]) -> None:
    assert names(word) == forms


def test_lam_alef_keeps_the_marks_of_both() -> None:
    assert clusters("ل" + SHADDA + "ا" + FATHA) == [Cluster("\ufefb" + SHADDA + FATHA, 0, 4, 1)]
    assert clusters("ل" + SHADDA + "ا" + FATHA, marks=False) == [Cluster("\ufefb", 0, 4, 1)]


def test_god_is_not_a_ligature() -> None:
    assert names("الله") == ["ALEF ISOLATED FORM", "LAM INITIAL FORM", "LAM MEDIAL FORM", "HEH FINAL FORM"]


def test_a_letter_and_a_combining_hamza_are_the_letter_with_hamza() -> None:
    assert names("سا\u0654ل") == names("سأل")
    assert clusters("ا\u0654")[0].end == 2


def test_zwnj_parts_and_zwj_joins() -> None:
    assert names("ب" + ZWNJ + "ت") == ["BEH ISOLATED FORM", "TEH ISOLATED FORM"]
    assert names("ه" + ZWJ) == ["HEH INITIAL FORM"]
    assert names("ل" + ZWNJ + "ا") == ["LAM ISOLATED FORM", "ALEF ISOLATED FORM"]


def test_tatweel_joins() -> None:
    assert names("هـ") == ["HEH INITIAL FORM", "TATWEEL"]


def test_punctuation_and_digits_part_words() -> None:
    assert names("ب،ب") == ["BEH ISOLATED FORM", "COMMA", "BEH ISOLATED FORM"]
    assert names("ب5")[0] == "BEH ISOLATED FORM"


def test_persian_and_kurdish_letters_join_too() -> None:
    assert names("پگ")[0] == "PEH INITIAL FORM"
    assert clusters("ێ")[0].display == "ێ"  # no forms in Unicode, shown as it is
    assert names("بێ")[0] == "BEH INITIAL FORM"


def test_a_mark_on_nothing_stands_on_a_dotted_circle() -> None:
    assert clusters(FATHA) == [Cluster("\u25cc" + FATHA, 0, 1, 1)]
    assert display(" " + FATHA, base="rtl").width == 2


def test_a_pile_of_marks_is_cut() -> None:
    shown = clusters("ب" + FATHA * 1000)
    assert len(shown) == 1
    assert shown[0].end == 1001
    assert len(shown[0].display) <= 9
