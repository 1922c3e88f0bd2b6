"""One page from the web, or a clear line why not.

    fetch("https://example.com/a")                    a person named it: any host
    fetch(link, private=False)                        a feed named it: public hosts only

Everything a server can do wrong has a limit: the size of what it sends and of what that unpacks to, the time for
the whole of it (a server that stalls and one that dribbles alike), the number of redirects. The address that was
checked is the address that is connected to, so a name cannot change its meaning in between.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from corpus.errors import NashraError
from corpus.hosts import is_private_name, is_public
from corpus.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

AGENT = "Mozilla/5.0 (compatible; nashra/0.1; a reader for learners of Arabic)"
"""What we call ourselves."""
REDIRECTS = 5
"""How many are followed."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server is allowed."""

    size: int = 10_000_000
    """Bytes, both as sent and unpacked."""
    seconds: float = 30.0
    """For everything, redirects included."""
    silence: float = 10.0
    """Seconds without a byte."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent."""

    url: str
    """Where it came from in the end, after redirects."""
    data: bytes
    """Unpacked; empty when it has not changed."""
    content_type: str = ""
    """Without parameters, lower case."""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    local: bool = False
    """It came from this machine or its network."""
    unchanged: bool = False
    """The server says that what the etag or date stands for is still the same (304)."""


@dataclass
class _Deadline:
    """Closes the connection of the moment when the time is up, wherever it is waiting."""

    seconds: float
    ends: float = field(init=False)
    socket: socket.socket | None = None

    def __post_init__(self) -> None:
        self.ends = time.monotonic() + self.seconds
        self._timer = threading.Timer(self.seconds, self._close)
        self._timer.daemon = True
        self._timer.start()

    @property
    def left(self) -> float:
        return self.ends - time.monotonic()

    def cancel(self) -> None:
        self._timer.cancel()

    def _close(self) -> None:
        if self.socket is not None:
            with contextlib.suppress(OSError):
                self.socket.shutdown(socket.SHUT_RDWR)


def fetch(
    url: str,
    *,
    private: bool = True,
    etag: str | None = None,
    modified: str | None = None,
    limits: Limits | None = None,
    progress: Callable[[int, int | None], None] | None = None,
) -> Fetched:
    """Fetch an http or https address.

    private: whether addresses of this machine and its network may be connected to. etag, modified: what the server
    said last time, so that it can answer "unchanged". progress is called with the bytes so far and, if known, in
    all. Raises NashraError with one clear line.
    """
    limits = limits or Limits()
    deadline = _Deadline(limits.seconds)
    conditional = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate", "Accept-Language": "ar,en;q=0.5"}
    headers |= {key: value for key, value in conditional.items() if value}
    seen = {url}
    try:
        for _ in range(REDIRECTS + 1):
            answer, local = _once(url, private, headers, limits, deadline, progress)
            if isinstance(answer, Fetched):
                return answer
            url, private = answer, local  # a public page may not lead into the private network
            if url in seen:
                raise NashraError(f"{visible(url)} sends the reader round in a circle.")
            seen.add(url)
        raise NashraError(f"{visible(url)}: more than {REDIRECTS} redirects.")
    except (TimeoutError, ssl.SSLError, OSError, http.client.HTTPException, ValueError) as e:
        raise _told(url, e, deadline, limits) from None
    finally:
        deadline.cancel()


