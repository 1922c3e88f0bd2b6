"""English of a word that a rule derives from an entry: the gerund, the past participle, the comparative of its gloss.

"accuse"  masdar, active-participle -> "accusing"     passive-participle -> "accused"
"write"   passive-participle        -> "written"      "big"  elative -> "bigger"
"carry out"                         -> "carrying out" / "carried out"
"""

from __future__ import annotations

_PARTICIPLES = """
arise arisen|bear borne|beat beaten|become become|begin begun|bend bent|bet bet|bid bid|bind bound|bite bitten|bleed bled
blow blown|break broken|bring brought|broadcast broadcast|build built|burst burst|buy bought|cast cast|catch caught
choose chosen|come come|cost cost|cut cut|deal dealt|dig dug|do done|draw drawn|drink drunk|drive driven|eat eaten
fall fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flown|forbid forbidden|forecast forecast
foresee foreseen|forget forgotten|forgive forgiven|freeze frozen|get got|give given|go gone|grow grown|hang hung|have had
hear heard|hide hidden|hit hit|hold held|hurt hurt|keep kept|know known|lay laid|lead led|leave left|lend lent|let let
lie lain|light lit|lose lost|make made|mean meant|meet met|mislead misled|mistake mistaken|outdo outdone
overcome overcome|oversee overseen|overtake overtaken|overthrow overthrown|pay paid|put put|quit quit|read read
rebuild rebuilt|retake retaken|rewrite rewritten|ride ridden|ring rung|rise risen|run run|say said|see seen|seek sought
sell sold|send sent|set set|shake shaken|shed shed|shine shone|shoot shot|show shown|shrink shrunk|shut shut|sink sunk
sit sat|sleep slept|speak spoken|spend spent|split split|spread spread|stand stood|steal stolen|stick stuck|strike struck
strive striven|swear sworn|sweep swept|swim swum|take taken|teach taught|tear torn|tell told|think thought
throw thrown|understand understood|undergo undergone|undertake undertaken|undo undone|uphold upheld|wake woken|wear worn
weep wept|win won|wind wound|withdraw withdrawn|withhold withheld|withstand withstood|write written
"""
_IRREGULAR = dict(
    pair.split() for line in _PARTICIPLES.split("\n") for pair in line.split("|") if pair.strip()
)
_DOUBLING = """
admit ban bar beg chat commit compel control cut defer dig drag drop equip expel fit get grab hit incur infer
jam let nod occur omit outwit patrol permit pin plan plot prefer propel put quit rebel refer regret rid rob run
set shed ship shut sit skip slip spot stab step stop strip submit swap swim tap top transfer transmit trap trim
win wrap
"""
_DOUBLE = frozenset(_DOUBLING.split())
_VOWELS = "aeiou"


def derived(gloss: str, kind: str) -> str:
    """The gloss of the derived word; the gloss itself if no rule fits its kind or its shape."""
    first, _, rest = gloss.partition(" ")
    tail = f" {rest}" if rest else ""
    if not first.isascii() or not first.isalpha() or not first.islower():
        return gloss
    if kind in ("masdar", "active-participle"):
        return gerund(first) + tail
    if kind == "passive-participle":
        if first == "be":
            return gloss
        return participle(first) + tail
    if kind == "elative" and not tail:
        return comparative(first)
    return gloss


def gerund(verb: str) -> str:
    """accuse -> accusing, hit -> hitting, lie -> lying, be -> being."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return verb[:-1] + "ing"
    return (verb + verb[-1] if verb in _DOUBLE else verb) + "ing"


def participle(verb: str) -> str:
    """accuse -> accused, write -> written, deny -> denied, plan -> planned."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return (verb + verb[-1] if verb in _DOUBLE else verb) + "ed"


def comparative(adjective: str) -> str:
    """big -> bigger, large -> larger, heavy -> heavier, important -> more important, good -> better."""
    known = {
        "good": "better",
        "bad": "worse",
        "far": "farther",
        "many": "more",
        "much": "more",
        "little": "less",
        "few": "fewer",
    }
    if adjective in known:
        return known[adjective]
    syllables = sum(
        1
        for i, c in enumerate(adjective)
        if c in _VOWELS + "y" and (i == 0 or adjective[i - 1] not in _VOWELS + "y")
    )
    if adjective.endswith("e"):
        syllables -= 1 if not adjective.endswith("le") else 0
        return adjective + "r" if syllables < 2 or adjective.endswith("le") else "more " + adjective
    if adjective.endswith("y") and adjective[-2:-1] not in _VOWELS and syllables <= 2:
        return adjective[:-1] + "ier"
    if syllables > 1:
        return "more " + adjective
    if (
        adjective[-1] not in _VOWELS + "wxy"
        and adjective[-2:-1] in _VOWELS
        and adjective[-3:-2] not in _VOWELS
    ):
        return adjective + adjective[-1] + "er"
    return adjective + "er"
