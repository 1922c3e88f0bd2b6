"""Whether an English sentence says a gloss: by the stems of its words.

said("deny", "The ministry denied it.")   True
said("spokesman", "A spokeswoman said")   False
"""

from __future__ import annotations

import re

IRREGULAR = {
    "arise": "arose arisen", "bad": "worse worst", "be": "is are was were been being am",
    "bear": "bore borne", "beat": "beaten", "become": "became", "begin": "began begun", "bend": "bent",
    "bind": "bound", "bleed": "bled", "blow": "blew blown", "break": "broke broken", "bring": "brought",
    "build": "built", "burn": "burnt", "buy": "bought", "catch": "caught", "child": "children",
    "choose": "chose chosen", "come": "came", "crisis": "crises", "deal": "dealt", "dig": "dug",
    "do": "does did done", "draw": "drew drawn", "drive": "drove driven", "eat": "ate eaten",
    "fall": "fell fallen", "feed": "fed", "feel": "felt", "fight": "fought", "find": "found", "flee": "fled",
    "fly": "flew flown flight", "foot": "feet", "forbid": "forbade forbidden", "foresee": "foresaw foreseen",
    "forget": "forgot", "freeze": "froze frozen", "get": "got", "give": "gave given", "go": "went gone",
    "good": "better best", "grow": "grew grown", "hang": "hung", "have": "has had", "he": "him his",
    "hear": "heard", "hide": "hid hidden", "hold": "held", "I": "me my", "it": "its", "keep": "kept",
    "know": "knew known", "lay": "laid", "lead": "led", "leave": "left", "lend": "lent",
    "lie": "lay lain lying", "life": "lives", "lift": "lifted", "lose": "lost losses", "make": "made",
    "man": "men", "mean": "meant", "meet": "met", "mislead": "misled", "one's": "his", "outdo": "outdid",
    "overcome": "overcame", "oversee": "oversaw overseen", "overthrow": "overthrew overthrown", "pay": "paid",
    "person": "people", "rebuild": "rebuilt", "ride": "rode", "ring": "rang", "rise": "rose risen",
    "run": "ran", "say": "said", "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent",
    "shake": "shook shaken", "she": "her", "shoot": "shot", "show": "shown", "shrink": "shrank",
    "sink": "sank sunk", "sit": "sat", "sleep": "slept", "speak": "spoke spoken", "spend": "spent",
    "spring": "sprang", "stand": "stood", "steal": "stole stolen", "stick": "stuck", "strike": "struck",
    "swear": "swore sworn", "sweep": "swept", "swim": "swam", "take": "took taken", "teach": "taught",
    "tear": "tore torn", "tell": "told", "they": "them their", "think": "thought", "throw": "threw thrown",
    "undergo": "underwent", "understand": "understood", "undertake": "undertook undertaken",
    "uphold": "upheld", "we": "us our", "wear": "wore", "weave": "wove", "win": "won",
    "withdraw": "withdrew withdrawn", "withhold": "withheld", "woman": "women", "write": "wrote written",
}  # fmt: skip
_SMALL = frozenset((
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "be", "as", "up",
    "one's", "oneself", "someone", "something",
))  # fmt: skip
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("ing", ""),
    ("ed", ""),
    ("es", ""),
    ("s", ""),
    ("d", ""),
    ("r", ""),
    ("er", ""),
)
_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")


def stems(word: str) -> set[str]:
    """What a word may be without the endings of English inflection; too many rather than too few."""
    word = re.sub("['’]s?$", "", word)
    found = {word}
    for ending, put in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            found.add(word.removesuffix(ending) + put)
    for one in list(found):
        if len(one) > 2 and one[-1] == one[-2]:
            found.add(one[:-1])
        if len(one) > 2 and one[-1] == "e":
            found.add(one[:-1])
    return found


def said(gloss: str, sentence: str) -> bool:
    """The sentence has a word of the gloss; small words count only if there are no others."""
    there = {stem for word in _WORD.findall(sentence.lower()) for stem in stems(word)}
    words = _WORD.findall(gloss.lower())
    heavy = [word for word in words if word not in _SMALL] or words
    for word in heavy:
        for form in (word, *IRREGULAR.get(word, "").split()):
            if stems(form) & there:
                return True
    return False
