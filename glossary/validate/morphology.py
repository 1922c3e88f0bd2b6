"""E3: lemma against root and pattern, plurals, feminines and elatives against the shapes they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.normalize import FATHA, FATHATAN, KASRA, plain
from glossary.pattern_list import CONTRACTED, PATTERNS, PLURALS
from glossary.patterns import Letter, candidates, laid_out, spellings
from glossary.validate.registry import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.entry import Entry
    from glossary.validate.book import Book

KNOWN = PATTERNS | PLURALS
_ROOT = frozenset("ءبتثجحخدذرزسشصضطظعغفقكلمنهوي")
_WEAK = frozenset("ويء")


@entries("E301", "the root's radicals are in the lemma, in their order")
def root_in_lemma(entry: Entry, book: Book) -> Iterator[str]:
    """Weak radicals and hamza may have changed or gone (اِتَّخَذَ from ءخذ)."""
    root = entry.root
    if root is None or entry.number == "plural":
        return
    if not 2 <= len(root) <= 5 or not set(root) <= _ROOT:
        yield f"root {root!r} is not two to five radicals, hamza as ء, weak ones as و or ي"
    elif not any(spellings(entry.lemma, root)) and not _strong_inside(entry.lemma, root):
        yield f"root {root} is not in {entry.lemma}"


def _strong_inside(lemma: str, root: str) -> bool:
    """The radicals that never change stand in the lemma in order; for roots with others, or of other lengths."""
    strong = [radical for radical in root if radical not in _WEAK]
    if root[-1] == "ه":  # مَاء from موه، شَفَة from شفه
        strong = strong[:-1]
    if len(strong) == len(root) == 3:
        return False
    letters = iter([one.letter for one in laid_out(lemma) for _ in range(1 + one.doubled)])
    return all(radical in letters for radical in strong)


@entries("E302", "the pattern is the lemma's with this root")
def pattern_fits(entry: Entry, book: Book) -> Iterator[str]:
    """A pattern is written with ف ع ل; that of قَاضٍ is فَاعِل, that of مَقَرّ is مَفْعَل."""
    if entry.pattern is None:
        return
    if entry.root is None:
        yield "a pattern without a root"
        return
    raw = set(spellings(entry.lemma, entry.root))
    fit = raw | {full for one in raw for full in CONTRACTED.get(one, ())}
    if raw and entry.pattern not in fit:
        likely = sorted(set(candidates(entry.lemma, entry.root))) or sorted(fit)[:2]
        yield f"pattern {entry.pattern} is not that of {entry.lemma} with {entry.root}: {' or '.join(likely)}"


@entries("E303", "a plural is sound or has the pattern of a broken plural")
def plural_shape(entry: Entry, book: Book) -> Iterator[str]:
    """Words without a root: any broken shape with their letters."""
    for plural in entry.plural:
        letters = plain(plural)
        if letters.endswith(("ات", "آت", "ون", "ين", "ان")):
            continue
        if (
            letters.endswith(("ى", "اة", "ايا", "اء"))
            or letters.startswith("آ")
            or (entry.root and any(candidates(plural, entry.root, KNOWN)))
        ):
            continue
        if _long_shape(plural):
            continue
        if entry.root is None or len(entry.root) not in (3, 4):
            if _broken_shape(plural) or plain(entry.lemma).startswith(letters[:3]):
                continue
        elif entry.root and _pointed(plural):
            continue
        yield f"plural {plural} has no pattern of a plural with the root {entry.root}"


def _long_shape(plural: str) -> bool:
    """مَنَاطِيد، دَكَاتِرَة، قَنَابِل: fatha, fatha and ā, kasra: the plural of words of four consonants and more."""
    cut = laid_out(plural)
    long = len(cut) >= 5 and cut[0].vowel == cut[1].vowel == FATHA and cut[2] == Letter("ا", "")
    return long and cut[3].vowel == KASRA


def _broken_shape(plural: str) -> bool:
    """أَفْلَام، دَكَاتِرَة، بُنُوك: an alef or a و as third letter or later, or ـَة."""
    letters = [one.letter for one in laid_out(plural)]
    return "ا" in letters[1:] or "و" in letters[2:] or letters[-1] == "ة"


def _pointed(plural: str) -> bool:
    """A defective plural (أَيَادٍ، مَبَانٍ، أَرَاضٍ) whose last radical is gone."""
    return plural.endswith("\u064d") or FATHATAN in plural


@entries("E309", "a feminine ends like one")
def feminine_shape(entry: Entry, book: Book) -> Iterator[str]:
    """In ة, ى, ا or اء."""
    if (
        entry.feminine
        and entry.pos in ("noun", "adjective", "name")
        and not plain(entry.feminine).endswith(("ة", "ى", "اء", "ا", "ت"))
    ):
        yield f"feminine {entry.feminine} ends in none of ة ى اء"


@entries("E310", "a relative adjective ends in ـِيّ with its shadda")
def nisba_shape(entry: Entry, book: Book) -> Iterator[str]:
    """A lemma in a bare ي is a nisba without its shadda, or a defective that is written with tanwin (قَاضٍ)."""
    if entry.pos in ("adjective", "noun") and entry.lemma.endswith(KASRA + "ي"):
        if entry.root and entry.root[-1] in "ويء":
            yield f"{entry.lemma}: write {entry.lemma[:-2]}\u064d"
        elif entry.pos == "adjective":
            yield f"{entry.lemma}: a nisba ends in يّ"


@entries("E312", "an elative has the shape of أَفْعَل")
def elative_shape(entry: Entry, book: Book) -> Iterator[str]:
    """Or that of a doubled or weak root: أَشَدّ، أَقْوَى."""
    if entry.elative and not (plain(entry.elative)[:1] in "أآ" and 3 <= len(plain(entry.elative)) <= 4):
        yield f"elative {entry.elative} is not like أَفْعَل"


@entries("E313", "a dual ends in انِ")
def dual_shape(entry: Entry, book: Book) -> Iterator[str]:
    """The nominative, as in a dictionary."""
    if entry.dual and not plain(entry.dual).endswith(("ان", "آن")):
        yield f"dual {entry.dual} does not end in انِ"


@entries("E314", "an adjective that has a feminine of its own is not regular")
def regular_feminine(entry: Entry, book: Book) -> Iterator[str]:
    """كَبِيرَة needs no field; حَمْرَاء does."""
    regular = entry.lemma + "\u064eة"
    if entry.pos == "adjective" and entry.feminine and plain(entry.feminine) == plain(regular):
        yield f"feminine {entry.feminine} is what the rule makes: leave it out"


@entries("W302", "a noun in ة is feminine")
def gender_of_ending(entry: Entry, book: Book) -> Iterator[str]:
    """But for men: خَلِيفَة، عَلَّامَة."""
    if entry.pos == "noun" and entry.lemma.endswith("ة") and entry.gender == "masculine" and not entry.number:
        yield f"{entry.lemma} ends in ة and is masculine?"
