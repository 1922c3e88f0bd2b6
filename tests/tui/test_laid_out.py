"""On every screen each Arabic letter has gone through the layout: titles, tables, cards, prompts, notices, borders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from corpus.errors import NashraError
from corpus.feeds import Feeds
from reader.layout.profiles import PLAIN
from reader.layout.text import display
from reader.tui.app import NashraApp
from reader.tui.screens.asking import AskingScreen
from reader.tui.screens.cleaning import CleaningScreen
from reader.tui.screens.deck import DeckScreen
from reader.tui.screens.exporting import ExportScreen
from reader.tui.screens.glossary import GlossaryScreen
from reader.tui.screens.inbox import InboxScreen
from reader.tui.screens.keys import KeysScreen
from reader.tui.screens.palette import PaletteScreen
from reader.workspace import Workspace
from tests.tui.test_asking import asking
from tests.tui.test_books import glossary
from tests.tui.test_reading import idle, settled

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.screen import Screen

SIZE = (160, 36)
RAW = re.compile("[\u0621-\u063a\u0641-\u064a]")
"""A letter as it is typed, which no screen may show: in a cell it stands alone and in the wrong place."""
MARKS = re.compile("[\u064b-\u0652]")
TITLE = "مجلس الأمن يجدد العقوبات (ATACMS)"
TEXT = f"{TITLE}\n\nقال الرئيس إن العقوبات ستبقى «سنتين». وأضاف أن المعاهدة لم توقع بعد.\n"
KEPT = ("uquba-n", "عُقُوبَة", "noun")


@pytest.fixture
def article(tmp_path: Path) -> str:
    """An article with an Arabic title, tag and source, a kept word, and an item of an Arabic feed."""
    folder = tmp_path / "ملفات"
    folder.mkdir()
    path = folder / "صفحة.txt"
    path.write_text(TEXT, encoding="utf-8")
    desk = Workspace()
    id = desk.bring(str(path)).id
    desk.library.tag(id, "عقوبات")
    desk.mark([KEPT], "learning", id)
    conn = desk.library.conn
    conn.execute("INSERT INTO feed (url, title, added) VALUES ('http://a.b/rss', 'وكالة الأنباء', '2024')")
    conn.execute(
        "INSERT INTO inbox (feed, key, title, url, date, content, seen) "
        "VALUES (1, 'k', 'قمة في سيول', 'http://a.b/1', '2024-05-01', '', '2024')"
    )
    return id


async def look(pilot: Pilot[None], kind: type[Screen[Any]] | None, *said: str) -> None:
    """The screen shows each of these, laid out, and no letter that is not."""
    for _ in range(6):
        await pilot.pause()
    if kind is not None:
        assert isinstance(pilot.app.screen, kind)
    rows = [strip.text for strip in pilot.app.screen._compositor.render_strips()]
    raw = [row for row in rows if RAW.search(row)]
    assert not raw
    bare = MARKS.sub("", "\n".join(rows))
    for text in said:
        assert display(text).text in bare, text


async def test_the_article_and_all_that_opens_from_it(article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    app = NashraApp(Workspace(), PLAIN, article)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settled(pilot)
        await look(pilot, None, TITLE, "عقوبة", "«سنتين»")
        await pilot.press("slash", *"الرئيس")
        await look(pilot, None, "الرئيس")
        await pilot.press("escape", "space", "u")
        await look(pilot, None, "is new again")
        await pilot.press("T")
        await look(pilot, None)
        await pilot.press("w")
        await look(pilot, None)
        await pilot.press("r")
        await look(pilot, None)
        await pilot.press("a", *"سلام")
        await look(pilot, None)
        await pilot.press("escape", "question_mark")
        await look(pilot, KeysScreen)
        await pilot.press("escape", "c")
        await look(pilot, CleaningScreen)
        await pilot.press("r")
        await look(pilot, CleaningScreen, "المعاهدة")
        await pilot.press("q", "ctrl+p", *"العقوبات")
        await look(pilot, PaletteScreen, TITLE)
        await pilot.press("escape", "D")
        await look(pilot, DeckScreen, "عقوبة")
        for _ in range(4):
            await pilot.press("space")
            await look(pilot, DeckScreen)
            await pilot.press("c")
        monkeypatch.setattr("reader.tui.screens.exporting._write", fails)
        await pilot.press("e")
        await look(pilot, ExportScreen)
        await pilot.press("enter")
        await look(pilot, ExportScreen, "ملفات")


def fails(*_: object) -> object:
    """An export that cannot be written, into a folder with an Arabic name."""

    def work(*_: object) -> object:
        raise NashraError("cannot write into ملفات.")

    return work


@pytest.mark.usefixtures("article")
async def test_the_library_the_inbox_and_the_glossary(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Feeds, number: int) -> object:
        raise NashraError(f"قمة في سيول: item {number} does not answer.")

    monkeypatch.setattr(Feeds, "take", fail)
    monkeypatch.setattr(NashraApp, "read_again", lambda self: None)
    app = NashraApp(Workspace(), PLAIN)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await idle(pilot)
        await look(pilot, None, TITLE, "عقوبات")
        await pilot.press("slash", *"مجلس")
        await look(pilot, None, "مجلس", TITLE)
        await pilot.press("enter", "number_sign", *" حرب")
        await look(pilot, None, "حرب")
        await pilot.press("enter")
        await look(pilot, None, "حرب")
        await pilot.press("escape", "i", *"قال.txt", "enter")
        await look(pilot, None, "قال")
        await pilot.press("escape", "F")
        await look(pilot, InboxScreen, "قمة في سيول")
        await pilot.press("space")
        for _ in range(20):
            await pilot.pause()
        await look(pilot, InboxScreen, "قمة في سيول")
        await pilot.press("q", "g")
        await glossary(pilot)
        await pilot.press("slash", *"عقوبات")
        await look(pilot, GlossaryScreen, "عقوبات")
        await pilot.press("enter", "o")
        await look(pilot, GlossaryScreen, "عقوبة")
        await pilot.press("r")
        await look(pilot, GlossaryScreen)


async def test_the_question() -> None:
    app = asking()
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await look(pilot, AskingScreen, "قال المتحدث (ATACMS) إن 12 صاروخا سقطت.")
