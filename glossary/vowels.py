"""A vowelled word as its letters, each with its marks, and the rules of vowelling that need no dictionary.

    units("قُوَّة")  ->  ق/damma  و/fatha/shadda  ة
    long_vowels(units("قَول"))  ->  "و (2) has no vowel: it needs a sukun, or a damma before it"

A letter has a vowel, or is itself the length of the vowel before it (ا و ي ى). Rules after W. Wright,
*A Grammar of the Arabic Language*, vol. 1, §§ 4–18; hamza.py has the seats of hamza, article.py the article.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from corpus.normalize import DAGGER, DAMMA, DAMMATAN, FATHA, FATHATAN, KASRA, KASRATAN, SHADDA, SUKUN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TATWEEL = "\u0640"
TANWIN = frozenset((FATHATAN, DAMMATAN, KASRATAN))
SHORT = frozenset((FATHA, DAMMA, KASRA))
MARKS = frozenset((*TANWIN, *SHORT, SHADDA, SUKUN, DAGGER))
LETTERS = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژڤگ")
SUN = frozenset("تثدذرزسشصضطظلن")
PROCLITICS = frozenset("وفبكل")
"""The letters that may stand before the article; س and أ come before verbs only."""

NOMINAL, VERB, OTHER, RUNNING = "nominal", "verb", "other", "running"
"""What is looked at: a nominal lemma (its end has no vowel), a verb form, another word, a word of a text."""


class Unit(NamedTuple):
    """A letter and its marks."""

    letter: str
    vowel: str = ""
    """One of the short vowels, tanwins or the sukun; the dagger alef counts as a fatha."""
    shadda: bool = False
    marks: str = ""
    """As written, in NFC order."""

    @property
    def bare(self) -> bool:
        """No mark at all."""
        return not self.marks


@lru_cache(maxsize=4096)
def units(word: str) -> tuple[Unit, ...]:
    """Cut a word into letters with their marks. A mark without a letter before it has the letter ''."""
    found: list[Unit] = []
    letter, marks = "", ""
    for c in unicodedata.normalize("NFC", word):
        if c in MARKS:
            marks += c
            continue
        if letter or marks:
            found.append(_unit(letter, marks))
        letter, marks = c, ""
    if letter or marks:
        found.append(_unit(letter, marks))
    return tuple(found)


def _unit(letter: str, marks: str) -> Unit:
    vowel = next((m for m in marks if m != SHADDA and m != DAGGER), FATHA if DAGGER in marks else "")
    return Unit(letter, vowel, SHADDA in marks, marks)


def proclitics(word: Sequence[Unit]) -> int:
    """How many letters at the start may be attached words (و ف ب ك ل with their vowels), at most three."""
    count = 0
    while count < min(3, len(word) - 2) and word[count].letter in PROCLITICS and not word[count].shadda:
        wanted = KASRA if word[count].letter in "بل" else FATHA
        if word[count].vowel not in (wanted, FATHA if word[count].letter == "ل" else wanted):
            break
        count += 1
    return count


def _wasl(word: Sequence[Unit], at: int) -> bool:
    """An alef that begins the word, or follows attached words or the article: its sound may be elided."""
    if word[at].letter != "ا":
        return False
    head = proclitics(word)
    if at <= head:
        return True
    return at >= 2 and word[at - 1].letter == "ل" and word[at - 2].letter in ("ا", "ل") and at - 2 <= head


def is_long(word: Sequence[Unit], at: int) -> bool:
    """It is the length of the vowel before it: bare ا or ى after fatha, و after damma, ي after kasra."""
    if at == 0 or not word[at].bare:
        return False
    before = word[at - 1].vowel
    if word[at].letter in "اى":
        return before in (FATHA, FATHATAN)
    return (word[at].letter, before) in (("و", DAMMA), ("ي", KASRA))


def stray_marks(word: Sequence[Unit]) -> Iterator[str]:
    """E202: a mark without a letter, two vowels on a letter, a mark on a letter that takes none."""
    for at, unit in enumerate(word):
        vowels = [m for m in unit.marks if m != SHADDA and m != DAGGER]
        if not unit.letter or unit.letter not in LETTERS:
            if unit.marks:
                yield "a vowel stands where there is no letter"
        elif len(vowels) > 1 or len(set(unit.marks)) != len(unit.marks):
            yield f"{unit.letter} has more than one vowel"
        elif unit.letter == "آ" and unit.marks:
            yield "آ takes no vowel: it is hamza with ā"
        elif unit.letter == "ى" and unit.marks.replace(DAGGER, "") and unit.vowel not in TANWIN:
            yield "ى takes no vowel"
        elif unit.letter == "ا" and at and unit.marks and unit.vowel not in TANWIN and not _wasl(word, at):
            yield "ا takes no vowel here"


def missing_vowels(word: Sequence[Unit], kind: str) -> Iterator[str]:
    """E201: a consonant has neither vowel nor sukun. A nominal lemma's end needs none; a text's is W201's."""
    last = len(word) - 1
    for at, unit in enumerate(word):
        if unit.vowel or unit.letter not in LETTERS or unit.letter in "اىآوية":
            continue
        if at == last and (kind in (NOMINAL, RUNNING) or unit.shadda):
            continue
        if _tanwin_after(word, at) or (at == last - 1 and _as_it_is_spelled(word)):
            continue
        if unit.letter == "ل" and not unit.shadda and 0 < at < last and _before_article(word, at - 1):
            continue
        yield f"{unit.letter} ({at + 1}) has no vowel"


