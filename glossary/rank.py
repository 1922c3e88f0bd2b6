"""Which reading comes first here: P(reading | spelling), weighed by what stands before and after. Why is data.

    "لم يكتب"    after لم a word is a present verb: كَتَبَ, not أَكْتَبَ's noun or name;  why: ("after", "jussive")
    "من كتب"     after a preposition no verb stands: كِتَاب;                           why: ("after", "preposition")

A reading and a neighbour are each a set of bits (`sign`). A rule names bits that the word must have, must not have, and
the same of the neighbour, and by how much it changes the weight. Only words whose readings leave a choice are weighed,
and each spelling only once for each pair of neighbours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from corpus.tokenize import Token
    from glossary.analyze import Choice, Known
    from glossary.cutting import Reading

HOPELESS = 0.01
"""A reading below this weight is never brought first by its neighbours."""

NOUN, ADJECTIVE, NAME, NUMBER, PRONOUN = 1, 2, 4, 8, 16
PAST, PRESENT, IMPERATIVE = 32, 64, 128
DEFINITE, BARE, PREPOSED = 256, 512, 1024
"""With the article, a pronoun or as a name; without article and pronoun; with ب ل ك attached."""
FEMININE, PLURAL, MASCULINE, ACCUSATIVE, CONSTRUCT = 2048, 4096, 8192, 16384, 32768
PREPOSITION, JUSSIVE, SUBJUNCTIVE, QAD, FUTURE, INNA, RELATIVE, NEGATION, DEMONSTRATIVE = (
    1 << 16, 1 << 17, 1 << 18, 1 << 19, 1 << 20, 1 << 21, 1 << 22, 1 << 23, 1 << 24,
)  # fmt: skip
"""A word of this kind that calls for something after it."""
EDGE, UNKNOWN, JOINED, ARTICLE, OWNED, WHEN = 1 << 25, 1 << 26, 1 << 27, 1 << 28, 1 << 29, 1 << 30
"""The beginning or end of the line or a mark of punctuation; a word without readings; with و ف; with ال; with a pronoun;
عندما and other words that begin a clause with a verb."""
NOMINAL = NOUN | ADJECTIVE | NAME | NUMBER
VERB = PAST | PRESENT | IMPERATIVE

_POS = {
    "noun": NOUN, "adjective": ADJECTIVE, "name": NAME, "numeral": NUMBER, "pronoun": PRONOUN, "relative": RELATIVE,
    "demonstrative": DEMONSTRATIVE,
}  # fmt: skip
_FEATURE = {
    "past": PAST, "present": PRESENT, "imperative": IMPERATIVE, "feminine": FEMININE, "masculine": MASCULINE,
    "plural": PLURAL, "accusative": ACCUSATIVE, "construct": CONSTRUCT,
}  # fmt: skip
_ROLES = {
    "لم": JUSSIVE, "لن": SUBJUNCTIVE, "كي": SUBJUNCTIVE, "لكي": SUBJUNCTIVE, "قد": QAD, "لقد": QAD,
    "عندما": WHEN, "حينما": WHEN, "بينما": WHEN, "كلما": WHEN, "إذا": WHEN,
    "كما": WHEN, "حيث": WHEN, "ما": WHEN, "مما": WHEN, "عما": WHEN, "بما": WHEN, "فيما": WHEN,
    "لما": WHEN, "لو": WHEN,
    "سوف": FUTURE, "إن": INNA, "لأن": INNA, "لكن": 0, "أن": SUBJUNCTIVE | INNA, "لا": NEGATION, "بأن": SUBJUNCTIVE | INNA,
}  # fmt: skip


def sign(pos: str, features: str, proclitics: tuple[str, ...], enclitic: str) -> int:
    """How a reading looks to its neighbours, as bits."""
    bits = _POS.get(pos, 0)
    if pos == "preposition" and not enclitic:
        bits |= PREPOSITION
    for word in features.split():
        bits |= _FEATURE.get(word, 0)
    if "ال" in proclitics:
        bits |= DEFINITE | ARTICLE
    elif enclitic:
        bits |= DEFINITE | OWNED
    elif pos == "name":
        bits |= DEFINITE
    elif bits & NOMINAL:
        bits |= BARE
    if bits & NOMINAL and not {"ب", "ل", "ك"}.isdisjoint(proclitics):
        bits |= PREPOSED
    if proclitics and proclitics[0] in "وف":
        bits |= JOINED
    return bits


def role(letters: str) -> int:
    """What a particle calls for, by its letters; 0 for other words."""
    if len(letters) > 5:
        return 0
    found = _ROLES.get(letters)
    if found is None and letters[:1] in ("و", "ف"):
        found = _ROLES.get(letters[1:])
    return found or 0


class Rule(NamedTuple):
    """If the word has a bit of `some` and none of `no`, and the word before one of `near` (0: any) and none of `far`."""

    name: str
    some: int
    no: int
    near: int
    far: int
    factor: float


_NOT_NEXT = PREPOSED | JOINED | OWNED
RULES = (
    Rule("preposition", VERB, 0, PREPOSITION, WHEN, 0.02),
    Rule("object", ADJECTIVE, 0, PREPOSITION, WHEN, 0.5),
    Rule("jussive", NOMINAL | PAST | IMPERATIVE, 0, JUSSIVE, 0, 0.03),
    Rule("subjunctive", NOMINAL | PAST | IMPERATIVE, 0, SUBJUNCTIVE, INNA, 0.03),
    Rule("qad", NOMINAL | IMPERATIVE, 0, QAD, 0, 0.03),
    Rule("future", NOMINAL | PAST | IMPERATIVE, 0, FUTURE, 0, 0.03),
    Rule("when", NOMINAL, DEFINITE | PREPOSED, WHEN, 0, 0.1),
    Rule("relative", NOMINAL, DEFINITE | PREPOSED, RELATIVE, 0, 0.2),
    Rule("agreement", ADJECTIVE, BARE | _NOT_NEXT, ARTICLE, ADJECTIVE | VERB, 2.0),
    Rule("agreement", ADJECTIVE, ARTICLE | _NOT_NEXT, BARE, ADJECTIVE | VERB | PREPOSITION, 1.5),
    Rule("agreement", ADJECTIVE, BARE | _NOT_NEXT, OWNED, ADJECTIVE | VERB, 3.0),
    Rule("standing", ADJECTIVE, 0, 0, NOUN, 0.6),
    Rule("idafa", ADJECTIVE, BARE | PREPOSED | JOINED, BARE, ADJECTIVE | VERB | PREPOSITION, 0.4),
)
"""What the word before says. Each brought one to three words in a thousand on held-out news text. The word after was
tried too (a subject after a verb, a name after a name) and brought nothing."""
_USED = 0
for _rule in RULES:
    _USED |= _rule.near | _rule.far
_CHOICES = 100
"""Contexts kept for a spelling; the rules tell fewer apart."""
_kept: dict[tuple[int, int], tuple[float, str]] = {}


def weight(own: int, before: int) -> tuple[float, str]:
    """What a word before, as bits, does to the weight of a reading, and the name of the rule that does most."""
    found = _kept.get((own, before))
    if found is None:
        factor, name, most = 1.0, "", 1.0
        for rule in RULES:
            if (
                not own & rule.some
                or own & rule.no
                or before & rule.far
                or (rule.near and not before & rule.near)
            ):
                continue
            factor *= rule.factor
            if max(rule.factor, 1 / rule.factor) > most:
                name, most = rule.name, max(rule.factor, 1 / rule.factor)
        if len(_kept) > 20_000:
            _kept.clear()
        found = _kept[own, before] = (factor, name)
    return found


def in_context(known: list[Known | None], tokens: list[Token]) -> list[Choice]:
    """A choice for every token, left to right in the order of reading: what is chosen tells on what follows."""
    from glossary.analyze import NOTHING, Choice

    made = []
    before = EDGE
    for i, word in enumerate(known):
        if word is None:
            made.append(NOTHING)
            before = NUMBER if tokens[i].kind == "number" else EDGE
            continue
        key = before & _USED if word.open else 0
        choice = word.choices.get(key)
        if choice is None:
            if len(word.choices) > _CHOICES:
                word.choices.clear()
            choice = _weigh(word, key) if word.open else Choice(word, word.readings, ())
            word.choices[key] = choice
        made.append(choice)
        before = (choice.readings[0][2].sign if choice.readings else UNKNOWN) | word.role
    return made


def _weigh(word: Known, before: int) -> Choice:
    """The readings of a spelling in the order that they have after such a word."""
    from glossary.analyze import Choice

    total = 0.0
    weighed: list[Reading] = []
    for share, lemma, combo, note in word.readings:
        if share > HOPELESS:
            share *= weight(combo.sign, before)[0]
        total += share
        weighed.append((share, lemma, combo, note))
    readings = [(share / total, lemma, combo, note) for share, lemma, combo, note in weighed]
    readings.sort(key=_by_weight)
    was, now = word.readings[0], readings[0]
    why: tuple[tuple[str, ...], ...] = ()
    if now[1:] != was[1:]:  # a rule spoke for what is first now, or against what was
        rules = {name for factor, name in (weight(now[2].sign, before),) if factor > 1}
        rules |= {name for factor, name in (weight(was[2].sign, before),) if factor < 1}
        why = tuple(("after", name) for name in sorted(rules))
    return Choice(word, readings, why)


def _by_weight(reading: Reading) -> float:
    return -reading[0]
