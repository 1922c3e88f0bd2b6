"""Anki beside us: what is asked of AnkiConnect, and what its answers and silences become."""

from __future__ import annotations

import json
import socket
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from corpus.errors import NashraError
from reader.anki.connect import AnkiConnect, CardState, NotRunningError, states, status, studied_notes
from reader.anki.push import push
from tests.anki.client import Client
from tests.anki.fake_connect import Actions, answer, serve
from tests.anki.samples import ALL, DENY, SANCTION, THEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def beside(tmp_path: Path) -> Iterator[tuple[AnkiConnect, Client]]:
    client = Client(tmp_path, connect=True)
    with serve(answer(Actions(client))) as url:
        yield AnkiConnect(url), client
    client.close()


def test_push_and_push_again(beside: tuple[AnkiConnect, Client]) -> None:
    anki, client = beside
    result = client.export(ALL, stamps={})
    first = push(anki, result.path)
    assert (first.new, first.notes, first.duplicates, first.elsewhere) == (6, 6, (), ())
    second = push(anki, client.export(ALL, stamps=result.stamps).path)
    assert (second.new, second.notes, second.duplicates) == (0, 6, ())
    assert client.col.note_count() == 6


def test_the_learners_tags_outlive_an_update(beside: tuple[AnkiConnect, Client]) -> None:
    anki, client = beside
    result = client.export([SANCTION], stamps={})
    push(anki, result.path)
    client.col.tags.bulk_add(list(client.col.find_notes("")), "leech marked my::tag")
    changed = replace(SANCTION, gloss="penalty", level="3")
    push(anki, client.export([changed], stamps=result.stamps, now=int(time.time()) + 100).path)
    note = client.notes()["uquba-n"]
    assert note["Gloss"] == "penalty"
    assert {"leech", "marked", "my::tag", "level::3"} <= set(note.tags)
    assert "level::2" not in note.tags


def test_what_a_learner_wrote_and_where_a_word_was_met_reach_notes_without_replacing_them(
    beside: tuple[AnkiConnect, Client],
) -> None:
    anki, client = beside
    first = client.export([SANCTION, DENY], ("newspaper",), stamps={})
    push(anki, first.path, result=first)
    note = client.notes()["nafa-v"]
    note["Note"], note["Spare 3"] = "my own words", "a mnemonic"
    client.col.update_note(note)
    again = [replace(SANCTION, article_ids=("council-arms", "other")), replace(DENY, gloss="refute")]
    later = int(time.time()) + 100
    second = client.export(again, ("newspaper",), stamps=first.stamps, now=later)
    assert second.updated == 1
    push(anki, second.path, result=second)
    notes = client.notes()
    assert {"article::council-arms", "article::other"} <= set(notes["uquba-n"].tags)
    assert (notes["nafa-v"]["Gloss"], notes["nafa-v"]["Spare 3"]) == ("refute", "a mnemonic")


def test_cards_asked_for_reach_a_note_that_was_edited_after_the_export(
    beside: tuple[AnkiConnect, Client],
) -> None:
    anki, client = beside
    first = client.export([SANCTION], ("newspaper",), stamps={})
    push(anki, first.path, result=first)
    wider = client.export([SANCTION], ("newspaper", "production", "cloze"), stamps=first.stamps, now=THEN + 9)
    note = client.notes()["uquba-n"]
    note["Note"] = "my own words"
    client.col.update_note(note)
    push(anki, wider.path, result=wider)
    assert set(client.cards("uquba-n")) == {"Newspaper", "Production", "Cloze"}
    assert client.notes()["uquba-n"]["Note"] == "my own words"
    assert list(client.col.get_empty_cards().notes) == []


def test_duplicates_and_cards_in_another_deck_are_named(beside: tuple[AnkiConnect, Client]) -> None:
    anki, client = beside
    path = client.export([SANCTION, DENY], stamps={}).path
    push(anki, path)
    col = client.col
    copy = col.new_note(col.models.by_name("Nashra Arabic News"))
    for name, value in client.notes()["nafa-v"].items():
        copy[name] = value
    col.add_note(copy, col.decks.id("Nashra::Statements"))
    col.set_deck([card.id for card in client.cards("uquba-n").values()], col.decks.id("Mine"))
    result = push(anki, path)
    assert (result.duplicates, result.elsewhere) == (("nafa-v",), ("uquba-n",))


def test_status_and_states_for_colouring(beside: tuple[AnkiConnect, Client]) -> None:
    anki, client = beside
    push(anki, client.export(ALL, ("newspaper",), stamps={}).path)
    client.review("uquba-n")
    client.col.sched.set_due_date([client.cards("nafa-v")["Newspaper"].id], "4!")
    client.col.sched.suspend_cards([client.cards("quwwa-n")["Newspaper"].id])
    found = states(anki)
    assert found["uquba-n"] == CardState("mature", 21)
    assert found["nafa-v"] == CardState("young", 3)  # 4 days: 3 or more
    assert found["quwwa-n"].state == "suspended"
    assert found["waqf-itlaq-al-nar-t"] == CardState("new", 0)
    now = status(anki)
    assert (now.version, now.notes, now.cards, now.new, now.mature) == (6, 6, 6, 4, 1)
    assert "Nashra::Sanctions" in now.decks


