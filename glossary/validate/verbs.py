"""E3 for verbs: form, past, present and maṣdar against each other, by mazini's paradigms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.normalize import FATHATAN
from glossary.pattern_list import PATTERNS
from glossary.patterns import candidates
from glossary.validate.registry import entries
from glossary.verbal import attested, paradigms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.entry import Entry
    from glossary.validate.book import Book
    from glossary.verbal import Paradigm

ALSO = {
    "II": ("تَفْعِيل", "تَفْعِلَة", "تَفْعَال", "فَعَال", "تَفْعِيلَة", "فِعَّال", "تَفَعُّلَة"),
    "III": ("مُفَاعَلَة", "فِعَال"),
    "IV": ("إِفْعَال", "إِفْعَالَة", "فَعَال", "فِعَالَة", "فُعْل"),
    "V": ("تَفَعُّل",),
    "VI": ("تَفَاعُل",),
    "VIII": ("اِفْتِعَال", "فِعَال", "فُعْلَة", "فَعْلَة"),
    "X": ("اِسْتِفْعَال", "اِسْتِفْعَالَة"),
    "QI": ("فَعْلَلَة", "فِعْلَال"),
}
"""Patterns of maṣdars beside those that mazini makes."""


def _paradigms(entry: Entry) -> tuple[Paradigm, ...]:
    """The paradigms of a verb that has what is needed to ask; the verbs without (لَيْسَ) say so in `forms`."""
    if entry.pos != "verb" or not entry.root or not entry.form or entry.forms or entry.invariable:
        return ()
    return paradigms(entry.root, entry.form, entry.present)


@entries("E304", "the lemma is the past that root and form make")
def past_fits(entry: Entry, book: Book) -> Iterator[str]:
    """اِتَّخَذَ goes with ءخذ although its rule would be another."""
    made = _paradigms(entry)
    if made and entry.lemma not in {one.past for one in made} and not _borrowed_ta(entry):
        yield f"{entry.form} of {entry.root} is {_some(one.past for one in made)}, not {entry.lemma}"


@entries("E305", "the present is that of a paradigm with this past")
def present_fits(entry: Entry, book: Book) -> Iterator[str]:
    """Which of form I's vowels a verb has no rule says; that one of them is there, it does."""
    made = [one for one in _paradigms(entry) if one.past == entry.lemma]
    if made and entry.present and entry.present not in {one.present for one in made}:
        yield f"present of {entry.lemma} is {_some(one.present for one in made)}, not {entry.present}"


@entries("E306", "the maṣdar is one of its form")
def masdar_fits(entry: Entry, book: Book) -> Iterator[str]:
    """Form I has many patterns, each with the root in it."""
    made = _paradigms(entry)
    if not made or entry.root is None or entry.form is None:
        return
    for masdar in entry.masdar:
        derived = {word for one in made for word in one.masdars}
        patterns = set(candidates(masdar, entry.root))
        if entry.form == "I":
            right = bool(patterns & PATTERNS) or masdar.endswith(("ة", "ى", "\u064d")) or FATHATAN in masdar
        else:
            right = masdar in derived or bool(patterns & set(ALSO.get(entry.form, ())))
        if not right and not _borrowed_ta(entry):
            yield f"maṣdar {masdar} is none of form {entry.form}" + (f": {_some(derived)}" if derived else "")


@entries("W301", "the verb is in mazini's lexicon of attested verbs, with its present")
def is_attested(entry: Entry, book: Book) -> Iterator[str]:
    """24,188 verbs; new ones (صَوَّرَ in a new sense, فَعَّلَ) are not all there."""
    made = _paradigms(entry)
    if not made or entry.root is None or entry.form is None:
        return
    listed = attested(entry.root, entry.form)
    fitting = {one.code for one in made if one.past == entry.lemma and entry.present in (None, one.present)}
    if not listed:
        yield f"form {entry.form} of {entry.root} is not listed as a verb"
    elif fitting and not fitting & set(listed):
        yield f"listed for {entry.root} is {_some(one.present for one in made if one.code in listed)}"


def _borrowed_ta(entry: Entry) -> bool:
    """اِتَّخَذَ: form VIII of ءخذ as if the root were تخذ."""
    return entry.form == "VIII" and entry.root == "ءخذ"


def _some(words: Iterator[str] | set[str]) -> str:
    return " or ".join(sorted(set(words))[:4])
