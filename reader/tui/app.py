"""The application: it wires workspace, profile and screens, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from reader.layout.text import paint
from reader.tui.screens.library import LibraryScreen
from reader.tui.theme import THEMES

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from reader.layout.profiles import Profile
    from reader.tui.commands import Command
    from reader.workspace import Workspace


class NashraApp(App[None]):
    """The reader."""

    TITLE = "Nashra"
    CSS_PATH = "nashra.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", show=False, priority=True),
        Binding("f2", "glossary", "glossary", show=False),
        Binding("f3", "deck", "deck", show=False),
        Binding("question_mark", "keys", "help", key_display="?"),
    ]

    def __init__(self, desk: Workspace, profile: Profile, article: str | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.profile = profile
        self._article = article
        for theme in THEMES:
            self.register_theme(theme)
        # Set before the start: afterwards it would mean reading all styles a second time.
        self.theme = THEMES[0].name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours for themes that do not have them."""
        return dict(THEMES[0].variables)

    def get_default_screen(self) -> Screen[None]:
        """The article that was asked for, else the library."""
        if self._article is None:
            return LibraryScreen()
        from reader.tui.screens.reading import ReadingScreen

        return ReadingScreen(self._article)

    def back_to_library(self) -> None:
        """Leave an article: for the library under it, or for a new one when the article was opened from the shell."""
        if len(self.screen_stack) > 1:
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
