"""What others say about a string: ICU, the Rust crate behind python-bidi, arabic-reshaper.

Each check returns None if we agree, or a line that says where we differ. The differences that are meant are listed in
docs/bidi.md and left out here, each with its reason.
"""

from __future__ import annotations

import unicodedata as ud
from functools import cache
from typing import Any

import bidi as rust
from arabic_reshaper import ArabicReshaper

from reader.layout import display, levels
from reader.layout.bidi import kept
from reader.layout.shaping import clusters
from tests.layout.reference import line_levels, visual_order

try:
    import icu
except ImportError:  # needs ICU's headers (libicu-dev) and a compiler
    icu = None

NO_ICU = "PyICU is not installed: it is built from source and needs libicu-dev, pkg-config and a C++ compiler"


def ours(text: str, rtl: bool) -> list[int]:
    """Our levels of a whole line, with rule L1 at its end."""
    resolved = [int(d) for d in levels(text, rtl) or "1" * len(text)]
    return line_levels(text, resolved, int(rtl))


def deliberate(text: str) -> bool:
    """Whether our levels depart from the standard on purpose (dates and addresses)."""
    return kept().search(text) is not None


def _icu_levels(text: str, rtl: bool) -> list[int]:
    engine = icu.Bidi()
    held = icu.UnicodeString(text)
    engine.setPara(held, int(rtl))
    units = engine.getLevels()
    out, at = [], 0
    for char in text:
        out.append(units[at])
        at += 2 if ord(char) > 0xFFFF else 1
    return out


def _icu_differs(text: str, at: int) -> bool:
    """Whether ICU is known to differ at a place without harm: the table in docs/bidi.md.

    What rule X9 removes has no level of its own. A mark after a closing bracket that N0 changed must change with it; ICU 72
    forgets that inside an outer bracket that is never closed (the crate and the literal rules do not).
    """
    kind = ud.bidirectional(text[at])
    before = text[:at].rstrip("".join(c for c in text if ud.bidirectional(c) in ("NSM", "BN")))
    return kind == "BN" or (kind == "NSM" and before[-1:] in (")", "]", "}", ">"))


def against_icu(text: str, rtl: bool) -> str | None:
    """Levels of every character, and the order, mirroring and positions of the displayed line, against ICU."""
    theirs = _icu_levels(text, rtl)
    mine = ours(text, rtl)
    if not rtl and not any(ud.bidirectional(c) in ("R", "AL") for c in text):
        # ICU leaves Arabic digits of a text without Arabic letters at level 0: the order is the same
        theirs = mine if visual_order(theirs) == visual_order(mine) else theirs
    differing = [i for i, (a, b) in enumerate(zip(theirs, mine, strict=True)) if a != b]
    if any(not _icu_differs(text, i) for i in differing):
        return f"rtl={rtl} {text!a}: ICU {''.join(map(str, theirs))}, we {''.join(map(str, mine))}"
    return _line_against(text, rtl, theirs)


def _line_against(text: str, rtl: bool, theirs: list[int]) -> str | None:
    """The displayed line against an order and ICU's mirror images."""
    line = display(text, base="rtl" if rtl else "ltr")
    shown = set(line.positions)
    expected = [p for p in visual_order(theirs) if p in shown]
    got = [p for i, p in enumerate(line.positions) if not i or p != line.positions[i - 1]]
    if got != expected:
        return f"rtl={rtl} {text!a}: cells stand in the order {got}, ICU's is {expected}"
    for cell, place in zip(line.cells, line.positions, strict=True):
        char = text[place]
        if cell and ud.category(char)[0] in "PS" and ud.bidirectional(char) == "ON":
            want = icu.Char.charMirror(char) if theirs[place] % 2 else char
            if cell[0] != want:
                return f"rtl={rtl} {text!a}: {char!r} shows as {cell!r}, ICU has {want!r}"
    return None


_INVISIBLE = str.maketrans("", "", "\u200c\u200d")


def against_rust(text: str, rtl: bool) -> str | None:
    """The order of the characters (python-bidi mirrors nothing) against the Rust crate."""
    theirs = rust.get_display(text, base_dir="R" if rtl else "L")
    mine = "".join(text[i] for i in visual_order(ours(text, rtl)))
    if theirs.translate(_INVISIBLE) != mine.translate(_INVISIBLE):
        return f"rtl={rtl} {text!a}: the crate {theirs!a}, we {mine!a}"
    return None


@cache
def _reshaper() -> Any:
    settings = {
        "delete_harakat": False,
        "support_ligatures": True,
        "ARABIC LIGATURE ALLAH": False,
        "use_unshaped_instead_of_isolated": False,
    }
    return ArabicReshaper(configuration=settings)


UNKNOWN_TO_RESHAPER = frozenset("\u0676\u06cd\u06ce")
"""Letters without presentation forms that the package takes for non-letters."""


def against_reshaper(word: str) -> str | None:
    """The forms of a word's letters, its marks left out on both sides, against arabic-reshaper."""
    theirs = "".join(c for c in _reshaper().reshape(word) if not ud.combining(c))
    mine = "".join(c.display[0] for c in clusters(word, marks=False))
    if theirs != mine and UNKNOWN_TO_RESHAPER.isdisjoint(word):
        return f"{word!a}: the package {theirs!a}, we {mine!a}"
    return None
