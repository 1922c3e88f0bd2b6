"""Words that the learner already studies in Anki, from any Arabic deck.

    notes = read_notes(Path("my-arabic.apkg"))
    preview = match(notes, analyse)      analyse("الكِتَابُ", note) -> what the dictionary makes of it, the likeliest first
    preview.rows[0]                      Row(text="كِتَاب", part=False, found=(...,), interval=34, known=True)

Decks of all kinds come here: vowels or none, HTML, "كتاب / كتب", "كتاب ج كتب", "{{c1::كتاب}}". This module
finds the Arabic; what it means is for the caller's `analyse` to say. Nothing is written: the caller shows
the preview and marks the words.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from reader.anki.clean import plain_text
from reader.anki.collection import MAX_BYTES, open_collection

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

Found = TypeVar("Found")

MATURE = 21
"""Days: Anki calls a card with this interval mature."""
_FIELD = 4000
_HIDDEN = re.compile(
    r"<(style|script)\b.*?</\1\s*>|<!--.*?-->|\[(?:sound|anki):[^\]]*\]|\[/?latex\]", re.S | re.I
)
_BREAK = re.compile(r"<(?:br|/?div|/?p|/?li|/?td|hr)\b[^>]*>", re.I)
_TAG = re.compile(r"<[^>]*>")
_CLOZE = re.compile(r"\{\{c\d+::(.*?)(?:::[^}]*)?\}\}", re.S)
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]")
_RUN = re.compile(
    "[\u0610-\u061a\u0620-\u065f\u0670-\u06d3\u06d5-\u06ed]+(?:\\s+[\u0610-\u061a\u0620-\u065f\u0670-\u06d3\u06d5-\u06ed]+)*"
)
_PLURAL_SIGN = re.compile("(?:^|\\s)\u062c(?:\\s|$)")


@dataclass(frozen=True, slots=True)
class StudiedNote:
    """A note of somebody's deck, as plain text, with how well it is known."""

    note_type: str
    deck: str
    fields: Mapping[str, str]
    """Text by field name: no HTML, no sound, one line."""
    interval: int
    """Days, of its best card that is not suspended; 0 for one never studied."""
    suspended: bool
    """All of its cards are."""
    reviews: int


@dataclass(frozen=True, slots=True)
class Row(Generic[Found]):
    """One word of the preview."""

    text: str
    """The Arabic that was looked up."""
    found: tuple[Found, ...]
    """What `analyse` made of it: nothing, one reading, or several."""
    part: bool
    """The text is one of several forms in the field (a plural beside its singular, say)."""
    interval: int
    known: bool
    """Its interval is long enough, and it is not suspended."""
    note: StudiedNote


@dataclass(frozen=True, slots=True)
class Preview(Generic[Found]):
    """What would become known, before anything is marked."""

    rows: tuple[Row[Found], ...]
    fields: Mapping[str, str]
    """By note type, the field that was taken for the word."""
    without_arabic: int
    """Notes in which no Arabic was found."""
    scheduled: bool
    """False if no card was ever reviewed: a shared deck, or one exported without its scheduling."""


def read_notes(path: Path, max_bytes: int = MAX_BYTES) -> list[StudiedNote]:
    """The notes of an .apkg, .colpkg, or collection, which is copied first. Raises NashraError."""
    with open_collection(path, max_bytes) as db:
        types, decks = _names(db)
        rows = db.execute(
            "SELECT n.mid, substr(n.flds, 1, ?), MIN(c.did), MAX(CASE WHEN c.queue = -1 THEN 0 ELSE c.ivl END),"
            " MIN(c.queue = -1), SUM(c.reps) FROM notes n JOIN cards c ON c.nid = n.id GROUP BY n.id ORDER BY n.id",
            (20 * _FIELD,),
        )
        return [
            studied(
                *types.get(mid, ("", ())), decks.get(did, ""), str(flds).split("\x1f"), ivl, suspended, reps
            )
            for mid, flds, did, ivl, suspended, reps in rows
        ]


