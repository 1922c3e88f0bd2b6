"""Two spellings of one foreign name: بيونغ and بيونج, كازاخستان and كازخستان, غرينتش and جرينيتش.

    key("بيونج") == key("بيونغ")            what no two spellings of a name differ in: its consonants, by their class
    distance("تورونتو", "تورنتو")  1.0      how far two spellings with one key lie apart
    alike("ماركوس", "ماركس")       False    farther than writers differ in a name so short

What writers differ in where a name is foreign: غ or ج for g, more seldom ك or ق; ت or ط; س or ص; a long vowel inside the
name written or not (not the ي of a diphthong: a micron is not Macron); ا or ة at its end; a letter doubled; an ا before س
and another consonant. The shorter a name the less is allowed, for another name is near: Marx is not Marcos, Sétif not
Steve. Nothing here says that a word is a name: callers ask only where nothing else explains it.
"""

from __future__ import annotations

from functools import lru_cache
from math import inf

from corpus.normalize import plain

VOWELS, _UNSEEN, _DOUBLED = frozenset("اوي"), frozenset("اويى"), frozenset("اويلمنر")
NATIVE = frozenset("عحظضذ")
"""Letters of Arabic names, whose vowels are not left to the writer: عبد الإله is not عبد الله."""
_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ئ": "ي", "ؤ": "و", "ء": None, "ڤ": "ف", "پ": "ب", "چ": "ج", "گ": "غ"}
)
_CLASS = str.maketrans({"غ": "ج", "ق": "ج", "ك": "ج", "ط": "ت", "ص": "س"})
_COST = {"غج": 0.25, "تط": 0.6, "سص": 0.6, "قك": 0.6, "غق": 1.0, "غك": 1.0, "جق": 1.0, "جك": 1.0}
_NEAR = _COST | {pair[::-1]: cost for pair, cost in _COST.items()}
_END = {"اة": 0.0, "ةا": 0.0, "هة": 0.0, "ةه": 0.0, "يى": 0.0, "ىي": 0.0, "اه": 1.0, "ها": 1.0}
VOWEL, DOUBLED = 1.0, 0.5
"""A long vowel written or not, inside the word; a letter doubled or not."""
BUDGET = (0.0, 0.0, 0.0, 0.5, 1.25, 1.5, 2.5)
"""How far two spellings may lie apart, by their consonants (the last: so many and more)."""
ONE_VOWEL, TWO_VOWELS = 7, 10
"""Letters that the longer spelling must have for a vowel, or two, to be written in it and not in the other."""
LONGEST, MOST = 24, 4
"""Letters of a name; letters that one spelling has more."""


def letters_of(word: str) -> str:
    """The letters that a comparison looks at: no hamza, no vowel signs, foreign letters as the nearest Arabic ones."""
    return plain(word).translate(_LETTERS)


@lru_cache(2048)
def key(word: str) -> str:
    """The classes of a name's consonants; "" for what is no name that two would spell otherwise."""
    letters = letters_of(word)
    if not 3 <= len(letters) <= LONGEST:
        return ""
    made = before = ""
    for letter in letters.translate(_CLASS)[: -1 if letters[-1] in "هةى" else None]:
        if letter != before and letter not in _UNSEEN:
            made += letter
        if letter not in _UNSEEN:
            before = letter
    return made


def distance(one: str, other: str) -> float:
    """The least sum of what has to be changed to make one spelling the other; infinite if no such change does it."""
    a, b = letters_of(one), letters_of(other)
    if len(a) > LONGEST or len(b) > LONGEST or abs(len(a) - len(b)) > MOST:
        return inf
    alone_a = [_alone(a, i) for i in range(len(a))]
    alone_b = [_alone(b, j) for j in range(len(b))]
    row = [0.0]
    for own in alone_b:
        row.append(row[-1] + own)
    for i, letter in enumerate(a):
        before, row, own = row, [row[0] + alone_a[i]], alone_a[i]
        for j, other_letter in enumerate(b):
            changed = 0.0 if letter == other_letter else _NEAR.get(letter + other_letter, inf)
            if i == len(a) - 1 and j == len(b) - 1:
                changed = min(changed, _END.get(letter + other_letter, inf))
            row.append(min(before[j] + changed, before[j + 1] + own, row[j] + alone_b[j]))
    return row[-1]


def alike(one: str, other: str, more: float = 0.0) -> bool:
    """Whether two words may be spellings of one name; `more` is allowed where other words speak for it too."""
    consonants = key(one)
    if not consonants or consonants != key(other):
        return False
    if any(one.endswith(end) != other.endswith(end) for end in (("ية", "يا", "يه"), ("اء",))):
        return False  # a nisba's feminine, a pattern's
    allowed = BUDGET[min(len(consonants), len(BUDGET) - 1)] + more
    longer = max(len(one), len(other))
    if longer < ONE_VOWEL or not NATIVE.isdisjoint(one):
        allowed = min(allowed, VOWEL - 0.25)
    elif longer < TWO_VOWELS:
        allowed = min(allowed, 2 * VOWEL - 0.25)
    return distance(one, other) <= allowed


def _alone(word: str, i: int) -> float:
    """What a letter costs that the other spelling has not."""
    letter, before, after = word[i], word[i - 1 : i], word[i + 1 : i + 2]
    if letter == before and letter in _DOUBLED:
        return DOUBLED
    if letter not in VOWELS or not after or (letter != "ا" and "ا" in before + after):
        return inf
    return VOWEL if i or letter + after == "اس" else inf
