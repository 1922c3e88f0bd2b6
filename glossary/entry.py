"""What a dictionary article holds. The TOML of docs/format.md, decoded, is this and nothing else.

Entry("uquba-n", lemma="عُقُوبَة", pos="noun", senses=(Sense(gloss=("sanction",), ...), Sense(gloss=("penalty",))))
Term("waqf-itlaq-al-nar-t", term="وَقْفُ إِطْلَاقِ النَّارِ", parts=("waqf-n", "itlaq-n", "nar-n"), gap=(1, 0))
"""

from __future__ import annotations

from dataclasses import dataclass

POS = (
    "noun", "verb", "adjective", "adverb", "preposition", "conjunction", "particle",
    "pronoun", "demonstrative", "relative", "numeral", "interjection", "name",
)  # fmt: skip
"""The parts of speech an entry may have."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Arabic (vowelled) and its English: an example sentence or a collocation."""

    arabic: str
    english: str


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning. The first gloss is the one for a card."""

    gloss: tuple[str, ...]
    domain: tuple[str, ...] = ()
    """Where it differs from the entry's."""
    register: str | None = None
    frame: str | None = None
    """What a verb (or noun) governs: "نَفَى شَيْئًا · نَفَى أَنْ يَفْعَلَ"."""
    note: str | None = None
    collocations: tuple[Pair, ...] = ()
    examples: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A single word."""

    id: str
    lemma: str
    pos: str
    senses: tuple[Sense, ...]
    root: str | None = None
    """Radicals without vowels or spaces: "عقب". Hamza is ء, weak radicals are و or ي."""
    pattern: str | None = None
    gender: str | None = None
    """masculine or feminine (nouns, names); common where both are in use."""
    number: str | None = None
    """plural, dual or collective where the lemma is not a singular."""
    plural: tuple[str, ...] = ()
    dual: str | None = None
    """Only where it is irregular."""
    feminine: str | None = None
    elative: str | None = None
    form: str | None = None
    """Verb form: I to X, QI to QIV."""
    present: str | None = None
    """Third person masculine singular, indicative."""
    masdar: tuple[str, ...] = ()
    invariable: bool = False
    forms: tuple[str, ...] = ()
    """Further inflected forms that no rule gives (suppletive, irregular), vowelled."""
    spellings: tuple[str, ...] = ()
    """Other spellings in use: أَمِيرِكِيّ beside أَمْرِيكِيّ, transliterations of one name."""
    acronym: str | None = None
    domain: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    source: str = "glossary"
    """glossary (curated field), lexicon (general), names or user: which part of the data it came from."""
    band: int | None = None
    """Frequency band 1 (rare) to 10 (most common), from counts; None when unknown."""


@dataclass(frozen=True, slots=True)
class Term:
    """A multiword entry, matched on the lemmas of its parts."""

    id: str
    term: str
    """Vowelled, in the form a dictionary would print."""
    parts: tuple[str, ...]
    """Entry ids, one for each word of the term; a part written "=في" is that exact word."""
    gloss: tuple[str, ...]
    gap: tuple[int, ...] = ()
    """How many foreign words may stand after each part but the last; empty means none anywhere."""
    acronym: str | None = None
    domain: tuple[str, ...] = ()
    register: str | None = None
    note: str | None = None
    examples: tuple[Pair, ...] = ()
    related: tuple[str, ...] = ()
    source: str = "glossary"
