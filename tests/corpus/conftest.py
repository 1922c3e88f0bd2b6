"""A web server on loopback that can be told to misbehave."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Page = Callable[[BaseHTTPRequestHandler], None]


class Web:
    """Pages by path; what was asked for, in order."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, Page] = {}
        self.asked: list[str] = []
        self.over = threading.Event()
        """Set at the end of the test, so that a page that stalls lets go."""

    def url(self, path: str) -> str:
        return self.address + path

    def serve(
        self, path: str, data: bytes | str, kind: str = "text/html; charset=utf-8", **headers: str
    ) -> str:
        body = data.encode() if isinstance(data, str) else data

        def page(request: BaseHTTPRequestHandler) -> None:
            request.send_response(200)
            request.send_header("Content-Type", kind)
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            if "Content_Length" not in headers:
                request.send_header("Content-Length", str(len(body)))
            request.end_headers()
            request.wfile.write(body)

        self.pages[path] = page
        return self.url(path)

    def redirect(self, path: str, to: str) -> str:
        def page(request: BaseHTTPRequestHandler) -> None:
            request.send_response(302)
            request.send_header("Location", to)
            request.send_header("Content-Length", "0")
            request.end_headers()

        self.pages[path] = page
        return self.url(path)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    monkeypatch.setenv("no_proxy", "*")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append(self.path)
            page = served.pages.get(self.path)
            try:
                if page is None:
                    self.send_error(404)
                else:
                    page(self)
            except OSError:
                pass  # the reader hung up, which is what some tests are about

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Web(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield served
    served.over.set()
    server.shutdown()
    server.server_close()
