from __future__ import annotations

from dataclasses import replace

import pytest

from reader.anki.choose import Candidate, best_sentence, rank

GOOD = Candidate(words=11, unknown=1, translated=True)


@pytest.mark.parametrize(
    "worse",
    [
        replace(GOOD, words=40),
        replace(GOOD, words=2),
        replace(GOOD, unknown=5),
        replace(GOOD, translated=False),
    ],
)
def test_a_short_clear_translated_sentence_is_better(worse: Candidate) -> None:
    assert best_sentence([worse, GOOD]) == 1
    assert best_sentence([GOOD, worse]) == 0


def test_the_sentence_exported_before_stays() -> None:
    assert best_sentence([replace(GOOD, words=60, unknown=9), GOOD], current=0) == 0
    assert best_sentence([replace(GOOD, words=60), GOOD], current=7) == 1
    assert best_sentence([GOOD, GOOD]) == 0
    assert best_sentence([]) is None


def test_rank_puts_the_common_the_often_met_and_the_field_first() -> None:
    assert rank(8, 5, True) < rank(8, 5, False)
    assert rank(8, 5, False) < rank(8, 1, False)
    assert rank(8, 1, False) < rank(2, 1, False)
    assert rank(5, 2, True) < rank(8, 1, False)
    assert all(
        rank(band, count, field) >= 1 for band in (None, 1, 10) for count in (0, 10**9) for field in (0, 1)
    )
