"""The form a word is in, in the words of a grammar that a learner reads.

{"tense": "past", "person": 3, "gender": "feminine", "number": "singular"}, verb   "past, she"
{"number": "plural"}, noun                                                        "plural"
{"tense": "present", "mood": "jussive", "person": 3, "number": "plural", ...}     "present, jussive, they"
"""

from __future__ import annotations

from collections.abc import Mapping

Features = Mapping[str, str | int | bool]

_PERSONS = {
    (1, "singular", ""): "I", (1, "plural", ""): "we",
    (2, "singular", "masculine"): "you (m.)", (2, "singular", "feminine"): "you (f.)",
    (2, "dual", ""): "you two", (2, "plural", "masculine"): "you (pl.)", (2, "plural", "feminine"): "you (f. pl.)",
    (3, "singular", "masculine"): "he", (3, "singular", "feminine"): "she",
    (3, "dual", "masculine"): "they two", (3, "dual", "feminine"): "they two (f.)",
    (3, "plural", "masculine"): "they", (3, "plural", "feminine"): "they (f.)",
}  # fmt: skip
_SAID = {
    "oblique": "genitive or accusative",
    "jussive-or-subjunctive": "jussive or subjunctive",
    "active-participle": "active participle",
    "passive-participle": "passive participle",
    "masdar": "maṣdar",
    "construct": "before another noun",
}


def person(features: Features) -> str:
    """The pronoun of a verb's form; "" if it has none."""
    number, gender = str(features.get("number", "")), str(features.get("gender", ""))
    who = int(features.get("person", 0) or 0)
    return _PERSONS.get((who, number, gender)) or _PERSONS.get((who, number, ""), "")


def describe(features: Features, pos: str | None) -> str:
    """One short line; "" for the plain dictionary form."""
    said: list[str] = []
    if "form" in features:
        said.append(str(features["form"]))
    if "tense" in features:
        said += [str(features[key]) for key in ("tense", "voice", "mood") if key in features]
        if who := person(features):
            said.append(who)
    else:
        if (
            pos in ("adjective", "numeral", "demonstrative", "relative", "pronoun")
            and features.get("gender") == "feminine"
        ):
            said.append("feminine")
        if features.get("number") in ("plural", "dual"):
            said.append(str(features["number"]))
        said += [str(features[key]) for key in ("case", "state") if key in features]
    return ", ".join(_SAID.get(word, word) for word in said)
