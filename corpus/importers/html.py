"""A web page to an article: trafilatura finds the main text and what the page says of itself.

The page becomes raw lines first (the title, then a line for each paragraph, "# " before headings); the cleaning rules
do the rest, as for any text. What trafilatura leaves out is not kept.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from corpus.clean.draft import loose
from corpus.errors import NashraError
from corpus.importers import encoding
from corpus.importers.blocks import block_lines
from corpus.importers.build import build
from corpus.tokenize import LETTERS, count_words
from corpus.visible import visible

if TYPE_CHECKING:
    from corpus.article import Article

LARGEST = 10_000_000
"""Bytes of a page."""
STUB = 80
"""A page with a paywall and fewer Arabic words than this is only the beginning of an article."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}"
    rb"<(?:!doctype\s+html|html|head|body|article|div|p|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_PAYWALL = re.compile(
    r"(?:للمشتركين فقط|هذا المحتوي للمشتركين|للمتابعة اشترك|اشترك لمتابعة القراءة|اشترك لقراءة|سجل الدخول لمتابعة|تبقي لك"
    r"|subscribe to (?:continue|read)|subscribers only|to continue reading)"
)
_LOCKED = re.compile(r'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
_ARABIC = re.compile(f"[{LETTERS}]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9A-Fa-f]{1,8})|([0-9]{1,9}));?")
_SPACE = re.compile(r"\s+")
_BLOCKS = frozenset({"p", "head", "item", "quote", "ab", "list", "div", "code", "lb"})


def is_html(data: bytes) -> bool:
    """Whether a file's beginning is that of a web page."""
    return _HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) is not None


def import_html(
    data: bytes | str,
    name: str,
    *,
    url: str | None = None,
    charset: str | None = None,
    english: str | None = None,
) -> Article:
    """An article from a page; name is its file or address for messages, charset what the server called it.

    Raises NashraError for a page that holds no article, only the beginning of one, or no Arabic.
    """
    name = visible(name)
    if len(data) > LARGEST:
        raise NashraError(f"{name} is too large for a page: over {LARGEST // 10**6} MB.")
    if isinstance(data, bytes):
        declared = charset or (found[1].decode("ascii") if (found := _CHARSET.search(data[:4096])) else None)
        data = encoding.decode(data, name, declared)
    if not data.strip():
        raise NashraError(f"{name} is empty.")
    page = _extract(_REFERENCE.sub(_reference, data), url)
    lines: list[str] = []
    if page is not None and page.body is not None:
        lines = block_lines(page.body, blocks=_BLOCKS, headings={"head"})
    words = count_words("\n".join(lines))
    if words < STUB and (_LOCKED.search(data) or _PAYWALL.search(loose(data[:500_000]))):
        raise NashraError(
            f"{name} shows only the beginning of the article to those who have not paid for it."
        )
    if page is None or words < 5:
        raise NashraError(
            f"There is no article in {name}." if _ARABIC.search(data) else f"There is no Arabic in {name}."
        )
    title = _SPACE.sub(" ", page.title or "").strip() or lines.pop(0).removeprefix("# ")
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return build(
        "\n".join([title, *lines]),
        name,
        source=_site(page.sitename, host),
        url=url,
        date=page.date,
        english=english,
    )


def _reference(found: re.Match[str]) -> str:
    """A character reference, unless it is to a control character: one of these and the whole page is refused."""
    code = int(found[1], 16) if found[1] else int(found[2])
    return " " if (code < 0x20 and chr(code) not in "\t\n\r") or code in (0xFFFE, 0xFFFF) else found[0]


def _site(named: str | None, host: str) -> str | None:
    """What the page calls itself, unless that is only its address again."""
    return host or None if not named or named.split(":")[0] == host else named


def _extract(text: str, url: str | None) -> Any:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            text,
            url=url,
            favor_recall=True,
            include_comments=False,
            include_tables=False,
            include_formatting=False,
            date_extraction_params={
                "extensive_search": False,
                "original_date": True,
                "outputformat": "%Y-%m-%d",
            },
            with_metadata=True,
        )
    except (ValueError, RecursionError, MemoryError, AssertionError, TypeError, AttributeError, KeyError):
        return None  # a page that its parser cannot take holds no article for us
