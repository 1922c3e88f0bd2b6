"""Starting the app: the terminal is asked and prepared first, and put back as it was whatever happens."""

from __future__ import annotations

import os
from contextlib import nullcontext
from typing import TYPE_CHECKING

from reader.layout.profiles import PLAIN

if TYPE_CHECKING:
    from reader.workspace import Workspace


def run(desk: Workspace, article: str | None, bidi: str | None) -> int:
    """Run the app until its reader leaves. Returns the exit status."""
    from reader.terminal import colours, controlling_terminal, detect_here, prepared

    if more := colours(os.environ):
        os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", more)
    from reader.settings import bidi_name
    from reader.tui.app import NashraApp
    from reader.tui.asking import settled

    if os.environ.get("TEXTUAL_DRIVER"):  # in the browser lines are shown as they are sent
        app = NashraApp(desk, PLAIN, article)
        app.run()
        return app.return_code or 0
    found = detect_here(bidi or desk.config.bidi)
    profile, question = settled(found, lambda: desk.settings, os.environ)
    with controlling_terminal() as fd, nullcontext() if fd is None else prepared(profile, fd) as switch:
        app = NashraApp(desk, profile, article, question)
        if not found.certain:
            app.on_forget = lambda: desk.settings.forget(bidi_name(found, os.environ))
        if switch is not None:
            # Another way than the guess was chosen: what the guess had switched goes back.
            app.on_profile = lambda chosen: switch.off() if chosen.enter != profile.enter else None
        app.run()
    return app.return_code or 0
