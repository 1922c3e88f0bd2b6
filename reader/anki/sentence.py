"""A sentence with a word marked, in the four ways a card shows it.

    met:       جدد المجلس العقوبات      marks ((11, 19),)
    marked     جدد المجلس <mark>العقوبات</mark>
    gap        جدد المجلس <span class="gap">…</span>
    vowelled   جَدَّدَ المَجْلِسُ <mark>العُقُوبَاتِ</mark>      the marks are carried over, letter by letter

Marks are code points of the text as given. The text is cut into pieces at the marks before anything is
removed from it, so that cleaning cannot shift them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.anki.clean import escape, plain_text

_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
"""Tanwin, the short vowels, shadda, sukun, dagger alef."""
TATWEEL = "\u0640"
_JOINING = frozenset("بتثجحخسشصضطظعغفقكلمنهيئپچگ")
SKIPPED = frozenset(_VOWELS + TATWEEL)
"""These and tatweel are what may differ between a sentence as printed and the same with vowels."""
MAX_SENTENCE = 420
"""Code points of a sentence that a card shows; a longer one is cut to the words around the mark."""
GAP = '<span class="gap">…</span>'

Marks = Sequence[tuple[int, int]]


class Piece(NamedTuple):
    """A stretch of cleaned text, marked or not. Not escaped."""

    text: str
    marked: bool


@lru_cache(maxsize=64)  # a sentence is asked for several times in a row
def unvowelled(text: str) -> str:
    """The text without vowel signs and tatweel."""
    for char in "" if text.isascii() else SKIPPED:  # half the time that str.translate takes
        text = text.replace(char, "")
    return text


def is_vowelled(text: str) -> bool:
    """Whether it is written with its vowels, rather than with the odd one that a newspaper prints."""
    bare = unvowelled(text)
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
    bare = unvowelled(text)
    if not vowelled or bare != unvowelled(vowelled):
        return None
    moved: list[tuple[int, int]] = []
    for start, end in tidy(text, marks):
        first = start if len(bare) == len(text) else len(unvowelled(text[:start]))
        after = first + len(unvowelled(text[start:end]))
        if first < after:
            begin = _place(bare, first, vowelled)
            moved.append((begin, _place(bare, after, vowelled, begin, first)))
    return moved


def _place(bare: str, letter: int, vowelled: str, begin: int | None = None, counted: int = 0) -> int:
    """Where the letter of `bare` at index `letter` stands in `vowelled`; its length for the end.

    With `begin`, the place of the letter `counted`, the count goes on from there; else from the nearest space.
    """
    if begin is None:
        counted = bare.rfind(" ", 0, letter) + 1
        begin = 0
        for _ in range(bare.count(" ", 0, counted)):
            begin = vowelled.index(" ", begin) + 1
    for place in range(begin, len(vowelled)):
        if vowelled[place] not in SKIPPED:
            if counted == letter:
                return place
            counted += 1
    return len(vowelled)


def pieces(text: str, marks: Marks) -> list[Piece]:
    """Cleaned pieces, in order, cut to a window around the first mark when the sentence is very long."""
    text, marks = _window(text, tidy(text, marks))
    found: list[Piece] = []
    last = 0
    for start, end in marks:
        if before := _clean(text[last:start]):
            found.append(Piece(before, False))
        if inside := _clean(text[start:end]):
            found.append(Piece(inside, True))
        last = end
    if after := _clean(text[last:]):
        found.append(Piece(after, False))
    if found and found[0].text[0] == " ":
        found[0] = Piece(found[0].text[1:], found[0].marked)
    if found and found[-1].text[-1:] == " ":
        found[-1] = Piece(found[-1].text[:-1], found[-1].marked)
    return found


def strip_vowels(parts: Iterable[Piece]) -> list[Piece]:
    """The same pieces as a newspaper prints them."""
    return [Piece(unvowelled(text), marked) for text, marked in parts]


def marked_html(parts: Iterable[Piece]) -> str:
    """With `<mark>` around what is marked."""
    texts = [(escape(text), marked) for text, marked in parts]
    return "".join([f"<mark>{text}</mark>" if marked else text for text, marked in texts])


def gap_html(parts: Sequence[Piece]) -> str:
    """With a gap for each word that is marked; empty if nothing is.

    A letter beside a gap in its own word keeps the shape that it has there: وبال… is printed with the tail of a join.
    """
    if not any(marked for _, marked in parts):
        return ""
    out: list[str] = []
    last = ""
    for n, (text, marked) in enumerate(parts):
        if marked:
            out.append(" ".join([GAP] * (text.count(" ") + 1)) if " " in text else GAP)
        else:
            if n and text[:1] != " " and _joins(last, text[:1]):
                out.append(TATWEEL)
            out.append(escape(text))
            if text[-1:] != " " and n + 1 < len(parts) and _joins(text[-1:], parts[n + 1].text[:1]):
                out.append(TATWEEL)
        last = text[-1:]
    return "".join(out)


def _joins(letter: str, following: str) -> bool:
    """Whether a letter is written joined to the one that follows it."""
    return letter in _JOINING and following.isalpha() and following >= "\u0620" and following != "ء"


def _clean(text: str) -> str:
    """`plain_text` that keeps a space at either end: the piece has neighbours."""
    if text.isprintable() and "  " not in text:
        return unicodedata.normalize("NFC", text)
    inner = plain_text(text, 10 * MAX_SENTENCE)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and inner else ""
    return before + inner + after


def _window(text: str, marks: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    if len(text) <= MAX_SENTENCE:
        return text, marks
    if len(text) <= 2 * MAX_SENTENCE and len(unvowelled(text)) <= MAX_SENTENCE:
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
