"""Words that no dictionary has: nisbas and loans by rule, slips as marked suggestions, the worst words in bounded work."""

from __future__ import annotations

import json
from functools import cache
from unittest import mock

import pytest

from glossary.analysis import WordAnalysis
from glossary.analyze import LONG, Analyzer
from glossary.glossjson import render
from glossary.index import open_index
from glossary.layer import Layer
from reader.study.answer import answer, one_line

IYY = "\u0650ي\u0651"


@cache
def analyzer() -> Analyzer:
    return Analyzer(open_index())


def word(text: str) -> WordAnalysis:
    return analyzer().line(text).tokens[0]


@pytest.mark.parametrize(
    ("nisba", "lemma", "gloss"),
    [
        ("الزغربية", "زغرب", "of Zagreb"),
        ("والبنتاغونية", "بنتاغون", "of Pentagon"),
        ("الفاغنريون", "فاغنر", "of Wagner"),
        ("الأردوغانية", "أردوغان", "of Erdogan"),
    ],
)
def test_a_nisba_is_formed_from_what_is_known(nisba: str, lemma: str, gloss: str) -> None:
    token = word(nisba)
    assert (token.lemma, token.pos, token.gloss) == (lemma + IYY, "adjective", gloss)
    assert token.features["form"] == "nisba"
    assert token.reasons == (("nisba",),)


@pytest.mark.parametrize("loan", ["بالستية", "التكتيكية", "والاستراتيجي", "الأولمبية", "السيبرانيين"])
def test_loans_of_the_news_are_words(loan: str) -> None:
    token = word(loan)
    assert token.gloss
    assert "unknown" not in token.features


@pytest.mark.parametrize(
    ("slip", "entry", "note"),
    [("الاقصتادية", "iqtisadi-a", "slip"), ("السياسةالخارجية", "siyasa-n", "glued")],
)
def test_letters_that_changed_places_and_words_run_together_are_put_right_and_marked(
    slip: str, entry: str, note: str
) -> None:
    token = word(slip)
    assert (token.entry, token.features.get("suggestion"), token.reasons) == (entry, True, ((note,),))
    said = [line.text for line in answer(token, None)]
    assert any("may be meant" in line for line in said)
    assert one_line(token).text.startswith("? ")


def test_another_slip_is_offered_after_the_word_as_it_stands() -> None:
    token = word("الحكوكة")
    assert token.gloss is None
    assert [c.entry for c in token.candidates if c.features.get("suggestion")] == ["hukuma-n"]
    assert any("slip" in line.text and "government" in line.text for line in answer(token, None))


@pytest.mark.parametrize(
    "worst",
    [
        "وبالكتابهاكما" * 3,
        "ولل" * 13,
        "ف" * LONG,
        "والالالالالالالالالالالالالالالالالالالا",
        "سيستستنتنيتنيتبتبثنيثبتثني",
        "ه" * 10_000,
        "وبالعقوباتهم" * 900,
        "آأإؤئءىةآأإؤئءىةآأإؤئءىة",
    ],
)
def test_the_work_for_a_word_is_bounded_whatever_it_is(worst: str) -> None:
    index = analyzer().index
    with (
        mock.patch.object(Layer, "stems", autospec=True, side_effect=Layer.stems) as stems,
        mock.patch.object(index, "word", side_effect=index.word) as words,
    ):
        made = json.loads(render(1, worst, Analyzer(index)))
    assert made["text"] == worst
    assert stems.call_count <= 400
    assert words.call_count <= 400


def test_the_work_for_a_line_grows_with_its_length_and_no_faster() -> None:
    index = analyzer().index
    counts = []
    for times in (1, 4):
        line = " ".join(f"وبال{chr(0x628 + n % 20)}{chr(0x62D + n // 20)}كتشفنص" for n in range(50 * times))
        with mock.patch.object(Layer, "stems", autospec=True, side_effect=Layer.stems) as stems:
            render(1, line, Analyzer(index))
        counts.append(stems.call_count)
    assert counts[1] <= 4.5 * counts[0]
