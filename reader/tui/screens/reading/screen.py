"""The parts of the reading screen put together: what is on it, how it opens, how it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from reader.tui.pieces import border
from reader.tui.screens.reading.cleaned import Cleaned
from reader.tui.screens.reading.coloured import Coloured
from reader.tui.screens.reading.finding import Finding
from reader.tui.screens.reading.keys import KEYS
from reader.tui.screens.reading.listed import Listed
from reader.tui.screens.reading.quiet import Quiet
from reader.tui.screens.reading.states import States
from reader.tui.screens.reading.translated import Translated
from reader.tui.screens.reading.words import Words
from reader.tui.widgets.article import ArticleView
from reader.tui.widgets.card import Card
from reader.tui.widgets.english import English
from reader.tui.widgets.keybar import KeyBar
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.status import Status
from reader.tui.widgets.terms import Terms

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from corpus.article import Article

WIDE_COLUMNS = 96
"""A screen of fewer columns has the answer below the article."""
LOW_LINES = 22
"""A screen of fewer lines has room for one line of answer."""


class ReadingScreen(Words, States, Finding, Translated, Cleaned, Listed, Coloured, Quiet, Screen[None]):
    """Reads one article; every key acts on the word or term under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = KEYS
    WANTS_QUIET = True
    AUTO_FOCUS = ""  # keys wait for the whole of the screen: without a focus they are queued here, in order
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE_COLUMNS, "-wide")]  # noqa: RUF012 (Textual's own type)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW_LINES, "-tall")]  # noqa: RUF012

    def __init__(self, article: str, loaded: Article | None = None) -> None:
        """article: its id; loaded: the article itself, where it has been read from the library already."""
        super().__init__(article, loaded)
        self._whole = False
        # Textual sets these when it has drawn the first frame; here, so that the first one is right.
        width, height = self.app.size
        self.set_class(width >= WIDE_COLUMNS, "-wide", update=False)
        self.set_class(width < WIDE_COLUMNS, "-narrow", update=False)
        self.set_class(height >= LOW_LINES, "-tall", update=False)
        self.set_class(height < LOW_LINES, "-low", update=False)

    def compose(self) -> ComposeResult:
        """The article on the right, keys below; room for what explains it, which comes in the frame after the text."""
        with Horizontal(id="body"):
            yield Vertical(id="side")
            with Vertical(id="main"):
                measure = self.app.desk.config.measure
                yield ArticleView(measure=measure, profile=self.app.profile, id="article")
                yield Status(id="status")
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the article where it was left."""
        desk, view = self.app.desk, self.view
        self._reading = desk.reading(self._loaded or desk.library.get(self._article, raw=False))
        self._loaded = None
        desk.rest()
        view.vowels = desk.config.vowels
        place, origins = desk.store.place(self._article), self.origins
        at = origins[place[0]] + place[1] if place and place[0] < len(origins) else 0
        view.show(self.reading, desk.store, at, desk.standing)

    def on_screen_resume(self) -> None:
        """The text is drawn by Textual's own handler; what explains it comes before any key."""
        if not self._whole:
            self._whole = True
            self.call_next(self._start)

    async def _start(self) -> None:
        profile = self.app.profile
        terms, card = Terms(profile=profile, id="terms"), Card(profile=profile, id="card")
        terms.border_title, card.border_title = "terms in this article", "word"
        await self.query_one("#side").mount(English(profile=profile, id="english"), terms, card)
        await self.mount(Prompt(profile=profile, id="prompt"))
        self.view.focus()
        if self.app.desk.config.translation:
            self.action_translation()
        self.call_after_refresh(self.read_on)
        self.call_after_refresh(self.opened)
        self.ask_later()

    def show_again(self, article: Article, position: int) -> None:
        """The article is another, or is read with another dictionary: show it afresh at a document position."""
        view, under = self.view, bool(self.view.notes)
        self._reading = self.app.desk.reading(article)
        self.tap.token = -1
        view.show(self.reading, self.app.desk.store, position, self.app.desk.standing)
        view.set_notes(self.notes() if under else {})
        self._mending = None
        if self.has_class("-english"):
            self.show_english()
        self.query_one(Terms).set_uses([], view.document.origins)
        self.read_on()

    def on_resize(self) -> None:
        """The card says more or less."""
        self.pressed()
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        article, room = self.reading.article, self.view.size.width - 6
        said = " · ".join(part for part in (article.source, article.date) if part)
        self.view.border_title = border(said, self.app.profile, max(1, room)) if room > 0 else None
        if self.view.cursor >= 0:
            self.show_word()
            self.light()

    def action_leave(self) -> None:
        """End the search or the selection; leave the glossary; else the article."""
        view = self.view
        if view.found:
            view.find("")
            self.say_status()
        elif view.selection:
            view.select_from(-1)
        else:
            self.action_back()

    def action_back(self) -> None:
        """From the terms to the article, from the article to the library."""
        if self.query_one(Terms).has_focus:
            self.action_terms()
        else:
            self.save_place()
            self.app.back_to_library()
