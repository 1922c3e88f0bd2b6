"""Embedding levels of a paragraph by the Unicode bidirectional algorithm (UAX #9): what runs right to left.

    levels("قال 3 مسؤولين (ATACMS).")
        ->  11112111111111122222211        one digit a character: 1 right to left, 2 left to right inside it

The algorithm runs over a string of bidi classes, one letter a character, and each rule is a regular
expression or a search over it. Explicit embeddings and isolates are ignored (they have no place in a text
that we lay out), so a right-to-left paragraph has levels 1 and 2 only and a left-to-right one 0, 1 and 2.

One thing differs from the standard on purpose: an ISO date or time (2024-05-01) and a web address stay left
to right after Arabic letters, where the standard shows the date as 01-05-2024. docs/bidi.md has the table
of differences.
"""

from __future__ import annotations

import re
import unicodedata as ud
from functools import cache

from corpus.regex import later
from reader.layout.brackets import BRACKET, resolve_brackets

_LETTER = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N", "ES": "s", "ET": "t", "CS": "c", "NSM": "m",
    "B": "S", "S": "S", "WS": "w", "ON": "o",
}  # fmt: skip
"""Bidi class -> its letter; every other class (BN and the explicit controls) is b."""

_RTL_BLOCKS = (
    (0x590, 0x600, "R"),
    (0x600, 0x7C0, "A"),
    (0x7C0, 0x860, "R"),
    (0x860, 0x900, "A"),
    (0xFB1D, 0xFB50, "R"),
    (0xFB50, 0xFE00, "A"),
    (0xFE70, 0xFF00, "A"),
    (0x10800, 0x11000, "R"),
    (0x1E800, 0x1F000, "R"),
)
"""Default classes of code points that Python's tables do not assign (DerivedBidiClass.txt)."""


class _Classes(dict[int, str]):
    """A str.translate table from characters to class letters that fills itself, with a cap."""

    def __missing__(self, code: int) -> str:
        letter = _LETTER.get(ud.bidirectional(chr(code)), "b")
        if not ud.bidirectional(chr(code)):
            letter = next((k for low, high, k in _RTL_BLOCKS if low <= code < high), "L")
        if len(self) >= 8192:
            self.clear()
        self[code] = letter
        return letter


_CLASSES = _Classes()

_W1 = later("([^m])(m+)")
_W1_START = later("^m+")
_W2 = later("A[^LRA]*")
_W4_EUROPEAN = later("(?<=E)[sc](?=E)")
_W4_ARABIC = later("(?<=N)c(?=N)")
_W5 = later("t*E[Et]*")
_W7 = later("L[^LR]*")
_W7_START = later("^[^LR]*")
_N1_LEFT = later("(?<=L)[woS]+(?=L)")
_N1_RIGHT = later("(?<=[REN])[woS]+(?=[REN])")
_L1_SEPARATOR = later("[wb]*S")
_LEVELS_RTL = str.maketrans("LENRwoS", "2221111")
_LEVELS_LTR = str.maketrans("LENRwoS", "0221000")
_NOT_PLAIN = later("[LEN]")

_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_MAY_BE_KEPT = later(f"[{_DIGIT}]{{4}}-[{_DIGIT}]|https?://")


def classes(text: str) -> str:
    """The bidi class of each character as one letter, the values of _LETTER."""
    return text.translate(_CLASSES)


_STRONG = later("[LRA]")
_ALL_RIGHT = later(
    "[\u060b-\u061b\u061d-\u065f\u066a\u066d-\u06dc\u06de-\u06ef\u06fa-\u06ff\u0750-\u077f"
    " !\"'()*,./:;?\\[\\]{}\u00ab\u00bb\u2010-\u2027\u2030-\u203a-]*"
)
"""Characters that are none of L, EN, AN: a text of them is all at level 1. Only a short cut."""


def is_rtl(text: str, base: str = "auto") -> bool:
    """Whether a paragraph runs right to left.

    base: "rtl" or "ltr" say so; "auto" is the first strong character (P2, P3; none is left to right); "arabic"
    is right to left as soon as there is one right-to-left letter, which is what the title "ATACMS ..." of an
    Arabic article wants.
    """
    if base in ("rtl", "ltr"):
        return base == "rtl"
    if base not in ("auto", "arabic"):
        raise ValueError(f"base must be rtl, ltr, auto or arabic, not {base!r}")
    for at in range(0, len(text), 256):
        kinds = classes(text[at : at + 256])
        if base == "arabic":
            if "A" in kinds or "R" in kinds:
                return True
        elif first := _STRONG.search(kinds):
            return first[0] != "L"
    return False


