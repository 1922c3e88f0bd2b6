"""Which pattern (وزن) a word has, from its lemma and its root.

    pattern_of("عُقُوبَة", "عقب")    فُعُولَة
    pattern_of("اِتِّفَاق", "وفق")   اِفْتِعَال    the و became ت
    pattern_of("قَائِد", "قود")     فَاعِل       the و became ء
    pattern_of("مَقَرّ", "قرر")      مَفْعَل      the two ر met

The word is laid out letter by letter (آ as ء and ا, every hamza as ء) and the radicals are looked for in it
in their order. Each way of finding them is a candidate; what counts is a candidate in pattern_list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpus.normalize import FATHA, KASRA, KASRATAN, SHADDA, SUKUN
from glossary.pattern_list import CONTRACTED, PATTERNS
from glossary.vowels import units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WEAK = frozenset("وي")
AFFIXES = frozenset("ءاتسلمنويةىه")
"""Letters that may stand in a word without being radicals (سألتمونيها)."""
_TURNS = {"و": "ياىءت", "ي": "واىءت", "ء": "اويت"}
"""What a weak radical or a hamza may have become."""
NISBA = (f"{KASRA}ي{SHADDA}", f"{KASRA}ي{FATHA}{SHADDA}ة")
"""The endings of relative adjectives and of the abstract nouns made of them."""
_BASES = frozenset(p.removesuffix(f"{FATHA}ة") for p in PATTERNS)


class Letter(NamedTuple):
    """A letter of a laid-out word."""

    letter: str
    vowel: str
    doubled: bool = False


def laid_out(word: str) -> tuple[Letter, ...]:
    """The word's letters, آ as ء and ا, every hamza as ء."""
    out: list[Letter] = []
    for unit in units(word):
        if unit.letter == "آ":
            out += (Letter("ء", FATHA), Letter("ا", ""))
        else:
            out.append(Letter("ء" if unit.letter in "أؤإئ" else unit.letter, unit.vowel, unit.shadda))
    return tuple(out)


def pattern_of(lemma: str, root: str) -> str | None:
    """The pattern if exactly one is certain, else None."""
    found = set(candidates(lemma, root))
    return found.pop() if len(found) == 1 else None


def candidates(lemma: str, root: str, known: frozenset[str] = PATTERNS) -> Iterator[str]:
    """Every known pattern that the lemma may have with this root; also with the ending of a nisba."""
    for made in spellings(lemma, root):
        full = [made] if made in known else [full for full in CONTRACTED.get(made, ()) if full in known]
        yield from full
        if not full:
            yield from (made for end in NISBA if made.endswith(end) and made.removesuffix(end) in _BASES)


def spellings(lemma: str, root: str) -> Iterator[str]:
    """The lemma with ف ع ل in the place of its radicals, in every way they can be found."""
    if len(root) not in (3, 4):
        return
    for layout in _layouts(laid_out(lemma), root):
        for places in _alignments(layout, root):
            yield _spelled(layout, places, len(root))


def _layouts(layout: tuple[Letter, ...], root: str) -> Iterator[tuple[Letter, ...]]:
    """The word as it is; with a doubled letter as two; with the ت of form VIII again (اِضْطِرَاب، اِتِّفَاق)."""
    if layout and layout[-1].vowel == KASRATAN and root[-1] in WEAK:
        layout = (*layout[:-1], layout[-1]._replace(vowel=KASRA), Letter(root[-1], ""))  # قَاضٍ
    split = [layout]
    for at, (letter, vowel, doubled) in enumerate(layout):
        if doubled:
            split.append((*layout[:at], Letter(letter, SUKUN), Letter(letter, vowel), *layout[at + 1 :]))
    yield from split
    for one in split:
        for at in range(1, min(3, len(one) - 1)):
            first, second = one[at], one[at + 1]
            emphatic = root[0] in "صضطظ" and second.letter == "ط"
            voiced = root[0] in "دذز" and second.letter in "دذ"
            assimilated = root[0] in "ويءت" and first.letter == second.letter == "ت"
            if first.vowel == SUKUN and (emphatic or voiced or assimilated):
                yield (*one[:at], Letter(root[0], SUKUN), Letter("ت", second.vowel), *one[at + 2 :])


def _alignments(layout: Sequence[Letter], root: str, start: int = 0) -> Iterator[tuple[int, ...]]:
    """All ways to find the radicals in order with nothing but affixes between them."""
    if not root:
        if all(one.letter in AFFIXES for one in layout[start:]):
            yield ()
        return
    for at in range(start, len(layout)):
        letter = layout[at].letter
        if letter == root[0] or letter in _TURNS.get(root[0], ""):
            for rest in _alignments(layout, root[1:], at + 1):
                yield (at, *rest)
        if letter not in AFFIXES:
            return


def _spelled(layout: Sequence[Letter], places: tuple[int, ...], size: int) -> str:
    slots = dict(zip(places, "فعل" if size == 3 else "فعلل", strict=True))
    out = ""
    for at, (letter, vowel, doubled) in enumerate(layout):
        here = slots.get(at) or (letter if letter != "ء" else _seat(at, vowel))
        out += here + vowel + (SHADDA if doubled else "")
    return out


def _seat(at: int, vowel: str) -> str:
    """How a hamza that is no radical is written in a pattern: إِفْعَال، أَفْعَل، فَعَائِل، فَعْلَاء."""
    if vowel == KASRA:
        return "ئ" if at else "إ"
    return "ء" if at else "أ"
