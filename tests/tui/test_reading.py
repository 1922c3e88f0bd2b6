"""The reader on the screen, driven as a person would: keys and clicks, then what is shown and what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot

from reader.layout.profiles import PLAIN
from reader.tui.app import NashraApp
from reader.tui.screens.keys import KeysScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.article import ArticleView
from reader.tui.widgets.card import Card
from reader.tui.widgets.rows import Rows
from reader.tui.widgets.status import Status
from reader.tui.widgets.terms import Terms
from reader.workspace import Workspace, read_sources

ARTICLE = "arms-to-russia"
SIZE = (130, 40)


@pytest.fixture
def app() -> NashraApp:
    return NashraApp(Workspace(), PLAIN, ARTICLE)


async def settled(pilot: Pilot[None]) -> ReadingScreen:
    """The reading screen, once the article is laid out and read."""
    for _ in range(1500):
        await pilot.pause(0.02)
        screen = pilot.app.screen
        if isinstance(screen, ReadingScreen) and screen.view.cursor >= 0 and screen.query_one(Terms).uses:
            return screen
    raise AssertionError("the article never came up")


async def idle(pilot: Pilot[None]) -> None:
    """Until nothing is under way in the library."""
    screen = pilot.app.screen
    assert isinstance(screen, LibraryScreen)
    for _ in range(1500):
        await pilot.pause(0.02)
        if pilot.app.again is None and not screen.job.busy:
            return
    raise AssertionError("it never ended")


def cells_of(view: ArticleView, token: int) -> list[Offset]:
    """Where a token's cells are on the widget, borders included."""
    document = view.document
    row = document.row_of(document.tokens.starts[token])
    line = document.line(row)
    left = view._pad + line.indent(document.width)
    y = row - round(view.scroll_offset.y)
    inset = view.gutter
    return [
        Offset(left + column + inset.left, y + inset.top)
        for column, owner in enumerate(line.tokens)
        if owner == token
    ]


def token_of(view: ArticleView, text: str) -> int:
    """The first token written so, vowels aside."""
    from corpus.normalize import plain

    view.document.tokens.ensure(len(view.document.paragraphs) - 1)
    for token in range(len(view.document.tokens)):
        if plain(view.looks.analysis(token).text) == text:
            return token
    raise AssertionError(f"{text} is not in the article")


def card_text(screen: ReadingScreen) -> str:
    return "\n".join(line.text for line in screen.query_one(Card).content)


