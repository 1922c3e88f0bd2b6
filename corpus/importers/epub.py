"""An EPUB to articles: one for each chapter that holds Arabic text.

An EPUB is a zip of web pages with a list of their order. Only what the list names is unpacked, and not more than
a book can need.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from corpus.errors import NashraError
from corpus.importers import encoding
from corpus.importers.blocks import block_lines
from corpus.importers.build import build
from corpus.tokenize import count_words

if TYPE_CHECKING:
    from corpus.article import Article

LARGEST = 100_000_000
"""Bytes of a book, packed."""
LARGEST_MEMBER = 10_000_000
"""Bytes of one chapter, unpacked."""
MOST_CHAPTERS = 2000
SHORTEST = 20
"""Arabic words of a chapter that is more than a title page."""

_CONTAINER = "META-INF/container.xml"
_SPACE = re.compile(r"\s+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "p",
    "div",
    "li",
    "blockquote",
    "section",
    "article",
    "br",
    "tr",
    "dt",
    "dd",
    "pre",
    "figcaption",
}
_SKIPPED = frozenset({"script", "style", "head", "nav", "svg", "math", "noscript", "template"})


def is_epub(data: bytes) -> bool:
    """Whether a file's beginning is that of an EPUB."""
    return data.startswith(b"PK\x03\x04") and b"application/epub+zip" in data[:200]


def import_epub(data: bytes, name: str) -> list[Article]:
    """The book's chapters in order, each an article with the book's title as its source.

    Raises NashraError for a file that is no EPUB, is locked, or holds no Arabic.
    """
    if len(data) > LARGEST:
        raise NashraError(f"{name} is too large for a book: over {LARGEST // 10**6} MB.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            if "META-INF/encryption.xml" in book.namelist() and b"EncryptedData" in _read(
                book, "META-INF/encryption.xml", name
            ):
                raise NashraError(f"{name} is locked (DRM); nashra cannot read it.")
            return _chapters(book, name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise NashraError(f"{name} is damaged or no EPUB.") from None


def _chapters(book: zipfile.ZipFile, name: str) -> list[Article]:
    package_path = _first(_xml(_read(book, _CONTAINER, name), name), "rootfile", "full-path")
    if not package_path:
        raise NashraError(f"{name} is damaged or no EPUB.")
    package = _xml(_read(book, package_path, name), name)
    title = next((_text(e) for e in package.iter("{*}title")), "") or name
    day = next((_text(e)[:10] for e in package.iter("{*}date")), "")
    files = {item.get("id"): item.get("href") for item in package.iter("{*}item")}
    articles: list[Article] = []
    for reference in list(package.iter("{*}itemref"))[:MOST_CHAPTERS]:
        href = files.get(reference.get("idref"))
        if not href:
            continue
        path = posixpath.normpath(
            posixpath.join(posixpath.dirname(package_path), unquote(href.split("#")[0]))
        )
        lines = _lines(encoding.decode(_read(book, path, name), name))
        if count_words("\n".join(lines)) >= SHORTEST:
            lines[0] = lines[0].removeprefix("# ")
            date = day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None
            articles.append(build("\n".join(lines), name, source=title, date=date))
    if not articles:
        raise NashraError(f"There is no Arabic text in {name}.")
    return articles


def _read(book: zipfile.ZipFile, path: str, name: str) -> bytes:
    try:
        with book.open(path) as member:
            data = member.read(LARGEST_MEMBER + 1)
    except KeyError:
        raise NashraError(f"{name} is damaged: {path[:80]!r} is missing in it.") from None
    if len(data) > LARGEST_MEMBER:
        raise NashraError(f"{name}: a chapter is larger than {LARGEST_MEMBER // 10**6} MB; that is no book.")
    return data


def _xml(data: bytes, name: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        tree = None
    if tree is None:
        raise NashraError(f"{name} is damaged or no EPUB.")
    return tree


def _first(tree: Any, tag: str, attribute: str) -> str | None:
    return next((e.get(attribute) for e in tree.iter("{*}" + tag)), None)


def _text(element: Any) -> str:
    return _SPACE.sub(" ", "".join(element.itertext())).strip()


def _lines(page: str) -> list[str]:
    """The text of a chapter's blocks, a line each; "# " before headings."""
    from lxml import etree, html

    page = re.sub(r"^\s*<\?xml[^>]*\?>", "", page)
    try:
        tree = html.document_fromstring(page, parser=html.HTMLParser(no_network=True, huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    return block_lines(tree, blocks=_BLOCKS, headings=_HEADINGS, skipped=_SKIPPED)
