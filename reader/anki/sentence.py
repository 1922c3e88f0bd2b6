"""A sentence with a word marked, in the four ways a card shows it.

    met:       جدد المجلس العقوبات      marks ((11, 19),)
    marked     جدد المجلس <mark>العقوبات</mark>
    gap        جدد المجلس <span class="gap">…</span>
    vowelled   جَدَّدَ المَجْلِسُ <mark>العُقُوبَاتِ</mark>      the marks are carried over, letter by letter

Marks are code points of the text as given. The text is cut into pieces at the marks before anything is
removed from it, so that cleaning cannot shift them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.anki.clean import escape, plain_text

_VOWELS = "\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_VOWEL = re.compile(f"[{_VOWELS}]")
_TATWEEL = "\u0640"
_SKIPPED = frozenset(chr(n) for n in range(0x600, 0x700) if _VOWEL.match(chr(n))) | {_TATWEEL}
_DELETED = {ord(char): None for char in _SKIPPED}
MAX_SENTENCE = 420
"""Code points of a sentence that a card shows; a longer one is cut to the words around the mark."""
GAP = '<span class="gap">…</span>'

Marks = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of cleaned text, marked or not. Not escaped."""

    text: str
    marked: bool


def unvowelled(text: str) -> str:
    """The text without vowel signs and tatweel."""
    return unicodedata.normalize("NFC", text).translate(_DELETED)


def is_vowelled(text: str) -> bool:
    """Whether it is written with its vowels, rather than with the odd one that a newspaper prints."""
    bare = text.translate(_DELETED)
    return len(text) - len(bare) > (len(bare) - bare.count(" ")) / 3


def tidy(text: str, marks: Marks) -> list[tuple[int, int]]:
    """The marks in order, inside the text, not overlapping, and never between a letter and its vowel."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        start, end = max(start, kept[-1][1] if kept else 0), min(end, len(text))
        while start < end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if start < end:
            kept.append((start, end))
    return kept


def carry(text: str, marks: Marks, vowelled: str) -> list[tuple[int, int]] | None:
    """The marks of `text` at the same letters of `vowelled`; None if the two differ in more than vowels."""
    if not vowelled or text.translate(_DELETED) != vowelled.translate(_DELETED):
        return None
    there = [i for i, char in enumerate(vowelled) if char not in _SKIPPED] if marks else []
    moved: list[tuple[int, int]] = []
    for start, end in tidy(text, marks):
        first = len(text[:start].translate(_DELETED))
        after = first + len(text[start:end].translate(_DELETED))
        if first < after:
            moved.append((there[first], there[after] if after < len(there) else len(vowelled)))
    return moved


def pieces(text: str, marks: Marks) -> list[Piece]:
    """Cleaned pieces, in order, cut to a window around the first mark when the sentence is very long."""
    text, marks = _window(text, tidy(text, marks))
    found: list[Piece] = []
    last = 0
    for start, end in marks:
        found += [Piece(_clean(text[last:start]), False), Piece(_clean(text[start:end]), True)]
        last = end
    found = [piece for piece in (*found, Piece(_clean(text[last:]), False)) if piece.text]
    if found:
        found[0] = Piece(found[0].text.lstrip(), found[0].marked)
        found[-1] = Piece(found[-1].text.rstrip(), found[-1].marked)
    return found


def strip_vowels(parts: Iterable[Piece]) -> list[Piece]:
    """The same pieces as a newspaper prints them."""
    return [Piece(unvowelled(part.text), part.marked) for part in parts]


def marked_html(parts: Iterable[Piece]) -> str:
    """With `<mark>` around what is marked."""
    return "".join(
        f"<mark>{escape(part.text)}</mark>" if part.marked else escape(part.text) for part in parts
    )


def gap_html(parts: Sequence[Piece]) -> str:
    """With a gap for what is marked; empty if nothing is."""
    if not any(part.marked for part in parts):
        return ""
    return "".join(GAP if part.marked else escape(part.text) for part in parts)


def _clean(text: str) -> str:
    """`plain_text` that keeps a space at either end: the piece has neighbours."""
    inner = plain_text(text, 10 * MAX_SENTENCE)
    if len(inner) == len(text):
        return inner
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and inner else ""
    return before + inner + after


def _window(text: str, marks: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    if len(text) <= MAX_SENTENCE:
        return text, marks
    if len(text) <= 2 * MAX_SENTENCE and len(text.translate(_DELETED)) <= MAX_SENTENCE:
        return text, marks
    size = 2 * MAX_SENTENCE if is_vowelled(text[: 4 * MAX_SENTENCE]) else MAX_SENTENCE
    first = marks[0] if marks else (0, 0)
    start = max(0, first[0] - size // 2)
    end = min(len(text), max(start + size, min(first[1], start + 2 * size)))
    if start:
        space = text.find(" ", start, first[0])
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", first[1], end)
        end = space if space >= 0 else end
    head, tail = ("… " if start else ""), (" …" if end < len(text) else "")
    shift = len(head) - start
    moved = [(s + shift, min(e, end) + shift) for s, e in marks if s < end]
    return head + text[start:end] + tail, moved
