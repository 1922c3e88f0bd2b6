"""Places kept as numbers are a sequence like any other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.study.places import Place, Places

NUMBER = st.integers(0, (1 << 32) - 1)


@given(st.lists(st.tuples(NUMBER, NUMBER, NUMBER)), st.integers(-5, 5), st.integers(-5, 5))
def test_what_was_added_is_there_in_order(given: list[tuple[int, int, int]], low: int, high: int) -> None:
    places = Places()
    for place in given:
        places.add(*place)
    assert list(places) == given
    assert places[low:high] == given[low:high]
    assert places == [Place(*place) for place in given]
    assert [places[-1 - i] for i in range(len(given))] == given[::-1]
    with pytest.raises(IndexError):
        places[len(given)]
