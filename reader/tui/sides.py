"""A card as it will look, in lines for the terminal: made from the very fields that Anki gets.

front, back = sides(note, "cloze")
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from reader.anki.known import strip_html
from reader.anki.render import UnfitError, render
from reader.study.answer import CardLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.anki.note import CardNote
    from reader.anki.schema import CardKind

    Sides = tuple[list[CardLine], list[CardLine]]

_MARK, _PAIR = (
    re.compile(r"<mark>(.*?)</mark>"),
    re.compile(r"<(?:div|span) class=\"pair\">(.*?)</(?:div|span)>(?=\s*<|$)"),
)
_ORDER = {
    "newspaper": ("sentence", "answer", "gloss", "grammar", "translation", "more"),
    "cloze": ("sentence", "answer", "gloss", "grammar", "translation", "more"),
    "production": ("gloss", "answer", "grammar", "sentence", "translation", "more"),
    "listening": ("answer", "gloss", "grammar", "sentence", "translation", "more"),
}


def sides(note: CardNote, kind: CardKind) -> Sides:
    """Front and back. Without a meaning, or without what the kind needs, one line says so on both."""
    try:
        made = render(note, [kind], typed=False, device_voice=True, sounds={})
    except UnfitError:
        said = (
            "no meaning to put on a card: it is left out; an entry of your own (a in an article) gives it one"
        )
        return [CardLine(note.lemma, "rtl", "surface"), CardLine(said, "ltr", "detail")], []
    fields = dict(zip(made.type.names, made.content.split("\x1f"), strict=True))
    if not made.cards:
        return [CardLine("no sentence to leave a gap in: this card is not made", "ltr", "detail")], []
    parts = {name: list(lines(fields)) for name, lines in _PARTS.items()}
    back = [line for name in _ORDER[kind] for line in parts[name]]
    return list(_fronts(kind, fields)), back


def _fronts(kind: CardKind, fields: Mapping[str, str]) -> Iterator[CardLine]:
    if kind == "newspaper":
        yield CardLine(_text(fields["Sentence"] or fields["Plain"]), "rtl", "surface")
    elif kind == "cloze":
        yield CardLine(_text(fields["Sentence gap"]), "rtl", "surface")
        yield from _gloss(fields)
    elif kind == "listening":
        yield CardLine("the word is read aloud", "ltr", "detail")
    else:
        yield from _gloss(fields)
        for name, role in (
            ("Part of speech", "detail"),
            ("Other senses", "detail"),
            ("Translation gap", "english"),
        ):
            if fields[name]:
                yield CardLine(_text(fields[name]), "ltr", role)  # type: ignore[arg-type]


def _sentence(fields: Mapping[str, str]) -> Iterator[CardLine]:
    if text := fields["Sentence vowelled"] or fields["Sentence"]:
        yield CardLine(_text(text), "rtl", "arabic")


def _answer(fields: Mapping[str, str]) -> Iterator[CardLine]:
    yield CardLine(_text(fields["Lemma"]), "rtl", "surface")


def _gloss(fields: Mapping[str, str]) -> Iterator[CardLine]:
    yield CardLine(_text(fields["Gloss"]), "ltr", "gloss")


def _grammar(fields: Mapping[str, str]) -> Iterator[CardLine]:
    first = [_text(fields["Part of speech"])] if fields["Part of speech"] else []
    first += [
        f"{name.lower()} {_text(fields[name])}" for name in ("Acronym", "Root", "Pattern") if fields.get(name)
    ]
    if first:
        yield CardLine(" · \u200e".join(first), "ltr", "lemma")
    for name in ("Inflection", "Words"):
        yield from (CardLine(_text(pair), "ltr", "lemma") for pair in _PAIR.findall(fields.get(name, "")))


def _translation(fields: Mapping[str, str]) -> Iterator[CardLine]:
    if fields["Translation"]:
        yield CardLine(_text(fields["Translation"]), "ltr", "english")


def _more(fields: Mapping[str, str]) -> Iterator[CardLine]:
    if fields["Other senses"]:
        yield CardLine(f"also {_text(fields['Other senses'])}", "ltr", "detail")
    if fields["Note"]:
        yield CardLine(_text(fields["Note"]), "ltr", "note")
    yield from (CardLine(_text(pair), "ltr", "lemma") for pair in _PAIR.findall(fields["Collocations"]))
    if fields["Article"]:
        yield CardLine(_text(fields["Article"]), "rtl", "detail")
    if source := " · ".join(_text(fields[name]) for name in ("Source", "Date") if fields[name]):
        yield CardLine(source, "ltr", "detail")


_PARTS = {
    "sentence": _sentence,
    "answer": _answer,
    "gloss": _gloss,
    "grammar": _grammar,
    "translation": _translation,
    "more": _more,
}


def _text(field: str) -> str:
    """A field as a person reads it, what is marked in brackets."""
    return html.unescape(strip_html(_MARK.sub(r"[\1]", field)))
