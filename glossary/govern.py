"""What a word calls for after it, as its entry says, in bits: an object, a preposition, a clause with أن; who may act.

    frame "نَفَى شَيْئًا · نَفَى أَنْ يَفْعَلَ"     OBJECT | THAT
    frame "وَقَعَ فِي مَكَانٍ"                    FRAMED and the bit of في, no OBJECT
    gloss "appear", no frame                 no OBJECT: what "appears" in English has none in Arabic either

Made when the lexicon is compiled; glossary.rank reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.normalize import FATHA, FATHATAN, KASRA, KASRATAN, plain

if TYPE_CHECKING:
    from glossary.entry import Entry

OBJECT, FRAMED, PERSON, FEMININE = 1, 2, 4, 8
"""It takes an object; it has a frame; it is a person's noun; a noun is feminine."""
PREPOSITIONS = (
    "في", "من", "إلى", "على", "عن", "مع", "بين", "ب", "ل", "ك", "ضد", "دون", "بعد", "قبل", "حول", "نحو", "أمام", "عبر",
    "لدى", "أن",
)  # fmt: skip
"""And أن, which stands for أنّ too. Each has a bit from 16 up."""
CALLS = {word: 16 << n for n, word in enumerate(PREPOSITIONS)}
_ATTACHED = {"ب" + KASRA: "ب", "ل" + KASRA: "ل", "ك" + FATHA: "ك"}
_NO_OBJECT = """
abstain agree apologise apologize appear approach arise arrive attend begin bleed boil collapse come consist
continue cooperate coordinate crash decline decrease demonstrate depart depend deteriorate die disappear drop
emerge end erupt escape exist expand expire explode fail fall flee flourish flow fluctuate fly go grow happen
hesitate hurry improve increase insist intensify intervene land last lie live look march materialise meet move
negotiate occur originate participate pass persist proceed protest quarrel range react rebel recede recover
remain resign resort respond result retreat return revolt rise run settle shine shrink sink sit sleep slip
soar speak spread stand stay step succeed suffice surge swim take turn unfold vanish vary wait walk weaken
withdraw work worsen
""".split()  # noqa: SIM905
"""First words of glosses of verbs without an object, where the entry has no frame."""


def governs(entry: Entry) -> int:
    """The bits of an entry."""
    bits = PERSON if entry.pos == "noun" and entry.feminine else 0
    if entry.gender == "feminine":
        bits |= FEMININE
    frames = [sense.frame for sense in entry.senses if sense.frame]
    for frame in frames:
        bits |= FRAMED | _frame(frame)
    if entry.pos == "verb" and not frames and _may_have_object(entry):
        bits |= OBJECT
    return bits


def _frame(frame: str) -> int:
    bits = 0
    for way in frame.split("·"):
        for word in way.split()[1:]:
            letters = plain(word)
            if letters in CALLS:
                bits |= CALLS[letters]
                continue
            attached = _ATTACHED.get(word[:2])
            if attached and letters[1:] == "أن":
                bits |= CALLS[attached] | CALLS["أن"]
            elif attached and (word.endswith((KASRATAN, KASRA)) or letters[1:3] in ("ال", "ل")):
                bits |= CALLS[attached]
            elif word.endswith((FATHATAN, FATHATAN + "ا", FATHATAN + "ى")) or (
                letters.startswith("ال") and word.endswith(FATHA)
            ):
                bits |= OBJECT
        if {"أن"} & set(map(plain, way.split()[1:2])):
            bits |= OBJECT
    return bits


def _may_have_object(entry: Entry) -> bool:
    if entry.form in ("VII", "IX"):
        return False
    first = entry.senses[0].gloss[0].split()
    if first[0] in ("be", "become"):
        return False
    return first[0] not in _NO_OBJECT or len(first) > 1
