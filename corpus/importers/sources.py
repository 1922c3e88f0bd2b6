"""Whatever a person names as a source, to articles: a file, an address, "-" for standard input.

open_source("page.html")                 by what the file holds, not by its name
open_source("https://example.com/a")
open_source("-")                         text, a page, a book on standard input
open_source("clipboard:")
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from corpus.errors import NashraError
from corpus.importers.epub import LARGEST, import_epub, is_epub
from corpus.importers.html import import_html, is_html
from corpus.importers.pdf import import_pdf, is_pdf
from corpus.importers.text import import_text
from corpus.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.article import Article
    from corpus.fetch import Limits


def is_url(source: str) -> bool:
    """Whether a source is a web address."""
    return source.lower().startswith(("http://", "https://"))


def open_source(
    source: str,
    english: str | None = None,
    *,
    progress: Callable[[int, int | None], None] | None = None,
) -> list[Article]:
    """The articles of a source, mostly one; a book gives one for each chapter.

    english: the translation, as text. Raises NashraError with one line that says what is wrong and what to do.
    """
    if is_url(source):
        return [fetch_article(source, english, progress=progress)]
    if source == "-":
        return from_bytes(sys.stdin.buffer.read(LARGEST + 1), "standard input", english)
    if source == "clipboard:":
        from corpus.importers.clipboard import paste

        return from_bytes(paste(), "the clipboard", english)
    path = Path(unquote(urlsplit(source).path)) if source.startswith("file://") else Path(source)
    return from_bytes(read_file(path), visible(path.name), english)


def fetch_article(
    url: str,
    english: str | None = None,
    *,
    private: bool = True,
    limits: Limits | None = None,
    progress: Callable[[int, int | None], None] | None = None,
) -> Article:
    """The article at an address; private as in corpus.fetch.fetch."""
    from corpus.fetch import fetch

    page = fetch(url, private=private, limits=limits, progress=progress)
    name = visible(page.url, 80)
    if is_pdf(page.data):
        return import_pdf(page.data, name)
    if "html" in page.content_type or is_html(page.data):
        return import_html(page.data, name, url=page.url, charset=page.charset, english=english)
    if page.content_type.startswith("text/plain") or not page.content_type:
        return import_text(page.data, name, english)
    if "xml" in page.content_type:
        raise NashraError(f"{name} is a feed or other XML; add a feed with: nashra feed add {name}")
    raise NashraError(f"{name} is no page but {visible(page.content_type, 40)}.")


def from_bytes(data: bytes, name: str, english: str | None = None) -> list[Article]:
    """The articles in a file's bytes, by what they are."""
    if is_epub(data):
        return import_epub(data, name)
    if is_pdf(data):
        return [import_pdf(data, name)]
    if is_html(data):
        return [import_html(data, name, english=english)]
    if data.startswith(b"PK\x03\x04"):
        raise NashraError(
            f"{name} is a zip archive or an office document; save it as plain text and import that."
        )
    return [import_text(data, name, english)]


def read_file(path: Path) -> bytes:
    """A file's bytes. Raises NashraError when it is not there, no file, not readable or too large."""
    shown = visible(str(path))
    try:
        if path.is_dir():
            raise NashraError(f"{shown} is a folder; name the files in it.")
        if path.exists() and not path.is_file() and not path.is_fifo():
            raise NashraError(f"{shown} is no file.")
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > LARGEST:
                raise NashraError(f"{shown} is too large: over {LARGEST // 10**6} MB.")
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise NashraError(f"There is no file {shown}.") from None
    except PermissionError:
        raise NashraError(f"{shown} cannot be read; check its permissions.") from None
    except (OSError, ValueError) as e:
        raise NashraError(f"{shown} cannot be read: {getattr(e, 'strerror', None) or e}.") from None
