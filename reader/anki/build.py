"""genanki's tables, decks and note types with what it does not give: a modification time of its own for each note and
for the note type, cards by our own rule, and ids that do not move with the clock."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple

from genanki.deck import Deck
from genanki.model import Model
from genanki.util import guid_for

from reader.anki import templates
from reader.anki.fields import DESCRIPTIONS, FOLDED, SWITCH, SWITCHES
from reader.anki.schema import ARABIC_FIELDS, CHANGED, SORT_FIELD, TERM, WORD, NoteType

if TYPE_CHECKING:
    import sqlite3

    from reader.anki.render import Rendered


_BATCH = 500


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


class Entry(NamedTuple):
    """A rendered note with what places it in a collection."""

    rendered: Rendered
    key: str
    changed: int
    """Its modification time, seconds since 1970."""
    due: int
    """Its place in the queue of new cards."""


class Rows:
    """The rows of a package's notes and cards, inserted some hundreds at a time.

    genanki's Note and Card insert one row a call and stamp all with one time; that is all they do for us, so the
    rows are made here, in genanki's tables.
    """

    def __init__(self, cursor: sqlite3.Cursor, base_id: int) -> None:
        self._cursor = cursor
        self._next = base_id
        self._notes: list[tuple[object, ...]] = []
        self._cards: list[tuple[object, ...]] = []

    def add(self, entry: Entry, deck: int) -> None:
        """Add a note and its cards to a deck."""
        note, rendered = self._next, entry.rendered
        self._notes.append(
            (
                note,
                guid_for("nashra", entry.key),
                rendered.type.model_id,
                entry.changed,
                f" {' '.join(rendered.tags)} ",
                rendered.content,
                rendered.sort,
            )
        )
        for n, ord_ in enumerate(rendered.cards, 1):
            self._cards.append((note + n, note, deck, ord_, entry.changed, entry.due))
        self._next += 1 + len(rendered.cards)
        if len(self._notes) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Insert what is waiting."""
        self._cursor.executemany("INSERT INTO notes VALUES(?,?,?,?,-1,?,?,?,0,0,'')", self._notes)
        self._cursor.executemany(
            "INSERT INTO cards VALUES(?,?,?,?,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')", self._cards
        )
        self._notes.clear()
        self._cards.clear()


def sub_deck(name: str, about: str = "") -> Deck:
    """An empty deck with a stable id; `about` (HTML) is what Anki shows when it is opened."""
    return Deck(deck_id(name), name, about)


def deck_id(name: str) -> int:
    """A stable id for a deck's name; never 1, which is Anki's own default deck."""
    return (1 << 40) + int.from_bytes(hashlib.sha256(f"nashra deck {name}".encode()).digest()[:5], "big")


def note_types() -> tuple[Model, ...]:
    """Both note types."""
    return tuple(_model(note_type) for note_type in (WORD, TERM))


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
                "size": 24 if name in ARABIC_FIELDS else 16,
                "description": DESCRIPTIONS.get(name, SWITCH if name in SWITCHES else ""),
                "collapsed": name in FOLDED,
                "excludeFromSearch": name in SWITCHES,
                "plainText": name in SWITCHES,
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
