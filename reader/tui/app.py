"""The application: it wires workspace, profile and screens, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from reader.layout.text import paint
from reader.tui.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.notifications import SeverityLevel

    from corpus.article import Article
    from reader.layout.profiles import Profile
    from reader.tui.asking import Question
    from reader.tui.commands import Command
    from reader.tui.reindex import Reindex
    from reader.workspace import Workspace


SLICE = 0.01
"""Seconds between two slices of work, for keys to come between."""
REST = 0.5
"""Seconds until a screen that wants quiet is looked at again."""


class NashraApp(App[None]):
    """The reader."""

    TITLE = "Nashra"
    CSS_PATH = "nashra.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", show=False, priority=True),
        Binding("f2", "glossary", "the glossary as a book", show=False),
        Binding("f3", "deck", "the words kept", show=False),
        Binding("question_mark", "keys", "help", key_display="?"),
    ]

    def __init__(
        self,
        desk: Workspace,
        profile: Profile,
        article: Article | str | None = None,
        question: Question | None = None,
    ) -> None:
        super().__init__()
        self.desk = desk
        self.profile = profile
        self.on_profile: Callable[[Profile], object] | None = None
        """Told when the reader has chosen how lines are sent."""
        self.on_forget: Callable[[], object] | None = None
        """Forgets what they chose; None on a terminal that is certain."""
        self.again: Reindex | None = None
        """What is being read with another dictionary, if anything is."""
        self._article = article
        self._question = question
        for theme in THEMES:
            self.register_theme(theme)
        # Set as if it had always been so: changing it would mean reading all styles a second time.
        self.set_reactive(App.theme, THEMES[0].name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours for themes that do not have them."""
        return dict(THEMES[0].variables)

    def get_default_screen(self) -> Screen[None]:
        """What was asked for; an empty one while a question is open."""
        return self._first_screen() if self._question is None else Screen()

    def on_mount(self) -> None:
        """The question first: until it is answered no line can be trusted."""
        if self._question is not None:
            from reader.tui.screens.asking import AskingScreen

            self.push_screen(AskingScreen(self._question), self._begin)

    def _begin(self, chosen: Profile | None) -> None:
        if chosen is not None:
            self.profile = chosen
            if self.on_profile is not None:
                self.on_profile(chosen)
        self.push_screen(self._first_screen())

    def _first_screen(self) -> Screen[None]:
        """The article that was asked for, else the library."""
        if self._article is None:
            from reader.tui.screens.library import LibraryScreen

            return LibraryScreen()
        from reader.tui.screens.reading import ReadingScreen

        if isinstance(self._article, str):
            return ReadingScreen(self._article)
        return ReadingScreen(self._article.id, self._article)

    def read_again(self) -> None:
        """Read the articles that another dictionary has read, in slices between keys."""
        from reader.tui.reindex import Reindex

        if self.again is not None:
            self.again.begin()  # articles may have come, or been read by another command
            return
        again = Reindex(self.desk)
        if again.begin():
            self.again = again
            self._read_slice(again)

    def stop_reading_again(self) -> None:
        """Leave the rest for another time."""
        self.again = None
        self._tell_screens()

    def _read_slice(self, again: Reindex) -> None:
        if again is not self.again or not self.screen_stack:  # stopped, or the app has closed
            return
        if getattr(self.screen, "WANTS_QUIET", False):  # nothing may come between a reader and the next word
            self.set_timer(REST, lambda: self._read_slice(again))
            return
        if again.slice():
            self.set_timer(SLICE, lambda: self._read_slice(again))
        else:
            self.again = None
        self._tell_screens()

    def _tell_screens(self) -> None:
        for screen in self.screen_stack:
            if hasattr(screen, "reading_again"):
                screen.reading_again(self.again)

    def back_to_library(self) -> None:
        """Leave an article: for the library under it, or for a new one when the article was opened from the shell."""
        from reader.tui.screens.library import LibraryScreen

        if any(isinstance(screen, LibraryScreen) for screen in self.screen_stack[:-1]):
            self.pop_screen()
        else:
            self.push_screen(LibraryScreen())

    def read(self, article: str) -> None:
        """Open an article."""
        from reader.tui.screens.reading import ReadingScreen

        self.push_screen(ReadingScreen(article))

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """A notice of logical text, in the place of the one before: laid out for its box, never read as markup."""
        self.clear_notifications()
        room = max(10, min(60, self.size.width // 2) - 4)
        super().notify(
            paint(message, self.profile, base="ltr", width=room),
            title=paint(title, self.profile, base="ltr"),
            severity=severity,
            timeout=timeout,
            markup=False,
        )

    def ask_again(self) -> None:
        """Ask about the lines at the next start."""
        if self.on_forget is not None:
            self.on_forget()
            self.notify("it is asked again at the next start")

    def action_command_palette(self) -> None:
        """Everything by its name."""
        from reader.tui.screens.palette import PaletteScreen

        if not isinstance(self.screen, PaletteScreen):
            self.push_screen(PaletteScreen(self.screen), self._do)

    def _do(self, chosen: Command | None) -> None:
        if chosen is not None:
            self.call_next(chosen.run)

    def action_glossary(self) -> None:
        """The glossary as a book, on the entry under the cursor where there is one."""
        from reader.tui.screens.glossary import GlossaryScreen

        here = getattr(self.screen, "entry_here", lambda: None)()
        if not isinstance(self.screen, GlossaryScreen):
            self.push_screen(GlossaryScreen(here))

    def action_deck(self) -> None:
        """The words kept."""
        from reader.tui.screens.deck import DeckScreen

        if not isinstance(self.screen, DeckScreen):
            self.push_screen(DeckScreen())

    def action_keys(self) -> None:
        """All keys of the screen that is open."""
        from reader.tui.screens.keys import KeysScreen

        self.push_screen(KeysScreen(self.screen))
