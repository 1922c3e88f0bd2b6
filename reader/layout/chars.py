"""What a single character is to the grid: its cells, its bidi class, its mirror image.

    glyph("ب") -> ("ب", 1)      glyph("中") -> ("中", 2)      glyph(FATHA) -> ("\\u064e", 0)
    glyph(ESC) -> ("", 0)       glyph(a lone surrogate) -> ("\\ufffd", 1)

Terminals, their libraries and their Unicode versions disagree about the width of some characters. The grid
must never be off by a cell, so a character whose width is not certain is shown as U+FFFD (one cell
everywhere) or, where it only modifies its neighbour (variation selectors, skin tones, joiners), is not sent
at all.
"""

from __future__ import annotations

import unicodedata as ud

from corpus.regex import later
from corpus.tokenize import MARKS

REPLACEMENT = "\ufffd"
ZWNJ = "\u200c"
ZWJ = "\u200d"
TATWEEL = "\u0640"
DOTTED_CIRCLE = "\u25cc"
"""What a mark without a letter stands on."""
ELLIPSIS = "\u2026"

SPACES = "\t\n\x0b\x0c\r\x85 \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
"""White space at which a line may break (not the no-break spaces), as the inside of a character class.

Each shows as one cell.
"""
ATOM = later(f"[^{SPACES}]+")
"""What stands between spaces: a word with the punctuation that touches it."""

_PREPENDED = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u08e2"
_FILLERS = "\u115f\u1160\u3164\uffa0"
_UNCERTAIN = ((0x2630, 0x2638), (0x268A, 0x2690), (0x4DC0, 0x4E00), (0x1D300, 0x1D380), (0x302E, 0x3030))
_JAMO = ((0x1160, 0x1200), (0xD7B0, 0xD800))
_REGIONAL = 0x1F1E6
_MARKS_SHOWN = 8
"""Marks sent for one cell at most: enough for any real letter, and a bound on a hostile pile of them."""


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= code < high for low, high in ranges)


def _measure(char: str) -> tuple[str, int]:
    code = ord(char)
    kind = ud.category(char)
    if char == "\u00a0" or kind == "Zs" or char in "\t\n\x0b\x0c\r\x85\u2028\u2029":
        return " ", 1
    if kind in ("Mn", "Me"):
        return ("", 0) if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF else (char, 0)
    if kind in ("Cf", "Cc"):
        return (char, 1) if char in _PREPENDED else ("", 0)
    if kind == "Mc" or char in _FILLERS or _within(code, _JAMO) or 0x1F3FB <= code <= 0x1F3FF:
        return "", 0
    if kind in ("Cs", "Cn") or _within(code, _UNCERTAIN):
        return REPLACEMENT, 1
    if _REGIONAL <= code < _REGIONAL + 26:
        return chr(ord("A") + code - _REGIONAL), 1
    return char, 2 if ud.east_asian_width(char) in "WF" else 1


class _Glyphs(dict[str, tuple[str, int]]):
    """A table that fills itself, with a cap, since a hostile text could name every character there is."""

    def __missing__(self, char: str) -> tuple[str, int]:
        if len(self) >= 4096:
            self.clear()
        value = self[char] = _measure(char)
        return value


_GLYPHS = _Glyphs()


def glyph(char: str) -> tuple[str, int]:
    """What is sent to the terminal for one character, and how many cells it takes (0, 1 or 2)."""
    return _GLYPHS[char]


def shown_marks(tail: str) -> str:
    """The part of a cluster's tail (marks, joiners, controls) that is sent to the terminal."""
    if len(tail) == 1:
        return _GLYPHS[tail][0]
    return "".join([_GLYPHS[c][0] for c in tail[: 4 * _MARKS_SHOWN]][:_MARKS_SHOWN])


SIMPLE = (
    " -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u038a\u0391-\u03a1\u03a3-\u0482"
    "\u060c\u061b\u061d-\u064a\u0660-\u066f\u0671-\u06d5\u06e5\u06e6\u06ee-\u06ff\u0750-\u077f"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\ufb50-\ufbb1\ufe70-\ufe74\ufe76-\ufefc"
)
"""Characters of exactly one cell, as the inside of a character class: all that a plain article holds."""
ARABIC_MARK = later(f"[{MARKS}]+")
COMPLEX = later(f"[^{SIMPLE}{MARKS}]")
"""Finds what is not worth a fast path: wide, zero-width, unknown."""
LONE_MARK = later(f"(?<![^{SPACES}])[{MARKS}]")
"""A mark at the start of an atom."""

RIGHT_TO_LEFT = later("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""A character of Arabic, Hebrew or Syriac, or one of their presentation forms."""

MIRROR: dict[str, str] = {}
"""Character -> its mirror image, for what is shown right to left (rule L4)."""
_PAIRS = (
    "() [] {} <> «» ‹› ≤≥ ⟨⟩ ⟪⟫ ⟦⟧ ⁅⁆ ⁽⁾ ₍₎ ≪≫ 〈〉 《》 「」 『』 【】 （） ［］ ｛｝ ＜＞ ｢｣ "
    "❨❩ ❪❫ ❬❭ ❮❯ ❰❱ ❲❳ ❴❵ ⦃⦄ ⦅⦆"
)
for _pair in _PAIRS.split():
    MIRROR[_pair[0]], MIRROR[_pair[1]] = _pair[1], _pair[0]
