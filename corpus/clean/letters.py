"""Repairs of letters: what shows nothing, what only looks like the letter, what stretches it."""

from __future__ import annotations

import html
import re
import unicodedata

from corpus.tokenize import DIGITS, LETTERS, MARKS

_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
_ESCAPE = re.compile("\x1b(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|[@-Z\\\\^_])")
_ENTITY = re.compile(
    r"&(?:#[0-9]{2,7}|#x[0-9a-fA-F]{2,6}|nbsp|quot|amp|apos|lt|gt|laquo|raquo|[lr][ds]quo|[mn]dash|hellip);"
)
_PRESENTATION = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]+")
_PERSIAN_FINAL = re.compile(f"(?<![{LETTERS}])(و?(?:عل|إل|ال|حت|لد|مت|سو|أخر|كبر))\u06cc(?![{LETTERS}])")
_PERSIAN = re.compile("[\u06cc\u06a9\u06c1\u06be]")
_TO_ARABIC = {"\u06cc": "ي", "\u06a9": "ك", "\u06c1": "ه", "\u06be": "ه"}
_STRETCH = re.compile(f"(?<=[{LETTERS}{MARKS}])\u0640+(?=[{LETTERS}{MARKS}])")
_ARTICLE_GAP = re.compile(f"(?<![{LETTERS}])((?:[وفبلك]{{0,2}})(?:ال|ل))\u0640+ (?=[{DIGITS}])")
_STRAY_MARK = re.compile(f"(?<![{LETTERS}{MARKS}\u25cc])[{MARKS}]+")


def controls(line: str) -> tuple[str, int]:
    """Bidi overrides, escape sequences and other invisible characters turn lines around or break words."""
    line, escapes = _ESCAPE.subn("", line)
    line, controls = _CONTROL.subn("", line)
    return line, escapes + controls


def entities(line: str) -> tuple[str, int]:
    """Pages escape quotes and spaces twice, and &quot; stays in the text."""
    return _ENTITY.subn(lambda m: html.unescape(m[0]), line)


def presentation_forms(line: str) -> tuple[str, int]:
    """Text from old pages and PDF holds the shapes of letters in place of the letters; no dictionary has those."""
    return _PRESENTATION.subn(lambda m: unicodedata.normalize("NFKC", m[0]), line)


def persian_letters(line: str) -> tuple[str, int]:
    """A Persian keyboard gives another kaf and ya, which look alike and match nothing; of على and إلى it is the ى."""
    line, final = _PERSIAN_FINAL.subn("\\1ى", line)
    line, other = _PERSIAN.subn(lambda m: _TO_ARABIC[m[0]], line)
    return line, final + other


def stretched_words(line: str) -> tuple[str, int]:
    """Tatweel inside a word only makes it longer; after the article and before digits (الـ78) it has a purpose."""
    line, gaps = _ARTICLE_GAP.subn("\\1\u0640", line)
    line, inside = _STRETCH.subn("", line)
    return line, gaps + inside


def stray_marks(line: str) -> tuple[str, int]:
    """A vowel that stands on no letter is a slip of the keyboard."""
    return _STRAY_MARK.subn("", line)