def levels(text: str, rtl: bool = True) -> str:
    """The resolved level of each character of a paragraph, as a digit.

    Rule L1 for the end of a line is left to the line. '' stands for a text that is all at level 1 in a
    right-to-left paragraph: the common case, and it costs nothing to keep.
    Linear time.
    """
    if rtl and _ALL_RIGHT.fullmatch(text):
        return ""
    kinds = classes(text)
    if rtl and not _NOT_PLAIN.search(kinds):
        return ""
    resolved = _resolve(text, kinds, rtl)
    if _MAY_BE_KEPT.search(text):
        resolved = _keep(text, resolved)
    return resolved


@cache
def kept() -> re.Pattern[str]:
    """What stays left to right whatever the standard says; compiled when a text first has something like it."""
    digit = f"[{_DIGIT}]"
    clock = rf"{digit}{{2}}:{digit}{{2}}(?::{digit}{{2}}(?:[.,]{digit}{{1,9}})?)?"
    zone = rf"(?:Z|[+-]{digit}{{2}}:?{digit}{{2}})"
    return re.compile(
        rf"(?<![{_DIGIT}\-]){digit}{{4}}-{digit}{{2}}-{digit}{{2}}(?:[T ]{clock}{zone}?)?(?![{_DIGIT}\-])"
        r"|https?://[!-~]*[0-9A-Za-z/#=&_~-]"
    )


def _keep(text: str, resolved: str) -> str:
    """Dates and addresses that stand in right-to-left text put at level 2."""
    out = resolved
    for found in kept().finditer(text):
        a, b = found.span()
        if out[a:b].strip("0"):
            out = out[:a] + "2" * (b - a) + out[b:]
    return out


def _resolve(text: str, kinds: str, rtl: bool) -> str:
    if "b" in kinds:  # X9: such characters do not take part, and show at the level before them
        keep = [i for i, k in enumerate(kinds) if k != "b"]
        inner = (
            iter(_resolve("".join([text[i] for i in keep]), "".join([kinds[i] for i in keep]), rtl))
            if keep
            else iter("")
        )
        out = []
        level = "1" if rtl else "0"
        for kind in kinds:
            if kind != "b":
                level = next(inner)
            out.append(level)
        return _separators(kinds, "".join(out), rtl)
    run = "R" if rtl else "L"
    original = kinds
    if "m" in kinds:
        kinds = _W1_START.sub(lambda m: run * len(m[0]), kinds)
        for _ in range(3):  # vowelled text: quicker than a function call for each mark
            kinds = kinds.replace("Am", "AA")
        if "m" in kinds:
            kinds = _W1.sub(lambda m: m[1] * len(m[0]), kinds)
    if "E" in kinds:
        kinds = _W2.sub(lambda m: m[0].replace("E", "N"), kinds)
        kinds = _W4_EUROPEAN.sub("E", kinds)
    kinds = kinds.replace("A", "R")
    if "N" in kinds:
        kinds = _W4_ARABIC.sub("N", kinds)
    if "E" in kinds:
        kinds = _W5.sub(lambda m: "E" * len(m[0]), kinds)
    kinds = kinds.replace("s", "o").replace("c", "o").replace("t", "o")
    if "E" in kinds:
        kinds = _W7.sub(lambda m: m[0].replace("E", "L"), kinds)
        if not rtl:
            kinds = _W7_START.sub(lambda m: m[0].replace("E", "L"), kinds)
    if BRACKET.search(text):
        kinds = resolve_brackets(text, kinds, original, run)
    if rtl:
        kinds = _N1_LEFT.sub(lambda m: "L" * len(m[0]), kinds)
        return _separators(original, kinds.translate(_LEVELS_RTL), rtl)
    kinds = _N1_RIGHT.sub(lambda m: "R" * len(m[0]), kinds)
    return _separators(original, kinds.translate(_LEVELS_LTR), rtl)


def _separators(original: str, resolved: str, rtl: bool) -> str:
    """L1: a tab, and the white space before it, is at the paragraph's level."""
    if "S" not in original:
        return resolved
    base = "1" if rtl else "0"
    for found in _L1_SEPARATOR.finditer(original):
        a, b = found.span()
        resolved = resolved[:a] + base * (b - a) + resolved[b:]
    return resolved
