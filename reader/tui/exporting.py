"""`e` on a screen: write the deck, say what was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from corpus.errors import NashraError
from reader.commands.deck import export as write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.screen import Screen

    from reader.tui.app import NashraApp


def export(screen: Screen[None], articles: Sequence[str], name: str = "nashra.apkg") -> None:
    """Write the words kept (in these articles, or in all) into the folder that the reader was started in."""
    desk = cast("NashraApp", screen.app).desk
    try:
        result = write(desk, Path.cwd() / name, articles)
    except NashraError as error:
        screen.notify(str(error), severity="error", timeout=8)
        return
    said = f"{result.notes} notes, {result.cards} cards in {result.path.name}"
    if result.new or result.updated:
        said += f" ({result.new} new, {result.updated} updated)"
    screen.notify(said, title="Deck written; open it with Anki", timeout=8)
