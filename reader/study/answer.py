"""What a tap on a word says: lines of text, each with a direction and a role, for any screen to draw.

وَالعُقُوبَات                            surface   rtl
and + the + sanction                  pieces    ltr
عُقُوبَة  noun f. · pl. عُقُوبَات · ع ق ب    lemma     ltr
1 sanction                            gloss     ltr
…
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.study.forms import describe
from reader.study.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.analysis import WordAnalysis
    from glossary.entry import Entry, Sense, Term

Role = Literal["surface", "pieces", "lemma", "gloss", "detail", "note", "arabic", "english", "state"]


class CardLine(NamedTuple):
    """One logical line of the card, not wrapped yet."""

    text: str
    direction: Literal["rtl", "ltr"]
    role: Role


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


def one_line(token: WordAnalysis, term: Term | None = None) -> CardLine:
    """The answer for a screen with room for one line: lemma and gloss."""
    if term is not None:
        return CardLine(f"{term.term}  {', '.join(term.gloss)}", "ltr", "gloss")
    said = ", ".join(token.glosses or ()) or _unexplained(token)
    return CardLine(f"{token.lemma or token.text}  {said}", "ltr", "gloss")


def _term(term: Term) -> Iterator[CardLine]:
    yield CardLine(term.term, "rtl", "surface")
    acronym = f" ({term.acronym})" if term.acronym else ""
    yield CardLine(", ".join(term.gloss) + acronym, "ltr", "gloss")
    if term.note:
        yield CardLine(term.note, "ltr", "note")
    for example in term.examples:
        yield CardLine(example.arabic, "rtl", "arabic")
        yield CardLine(example.english, "ltr", "detail")


def _word(token: WordAnalysis, entry: Entry | None) -> Iterator[CardLine]:
    if token.lemma:
        yield CardLine(_lemma_line(token, entry), "ltr", "lemma")
        if form := describe(token.features or {}, token.pos):
            yield CardLine(form, "ltr", "detail")
    if entry is None:
        yield CardLine(", ".join(token.glosses or ()) or _unexplained(token), "ltr", "gloss")
        return
    for number, sense in enumerate(entry.senses, 1):
        yield from _sense(f"{number} " if len(entry.senses) > 1 else "", sense)


def _lemma_line(token: WordAnalysis, entry: Entry | None) -> str:
    gender = f" {_GENDER[entry.gender]}" if entry and entry.gender else ""
    said = [f"{token.lemma}  {token.pos or ''}{gender}".rstrip()]
    if entry:
        if entry.form:
            said[0] += f" {entry.form}"
        if entry.present:
            said.append(entry.present)
        if entry.masdar:
            said.append(f"maṣdar {', '.join(entry.masdar)}")
        if entry.plural:
            said.append(f"pl. {', '.join(entry.plural)}")
    if token.root:
        said.append(" ".join(token.root))
    if token.pattern:
        said.append(token.pattern)
    return " · ".join(said)


def _sense(number: str, sense: Sense) -> Iterator[CardLine]:
    register = f"  [{sense.register}]" if sense.register else ""
    yield CardLine(number + ", ".join(sense.gloss) + register, "ltr", "gloss")
    if sense.frame:
        yield CardLine(sense.frame, "rtl", "arabic")
    if sense.note:
        yield CardLine(sense.note, "ltr", "note")
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
