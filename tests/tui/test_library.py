"""The library and the inbox, driven by keys."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from corpus.errors import NashraError
from corpus.feeds import Feed, FeedResult, Feeds
from corpus.library import AddResult
from corpus.summary import Summary
from reader.layout.profiles import PLAIN
from reader.tui.app import NashraApp
from reader.tui.screens.inbox import InboxScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.progress import Progress
from reader.tui.widgets.rows import Rows
from reader.tui.widgets.status import Status
from reader.workspace import Workspace
from tests.tui.test_reading import SIZE

PAGE = "قمة في سيول\n\nشارك على فيسبوك\n\nعقد الرئيس قمة في سيول.\n"


@pytest.fixture
def app() -> NashraApp:
    return NashraApp(Workspace(), PLAIN)


async def until(pilot: Pilot[None], happened: Callable[[], object]) -> None:
    for _ in range(1500):
        await pilot.pause(0.02)
        if happened():
            return
    raise AssertionError("it never happened")


async def library(pilot: Pilot[None]) -> LibraryScreen:
    """The library, once nothing is under way."""
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, LibraryScreen)
    await until(pilot, lambda: pilot.app.again is None and not screen.job.busy)
    return screen


def said(app: NashraApp) -> str:
    return "\n".join(notice.message.replace("\n", " ") for notice in app._notifications)


def lines(screen: LibraryScreen) -> list[Summary]:
    return [line for index in range(len(screen.listing)) if (line := screen.listing.line(index))]


def here(screen: LibraryScreen) -> str:
    current = screen.current
    assert current is not None
    return current.id


async def test_articles_are_read_with_the_dictionary_while_keys_work(app: NashraApp) -> None:
    library_ = Workspace().library
    stale = len(library_.stale(app.desk.dictionary))
    assert stale > 10
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        rows = screen.query_one(Rows)
        await pilot.press("down")
        assert rows.cursor == 1
        await until(pilot, lambda: pilot.app.again is None)
        assert not screen.query_one(Progress).display
        assert library_.stale(app.desk.dictionary) == []
        assert all(line.known_share is not None for line in lines(screen))


async def test_esc_stops_the_reading_and_the_next_visit_goes_on(
    app: NashraApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.app.SLICE", 0.05)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        await until(pilot, lambda: screen.query_one(Progress).display)
        assert "Esc" in screen.query_one(Progress).said
        await pilot.press("escape")
        left = len(app.desk.library.stale(app.desk.dictionary))
        assert left > 0
        await pilot.pause(0.2)
        assert len(app.desk.library.stale(app.desk.dictionary)) == left
        await pilot.press("D", "q")
        await until(pilot, lambda: not app.desk.library.stale(app.desk.dictionary))


async def test_the_app_may_close_in_the_middle_of_the_reading(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: app.again is not None)
        again = app.again
    assert again is not None
    app.again = again
    app._read_slice(again)  # the timer that was under way
    assert app.again is again


async def test_an_article_is_archived_found_there_and_taken_back(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await library(pilot)
        rows = screen.query_one(Rows)
        all_of_them, id = rows.count, here(screen)
        await pilot.press("A")
        assert rows.count == all_of_them - 1
        await pilot.press("z")
        assert [line.id for line in lines(screen)] == [id]
        await pilot.press("A", "escape")
        assert rows.count == all_of_them
        await pilot.press("A", "u")
        assert rows.count == all_of_them
        assert here(screen) in {line.id for line in lines(screen)}


async def test_tags_are_written_filtered_by_and_taken_back(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await library(pilot)
        rows = screen.query_one(Rows)
        all_of_them, id = rows.count, here(screen)
        await pilot.press("number_sign", "ctrl+u", *"war, #exam", "enter")
        assert set(Workspace().library.summary(id).tags) == {"war", "exam"}
        await pilot.press("number_sign", *"late", "enter")
        assert set(Workspace().library.summary(id).tags) == {"war", "exam", "late"}
        await pilot.press("u", "slash", *"#exam", "enter")
        assert rows.count == 1
        await pilot.press("number_sign", "ctrl+u", *"war", "enter")
        assert Workspace().library.summary(id).tags == ("war",)
        await pilot.press("escape", "u")
        assert rows.count == all_of_them
        assert set(Workspace().library.summary(id).tags) == {"war", "exam"}


async def test_esc_in_the_filter_shows_all_articles_again(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        rows = (await library(pilot)).query_one(Rows)
        all_of_them = rows.count
        await pilot.press("slash", *"treaty")
        assert rows.count == 1
        await pilot.press("escape")
        assert rows.count == all_of_them


async def test_esc_clears_the_filter_before_it_stops_the_reading(
    app: NashraApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.app.SLICE", 0.05)
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: app.again is not None)
        rows = app.screen.query_one(Rows)
        all_of_them = rows.count
        await pilot.press("slash", *"treaty", "enter")
        assert rows.count == 1
        await pilot.press("escape")
        assert rows.count == all_of_them
        assert app.again is not None
        await pilot.press("escape")
        assert app.again is None


async def test_the_order_is_said_and_its_column_marked(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await library(pilot)
        await pilot.press("s", "s", "s", "s")
        assert screen.sort == "words"
        words = [line.words for line in lines(screen)]
        assert words == sorted(words)
        assert "▾words" in screen.query_one("#heads", Status).text
        assert "by words" in screen.query_one("#head", Status).text


async def test_import_says_what_was_taken_out(app: NashraApp, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    async with app.run_test(size=SIZE) as pilot:
        screen = await library(pilot)
        await pilot.press("i", *"page.txt", "enter")
        await library(pilot)
        assert "imported 1" in said(app)
        assert "share-line" in said(app)
        assert screen.current is not None
        assert screen.current.title == "قمة في سيول"


async def test_esc_stops_an_import_that_does_not_come(
    app: NashraApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = threading.Event()

    def slow(
        ref: str, english: object = None, progress: Callable[[int, int | None], None] | None = None
    ) -> object:
        assert progress is not None
        try:
            for done in range(10_000):
                progress(done, 10_000)
                time.sleep(0.01)
        finally:
            gone.set()

    monkeypatch.setattr("reader.workspace.read_sources", slow)
    async with app.run_test(size=SIZE) as pilot:
        screen = await library(pilot)
        count = screen.query_one(Rows).count
        await pilot.press("i", *"http://a.b/", "enter")
        await until(pilot, lambda: "MB" in screen.query_one(Progress).said)
        await pilot.press("j")
        assert screen.query_one(Rows).cursor == 1
        await pilot.press("escape")
        assert not screen.query_one(Progress).display
        assert gone.wait(5)
        await pilot.pause()
        assert screen.query_one(Rows).count == count


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Three items in the inbox; taking one brings a page without the network."""
    from corpus.importers.text import import_text

    library = Workspace().library
    library.conn.execute("INSERT INTO feed (url, title, added) VALUES ('http://a.b/rss', 'A feed', '2024')")
    for number, title in enumerate(("قمة في سيول", "عقوبات جديدة", "معاهدة دفاع"), 1):
        library.conn.execute(
            "INSERT INTO inbox (feed, key, title, url, date, content, seen) VALUES (1, ?, ?, ?, '2024-05-01', '', '2024')",
            (f"k{number}", title, f"http://a.b/{number}"),
        )

    def take(self: Feeds, number: int) -> AddResult:
        if number == 3:
            raise NashraError("a.b does not answer; try again later.")
        added = self.library.add(import_text(PAGE.encode(), "page.txt"))
        self.conn.execute(
            "UPDATE inbox SET state = 'imported', article = ? WHERE number = ?", (added.id, number)
        )
        return added

    monkeypatch.setattr(Feeds, "take", take)


