from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.entry import POS
from glossary.ident import ID, identify, identify_term
from tests.glossary.strange import texts


@pytest.mark.parametrize(
    ("lemma", "pos", "name"),
    [
        ("عُقُوبَة", "noun", "uquba-n"),
        ("نَفَى", "verb", "nafa-v"),
        ("كُورِيّ", "adjective", "kuri-a"),
        ("دَوْلَة", "noun", "dawla-n"),
        ("مَسْؤُول", "noun", "masul-n"),
        ("اِتَّهَمَ", "verb", "itahama-v"),
        ("مُسْتَوًى", "noun", "mustawa-n"),
        ("قَاضٍ", "noun", "qadi-n"),
        ("حَيَاة", "noun", "haya-n"),
        ("سِيَاسِيَّة", "noun", "siyasiya-n"),
        ("غَوَّاصَة", "noun", "ghawasa-n"),
        ("آسِيَا", "name", "asiya-name"),
        ("العِرَاق", "name", "al-iraq-name"),
        ("فِي", "preposition", "fi-p"),
        ("الَّذِي", "relative", "aladhi-rel"),
    ],
)
def test_ids_by_the_rule(lemma: str, pos: str, name: str) -> None:
    assert identify(lemma, pos) == name


def test_terms_keep_the_article_apart_and_lose_their_case_endings() -> None:
    assert identify_term("وَقْفُ إِطْلَاقِ النَّارِ") == "waqf-itlaq-al-nar-t"
    assert identify_term("الأُمَمُ المُتَّحِدَةُ") == "al-umam-al-mutahida-t"


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert identify("نَفَى", "verb", {"nafa-v"}) == "nafa-v2"
    assert identify("نَفَى", "verb", {"nafa-v", "nafa-v2"}) == "nafa-v3"
    assert identify_term("حَقُّ النَّقْضِ", {"haq-al-naqd-t"}) == "haq-al-naqd-t2"


def test_a_lone_alef_is_a_word_too() -> None:
    assert identify("ا", "noun") == "i-n"


@given(st.text(max_size=30) | texts, st.sampled_from(POS))
def test_any_lemma_gets_an_id_of_the_right_form(lemma: str, pos: str) -> None:
    assert ID.fullmatch(identify(lemma, pos))
