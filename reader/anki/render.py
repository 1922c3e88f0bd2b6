"""A CardNote's fields, tags and cards: everything that Anki will be told, before genanki is involved."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.anki import english, sentence
from reader.anki.clean import escape, field_text, link, plain_text, tag
from reader.anki.schema import CARD_KINDS, TERM, WORD, CardKind, NoteType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.anki.note import CardNote

GENERAL = "General"
"""The sub-deck of words without a domain."""
_SHORT, _LISTED = 300, 12


@dataclass(frozen=True, slots=True)
class Rendered:
    """A note as Anki stores it."""

    type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    cards: tuple[int, ...]
    """The `ord` of each card it has."""
    deck: str
    """Below the export's own deck: "Sanctions"."""
    digest: str
    """Changes when a field or a tag does."""


def arabic(text: str, limit: int = _SHORT) -> str:
    """Arabic inside a line of English, isolated from it."""
    content = field_text(text, limit)
    return f'<bdi lang="ar" dir="rtl">{content}</bdi>' if content else ""


def render(
    note: CardNote, kinds: Sequence[CardKind], *, typed: bool, device_voice: bool, sounds: Mapping[str, str]
) -> Rendered:
    """The note with the cards that `kinds` asks for and its content allows.

    `sounds` gives the name in the package of each audio file. Raises ValueError if there is no lemma or no
    gloss.
    """
    values = _content(note, sounds)
    if not values["Lemma"] or not values["Gloss"] or not values["Id"]:
        raise ValueError(f"no lemma, gloss or key: {plain_text(note.key, 60)!r}")
    values |= {f"Card {kind}": "1" for kind in kinds}
    values["Typed answer"] = "1" if typed else ""
    values["Device voice"] = "1" if device_voice else ""
    note_type = TERM if note.kind == "term" else WORD
    fields = tuple(values.get(name, "") for _, name in note_type.fields)
    tags = _tags(note)
    domain = plain_text(note.domains[0], 60).replace("::", " ").strip() if note.domains else ""
    digest = hashlib.sha256("\x1f".join((*fields, *tags)).encode()).hexdigest()[:24]
    return Rendered(note_type, fields, tags, cards_of(values), domain.capitalize() or GENERAL, digest)


def cards_of(values: Mapping[str, str]) -> tuple[int, ...]:
    """Which templates make a card of these fields: the same rule as the conditions in look/*.html."""
    needs = {
        "newspaper": True,
        "production": True,
        "cloze": bool(values.get("Sentence gap")),
        "listening": bool(values.get("Audio") or values.get("Device voice")),
    }
    return tuple(n for n, kind in enumerate(CARD_KINDS) if values.get(f"Card {kind}") and needs[kind])


def _content(note: CardNote, sounds: Mapping[str, str]) -> dict[str, str]:
    lemma = plain_text(note.lemma, _SHORT)
    grammar = [note.pos, note.gender, f"form {note.form}" if note.form else ""]
    met = dict.fromkeys(sentence.unvowelled(plain_text(form, _SHORT)) for form in note.forms_met[:_LISTED])
    values = {
        "Id": field_text(note.key, _SHORT),
        "Lemma": escape(lemma),
        "Plain": field_text(note.plain, _SHORT) or escape(sentence.unvowelled(lemma)),
        "Gloss": field_text(note.gloss, _SHORT),
        "Forms met": "، ".join(escape(form) for form in met if form),
        "Root": field_text(note.root, _SHORT),
        "Pattern": field_text(note.pattern, _SHORT),
        "Words": _pairs(note.parts),
        "Acronym": field_text(note.acronym, _SHORT),
        "Part of speech": " · ".join(filter(None, (field_text(part, 60) for part in grammar))),
        "Inflection": "".join(
            f'<span class="pair"><i>{field_text(label, 60)}</i> {arabic(form)}</span> '
            for label, form in note.inflection[:_LISTED]
            if plain_text(form, _SHORT)
        ).rstrip(),
        "Other senses": "; ".join(
            filter(None, (field_text(sense, _SHORT) for sense in note.senses[:_LISTED]))
        ),
        "Note": " — ".join(filter(None, (field_text(note.register, _SHORT), field_text(note.note, 1200)))),
        "Collocations": _pairs(note.collocations),
        "Translation": field_text(note.translation, 2 * sentence.MAX_SENTENCE),
        "Translation gap": english.gap(note.gloss, plain_text(note.translation, 2 * sentence.MAX_SENTENCE)),
        "Article": field_text(note.article, _SHORT),
        "Source": field_text(note.source, _SHORT),
        "Link": link(note.url),
        "Date": field_text(note.date, 60),
        "Audio": _sound(note.audio, sounds),
        "Sentence audio": _sound(note.audio_sentence, sounds),
        "Frequency": field_text(note.frequency, 60),
        "Domain": " · ".join(filter(None, (field_text(domain, 60) for domain in note.domains[:_LISTED]))),
        "Level": field_text(note.level, 60),
    }
    return values | _sentences(note)


def _sentences(note: CardNote) -> dict[str, str]:
    met = sentence.pieces(note.sentence, note.marks)
    vowelled_text, marks = (
        note.sentence_vowelled,
        sentence.carry(note.sentence, note.marks, note.sentence_vowelled),
    )
    if not vowelled_text and sentence.is_vowelled(note.sentence):
        vowelled_text, marks = note.sentence, list(note.marks)
    if sentence.is_vowelled(note.sentence):
        met = sentence.strip_vowels(met)
    return {
        "Sentence": sentence.marked_html(met),
        "Sentence gap": sentence.gap_html(met),
        "Sentence vowelled": sentence.marked_html(sentence.pieces(vowelled_text, marks or ())),
    }


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    rows = (
        f'<div class="pair">{arabic(here)} <span>{field_text(there, _SHORT)}</span></div>'
        for here, there in pairs[:_LISTED]
        if plain_text(here, _SHORT)
    )
    return "".join(rows)


def _sound(path: str, sounds: Mapping[str, str]) -> str:
    return f"[sound:{sounds[path]}]" if path in sounds else ""


def _tags(note: CardNote) -> tuple[str, ...]:
    tags = [tag("article", article) for article in note.article_ids]
    tags += [tag("domain", domain) for domain in note.domains]
    tags += [tag("pos", "term" if note.kind == "term" else note.pos), tag("level", note.level)]
    return tuple(sorted(set(filter(None, tags))))
