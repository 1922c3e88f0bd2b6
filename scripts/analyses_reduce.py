"""farahidi's analyses of a form, cut down to the readings that the table can hold.

reduce("بالمدرسة", rows) -> [Reading("مَدْرَسَة", "noun", "درس", "مَفْعَلَة", "", "feminine singular", ("ب", "ال"), "", "بِالْمَدْرَسَة"), ...]
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, NamedTuple

from analyses_lemma import bare, tidy, tidy_pattern, verb_form

Row = list[Any]
"""One analysis, the fields in the order of analyses_raw.FIELDS."""


class Reading(NamedTuple):
    """One reading of a form: a lemma, what was done to it, what is attached."""

    lemma: str
    pos: str
    """One of glossary.entry.POS, or "participle" until a lemma's part of speech is settled."""
    root: str
    pattern: str
    form: str
    features: str
    proclitics: tuple[str, ...]
    enclitic: str
    vowelled: str
    stem: str
    """farahidi's vowelled stem, the key of its stem counts."""


_NOUNS = {
    "اسم فاعل": "participle", "اسم مفعول": "participle", "مبالغة اسم الفاعل": "participle", "نسبة": "adjective",
    "صفة مشبهة": "adjective", "اسم تفضيل": "adjective", "اسم علم": "name", "اسم الجلالة": "name", "ظرف": "adverb",
    "إشارة": "demonstrative", "موصول": "relative", "ضمير": "pronoun", "حرف هجاء": "",
}  # fmt: skip
_PARTICLES = {"جر": "preposition", "جار ومجرور": "preposition", "عطف": "conjunction"}
_PERSON = {
    "هو": "3ms", "هي": "3fs", "هما": "3md", "هما(ة)": "3fd", "هم": "3mp", "هن": "3fp", "أنتَ": "2ms", "أنتِ": "2fs",
    "أنتما": "2d", "أنتم": "2mp", "أنتن": "2fp", "أنا": "1s", "نحن": "1p",
}  # fmt: skip
_TENSE = {"ماض": "past", "مضارع": "present", "أمر": "imperative"}
_GENDER = {"مذكر": "masculine", "مؤنث": "feminine"}
_NUMBER = {"مفرد": "singular", "مثنى": "dual", "جمع": "plural"}
_SKIP = ("لام التوكيد", "حرف الابتداء")
"""Emphatic ل: before a noun it is the preposition ل in nearly every text."""


def reduce(rows: list[Row]) -> list[Reading]:
    """The readings of one form, without doubles, in farahidi's order."""
    found: dict[tuple[Any, ...], Reading] = {}
    for row in rows:
        reading = _reading(row)
        if reading:
            found.setdefault((*reading[:2], *reading[5:8], bare(reading.vowelled)), reading)
    return list(found.values())


def _reading(row: Row) -> Reading | None:
    diacritized, lemma, root, stem, _, pattern, main, kind, tense, gender, number, pronoun, voice = row[:13]
    proclitics, enclitics, emphatic, inflections = row[15], row[18], row[20], row[21]
    pos = _pos(main, kind or "")
    if (
        not pos
        or emphatic
        or len(bare(lemma)) < 2
        or "+" in (enclitics[0][1] or "" if enclitics else "").replace("نون الوقاية+", "")
    ):
        return None
    cut = _proclitics(proclitics, pos)
    if cut is None:
        return None
    if pos == "verb":
        features = _verb_features(tense, voice, pronoun, inflections)
    elif pos in ("noun", "adjective", "participle", "name", "adverb"):
        features = _noun_features(bare(diacritized), gender, number, inflections)
    else:
        features = ""
    root = root or ""
    return Reading(
        tidy(lemma, root, pattern or "") if pos != "name" else tidy(lemma),
        pos,
        root,
        tidy_pattern(pattern or ""),
        verb_form(pattern) if pos == "verb" and pattern else "",
        features,
        cut,
        bare(enclitics[0][0]) if enclitics else "",
        vowels(inflections[0][0] if features.endswith("accusative") else diacritized),
        stem,
    )


def vowels(word: str) -> str:
    """NFC, no mark twice on a letter; "" where farahidi's vowels make no sense."""
    word = re.sub("([\u064b-\u0652])\\1+", r"\1", unicodedata.normalize("NFC", word))
    return "" if re.search("[\u064b-\u0650\u0652]{2}|^[\u064b-\u0652]", word) else word


def _pos(main: str, kind: str) -> str:
    if main == "فعل":
        return "verb"
    if main == "حرف":
        return _PARTICLES.get(kind, "particle")
    if main == "اسم" and (not kind or kind in ("فعل", "استفهام", "شرط", "استثناء", "استفهام:موصول", "منصوب")):
        return "particle"
    return _NOUNS.get(kind, "noun")


def _proclitics(proclitics: list[list[str]], pos: str) -> tuple[str, ...] | None:
    """ "وَال" with its label "حرف العطف+ال:التعريف" -> ("و", "ال"); None where the reading is not worth keeping."""
    if not proclitics:
        return ()
    letters, label = bare(proclitics[0][0]), proclitics[0][1] or ""
    if (pos != "verb" and any(s in label for s in _SKIP)) or (
        letters in ("و", "فو") and "الجر" in label.replace(":", " ")
    ):
        return None
    article = "التعريف" in label
    if article:
        letters = letters.removesuffix("ل").removesuffix("ا")
    return (*letters, "ال") if article else tuple(letters)


def _verb_features(
    tense: str | None, voice: str | None, pronoun: str | None, inflections: list[list[str]]
) -> str:
    words = [
        _TENSE.get(tense or "", ""),
        "passive" if voice == "مجهول" else "active",
        _PERSON.get(pronoun or "", ""),
    ]
    moods = {i[1] for i in inflections}
    if tense == "مضارع" and "مرفوع" not in moods:
        words.append("jussive-or-subjunctive" if "منصوب" in moods else "jussive")
    return " ".join(w for w in words if w)


def _noun_features(form: str, gender: str | None, number: str | None, inflections: list[list[str]]) -> str:
    words = [_GENDER.get(gender or "", ""), _NUMBER.get(number or "", "")]
    cases = {i[1] for i in inflections}
    states = {i[2] for i in inflections}
    sound = number == "مثنى" or (
        number == "جمع" and cases in ({"مرفوع"}, {"مجرور", "منصوب"}, {"مجرور"}, {"منصوب"})
    )
    if sound and form.endswith(("ون", "ين", "ان")):
        words.append("nominative" if cases == {"مرفوع"} else "oblique")
    elif (sound and gender == "مذكر") or number == "مثنى":
        words += ["construct", "nominative" if cases == {"مرفوع"} else "oblique"]
    elif cases == {"منصوب"} and states == {"نكرة"} and form.endswith("ا"):
        words.append("accusative")
    return " ".join(w for w in words if w)