def _before_article(word: Sequence[Unit], at: int) -> bool:
    """A bare alef, or the preposition لِ, where an article may begin; article.py looks at what follows."""
    first = word[at]
    return at <= proclitics(word) and (first == Unit("ا") or (first.letter == "ل" and first.vowel == KASRA))


def _tanwin_after(word: Sequence[Unit], at: int) -> bool:
    """The next letter is an alef that bears the tanwin of this one; tanwins() names it."""
    return at + 1 < len(word) and word[at + 1].letter in "اى" and word[at + 1].vowel in TANWIN


def _as_it_is_spelled(word: Sequence[Unit]) -> bool:
    """عَمْرو has a و that is only written, and اللهُ is most often left without its marks."""
    letters = "".join(unit.letter for unit in word[-4:])
    return letters == "عمرو" or letters.endswith("لله")


def open_end(word: Sequence[Unit]) -> Iterator[str]:
    """W201: the last consonant of a word in a text has no vowel; right only for foreign names."""
    if (
        len(word) > 1
        and not word[-1].vowel
        and word[-1].letter not in "اىآ"
        and not is_long(word, len(word) - 1)
    ):
        yield f"the last letter, {word[-1].letter}, has no vowel"


def shaddas(word: Sequence[Unit], kind: str) -> Iterator[str]:
    """E203: a shadda has a vowel with it, is not on the first letter, and never meets a sukun."""
    for at, unit in enumerate(word):
        if not unit.shadda:
            continue
        if unit.vowel == SUKUN:
            yield f"{unit.letter} has both shadda and sukun"
        elif at == 0:
            yield f"{unit.letter} begins the word and has a shadda"
        elif not unit.vowel and not _tanwin_after(word, at) and (at != len(word) - 1 or kind == VERB):
            yield f"{unit.letter} ({at + 1}) has a shadda without a vowel"


def sukuns(word: Sequence[Unit], *, foreign: bool = False) -> Iterator[str]:
    """E204: no sukun on the letter of a long vowel, nor on the first letter (but in foreign names)."""
    for at, unit in enumerate(word):
        if unit.vowel != SUKUN:
            continue
        before = word[at - 1].vowel if at else ""
        if at == 0 and not foreign:
            yield f"{unit.letter} begins the word and has a sukun"
        elif unit.letter in "اى" or (unit.letter, before) in (("و", DAMMA), ("ي", KASRA)):
            yield f"{unit.letter} ({at + 1}) is the length of a vowel: no sukun on it"


