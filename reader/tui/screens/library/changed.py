"""What is done to an article: archived, tagged, deleted; each can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.tui.screens.library.listed import Listed
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_STEPS = 200
"""Steps back that are kept."""


class Changed(Listed):
    """Keeps for each change how it is taken back."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[tuple[str, Callable[[], None]]] = []

    def _done(self, id: str, back: Callable[[], None]) -> None:
        self._steps = [*self._steps[-MOST_STEPS:], (id, back)]
        self.load()

    def action_archive(self) -> None:
        """Put the article away, or back; u takes it back."""
        if line := self.current:
            library, id, archived = self.app.desk.library, line.id, self.archived
            library.archive(id, not archived)
            self._done(id, lambda: library.archive(id, archived))
            self.notify("back in the list" if archived else "archived; z shows what is, u takes it back")

    def action_delete(self) -> None:
        """Take the article out; u brings it back."""
        if line := self.current:
            library, id = self.app.desk.library, line.id
            library.delete(id)
            self._done(id, lambda: library.undelete(id))
            self.notify("deleted; u brings it back")

    def action_tag(self) -> None:
        """Ask for the article's tags."""
        if line := self.current:
            self.ask("tags, with commas", "".join(f"{tag}, " for tag in line.tags), f"tag {line.id}")

    @on(Prompt.Answered)
    def _tagged_so(self, event: Prompt.Answered) -> None:
        if not event.purpose.startswith("tag "):
            return
        library, id = self.app.desk.library, event.purpose.removeprefix("tag ")
        before = set(library.summary(id).tags)
        after = {name for part in event.text.split(",") if (name := part.strip().lstrip("#").strip())}

        def change(old: set[str], new: set[str]) -> None:
            library.untag(id, *(old - new))
            library.tag(id, *(new - old))

        if before != after:
            change(before, after)
            self._done(id, lambda: change(after, before))

    def action_undo(self) -> None:
        """Take back what was done to an article last."""
        if not self._steps:
            self.notify("nothing to undo here")
            return
        id, back = self._steps.pop()
        back()
        self.load(id)
        self.notify("as it was before")
