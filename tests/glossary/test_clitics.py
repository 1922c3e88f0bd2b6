from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.clitics import LONGEST, LONGEST_PRONOUN, PREFIXES, cuts


def ways(word: str) -> set[tuple[tuple[str, ...], str, str]]:
    return {(c.prefix.clitics, c.prefix.restore + word[c.start : c.end], c.pronoun) for c in cuts(word)}


@pytest.mark.parametrize(
    ("word", "clitics", "stem", "pronoun"),
    [
        ("كتاب", (), "كتاب", ""),
        ("والعقوبات", ("و", "ال"), "عقوبات", ""),
        ("للعقوبات", ("ل", "ال"), "عقوبات", ""),
        ("وللعقوبات", ("و", "ل", "ال"), "عقوبات", ""),
        ("للغة", ("ل", "ال"), "لغة", ""),
        ("للغة", ("ل",), "لغة", ""),
        ("بمدرستها", ("ب",), "مدرست", "ها"),
        ("فسيكتبونه", ("ف", "س"), "يكتبون", "ه"),
        ("أليس", ("أ",), "ليس", ""),
        ("وبالكتب", ("و", "ب", "ال"), "كتب", ""),
    ],
)
def test_the_right_cut_is_among_them(word: str, clitics: tuple[str, ...], stem: str, pronoun: str) -> None:
    assert (clitics, stem, pronoun) in ways(word)


def test_nothing_is_cut_to_nothing() -> None:
    for word in ("و", "ال", "ها", "وال", "بال", "للها"):
        assert all(stem for _, stem, _ in ways(word))
    assert cuts("") == [] or all(c.end > c.start for c in cuts(""))


@given(st.text(alphabet="والبكلسفأيهاهمنت", max_size=60))
def test_cuts_put_the_word_together_again_and_are_few(word: str) -> None:
    made = cuts(word)
    assert len(made) <= len(PREFIXES) * (LONGEST_PRONOUN + 1)
    for cut in made:
        assert cut.start <= LONGEST
        assert word[cut.end :] == cut.pronoun
        assert word[: cut.start] in PREFIXES