@pytest.mark.usefixtures("feed")
async def test_items_are_taken_dismissed_and_read(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await library(pilot)
        await pilot.press("F")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, InboxScreen)
        rows = screen.query_one(Rows)
        assert [item.number for item in screen.items] == [3, 2, 1]
        await pilot.press("space")
        await until(pilot, lambda: not screen.job.busy)
        assert "does not answer" in said(app)
        assert rows.count == 3
        await pilot.press("x", "x")
        assert [item.number for item in screen.items] == [1]
        await pilot.press("u", "u")
        assert [item.number for item in screen.items] == [3, 2, 1]
        assert rows.cursor == 0
        await pilot.press("u", "x")
        assert [item.number for item in screen.items] == [2, 1]
        await pilot.press("space")
        await until(pilot, lambda: not screen.job.busy)
        assert [item.number for item in screen.items] == [1]
        [id] = [line.id for line in Workspace().library.list() if line.title == "قمة في سيول"]
        assert Workspace().library.summary(id).lexicon is not None
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))


async def test_feeds_are_added_and_asked_in_the_background(
    app: NashraApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add(self: Feeds, url: str) -> Feed:
        if "wrong" in url:
            raise NashraError("no feed there.")
        return Feed(url, "وكالة", 4, None, None)

    results = [
        FeedResult("u", "A", 2),
        FeedResult("v", "B", 0, error="gone"),
        FeedResult("w", "C", 0, skipped=True),
    ]
    monkeypatch.setattr(Feeds, "add", add)
    monkeypatch.setattr(Feeds, "fetch", lambda self, force=False: iter(results))
    async with app.run_test(size=SIZE) as pilot:
        await library(pilot)
        await pilot.press("F")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, InboxScreen)
        for key, expected in (("http://wrong/", "no feed there"), ("http://a.b/", "4 items")):
            await pilot.press("a", *key, "enter")
            await until(pilot, lambda: not screen.job.busy)
            assert expected in said(app)
        await pilot.press("f")
        await until(pilot, lambda: not screen.job.busy)
        assert "2 new" in said(app)
        assert "gone" in said(app)
        assert "not again" in said(app)
        await pilot.press("escape")
        assert isinstance(app.screen, LibraryScreen)
