"""A paragraph to sentences, as ranges of its text.

    وتابع "لكنهم يتعلمون. ولا يمكننا التقليل من شأنهم". وأضاف أن د. أحمد وصل.. ثم غادر.
    |--------------- the stop inside the quotation is no end ---|  |---- nor are "د." and ".." ------|

A full stop, question or exclamation mark ends a sentence, together with the closing quotes and brackets
behind it, unless it stands inside a quotation that closes, after an initial or an abbreviation, in a number,
behind a list number, or doubled (".." and "..." are a pause in the Arabic press, not an end). Nothing is
lost: between the ranges lies only white space.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from corpus.article import Paragraph, Sentence

LONGEST_QUOTATION = 400
"""A quotation longer than this many characters is cut into its sentences after all."""

_STOP = re.compile(r"[.!?\u061f\u06d4\u2026]+")
_CONTENT = re.compile(r"[^\W_]")
_CLOSERS = "\"'”’»)]}“\u2039\u203a"
_PAIRS = {"«": "»", "“": "”", "‘": "’", "(": ")", "[": "]"}
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[«“\"./])(?:"
    r"[\u0621-\u064a\u0671]\u0640?"  # an Arabic initial or title: د. أ. م. هـ.
    r"|دبليو|جيه|إتش"  # Latin initials spelled out, as in جورج دبليو. بوش
    r"|[A-Za-z]"  # a Latin initial
    r"|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Sen|Rep|No|vs|Inc|Ltd|Co"
    r")$"
)
_ERA = re.compile(r"[0-9\u0660-\u0669]\s?(?:م|هـ?)$")
"""A year's letter (2020 م, 1445 هـ) may end a sentence as any word does."""
_LIST_NUMBER = re.compile(r"^\s*[0-9\u0660-\u0669]{1,3}$")


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of one paragraph, in order; only white space lies between them. Empty text has none.

    Linear in the length of the text (with a logarithm for the quotations).
    """
    found: list[Sentence] = []
    last = len(text.rstrip())
    start = _skip_space(text, 0)
    content = _CONTENT.search(text, start)
    quoted = _quotations(text)
    for stop in _STOP.finditer(text, 0, last):
        if content is None or content.start() >= stop.start():
            continue
        end = _end(text, stop, start, last)
        if end is not None and not _inside(quoted, stop):
            found.append(Sentence(start, end))
            start = _skip_space(text, end)
            content = _CONTENT.search(text, start)
    if start < last:
        if found and content is None:
            found[-1] = Sentence(found[-1].start, last)  # a stray quote or dash belongs to what it follows
        else:
            found.append(Sentence(start, last))
    return tuple(found)


def paragraph(text: str, kind: str = "body") -> Paragraph:
    """A paragraph with its sentences; a heading is one sentence."""
    if kind == "heading" and text.strip():
        first = _skip_space(text, 0)
        return Paragraph(text, (Sentence(first, len(text.rstrip())),), kind)
    return Paragraph(text, sentences(text), kind)


def _end(text: str, stop: re.Match[str], start: int, last: int) -> int | None:
    """Where the sentence from start ends whose last mark may be this stop; None if it is not an end."""
    mark, after = stop[0], stop.end()
    if set(mark) <= {".", "\u2026"} and (len(mark) > 1 or mark == "\u2026") and after < last:
        return None
    if mark == ".":
        before = text[max(start, stop.start() - 8) : stop.start()]
        numbered = len(before) < 8 and _LIST_NUMBER.match(before)
        if numbered or (_ABBREVIATION.search(before) and not _ERA.search(before)):
            return None
    end = after
    while end < last and text[end] in _CLOSERS and not _opens(text, end):
        end += 1
    if end == last:
        return end
    following = text[end]
    if not following.isspace():
        # "قالوا.وأضاف": a space was lost, but only between two Arabic words of some length is that certain.
        three = text[max(start, stop.start() - 3) : stop.start()]
        glued = mark == "." and len(three) == 3 and all(map(_arabic, three + following))
        return end if glued else None
    rest = _skip_space(text, end)
    if text[rest] in "،؛,;)]»”" or (text[rest].islower() and text[rest].isascii()):
        return None
    return end


def _inside(quoted: list[tuple[int, int]], stop: re.Match[str]) -> bool:
    """Whether the stop has more of its own quotation behind it."""
    at = bisect_right(quoted, (stop.start(), len(stop.string))) - 1
    return at >= 0 and stop.end() < quoted[at][1] - 1


def _quotations(text: str) -> list[tuple[int, int]]:
    """Ranges of quotations and brackets that close and are not too long, the outer ones, in order.

    Of two openings before one closing mark the later counts: the first was never closed.
    """
    found: list[tuple[int, int]] = []
    opened: dict[str, int] = {}
    for i, c in enumerate(text):
        if c in opened:
            begin = opened.pop(c)
            if i - begin <= LONGEST_QUOTATION:
                while found and found[-1][0] > begin:
                    found.pop()
                if not found or begin >= found[-1][1]:
                    found.append((begin, i + 1))
        elif c in _PAIRS or c == '"':
            opened[_PAIRS.get(c, c)] = i
    return found


def _opens(text: str, at: int) -> bool:
    """A straight or left quote that has a space before it and none behind it opens something new."""
    spaced = at > 0 and text[at - 1].isspace()
    return spaced and at + 1 < len(text) and not text[at + 1].isspace()


def _arabic(c: str) -> bool:
    return "\u0620" <= c <= "\u065f"


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