def long_vowels(word: Sequence[Unit]) -> Iterator[str]:
    """E205: fatha before ā and before ة, kasra before ī, damma before ū; a bare و or ي is nothing else."""
    last = len(word) - 1
    for at, unit in enumerate(word):
        if at == 0 or unit.marks.replace(DAGGER, "") or is_long(word, at):
            continue
        before = word[at - 1]
        if unit.letter == "ة":
            if before.vowel != FATHA and before.letter not in "اآ":
                yield "ة has no fatha before it"
        elif unit.letter == "ى":
            yield "ى has no fatha before it"
        elif unit.letter == "ا" and not _wasl(word, at):
            silent = (at == last and before.letter == "و") or (
                before.letter == "م" and at < last and word[at + 1].letter == "ئ"
            )
            if not silent:
                yield f"ا ({at + 1}) has no fatha before it"
        elif unit.letter in "وي":
            vowel = "damma" if unit.letter == "و" else "kasra"
            plural = unit.letter == "و" and at == last - 1 and word[last].letter == "ا"
            caseless = at == last and (before.vowel == SUKUN or is_long(word, at - 1))  # نَفْي, شَاي
            if not plural and not caseless and not (at == last and _as_it_is_spelled(word)):
                yield f"{unit.letter} ({at + 1}) has no vowel: it needs a sukun, or a {vowel} before it"


def tanwins(word: Sequence[Unit]) -> Iterator[str]:
    """E206: tanwin only at the end; fathatan before ا or ى, and alone only on ة, أ and the ء after ا."""
    last = len(word) - 1
    for at, unit in enumerate(word):
        if unit.vowel not in TANWIN or unit.letter not in LETTERS:
            continue
        if unit.letter in "اى":
            yield f"the tanwin stands on the letter before {unit.letter}"
        elif at == last:
            alone = unit.letter in "ةأ" or (unit.letter == "ء" and at and word[at - 1].letter == "ا")
            if unit.vowel == FATHATAN and not alone:
                yield f"fathatan on {unit.letter} without its alef"
        elif at != last - 1 or word[last].letter not in "اى" or unit.vowel != FATHATAN:
            yield f"tanwin inside the word, on {unit.letter} ({at + 1})"


def ta_marbuta(word: Sequence[Unit]) -> Iterator[str]:
    """E213: ة and ى stand only at the end of a word."""
    for unit in word[:-1]:
        if unit.letter in "ةى":
            yield f"{unit.letter} inside the word"


def case_ending(word: Sequence[Unit]) -> Iterator[str]:
    """E210: a nominal lemma ends without a case vowel; only مُسْتَوًى and قَاضٍ keep their tanwin."""
    end = word[-1]
    if end.vowel and end.letter not in "اى":
        final_tanwin = end.vowel == KASRATAN and end.letter not in "ةء"
        if not final_tanwin:
            yield f"a case vowel on the last letter, {end.letter}"
    elif end.letter == "ا" and len(word) > 1 and word[-2].vowel == FATHATAN and len(word) > 4:
        yield "an accusative ending: the lemma has none"


def verb_ending(word: Sequence[Unit]) -> Iterator[str]:
    """E211: a verb's past ends in a fatha or in ā."""
    end = word[-1]
    if end.vowel != FATHA and not (end.letter in "اى" and end.bare):
        yield "a verb's lemma ends in a fatha, or in ى or ا"


def wasl(word: Sequence[Unit]) -> Iterator[str]:
    """E212: a lemma that begins with ا shows what it is: اِ (rarely اُ), or أ or إ."""
    joined = len(word) > 1 and word[1].letter == "ل" and word[1].shadda  # الَّذِي
    if word[0].letter == "ا" and len(word) > 1 and not joined and word[0].vowel not in (KASRA, DAMMA):
        yield "ا at the start has no vowel: write اِ (as in اِتَّهَمَ), or أ or إ"
