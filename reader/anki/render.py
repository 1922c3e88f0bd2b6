"""A CardNote's fields, tags and cards: everything that Anki will be told, before genanki is involved."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from reader.anki import english, sentence
from reader.anki.clean import escape, field_text, link, plain_text, tag
from reader.anki.mixed import arabic, mixed, starts_arabic
from reader.anki.schema import CARD_KINDS, TERM, WORD, CardKind, NoteType
from reader.anki.stamps import SOUND

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.anki.note import CardNote

GENERAL = "General"
"""The sub-deck of words without a domain."""
_SHORT, _LISTED = 300, 12
EXTRAS = frozenset({"Forms met", "Frequency", "Level"})
"""Fields that follow the library: they go along with an update and are never the reason for one. Article and level
tags are the same. Otherwise every article added would replace the notes of all its words, and the learner's edits in them.
"""
_SOUNDS = ("Audio", "Sentence audio")
_APART = tuple(n for n, name in enumerate(WORD.names) if name in EXTRAS or name in _SOUNDS)
_SWITCHES = tuple(f"Card {kind}" for kind in CARD_KINDS)


class UnfitError(Exception):
    """Why a note cannot become a card, in one line."""


class Rendered(NamedTuple):
    """A note as Anki stores it."""

    type: NoteType
    content: str
    """Its fields, with U+001F between them."""
    sort: str
    """The field that Anki's browser sorts by."""
    tags: tuple[str, ...]
    cards: tuple[int, ...]
    """The `ord` of each card it has."""
    deck: str
    """Below the export's own deck: "Sanctions"."""
    digest: str
    """Changes when a field or a tag does, but for those that follow the library (EXTRAS). What stands behind SOUND is
    for its sound.
    """


def render(
    note: CardNote, kinds: Sequence[CardKind], *, typed: bool, device_voice: bool, sounds: Mapping[str, str]
) -> Rendered:
    """The note with the cards that `kinds` asks for and its content allows.

    `sounds` gives the name in the package of each audio file. Raises UnfitError if there is no lemma or no
    gloss.
    """
    values = _content(note, sounds)
    if not (values["Lemma"] and values["Gloss"] and values["Id"]):
        missing = "meaning" if values["Lemma"] else "lemma"
        raise UnfitError(f"{plain_text(note.lemma or note.key, 60)}: no {missing} to put on a card")
    values["Typed answer"] = "1" if typed else ""
    values["Device voice"] = "1" if device_voice else ""
    cards = tuple([n for n, kind in enumerate(CARD_KINDS) if kind in kinds and _can_be(kind, values)])
    for n in cards:
        values[_SWITCHES[n]] = "1"
    note_type = TERM if note.kind == "term" else WORD
    texts = list(map(values.get, note_type.names, repeat("")))
    content = "\x1f".join(texts)
    for place in _APART:
        texts[place] = ""
    pos = "term" if note.kind == "term" else note.pos
    texts.append(_lasting_tags(note.domains, pos))
    digest = hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:24]
    if values["Audio"] or values["Sentence audio"]:
        heard = hashlib.sha256(f"{values['Audio']}{values['Sentence audio']}".encode()).hexdigest()[:8]
        digest = f"{digest}{SOUND}{heard}"
    return Rendered(
        note_type, content, values["Plain"], tags_of(note), cards, _deck(note.domains[:1]), digest
    )


@lru_cache(maxsize=256)
def _deck(domain: tuple[str, ...]) -> str:
    name = plain_text(domain[0], 60).replace("::", " ").strip() if domain else ""
    return name.capitalize() or GENERAL


def _can_be(kind: CardKind, values: Mapping[str, str]) -> bool:
    """Whether these fields fill a card of that kind: the same conditions as in look/*.html."""
    if kind == "cloze":
        return bool(values.get("Sentence gap"))
    if kind == "listening":
        return bool(values["Audio"] or values["Device voice"])
    return True


