"""The parts of the library put together: its keys, the way back from an article, what is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.screen import Screen

from reader.tui.screens.library.changed import Changed
from reader.tui.screens.library.imported import Imported
from reader.tui.screens.library.keys import KEYS
from reader.tui.widgets.progress import Progress
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from textual.binding import BindingType

    from reader.tui.reindex import Reindex


class LibraryScreen(Changed, Imported, Screen[None]):
    """All articles; / filters them, i imports a file."""

    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def on_screen_resume(self) -> None:
        """States may have changed in an article; what a new dictionary has not seen is read again."""
        if self._listing is not None:
            self.load()
        self.call_after_refresh(self.app.read_again)

    def reading_again(self, again: Reindex | None) -> None:
        """How far the articles are that another dictionary has read; None: it is over."""
        if again is None:
            if not self.job.busy:
                self.over()
            self.load()
        elif again.total > 1 and not self.job.busy:
            said = f"{again.done} of {again.total} articles read with the new dictionary   Esc stops"
            self.query_one(Progress).show(said, again.done, again.total)

    @on(Prompt.Answered)
    @on(Prompt.Cancelled)
    def _asked(self) -> None:
        self.rows.focus()

    def action_clear(self) -> None:
        """Stop what the reader began, else all articles again, else stop what goes on by itself."""
        if self.stop():
            self.notify("stopped; nothing was imported")
        elif self._typed or self.archived:
            self.show_all()
        elif self.app.again is not None:
            self.app.stop_reading_again()

    def action_export(self) -> None:
        """Write the words kept in all articles."""
        from reader.tui.exporting import export

        export(self, ())

    def action_inbox(self) -> None:
        """What is new in the feeds."""
        from reader.tui.screens.inbox import InboxScreen

        self.app.push_screen(InboxScreen())
