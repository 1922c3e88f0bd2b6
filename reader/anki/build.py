"""genanki with three things changed: a modification time for each note and for the note type, cards that
follow our own rule, and notes made one at a time, so that a large deck does not stand in memory twice."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from genanki.card import Card
from genanki.deck import Deck
from genanki.model import Model
from genanki.note import Note
from genanki.util import guid_for

from reader.anki import templates
from reader.anki.schema import ARABIC_FIELDS, CHANGED, SORT_FIELD, TERM, WORD, NoteType

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from reader.anki.render import Rendered


class _Model(Model):
    """A note type that says when it itself changed last; genanki says "now", which overwrites the learner's
    style.
    """

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        return {**super().to_json(CHANGED, deck_id), "req": self._req}

    @property
    def _req(self) -> list[list[Any]]:
        """Anki works it out anew on import; genanki's own guess cannot read `{{^Field}}`."""
        return [[n, "any", [0]] for n in range(len(self.templates))]


class _Note(Note):
    """A rendered note with its own modification time and guid."""

    def __init__(self, rendered: Rendered, model: _Model, key: str, changed: int, due: int) -> None:
        super().__init__(  # type: ignore[no-untyped-call]
            model=model,
            fields=list(rendered.fields),
            tags=rendered.tags,
            guid=guid_for("nashra", key),
            due=due,
        )
        self._ords = rendered.cards
        self._changed = changed

    def write_to_db(
        self, cursor: sqlite3.Cursor, timestamp: float, deck_id: int, id_gen: Iterator[int]
    ) -> None:
        note_id = next(id_gen)
        cursor.execute(
            "INSERT INTO notes VALUES(?,?,?,?,-1,?,?,?,0,0,'')",
            (
                note_id,
                self.guid,
                self.model.model_id,
                self._changed,
                f" {' '.join(self.tags)} ",
                "\x1f".join(self.fields),
                self.sort_field,
            ),
        )
        for ord_ in self._ords:
            Card(ord_).write_to_db(cursor, self._changed, deck_id, note_id, id_gen, self.due)


class SubDeck(Deck):
    """A deck that makes each note when it is written."""

    def __init__(self, name: str, make: Callable[[], Iterator[_Note]], models: Sequence[_Model]) -> None:
        super().__init__(deck_id(name), name)  # type: ignore[no-untyped-call]
        self._make = make
        for model in models:
            self.add_model(model)  # type: ignore[no-untyped-call]

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]) -> None:
        """Add the deck, its note types and its notes."""
        super().write_to_db(cursor, timestamp, id_gen)
        for note in self._make():
            note.write_to_db(cursor, timestamp, self.deck_id, id_gen)


def deck_id(name: str) -> int:
    """A stable id for a deck's name; never 1, which is Anki's own default deck."""
    return (1 << 40) + int.from_bytes(hashlib.sha256(f"nashra deck {name}".encode()).digest()[:5], "big")


def models() -> dict[int, _Model]:
    """Both note types, by id."""
    return {note_type.model_id: _model(note_type) for note_type in (WORD, TERM)}


def _model(note_type: NoteType) -> _Model:
    return _Model(  # type: ignore[no-untyped-call]
        note_type.model_id,
        note_type.name,
        fields=[
            {
                "name": name,
                "id": id_,
                "rtl": name in ARABIC_FIELDS,
                "font": "Amiri" if name in ARABIC_FIELDS else "Arial",
            }
            for id_, name in note_type.fields
        ],
        templates=[
            {"name": name, "id": id_, "qfmt": front, "afmt": back}
            for (id_, name), (front, back) in zip(
                note_type.templates, templates.card_templates(note_type), strict=True
            )
        ],
        css=templates.css(),
        sort_field_index=SORT_FIELD,
    )


def make_note(rendered: Rendered, model: _Model, key: str, changed: int, due: int) -> _Note:
    """A genanki note."""
    return _Note(rendered, model, key, changed, due)