def _content(note: CardNote, sounds: Mapping[str, str]) -> dict[str, str]:
    lemma = plain_text(note.lemma, _SHORT)
    met = dict.fromkeys([sentence.unvowelled(plain_text(form, _SHORT)) for form in note.forms_met[:_LISTED]])
    values = {
        "Id": field_text(note.key, _SHORT),
        "Lemma": escape(lemma),
        "Plain": field_text(note.plain or sentence.unvowelled(lemma), _SHORT),
        "Gloss": mixed(note.gloss, _SHORT),
        "Forms met": "، ".join([escape(form) for form in met if form]),
        "Part of speech": _grammar(note.pos, note.gender, note.form),
        "Link": _link(note.url[:4000]) if note.url else "",
        "Audio": _sound(note.audio, sounds),
        "Sentence audio": _sound(note.audio_sentence, sounds),
    }
    if note.root:
        values["Root"] = field_text(spaced(note.root), _SHORT)
    for name, text in (
        ("Pattern", note.pattern),
        ("Acronym", note.acronym),
        ("Date", note.date),
        ("Frequency", note.frequency),
        ("Level", note.level),
    ):
        if text:
            values[name] = _often(text[: 2 * _SHORT])
    if note.article or note.source:
        values |= {"Article": _title(note.article), "Source": _title(note.source)}
    if note.inflection:
        values["Inflection"] = _inflection(note.inflection)
    if note.parts:
        values["Words"] = _pairs(note.parts)
    if note.collocations:
        values["Collocations"] = _pairs(note.collocations)
    if note.senses:
        values["Other senses"] = _joined("; ", note.senses[:_LISTED])
    if note.register or note.note:
        values["Note"] = _joined(" — ", (note.register, note.note), 1200)
    if note.domains:
        values["Domain"] = _domains(note.domains[:_LISTED])
    if note.translation:
        text = plain_text(note.translation, 2 * sentence.MAX_SENTENCE)
        values |= {
            "Translation": escape(text) if text.isascii() else mixed(text),
            "Translation gap": english.first_gap((note.gloss, *note.senses), text),
        }
    if note.sentence:
        values |= _sentences(note)
    return values


@lru_cache(maxsize=256)  # many words of one article follow each other
def _title(text: str) -> str:
    return arabic(text, _SHORT) if starts_arabic(text) else mixed(text, _SHORT)


@lru_cache(maxsize=512)  # a date, a level, a pattern: few of them, on many notes
def _often(text: str) -> str:
    return field_text(text, _SHORT)


@lru_cache(maxsize=256)
def _link(url: str) -> str:
    return link(url)


@lru_cache(maxsize=256)
def _domains(domains: tuple[str, ...]) -> str:
    return _joined(" · ", domains)


@lru_cache(maxsize=256)
def _grammar(pos: str, gender: str, form: str) -> str:
    return _joined(" · ", (pos, gender, form and f"form {form}"))


def _joined(separator: str, texts: Sequence[str], limit: int = _SHORT) -> str:
    return separator.join([content for text in texts if text and (content := mixed(text, limit))])


def _inflection(rows: Sequence[tuple[str, str]]) -> str:
    pairs = [(_often(label[:60]), arabic(form)) for label, form in rows[:_LISTED]]
    return " ".join([f'<span class="pair"><i>{label}</i> {form}</span>' for label, form in pairs if form])


def _sentences(note: CardNote) -> dict[str, str]:
    text, marks = note.sentence, note.marks
    with_vowels = sentence.is_vowelled(text)
    met = sentence.pieces(text, marks)
    gaps = sentence.pieces(text, note.gaps) if note.gaps and note.gaps != marks else met
    vowelled = met if with_vowels and not note.sentence_vowelled else None
    if with_vowels:
        met, gaps = sentence.strip_vowels(met), sentence.strip_vowels(gaps)
    if vowelled is None and note.sentence_vowelled:
        moved = sentence.carry(text, marks, note.sentence_vowelled)
        vowelled = sentence.pieces(note.sentence_vowelled, moved or ())
    return {
        "Sentence": sentence.marked_html(met),
        "Sentence gap": sentence.gap_html(gaps),
        "Sentence vowelled": sentence.marked_html(vowelled or ()),
    }


def spaced(root: str) -> str:
    """Radicals apart, as dictionaries print them: ع ق ب."""
    return " ".join(root) if root.isalpha() and len(root) < 8 else root


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    rows = [(arabic(here), mixed(there, _SHORT)) for here, there in pairs[:_LISTED]]
    return "".join([f'<div class="pair">{here} <span>{there}</span></div>' for here, there in rows if here])


def _sound(path: str, sounds: Mapping[str, str]) -> str:
    return f"[sound:{sounds[path]}]" if path in sounds else ""


def tags_of(note: CardNote) -> tuple[str, ...]:
    """article::, domain::, pos:: and level::, sorted."""
    pos = "term" if note.kind == "term" else note.pos
    tags = {tag("article", article) for article in note.article_ids} | _topic_tags(
        note.domains, pos, note.level
    )
    return tuple(sorted(tags - {""}))


@lru_cache(maxsize=1024)
def _topic_tags(domains: tuple[str, ...], pos: str, level: str) -> frozenset[str]:
    return frozenset({tag("domain", domain) for domain in domains} | {tag("pos", pos), tag("level", level)})


@lru_cache(maxsize=1024)
def _lasting_tags(domains: tuple[str, ...], pos: str) -> str:
    return " ".join(sorted(_topic_tags(domains, pos, "")))
