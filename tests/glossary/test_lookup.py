from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.lookup import lookup
from glossary.translit import from_buckwalter, readable, skeleton, skeleton_arabic
from tests.glossary.small import analyzer


@pytest.mark.parametrize(
    ("query", "entry"),
    [
        ("عقوبة", "uquba-n"),
        ("عُقُوبَة", "uquba-n"),
        ("والعقوبات", "uquba-n"),
        ("عقب", "uquba-n"),
        ("sanction", "uquba-n"),
        ("penalty", "uquba-n"),
        ("uqubat", "uquba-n"),
        ("Eqwbp", "uquba-n"),
        ("SANCTION", "uquba-n"),
        ("فعولة", "uquba-n"),
        ("ceasefire", "waqf-itlaq-al-nar-t"),
        ("وقف إطلاق النار", "waqf-itlaq-al-nar-t"),
        ("arms deal", "safqat-silah-t"),
        ("yaktub", "kataba-v"),
        ("engineer", "muhandis-n"),
        ("sanctions", "uquba-n"),
        ("arms deals", "safqat-silah-t"),
        ("cease-fire", "waqf-itlaq-al-nar-t"),
        ("to deny", "nafa-v"),
        ("the judge", "qadi-n"),
        ("al-uqubat", "uquba-n"),
        ("بوقف اطلاق النار", "waqf-itlaq-al-nar-t"),
    ],
)
def test_look_up_both_ways(query: str, entry: str) -> None:
    assert entry in [f.entry for f in lookup(analyzer(), query)]


def test_the_whole_gloss_comes_before_a_word_of_one() -> None:
    assert lookup(analyzer(), "deal")[0].entry == "safqa-n"
    assert [f.entry for f in lookup(analyzer(), "deal")][1] == "safqat-silah-t"


def test_what_is_typed_comes_before_what_is_only_related() -> None:
    assert [f.how for f in lookup(analyzer(), "كتب")][:2] == ["lemma", "form"]


def test_a_root_brings_its_words() -> None:
    found = {f.lemma for f in lookup(analyzer(), "كتب")}
    assert {"كِتَاب", "كَتَبَ", "كِتَابَة"} <= found


def test_how_says_what_the_query_was() -> None:
    assert [f.how for f in lookup(analyzer(), "عقوبات")][:1] == ["form"]
    assert lookup(analyzer(), "عقوبة")[0].how == "lemma"
    assert lookup(analyzer(), "zzzz") == []
    assert lookup(analyzer(), "") == []


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_query_is_answered(query: str) -> None:
    assert len(lookup(analyzer(), query)) <= 50


def test_latin_is_heard() -> None:
    assert skeleton("uqubat") == skeleton_arabic("عقوبات")
    assert skeleton("dhakhira") == skeleton("zakhira").replace("z", "d")
    assert from_buckwalter("Eqwbp") == "عقوبة"
    assert from_buckwalter("é") == ""
    assert [readable(n) for n in ("شولمان", "بُوتِين", "أوباما", "يانغ", "مُحَمَّد")] == [
        "Shulman",
        "Butin",
        "Ubama",
        "Yang",
        "Muhammad",
    ]