async def test_any_cell_of_a_word_takes_the_word(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        view = screen.view
        token = token_of(view, "الأسلحة")
        for column in range(len(cells_of(view, token))):
            view.cursor = 0
            await pilot.pause()
            await pilot.click(view, offset=cells_of(view, token)[column])
            assert view.cursor == token
        assert "weapon" in card_text(screen)
        assert "the" in card_text(screen)


async def test_hovering_shows_the_word(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        token = token_of(screen.view, "الأسلحة")
        await pilot.hover(screen.view, offset=cells_of(screen.view, token)[0])
        assert screen.view.hovered == token


async def test_left_is_the_next_word_and_punctuation_is_passed_over(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        view = screen.view
        texts = []
        for _ in range(12):
            texts.append(view.looks.analysis(view.cursor))
            await pilot.press("left")
        assert [t.start for t in texts[:4]] == sorted(t.start for t in texts[:4])
        assert all(t.kind != "punct" for t in texts)
        for _ in range(12):
            await pilot.press("right")
        assert view.looks.analysis(view.cursor) == texts[0]


async def test_marking_is_kept_shown_and_undone(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        view = screen.view
        view.cursor = token_of(view, "الأسلحة")
        await pilot.pause()
        await pilot.press("space")
        assert Workspace().store.state("silah-n") == "learning"
        assert view.looks.look(view.cursor) & view.looks.LEARNING
        assert "1 kept" in screen.query_one(Status).text
        await pilot.press("k")
        assert Workspace().store.state("silah-n") == "known"
        await pilot.press("u", "u")
        assert Workspace().store.state("silah-n") == "new"
        await pilot.press("x")
        assert Workspace().store.state("silah-n") == "ignored"
        await pilot.press("x")
        assert Workspace().store.state("silah-n") == "new"


async def test_a_word_kept_leaves_as_a_deck(app: NashraApp, tmp_path: Path) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        screen.view.cursor = token_of(screen.view, "الأسلحة")
        await pilot.pause()
        await pilot.press("space", "e", "enter")
        for _ in range(400):
            if (tmp_path / f"{ARTICLE}.apkg").is_file():
                break
            await pilot.pause(0.02)
        assert (tmp_path / f"{ARTICLE}.apkg").is_file()


async def test_next_unknown_skips_what_is_known(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        view = screen.view
        await pilot.press("home", "n")
        first = view.looks.analysis(view.cursor).key
        await pilot.press("k", "home", "n")
        assert view.looks.analysis(view.cursor).key != first


async def test_the_translation_stands_under_its_sentence(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        document = screen.view.document
        plain_height = document.height
        await pilot.press("t")
        document.wrap_until()
        notes = [row for row in range(document.height) if document.row(row).kind == "note"]
        assert "North Korea denied on Friday" in document.line(notes[1]).text
        await pilot.press("t")
        document.wrap_until()
        assert document.height == plain_height


async def test_vowels_go_and_come_without_moving_a_word(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        view = screen.view
        token = token_of(view, "الأسلحة")
        row = view.document.row_of(view.document.tokens.starts[token])
        before, cells = view.render_line(row).text, cells_of(view, token)
        await pilot.press("d")
        after = view.render_line(row).text
        assert before != after
        assert "\u064e" not in after
        assert cells_of(view, token) == cells
        await pilot.press("d")
        assert view.render_line(row).text == before


async def test_a_term_leads_to_its_place_and_back(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("g")
        terms = screen.query_one("#terms", Rows)
        assert terms.has_focus
        wanted = next(i for i, use in enumerate(screen.query_one(Terms).uses) if use.entry == "silah-n")
        terms.cursor = wanted
        await pilot.press("enter")
        assert screen.view.looks.analysis(screen.view.cursor).entry == "silah-n"
        await pilot.press("g")
        assert screen.view.has_focus


async def test_the_article_opens_where_it_was_left() -> None:
    first = NashraApp(Workspace(), PLAIN, ARTICLE)
    async with first.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press(*["left"] * 30)
        cursor = screen.view.cursor
        await pilot.press("q")
    again = NashraApp(Workspace(), PLAIN, ARTICLE)
    async with again.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        assert screen.view.cursor == cursor


@pytest.mark.parametrize("size", [(200, 60), (100, 30), (80, 24), (60, 20), (30, 8), (12, 4), (2, 2)])
async def test_every_size_shows_the_article_and_an_answer(size: tuple[int, int]) -> None:
    app = NashraApp(Workspace(), PLAIN, ARTICLE)
    async with app.run_test(size=size) as pilot:
        screen = await settled(pilot)
        await pilot.press("left", "down", "pagedown")
        if size >= (60, 20):
            assert screen.view.size.height >= 8
            assert card_text(screen)
        for y in range(screen.view.size.height):
            assert screen.view.render_line(y).cell_length == screen.view.scrollable_content_region.width


async def test_resizing_keeps_the_place(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        view = screen.view
        await pilot.press("end")
        cursor = view.cursor
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert view.cursor == cursor
        low, high = view.positions_in_view()
        assert low <= view.document.tokens.starts[cursor] <= high


async def test_the_library_opens_filters_and_imports(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("قمة في سيول\n\nعقد الرئيس قمة في سيول.", encoding="utf-8")
    app = NashraApp(Workspace(), PLAIN)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        rows = app.screen.query_one("#articles", Rows)
        assert rows.count >= 3
        await pilot.press("slash", *"treaty", "enter")
        assert rows.count == 1
        await pilot.press("escape")
        everything = rows.count
        assert everything >= 3
        await pilot.press("i", *"page.txt", "enter")
        await idle(pilot)
        assert rows.count == everything + 1
        await pilot.press("slash", *"قمه", "enter")
        assert rows.count == 1
        await pilot.press("enter")
        screen = None
        for _ in range(20):
            await pilot.pause()
            screen = app.screen
        assert isinstance(screen, ReadingScreen)
        assert "قمة في سيول" in screen.reading.blocks[0]


async def test_a_file_that_cannot_be_read_is_said_and_nothing_is_lost() -> None:
    app = NashraApp(Workspace(), PLAIN)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        rows = app.screen.query_one("#articles", Rows)
        before = rows.count
        await pilot.press("i", *"nothere.txt", "enter")
        await idle(pilot)
        assert rows.count == before
        assert any("nothere.txt" in n.message for n in app._notifications)


async def test_help_lists_every_key_of_the_screen(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        await pilot.press("question_mark")
        screen = app.screen
        assert isinstance(screen, KeysScreen)
        said = {what: keys for keys, what in screen._rows}
        assert {"keep", "known", "ignore", "undo", "English", "vowels", "glossary", "deck", "library"} <= set(
            said
        )
        await pilot.press("escape")
        assert isinstance(app.screen, ReadingScreen)


async def test_the_palette_runs_what_a_key_does(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("ctrl+p")
        await pilot.pause(0.3)
        await pilot.press(*"vowels")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert screen.view.vowels is False


async def test_search_takes_the_cursor_from_match_to_match(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        view = screen.view
        await pilot.press("slash", *"السلاح", "enter")
        assert len(view.found) > 1
        seen = [view.cursor]
        for _ in view.found:
            assert view.found[0][0] <= view.document.tokens.ends[view.cursor]
            await pilot.press("n")
            seen.append(view.cursor)
        assert seen[0] == seen[-1]
        assert len(set(seen)) == len(view.found)
        row = view.document.row_of(view.found[0][0])
        line = view.document.line(row)
        start, end = line.columns(*view.found[0])[0]
        over = view._laid_over(line)
        assert all(over[start:end])
        assert not all(over)
        await pilot.press("escape")
        assert view.found == []
        assert isinstance(app.screen, ReadingScreen)


async def test_esc_while_a_search_is_typed_ends_it(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("slash", *"السلاح")
        assert screen.view.found
        assert "match" in screen.query_one(Status).text
        await pilot.press("escape")
        assert screen.view.found == []
        assert "match" not in screen.query_one(Status).text


async def test_selected_words_are_copied_as_they_were_written(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("home", "v", "left", "left", "y")
        title = screen.reading.blocks[0]
        assert title.startswith(app.clipboard)
        assert len(app.clipboard.split()) >= 3
        await pilot.press("y")
        assert app.clipboard == title


async def test_dragging_selects_whole_words_in_logical_order(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        view = screen.view
        await pilot.press("home")
        first, third = cells_of(view, 0)[0], cells_of(view, 2)[0]
        await pilot.mouse_down(view, offset=first)
        await pilot.hover(view, offset=third)
        await pilot.mouse_up(view, offset=third)
        assert view.selection == (0, view.document.tokens.ends[max(2, *view.marked)])


async def test_the_words_of_a_name_are_one_and_its_rendering_is_on_the_card(tmp_path: Path) -> None:
    text = "التقى فولوديمير زيلينسكي وسيرغي شولمانوف في كييف."
    (tmp_path / "page.txt").write_text(f"لقاء\n\n{text}", encoding="utf-8")
    id = Workspace().add(read_sources("page.txt")[0]).id
    app = NashraApp(Workspace(), PLAIN, id)
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        view = screen.view
        for word in ("فولوديمير", "زيلينسكي"):
            view.cursor = token_of(view, word)
            await pilot.pause()
            assert len(view.marked) == 2
            assert card_text(screen).startswith("فولوديمير زيلينسكي\nVolodymyr Zelensky\n")
            assert "letters" not in card_text(screen)
        await pilot.press("enter")
        assert view.marked == {view.cursor}
        assert card_text(screen).startswith("زيلينسكي\n")
        view.cursor = token_of(view, "فولوديمير")
        await pilot.pause()
        await pilot.press("left")
        assert plain_of(view, view.cursor) == "وسيرغي"
        assert "by its letters" in card_text(screen)
        await pilot.press("left", "right")
        assert plain_of(view, view.cursor) == "وسيرغي"
        await pilot.press("k")
        assert Workspace().store.state(view.looks.analysis(view.cursor).key) == "known"
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert card_text(screen).endswith("Sergei Shulmanuf")


def plain_of(view: ArticleView, token: int) -> str:
    return view.looks.analysis(token).text
