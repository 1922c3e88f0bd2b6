"""Word states: kept at once, undone exactly, the same after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.database import connect
from reader.study.states import STATES, State, toggled
from reader.study.store import Store

SANCTION = ("uquba-n", "عُقُوبَة", "noun")
MISSILE = ("sarukh-n", "صَارُوخ", "noun")


@pytest.fixture
def store() -> Store:
    return Store(connect(":memory:"))


def test_a_word_is_new_until_it_is_marked(store: Store) -> None:
    assert store.state("uquba-n") == "new"
    store.set([SANCTION], "learning", article="a")
    assert store.state("uquba-n") == "learning"
    [word] = store.words()
    assert (word.key, word.lemma, word.pos, word.state, word.article) == (*SANCTION, "learning", "a")


def test_states_survive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "nashra.db"
    first = Store(connect(path))
    first.set([SANCTION], "known")
    first.set([MISSILE], "ignored")
    first.set_place("a", 3, 17, 0.5)
    again = Store(connect(path))
    assert dict(again.states) == {"uquba-n": "known", "sarukh-n": "ignored"}
    assert again.place("a") == (3, 17)


def test_undo_takes_back_one_action_whole(store: Store) -> None:
    store.set([SANCTION], "learning")
    store.set([SANCTION, MISSILE], "known")
    undone = store.undo()
    assert {(c.key, c.before, c.after) for c in undone} == {
        ("uquba-n", "learning", "known"),
        ("sarukh-n", "new", "known"),
    }
    assert dict(store.states) == {"uquba-n": "learning"}
    store.undo()
    assert dict(store.states) == {}
    assert store.undo() == []


def test_marking_what_is_so_already_is_no_action(store: Store) -> None:
    store.set([SANCTION], "known")
    assert store.set([SANCTION], "known") == []
    store.undo()
    assert store.state("uquba-n") == "new"


def test_a_chosen_sentence_and_stamps_come_back(store: Store) -> None:
    store.choose_sentence("uquba-n", "a", 2, 10, 40)
    store.choose_sentence("uquba-n", "b", 1, 0, 9)
    store.save_stamps({"uquba-n": ("abc", 12, 1)})
    store.save_stamps({"uquba-n": ("abd", 13, 1)})
    assert store.sentences() == {"uquba-n": ("b", 1, 0, 9)}
    assert store.stamps() == {"uquba-n": ("abd", 13, 1)}


def test_the_same_key_twice_is_back_to_new() -> None:
    assert toggled("new", "learning") == "learning"
    assert toggled("learning", "learning") == "new"
    assert toggled("known", "learning") == "learning"


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(STATES)), max_size=12))
def test_undoing_everything_leaves_nothing(actions: list[tuple[str, State]]) -> None:
    store = Store(connect(":memory:"))
    for key, state in actions:
        store.set([(key, key, None)], state)
    remembered = dict(Store(store._conn).states)
    assert remembered == dict(store.states)
    while store.undo():
        pass
    assert dict(store.states) == {}
    assert store.words() == []
