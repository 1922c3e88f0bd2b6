"""Entries to forms: everything a word of the glossary may look like in print, before clitics.

    inflect(Entry("dawla-n", "دَوْلَة", plural=("دُوَل",), …)) -> [Form("دَوْلَة", "feminine singular", …), Form("دَوْلَت", …), …]

A form that equals another of the same word in its letters and vowels is kept once, as its likelier cell.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from corpus.normalize import shadda_first
from glossary.entry import Entry
from glossary.inflect import verbs, words
from glossary.inflect.form import Form

__all__ = ["Form", "Inflector", "inflect"]

Inflector = Callable[[Entry], list[Form]]
"""`inflect`, or something that remembers what it said."""


def inflect(entry: Entry) -> list[Form]:
    """All forms of a word, the likelier cell of equal ones first met; the lemma's own form is among them."""
    made: list[Form] = []
    entry = _shadda_first(entry)
    if entry.invariable:
        made += (f._replace(flags=1) for f in words.unchanging(entry))
    elif entry.pos == "verb":
        made += verbs.verb(entry)
    elif entry.pos == "noun":
        made += words.noun(entry)
    elif entry.pos == "adjective":
        made += words.adjective(entry)
    elif entry.pos == "name":
        made += words.name(entry)
    else:
        made += words.unchanging(entry)
    made += words.given(entry)
    best: dict[tuple[str, str, str], Form] = {}
    for form in made:
        tense = form.features.partition(" ")[0] if entry.pos == "verb" else ""
        key = (form.vowelled, form.lemma, tense)
        kept = best.get(key)
        if kept is None:
            best[key] = form
        elif form.weight > kept.weight:
            best[key] = form._replace(flags=form.flags | kept.flags)
        elif form.flags & ~kept.flags:
            best[key] = kept._replace(flags=form.flags | kept.flags)
    return [f._replace(lemma=unicodedata.normalize("NFC", f.lemma)) if f.lemma else f for f in best.values()]


def _shadda_first(entry: Entry) -> Entry:
    """The entry with every shadda before its vowel, as mazini writes and the rules expect; NFC has it after."""
    changed: dict[str, Any] = {}
    for name in ("lemma", "plural", "dual", "feminine", "elative", "present", "masdar", "forms", "spellings"):
        value = getattr(entry, name)
        if value:
            changed[name] = (
                tuple(map(shadda_first, value)) if isinstance(value, tuple) else shadda_first(value)
            )
    return replace(entry, **changed)
