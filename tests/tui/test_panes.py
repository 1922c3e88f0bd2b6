"""Beside the article: other readings and reasons on the card, the English in its pane, what cleaning removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from corpus.article import Article
from corpus.pairing import translations
from corpus.translate import TAG
from glossary.reasons import say
from reader.layout.profiles import PLAIN
from reader.tui.app import NashraApp
from reader.tui.screens.cleaning import CleaningScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.card import Card
from reader.tui.widgets.english import English
from reader.tui.widgets.rows import Rows
from reader.workspace import Workspace, read_sources
from tests.tui.test_reading import ARTICLE, SIZE, card_text, settled, token_of

PAGE = "\n\n".join(
    (
        "سيول تعلن عن صفقة أسلحة جديدة",
        "شارك على فيسبوك",
        "قالت وزارة الدفاع في سيول إن الصفقة ستوقع الأسبوع المقبل .",
        "وأضافت الوزارة أن المفاوضات استمرت عاما كاملا .",
    )
)


@pytest.fixture
def app() -> NashraApp:
    return NashraApp(Workspace(), PLAIN, ARTICLE)


@pytest.fixture
def page(tmp_path: Path) -> str:
    """The id of an article that was cleaned."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return Workspace().add(read_sources("page.txt")[0]).id


def english(screen: ReadingScreen) -> English:
    return screen.query_one(English)


def kept() -> Article:
    return Workspace().library.get(ARTICLE)


