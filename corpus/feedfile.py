"""What a feed or an OPML list says, as plain values: no HTML in titles, no address but http and https."""

from __future__ import annotations

import io
import re
import time
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin
from xml.sax.saxutils import quoteattr

from corpus.clean.letters import controls, entities
from corpus.errors import NashraError
from corpus.importers.encoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_ITEMS = 500
"""Items that are taken from one feed at a time."""
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})[\"']")
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]{0,200}\?>")
_TAG = re.compile(r"<[^<>]{0,1000}>")
_SPACE = re.compile(r"\s+")
_LINK = re.compile(r"<link\b[^>]{0,500}>", re.IGNORECASE)
_IS_FEED = re.compile(r"type\s*=\s*[\"']?application/(?:rss|atom)\+xml", re.IGNORECASE)
_HREF = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)


class Entry(NamedTuple):
    """One item of a feed."""

    key: str
    """The item's own id, else its address, else its title: the same at every fetch."""
    title: str
    url: str | None
    date: str | None
    """YYYY-MM-DD."""
    content: str | None
    """HTML, when the feed brings the text itself."""


def read_feed(data: bytes, url: str, charset: str | None = None) -> tuple[str, list[Entry]]:
    """A feed's title and entries, newest first as it gives them; charset is what the server called it.

    Raises NashraError when it is no feed.
    """
    import feedparser

    declared = found[1].decode("ascii") if (found := _DECLARED.match(data[:200])) else charset
    try:
        text = _DECLARATION.sub("", decode(data, url, declared), count=1)
    except NashraError:
        raise NashraError(f"There is no feed at {plain(url)}.") from None
    headers = {"content-location": url, "content-type": "application/xml; charset=utf-8"}
    try:
        parsed = feedparser.parse(io.BytesIO(text.encode()), response_headers=headers)
    except Exception:  # a hostile feed can raise anything from inside the parser
        parsed = {}
    if not parsed.get("version") and not parsed.get("entries"):
        raise NashraError(f"There is no feed at {plain(url)}.")
    entries = [_entry(raw, url) for raw in parsed["entries"][:MOST_ITEMS]]
    return plain(parsed["feed"].get("title", "")) or url, [entry for entry in entries if entry]


def linked_feed(page: str, url: str) -> str | None:
    """The address of the feed that a web page names."""
    for tag in _LINK.finditer(page[:500_000]):
        if _IS_FEED.search(tag[0]) and (href := _HREF.search(tag[0])):
            return _joined(url, href[1].replace("&amp;", "&"))
    return None


def read_opml(data: bytes) -> list[tuple[str, str]]:
    """Address and title of each feed of an OPML list. Raises NashraError when it is none."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        tree: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        tree = None
    if tree is None or not str(tree.tag).lower().endswith("opml"):
        raise NashraError("That is no OPML list of feeds.")
    found: dict[str, str] = {}
    for outline in tree.iter("{*}outline"):
        url = web(outline.get("xmlUrl") or "")
        if url:
            found.setdefault(url, plain(outline.get("title") or outline.get("text") or "") or url)
    return list(found.items())


def write_opml(feeds: Iterable[tuple[str, str]]) -> str:
    """An OPML list of feeds, given as address and title."""
    lines = [
        f"    <outline type={quoteattr('rss')} text={quoteattr(title)} xmlUrl={quoteattr(url)}/>"
        for url, title in feeds
    ]
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head><title>nashra</title></head>'
    )
    return "\n".join([head, "  <body>", *lines, "  </body>", "</opml>", ""])


def web(url: str) -> str | None:
    """The address if it is one of the web, without what a terminal or a header would obey."""
    url = url.strip()
    ok = (
        url.lower().startswith(("http://", "https://"))
        and url.isprintable()
        and " " not in url
        and len(url) < 2000
    )
    return url if ok else None


def plain(text: str) -> str:
    """A title as text: no tags, no controls, one line, at most 300 characters."""
    text, _ = entities(_TAG.sub(" ", text[:5000]))
    text, _ = controls(_TAG.sub(" ", text))
    return _SPACE.sub(" ", text).strip()[:300]


def _entry(raw: Any, url: str) -> Entry | None:
    link = _joined(url, str(raw["link"])) if raw.get("link") else None
    contents = [str(part.get("value", "")) for part in raw.get("content", [])]
    content = max(contents, key=len, default="") or None
    title = plain(str(raw.get("title", "")))
    key = str(raw.get("id") or link or title)[:1000]
    if not key or not (link or content):
        return None
    when = raw.get("published_parsed") or raw.get("updated_parsed")
    return Entry(key, title or link or "…", link, _day(when), content[:1_000_000] if content else None)


def _joined(base: str, link: str) -> str | None:
    try:
        return web(urljoin(base, link))
    except ValueError:
        return None


def _day(when: Any) -> str | None:
    try:
        return time.strftime("%Y-%m-%d", when) if when else None
    except (ValueError, TypeError, OverflowError):
        return None
