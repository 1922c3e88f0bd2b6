"""What the analysis gets right on sentences of our own must not get lost; what measures it must measure it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import NashraError
from corpus.normalize import is_vowelled
from corpus.tokenize import tokenize
from glossary.analyze import Analyzer
from glossary.index import open_index
from tests.glossary.test_scripts import script

quality = script("quality")


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer(open_index())


def test_places_fit_the_words_of_the_sentences() -> None:
    sentences = quality.load(quality.GOLD)
    assert len(sentences) == 200
    assert len({sentence["id"] for sentence in sentences}) == 200
    for sentence in sentences:
        assert not is_vowelled(sentence["text"])
        said = [(t.start, t.end, t.text) for t in tokenize(sentence["text"]) if t.kind == "word"]
        assert [(w["start"], w["end"], w["form"]) for w in sentence["words"]] == said
        assert all(is_vowelled(w["lemma"]) or len(w["lemma"]) < 3 for w in sentence["words"]), sentence["id"]


def test_figures_are_over_their_floors(analyzer: Analyzer) -> None:
    figures, _ = quality.measure(quality.load(quality.GOLD), analyzer)
    floors = quality.floors()
    assert set(floors["CONTENT"]) == set(quality.MEASURES)
    assert quality.under(figures, floors) == []


def test_what_is_under_its_floor_is_named() -> None:
    assert quality.under({"CONTENT": {"lax": 90.0, "voc": 80.0}}, {"CONTENT": {"lax": 91, "voc": 80}}) == [
        "CONTENT lax: 90.0 is under 91"
    ]


@pytest.mark.parametrize(
    ("one", "other", "letters", "vowels"),
    [
        ("كَتَبَ", "كَتَب", True, True),
        ("كَتَبَ", "كُتُب", True, False),
        ("وَقَّعَ", "وَقَعَ", True, False),
        ("رُوسِيّ", "رُوسِي", True, True),
        ("اِتِّفَاق", "اتِّفاق", True, True),
        ("مُسْتَوًى", "مُستَوَى", True, True),
        ("مُسَاعِدَة", "مُسَاعِد", True, False),
        ("أَمْن", "امن", True, False),
        ("دَوْلَة", "دُوَل", True, False),
        ("إِلَى", "أَلَّا", False, False),
    ],
)
def test_lemmas_are_compared_across_conventions(one: str, other: str, letters: bool, vowels: bool) -> None:
    assert (quality.lax(one) == quality.lax(other)) is letters
    assert (quality.vowelled(one) == quality.vowelled(other)) is vowels


def test_english_words_meet_across_their_endings() -> None:
    assert quality.english("Sanctions were imposed") & quality.english("sanction")
    assert quality.english("negotiations") & quality.english("negotiate")
    assert not quality.english("an arm") & quality.english("an army")


def test_a_wrong_lemma_counts_against_the_figures(analyzer: Analyzer) -> None:
    right = {"start": 0, "end": 8, "form": "العقوبات", "lemma": "عُقُوبَة", "upos": "NOUN"}
    sentence = {"text": "العقوبات", "text_en": "The sanctions", "words": [right]}
    wrong = {**sentence, "words": [{**right, "lemma": "كِتَاب"}]}
    figures, errors = quality.measure([sentence, wrong], analyzer)
    assert figures["CONTENT"] == {
        "n": 2,
        "analysed": 100.0,
        "lax": 50.0,
        "voc": 50.0,
        "recall": 50.0,
        "gloss": 100.0,
        "first": 100.0,
        "any": 100.0,
    }
    assert list(errors) == [("العقوبات", "NOUN", "كِتَاب", "عُقُوبَة", "sanction")]


@pytest.mark.parametrize(
    "line", ["[]", "{", '{"text": "a"}', '{"text": "ab", "text_en": "", "words": [{"start": 0}]}']
)
def test_a_file_that_is_not_gold_is_refused(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(NashraError, match="line 1"):
        quality.load(path)
    assert quality.main(["--gold", str(path)]) == 1
    assert "bad.jsonl, line 1" in capsys.readouterr().err


def test_places_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    words = [{"start": 0, "end": 2, "form": "قال", "lemma": "قَالَ", "upos": "VERB"}]
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps({"text": "قال", "text_en": "said", "words": words}), encoding="utf-8")
    with pytest.raises(NashraError, match="line 1"):
        quality.load(path)