def _once(
    url: str,
    private: bool,
    headers: dict[str, str],
    limits: Limits,
    deadline: _Deadline,
    progress: Callable[[int, int | None], None] | None,
) -> tuple[Fetched | str, bool]:
    """The answer, or the address that it redirects to; and whether the server is in the private network."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise NashraError(f"{visible(url)} is no web address; nashra fetches http and https only.")
    connection = _connect(parts.scheme, parts.hostname, parts.port, private, limits, deadline)
    try:
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
            "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]") if parts.query else ""
        )
        if connection.proxied:
            target = f"{parts.scheme}://{parts.netloc}{target}"
        connection.http.request("GET", target, headers=headers)
        response = connection.http.getresponse()
        if response.status in (301, 302, 303, 307, 308) and (location := response.getheader("Location")):
            return urljoin(url, location.strip()), connection.local
        etag, modified = response.getheader("ETag"), response.getheader("Last-Modified")
        if response.status == 304:
            unchanged = Fetched(
                url, b"", etag=etag, modified=modified, local=connection.local, unchanged=True
            )
            return unchanged, connection.local
        if response.status != 200:
            raise NashraError(
                f"{visible(url)}: the server answers {response.status} {visible(response.reason)}."
            )
        data = b"".join(_body(response, url, limits, deadline, progress))
        message = response.headers
        charset = message.get_content_charset()
        fetched = Fetched(url, data, message.get_content_type(), charset, etag, modified, connection.local)
        return fetched, connection.local
    finally:
        connection.http.close()


def _body(
    response: http.client.HTTPResponse,
    url: str,
    limits: Limits,
    deadline: _Deadline,
    progress: Callable[[int, int | None], None] | None,
) -> Iterator[bytes]:
    length = response.getheader("Content-Length", "")
    total = int(length) if length.isdigit() and len(length) < 19 else None
    too_large = NashraError(f"{visible(url)} is too large: more than {limits.size // 1_000_000} MB.")
    if total is not None and total > limits.size:
        raise too_large
    encoding = response.getheader("Content-Encoding", "identity").strip().lower()
    if encoding not in ("gzip", "x-gzip", "deflate", "identity", ""):
        raise NashraError(
            f"{visible(url)} is packed in a way that nashra does not know ({visible(encoding, 20)})."
        )
    unpacker = None if encoding in ("identity", "") else zlib.decompressobj(47 if "gzip" in encoding else 15)
    got = unpacked = 0
    while chunk := response.read1(65536):
        got += len(chunk)
        if unpacker is not None:
            try:
                chunk = unpacker.decompress(chunk, limits.size - unpacked + 1)
            except zlib.error:
                raise NashraError(f"{visible(url)} is packed wrongly; the page cannot be read.") from None
        unpacked += len(chunk)
        if got > limits.size or unpacked > limits.size:
            raise too_large
        if deadline.left <= 0:
            raise TimeoutError
        if progress is not None:
            progress(got, total)
        yield chunk
    if deadline.left <= 0:
        raise TimeoutError  # the connection was closed by us, not by the server
    if total is not None and got < total:
        raise NashraError(
            f"{visible(url)}: the connection broke off after {got} of {total} bytes; try again."
        )
    if unpacker is not None and not unpacker.eof:
        raise NashraError(f"{visible(url)}: the connection broke off; try again.")


@dataclass(frozen=True, slots=True)
class _Connection:
    http: http.client.HTTPConnection
    proxied: bool = False
    local: bool = False


def _connect(
    scheme: str, host: str, port: int | None, private: bool, limits: Limits, deadline: _Deadline
) -> _Connection:
    timeout = max(0.1, min(limits.silence, deadline.left))
    proxy = None if proxy_bypass(host) else getproxies().get(scheme)
    if proxy and (private or not is_private_name(host)):
        return _through_proxy(proxy, scheme, host, port, timeout, deadline)
    port = port or (443 if scheme == "https" else 80)
    sock, public = _open(host, port, private, timeout)
    deadline.socket = sock
    if scheme == "https":
        secure = ssl.create_default_context().wrap_socket(
            sock, server_hostname=host, do_handshake_on_connect=False
        )
        deadline.socket = sock = secure
        secure.do_handshake()
    connection = http.client.HTTPConnection(host, port, timeout=timeout)
    if scheme == "https":
        connection.default_port = 443
    connection.sock = sock
    return _Connection(connection, local=not public)


def _open(host: str, port: int, private: bool, timeout: float) -> tuple[socket.socket, bool]:
    """A connection, and whether it leads to a public address."""
    error: OSError | None = None
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        public = is_public(str(address[0]))
        if not private and not public:
            raise NashraError(
                f"{visible(host)} is in a private network; a feed or a page may not lead there."
            )
        sock = socket.socket(family, kind, protocol)
        sock.settimeout(timeout)
        try:
            sock.connect(address)
        except OSError as e:
            sock.close()
            error = e
        else:
            return sock, public
    raise error or OSError(f"no address for {host}")


def _through_proxy(
    proxy: str, scheme: str, host: str, port: int | None, timeout: float, deadline: _Deadline
) -> _Connection:
    """The proxy looks the name up; what it may reach is for those to say who run it."""
    parts = urlsplit(proxy if "//" in proxy else "//" + proxy)
    via, via_port = parts.hostname or "", parts.port or 8080
    if scheme == "https":
        secure = http.client.HTTPSConnection(via, via_port, timeout=timeout)
        secure.set_tunnel(host, port or 443)
        secure.connect()
        deadline.socket = secure.sock
        return _Connection(secure)
    plain = http.client.HTTPConnection(via, via_port, timeout=timeout)
    plain.connect()
    deadline.socket = plain.sock
    return _Connection(plain, proxied=True)


def _told(url: str, error: Exception, deadline: _Deadline, limits: Limits) -> NashraError:
    shown = visible(url)
    if isinstance(error, TimeoutError) or deadline.left <= 0:
        waited = limits.seconds if deadline.left <= 0 else limits.silence
        return NashraError(
            f"{shown}: the server was too slow (more than {waited:g} seconds); try again later."
        )
    if isinstance(error, socket.gaierror):
        return NashraError(f"{shown}: no such host, or no connection to the internet.")
    if isinstance(error, ssl.SSLError):
        return NashraError(f"{shown}: the secure connection failed ({error.reason or 'TLS'}).")
    if isinstance(error, ConnectionRefusedError):
        return NashraError(f"{shown}: the server refuses the connection.")
    if isinstance(error, http.client.InvalidURL | ValueError | UnicodeError):
        return NashraError(f"{shown} is no valid web address.")
    return NashraError(f"{shown}: the connection failed; try again.")
