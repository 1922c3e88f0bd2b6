"""Words in the colours of how well they are known in Anki, where an Anki runs beside us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.background import Background
from reader.tui.beside import ask, listening
from reader.tui.screens.reading.base import ReadingBase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.errors import NashraError
    from reader.anki.connect import CardState

LATER = 1.0
"""Seconds after the article has opened."""


class Coloured(ReadingBase):
    """Asks Anki once in a while by itself, if a deck was ever made; at once when a key says so."""

    _asking: Background | None = None

    def ask_later(self) -> None:
        """Ask when the article is on the screen and nothing else is to be done."""
        desk = self.app.desk
        if desk.config.anki_colours and desk.standing.old and desk.store.exported:
            self.set_timer(LATER, lambda: self._ask(aloud=False))

    def action_beside(self) -> None:
        """Anki's colours, or not."""
        if len(self.app.desk.standing):
            self._answered({}, aloud=False)
            self.notify("words in the colours of your own marks; the same key asks Anki again")
        else:
            self._ask(aloud=True)

    def _ask(self, aloud: bool) -> None:
        config = self.app.desk.config
        self._asking = self._asking or Background(self.app)
        self._asking.start(
            lambda say: ask(config),
            lambda cards: self._answered(cards, aloud),
            lambda error: self._failed(error, aloud),
        )

    def _answered(self, cards: Mapping[str, CardState], aloud: bool) -> None:
        self.app.desk.standing.take(cards)
        if not self.is_attached:
            return
        if aloud:
            self.notify(self._said(cards))
        if cards or not aloud:
            self.view.refresh_words()
            self.show_word()

    def _said(self, cards: Mapping[str, CardState]) -> str:
        if cards:
            return f"Anki has {len(cards)} of your words"
        address = self.app.desk.config.anki_address
        if listening(address):
            return "Anki has none of your words yet; `nashra anki push` brings them there"
        return f"Anki does not answer at {address}: start it, with the AnkiConnect add-on installed"

    def _failed(self, error: NashraError, aloud: bool) -> None:
        if aloud and self.is_attached:
            self.notify(str(error), severity="warning")

    def on_unmount(self) -> None:
        """Nobody waits for the answer any more."""
        if self._asking is not None:
            self._asking.stop()
