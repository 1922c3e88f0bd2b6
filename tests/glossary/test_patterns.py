from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.pattern_list import PATTERNS, PLURALS
from glossary.patterns import candidates, pattern_of, spellings


@pytest.mark.parametrize(
    ("lemma", "root", "pattern"),
    [
        ("عُقُوبَة", "عقب", "فُعُولَة"),
        ("اِتِّفَاق", "وفق", "اِفْتِعَال"),
        ("اِضْطِرَاب", "ضرب", "اِفْتِعَال"),
        ("اِدِّعَاء", "دعو", "اِفْتِعَال"),
        ("قَائِد", "قود", "فَاعِل"),
        ("مَقَرّ", "قرر", "مَفْعَل"),
        ("عَامّ", "عمم", "فَاعِل"),
        ("قَاضٍ", "قضي", "فَاعِل"),
        ("مُسْتَوًى", "سوي", "مُفْتَعَل"),
        ("إِيمَان", "ءمن", "إِفْعَال"),
        ("إِدَارَة", "دور", "إِفْعَالَة"),
        ("مَسْؤُول", "سءل", "مَفْعُول"),
        ("مُؤَسَّسَة", "ءسس", "مُفَعَّلَة"),
        ("سِيَاسِيّ", "سوس", "فِعَالِيّ"),
        ("مَسْؤُولِيَّة", "سءل", "مَفْعُولِيَّة"),
        ("تَرْجَمَة", "ترجم", "فَعْلَلَة"),
        ("بِنَاء", "بني", "فِعَال"),
        ("عَدُوّ", "عدو", "فَعُول"),
    ],
)
def test_the_pattern_is_found(lemma: str, root: str, pattern: str) -> None:
    assert pattern_of(lemma, root) == pattern


def test_what_could_be_two_patterns_is_left_to_a_person() -> None:
    assert set(candidates("مُحْتَلّ", "حلل")) == {"مُفْتَعَل", "مُفْتَعِل"}
    assert pattern_of("مُحْتَلّ", "حلل") is None


def test_a_wrong_root_gives_none() -> None:
    assert pattern_of("عُقُوبَة", "كتب") is None
    assert list(spellings("كِتَاب", "كتم")) == []


def test_broken_plurals_have_their_patterns() -> None:
    known = PATTERNS | PLURALS
    assert "فَعَائِل" in candidates("ذَخَائِر", "ذخر", known)
    assert "أَفْعَال" in candidates("آثَار", "ءثر", known)
    assert "فَوَاعِل" in candidates("مَوَادّ", "مدد", known)


@given(
    st.text("اأإءآتسلمنويةىبكدرعفق\u064b\u064d\u064e\u064f\u0650\u0651\u0652", max_size=12),
    st.text("ءوكتبدر", max_size=4),
)
def test_any_letters_have_known_patterns_or_none(word: str, root: str) -> None:
    for pattern in candidates(word, root):
        assert set("فعل") & set(pattern)