async def test_the_other_readings_are_stepped_through_and_can_be_kept(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        view = screen.view
        tokens = view.document.tokens
        tokens.ensure(len(screen.reading.blocks) - 1)
        token = next(
            t
            for t in range(len(tokens))
            if len({c.key for c in view.looks.analysis(t).candidates}) > 1 and not view.looks.terms(t)
        )
        view.cursor = token
        await pilot.pause()
        candidates = view.looks.analysis(token).candidates
        first = card_text(screen)
        assert "reading" not in first
        await pilot.press("r")
        assert f"reading 2 of {len(candidates)}" in card_text(screen)
        assert candidates[1].lemma in card_text(screen)
        await pilot.press("space")
        assert Workspace().store.state(candidates[1].key) == "learning"
        assert Workspace().store.state(candidates[0].key) == "new"
        await pilot.press("u", *["r"] * (len(candidates) - 1))
        assert card_text(screen) == first
        await pilot.press("r", "left", "right")
        assert "reading 2" not in card_text(screen)


async def test_why_gives_the_reasons_until_it_is_switched_off(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        screen.view.cursor = token_of(screen.view, "الأسلحة")
        await pilot.pause()
        reason = say(screen.tap.word.reasons[0])
        assert reason not in card_text(screen)
        await pilot.press("w")
        assert reason in card_text(screen)
        card = screen.query_one(Card)
        assert card.lines <= card.size.height or card._top > 0  # scrolled to where the reasons stand
        await pilot.press("w")
        assert reason not in card_text(screen)


async def test_the_english_stands_beside_the_article_and_follows(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("home", "T")
        await pilot.pause()
        pane = english(screen)
        assert pane.size.width > 40
        assert pane.current == 0
        sentence = screen.reading.article.paragraphs[2].sentences[0]
        screen.view.go_to(screen.view.document.origins[3] + sentence.start)
        await pilot.pause()
        assert pane.text(pane.current) == sentence.translation
        first, _ = pane._rows(pane.current)
        assert 0 <= first - round(pane.scroll_offset.y) < pane.size.height
        await pilot.press("tab", "j")
        await pilot.pause()
        block, _, _, translation = screen.tap.sentence()
        assert translation == pane.text(pane.current)
        assert block >= 3
        await pilot.press("T")
        assert not pane.display
        assert screen.view.has_focus


async def test_a_narrow_screen_says_why_there_is_no_second_pane() -> None:
    app = NashraApp(Workspace(), PLAIN, ARTICLE)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot)
        await pilot.press("T")
        assert not english(screen).display
        assert any("96" in n.message for n in app._notifications)


async def mended(pilot: Pilot[None]) -> ReadingScreen:
    """With the keys in the English pane, on the first sentence of the text."""
    screen = await settled(pilot)
    await pilot.press("home", "T")
    english(screen).focus()
    await pilot.press("j")
    await pilot.pause()
    return screen


@pytest.mark.parametrize("key", ["greater_than_sign", "less_than_sign", "J", "K"])
async def test_translations_are_moved_kept_and_put_back(app: NashraApp, key: str) -> None:
    before = translations(kept())
    async with app.run_test(size=SIZE) as pilot:
        screen = await mended(pilot)
        await pilot.press(key)
        await pilot.pause()
        after = translations(kept())
        assert after != before
        assert sorted(" ".join(filter(None, after)).split()) == sorted(" ".join(filter(None, before)).split())
        assert english(screen).text(1) == (after[0] or "")
        await pilot.press("u")
        assert translations(kept()) == before
        assert english(screen).text(1) == before[0]


async def test_english_is_written_over_and_the_card_says_it(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await mended(pilot)
        await pilot.press("t", "enter", "ctrl+u", *"Quite so.", "enter")
        await pilot.pause()
        assert translations(kept())[0] == "Quite so."
        assert "Quite so." in card_text(screen)
        assert "Quite so." in screen.view.notes.values()
        await pilot.press("k", "enter", "ctrl+u", *"Head", "enter", "greater_than_sign")
        await pilot.pause()
        assert kept().title_english == "Head"
        assert any("headline" in n.message for n in app._notifications)


async def test_a_machines_english_is_marked_wherever_it_stands() -> None:
    from dataclasses import replace

    made = Article(
        id="made",
        title=kept().title,
        title_english="A title",
        paragraphs=kept().paragraphs[:2],
        tags=(TAG,),
    )
    id = Workspace().add(replace(made, tags=())).id
    Workspace().library.tag(id, TAG)
    app = NashraApp(Workspace(), PLAIN, id)
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("home", "T", "t")
        assert english(screen).text(0) == "≈ A title"
        assert "≈ A title" in card_text(screen)
        assert all(note.startswith("≈ ") for note in screen.view.notes.values())
        assert "machine" in (english(screen).border_title or "")


async def test_what_was_removed_is_shown_and_a_rule_undone(page: str) -> None:
    app = NashraApp(Workspace(), PLAIN, page)
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        blocks = screen.reading.blocks
        view = screen.view
        view.cursor = token_of(view, "المفاوضات")
        await pilot.press("c")
        await pilot.pause()
        cleaning = app.screen
        assert isinstance(cleaning, CleaningScreen)
        rules = cleaning.query_one(Rows)
        rules.cursor = cleaning._rules.index("share-line")
        await pilot.pause()
        card = cleaning.query_one("#removed")
        assert "شارك على فيسبوك" in "\n".join(line.text for line in card.content)  # type: ignore[attr-defined]
        await pilot.press("space")
        assert "undone" in "\n".join(line.text for line in card.content)  # type: ignore[attr-defined]
        await pilot.press("r")
        assert "شارك على فيسبوك" in "\n".join(line.text for line in card.content)  # type: ignore[attr-defined]
        await pilot.press("q")
        screen = await settled(pilot)
        await pilot.pause()
        assert len(screen.reading.blocks) == len(blocks) + 1
        assert screen.view.looks.analysis(screen.view.cursor).text == "المفاوضات"
        assert Workspace().library.summary(page).lexicon is not None
        await pilot.press("c")
        await pilot.pause()
        cleaning = app.screen
        assert isinstance(cleaning, CleaningScreen)
        cleaning.query_one(Rows).cursor = cleaning._rules.index("share-line")
        await pilot.press("space", "escape")
        screen = await settled(pilot)
        assert screen.reading.blocks == blocks


async def test_an_article_that_ships_says_that_it_was_not_cleaned(app: NashraApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        screen = await settled(pilot)
        await pilot.press("c")
        assert app.screen is screen
        assert any("shipped" in n.message for n in app._notifications)
