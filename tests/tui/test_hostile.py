"""Text from outside on every screen: it is shown as text, laid out, and never obeyed."""

from __future__ import annotations

import re

from textual.pilot import Pilot

from corpus.article import Article, Paragraph, Sentence
from reader.layout.profiles import PLAIN
from reader.tui.app import NashraApp
from reader.tui.screens.library import LibraryScreen
from reader.tui.widgets.prompt import Prompt
from reader.workspace import Workspace
from tests.tui.test_reading import SIZE, settled

ESCAPE = "\x1b[31m\x1b]0;owned\x07"
OVERRIDE = "\u202e\u2067"
TEXT = f"قال [red]المتحدث[/red] {ESCAPE}إن العقوبات {OVERRIDE}باقية."
ARTICLE = Article(
    id="hostile",
    title=f"[red]عقوبات[/red] {ESCAPE}{OVERRIDE}جديدة [@click=app.quit]هنا[/]",
    title_english=f"[bold]New{ESCAPE} sanctions[/]{OVERRIDE} [",
    source=f"[red]وكالة{ESCAPE}{OVERRIDE}[/red] \\[",
    date="2024-05-01",
    paragraphs=(Paragraph(TEXT, (Sentence(0, len(TEXT), f"[red]He{ESCAPE} said{OVERRIDE} so.[/]"),)),),
)
FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def on_screen(pilot: Pilot[None]) -> str:
    """The whole screen as text, a line a row."""
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())


def safe(pilot: Pilot[None]) -> str:
    shown = on_screen(pilot)
    assert not FORBIDDEN.search(shown.replace("\n", ""))
    return shown


async def test_markup_escapes_and_controls_are_text_on_every_screen() -> None:
    Workspace().add(ARTICLE)
    app = NashraApp(Workspace(), PLAIN)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        await pilot.press("slash", *"[red]")
        assert "[red]" in safe(pilot)
        await pilot.press("enter", "enter")
        screen = await settled(pilot)
        assert "[red]" in safe(pilot)
        for key in ("t", "T", "w", "space", "r", "question_mark", "escape", "c", "y", "u"):
            await pilot.press(key)
            safe(pilot)
        assert "said so.[/]" in safe(pilot)
        app.notify(f"cannot read [red]{ESCAPE}{OVERRIDE}عقوبات[/red]", title="[/]")
        await pilot.pause()
        assert "cannot read [red]" in safe(pilot)
        await pilot.press("slash", *"[red]", "escape", "tab", "enter")
        assert screen.query_one(Prompt).display
        safe(pilot)
        await pilot.press("escape", "ctrl+p", *"[red]")
        await pilot.pause()
        assert "[red]" in safe(pilot)
        await pilot.press("escape", "q")
        await pilot.pause()
        assert "[red]" in safe(pilot)


async def test_a_notice_is_wrapped_before_it_is_put_in_order() -> None:
    app = NashraApp(Workspace(), PLAIN)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause()
        app.notify("عقوبة is new again, and so is a great deal more that does not fit into one line: معاهدة")
        await pilot.pause()
        rows = on_screen(pilot).split("\n")
        first = next(n for n, row in enumerate(rows) if "is new again" in row)
        # The word that comes first stands in the first line, joined and on the left: the notice is English.
        assert rows[first].index("\ufeeb" if "\ufeeb" in rows[first] else "\ufe94") < rows[first].index(
            "is new"
        )
        assert not re.search("[\u0621-\u064a]", "".join(rows[first : first + 3]))
