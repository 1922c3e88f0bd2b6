"""A CardNote's fields, tags and cards: everything that Anki will be told, before genanki is involved."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.anki import english, sentence
from reader.anki.clean import escape, field_text, link, plain_text, tag
from reader.anki.mixed import arabic, mixed
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
    values["Typed answer"] = "1" if typed else ""
    values["Device voice"] = "1" if device_voice else ""
    cards = tuple(n for n, kind in enumerate(CARD_KINDS) if kind in kinds and _can_be(kind, values))
    values |= {f"Card {CARD_KINDS[n]}": "1" for n in cards}
    note_type = TERM if note.kind == "term" else WORD
    fields = tuple(values.get(name, "") for _, name in note_type.fields)
    tags = _tags(note)
    domain = plain_text(note.domains[0], 60).replace("::", " ").strip() if note.domains else ""
    digest = hashlib.sha256("\x1f".join((*fields, *tags)).encode()).hexdigest()[:24]
    return Rendered(note_type, fields, tags, cards, domain.capitalize() or GENERAL, digest)


def _can_be(kind: CardKind, values: Mapping[str, str]) -> bool:
    """Whether these fields fill a card of that kind: the same conditions as in look/*.html."""
    if kind == "cloze":
        return bool(values["Sentence gap"])
    if kind == "listening":
        return bool(values["Audio"] or values["Device voice"])
    return True


def _content(note: CardNote, sounds: Mapping[str, str]) -> dict[str, str]:
    lemma = plain_text(note.lemma, _SHORT)
    met = dict.fromkeys(sentence.unvowelled(plain_text(form, _SHORT)) for form in note.forms_met[:_LISTED])
    translation = plain_text(note.translation, 2 * sentence.MAX_SENTENCE)
    short = {
        "Id": note.key,
        "Plain": note.plain or sentence.unvowelled(lemma),
        "Root": note.root,
        "Pattern": note.pattern,
        "Acronym": note.acronym,
        "Date": note.date,
        "Frequency": note.frequency,
        "Level": note.level,
    }
    with_arabic = {"Gloss": note.gloss, "Article": note.article, "Source": note.source}
    grammar = (note.pos, note.gender, f"form {note.form}" if note.form else "")
    return {
        **{name: field_text(text, _SHORT) for name, text in short.items()},
        **{name: mixed(text, _SHORT) for name, text in with_arabic.items()},
        "Lemma": escape(lemma),
        "Forms met": "، ".join(escape(form) for form in met if form),
        "Words": _pairs(note.parts),
        "Part of speech": _joined(" · ", grammar),
        "Inflection": _inflection(note.inflection),
        "Other senses": _joined("; ", note.senses[:_LISTED]),
        "Note": _joined(" — ", (note.register, note.note), 1200),
        "Collocations": _pairs(note.collocations),
        "Translation": mixed(translation),
        "Translation gap": english.gap(note.gloss, translation),
        "Link": link(note.url),
        "Audio": _sound(note.audio, sounds),
        "Sentence audio": _sound(note.audio_sentence, sounds),
        "Domain": _joined(" · ", note.domains[:_LISTED]),
        **_sentences(note),
    }


def _joined(separator: str, texts: Sequence[str], limit: int = _SHORT) -> str:
    return separator.join(filter(None, (mixed(text, limit) for text in texts)))


def _inflection(rows: Sequence[tuple[str, str]]) -> str:
    pairs = ((field_text(label, 60), arabic(form)) for label, form in rows[:_LISTED])
    return " ".join(f'<span class="pair"><i>{label}</i> {form}</span>' for label, form in pairs if form)


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
        f'<div class="pair">{arabic(here)} <span>{mixed(there, _SHORT)}</span></div>'
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
