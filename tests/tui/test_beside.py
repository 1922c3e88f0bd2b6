"""Words in Anki's colours: asked beside the reading, silent where there is no Anki, and the reader's own word comes first."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.anki.connect import CardState
from reader.config import Config
from reader.layout.profiles import PLAIN
from reader.study.standing import Standing, in_words
from reader.tui.app import NashraApp
from reader.tui.beside import ask, listening
from reader.tui.looks import Looks
from reader.tui.screens.reading import ReadingScreen, coloured
from reader.tui.theme import THEMES
from reader.workspace import Workspace
from tests.anki.fake_connect import serve
from tests.tui.test_reading import ARTICLE, SIZE, card_text, settled, token_of

CARDS = {"silah-n": (1, 30, False), "nafa-v": (2, 5, False), "bay-n": (3, 0, True), "wasafa-v": (4, 0, False)}
"""Key -> (card, days, suspended) in our Anki; the last has not been seen yet."""


def anki(body: bytes) -> bytes:
    """What AnkiConnect says of CARDS."""
    asked = json.loads(body)
    query = asked["params"].get("query", "")
    result: object = 6
    if asked["action"] == "findNotes":
        result = [card for card, _, _ in CARDS.values()]
    elif asked["action"] == "findCards":
        days = re.search(r"ivl>=(\d+)", query)
        result = [
            card
            for card, interval, suspended in CARDS.values()
            if (suspended if "is:suspended" in query else interval >= int(days[1]) if days else interval > 0)
        ]
    elif asked["action"] == "notesInfo":
        result = [
            {"noteId": card, "cards": [card], "fields": {"Id": {"value": key, "order": 0}}}
            for key, (card, _, _) in CARDS.items()
            if card in asked["params"]["notes"]
        ]
    return json.dumps({"result": result, "error": None}).encode()


@pytest.fixture
def address() -> Iterator[str]:
    with serve(anki) as url:
        yield url


@pytest.fixture
def nobody() -> str:
    """An address on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coloured, "LATER", 0.01)


def app_with(home: Path, address: str, *, colours: bool = True, exported: bool = True) -> NashraApp:
    desk = Workspace()
    desk.__dict__["config"] = Config(anki_address=address, anki_colours=colours)
    if exported:
        desk.store.save_stamps({"silah-n": ("0", 0, 1)})
    return NashraApp(desk, PLAIN, ARTICLE)


async def until(pilot: Pilot[None], happened: Callable[[], bool]) -> None:
    for _ in range(200):
        await pilot.pause(0.01)
        if happened():
            return
    raise AssertionError("it never happened")


def look_of(screen: ReadingScreen, word: str) -> int:
    return screen.view.looks.look(token_of(screen.view, word)) & Looks.STATES


async def test_words_have_the_look_of_their_card(home: Path, address: str) -> None:
    app = app_with(home, address)
    app.desk.mark([("nafa-v", "نَفَى", "verb")], "learning")
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await until(pilot, lambda: len(app.desk.standing) == len(CARDS))
        assert look_of(screen, "الأسلحة") == Looks.MATURE
        assert look_of(screen, "تنفي") == Looks.YOUNG
        assert look_of(screen, "بيع") == Looks.SUSPENDED
        screen.view.cursor = token_of(screen.view, "الأسلحة")
        await pilot.pause()
        assert "in Anki, mature: 21 days or more" in card_text(screen)
        await pilot.press("k")
        assert look_of(screen, "الأسلحة") == 0, "what the reader says comes before what Anki says"
        await pilot.press("C")
        await pilot.pause()
        assert look_of(screen, "بيع") == Looks.NEW
        assert look_of(screen, "تنفي") == Looks.LEARNING
        await pilot.press("C")
        await until(pilot, lambda: look_of(screen, "بيع") == Looks.SUSPENDED)
        assert any("Anki has 4 of your words" in n.message for n in app._notifications)


@pytest.mark.parametrize(("colours", "exported"), [(False, True), (True, False)])
async def test_nobody_is_asked_who_does_not_want_it_or_never_made_a_deck(
    home: Path, address: str, colours: bool, exported: bool
) -> None:
    app = app_with(home, address, colours=colours, exported=exported)
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.pause(0.2)
        assert len(app.desk.standing) == 0
        await pilot.press("C")  # but a key may ask
        await until(pilot, lambda: look_of(screen, "الأسلحة") == Looks.MATURE)


async def test_without_an_anki_nothing_is_said_until_it_is_asked_for(home: Path, nobody: str) -> None:
    app = app_with(home, nobody)
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await until(pilot, lambda: not app.desk.standing.old)
        assert not app._notifications
        assert look_of(screen, "الأسلحة") == Looks.NEW
        await pilot.press("C")
        await until(pilot, lambda: any("does not answer" in n.message for n in app._notifications))


async def test_what_is_no_anki_is_said_only_when_it_is_asked_for(home: Path) -> None:
    with serve(lambda body: b"<html>") as address:
        app = app_with(home, address)
        async with app.run_test(size=SIZE) as pilot:
            await settled(pilot)
            await pilot.pause(0.2)
            assert not app._notifications
            await pilot.press("C")
            await until(pilot, lambda: any("AnkiConnect" in n.message for n in app._notifications))


@pytest.mark.parametrize("address", ["", "nonsense", "http://", "http://127.0.0.1:99999", "http://[::1"])
def test_an_address_that_is_none_has_nobody(address: str) -> None:
    assert not listening(address)
    assert ask(Config(anki_address=address)) == {}


def test_keys_are_found_however_their_marks_are_ordered() -> None:
    import unicodedata

    key = "مُحَمَّد/name"
    standing = Standing()
    standing.take({unicodedata.normalize("NFC", key): CardState("young", 7)})
    turned = key.replace("\u0651\u064e", "\u064e\u0651")
    assert standing.of(key) == standing.of(turned) == CardState("young", 7)
    assert standing.of(None) is None
    assert standing.of("other-n") is None


def test_a_cards_state_is_said_in_words() -> None:
    for state, days, wanted in (
        ("new", 0, "not seen"),
        ("learning", 0, "first steps"),
        ("young", 1, "1 day or"),
        ("mature", 90, "90 days"),
        ("suspended", 7, "suspended"),
    ):
        assert wanted in in_words(CardState(state, days))  # type: ignore[arg-type]


async def test_without_colours_every_state_has_a_line_or_a_weight_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = NashraApp(Workspace(), PLAIN, ARTICLE)
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        styles = [
            screen.view._style(look) for look in (0, Looks.NEW, Looks.LEARNING, Looks.YOUNG, Looks.SUSPENDED)
        ]
        faces = {(bool(s.bold), bool(s.underline), bool(s.strike)) for s in styles}
        assert len(faces) == len(styles)


def test_every_theme_has_the_colours() -> None:
    for theme in THEMES:
        assert {"word-new", "word-learning", "word-young", "word-mature", "quiet"} <= set(theme.variables)
