"""Arabic in Latin letters and back: how people type a word they can hear, and how an unknown name may be read.

skeleton("uqubat") == skeleton_arabic("عقوبات")     vowels away, letters that Latin cannot tell apart made one
from_buckwalter("Eqwbp")                             "عقوبة"
readable("شولمان")                                   "Shulman"
"""

from __future__ import annotations

import re

from corpus.normalize import DAGGER, DAMMA, FATHA, KASRA, SHADDA, marks

_BUCKWALTER = dict(
    zip(
        "'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYyFNKaui~o`{",
        "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0671",
        strict=True,
    )
)
_SOUND = {
    "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "k", "د": "d", "ذ": "d", "ر": "r", "ز": "z", "س": "s", "ش": "c",
    "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "g", "ف": "f", "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h",
}  # fmt: skip
_LATIN = (
    ("sh", "c"), ("ch", "c"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"),
    ("q", "k"), ("x", "k"), ("p", "b"), ("v", "f"), ("7", "h"), ("9", "s"),
)  # fmt: skip
_READ = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh",
    "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h",
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ى": "a", "ة": "a", "ع": "a", "ء": "'", "ؤ": "u",
    "ئ": "i", "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g",
}  # fmt: skip


_VOWEL = {FATHA: "a", DAMMA: "u", KASRA: "i", DAGGER: "a"}
_LONG = {"ا": "a", "و": "u", "ي": "i"}


def skeleton(latin: str) -> str:
    """The consonants of a Latin spelling, sounds that spellings confuse made one: "uqubat" -> "kbt"."""
    text = re.sub("[^a-z0-9]", "", latin.lower())
    for written, sound in _LATIN:
        text = text.replace(written, sound)
    text = re.sub("[aeiouwy23568]", "", text)
    return re.sub(r"(.)\1+", r"\1", text)


def skeleton_arabic(word: str) -> str:
    """The same of an Arabic word: "عقوبات" -> "kbt"; a final ة may be heard as t or not at all, so it is left out."""
    return re.sub(r"(.)\1+", r"\1", "".join(_SOUND.get(c, "") for c in word))


def from_buckwalter(text: str) -> str:
    """Buckwalter's transliteration as Arabic; "" if a character is not in it."""
    made = [_BUCKWALTER.get(c, "") for c in text]
    return "".join(made) if all(made) else ""


def readable(word: str) -> str:
    """A name as it may be read, by its vowels where they are written; و and ي are vowels between consonants, else w, y.

    Never an exact science: بُوتِين is "Butin", شولمان "Shulman", يانغ "Yang".
    """
    letters, signs = marks(word)
    made = ""
    for i, (char, sign) in enumerate(zip(letters, signs, strict=True)):
        before, after = letters[i - 1 : i], letters[i + 1 : i + 2]
        vowel = next((_VOWEL[s] for s in sign if s in _VOWEL), "")
        if char == "غ" and before == "ن":
            sound = "g"
        elif i == 0 and char in "اأإ" and after and after in "وي" and not vowel:
            sound = ""  # أوباما: what follows is the vowel
        elif char in "وي":
            glide = (
                (after and after in "اى") or (char == "ي" and after == "و") or (i > 1 and before in "اأإآ")
            )
            consonant = i == 0 or vowel or SHADDA in sign or glide
            sound = ("w" if char == "و" else "y") if consonant else ("u" if char == "و" else "i")
        elif char in "اأإآ" and vowel:
            sound = ""
        else:
            sound = _READ.get(char, "")
        if SHADDA in sign and len(sound) == 1:
            sound += sound
        if vowel and _LONG.get(after) == vowel and after in "اوي" and not signs[i + 1]:
            vowel = ""
        made += sound + vowel
    made = re.sub("^a(?=[iu])", "", made)
    return made[:1].upper() + made[1:]
