"""Fetching: every way in which a server can misbehave ends in one clear line."""

from __future__ import annotations

import gzip
import socket
import zlib
from typing import TYPE_CHECKING

import pytest

from corpus.errors import NashraError
from corpus.fetch import REDIRECTS, Limits, fetch

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

    from tests.corpus.conftest import Web

QUICK = Limits(size=100_000, seconds=0.6, silence=0.3)


def test_a_page_comes_with_what_the_server_says_of_it(web: Web) -> None:
    url = web.serve("/a", "نص", ETag='"1"', Last_Modified="Tue, 05 Mar 2024 09:30:00 GMT")
    page = fetch(url)
    assert page.data.decode() == "نص"
    assert (page.content_type, page.charset, page.etag, page.local) == ("text/html", "utf-8", '"1"', True)
    assert page.modified == "Tue, 05 Mar 2024 09:30:00 GMT"


def test_an_address_with_arabic_in_it(web: Web) -> None:
    web.serve("/%D8%AE%D8%A8%D8%B1?q=%D8%B3", "نعم")
    assert fetch(web.url("/خبر?q=س")).data.decode() == "نعم"


@pytest.mark.parametrize(("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_packed_pages(web: Web, encoding: str, pack: object) -> None:
    data = "نص طويل ".encode() * 1000
    url = web.serve("/a", pack(data), Content_Encoding=encoding)  # type: ignore[operator]
    assert fetch(url).data == data


def test_unchanged(web: Web) -> None:
    def page(request: BaseHTTPRequestHandler) -> None:
        assert request.headers["If-None-Match"] == '"7"'
        request.send_response(304)
        request.end_headers()

    web.pages["/a"] = page
    answer = fetch(web.url("/a"), etag='"7"')
    assert (answer.unchanged, answer.data) == (True, b"")


def test_redirects_are_followed_to_the_end(web: Web) -> None:
    web.serve("/end", "نعم")
    web.redirect("/b", "end")
    assert fetch(web.redirect("/a", web.url("/b"))).url == web.url("/end")


def test_progress_is_told(web: Web) -> None:
    seen: list[tuple[int, int | None]] = []
    fetch(web.serve("/a", b"x" * 50_000), progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (50_000, 50_000)


def chunks(web: Web, path: str, piece: bytes, pause: float, head: bytes = b"HTTP/1.0 200 OK\r\n\r\n") -> str:
    """A page that never ends, a piece at a time."""

    def page(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(head)
        while not web.over.wait(pause):
            request.wfile.write(piece)

    web.pages[path] = page
    return web.url(path)


class TestRefused:
    def said(self, url: str, said: str, **options: object) -> None:
        with pytest.raises(NashraError, match=said) as caught:
            fetch(url, limits=QUICK, **options)  # type: ignore[arg-type]
        assert "\n" not in str(caught.value)
        assert str(caught.value).isprintable()

    def test_too_large_by_its_own_word(self, web: Web) -> None:
        self.said(web.serve("/a", b"x", Content_Length="999999999"), "too large")

    def test_too_large_without_a_word(self, web: Web) -> None:
        self.said(chunks(web, "/a", b"x" * 10_000, 0), "too large")

    def test_a_gzip_bomb(self, web: Web) -> None:
        self.said(web.serve("/a", gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip"), "too large")

    def test_broken_packing(self, web: Web) -> None:
        self.said(web.serve("/a", b"no gzip at all", Content_Encoding="gzip"), "packed wrongly")
        self.said(web.serve("/b", b"x", Content_Encoding="br"), "packed in a way")
        self.said(web.serve("/c", gzip.compress(b"x" * 999)[:-12], Content_Encoding="gzip"), "broke off")

    def test_a_page_cut_short(self, web: Web) -> None:
        self.said(web.serve("/a", b"half", Content_Length="5000"), "broke off|connection failed|too slow")

    def test_a_server_that_stalls(self, web: Web) -> None:
        web.pages["/a"] = lambda request: web.over.wait(5) and None
        self.said(web.url("/a"), "too slow")

    def test_a_server_that_dribbles(self, web: Web) -> None:
        self.said(chunks(web, "/a", b"x", 0.05), "too slow")

    def test_a_server_that_dribbles_its_headers(self, web: Web) -> None:
        self.said(
            chunks(web, "/a", b"X-A: b\r\n", 0.05, head=b"HTTP/1.0 200 OK\r\n"), "too slow|connection failed"
        )

    def test_redirects_in_a_circle(self, web: Web) -> None:
        web.redirect("/b", "/a")
        self.said(web.redirect("/a", "/b"), "circle")

    def test_redirects_without_end(self, web: Web) -> None:
        for i in range(REDIRECTS + 2):
            web.redirect(f"/{i}", f"/{i + 1}")
        self.said(web.url("/0"), "redirects")

    @pytest.mark.parametrize(
        "to", ["file:///etc/passwd", "ftp://example.com/", "javascript:alert(1)", "http://["]
    )
    def test_a_redirect_out_of_the_web(self, web: Web, to: str) -> None:
        self.said(web.redirect("/a", to), "http and https|no valid")

    @pytest.mark.parametrize(
        "url", ["file:///etc/passwd", "http://", "http://[::1", "nowhere", "http://a b/", "http://x:99999/"]
    )
    def test_no_web_address(self, url: str) -> None:
        self.said(url, "http and https|no valid|no such host")

    def test_what_the_server_says(self, web: Web) -> None:
        self.said(web.url("/nowhere"), "404")

    def test_no_server(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.said(f"http://127.0.0.1:{port}/", "refuses")

    def test_no_http(self, web: Web) -> None:
        web.pages["/a"] = lambda request: request.wfile.write(b"SSH-2.0-\x1b[31mhello\r\n") and None
        self.said(web.url("/a"), "connection failed")

    @pytest.mark.parametrize(
        "host", ["127.0.0.1", "localhost", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]",
                 "[64:ff9b::7f00:1]", "0.0.0.0", "2130706433", "127.1"]
    )  # fmt: skip
    def test_a_private_address_that_nobody_named(self, host: str) -> None:
        self.said(f"http://{host}:9/", "private network|no such host", private=False)

    def test_a_public_page_that_leads_into_the_private_network(
        self, web: Web, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        answers = iter([True, False])
        monkeypatch.setattr("corpus.fetch.is_public", lambda address: next(answers))
        web.serve("/inside", "secret")
        self.said(web.redirect("/a", web.url("/inside")), "private network", private=True)
        assert web.asked == ["/a"]
