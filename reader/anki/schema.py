"""The two note types: names, order and ids of their fields and card templates. Frozen.

Anki compares these with what the learner already has. A field or a template that is added later makes a
second note type, "Nashra Arabic News+", and every old note stops being updated. So nothing is added or
removed here, ever:

- what a later version needs goes into a spare field or a spare template, renamed here *with its id kept*;
- which cards a note has is decided by its switch fields ("Card newspaper" ...): a template whose switch is
  empty makes no card, and makes it on the day the switch is filled.

tests/anki/test_schema.py holds a copy that must not change.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

CardKind = Literal["newspaper", "production", "cloze", "listening"]
CARD_KINDS: tuple[CardKind, ...] = ("newspaper", "production", "cloze", "listening")
"""In the order of the templates: a card's place here is its `ord` in Anki."""

_FIELDS = (
    "Id", "Lemma", "Plain", "Gloss", "Forms met", "Root", "Pattern", "Part of speech", "Inflection",
    "Other senses", "Note", "Collocations", "Sentence", "Sentence vowelled", "Sentence gap",
    "Translation", "Translation gap", "Article", "Source", "Link", "Date", "Audio", "Sentence audio",
    "Frequency", "Domain", "Level", "Card newspaper", "Card production", "Card cloze", "Card listening",
    "Typed answer", "Device voice", "Spare 1", "Spare 2", "Spare 3", "Spare 4",
)  # fmt: skip
_TERM_NAMES = {"Root": "Words", "Pattern": "Acronym"}
_TEMPLATES = ("Newspaper", "Production", "Cloze", "Listening", "Spare card 1", "Spare card 2")
ARABIC_FIELDS = frozenset(
    {"Lemma", "Plain", "Forms met", "Root", "Pattern", "Sentence", "Sentence vowelled", "Sentence gap"}
)
"""Fields that Anki's editor shows right to left."""


@dataclass(frozen=True)
class NoteType:
    """A note type's identity."""

    model_id: int
    name: str
    fields: tuple[tuple[int, str], ...]
    """(id, name) in order."""
    templates: tuple[tuple[int, str], ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The fields' names in order."""
        return tuple(name for _, name in self.fields)


def _note_type(model_id: int, name: str, first_id: int, fields: tuple[str, ...]) -> NoteType:
    return NoteType(
        model_id,
        name,
        tuple((first_id + n, field) for n, field in enumerate(fields)),
        tuple((first_id + 500 + n, template) for n, template in enumerate(_TEMPLATES)),
    )


WORD = _note_type(1788100800001, "Nashra Arabic News", 7880100000, _FIELDS)
TERM = _note_type(
    1788100800002,
    "Nashra Arabic News Term",
    7880200000,
    tuple(_TERM_NAMES.get(name, name) for name in _FIELDS),
)
SORT_FIELD = _FIELDS.index("Plain")
"""What Anki's browser sorts by."""
CHANGED = 1795300000
"""When the templates or the style last changed, seconds since 1970. Raise it with every change to `look/`, or
nobody who has the deck will see the change; a test holds it to the content."""
