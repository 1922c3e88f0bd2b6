"""Type that Arabic can bear: never slanted, and in kitty never bold in the middle of a line."""

from __future__ import annotations

from rich.style import Style
from textual.color import Color

from reader.layout.profiles import PLAIN, PROFILES, inside
from reader.study.answer import CardLine
from reader.tui.app import NashraApp
from reader.tui.faces import even, upright
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.card import Card
from reader.workspace import Workspace
from tests.tui.test_reading import ARTICLE, SIZE
from tests.tui.test_reading import settled as opened


def test_arabic_is_upright_and_english_may_slant() -> None:
    slanted = Style(italic=True, bold=True)
    assert upright("a branch: سلاح الجو", slanted, PLAIN) == Style(italic=False, bold=True)
    assert upright("a branch", slanted, PLAIN) == slanted
    assert upright("a branch", slanted, inside(PLAIN, "screen")) == Style(italic=False, bold=True)


def test_a_word_stands_out_in_kitty_without_bold() -> None:
    style = Style(color="yellow", bold=True)
    assert even(style, PROFILES["plain"]) == style
    assert even(style, PROFILES["kitty"]) == Style(color="yellow", bold=False, underline2=True)


async def test_a_kept_word_parts_no_line_in_kitty_and_a_note_with_arabic_is_not_slanted() -> None:
    app = NashraApp(Workspace(), PROFILES["kitty"], ARTICLE)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        assert isinstance(screen, ReadingScreen)
        await pilot.press("down", "space")
        await pilot.pause()
        view = screen.view
        rows = [view.render_line(y) for y in range(2, view.size.height)]
        styles = [s.style for row in rows for s in row if s.style is not None]
        assert not any(style.bold for style in styles)
        assert any(style.underline2 for style in styles)
        card = screen.query_one(Card)
        card.show([CardLine("a note: سلاح", "ltr", "note"), CardLine("a note", "ltr", "note")])
        first, second = (next(s.style for s in card.render_line(y) if s.text.strip()) for y in (0, 1))
        assert first is not None
        assert not first.italic
        assert second is not None
        assert second.italic


async def test_another_theme_reaches_the_card_and_the_grounds_of_the_article() -> None:
    app = NashraApp(Workspace(), PROFILES["plain"], ARTICLE)
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(pilot)
        assert isinstance(screen, ReadingScreen)
        app.theme = "nashra-light"
        await pilot.pause()
        await pilot.pause()
        for widget in (screen.query_one(Card), screen.view):
            for segment in (
                segment for y in range(8) for segment in widget.render_line(y) if segment.text.strip()
            ):
                style = segment.style
                assert style is not None
                letters, ground = style.color, style.bgcolor
                assert letters is not None
                assert letters.triplet is not None
                assert ground is not None
                assert ground.triplet is not None
                assert Color(*letters.triplet).brightness < 0.65 < Color(*ground.triplet).brightness
