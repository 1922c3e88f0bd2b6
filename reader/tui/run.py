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
    from reader.terminal import controlling_terminal, detect_here, prepared

    browser = bool(os.environ.get("TEXTUAL_DRIVER"))
    profile = PLAIN if browser else detect_here(bidi or desk.config.bidi).profile
    if os.environ.get("TERM") == "xterm" and not os.environ.get("COLORTERM"):
        # The name is from a time of eight colours; what goes by it today has 256, and states are told by colour.
        os.environ.setdefault("TEXTUAL_COLOR_SYSTEM", "256")
    from reader.tui.app import NashraApp

    app = NashraApp(desk, profile, article)
    if browser:
        app.run()
        return app.return_code or 0
    with controlling_terminal() as fd, nullcontext() if fd is None else prepared(profile, fd):
        app.run()
    return app.return_code or 0
