"""The rules of UAX #9 that apply without explicit embeddings, one by one and then all together."""

from __future__ import annotations

from itertools import product

import pytest

from reader.layout import levels
from reader.layout.bidi import is_rtl
from tests.layout.reference import line_levels, resolve

R, AL, EN, AN, ES, ET, CS, NSM, WS, ON, L = "א", "ب", "1", "٢", "+", "%", ",", "\u0301", " ", "!", "a"

# each: rule, characters, levels in a right-to-left paragraph, in a left-to-right one
CASES = [
    ("W1 a mark takes the type before it", AL + NSM + NSM, "111", "111"),
    ("W1 at the start that of the paragraph", NSM + L, "12", "00"),
    ("W1 a mark on a digit counts as a digit", L + EN + NSM + EN, "2222", "0000"),
    ("W2 a digit after an Arabic letter is Arabic: its sign stays right to left", AL + EN + ET, "121", "120"),
    ("W2 not after a Hebrew letter", R + EN + ET, "122", "122"),
    ("W2 not after a Latin letter", AL + L + EN, "122", "100"),
    ("W3 Arabic letters are right to left", AL, "1", "1"),
    ("W4 one separator between digits", EN + CS + EN, "222", "000"),
    ("W4 one plus between European digits", R + EN + ES + EN, "1222", "1222"),
    ("W4 no plus between Arabic digits", AN + ES + AN, "212", "212"),
    ("W4 one separator between Arabic digits", AN + CS + AN, "222", "222"),
    ("W4 not two separators", EN + CS + CS + EN, "2112", "0000"),
    ("W4 not between digits of two kinds", EN + CS + AN, "212", "002"),
    ("W5 signs beside a European digit", ET + ET + EN, "222", "000"),
    ("W5 and after it", R + EN + ET + ET, "1222", "1222"),
    ("W5 the sign between two kinds goes with the European one", AN + ET + EN, "222", "200"),
    ("W5 not beside an Arabic digit alone", AN + ET, "21", "20"),
    ("W6 what is left of separators is neutral", R + ET, "11", "10"),
    ("W7 a digit after a Latin letter is Latin", L + WS + EN, "222", "000"),
    ("W7 not after a right-to-left letter", L + R + EN, "212", "012"),
    ("N0 brackets take the paragraph's direction if it is inside", R + "(" + R + L + ")", "11121", "10100"),
    ("N0 or what is inside, if the same stands before", L + "(" + L + ")" + R, "22221", "00001"),
    ("N0 otherwise the paragraph's", R + "(" + L + ")", "1121", "1000"),
    ("N0 digits inside count as right to left", L + "(" + AN + ")", "2121", "0020"),
    ("N0 empty brackets are ordinary neutrals", L + "()" + L, "2222", "0000"),
    ("N0 a mark after a bracket goes with it", L + "(" + L + ")" + NSM + R, "222221", "000001"),
    ("N0 brackets that do not pair are neutrals", R + "(" + L + "]" + R, "11211", "10001"),
    ("N0 only matching kinds pair", R + "[(" + R + "])", "111111", "111110"),
    ("N1 neutrals between two Latin letters", L + ON + WS + L, "2222", "0000"),
    ("N1 neutrals between right-to-left letters", R + ON + R, "111", "111"),
    ("N1 a digit counts as right to left", R + WS + AN, "112", "112"),
    ("N2 otherwise the paragraph's direction", R + WS + L, "112", "100"),
    ("I1 I2 levels of each type", L + R + AN + R + EN, "21212", "01212"),
]


@pytest.mark.parametrize(("rule", "text", "rtl", "ltr"), CASES, ids=[c[0] for c in CASES])
def test_rule(rule: str, text: str, rtl: str, ltr: str) -> None:
    assert (levels(text, True) or "1" * len(text)) == rtl, rule
    assert levels(text, False) == ltr, rule


def test_l1_a_tab_and_the_space_before_it_have_the_level_of_the_paragraph() -> None:
    assert levels(f"{L} \t{L}", True) == "2112"
    assert levels(f"{AL} \t{AL}", False) == "1001"


@pytest.mark.parametrize("rtl", [True, False])
def test_every_sequence_of_classes_agrees_with_the_rules_read_literally(rtl: bool) -> None:
    """All strings of up to four characters over every class and a pair of brackets; longer ones are the oracles' part."""
    alphabet = [L, R, AL, EN, AN, ES, ET, CS, NSM, WS, ON, "\t", "\u200b", "(", ")"]
    for length in range(1, 5):
        for chars in product(alphabet, repeat=length):
            text = "".join(chars)
            expected = line_levels(text, resolve(text, rtl), int(rtl))
            got = line_levels(text, [int(d) for d in levels(text, rtl) or "1" * length], int(rtl))
            shown = [c != "\u200b" for c in chars]  # what X9 removes has no level that matters
            assert [g for g, s in zip(got, shown, strict=True) if s] == [
                e for e, s in zip(expected, shown, strict=True) if s
            ], ascii(text)


def test_many_and_deep_brackets() -> None:
    for text in ("(a)" * 500, "(" * 80 + "a" + ")" * 80, "([{" * 20 + "بa" + "}])" * 20, "ب(a[b]c){1}" * 30):
        for rtl in (True, False):
            got = [int(d) for d in levels(text, rtl) or "1" * len(text)]
            assert got == resolve(text, rtl), (text[:20], rtl)


@pytest.mark.parametrize(
    ("text", "auto", "arabic"),
    [
        ("قال", True, True),
        ("ATACMS تصل", False, True),
        ("123 قال", True, True),
        ("123", False, False),
        ("", False, False),
        ("plain", False, False),
        (" " * 600 + "قال", True, True),
    ],
)
def test_direction_of_a_paragraph(text: str, auto: bool, arabic: bool) -> None:
    assert is_rtl(text) is auto
    assert is_rtl(text, "arabic") is arabic
    assert is_rtl(text, "rtl")
    assert not is_rtl(text, "ltr")


def test_an_unknown_direction_is_refused() -> None:
    with pytest.raises(ValueError, match="base must be"):
        is_rtl("x", "left")
