from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.glossjson import render_line
from tests.glossary.small import analyzer


def first(text: str) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
    token = analyzer().line(text).tokens[0]
    return token.entry, token.proclitics, token.enclitics


@pytest.mark.parametrize(
    ("word", "entry", "before", "after"),
    [
        ("عقوبة", "uquba-n", (), ()),
        ("والعقوبات", "uquba-n", ("و", "ال"), ()),
        ("للعقوبات", "uquba-n", ("ل", "ال"), ()),
        ("بعقوباتها", "uquba-n", ("ب",), ("ها",)),
        ("عقوبتهم", "uquba-n", (), ("هم",)),
        ("عقوبه", "uquba-n", (), ()),
        ("العقــوبات", "uquba-n", ("ال",), ()),
        ("للغة", "lugha-n", ("ل",), ()),
        ("انتهائها", "intiha-n", (), ("ها",)),
        ("إنتهاء", "intiha-n", (), ()),
        ("حلفاؤها", "halif-n", (), ("ها",)),
        ("حلفائهم", "halif-n", (), ("هم",)),
        ("مستشفاهم", "mustashfa-n", (), ("هم",)),
        ("المستشفى", "mustashfa-n", ("ال",), ()),
        ("المساكن", "maskan-n", ("ال",), ()),
        ("ونفته", "nafa-v", ("و",), ("ه",)),
        ("سينفون", "nafa-v", ("س",), ()),
        ("اتهموها", "ittahama-v", (), ("ها",)),
        ("لمسؤولين", "masul-n", ("ل",), ()),
        ("المسوولين", "masul-n", ("ال",), ()),
        ("علیه", "ala-p", (), ("ه",)),
        ("على", "ala-p", (), ()),
        ("علي", "ali-name", (), ()),
        ("بالبحرين", "al-bahrayn-name", ("ب", "ال"), ()),
    ],
)
def test_the_first_reading(word: str, entry: str, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    assert first(word) == (entry, before, after)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("كُتُب", "كِتَاب"), ("كُتِبَ", "كَتَبَ"), ("كَتَبَ", "كَتَبَ"), ("كُتُبٌ", "كِتَاب"), ("الكُتب", "كِتَاب")],
)
def test_written_vowels_narrow_and_never_block(word: str, lemma: str) -> None:
    assert analyzer().line(word).tokens[0].lemma == lemma


def test_a_derived_word_says_what_it_is_and_keeps_the_verbs_entry() -> None:
    token = analyzer().line("المتهمين").tokens[0]
    glosses = {c.lemma: c.gloss for c in token.candidates}
    assert (glosses["مُتَّهِم"], glosses["مُتَّهَم"]) == ("accusing", "accused")
    assert token.entry == "ittahama-v"
    assert token.features["form"] in ("active-participle", "passive-participle")


def test_an_unknown_word_is_a_name_that_claims_nothing() -> None:
    token = analyzer().line("شولمان").tokens[0]
    assert (token.lemma, token.pos, token.gloss, token.source) == ("شولمان", "name", "Shulman", "none")
    assert token.features["unknown"] is True
    assert token.key == "شولمان/name"


def test_states_are_kept_by_entry_else_by_lemma() -> None:
    tokens = analyzer().line("العقوبات عقوبة،").tokens
    assert [t.key for t in tokens] == ["uquba-n", "uquba-n", None]


@pytest.mark.parametrize(
    "word",
    [
        "",
        "و",
        "ال",
        "ـ",
        "ه" * 10_000,
        "و" * 10_000,
        "ال" * 5_000,
        "بالها" * 3_000,
        "كتابX",
        "كِ" * 9_000,
        "\u064b\u064b",
        "ء",
        "لل",
        "ﷺ",
        "ﻻ",
    ],
)
def test_the_worst_words_get_an_answer_or_an_honest_null(word: str) -> None:
    made = json.loads(render_line(1, word, analyzer()))
    assert made["text"] == word
    for token in made["tokens"]:
        assert token["lemma"] or token["gloss"] is None
        assert word[token["start"] : token["end"]] == token["text"]


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("والبكلسعقوباتهيىةءأًَُّـ")), max_size=60
    )
)
def test_any_text_gives_json_that_tells_the_truth_about_offsets(text: str) -> None:
    line = text.replace("\n", " ").replace("\r", " ")
    made = json.loads(render_line(7, line, analyzer()))
    assert (made["line"], made["text"]) == (7, line)
    for token in made["tokens"]:
        assert line[token["start"] : token["end"]] == token["text"]
        assert sum(c["weight"] for c in token["candidates"]) <= 1.02


def test_half_a_surrogate_pair_is_escaped() -> None:
    made = render_line(1, "كتاب \udc80", analyzer())
    made.encode()
    assert json.loads(made)["text"] == "كتاب \udc80"


def test_the_json_and_the_screens_say_the_same() -> None:
    text = "اتهمت العقوبات شولمان، وبوقف فوري لإطلاق النار 12 NATO"
    one = analyzer()
    line, made = one.line(text), json.loads(render_line(1, text, one))
    for token, word in zip(line.tokens, made["tokens"], strict=True):
        for name in (
            "start",
            "end",
            "text",
            "kind",
            "lemma",
            "pos",
            "root",
            "gloss",
            "entry",
            "source",
            "features",
        ):
            assert getattr(token, name) == word[name], name
        assert [c.lemma for c in token.candidates] == [c["lemma"] for c in word["candidates"]]
        assert list(token.glosses) == word["glosses"]
    assert [(t.entry, list(t.tokens), t.start, t.end) for t in line.terms] == [
        (t["entry"], t["tokens"], t["start"], t["end"]) for t in made["terms"]
    ]
