"""Where the word itself stands in a printed word: its clitics are no part of what a learner has to fill in.

    stem("وللعقوبات", 0, 9, before=("و", "ل", "ال"))      ->  (3, 9)      ولل…
    stem("بأسلحتها", 0, 8, before=("ب",), after=("ها",))  ->  (1, 6)      ب…ها
    stem("للجنة", 0, 5, before=("ل", "ال"), lemma="لَجْنَة")  ->  (1, 5)      the article is not written before a lam

Places are code points; vowel signs and tatweel between the letters are passed over. What does not fit the clitics is left whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.anki.sentence import SKIPPED

if TYPE_CHECKING:
    from collections.abc import Sequence

ARTICLE, LAM, ALEF = "ال", "ل", "ا"
_ALEFS = "اأإآٱ"


def stem(
    text: str, start: int, end: int, before: Sequence[str] = (), after: Sequence[str] = (), lemma: str = ""
) -> tuple[int, int]:
    """Start and end of the stem inside `text[start:end]`; the whole range where the clitics are not found in it.

    `before` and `after` are the clitics as an analysis names them; after ل the article is written without its alef.
    """
    letters = [place for place in range(start, end) if text[place] not in SKIPPED]
    first = 0
    for n, clitic in enumerate(before):
        wanted = clitic
        if clitic == ARTICLE and n and before[n - 1] == LAM:
            # ل + ال + لجنة is written with two lams, and the second is the noun's.
            bare = [char for char in lemma if char not in SKIPPED]
            after_lam = "".join(text[place] for place in letters[first : first + 2])
            wanted = "" if bare[:1] == [LAM] and after_lam != LAM + LAM else LAM
        if not _fits(text, letters[first : first + len(wanted)], wanted):
            return start, end
        first += len(wanted)
    last = len(letters)
    for clitic in reversed(after):
        if not _fits(text, letters[max(first, last - len(clitic)) : last], clitic):
            return start, end
        last -= len(clitic)
    if first >= last:
        return start, end
    return letters[first] if first else start, letters[last] if last < len(letters) else end


def _fits(text: str, places: Sequence[int], clitic: str) -> bool:
    if len(places) != len(clitic):
        return False
    return all(
        text[place] == char or (char == ALEF and text[place] in _ALEFS)
        for place, char in zip(places, clitic, strict=True)
    )
