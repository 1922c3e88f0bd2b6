"""Which reading comes first in its place, and why."""

from __future__ import annotations

import tomllib
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import NashraError
from corpus.normalize import KASRA
from glossary.analyze import Analyzer
from glossary.decode import decode
from glossary.entry import Entry
from glossary.govern import CALLS, FEMININE, FRAMED, OBJECT, PERSON, governs
from glossary.index import open_index
from glossary.kinds import coarse, kind
from glossary.rank import weights
from glossary.reasons import say
from tests.glossary.test_scripts import script

choices = script("choices")
NEWS = """
قال مسؤول في وزارة الخارجية إن رفع العقوبات لم يعد شرطا وقد وقع
الرئيسان اتفاقا عام 2019 ، « دورية ».
""".split()  # noqa: SIM905


@cache
def opened() -> Analyzer:
    return Analyzer(open_index())


@pytest.fixture
def analyzer() -> Analyzer:
    return opened()


def test_choices_are_over_their_floors(analyzer: Analyzer) -> None:
    cases = choices.load()
    assert {case.half for case in cases} == set(choices.HALVES)
    assert not {c.spelling for c in cases if c.half == "learn"} & {
        c.spelling for c in cases if c.half == "hold"
    }
    assert {case.entry for case in cases} <= set(analyzer.index.ids())
    floors = tomllib.loads(choices.FLOORS.read_text(encoding="utf-8"))["CHOICES"]
    found = choices.shares(choices.judge(cases, analyzer))
    assert {half for half, least in floors.items() if found[half] < least} == set(), found


@pytest.mark.parametrize("text", ["[", "x = 1", '["a"]\nhalf = "learn"\nb-n = ["c"]', '["a"]\nb-n = ["a"]'])
def test_a_file_that_is_none_of_choices_is_refused(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("gold") / "choices.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NashraError, match=r"choices\.toml"):
        choices.load(path)


def test_a_word_alone_is_what_it_mostly_is(analyzer: Analyzer) -> None:
    token = analyzer.line("رفع").tokens[0]
    assert (token.entry, token.reasons[0][0]) == ("raf-n", "share")
    assert token.candidates[0].weight > token.candidates[1].weight


def test_why_names_the_word_that_tells(analyzer: Analyzer) -> None:
    tokens = {t.text: t for t in analyzer.line("نفذ الجيش العملية بعد هجوم عسكري على القاعدة.").tokens}
    assert tokens["عسكري"].pos == "adjective"
    assert say(tokens["عسكري"].reasons[0]) == "it agrees with هجوم before it"
    tokens = {t.text: t for t in analyzer.line("رفع الجيش حالة التأهب على الحدود.").tokens}
    assert say(tokens["رفع"].reasons[0]) == "at the beginning a past verb is likelier than a noun"


@given(st.lists(st.sampled_from(NEWS), min_size=2, max_size=12).map(" ".join))
def test_whatever_stands_together_has_shares_and_reasons(text: str) -> None:
    for token in opened().line(text).tokens:
        if token.candidates:
            assert 0.5 < sum(c.weight for c in token.candidates) < 1.01
            assert token.candidates[0].weight == max(c.weight for c in token.candidates) or (
                token.reasons[0][0] == "term"
            )
            assert all(say(reason) != reason[0] for reason in token.reasons)


def test_kinds_of_readings() -> None:
    assert kind("noun", "feminine plural", ("و", "ال"), "") == "n.the.f"
    assert kind("noun", "masculine plural construct oblique", (), "") == "n.con.p"
    assert kind("adjective", "masculine singular accusative", (), "") == "a.acc.m"
    assert kind("verb", "present active 3ms jussive", (), "ه") == "v.pres.3ms.jus"
    assert [coarse(x) for x in ("n.the.f", "a.its.m", "v.pres.3ms.jus", "prep+")] == [
        "n.the",
        "a.bare",
        "v.pres",
        "prep+",
    ]


@pytest.mark.parametrize(
    ("toml", "bits"),
    [
        (
            'pos = "verb"\n[[x.sense]]\ngloss = ["deny"]\nframe = "نَفَى شَيْئًا · نَفَى أَنَّ"',
            OBJECT | FRAMED | CALLS["أن"],
        ),
        ('pos = "verb"\n[[x.sense]]\ngloss = ["happen"]\nframe = "وَقَعَ فِي مَكَانٍ"', FRAMED | CALLS["في"]),
        ('pos = "verb"\n[[x.sense]]\ngloss = ["act"]\nframe = "قَامَ بِشَيْءٍ"', FRAMED | CALLS["ب"]),
        ('pos = "verb"\ngloss = ["appear"]', 0),
        ('pos = "verb"\ngloss = ["be issued"]', 0),
        ('pos = "verb"\ngloss = ["impose"]', OBJECT),
        ('pos = "noun"\ngender = "feminine"\ngloss = ["war"]', FEMININE),
        ('pos = "noun"\nfeminine = "كَاتِبَة"\ngloss = ["writer"]', PERSON),
    ],
)
def test_what_an_entry_says_of_what_follows(toml: str, bits: int) -> None:
    (made,) = decode('[x]\nlemma = "x' + KASRA + '"\n' + toml)
    assert isinstance(made, Entry)
    assert governs(made) == bits


def test_weights_are_few_and_of_clues() -> None:
    found = weights()
    assert 300 < len(found) < 3000
    assert {looks for looks, _, _ in found} <= {
        "before", "before~", "next", "next~", "two", "clause", "pronoun", "jussive", "object", "frame", "calls",
    }  # fmt: skip
    assert all(abs(weight) < 10 for weight in found.values())
