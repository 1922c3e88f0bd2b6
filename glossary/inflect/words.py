"""An entry's forms by its part of speech: nouns, adjectives, names, and words that do not change.

Entry(كَبِير, adjective, plural كِبَار, elative أَكْبَر) -> كبير · كبيرا · كبيرة · كبيران …
    كبار · كبيرات; أكبر, كبرى as a word of its own
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.normalize import DAMMA, FATHA, FATHATAN, SHADDA, SUKUN, VOWELS
from glossary.entry import Entry
from glossary.inflect import nominal
from glossary.inflect.form import (
    ALONE,
    ARTICLE,
    ATTACHED,
    CONSTRUCT,
    LAM,
    NOMINAL,
    ONLY,
    PREPOSITION,
    SUFFIX,
    Form,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE = 0.2
"""The weight of a form that a rule makes and the entry does not name (a sound plural, say)."""
BARE = frozenset(("حتى", "منذ", "مذ", "خلا", "عدا"))
"""Prepositions that take no attached pronoun."""
TAKES_PRONOUN = frozenset(("إن", "أن", "كأن", "لكن", "لعل", "ليت", "لأن", "بأن", "إلا", "لولا", "مما"))
"""Particles and conjunctions that do."""
FIVE = frozenset(("أَب", "أَخ", "حَم"))
"""Nouns whose case is a long vowel before another noun (أَبُو)."""


def noun(entry: Entry) -> Iterator[Form]:
    """A noun: its lemma's number and gender, the plurals in use, the dual; a person's feminine."""
    gender = entry.gender or ("feminine" if entry.lemma.endswith("ة") else "masculine")
    if gender == "common":
        gender = ""
    lemma = _bare(entry.lemma)
    number = entry.number or "singular"
    if number == "plural":
        yield from nominal.plural(lemma, gender)
    elif number == "dual":
        yield Form(lemma, f"{gender} dual".strip(), NOMINAL)
    else:
        yield from nominal.singular(lemma, f"{gender} singular".strip())
        yield from _duals(entry, gender)
    for i, form in enumerate(entry.plural):
        yield from nominal.plural(_bare(form), gender, 1.0 if i == 0 else 0.7)
    if not entry.plural and number == "singular" and lemma.endswith("ة"):
        yield from nominal.plural(lemma[:-1].rstrip(FATHA) + FATHA + "ات", gender, RULE)
    if lemma in FIVE:
        for letter, case in (("و", "nominative"), ("ا", "accusative"), ("ي", "genitive")):
            yield Form(lemma + letter, f"{gender} singular construct {case}", CONSTRUCT, 0.6)
    if entry.feminine:
        feminine = _bare(entry.feminine)
        yield from nominal.singular(feminine, "feminine singular", 0.7)
        yield from nominal.dual(feminine, "feminine", 0.05)
        if feminine.endswith("ة"):
            yield from nominal.plural(feminine[:-1].rstrip(FATHA) + FATHA + "ات", "feminine", 0.5)


def adjective(entry: Entry) -> Iterator[Form]:
    """An adjective in both genders and all numbers, and its elative as a word of its own."""
    lemma = _bare(entry.lemma)
    yield from nominal.singular(lemma, "masculine singular")
    yield from nominal.dual(lemma, "masculine")
    feminine = _bare(entry.feminine) if entry.feminine else nominal.feminine_stem(lemma)
    yield from nominal.singular(feminine, "feminine singular")
    yield from nominal.dual(feminine, "feminine")
    if feminine.endswith("ة"):
        yield from nominal.plural(feminine[:-1].rstrip(FATHA) + FATHA + "ات", "feminine", 0.4)
    for form in entry.plural:
        yield from nominal.plural(_bare(form), "")
    if not any(p.endswith(("ون", "ون" + FATHA, "ين")) for p in entry.plural) and not lemma.endswith(
        ("ة", "ى")
    ):
        yield from nominal.sound_masculine(
            _sound_stem(lemma), "masculine plural", RULE if entry.plural else 0.7
        )
    if entry.elative:
        yield from derived(_bare(entry.elative), "adjective", "elative")


def derived(lemma: str, pos: str, kind: str, weight: float = 0.3) -> Iterator[Form]:
    """The forms of a word that a rule derives from an entry: each carries that word as its lemma."""
    made: list[Form] = []
    if kind == "elative":
        made += nominal.singular(lemma, "elative")
        letters = [c for c in lemma if c not in VOWELS]
        if len(letters) == 4 and letters[0] == "أ" and SHADDA not in lemma:  # أَكْبَر, كُبْرَى
            stem = f"{letters[1]}{DAMMA}{letters[2]}{SUKUN}{letters[3]}{FATHA}ى"
            made += nominal.singular(stem, "elative feminine")
    elif pos == "adjective":
        feminine = nominal.feminine_stem(lemma)
        made += nominal.singular(lemma, f"{kind} masculine singular")
        made += nominal.dual(lemma, f"{kind} masculine")
        made += nominal.singular(feminine, f"{kind} feminine singular")
        made += nominal.dual(feminine, f"{kind} feminine")
        made += nominal.sound_masculine(_sound_stem(lemma), f"{kind} masculine plural", 0.7)
        made += nominal.plural(feminine[:-1].rstrip(FATHA) + FATHA + "ات", f"{kind} feminine", 0.5)
    else:
        made += nominal.singular(lemma, f"{kind} masculine singular")
        made += nominal.plural(_ending(lemma, FATHA + "ات"), f"{kind} masculine", 0.3)
    for form in made:
        yield form._replace(lemma=lemma, pos=pos, weight=form.weight * weight)


def name(entry: Entry) -> Iterator[Form]:
    """A name keeps its shape; one that ends in ة, ى or ء still opens before a pronoun."""
    features = " ".join(x for x in (entry.gender or "", "singular") if x and x != "common")
    lemma = _bare(entry.lemma)
    if (
        lemma.startswith("ال") and len(lemma) > 4
    ):  # never without its article: only the cut with the article counts
        stem = lemma[2:].removeprefix(SUKUN)
        if stem[1:2] == SHADDA:
            stem = stem[0] + stem[2:]
        yield Form(stem, features, ALONE | ARTICLE | ONLY)
        return
    yield from (f for f in nominal.singular(lemma, features) if "accusative" not in f.features)
    for form in entry.plural:
        yield from nominal.plural(_bare(form), entry.gender or "")


def unchanging(entry: Entry) -> Iterator[Form]:
    """Particles, pronouns, adverbs, numerals …: the lemma as it is, with what the entry's `forms` add."""
    lemma = entry.lemma
    if entry.pos in ("preposition", "conjunction", "particle"):
        letters = "".join(c for c in lemma if c not in VOWELS + SHADDA)
        owns = (entry.pos == "preposition" and letters not in BARE) or letters in TAKES_PRONOUN
        yield Form(lemma, "", (ALONE | SUFFIX if owns else ALONE) | PREPOSITION | LAM)
        if lemma.endswith("ى") and owns:
            stem = lemma[:-1].rstrip(FATHA)
            yield Form(stem + FATHA + "ي" + SUKUN, "", SUFFIX)  # عليه، لديه
    elif entry.pos in ("adverb", "numeral"):
        lemma = _bare(lemma)
        yield from nominal.singular(lemma, "") if entry.pos == "numeral" else (Form(lemma, "", NOMINAL),)
        if entry.pos == "numeral":
            yield from nominal.dual(lemma, "", 0.05)
            if not lemma.endswith(("ة", "ى")):
                yield from nominal.singular(nominal.feminine_stem(lemma), "feminine", 0.8)
    else:
        yield Form(lemma, "", ALONE | PREPOSITION | LAM)


