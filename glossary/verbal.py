"""What a root and a form make of a verb, and whether it is attested: mazini's paradigms and its lexicon.

paradigms("نفي", "I")   ->  (Paradigm("I/a~i", past="نَفَى", present="يَنْفِي", masdars=()), …)
paradigms("وهم", "VIII")  ->  (Paradigm("VIII", past="اِتَّهَمَ", present="يَتَّهِمُ", masdars=("اِتِّهَام",)),)
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

import mazini
from mazini.lexicon import attested_wazns

from corpus.normalize import DAMMA, FATHA, KASRA

CODES_I = ("I/a~u", "I/a~i", "I/a~a", "I/i~a", "I/u~u", "I/i~i")
_VOWELS = {FATHA: "a", KASRA: "i", DAMMA: "u"}
_ENDS = FATHA + KASRA + DAMMA + "ويىا"
_QUADRILITERAL = {"QI": "Iq", "QII": "IIq", "QIII": "IIIq", "QIV": "IVq"}


class Paradigm(NamedTuple):
    """The principal parts that a root and a pattern make."""

    code: str
    past: str
    present: str
    masdars: tuple[str, ...]


def codes(form: str) -> tuple[str, ...]:
    """mazini's codes for a form; form I has six, by its vowels."""
    return CODES_I if form == "I" else (_QUADRILITERAL.get(form, form),)


def paradigms(root: str, form: str, like: str | None = None) -> tuple[Paradigm, ...]:
    """What the root makes in the form; nothing for an unknown form or a malformed root.

    With a present given as `like`, only form I's patterns with its vowel, if one of them makes it: the others are dear.
    """
    if like and form == "I":
        vowel = next((c for c in reversed(like.rstrip(_ENDS)) if c in _VOWELS), "")
        near = tuple(
            made for code in codes(form) if code[-1] == _VOWELS.get(vowel) for made in _made(root, code)
        )
        if any(made.present == like for made in near):
            return near
    return tuple(made for code in codes(form) for made in _made(root, code))


@lru_cache(maxsize=8192)
def _made(root: str, code: str) -> tuple[Paradigm, ...]:
    found = []
    for reduced in (False, True)[: 2 if code in ("V", "VI", "IIq") else 1]:
        try:
            slots = mazini.conjugate(root, code, reduced=reduced).slots
        except (mazini.MaziniError, AssertionError, KeyError, IndexError):
            continue
        masdars = tuple(_nfc(f.form) for f in slots.get("vn", []) if "?" not in f.form)
        for past in slots.get("past_3ms", []):
            for present in slots.get("ind_3ms", []):
                found.append(Paradigm(code, _nfc(past.form), _nfc(present.form), masdars))
    return tuple(dict.fromkeys(found))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=8192)
def attested(root: str, form: str) -> tuple[str, ...]:
    """The codes of the form in which the root is a listed verb (24,188 verbs; not listed is not wrong)."""
    try:
        names = attested_wazns(root)
    except mazini.MaziniError:
        return ()
    listed = {info.form_code for info in mazini.WAZNS if info.wazn in names}
    return tuple(code for code in codes(form) if code in listed)


def only_present(lemma: str, root: str, form: str) -> str | None:
    """The present of a verb where only one can be meant: one attested paradigm has this past."""
    listed = attested(root, form)
    found = {made.present for made in paradigms(root, form) if made.past == lemma and made.code in listed}
    return found.pop() if len(found) == 1 else None
