"""Matching keys: what a written word is compared by.

    plain("الــعُقوبات")   "العقوبات"      what was typed, without vowels, tatweel and joiners; Persian letters Arabic
    fold("انتهائها")       "انتهايها"      plain, and the spellings that writers mix made one: hamza seats, ى/ي, ة/ه
    marks("كُتِبَ")         ("كتب", ("\\u064f", "\\u0650", "\\u064e"))

`plain` keeps what a careful writer distinguishes; `fold` is for finding what a careless one meant. Both are cheap:
they run once for every distinct word of a text.
"""

from __future__ import annotations

import re
import unicodedata

FATHATAN, DAMMATAN, KASRATAN = "\u064b", "\u064c", "\u064d"
FATHA, DAMMA, KASRA = "\u064e", "\u064f", "\u0650"
SHADDA, SUKUN, DAGGER = "\u0651", "\u0652", "\u0670"
SHORT = FATHA + DAMMA + KASRA
TANWIN = FATHATAN + DAMMATAN + KASRATAN
VOWELS = SHORT + TANWIN + SUKUN

_MARK_RANGES = (
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
)
_UNWRITTEN = [0x0640, 0x0670, 0x200C, 0x200D, *(c for a, b in _MARK_RANGES for c in range(a, b + 1))]
_LOOKALIKES = {
    "\u06cc": "ي",
    "\u06a9": "ك",
    "\u06c1": "ه",
    "\u06be": "ه",
    "\u06d5": "ه",
    "\u0671": "ا",
    "\u06d2": "ي",
}
_PLAIN: dict[int, str | None] = {**dict.fromkeys(_UNWRITTEN), **{ord(a): b for a, b in _LOOKALIKES.items()}}
_LOOSE: dict[int, str | None] = {
    **_PLAIN,
    **{ord(a): b for a, b in {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه"}.items()},
    ord("ء"): None,
}


_IS_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a]*").fullmatch
_IS_MIXED = re.compile("[^\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a]").search
"""Whether a word has letters that `fold` changes: most have none."""
_SHADDA_LAST = re.compile(f"([{VOWELS}{DAGGER}])({SHADDA})")


def plain(word: str) -> str:
    """The letters of a word: no vowels, no tatweel, Persian look-alikes and presentation forms made Arabic."""
    if _IS_PLAIN(word):
        return word
    if word and max(word) > "\ufb4f":
        word = unicodedata.normalize("NFKC", word)
    return word.translate(_PLAIN)


def fold(word: str) -> str:
    """`plain` with mixed-up spellings made one: alefs, hamza and its seats, final ى and ي, ة and ه.

    "مسؤول" and "مسوول" meet; "على" and "علي" too, so what comes out must be compared with `plain` before it is believed.
    """
    return loose(plain(word))


def loose(letters: str) -> str:
    """`fold` of what is plain already."""
    return letters.translate(_LOOSE) if _IS_MIXED(letters) else letters


def marks(word: str) -> tuple[str, tuple[str, ...]]:
    """The letters of a word, and for each the marks written on it, shadda first."""
    letters: list[str] = []
    signs: list[str] = []
    for char in unicodedata.normalize("NFKC", word) if any(c > "\ufb4f" for c in word) else word:
        base = char.translate(_PLAIN)
        if base:
            letters.append(base)
            signs.append("")
        elif signs and char in VOWELS + SHADDA + DAGGER:
            signs[-1] = SHADDA + signs[-1] if char == SHADDA else signs[-1] + char
    return "".join(letters), tuple(signs)


def is_vowelled(word: str) -> bool:
    """Whether any vowel, tanwin, shadda or sukun is written."""
    return any("\u064b" <= c <= "\u0652" or c == DAGGER for c in word)


def shadda_first(text: str) -> str:
    """Every shadda before its vowel, as Arabic is taught; NFC has it after."""
    return _SHADDA_LAST.sub(r"\2\1", text)


def compatible(written: str, form: str) -> bool:
    """Whether the marks that are written on a word can belong to a vowelled form with the same letters.

    A mark that one side leaves out says nothing; the last letter's vowel (case, mood) is free; a fatha before alef and
    the like is implied; tanwin stands on either side of its alef. But who writes every vowel writes every shadda: عَامٍ is
    a year, not عَامّ, and إِنْ is not إِنَّ.

        compatible("كُتب", "كُتِبَ") is True; compatible("كُتب", "كَتَبَ") is False
    """
    letters, left = marks(written)
    others, right = marks(form)
    if len(letters) != len(others):
        return False
    last = len(letters) - 1
    whole = last > 0 and all(sign or letter in _LONG for letter, sign in zip(letters, left, strict=True))
    for i, (a, b) in enumerate(zip(left, right, strict=True)):
        if i == 0 and letters[0] in "اأإآ" and others[0] in "اأإآ":
            b = b or _initial(others[0])
        if SHADDA in a and SHADDA not in b and i > 0:  # on the first letter it may be the article's
            return False
        if whole and a and SHADDA in b and SHADDA not in a and i > 0:
            return False
        if i == last or (i == last - 1 and letters[last] in "اى" and (set(a) | set(b)) & set(TANWIN)):
            continue
        va, vb = _vowel(a), _vowel(b)
        if va and vb and va != vb:
            return False
        if (va and not vb and not _silent(others, i, va)) or (vb and not va and a == SUKUN):
            return False
        if a == SUKUN and vb and vb != SUKUN:
            return False
    return True


_LONG = "اآوىي"
"""Letters that stand without a mark in a word that has all its vowels."""


def _initial(letter: str) -> str:
    return KASRA if letter == "إ" else ""


def _vowel(signs: str) -> str:
    """The vowel among a letter's marks: one of SHORT or TANWIN, else nothing (sukun is the lack of one)."""
    for sign in signs:
        if sign == DAGGER:
            return FATHA
        if sign in SHORT or sign in TANWIN:
            return sign
    return ""


def _silent(letters: str, i: int, vowel: str) -> bool:
    """A vowel that one of the two spellings may leave out: before the long vowel that it belongs to, or initial alef."""
    if i == 0:
        return True
    after = letters[i + 1] if i + 1 < len(letters) else ""
    return (
        (vowel == FATHA and after in "اىة")
        or (vowel == KASRA and after == "ي")
        or (vowel == DAMMA and after == "و")
        or letters[i] in "اى"
    )


def lemma_key(lemma: str) -> str:
    """A vowelled lemma with what dictionaries write differently removed, for joining two of them.

    Sukun, a final vowel or tanwin, the vowel that a long letter implies, the vowel of an initial alef, dagger alef.

        lemma_key("كَتَبَ") == lemma_key("كَتَب"), lemma_key("اِتِّهَام") == lemma_key("اتِّهام"), but كَتَبَ is not كُتُب
    """
    if lemma.endswith(KASRATAN):  # a dictionary has قَاضٍ, another قَاضِي
        lemma = lemma[:-1] + KASRA + "ي"
    letters, signs = marks(lemma.replace("آ", "أا"))
    last = len(letters) - 1
    made = []
    for i, (letter, sign) in enumerate(zip(letters, signs, strict=True)):
        vowel = "" if i == last else _vowel(sign)
        if vowel == FATHATAN and letters[i + 1] in "اى":
            vowel = FATHA
        if vowel and (
            _silent(letters, i, vowel) if i or letter in "اإ" else letter == "أ" and vowel == FATHA
        ):
            vowel = ""
        if i == 0 and letter == "ا":
            vowel = ""
        made.append(letter + (SHADDA if SHADDA in sign else "") + vowel)
    return "".join(made)
