from __future__ import annotations

import pytest

from reader.anki.choose import Candidate, best_sentence, rank

GOOD = Candidate(words=11, unknown=1, translated=True, said=True, read=True)


@pytest.mark.parametrize(
    "worse",
    [
        GOOD._replace(words=40),
        GOOD._replace(words=2),
        GOOD._replace(unknown=5),
        GOOD._replace(translated=False),
        GOOD._replace(said=False),
        GOOD._replace(read=False),
        GOOD._replace(apart=False),
    ],
)
def test_a_short_clear_translated_sentence_is_better(worse: Candidate) -> None:
    assert best_sentence([worse, GOOD]) == 1
    assert best_sentence([GOOD, worse]) == 0


def test_of_equals_the_first() -> None:
    assert best_sentence([GOOD, GOOD]) == 0
    assert best_sentence([]) is None


def test_a_long_hard_sentence_of_ones_own_gives_way_to_an_easy_one() -> None:
    own = Candidate(words=38, unknown=7, read=True)
    shipped = Candidate(words=12, unknown=3, translated=True, said=True, vowelled=True, shipped=True)
    assert best_sentence([own, shipped]) == 1
    assert best_sentence([own._replace(words=12, unknown=1), shipped]) == 0


def test_rank_puts_the_common_the_often_met_and_the_field_first() -> None:
    assert rank(8, 5, True) < rank(8, 5, False)
    assert rank(8, 5, False) < rank(8, 1, False)
    assert rank(8, 1, False) < rank(2, 1, False)
    assert rank(5, 2, True) < rank(8, 1, False)
    assert all(
        rank(band, count, field) >= 1 for band in (None, 1, 10) for count in (0, 10**9) for field in (0, 1)
    )
