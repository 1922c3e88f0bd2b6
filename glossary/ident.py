"""The id of a word: its lemma in plain ASCII and its part of speech, by the table of docs/format.md.

identify("عُقُوبَة", "noun")            "uquba-n"
identify("نَفَى", "verb", {"nafa-v"})   "nafa-v2"
identify_term("وَقْفُ إِطْلَاقِ النَّارِ")  "waqf-itlaq-al-nar-t"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.normalize import DAMMA, DAMMATAN, FATHA, FATHATAN, KASRA, KASRATAN, SUKUN
from glossary.article import article_end
from glossary.vowels import TANWIN, Unit, is_long, units

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

SUFFIX = {
    "noun": "n", "verb": "v", "adjective": "a", "adverb": "adv", "preposition": "p", "conjunction": "c",
    "particle": "part", "pronoun": "pron", "demonstrative": "dem", "relative": "rel", "numeral": "num",
    "interjection": "intj", "name": "name",
}  # fmt: skip
"""The tail of an id by part of speech; a term's is t."""
_PLAIN = {
    "ء": "", "ع": "", "أ": "", "إ": "", "ؤ": "", "ئ": "", "آ": "a", "ا": "a", "ى": "a", "ة": "a", "ب": "b",
    "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s",
    "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "پ": "p", "چ": "ch", "ژ": "zh", "ڤ": "v", "گ": "g",
}  # fmt: skip
_VOWEL = {FATHA: "a", KASRA: "i", DAMMA: "u", FATHATAN: "a", KASRATAN: "i", DAMMATAN: "u", SUKUN: ""}
ID = re.compile(r"[a-z]+(?:-[a-z]+)*-(?:%s|t)[0-9]*" % "|".join(SUFFIX.values()))  # noqa: UP031
"""What any id looks like."""


def plain(word: str) -> str:
    """One vowelled word in plain ASCII, the article as "al-"; nothing for a word without Arabic letters."""
    cut = units(word)
    end = article_end(cut)
    if not end:
        return _squeeze(_letters(cut))
    head = _letters(cut[: end - 2])
    if cut[end - 2].letter == "ل":
        head += "li"
    tail = cut[end:]
    stem = _squeeze(_letters((tail[0]._replace(shadda=False), *tail[1:])))
    return "-".join(part for part in (head, "al", stem) if part)


def _letters(word: Sequence[Unit]) -> str:
    out: list[str] = []
    last = len(word) - 1
    for at, unit in enumerate(word):
        nisba = unit.letter == "ي" and unit.shadda and at and word[at - 1].vowel == KASRA
        if is_long(word, at) or (at == last and nisba):
            continue  # long and short are alike; ـِيّ is i
        if unit.letter == "ة" and at and word[at - 1].vowel == FATHA:
            continue
        if unit.letter == "ا" and at == last and word[at - 1].letter == "و":
            continue
        consonant = _PLAIN.get(unit.letter, "")
        if unit.letter == "ا" and unit.vowel:
            consonant = ""
        elif unit.letter == "ا" and at == 0:
            following = word[1] if last else None
            article = following and following.letter == "ل" and following.shadda
            consonant = "a" if article else "i"  # الَّذِي; hamzat al-wasl left unvowelled
        out.append(consonant)
        out.append(
            "" if at == last and unit.vowel in TANWIN - {FATHATAN, KASRATAN} else _VOWEL.get(unit.vowel, "")
        )
    return "".join(out)


def _squeeze(text: str) -> str:
    """Doubled letters once: sh, th … are pairs and stay."""
    return re.sub(r"([a-z])\1+", r"\1", text)


def stem(lemma: str) -> str:
    """The id of a lemma without its part of speech."""
    return "-".join(filter(None, (plain(word) for word in lemma.split()))) or "x"


def stem_of_term(term: str) -> str:
    """The id of a term without its -t: its words without their case endings, the article apart."""
    words = [plain(_caseless(word)) for word in term.split()]
    return "-".join(filter(None, words)) or "x"


def _caseless(word: str) -> str:
    cut = units(word)
    if cut and cut[-1].letter not in "اىآ" and (cut[-1].vowel in (DAMMA, KASRA) or cut[-1].vowel in TANWIN):
        last = cut[-1]
        return word.rstrip("".join((*TANWIN, FATHA, DAMMA, KASRA, "\u0651"))) + (
            "\u0651" if last.shadda else ""
        )
    return word


def identify(lemma: str, pos: str, taken: Container[str] = ()) -> str:
    """The id of a lemma with that part of speech: the first of -n, -n2, -n3 … that is not taken."""
    return _free(f"{stem(lemma)}-{SUFFIX[pos]}", taken)


def identify_term(term: str, taken: Container[str] = ()) -> str:
    """The id of a term, likewise."""
    return _free(f"{stem_of_term(term)}-t", taken)


def _free(base: str, taken: Container[str]) -> str:
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}{number}"
    return name
