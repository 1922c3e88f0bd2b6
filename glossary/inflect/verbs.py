"""Verbs: every form mazini builds, checked against the entry's own past and present before it is believed.

    نَفَى (I, نفي, يَنْفِي) -> نَفَى · نَفَا(ه) · نَفَتْ · نَفَوْا · يَنْفِي · يَنْفُون · يَنْفُوا · يَنْفِ · اِنْفِ · نُفِيَ · يُنْفَى …
                             and, as words of their own: نَافٍ، مَنْفِيّ، نَفْي

mazini makes a paradigm of any root and pattern; one that does not reproduce the entry's past (and present, where it
is given) is not this verb's, and is not used.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.normalize import DAMMA, FATHA, KASRA, SHADDA, SUKUN, shadda_first
from glossary.inflect import words
from glossary.inflect.form import ALONE, FUTURE, LAM, PREPOSITION, SUFFIX, Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.entry import Entry

FORM_I = ("I/a~u", "I/a~i", "I/a~a", "I/i~a", "I/u~u", "I/i~i")
_PERSON = {"1s": 0.08, "2ms": 0.03, "2fs": 0.01, "3ms": 1.0, "3fs": 0.9, "1p": 0.15, "2d": 0.005, "2mp": 0.03}
_PERSON |= {"2fp": 0.002, "3md": 0.04, "3fd": 0.02, "3mp": 0.5, "3fp": 0.02}
_TENSE = {"past": 1.0, "ind": 1.0, "sub": 0.5, "juss": 0.4, "imp": 0.03}
_FINAL = re.compile(f"[{FATHA}{DAMMA}{KASRA}{SUKUN}]+$")
_SAME = re.compile(
    f"{SUKUN}|{FATHA}(?=[اىة])|{KASRA}(?=ي(?!{SHADDA}))|{DAMMA}(?=و(?!{SHADDA}))|^(?<=ا)[{FATHA}{DAMMA}{KASRA}]"
)


def verb(entry: Entry) -> Iterator[Form]:
    """The verb's forms, then its participles' and verbal nouns' under lemmas of their own."""
    slots = paradigm(entry)
    if not slots:
        yield Form(_bare(entry.lemma), "past active 3ms", ALONE | SUFFIX | LAM)
        if entry.present:
            yield Form(_bare(entry.present), "present active 3ms", ALONE | SUFFIX | LAM | FUTURE)
    for slot, forms in slots.items():
        for form in forms:
            yield from _finite(slot, form)
    masdars = [*entry.masdar, *(slots.get("vn", []) if not entry.masdar else [])]
    for i, masdar in enumerate(masdars):
        yield from words.derived(_bare(masdar), "noun", "masdar", 0.5 if i == 0 else 0.2)
    for slot, kind, weight in (("ap", "active-participle", 0.1), ("pp", "passive-participle", 0.07)):
        for form in slots.get(slot, [])[:1]:
            yield from words.derived(_bare(form), "adjective", kind, weight)


def paradigm(entry: Entry) -> dict[str, list[str]]:
    """mazini's slots for the verb, or nothing if no paradigm fits what the entry says."""
    if not entry.root or not entry.form:
        return {}
    import mazini

    codes = _codes(entry)
    for reduced in (False, True):
        for code in codes:
            try:
                made = mazini.conjugate(entry.root, code, passive=True, reduced=reduced)
            except (mazini.MaziniError, AssertionError, KeyError, IndexError):
                continue
            slots = {k: [shadda_first(f.form) for f in v if "?" not in f.form] for k, v in made.slots.items()}
            if _fits(entry.lemma, slots.get("past_3ms", [])) and (
                not entry.present or _fits(entry.present, slots.get("ind_3ms", []))
            ):
                return slots
    return {}


def _codes(entry: Entry) -> list[str]:
    form = (entry.form or "").replace("QIII", "IIIq").replace("QII", "IIq").replace("QIV", "IVq")
    form = form.replace("QI", "Iq")
    if form != "I":
        return [form]
    vowels = [c for c in _FINAL.sub("", entry.present or "") if c in (FATHA, DAMMA, KASRA)]
    wanted = {FATHA: "a", DAMMA: "u", KASRA: "i"}.get(vowels[-1], "") if vowels else ""
    return sorted(FORM_I, key=lambda code: not code.endswith(wanted))


def _fits(wanted: str, made: list[str]) -> bool:
    return any(_same(wanted) == _same(form) for form in made)


def _same(form: str) -> str:
    form = form.replace("آ", "ا").replace("أَا", "ا")
    form = re.sub("^[اأإ][\u064e-\u0650]?", lambda m: m[0][0], _FINAL.sub("", form))
    return _SAME.sub("", form)


def _bare(form: str) -> str:
    return form if form.endswith(SHADDA) else _FINAL.sub("", form)


def _finite(slot: str, form: str) -> Iterator[Form]:
    """A conjugated form and, where its letters change before a pronoun, that shape too."""
    tense, _, rest = slot.partition("_")
    passive = rest.startswith("pass_")
    person = rest.removeprefix("pass_")
    if tense not in _TENSE or person not in _PERSON:
        return
    mood = {"sub": " subjunctive", "juss": " jussive"}.get(tense, "")
    name = {"past": "past", "imp": "imperative"}.get(tense, "present")
    features = f"{name} {'passive' if passive else 'active'} {person}{mood}"
    weight = (
        _TENSE[tense]
        * _PERSON.get(person, 0.1)
        * (0.2 if passive else 1.0)
        * (8.0 if tense == "imp" and person == "2ms" else 1)
    )
    flags = LAM | (FUTURE if tense == "ind" else 0)
    bare = _bare(form)
    before = bare
    if bare.endswith("ى"):
        before = bare[:-1].rstrip(FATHA) + FATHA + "ا"
    elif bare.endswith("وا"):
        before = bare[:-1]
    elif person == "2mp" and tense == "past":
        before = bare.removesuffix(SUKUN) + DAMMA + "و"
    elif bare.endswith("أ"):
        yield Form(bare[:-1] + "ؤ", features, SUFFIX | flags, weight * 0.3)
    elif bare.endswith("اء"):
        yield Form(bare[:-1] + ("ء" if name == "past" else "ؤ"), features, SUFFIX | flags, weight * 0.3)
    if before == bare:
        yield Form(bare, features, ALONE | SUFFIX | flags, weight)
    else:
        yield Form(bare, features, ALONE | flags, weight)
        yield Form(before, features, SUFFIX | flags, weight)


__all__ = ["PREPOSITION", "paradigm", "verb"]
