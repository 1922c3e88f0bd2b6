"""An atom cut into clusters, each with the form its letter takes between its neighbours.

    clusters("سَلَامٌ")   (6 letters-and-marks, in logical order)
      display   form of seen + fatha    lam-alef, final + fatha    meem, isolated + dammatan
      start..end      0..2                     2..5                      5..7
      width              1                        1                         1

A cluster is what the cursor can stand on: a letter with its marks, or lam and alef together. Marks live
inside the cluster, so text without its marks has the same cells. Forms come from the compatibility
decompositions of Unicode's presentation forms, joining types from ArabicShaping.txt (blocks Arabic and
Arabic Supplement).
"""

from __future__ import annotations

import unicodedata as ud
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from corpus.regex import later
from corpus.tokenize import MARKS
from reader.layout.chars import COMPLEX, DOTTED_CIRCLE, MIRROR, TATWEEL, ZWJ, ZWNJ, glyph, shown_marks

LAM = "\u0644"
ALEFS = "\u0622\u0623\u0625\u0627"

FORMS: dict[str, tuple[str, str, str, str]] = {}
"""Letter -> (isolated, final, initial, medial); for a form that Unicode lacks the nearest that exists."""
LAM_ALEF: dict[str, tuple[str, str]] = {}
"""Alef -> the ligature of lam with it: (isolated, final)."""

_RIGHT = (
    "\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2\u06d3"
    "\u06d5\u06ee\u06ef\u0759-\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779"
)
_DUAL = (
    "\u0620\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u0649\u064a\u066e\u066f\u0678-\u0687\u069a-\u06bf\u06c1\u06c2\u06cc\u06ce"
    "\u06d0\u06d1\u06fa-\u06fc\u06ff\u0750-\u0758\u075c-\u076a\u076d-\u0770\u0772\u0775-\u0777\u077a-\u077f"
)
"""ArabicShaping.txt: letters that join the one before them, and letters that join on both sides; ranges as in a class."""


def _load() -> None:
    found: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        kind, *parts = ud.decomposition(chr(code)).split() or [""]
        base = "".join(chr(int(p, 16)) for p in parts)
        if len(base) == 1 or (len(base) == 2 and base[0] == LAM and base[1] in ALEFS):
            found.setdefault(base, {})[kind] = chr(code)
    for base, by in found.items():
        isolated = by.get("<isolated>", base)
        final = by.get("<final>", isolated)
        if len(base) == 2:
            LAM_ALEF[base[1]] = (isolated, final)
        else:
            FORMS[base] = (isolated, final, by.get("<initial>", isolated), by.get("<medial>", final))


_load()
_ALONE, _AFTER, _BEFORE, _BOTH = 0, 1, 2, 3

_JOIN: dict[str, int] = {}
"""Letter -> where it joins: _AFTER the letter before it, _BEFORE the one after it, or both."""
for _letters, _joins in ((_RIGHT, _AFTER), (_DUAL, _BOTH)):
    for _k, _char in enumerate(_letters):
        if _char != "-":
            _JOIN[_char] = _joins
        else:
            for _code in range(ord(_letters[_k - 1]) + 1, ord(_letters[_k + 1])):
                _JOIN[chr(_code)] = _joins
_JOIN[TATWEEL] = _JOIN[ZWJ] = _BOTH


_MIRRORED = frozenset(MIRROR)
_PILE = 6
"""Longer clusters go the slow way, which shows only so many marks."""


class Cluster(NamedTuple):
    """One cluster: what is sent, the range of the atom that it stands for, and its cells (1 or 2)."""

    display: str
    start: int
    end: int
    width: int


class Shaped:
    """An atom's clusters as columns."""

    __slots__ = ("displays", "mirrored", "starts", "wide")

    def __init__(
        self, displays: tuple[str, ...], starts: tuple[int, ...], wide: tuple[int, ...] = ()
    ) -> None:
        self.displays = displays
        """What is sent for each cluster, in logical order, not mirrored."""
        self.starts = starts
        """Where each begins in the atom."""
        self.wide = wide
        """Indices of the clusters that take two cells; nearly always empty."""
        self.mirrored = displays
        """The same with brackets turned, for right-to-left text."""
        if not _MIRRORED.isdisjoint([d[0] for d in displays]):
            self.mirrored = tuple([MIRROR.get(d[0], d[0]) + d[1:] for d in displays])


def forms(letters: str) -> tuple[str, ...]:
    """The form of each letter of a word without marks; '' for an alef that melted into its lam."""
    joins = [_JOIN.get(c, 0) for c in letters]
    out: list[str] = []
    last = len(letters) - 1
    before = False
    merged = False
    for i, letter in enumerate(letters):
        if merged:
            merged = before = False
            out.append("")
            continue
        if letter == LAM and i < last and letters[i + 1] in LAM_ALEF:
            out.append(LAM_ALEF[letters[i + 1]][before])
            merged = True
            continue
        after = i < last and bool(joins[i] & _BEFORE) and bool(joins[i + 1] & _AFTER)
        shapes = FORMS.get(letter)
        out.append(letter if shapes is None else shapes[before + 2 * after])
        before = after
    return tuple(out)


