from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.normalize import compatible, fold, lemma_key, marks, plain

ARABIC = st.text(
    alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئـ" + "".join(map(chr, range(0x64B, 0x653))), max_size=30
)


def test_plain_keeps_what_a_careful_writer_distinguishes() -> None:
    assert plain("الــعُقوبات") == "العقوبات"
    assert plain("\u06a9\u06cc") == "كي"
    assert plain("على") != plain("علي")
    assert plain("\ufefb") == "لا"


def test_fold_makes_careless_spellings_meet() -> None:
    assert fold("إنتهاء") == fold("انتهاء")
    assert fold("مدرسه") == fold("مدرسة")
    assert fold("على") == fold("علي")
    assert fold("مسؤول") == fold("مسوول")


@given(ARABIC)
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)
    assert plain(plain(word)) == plain(word)
    assert fold(plain(word)) == fold(word)


@given(ARABIC)
def test_marks_lose_no_letter(word: str) -> None:
    letters, signs = marks(word)
    assert letters == plain(word)
    assert len(letters) == len(signs)


@given(ARABIC)
def test_a_word_fits_itself_and_its_bare_letters(word: str) -> None:
    assert compatible(plain(word), plain(word))


@pytest.mark.parametrize(
    ("written", "form", "fits"),
    [
        ("كُتب", "كُتِبَ", True),
        ("كُتب", "كَتَبَ", False),
        ("هدّد", "هَدَّدَ", True),
        ("كتابًا", "كِتَابًا", True),
        ("كتاباً", "كِتَابًا", True),
        ("قاتَل", "قَاتِل", False),
        ("مدرّس", "مَدْرَسَة", False),
        ("مُدرّس", "مُدَرِّس", True),
        ("دُوَلِ", "دُوَل", True),
        ("دَول", "دُوَل", False),
        ("عَامٍ", "عَامّ", False),  # who writes every vowel writes every shadda
        ("عام\u064d", "عَامّ", True),
        ("إِنْ", "إِنَّ", False),
        ("حَذَرًا", "حَذَّرَا", False),
    ],
)
def test_written_vowels_narrow(written: str, form: str, fits: bool) -> None:
    assert compatible(written, form) is fits
    assert compatible(unicodedata.normalize("NFC", written), unicodedata.normalize("NFC", form)) is fits


def test_lemma_keys_bridge_conventions_only() -> None:
    assert lemma_key("كَتَبَ") == lemma_key("كَتَب")
    assert lemma_key("اِتِّهَام") == lemma_key("اتِّهام")
    assert lemma_key("قَاضٍ") == lemma_key("قَاضِي")
    assert lemma_key("مُسْتَوًى") == lemma_key("مُسْتَوَى")
    assert lemma_key("كُتُب") != lemma_key("كَتَبَ")
    assert lemma_key("عَامّ") != lemma_key("عَام")
