"""Translations moved by hand: none is ever lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import pairing
from corpus.errors import NashraError
from corpus.importers.text import import_text
from corpus.translate import TAG, by_machine

ARTICLE = import_text("عنوان\nجملة أولى. جملة ثانية.\nجملة ثالثة. جملة رابعة.", "x")
GIVEN = pairing.with_translations(ARTICLE, ["One. Two.", "Three.", None, "Four."])


@pytest.mark.parametrize(
    ("move", "number", "expected"),
    [
        (pairing.push, 0, ["One.", "Two. Three.", None, "Four."]),
        (pairing.pull, 0, ["One. Two. Three.", None, None, "Four."]),
        (pairing.pull, 2, ["One. Two.", "Three.", "Four.", None]),
        (pairing.shift, 1, ["One. Two.", None, "Three.", "Four."]),
        (pairing.shift, 2, ["One. Two.", "Three.", None, "Four."]),
        (pairing.unshift, 1, ["One. Two.", "Three.", "Four.", None]),
    ],
)
def test_moves(move: object, number: int, expected: list[str | None]) -> None:
    assert pairing.translations(move(GIVEN, number)) == expected  # type: ignore[operator]


def test_write() -> None:
    done = pairing.write(pairing.write(GIVEN, 2, " Written\nhere. "), 0, "")
    assert pairing.translations(done) == [None, "Three.", "Written here.", "Four."]


@pytest.mark.parametrize(
    ("move", "number"), [(pairing.push, 3), (pairing.push, 2), (pairing.pull, 1), (pairing.shift, -1)]
)
def test_what_cannot_be_moved_is_said(move: object, number: int) -> None:
    with pytest.raises(NashraError):
        move(GIVEN, number)  # type: ignore[operator]


MOVES = st.sampled_from([pairing.push, pairing.pull, pairing.shift, pairing.unshift])


@given(st.lists(st.tuples(MOVES, st.integers(0, 3)), max_size=12))
def test_no_move_loses_or_reorders_a_sentence(moves: list[tuple[object, int]]) -> None:
    article = GIVEN
    for move, number in moves:
        try:
            article = move(article, number)  # type: ignore[operator]
        except NashraError:
            continue
    assert " ".join(filter(None, pairing.translations(article))) == "One. Two. Three. Four."


def test_a_machine_fills_the_gaps_and_is_named() -> None:
    seen: list[tuple[int, int]] = []
    done = by_machine(GIVEN, lambda text: f"[{text}]", lambda n, total: seen.append((n, total)))
    assert pairing.translations(done) == ["One. Two.", "Three.", "[جملة ثالثة.]", "Four."]
    assert (done.tags, done.title_english, seen[-1]) == ((TAG,), "[عنوان]", (4, 4))
    assert by_machine(done, lambda text: "no") is done
