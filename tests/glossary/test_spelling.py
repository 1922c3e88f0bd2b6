from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.english import comparative, derived, gerund, participle
from glossary.spelling import LONGEST, slips, split


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        ("الحكوكة", "الحكومة"),
        ("الحكوةم", "الحكومة"),
        ("الحكمة", "الحكومة"),
        ("الحكوومة", "الحكومة"),
        ("مدرثة", "مدرتة"),
    ],
)
def test_what_was_meant_is_tried(typo: str, meant: str) -> None:
    assert meant in set(slips(typo))


@given(st.text(alphabet="ابتثجحخدرسشعغفقكلمنهويىة", max_size=40))
def test_tries_are_few(word: str) -> None:
    assert sum(1 for _ in slips(word)) <= 16 * LONGEST


def test_glued_words_come_apart() -> None:
    known = {"المتحدة", "وفي", "أمريكية", "واتهمت"}.__contains__
    assert split("المتحدةوفي", known) == ("المتحدة", "وفي")
    assert split("أمريكيةواتهمت", known) == ("أمريكية", "واتهمت")
    assert split("المتحدون", known) is None


@pytest.mark.parametrize(
    ("gloss", "kind", "english"),
    [
        ("accuse", "masdar", "accusing"),
        ("accuse", "passive-participle", "accused"),
        ("write", "passive-participle", "written"),
        ("deny", "passive-participle", "denied"),
        ("carry out", "passive-participle", "carried out"),
        ("plan", "active-participle", "planning"),
        ("big", "elative", "bigger"),
        ("important", "elative", "more important"),
        ("United Nations", "masdar", "United Nations"),
    ],
)
def test_english_of_derived_words(gloss: str, kind: str, english: str) -> None:
    assert derived(gloss, kind) == english


def test_english_rules() -> None:
    assert [gerund(v) for v in ("die", "see", "stop", "be", "visit")] == [
        "dying",
        "seeing",
        "stopping",
        "being",
        "visiting",
    ]
    assert [participle(v) for v in ("visit", "occur", "pay", "agree")] == [
        "visited",
        "occurred",
        "paid",
        "agreed",
    ]
    assert [comparative(a) for a in ("large", "heavy", "good", "severe", "simple", "long")] == [
        "larger", "heavier", "better", "more severe", "simpler", "longer",
    ]  # fmt: skip
