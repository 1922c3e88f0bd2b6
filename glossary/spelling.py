"""A word that nothing explains, one slip away from one that is known: what may have been meant.

    slips("الحكوكة")  -> … "الحكومة" …      a letter left out, doubled, swapped with its neighbour, or taken for a like one
    split("المتحدةوفي") -> ("المتحدة", "وفي")  two words that a page has glued together

The number of tries is a small multiple of the word's length, and a word of more than LONGEST letters is not tried.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST = 14
SHORTEST = 4
_ALIKE = {
    a: group.replace(a, "")
    for group in ("بتثني", "جحخ", "دذ", "رزو", "سش", "صضس", "طظت", "عغ", "فق", "كم", "هةا", "ليى")
    for a in group
}
_OFTEN = "اليومنتةر"


def slips(letters: str) -> Iterator[str]:
    """What a word may have been before one slip: neighbours swapped, a letter too many, a like letter, one too few."""
    size = len(letters)
    if not SHORTEST <= size <= LONGEST:
        return
    for i in range(size - 1):
        if letters[i] != letters[i + 1]:
            yield letters[:i] + letters[i + 1] + letters[i] + letters[i + 2 :]
    for i in range(size):
        if i == 0 or letters[i] != letters[i - 1]:
            yield letters[:i] + letters[i + 1 :]
    for i, char in enumerate(letters):
        for other in _ALIKE.get(char, ""):
            yield letters[:i] + other + letters[i + 1 :]
    for i in range(1, size + 1):
        for other in _OFTEN:
            if letters[i - 1 : i] != other:
                yield letters[:i] + other + letters[i:]


def split(letters: str, known: Callable[[str], bool]) -> tuple[str, str] | None:
    """The two known words that a long word is made of, glued after an ending that closes a word (ة, ى, ء or anything
    before وال); None if it is not."""
    if len(letters) < 7 or len(letters) > 2 * LONGEST:
        return None
    for i in range(3, len(letters) - 2):
        closes = letters[i - 1] in "ةى" or letters.startswith(("وال", "الم"), i)
        if closes and known(letters[:i]) and known(letters[i:]):
            return letters[:i], letters[i:]
    return None
