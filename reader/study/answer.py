"""What a tap on a word says: lines of text, each with a direction and a role, for any screen to draw.

وَالعُقُوبَات                            surface   rtl
and + the + sanction                  pieces    ltr
عُقُوبَة  noun f. · pl. عُقُوبَات · ع ق ب    lemma     ltr
1 sanction                            gloss     ltr
…
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from corpus.tokenize import LETTERS, MARKS
from glossary.entry import Entry, Term
from reader.study.forms import describe
from reader.study.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glossary.analysis import WordAnalysis
    from glossary.entry import Sense

Role = Literal["surface", "pieces", "lemma", "gloss", "detail", "note", "arabic", "english", "state"]


class CardLine(NamedTuple):
    """One logical line of the card, not wrapped yet."""

    text: str
    direction: Literal["rtl", "ltr"]
    role: Role


class Headword(NamedTuple):
    """What a dictionary article knows of its word, in the shape of an analysis."""

    lemma: str | None
    pos: str | None
    root: str | None
    pattern: str | None
    features: Mapping[str, str | int | bool] = MappingProxyType({})


_SEPARATOR = " ·\u200e "
"""A left-to-right mark in it keeps the Arabic on either side from running together as one right-to-left stretch."""
_ARABIC_THEN_STOP = re.compile(f"([{LETTERS}][{MARKS}]*)(?=[^{LETTERS}{MARKS}\\s])")
BY_LETTERS = "a name, rendered by its letters"
_GENDER = {"masculine": "m.", "feminine": "f.", "common": "m./f."}


def answer(
    token: WordAnalysis,
    entry: Entry | None,
    term: Term | None = None,
    translation: str | None = None,
) -> list[CardLine]:
    """The card of a token; with `term`, the term that it is part of comes first. Never empty."""
    lines: list[CardLine] = []
    if term is not None:
        lines += _term(term)
    lines.append(CardLine(token.text, "rtl", "surface"))
    if token.proclitics or token.enclitics:
        parts = pieces(token.proclitics, token.gloss or token.lemma, token.enclitics, token.pos)
        lines.append(CardLine(" + ".join(english for _, english in parts), "ltr", "pieces"))
    lines += _word(token, entry)
    if translation:
        lines.append(CardLine(translation, "ltr", "english"))
    return lines


def entry_lines(record: Entry | Term, related: Sequence[Entry | Term] = ()) -> list[CardLine]:
    """A whole entry, as the glossary shows it."""
    if isinstance(record, Term):
        lines = list(_term(record))
    else:
        token = Headword(record.lemma, record.pos, record.root, record.pattern)
        lines = [CardLine(record.lemma, "rtl", "surface"), *_grammar(token, record)]
        for number, sense in enumerate(record.senses, 1):
            lines += _sense(f"{number} " if len(record.senses) > 1 else "", sense)
    if record.domain:
        lines.append(CardLine(", ".join(record.domain), "ltr", "detail"))
    for other in related:
        arabic, gloss = (
            (other.term, other.gloss) if isinstance(other, Term) else (other.lemma, other.senses[0].gloss)
        )
        lines.append(CardLine(f"→ {arabic}  {', '.join(gloss)}", "ltr", "lemma"))
    return lines


def apart(text: str) -> str:
    """English with Arabic in it: a left-to-right mark after each Arabic stretch that a stop follows.

    "fixed in أَنْبَاء. أَنْبَاء عَنْ is": without it the stop and what follows it would run on to the left.
    """
    return _ARABIC_THEN_STOP.sub("\\1\u200e", text)


def named(arabic: str, latin: str, sure: bool) -> list[CardLine]:
    """What is said of a name of several words; sure: all of them are in the gazetteer."""
    lines = [CardLine(arabic, "rtl", "surface"), CardLine(latin, "ltr", "gloss")]
    return lines if sure else [*lines, CardLine(BY_LETTERS, "ltr", "note")]


def one_line(token: WordAnalysis, term: Term | None = None, name: tuple[str, str] | None = None) -> CardLine:
    """The answer for a screen with room for one line: lemma and gloss; name: of a whole name, with its rendering."""
    if term is not None:
        return CardLine(f"{term.term}  {', '.join(term.gloss)}", "ltr", "gloss")
    if name is not None:
        return CardLine("  ".join(name), "ltr", "gloss")
    said = ", ".join(token.glosses or ()) or _unexplained(token)
    doubt = "? " if token.features.get("suggestion") else ""
    return CardLine(f"{doubt}{token.lemma or token.text}  {said}", "ltr", "gloss")


def _term(term: Term) -> Iterator[CardLine]:
    yield CardLine(term.term, "rtl", "surface")
    acronym = f" ({term.acronym})" if term.acronym else ""
    yield CardLine(", ".join(term.gloss) + acronym, "ltr", "gloss")
    if term.note:
        yield CardLine(apart(term.note), "ltr", "note")
    for example in term.examples:
        yield CardLine(example.arabic, "rtl", "arabic")
        yield CardLine(example.english, "ltr", "detail")


def _word(token: WordAnalysis, entry: Entry | None) -> Iterator[CardLine]:
    if token.features.get("suggestion"):
        yield CardLine("not a word as it is written; this may be meant", "ltr", "note")
    if token.lemma:
        yield from _grammar(token, entry)
    if entry is None:
        yield CardLine(", ".join(token.glosses or ()) or _unexplained(token), "ltr", "gloss")
        for other in token.candidates[1:]:
            if other.features.get("suggestion") and not token.glosses:
                yield CardLine(f"or a slip for {other.lemma}  {other.gloss or ''}".rstrip(), "ltr", "note")
        return
    for number, sense in enumerate(entry.senses, 1):
        yield from _sense(f"{number} " if len(entry.senses) > 1 else "", sense)


def _grammar(token: WordAnalysis | Headword, entry: Entry | None) -> Iterator[CardLine]:
    """What the word is and the form it is in; then what a learner must know beside it, and where it comes from."""
    kind = [token.pos or ""]
    if entry and entry.gender:
        kind.append(_GENDER[entry.gender])
    if entry and entry.form:
        kind.append(entry.form)
    said = [f"{token.lemma}  {' '.join(kind)}", describe(token.features, token.pos)]
    yield CardLine(_SEPARATOR.join(part for part in said if part), "ltr", "lemma")
    beside: list[str] = []
    if entry:
        beside += [entry.present] if entry.present else []
        beside += [f"maṣdar {masdar}" for masdar in entry.masdar]
        beside += [f"pl. {plural}" for plural in entry.plural]
        beside += [f"f. {entry.feminine}"] if entry.feminine else []
        beside += [f"more: {entry.elative}"] if entry.elative else []
    beside += [" ".join(token.root)] if token.root else []
    beside += [token.pattern] if token.pattern else []
    if entry and entry.band:
        beside.append(f"frequency {entry.band}/10")
    if beside:
        yield CardLine(_SEPARATOR.join(beside), "ltr", "detail")


def _sense(number: str, sense: Sense) -> Iterator[CardLine]:
    register = f"  [{sense.register}]" if sense.register else ""
    yield CardLine(number + ", ".join(sense.gloss) + register, "ltr", "gloss")
    if sense.frame:
        yield CardLine(sense.frame, "rtl", "arabic")
    if sense.note:
        yield CardLine(apart(sense.note), "ltr", "note")
    for pair in (*sense.collocations, *sense.examples):
        yield CardLine(pair.arabic, "rtl", "arabic")
        yield CardLine(pair.english, "ltr", "detail")


def _unexplained(token: WordAnalysis) -> str:
    """Something true about a word that has no gloss."""
    if token.kind != "word":
        return {"number": "a number", "latin": "not Arabic", "punct": "punctuation"}.get(token.kind, "")
    if token.pos == "name" or token.source == "names":
        return "a name"
    if token.root:
        return f"no entry; from the root {' '.join(token.root)}"
    return "no entry"
