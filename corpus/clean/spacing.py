"""Repairs of spaces and stops, where only one reading is possible."""

from __future__ import annotations

import re

from corpus.tokenize import DIGITS, LETTERS, MARKS

_L = "\u0620-\u063f\u0641-\u064a\u0671"
"""Arabic letters without tatweel."""
_SPACES = re.compile(r"[^\S ]+| {2,}|^ +| +$")
_BEFORE = re.compile(r"(?<=\S) +(?=[،؛؟!:](?:\s|$)|[،؛](?=[^\s]))")
_BEFORE_STOP = re.compile(rf"(?<=[{LETTERS}{MARKS}{DIGITS}\"”’»)]) +(?=\.(?:\s|$|[\"”’»)]))")
_AFTER = re.compile(rf"(?<=[{LETTERS}{MARKS}\"”»)])([،؛])(?=[{_L}“«(])")
_AFTER_STOP = re.compile(rf"(?<=[{_L}{MARKS}]{{3}})([.؟!])(?=[{_L}]{{3}})")
_DOUBLED_STOP = re.compile(r"\.(?: +\.)+")
_DOUBLED_COMMA = re.compile(r"([،؛])(?: *\1)+")
_LOST = re.compile(
    rf"(?<=ة)([{MARKS}]*)(?=[{_L}])"  # ta marbuta ends a word
    rf"|(?:(?<=\u064b\u0627)|(?<=\u0627\u064b))()(?=[{_L}])"  # so does an alef with tanwin
)
_THAT = re.compile(rf"(?<![{LETTERS}])([وفبلك]?ذلك)(?=[{_L}]{{3}})")


def spaces(line: str) -> tuple[str, int]:
    """Tabs, non-breaking and doubled spaces come from the page's layout."""
    return _SPACES.subn(lambda m: "" if m.start() == 0 or m.end() == len(line) else " ", line)


def space_before_marks(line: str) -> tuple[str, int]:
    """Machine translation and French typing put a space before the comma, and a line may then begin with it."""
    line, marks = _BEFORE.subn("", line)
    line, stops = _BEFORE_STOP.subn("", line)
    return line, marks + stops


def space_after_marks(line: str) -> tuple[str, int]:
    """A comma or a full stop glued to the next word hides both the word and the end of the sentence."""
    line, commas = _AFTER.subn("\\1 ", line)
    line, stops = _AFTER_STOP.subn("\\1 ", line)
    return line, commas + stops


def doubled_stops(line: str) -> tuple[str, int]:
    """ ". ." and "،،" are slips; the pause ".." is left as it is."""
    line, stops = _DOUBLED_STOP.subn(".", line)
    line, commas = _DOUBLED_COMMA.subn("\\1", line)
    return line, stops + commas


def lost_spaces(line: str) -> tuple[str, int]:
    """Two words run into one where an inner tag was dropped; ta marbuta and tanwin can only end a word."""
    line, ends = _LOST.subn(lambda m: (m[1] or "") + " ", line)
    line, those = _THAT.subn("\\1 ", line)
    return line, ends + those
