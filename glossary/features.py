"""What an inflected form is, in a closed vocabulary of words, and as the JSON that the reader shows.

    "past active 3fs"                     {"tense": "past", "person": 3, "gender": "feminine", "number": "singular"}
    "feminine plural" after the article   {"gender": "feminine", "number": "plural", "definite": true}

The words are stored; the mapping is made when a word is looked at. The active voice and the singular of a verb's
person go without saying where nothing else is possible.
"""

from __future__ import annotations

_PERSON = {
    "1s": (1, "", "singular"), "2ms": (2, "masculine", "singular"), "2fs": (2, "feminine", "singular"),
    "3ms": (3, "masculine", "singular"), "3fs": (3, "feminine", "singular"), "2d": (2, "", "dual"),
    "3md": (3, "masculine", "dual"), "3fd": (3, "feminine", "dual"), "1p": (1, "", "plural"),
    "2mp": (2, "masculine", "plural"), "2fp": (2, "feminine", "plural"), "3mp": (3, "masculine", "plural"),
    "3fp": (3, "feminine", "plural"),
}  # fmt: skip
_FIELD = {
    "past": "tense", "present": "tense", "imperative": "tense", "active": "voice", "passive": "voice",
    "jussive": "mood", "subjunctive": "mood", "jussive-or-subjunctive": "mood",
    "masculine": "gender", "feminine": "gender", "singular": "number", "dual": "number", "plural": "number",
    "nominative": "case", "accusative": "case", "genitive": "case", "oblique": "case", "construct": "state",
    "elative": "form", "masdar": "form", "active-participle": "form", "passive-participle": "form", "nisba": "form",
}  # fmt: skip
MARKS = frozenset(("suggestion", "unknown"))
"""What a reading that nothing supports says of itself: a slip was assumed; only the word's shape is known."""
VOCABULARY = frozenset(_FIELD) | frozenset(_PERSON)
"""Every word that a stored feature string may hold."""


def describe(features: str, proclitics: tuple[str, ...] = ()) -> dict[str, str | int | bool]:
    """Stored features and the clitics before the word as the mapping of the JSON contract."""
    made: dict[str, str | int | bool] = {}
    for word in features.split():
        if word in _PERSON:
            person, gender, number = _PERSON[word]
            made["person"] = person
            if gender:
                made["gender"] = gender
            made["number"] = number
        elif word in _FIELD:
            made[_FIELD[word]] = word
        elif word in MARKS:
            made[word] = True
    if made.get("voice") == "active":
        del made["voice"]
    if "س" in proclitics:
        made["tense"] = "future"
    if "ال" in proclitics:
        made["definite"] = True
    return made
