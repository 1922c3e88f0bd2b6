"""On what a hamza sits: ء أ ؤ إ ئ.

    مَسْؤُول  damma beats sukun: ؤ        بِيئَة  after ī: ئ        قِرَاءَة  after ā with fatha: ء

Inside a word the stronger of the two vowels around it decides: kasra, damma, fatha, sukun (Wright, vol. 1,
§ 16; the Cairo Academy's rule of 1980). At the end it is the vowel before. Of two ways in use both pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.normalize import DAMMA, DAMMATAN, FATHA, FATHATAN, KASRA, KASRATAN, SUKUN
from glossary.vowels import Unit, is_long, proclitics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HAMZAS = frozenset("ءأؤإئ")
NOT_JOINING = frozenset("اأإآدذرزوؤءةى")
_I, _U = frozenset((KASRA, KASRATAN)), frozenset((DAMMA, DAMMATAN))


def seats(word: Sequence[Unit]) -> Iterator[str]:
    """E207: each hamza sits where the vowels around it say, and آ stands for hamza with ā."""
    for at, unit in enumerate(word):
        if unit.letter == "أ" and at + 1 < len(word) and word[at + 1] == Unit("ا") and unit.vowel == FATHA:
            yield "أَ with ا after it is written آ"
        if unit.letter not in HAMZAS:
            continue
        right = _allowed(word, at)
        if unit.letter not in right:
            yield f"hamza {unit.letter} ({at + 1}) should be {' or '.join(sorted(right))}"


def _allowed(word: Sequence[Unit], at: int) -> frozenset[str]:
    if at == 0:
        return _initial(word[0])
    right = _final(word, at) if at == len(word) - 1 else _medial(word, at)
    if _after_attached(word, at):
        right |= _initial(word[at])
    return right


def _initial(unit: Unit) -> frozenset[str]:
    return frozenset("إ") if unit.vowel in _I else frozenset("أ")


def _after_attached(word: Sequence[Unit], at: int) -> bool:
    """Everything before the hamza may be attached to the word: و ف ب ك ل س أ, the article, لَا."""
    head = proclitics(word)
    if at <= head or (at <= head + 1 and word[at - 1].letter in "سلأ" and word[at - 1].vowel != SUKUN):
        return True
    before = "".join(u.letter for u in word[:at])
    return before.lstrip("وفبك") in ("ال", "لل", "لا", "ل", "لأ")


def _final(word: Sequence[Unit], at: int) -> frozenset[str]:
    before, own = word[at - 1], word[at].vowel
    if is_long(word, at - 1) or before.vowel == SUKUN or before.letter == "آ":
        return frozenset("ء")
    if before.vowel == KASRA:
        return frozenset("ئ")
    if before.vowel == DAMMA:
        return frozenset("ؤء") if before.letter == "و" and before.shadda else frozenset("ؤ")
    return frozenset("أإ") if own in _I else frozenset("أ")


def _medial(word: Sequence[Unit], at: int) -> frozenset[str]:
    before, own, after = word[at - 1], word[at].vowel, word[at + 1].letter
    long = is_long(word, at - 1)
    if own == FATHATAN:  # شَيْئًا جُزْءًا: an ending put on a hamza at the end
        if long or before.vowel == SUKUN:
            return frozenset("ء") if before.letter in NOT_JOINING else frozenset("ئ")
        return _final(word, at)
    if before.letter == "ا" and (before.bare or before.vowel in _I) and own == SUKUN:
        return frozenset("ئؤ")  # الائْتِلَاف after an elided alef
    if own in _I or before.vowel == KASRA or (before.letter == "ي" and (long or before.vowel == SUKUN)):
        return frozenset("ئ")
    if before.letter == "ا" and not long:
        return frozenset("ئ")  # مِائَة
    if own in _U:
        if before.vowel == FATHA and not long and after == "و":
            return frozenset("ؤأ")  # بَدَؤُوا، بَدَأُوا
        if (long and before.letter == "و") or before.vowel == SUKUN:
            return frozenset("ؤء") if before.letter in NOT_JOINING else frozenset("ؤئ")
        return frozenset("ؤ")
    if before.vowel == DAMMA and not long:
        return frozenset("ؤ")
    if long or (before.letter == "و" and before.vowel == SUKUN):
        return frozenset("ءأ") if before.vowel == SUKUN else frozenset("ء")
    if before.vowel == SUKUN and after == "ا":
        return frozenset("ءئأ")  # جُزْءَانِ، عِبْئَانِ
    return frozenset("أ")
