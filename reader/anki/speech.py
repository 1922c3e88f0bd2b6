"""Vowelled Arabic, respelled so that espeak-ng reads it as it is said.

    قُوَّة         ->  قُوْوَ         espeak drops the vowel of a letter with shadda: the letter is written
    twice السَّلَام      ->  السَلَام       ... except after the article, which it doubles itself إِطْلَاقِ
    النَّارِ ->  إِطْلَاقِ نْنَارِ    within a phrase the article has no hamza لِلسِّلَاحِ     ->
    لِسْسِلَاحِ عُقُوبَة       ->  عُقُوبَ        ة without a case ending is not said as t مُسْتَوًى      ->
    مُسْتَوًا       tanwin before ى is otherwise lost اسْتِخْبَارَات  ->  اِسْتِخْبَارَات   an initial alef
    without a vowel is otherwise read "a" اللَّهِ        ->  اللاهِ

Found by listening to espeak-ng 1.52 through its phonemes; tests/anki/test_audio.py holds the spellings.
"""

from __future__ import annotations

import re
import unicodedata

from reader.anki.clean import plain_text
from reader.anki.sentence import is_vowelled

FATHATAN, KASRA, SHADDA, SUKUN = "\u064b", "\u0650", "\u0651", "\u0652"
_VOWEL = "\u064b-\u0650\u0670"
_LETTER = "\u0621-\u063a\u0641-\u064a"
_SUN = "\u062a\u062b\u062f-\u0634\u0635\u0636\u0637\u0638\u0644\u0646"
_SHORT = "\u064e\u064f\u0650"
_ALEF, _LAM, _TA, _MAQSURA = "\u0627", "\u0644", "\u0629", "\u0649"
_START = f"(?<![{_LETTER}{_VOWEL}{SHADDA}{SUKUN}])"
_GOD = re.compile(f"({_ALEF}{_LAM}|{_LAM}{KASRA}){_LAM}{SHADDA}\u064e?\u0647")
_TO_THE_SUN = re.compile(f"({_LAM}{KASRA}){_LAM}([{_SUN}]){SHADDA}")
_THE = f"{_ALEF}[{_SHORT}]?{_LAM}{SUKUN}?"
# The article after a prefix of one letter, or after a word with no comma between.
_BEFORE = f"({_START}(?:[\u0648\u0641]\u064e)?[\u0648\u0641\u0628\u0643][{_SHORT}]|(?<=[{_LETTER}{_VOWEL}{SUKUN}]) )"
_JOINED_SUN = re.compile(f"{_BEFORE}{_THE}([{_SUN}]){SHADDA}")
_JOINED_MOON = re.compile(f"{_BEFORE}{_THE}(?=[{_LETTER}])")
_FIRST_SUN = re.compile(f"{_START}({_THE}[{_SUN}]){SHADDA}")
_DOUBLED = re.compile(f"([{_LETTER}]){SHADDA}(?=[{_VOWEL}])")
_BARE_ALEF = re.compile(f"{_START}{_ALEF}(?=[{_LETTER}]{SUKUN})(?!{_LAM})")
_BARE_TA = re.compile(f"{_TA}(?![{_VOWEL}{SUKUN}])")
_MARKS = re.compile(f"[{_VOWEL}{SHADDA}{SUKUN}]{{2,}}")


def speakable(text: str) -> str | None:
    """The text as espeak-ng should get it; None if it is not vowelled, since it would be read wrong."""
    text = plain_text(text, 1000)
    if not is_vowelled(text):
        return None
    text = _MARKS.sub(_shadda_first, text).replace("\u0640", "")
    text = _GOD.sub(_god, text)
    text = text.replace(FATHATAN + _MAQSURA, FATHATAN + _ALEF)
    text = _TO_THE_SUN.sub(rf"\1\2{SUKUN}\2", text)
    text = _JOINED_SUN.sub(rf"\1\2{SUKUN}\2", text)
    text = _JOINED_MOON.sub(rf"\1{_LAM}{SUKUN}", text)
    text = _FIRST_SUN.sub(r"\1", text)
    text = _DOUBLED.sub(rf"\1{SUKUN}\1", text)
    text = _BARE_ALEF.sub(_ALEF + KASRA, text)
    return _BARE_TA.sub("", text)


def _god(found: re.Match[str]) -> str:
    after_the_article = found[1][0] == _ALEF
    return f"{found[1]}{'' if after_the_article else _LAM + SUKUN}{_LAM}{_ALEF}\u0647"


def _shadda_first(marks: re.Match[str]) -> str:
    """NFC puts a short vowel before shadda; people write, and the rules above expect, shadda first."""
    return "".join(sorted(marks[0], key=lambda mark: (mark != SHADDA, unicodedata.name(mark))))
