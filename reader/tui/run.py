"""Starting the app: the terminal is asked and prepared first, and put back as it was whatever happens."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.workspace import Workspace


def run(desk: Workspace, article: str | None, bidi: str | None) -> int:
    """Run the app until its reader leaves. Returns the exit status."""
    from reader.terminal import controlling_terminal, detect_here, prepared

    profile = detect_here(bidi or desk.config.bidi).profile
    from reader.tui.app import NashraApp

    app = NashraApp(desk, profile, article)
    with controlling_terminal() as fd, nullcontext() if fd is None else prepared(profile, fd):
        app.run()
    return app.return_code or 0
