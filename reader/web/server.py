"""The same reader in a browser, on loopback; no request leaves the machine.

textual-serve's own page asks a font service for its font and falls back to a proportional Arabic one: gaps, and a hamza
that is cut. Ours brings a monospaced Arabic font under the name that the terminal asks for, and starts when it is there.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from corpus.errors import NashraError

if TYPE_CHECKING:
    from aiohttp import web

HERE = Path(__file__).parent
HOST = "127.0.0.1"


def allowed(origin: str | None, host: str | None) -> bool:
    """Whether a page may drive the reader: only ours, under a name of this machine. Another site's page may not."""
    if host is None or urlsplit(f"//{host}").hostname not in {"127.0.0.1", "localhost", "::1"}:
        return False
    return origin is None or urlsplit(origin).netloc == host


def serve(port: int) -> int:
    """Serve until Ctrl-C. NashraError when the extra is not installed or the port is taken."""
    try:
        from textual_serve.server import Server
    except ImportError:
        raise NashraError(
            "the browser needs the extra `serve`: pip install 'nashra[serve]' (or textual-serve) into Nashra's environment"
        ) from None
    from aiohttp import web

    class Local(Server):
        """Our page and font; only our own page may open the socket."""

        async def _make_app(self) -> web.Application:
            app = await super()._make_app()
            app.router.add_static("/nashra", HERE / "static")
            return app

        async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
            if not allowed(request.headers.get("Origin"), request.headers.get("Host")):
                raise web.HTTPForbidden(text="only the page of this server may open the reader")
            return await super().handle_websocket(request)

    if not 1 <= port <= 65535:
        raise NashraError(f"--port takes a number from 1 to 65535, not {port}")
    command = f"{shlex.quote(sys.executable)} -m reader"
    server = Local(command, host=HOST, port=port, title="Nashra", templates_path=HERE / "templates")
    print(f"Nashra: http://{HOST}:{port}   Ctrl-C ends it", flush=True)
    server.console.quiet = True
    try:
        server.serve()
    except OSError as error:
        raise NashraError(
            f"cannot use port {port} ({error.strerror or error}); --port N takes another"
        ) from None
    return 0