def studied(
    note_type: str,
    names: Sequence[str],
    deck: str,
    texts: Sequence[str],
    interval: object,
    suspended: object,
    reviews: object,
) -> StudiedNote:
    """A note from its parts as Anki has them: HTML, intervals in days or (below zero) in seconds."""
    named = {names[n] if n < len(names) else str(n): strip_html(text) for n, text in enumerate(texts)}
    days = interval if isinstance(interval, int) else 0
    return StudiedNote(
        plain_text(note_type, 100),
        plain_text(deck, 200),
        named,
        max(days, 0),
        bool(suspended),
        reviews if isinstance(reviews, int) else 0,
    )


def strip_html(text: str) -> str:
    """A field as a person reads it, in one line."""
    text = _HIDDEN.sub(" ", text[:_FIELD])
    text = _TAG.sub("", _BREAK.sub(" / ", _CLOZE.sub(r"\1", text)))
    return plain_text(html.unescape(text)).strip("/ ")


def arabic_forms(text: str) -> list[str]:
    """The Arabic words or phrases of a field, in order: "كِتَاب ج كُتُب (book)" -> ["كِتَاب", "كُتُب"]."""
    runs = (run for piece in re.split(r"[/،,;؛()\[\]|=:–—-]", text) for run in _RUN.findall(piece))
    forms = (form.strip() for run in runs for form in _PLURAL_SIGN.split(run))
    return list(dict.fromkeys(form for form in forms if len(_ARABIC.findall(form)) > 1))


def word_fields(notes: Iterable[StudiedNote]) -> dict[str, str]:
    """By note type, the field that holds the word: most often Arabic, and shortest."""
    score: dict[str, Counter[str]] = {}
    for note in notes:
        counter = score.setdefault(note.note_type, Counter())
        for n, (name, text) in enumerate(note.fields.items()):
            forms = arabic_forms(text)
            if forms:
                words = len(forms[0].split())
                counter[name] += (8 if words == 1 else 6 if words <= 3 else 1) * 1000 - n
    return {note_type: counter.most_common(1)[0][0] for note_type, counter in score.items() if counter}


def match(
    notes: Sequence[StudiedNote],
    analyse: Callable[[str, StudiedNote], Sequence[Found]],
    *,
    min_interval: int = MATURE,
    fields: Mapping[str, str] | None = None,
) -> Preview[Found]:
    """Look up the word of each note; forms that the field gives beside it are tried when it is not found.

    `fields` names the word's field for a note type, where the guess is wrong; `analyse` is given the note too, whose
    other fields may say which of two words it is. A note that gives the same text
    as another, taken for the same, counts once, with the longer interval.
    """
    chosen = word_fields(notes) | dict(fields or {})
    best: dict[tuple[str, tuple[Found, ...]], Row[Found]] = {}
    without = 0
    for note in notes:
        forms = arabic_forms(note.fields.get(chosen.get(note.note_type, ""), ""))
        if not forms:
            without += 1
            continue
        text, found = forms[0], tuple(analyse(forms[0], note))
        for other in forms[1:4]:
            if found:
                break
            text, found = (other, again) if (again := tuple(analyse(other, note))) else (text, found)
        known = note.interval >= min_interval and not note.suspended
        row = Row(text, found, text != forms[0] or len(forms) > 1, note.interval, known, note)
        same = (text, found[:1])
        if same not in best or (row.known, row.interval) > (best[same].known, best[same].interval):
            best[same] = row
    return Preview(tuple(best.values()), chosen, without, any(note.reviews for note in notes))


def _names(db: sqlite3.Connection) -> tuple[dict[int, tuple[str, tuple[str, ...]]], dict[int, str]]:
    """Note types (name, field names) and decks by id, from either schema."""
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if {"notetypes", "fields", "decks"} <= tables:
        fields: dict[int, list[str]] = {}
        for ntid, name in db.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
            fields.setdefault(ntid, []).append(str(name))
        types = {
            id_: (str(name), tuple(fields.get(id_, ())))
            for id_, name in db.execute("SELECT id, name FROM notetypes")
        }
        decks = {
            id_: str(name).replace("\x1f", "::") for id_, name in db.execute("SELECT id, name FROM decks")
        }
        return types, decks
    models, decks_json = db.execute("SELECT models, decks FROM col").fetchone() or ("{}", "{}")
    try:
        types = {
            int(id_): (str(model["name"]), tuple(str(field["name"]) for field in model["flds"]))
            for id_, model in json.loads(models).items()
        }
        return types, {int(id_): str(deck["name"]) for id_, deck in json.loads(decks_json).items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}, {}
