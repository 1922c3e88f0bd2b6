"""What the card says of a form."""

from __future__ import annotations

from typing import Any

import pytest

from reader.study.forms import describe
from reader.study.pieces import pieces


@pytest.mark.parametrize(
    ("features", "pos", "said"),
    [
        ({"tense": "past", "person": 3, "gender": "masculine", "number": "singular"}, "verb", "past, he"),
        ({"tense": "present", "person": 1, "number": "plural"}, "verb", "present, we"),
        (
            {"tense": "past", "voice": "passive", "person": 3, "gender": "masculine", "number": "plural"},
            "verb",
            "past, passive, they",
        ),
        ({"gender": "feminine", "number": "plural"}, "noun", "plural"),
        ({"gender": "feminine", "number": "singular", "definite": True}, "adjective", "feminine"),
        (
            {"number": "dual", "case": "oblique", "state": "construct"},
            "noun",
            "dual, genitive or accusative, before another noun",
        ),
        ({"form": "masdar"}, "noun", "maṣdar"),
        ({}, "noun", ""),
    ],
)
def test_a_form_is_said_in_a_learners_words(features: dict[str, Any], pos: str, said: str) -> None:
    assert describe(features, pos) == said


def test_a_word_is_read_piece_by_piece() -> None:
    assert pieces(("و", "ال"), "sanction", (), "noun") == [("و", "and"), ("ال", "the"), (None, "sanction")]
    assert pieces((), "deny", ("ها",), "verb")[-1] == ("ها", "her")
    assert pieces((), "state", ("ها",), "noun")[-1] == ("ها", "its/her")
    assert pieces(("ل",), "deny", (), "verb")[0] == ("ل", "in order to")
