"""The line of keys at the bottom of every screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.profiles import PLAIN
from reader.tui.app import NashraApp
from reader.tui.screens.glossary import GlossaryScreen
from reader.tui.widgets.keybar import Key, KeyBar, fitted
from reader.workspace import Workspace

WORDS = st.text("abcdefgh", min_size=1, max_size=8)
KEYS = st.lists(st.builds(Key, WORDS, WORDS, WORDS), max_size=12)


def line(app: NashraApp) -> str:
    return app.screen.query_one(KeyBar).render_line(0).text


@given(KEYS, KEYS, st.integers(0, 200))
def test_no_key_lies_over_another_or_beyond_the_edge(
    here: list[Key], everywhere: list[Key], width: int
) -> None:
    at = 0
    for column, key in fitted(here, everywhere, width):
        assert column >= at
        at = column + key.width
    assert at <= max(width, 0)


@pytest.mark.parametrize("width", [40, 80, 160])
async def test_the_way_to_help_is_there_at_every_width(width: int) -> None:
    app = NashraApp(Workspace(), PLAIN)
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        shown = line(app)
        assert len(shown) == width
        assert "/ filter" in shown
        assert "? help" in shown
        assert ("^p palette" in shown) == (width >= 100)


async def test_a_click_presses_the_key_and_the_line_follows_the_screen() -> None:
    app = NashraApp(Workspace(), PLAIN)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        await pilot.click(KeyBar, offset=(line(app).index("glossary"), 0))
        for _ in range(100):
            await pilot.pause()
            if isinstance(app.screen, GlossaryScreen):
                break
        assert isinstance(app.screen, GlossaryScreen)
        assert "/ filter" not in line(app)