def given(entry: Entry) -> Iterator[Form]:
    """The forms that no rule gives, and other spellings: as the entry lists them."""
    for form in entry.forms:
        yield from _listed(entry, form, 0.8)
    for form in entry.spellings:
        if " " in form:
            continue  # a name in two words: glossary.match finds it
        yield from _listed(entry, form, 0.6)


def _listed(entry: Entry, form: str, weight: float) -> Iterator[Form]:
    if entry.pos == "adjective" and form in entry.spellings:
        for made in adjective(_respelt(entry, form)):
            yield made._replace(weight=made.weight * weight)
    elif entry.pos in ("noun", "name", "adjective"):
        yield from nominal.singular(
            _bare(form), entry.gender or "" if entry.gender != "common" else "", weight
        )
    else:
        yield Form(form, "", (ALONE | SUFFIX if entry.pos == "verb" else ALONE) | PREPOSITION | LAM, weight)


def _respelt(entry: Entry, lemma: str) -> Entry:
    return Entry(entry.id, lemma, entry.pos, entry.senses)


def _duals(entry: Entry, gender: str) -> Iterator[Form]:
    if entry.dual:
        stem = _bare(entry.dual).removesuffix("ن").removesuffix("ا").rstrip(FATHA)
        yield from nominal.dual(stem, gender)
    elif not entry.lemma.endswith("اء"):
        yield from nominal.dual(_bare(entry.lemma), gender, 0.05)
    else:
        yield from nominal.dual(_bare(entry.lemma), gender, 0.05)
        yield from nominal.dual(_bare(entry.lemma)[:-1] + "و", gender, 0.01)


def _sound_stem(lemma: str) -> str:
    return lemma[:-1] if lemma.endswith("\u064d") else lemma


def _ending(lemma: str, ending: str) -> str:
    if lemma.endswith("ة"):
        return lemma[:-1].rstrip(FATHA) + ending
    if lemma.endswith("ى"):
        return lemma[:-1].rstrip(FATHA) + FATHA + "ي" + ending
    return lemma + ending


def _bare(form: str) -> str:
    """Without a final case vowel, without the dummy ending of the dictionary; the article is kept off."""
    form = form.rstrip(FATHA + DAMMA) if not form.endswith(SHADDA) else form
    return form


__all__ = ["ATTACHED", "FATHATAN", "LAM", "adjective", "derived", "given", "name", "noun", "unchanging"]
