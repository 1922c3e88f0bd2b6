"""The first-run question: the same line sent in several ways, one key, remembered."""

from __future__ import annotations

import pytest

from reader.layout.detect import detect
from reader.layout.profiles import PROFILES, Profile
from reader.settings import bidi_name
from reader.tui.app import NashraApp
from reader.tui.asking import settled
from reader.tui.screens.asking import AskingScreen, Sample
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen
from reader.workspace import Workspace
from tests.tui.test_reading import ARTICLE, SIZE
from tests.tui.test_reading import settled as opened

ENV = {"TERM": "xterm-kitty"}


def asking(article: str | None = None) -> NashraApp:
    desk = Workspace()
    profile, question = settled(detect(ENV), lambda: desk.settings, ENV)
    return NashraApp(desk, profile, article, question)


async def test_a_key_takes_a_line_and_the_article_opens_with_it() -> None:
    app = asking(ARTICLE)
    told: list[Profile] = []
    app.on_profile = told.append
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, AskingScreen)
        lines = [sample.render_line(1).text for sample in app.screen.query(Sample)]
        assert len(lines) == 3
        assert len(set(lines)) == 3
        assert "ATACMS" in lines[1]
        await pilot.press("2")
        screen = await opened(pilot)
        assert isinstance(screen, ReadingScreen)
        assert app.profile is PROFILES["plain"]
        assert told == [PROFILES["plain"]]
    again = asking(ARTICLE)
    assert again.profile.name == "plain"
    again.on_forget = lambda: again.desk.settings.forget(bidi_name(detect(ENV), ENV))
    async with again.run_test(size=SIZE) as pilot:
        await opened(pilot)
        await pilot.press("ctrl+p", *"ask again", "enter")
        await pilot.pause()
    assert asking()._question is not None


async def test_none_of_them_goes_on_with_the_guess_and_asks_again_next_time() -> None:
    app = asking()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("0")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        assert app.profile.name == "kitty"
    assert asking()._question is not None


async def test_a_click_on_a_line_takes_it() -> None:
    app = asking()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.click(list(app.screen.query(Sample))[2])
        await pilot.pause()
        assert app.profile.name == "kitty-split"
        assert isinstance(app.screen, LibraryScreen)


@pytest.mark.parametrize("size", [(40, 20), (20, 8), (3, 3)])
async def test_the_question_survives_small_screens(size: tuple[int, int]) -> None:
    app = asking()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        assert app.profile.name == "kitty"
