"""The glossary, the deck and own entries on the screen."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reader.layout.profiles import PLAIN
from reader.tui.app import NashraApp
from reader.tui.screens.glossary import GlossaryScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.card import Card
from reader.tui.widgets.rows import Rows
from reader.workspace import Workspace
from tests.tui.test_reading import SIZE, card_text, settled, token_of

SANCTION = ("uquba-n", "عُقُوبَة", "noun")


def shown(app: NashraApp, id: str) -> str:
    return "\n".join(line.text for line in app.screen.query_one(f"#{id}", Card).content)


async def glossary(pilot: Pilot[None]) -> GlossaryScreen:
    for _ in range(1500):
        await pilot.pause(0.02)
        screen = pilot.app.screen
        if isinstance(screen, GlossaryScreen) and screen.query_one("#entries", Rows).count:
            return screen
    raise AssertionError("the glossary never came up")


@pytest.fixture
def app() -> NashraApp:
    return NashraApp(Workspace(), PLAIN)


async def test_the_glossary_is_browsed_by_domain(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("g")
        screen = await glossary(pilot)
        first = screen._shown
        await pilot.press("down", "down")
        assert screen._shown != first
        domain = screen._domains[2]
        assert all(domain in record.domain for record in screen._shown)
        await pilot.press("enter", "down")
        record = screen._current()
        assert record is screen._shown[1]
        assert shown(app, "entry")


@pytest.mark.parametrize("typed", ["عقوبات", "sanction", "uqubat", "والعقوبات"])
async def test_the_glossary_is_searched_both_ways(app: NashraApp, typed: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("g")
        screen = await glossary(pilot)
        await pilot.press("slash", *typed, "enter")
        assert "uquba-n" in {record.id for record in screen._shown}


async def test_an_entry_leads_to_its_root_and_back_and_is_kept(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("g")
        screen = await glossary(pilot)
        await pilot.press("slash", *"sanction", "enter")
        screen.query_one("#entries", Rows).cursor = [r.id for r in screen._shown].index("uquba-n")
        await pilot.press("r")
        assert {getattr(record, "root", None) for record in screen._shown} == {"عقب"}
        await pilot.press("backspace")
        assert [record.id for record in screen._shown] == ["uquba-n"]
        await pilot.press("space")
        assert Workspace().store.state("uquba-n") == "learning"
        await pilot.press("o")
        assert "[" in shown(app, "entry")
        await pilot.press("q")


async def test_a_word_gets_an_entry_of_ones_own_from_its_card() -> None:
    app = NashraApp(Workspace(), PLAIN, "arms-to-russia")
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        screen.view.cursor = token_of(screen.view, "الأسلحة")
        await pilot.pause()
        gloss = card_text(screen)
        await pilot.press("a", *"armament", "enter")
        for _ in range(10):
            await pilot.pause()
        assert isinstance(app.screen, ReadingScreen)
        assert card_text(screen).splitlines().count("armament") == 1
        assert screen.view.looks.analysis(screen.view.cursor).source == "user"
        await pilot.press("u")
        for _ in range(10):
            await pilot.pause()
        assert card_text(screen) == gloss
        assert screen.view.looks.analysis(screen.view.cursor).source != "user"
        await pilot.press("a", "end", *"ry", "enter")
        for _ in range(10):
            await pilot.pause()
        gloss = screen.view.looks.analysis(screen.view.cursor).gloss or ""
        assert gloss.endswith("ry")
        assert gloss != "ry"  # a key that moves keeps the text
