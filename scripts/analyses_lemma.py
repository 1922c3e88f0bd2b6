"""farahidi's dictionary forms in the conventions of docs/format.md, and a key that forgives conventions.

    tidy("اتَّفَقَ")  -> اِتَّفَقَ       tidy("لامَ")  -> لَامَ       tidy("قَاض", root="قضي", pattern="فَاعِل") -> قَاضِي
    key("مُسْتَوًى") == key("مُسْتَوَى")    key("قَاضٍ") == key("قَاضِي")    key("كَتَبَ") != key("كِتَاب")

farahidi writes one word in several ways (قَاض, قَاضٍ, قَاضِي; برِيطَانِيّ, بَرِيطَانِيّ); its corpus has yet another.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

FATHATAN, KASRATAN = "\u064b", "\u064d"
FATHA, DAMMA, KASRA, SHADDA, SUKUN, DAGGER = "\u064e", "\u064f", "\u0650", "\u0651", "\u0652", "\u0670"
MARK = "[\u064b-\u0652\u0670]"
_MARKS = re.compile(MARK)


def bare(text: str) -> str:
    """The letters without vowels, shaddas and tatweel."""
    return _MARKS.sub("", text).replace("\u0640", "")


@lru_cache(maxsize=400_000)
def tidy(lemma: str, root: str = "", pattern: str = "") -> str:
    """A lemma as the project writes it, NFC."""
    s = unicodedata.normalize("NFC", lemma.replace("\u0640", "").replace("\u0671", "ا"))
    s = re.sub(f"{SUKUN}+", SUKUN, s)
    s = re.sub(f"({MARK})\\1+", r"\1", s)
    if re.match(f"ا{FATHA}?ل{MARK}?{SHADDA}", s):  # الَّذِي
        s = "ا" + s[1:].lstrip(FATHA)
    else:
        s = re.sub(f"^ا(?=[^{MARK[1:-1]}](?:{SUKUN}|{MARK}?{SHADDA}))", "ا" + KASRA, s)
    s = re.sub(f"^أ(?=[^{MARK[1:-1]}])", "أ" + FATHA, s)
    s = re.sub(f"^إ(?=[^{MARK[1:-1]}])", "إ" + KASRA, s)
    s = re.sub(f"(?<={DAMMA})و{SUKUN}", "و", s)
    s = re.sub(f"(?<={KASRA})ي{SUKUN}", "ي", s)
    s = re.sub(f"(?<=[ء-غف-ه])(?=ا(?!{FATHATAN}))", FATHA, s) if not s.startswith("آ") else s
    s = s[0] + re.sub("(?<=[ءأؤئب-غف-ه])(?=[ةى])", FATHA, s[1:]) if s else s
    s = re.sub(f"ا{FATHA}(?=[اةى])", "ا", s)
    s = re.sub(f"^{MARK}+", "", s)
    s = re.sub(f"^([ب-غف-هوي])(?=[ء-ي]{MARK})", rf"\1{KASRA}", s)
    if re.search(MARK, s):
        s = re.sub("(?<=[ءأؤئب-غف-ه])(?=[ء-ئب-غف-ه])", SUKUN, s) if "ل" + FATHA + SHADDA not in s else s
        s = re.sub(f"(?<=[ء-غف-ه])(?=[وي][{FATHA}{DAMMA}{KASRA}{SHADDA}])", SUKUN, s)
        s = re.sub(f"(?<=[{FATHA}][وي])(?=[ء-ئب-غف-ه])", SUKUN, s)
        s = re.sub(f"(?<=[اآ]){SUKUN}", "", s)
    if _cut_off(s, root, pattern):
        s = re.sub(f"[{KASRA}{KASRATAN}]$", "", s) + KASRA + "ي"
    s = re.sub(f"{KASRATAN}$", KASRA + "ي", s)
    return unicodedata.normalize("NFC", s)


def _cut_off(lemma: str, root: str, pattern: str) -> bool:
    """A defective noun without its last radical: قَاض, تَوَالٍ."""
    if len(root) != 3 or root[2] not in "وي" or not re.search(f"[{KASRA}{DAMMA}]ل$", pattern):
        return False
    letters = bare(lemma)
    return bool(letters) and letters[-1] not in "يىاوءةئؤ"


@lru_cache(maxsize=400_000)
def key(lemma: str) -> str:
    """What two spellings of one dictionary form have in common."""
    s = unicodedata.normalize("NFC", lemma).replace("\u0640", "").replace(SUKUN, "").replace("\u0671", "ا")
    s = re.sub(f"{KASRATAN}$", KASRA + "ي", s)
    s = re.sub(f"{FATHATAN}(?=[اى])", "", s)
    s = s.replace("ى", "ا").replace("ؤ", "ء").replace("ئ", "ء").replace(DAGGER, FATHA)
    s = re.sub("[\u064b-\u0650]+$", "", s)
    s = re.sub(f"^(?:(ا)[{FATHA}{DAMMA}{KASRA}]|(أ){FATHA}|(إ){KASRA})", r"\1\2\3", s)
    s = re.sub(f"{FATHA}(?=[اة])", "", s)
    s = re.sub(f"{KASRA}(?=ي(?![{SHADDA}{FATHA}{DAMMA}{KASRA}]))", "", s)
    s = re.sub(f"{DAMMA}(?=و(?![{SHADDA}{FATHA}{DAMMA}{KASRA}]))", "", s)
    return re.sub("اا+", "ا", s)


FORMS = {
    "فَعَلَ": "I", "فَعِلَ": "I", "فَعُلَ": "I", "فَعَّلَ": "II", "فَاعَلَ": "III", "أَفْعَلَ": "IV", "تَفَعَّلَ": "V", "تَفَاعَلَ": "VI",
    "انْفَعَلَ": "VII", "افْتَعَلَ": "VIII", "افْعَلَّ": "IX", "اسْتَفْعَلَ": "X", "افْعَالَّ": "XI", "افْعَوْعَلَ": "XII", "افْعَوَّلَ": "XIII",
    "فَعْلَلَ": "QI", "تَفَعْلَلَ": "QII", "افْعَنْلَلَ": "QIII", "افْعَلَلَّ": "QIV",
}  # fmt: skip
"""Pattern of the past -> number of the form, after the grammars' count."""

FORMS = {unicodedata.normalize("NFC", k): v for k, v in FORMS.items()}
_CONTRACTED = {"افْعَلَلَ": "افْعَلَّ", "افْعَالَلَ": "افْعَالَّ", "افْعَلْلَلَ": "افْعَلَلَّ"}
"""farahidi writes these patterns with the doubled radical undone."""


@lru_cache(maxsize=10_000)
def tidy_pattern(pattern: str) -> str:
    """The pattern of a lemma in the same conventions."""
    return tidy(_CONTRACTED.get(pattern, pattern)) if pattern else ""


def verb_form(pattern: str) -> str:
    """I … X, QI …; empty where the pattern is none of theirs."""
    return FORMS.get(unicodedata.normalize("NFC", _CONTRACTED.get(pattern, pattern)), "")
