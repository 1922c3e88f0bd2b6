"""Texts of one's own: fetched in the background, and what was taken out of them said in a line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from corpus.errors import NashraError
from reader.counts import count
from reader.tui.pieces import LRM
from reader.tui.screens.library.listed import Listed
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from corpus.article import Article


class Imported(Listed):
    """A page may be slow to come, a book long to read: keys work meanwhile."""

    def action_import(self) -> None:
        """Ask for a file, an address or the clipboard."""
        self.ask('import a file, an address or "clipboard:"', "", "import")

    @on(Prompt.Answered)
    def _named(self, event: Prompt.Answered) -> None:
        name = event.text.strip()
        if event.purpose != "import" or not name:
            return
        from reader.workspace import read_sources

        source = name if "://" in name or name.endswith(":") else str(Path(name).expanduser())

        def progress(done: int, total: int | None) -> None:
            of = f" of {total / 1e6:.1f}" if total else ""
            self.so_far(f"{name}{LRM}: {done / 1e6:.1f}{of} MB", done, total)

        self.begin(f"{name}{LRM}", lambda say: read_sources(source, progress=say), self._fetched, progress)

    def _fetched(self, articles: list[Article]) -> None:
        """Into the library; their words are looked up in slices between keys."""
        self.over()
        try:
            added = [self.app.desk.library.add(article) for article in articles]
        except NashraError as error:
            self.failed(error)
            return
        self.show_all(added[0].id)
        self.app.read_again()
        self._say_what_went(
            [article for article, result in zip(articles, added, strict=True) if not result.duplicate]
        )

    def _say_what_went(self, fresh: list[Article]) -> None:
        from corpus.clean import notices

        removed = [piece for article in fresh for piece in article.removed]
        said = f"imported {len(fresh)}" if fresh else "it was there already"
        if removed:
            rules = ", ".join(dict.fromkeys(piece.rule for piece in removed))
            said += f"; {count(len(removed), 'piece')} taken out ({rules}), c in the article shows them"
        self.notify("\n".join([said, *notices(removed)]), timeout=8 if removed else None)
