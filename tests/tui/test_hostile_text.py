"""Any text on the reading screen at any size: nothing crashes, nothing leaves its pane, nothing is obeyed."""

from __future__ import annotations

import asyncio
import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.pilot import Pilot

from corpus.article import Article, Paragraph, Sentence
from reader.layout.profiles import PLAIN
from reader.tui.app import NashraApp
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.card import Card
from reader.workspace import Workspace
from tests.layout.strategies import HOSTILE, TEXT

FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SIZES = ((1, 1), (3, 9), (45, 12), (100, 30))
WORST = [
    "\u0651" * 300,
    "ك" * 4000,
    "中" * 500 + "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 40,
    "\ud800قال\udfff \x1b[31m\u202eأحمر\u2066 \u200b\u200d\ufeff",
    "\u200f\u200e\u200b",
    " \u00a0\u3000\t ",
    "كلمة\n\r\x0b\x85\u2028تحتها",
    "(((" * 100 + "]]]" * 100,
    "",
]


def article(texts: list[str]) -> Article:
    """With each text as a paragraph, a sentence and its English."""
    return Article(
        id="hostile",
        title=texts[0],
        title_english=texts[-1],
        source=texts[len(texts) // 2],
        date=texts[0],
        paragraphs=tuple(
            Paragraph(text, (Sentence(0, len(text), texts[n - 1] or None),) if text else ())
            for n, text in enumerate(texts)
        ),
    )


def whole(screen: ReadingScreen) -> None:
    """Every row of every pane is as wide as the pane, and holds nothing that a terminal would obey."""
    for widget in (screen.view, screen.query_one(Card)):
        width = widget.scrollable_content_region.width if widget is screen.view else widget.size.width
        for y in range(widget.size.height):
            strip = widget.render_line(y)
            text = strip.text
            assert strip.cell_length == width
            assert cell_len(text) == width
            assert not FORBIDDEN.search(text)
    for strip in screen._compositor.render_strips():
        assert strip.cell_length <= screen.size.width
        assert not FORBIDDEN.search(strip.text)


async def reading(pilot: Pilot[None]) -> ReadingScreen:
    for _ in range(100):
        await pilot.pause(0.01)
        screen = pilot.app.screen
        if isinstance(screen, ReadingScreen) and screen.view._looks is not None and not screen.view._bare:
            return screen
    raise AssertionError("the article never came up")


async def session(texts: list[str]) -> None:
    made = article(texts)
    app = NashraApp(Workspace(), PLAIN, made)
    async with app.run_test(size=SIZES[-1]) as pilot:
        screen = await reading(pilot)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            for keys in (
                ("home", "left", "down", "pagedown"),
                ("t", "end", "right", "w", "up", "d"),
                ("t", "v", "left", "y", "n", "slash", "k", "escape", "d"),
            ):
                for key in keys:
                    app.simulate_key(key)
                await pilot.pause()
                whole(screen)
        assert app.is_running


@pytest.mark.usefixtures("home")
@settings(
    max_examples=2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.one_of(HOSTILE, TEXT), min_size=1, max_size=5))
@example(WORST)
def test_the_screen_holds_whatever_the_text_is(texts: list[str]) -> None:
    asyncio.run(session(texts))


@pytest.mark.parametrize("text", ["كلمة في جملة. " * 75_000, "ك" * 1_000_000, "كلمة،" * 200_000])
async def test_of_a_paragraph_of_a_million_letters_only_what_is_in_view_is_worked_on(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Article("long", "عنوان", (Paragraph(text, ()),))
    app = NashraApp(Workspace(), PLAIN, made)
    async with app.run_test(size=(100, 30)) as pilot:
        monkeypatch.setattr("reader.tui.idle.Idle._work", lambda idle: None)  # nothing between keys
        screen = await reading(pilot)
        await pilot.press("down", "left", "pagedown")
        whole(screen)
        document = screen.view.document
        assert screen.query_one(Card).content
        assert screen.view.here > len(made.title)
        assert document.reached < 50_000
        assert len(document.tokens) < 20_000
        await pilot.press("t", "space", "w", "d")
        whole(screen)