def test_states_are_asked_for_by_ones_own_keys(beside: tuple[AnkiConnect, Client]) -> None:
    anki, client = beside
    written = (
        "هدّ\u064eة & <x>/noun"  # shadda before its vowel, as people write it; Anki keeps the other order
    )
    push(anki, client.export([replace(SANCTION, key=written), DENY], ("newspaper", "cloze"), stamps={}).path)
    client.review("nafa-v", "Cloze")
    client.col.sched.suspend_cards([client.cards("nafa-v")["Newspaper"].id])
    assert states(anki, [written, "nafa-v", "nothing-n"]) == {
        written: CardState("new", 0),
        "nafa-v": CardState("mature", 21),
    }
    learning = client.notes()["nafa-v"].cards()
    for card in learning:
        card.queue, card.type, card.ivl = 1, 1, 0
        client.col.update_card(card)
    assert states(anki, ["nafa-v"]) == {"nafa-v": CardState("learning", 0)}


def test_known_words_of_a_running_anki(beside: tuple[AnkiConnect, Client]) -> None:
    anki, client = beside
    push(anki, client.export([SANCTION, DENY], stamps={}).path)
    client.review("uquba-n")
    notes = {note.fields["Id"]: note for note in studied_notes(anki)}
    assert (notes["uquba-n"].interval, notes["nafa-v"].interval) == (21, 0)
    assert notes["uquba-n"].fields["Sentence"].startswith("جدد مجلس الأمن العقوبات")
    assert studied_notes(anki, query="deck:Nothing") == []
    client.col.sched.suspend_cards([card.id for card in client.cards("nafa-v").values()])
    english = client.col.new_note(client.col.models.by_name("Basic"))
    english["Front"] = "no Arabic"
    client.col.add_note(english, client.col.decks.get_current_id())
    found = studied_notes(anki, 20)
    assert {note.fields["Id"]: (note.interval, note.suspended) for note in found} == {
        "uquba-n": (21, False),
        "nafa-v": (0, True),
    }


def test_nobody_there(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(NotRunningError, match="start Anki") as raised:
        push(AnkiConnect(url), tmp_path / "deck.apkg")
    assert "\n" not in str(raised.value)


def test_anki_says_no(beside: tuple[AnkiConnect, Client], tmp_path: Path) -> None:
    anki, _ = beside
    with pytest.raises(NashraError, match=r"Anki could not do it \(importPackage\)") as raised:
        push(anki, tmp_path / "missing.apkg")
    assert "\n" not in str(raised.value)
    with pytest.raises(NashraError, match="could not do it"):
        anki.call("noSuchAction")


@pytest.mark.parametrize(
    "body",
    [b"", b"hello", b"[]", b"null", b'{"result": 1}', b"[" * 100_000, b'{"error": null}', b"\xff\xfe"],
)
def test_what_answers_is_something_else(body: bytes) -> None:
    with serve(lambda _: body) as url, pytest.raises(NashraError, match="is not AnkiConnect"):
        status(AnkiConnect(url))


def test_an_error_with_line_breaks_and_controls_is_one_clean_line() -> None:
    body = json.dumps({"result": None, "error": "first\nsecond\x1b[31m\u202e"}).encode()
    with serve(lambda _: body) as url, pytest.raises(NashraError) as raised:
        AnkiConnect(url).version()
    assert str(raised.value).endswith("first second[31m")


@pytest.mark.parametrize("result", [None, 5, "x", [None, 3, {}], {"a": 1}, [[]]])
def test_answers_of_the_wrong_shape_do_not_crash(result: object) -> None:
    def reply(request: bytes) -> bytes:
        action = json.loads(request)["action"]
        value = {"version": 6, "findCards": [1, 2], "findNotes": [1, "x"]}.get(action, result)
        return json.dumps({"result": value, "error": None}).encode()

    with serve(reply) as url:
        assert states(AnkiConnect(url)) == {}
        assert status(AnkiConnect(url)).decks == ()


def test_other_failures_are_one_line() -> None:
    with serve(lambda _: b"", status=403) as url, pytest.raises(NashraError, match="HTTP 403"):
        AnkiConnect(url).version()
    old = json.dumps({"result": 5, "error": None}).encode()
    with serve(lambda _: old) as url, pytest.raises(NashraError, match="too old"):
        AnkiConnect(url).version()
    with pytest.raises(NashraError, match="not an address"):
        AnkiConnect("file:///etc/passwd")


def test_a_proxy_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with serve(lambda _: b'{"result": 6, "error": null}') as url:
        assert AnkiConnect(url).version() == 6
