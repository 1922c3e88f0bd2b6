"""The article and its sun letters in a vowelled text.

السِّلَاح    a sun letter: it has a shadda, the ل has nothing
المَصَارِف    a moon letter; الْمَصَارِف is as good
لِلدَّوْلَةِ    li- and the article
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.normalize import KASRA, SUKUN
from glossary.vowels import SUN, Unit, proclitics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ONE_LAM = frozenset(("الذي", "التي", "الذين", "الله", "لله", "اللهم"))
"""Words whose article is written together with their ل, or that have their own spelling."""


def article_end(word: Sequence[Unit]) -> int:
    """The number of letters up to and with the ل of an article; 0 where there is none."""
    head = proclitics(word)
    for start in range(head + 1):
        if start + 2 >= len(word):
            break
        first, lam = word[start], word[start + 1]
        if lam.letter != "ل" or lam.shadda:
            continue
        before_wasl = word[start + 2].letter == "ا" and lam.vowel == KASRA
        if first == Unit("ا") and (lam.vowel in ("", SUKUN) or before_wasl):
            return start + 2
        if first.letter == "ل" and first.vowel == KASRA and lam.vowel in ("", SUKUN):
            return start + 2
    return 0


def sun_letters(word: Sequence[Unit]) -> Iterator[str]:
    """E208: after the article a sun letter has a shadda and the ل nothing, a moon letter has no shadda."""
    end = article_end(word)
    letters = "".join(u.letter for u in word)
    if not end or any(letters.endswith(special) for special in ONE_LAM):
        return
    lam, first = word[end - 1], word[end]
    if first.letter in SUN:
        if lam.vowel == SUKUN:
            yield f"ل has a sukun before the sun letter {first.letter} (no article? then write اِلْ)"
        elif not first.shadda:
            hint = " (no article? then write اِلْ)" if first.letter == "ت" else ""
            yield f"the sun letter {first.letter} after the article has no shadda{hint}"
    elif first.shadda:
        yield f"the moon letter {first.letter} after the article has a shadda"


def has_article(word: Sequence[Unit]) -> bool:
    """The word begins with the article, nothing attached before it."""
    return article_end(word) == 2 and word[0].letter == "ا"
