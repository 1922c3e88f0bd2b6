"""What kind of word a reading is, as its neighbours see it: a short string, the words of ranking.tsv.

    "العقوبات" as a noun     "n.the.f"      noun, with the article, agreeing as a feminine (so do plurals of things)
    "جديدة"                  "a.bare.f"     adjective without it
    "يكتب"                   "v.pres.3ms"
    "لم"                     "jus"          a particle that calls for something has a kind of its own

`state` is the (the article), its (a pronoun), bare, acc (a bare accusative with its alef), con (a dual or plural that has
lost its ن); agreement m, f, p (a plural of people), d (dual).
"""

from __future__ import annotations

from functools import cache

EDGE, UNKNOWN = "edge", "unknown"
"""The beginning or end of a line; a word without readings."""
_ROLES = {
    "jus": "لم", "sub": "لن كي لكي", "qad": "قد لقد", "fut": "سوف", "inna": "إن لأن", "an": "أن بأن", "neg": "لا",
    "ma": "ما مما عما بما فيما",
    "when": "عندما حينما بينما كلما إذا كما حيث لما لو هل حين", "but": "لكن", "or": "أو أم بل", "then": "ثم", "until": "حتى",
    "any": "أي", "all": "كل بعض جميع", "other": "غير", "lack": "عدم",
}  # fmt: skip
ROLES = {word: role for role, words in _ROLES.items() for word in words.split()}
"""Words that call for something after them, by their letters."""
BE = frozenset(("كَانَ", "أَصْبَحَ", "لَيْسَ", "بَاتَ", "ظَلَّ", "صَارَ"))
"""Verbs that are followed by a subject and what it is."""
BREAKS = frozenset(("comma", "stop", "quote"))
"""Marks of punctuation: nothing that stands on the other side tells on a word."""
OPENS = frozenset((EDGE, "an", "inna", "when", "rel", "ma", "but"))
"""After these a clause begins."""
MARKS = {**dict.fromkeys("،,؛;", "comma"), **dict.fromkeys("«»\"“”()[]'", "quote")}
_PERSONS = {"3ms": "3ms", "3fs": "3fs", "3mp": "3p", "3md": "3p", "3fd": "3p", "3fp": "3p"}
_SHORT = {
    "numeral": "num", "pronoun": "pron", "relative": "rel", "demonstrative": "dem", "adverb": "adv", "interjection": "intj",
}  # fmt: skip


def kind(pos: str, features: str, proclitics: tuple[str, ...], enclitic: str) -> str:
    """The kind of a reading by what it is (glossary.features) and what is attached to it."""
    found = features.split()
    if pos in ("noun", "adjective"):
        state = "the" if "ال" in proclitics else "its" if enclitic else "bare"
        if state == "bare":
            state = "acc" if "accusative" in found else "con" if "construct" in found else state
        return f"{'n' if pos == 'noun' else 'a'}.{state}.{_agreement(pos, found)}"
    if pos == "verb":
        if "imperative" in found:
            return "v.imp"
        person = next((_PERSONS[word] for word in found if word in _PERSONS), "o")
        return f"v.{'past' if 'past' in found else 'pres'}.{person}{'.jus' if 'jussive' in found else ''}"
    if pos == "name":
        return "name.the" if "ال" in proclitics else "name"
    if pos in ("preposition", "particle", "conjunction"):
        return ("prep" if pos == "preposition" else "part") + ("+" if enclitic else "")
    return _SHORT.get(pos, pos)


def _agreement(pos: str, features: list[str]) -> str:
    if "dual" in features:
        return "d"
    if "plural" in features:
        people = "masculine" in features and ("oblique" in features or "nominative" in features)
        return "p" if people or (pos == "adjective" and "feminine" not in features) else "f"
    return "f" if "feminine" in features else "m"


def attached(proclitics: tuple[str, ...]) -> str:
    """What is attached before: w (و ف), b (ب ل ك), both or neither."""
    joined = "w" if proclitics[:1] in (("و",), ("ف",)) else ""
    return joined if {"ب", "ل", "ك"}.isdisjoint(proclitics) else joined + "b"


@cache
def coarse(kind: str) -> str:
    """A kind without agreement and person: n.the, a.bare, v.past …; the kinds are few, so the cache is."""
    parts = kind.split(".")
    if parts[0] == "a":
        return "a.the" if parts[1] == "the" else "a.bare"
    return ".".join(parts[:2]) if parts[0] in "nv" else kind


def role(letters: str) -> str:
    """The kind of a particle that calls for something, by its letters; "" for other words."""
    if len(letters) > 6:
        return ""
    found = ROLES.get(letters)
    if found is None and letters[:1] in ("و", "ف"):
        found = ROLES.get(letters[1:])
    return found or ""


def mark(token_kind: str, text: str) -> str:
    """The kind of a token that is no word."""
    if token_kind == "number":
        return "digits"
    return "latin" if token_kind == "latin" else MARKS.get(text, "stop")
