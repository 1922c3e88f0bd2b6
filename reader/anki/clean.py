"""Text from outside, made safe to stand in a field of a note.

    field_text('a <b> & [sound:x.mp3]\\x1f')   ->  'a &lt;b&gt; &amp; &#91;sound:x.mp3]'
    tag("article", "two words")               ->  'article::two-words'

Why each step: one U+001F ends a field and aborts the whole import; Anki plays `[sound:` and typesets
`[latex]` wherever it meets them; a bidi control can turn the rest of a card around; a lone surrogate cannot
be written at all.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROLS = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls that are not a kind of space
    + BIDI_CONTROLS
    + "\ud800-\udfff\ufeff\ufffe\uffff\ufff9-\ufffb\u2060-\u2064\u206a-\u206f"
)
_SPACES = "\\s\x1c-\x1f\x85\u2028\u2029\u3000"
_REMOVED = re.compile(f"[{_CONTROLS}]")
_SPACE = re.compile(f"[{_SPACES}]+")
MAX_FIELD = 4000
"""Code points that a field may hold; longer text is cut at a word."""


def plain_text(text: str, limit: int = MAX_FIELD) -> str:
    """One line of NFC text without controls, cut after `limit` code points. Not escaped."""
    if not text:
        return text
    if len(text) > 4 * limit:
        text = text[: 4 * limit]
    # Nearly all text needs nothing; to see that it does not is most of the work of an export.
    if not text.isprintable() or "  " in text or text[0] == " " or text[-1] == " ":
        text = _SPACE.sub(" ", _REMOVED.sub("", text)).strip()
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", limit // 2, limit)
    return text[: cut if cut > 0 else limit].rstrip() + " …"


def escape(text: str) -> str:
    """Escape cleaned text as HTML, with the brackets that Anki itself acts upon.

    Quotes stay: Anki's search looks at the field as it is stored.
    """
    if "<" in text or "&" in text or ">" in text or "[" in text:
        return html.escape(text, quote=False).replace("[", "&#91;")
    return text


def field_text(text: str, limit: int = MAX_FIELD) -> str:
    """`plain_text`, escaped: what a field holds."""
    return escape(plain_text(text, limit))


@lru_cache(maxsize=2048)  # the same few domains and articles on every note
def tag(prefix: str, value: str) -> str:
    """`prefix::value` without a space, a quote or a further level; empty when nothing is left."""
    value = re.sub(r'[\s":]+', "-", plain_text(value, 100)).strip("-")
    return f"{prefix}::{value}" if value else ""


def link(url: str) -> str:
    """The address, escaped, if it is http or https; else nothing."""
    url = plain_text(url, 2000)
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return html.escape(url) if parts.scheme in ("http", "https") and parts.netloc and " " not in url else ""
