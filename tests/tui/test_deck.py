"""The words kept: their cards, their sentences, and the way out."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.config import Config
from reader.layout.profiles import PLAIN
from reader.tui.app import NashraApp
from reader.tui.exporting import Form
from reader.tui.screens.deck import DeckScreen
from reader.tui.screens.exporting import ExportScreen
from reader.tui.widgets.card import Card
from reader.tui.widgets.progress import Progress
from reader.tui.widgets.rows import Rows
from reader.workspace import Workspace
from tests.tui.test_reading import SIZE

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

SANCTION = ("uquba-n", "عُقُوبَة", "noun")
WEAPON = ("silah-n", "سِلَاح", "noun")
COUNCIL = ("majlis-al-amn-t", "مَجْلِسُ الأَمْنِ", "term")


def card(app: NashraApp) -> str:
    return "\n".join(line.text for line in app.screen.query_one(Card).content)


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    for _ in range(400):
        if true():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never came")


async def opened(pilot: Pilot[None], key: str) -> DeckScreen:
    await pilot.press("D")
    await until(pilot, lambda: isinstance(pilot.app.screen, DeckScreen))
    screen = pilot.app.screen
    assert isinstance(screen, DeckScreen)
    await until(pilot, lambda: screen.app.again is None)
    screen.query_one("#words", Rows).cursor = [word.key for word in screen._words].index(key)
    await pilot.pause()
    return screen


@pytest.fixture
def app() -> NashraApp:
    app = NashraApp(Workspace(), PLAIN)
    app.desk.mark([SANCTION, WEAPON, COUNCIL], "learning")
    return app


async def test_front_and_back_and_letting_words_go(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "uquba-n")
        rows = screen.query_one("#words", Rows)
        assert "[" in card(app)
        assert "sanction" not in card(app)
        await pilot.press("space")
        assert "sanction" in card(app)
        assert "root ع ق ب" in card(app)
        await pilot.press("x")
        assert rows.count == 2
        await pilot.press("u")
        assert rows.count == 3


async def test_each_kind_of_card_is_shown_as_anki_will_have_it(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "uquba-n")
        await pilot.press("c")
        assert card(app).startswith("sanction")
        assert "عقوب" not in card(app)
        await pilot.press("c")
        assert "…" in card(app)
        assert "عقوب" not in card(app)
        await pilot.press("c")
        assert "عقوب" not in card(app)
        await pilot.press("space")
        assert "عُقُوبَة" in card(app)


async def test_a_term_is_marked_as_one_and_shows_its_words(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "majlis-al-amn-t")
        assert "مجلس الأمن]" in card(app)
        await pilot.press("space")
        assert "council" in card(app)
        assert "security" in card(app)


async def test_another_sentence_is_remembered_and_the_first_comes_round_again(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "uquba-n")
        first = card(app)
        await pilot.press("s")
        second = card(app)
        assert second != first
        chosen = Workspace().store.sentences()["uquba-n"]
        await pilot.press("S")
        assert card(app) == first
        assert Workspace().store.sentences()["uquba-n"] != chosen


async def test_the_cards_are_chosen_with_each_export_and_remembered(app: NashraApp, tmp_path: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "uquba-n")
        assert "3 • in no deck yet" in str(screen.query_one("#head").render())
        await pilot.press("e")
        assert isinstance(app.screen, ExportScreen)
        app.screen.query_one("#questions", Rows).cursor = 3
        await pilot.press("space", "enter")
        await until(pilot, lambda: app.screen is screen)
        assert zipfile.is_zipfile(tmp_path / "nashra.apkg")
        assert {stamp[2] for stamp in Workspace().store.stamps().values()} == {0b11}
        assert "in no deck yet" not in str(screen.query_one("#head").render())
        await pilot.press("e")
        rows = {row.name: row.on for row in app.screen._form.rows()}
        assert (rows["newspaper"], rows["production"], rows["cloze"]) == (True, True, False)


async def test_no_kind_of_card_and_no_anki_are_said_on_the_spot(app: NashraApp, tmp_path: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, "uquba-n")
        await pilot.press("p", "down", "space", "enter")
        assert "at least one" in str(app.screen.query_one("#target").render())
        await pilot.press("space", "enter")
        await until(pilot, lambda: "start Anki" in str(app.screen.query_one("#target").render()))
        assert (Workspace().store.stamps()) != {}
        assert list(tmp_path.glob("*.apkg")) == []


async def test_stopping_leaves_no_file(
    app: NashraApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot, "uquba-n")
        await pilot.press("e")
        monkeypatch.setattr("reader.anki.package._write_zip", lambda *_: time.sleep(0.3))
        await pilot.press("enter", "escape")
        assert "nothing was written" in str(app.screen.query_one("#target").render())
        assert app.screen.query_one(Progress).said == ""
        await pilot.pause(0.6)
        assert list(tmp_path.glob("*.apkg")) == []
        await pilot.press("escape")
        assert app.screen is screen


def test_the_answers_say_which_words_and_where() -> None:
    form = Form(article="talks", kept=60, kept_here=4, words="article", ticked={"newspaper", "typed"})
    assert form.choice().articles == ("talks",)
    assert form.path(Path("x")).name == "talks.apkg"
    said = []
    for _ in range(4):
        said.append(form.words)
        form.turn(0)
    assert said == ["article", "all", "20", "50"]
    form.turn(0, -1)
    assert form.choice().limit == 50
    form.turn(1)
    assert form.path(Path("x")).name == "nashra.tsv"
    assert form.options(Config()).deck.typed is True