_forms_cached = lru_cache(4096)(forms)
_CACHED_LENGTH = 48
"""Longer atoms are not kept: a cache of words must not hold a hostile text."""


def _forms(letters: str) -> tuple[str, ...]:
    return _forms_cached(letters) if len(letters) <= _CACHED_LENGTH else forms(letters)


_UNIT = later(f"[^{MARKS}][{MARKS}]*")
_MARK = later(f"[{MARKS}]+")


def _plain(atom: str, marks: bool, shape: bool) -> Shaped:
    """Clusters of an atom of letters, digits and punctuation of one cell, each perhaps with Arabic marks."""
    letters = _MARK.sub("", atom)
    shapes = _forms(letters) if shape else tuple(letters)
    if letters == atom:
        if "" not in shapes:
            return Shaped(shapes, tuple(range(len(shapes))))
        return Shaped(tuple([f for f in shapes if f]), tuple([i for i, f in enumerate(shapes) if f]))
    units = _UNIT.findall(atom)
    if max(map(len, units)) > _PILE:
        return _general(atom, marks, shape)
    starts = tuple(accumulate(map(len, units[:-1]), initial=0))
    if "" not in shapes:
        return Shaped(
            tuple([f + u[1:] for f, u in zip(shapes, units, strict=True)]) if marks else shapes, starts
        )
    displays: list[str] = []
    for form, unit in zip(shapes, units, strict=True):
        if form:
            displays.append(form + unit[1:] if marks else form)
        elif marks:
            displays[-1] += unit[1:]
    return Shaped(tuple(displays), tuple([s for s, f in zip(starts, shapes, strict=True) if f]))


def _units(atom: str) -> list[tuple[str, str, int]]:
    """(base, tail, start) of each cluster before lam and alef merge; what precedes the first has no cluster."""
    units: list[tuple[str, str, int]] = []
    base, tail, start = "", list[str](), 0
    for i, char in enumerate(atom):
        shown, width = glyph(char)
        if width:
            if base:
                units.append((base, "".join(tail), start))
            base, tail, start = char, [], i
            continue
        if not base and shown:  # a mark on nothing
            base, tail, start = DOTTED_CIRCLE, [], i
        tail.append(char)
    if base:
        units.append((base, "".join(tail), start))
    return [_compose(*unit) for unit in units]


def _compose(base: str, tail: str, start: int) -> tuple[str, str, int]:
    """A unit with a mark that changes its letter (hamza above, madda) put into the letter."""
    if tail and len(tail) < 64 and any("\u0653" <= c <= "\u0655" for c in tail):
        whole = ud.normalize("NFC", base + tail)
        return whole[0], whole[1:], start
    return base, tail, start


def _general(atom: str, marks: bool, shape: bool) -> Shaped:
    """Clusters of any atom."""
    units = _units(atom)
    letters: list[str] = []
    for base, tail, _ in units:
        letters.append(base)
        if ZWNJ in tail:
            letters.append(ZWNJ)
        elif ZWJ in tail:
            letters.append(ZWJ)
    shapes = (
        [s for s, c in zip(_forms("".join(letters)), letters, strict=True) if c not in (ZWNJ, ZWJ)]
        if shape
        else letters
    )
    if not shape:
        shapes = [base for base, _, _ in units]
    displays: list[str] = []
    starts: list[int] = []
    wide: list[int] = []
    for (base, tail, start), form in zip(units, shapes, strict=True):
        if not form:
            if marks and len(displays[-1]) < 8:
                displays[-1] += shown_marks(tail)
            continue
        shown, width = (form, 1) if form != base else glyph(base)
        if width == 2:
            wide.append(len(displays))
        displays.append(shown + shown_marks(tail) if marks and tail else shown)
        starts.append(start)
    return Shaped(tuple(displays), tuple(starts), tuple(wide))


def shape_uncached(atom: str, marks: bool = True, shape: bool = True) -> Shaped:
    """Clusters of an atom (no spaces in it) in logical order. Linear in its length."""
    if not atom or COMPLEX.search(atom) or _MARK.match(atom) or not ud.is_normalized("NFC", atom):
        return _general(atom, marks, shape)
    return _plain(atom, marks, shape)


_shape_cached = lru_cache(2048)(shape_uncached)


def shape_atom(atom: str, marks: bool = True, shape: bool = True) -> Shaped:
    """The same, kept for words that come again."""
    return (
        _shape_cached(atom, marks, shape)
        if len(atom) <= _CACHED_LENGTH
        else shape_uncached(atom, marks, shape)
    )


def clusters(atom: str, marks: bool = True) -> list[Cluster]:
    """Clusters of an atom, in logical order: the readable view of shape_atom."""
    shaped = shape_atom(atom, marks)
    edges = (0, *shaped.starts[1:], len(atom))
    return [Cluster(d, edges[i], edges[i + 1], 1 + (i in shaped.wide)) for i, d in enumerate(shaped.displays)]
