"""Starting the app: the terminal is asked and prepared first, and put back as it was whatever happens."""

from __future__ import annotations

import os
import threading
from contextlib import nullcontext
from typing import TYPE_CHECKING

from reader.terminal import colours, controlling_terminal, detect_here, prepared

if TYPE_CHECKING:
    from corpus.article import Article
    from reader.layout.detect import Detection
    from reader.workspace import Workspace


def run(desk: Workspace, article: Article | None, bidi: str | None) -> int:
    """Run the app until its reader leaves. Returns the exit status."""
    if more := colours(os.environ):
        os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", more)
    if os.environ.get("TEXTUAL_DRIVER"):
        return _run_in_browser(desk, article)
    asked = Asked(bidi or desk.config.bidi)
    from reader.settings import bidi_name
    from reader.tui import tidy
    from reader.tui.app import NashraApp
    from reader.tui.asking import settled

    found = asked.answer()
    profile, question = settled(found, lambda: desk.settings, os.environ)
    with controlling_terminal() as fd, nullcontext() if fd is None else prepared(profile, fd) as switch:
        app = NashraApp(desk, profile, article, question)
        if not found.certain:
            app.on_forget = lambda: desk.settings.forget(bidi_name(found, os.environ))
        if switch is not None:
            # Another way than the guess was chosen: what the guess had switched goes back.
            app.on_profile = lambda chosen: switch.off() if chosen.enter != profile.enter else None
        tidy.begin()
        app.run()
    return app.return_code or 0


class Asked:
    """The terminal is asked about itself while the app is imported: its answer may have a long way to come."""

    def __init__(self, choice: str) -> None:
        self._found: Detection | None = None
        self._failed: BaseException | None = None
        self._thread = threading.Thread(target=self._ask, args=(choice,), daemon=True)
        self._thread.start()

    def _ask(self, choice: str) -> None:
        try:
            self._found = detect_here(choice)
        except BaseException as error:
            self._failed = error

    def answer(self) -> Detection:
        """What it said, or what follows from its silence."""
        self._thread.join()
        if self._found is None:
            raise self._failed or RuntimeError("the terminal was not asked")
        return self._found


def _run_in_browser(desk: Workspace, article: Article | None) -> int:
    """There lines are shown as they are sent."""
    from reader.layout.profiles import PLAIN
    from reader.tui.app import NashraApp

    app = NashraApp(desk, PLAIN, article)
    app.run()
    return app.return_code or 0
