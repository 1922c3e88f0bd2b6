"""A package into the running Anki, without taking anything from the learner.

    push(anki, Path("words.apkg"), result=result)     PushResult(new=12, notes=340, duplicates=(), elsewhere=())

Decks go in by `importPackage`, so that guids and sub-decks are those of the file: addNotes would give every note a guid
of its own, and a later file would double them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.errors import NashraError
from reader.anki.connect import OURS, AnkiConnect, field_of, key_of
from reader.anki.schema import CARD_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reader.anki.export import ExportResult
    from reader.anki.stamps import Stamp

_SECONDS = 600
"""An import of a large deck takes its time."""
_OUR_TAGS = ("article::", "domain::", "pos::", "level::")


@dataclass(frozen=True, slots=True)
class PushResult:
    """What came of a push, as Anki itself says afterwards."""

    new: int
    notes: int
    """Of ours in Anki now."""
    duplicates: tuple[str, ...]
    """Keys that Anki has two notes of: an earlier deck, made in another way."""
    elsewhere: tuple[str, ...]
    """Keys with a card outside the deck: moved by the learner, or put there by an older import."""


def push(
    anki: AnkiConnect, path: Path, deck: str = "Nashra", result: ExportResult | None = None
) -> PushResult:
    """Import a package into the running Anki, and put back what the import took from notes that it updated.

    That is the learner's own tags, and what they wrote into fields that we leave empty. Where Anki kept a note because
    the learner changed it later than we did, what the export `result` says of its article tags and its cards is added
    to it all the same. Raises NotRunningError or NashraError; the file stays, to be imported by hand.
    """
    anki.version()
    before = {row.get("noteId"): row for row in anki.notes(OURS)}
    if anki.call("importPackage", _SECONDS, path=str(path.resolve())) is not True:
        raise NashraError(f"Anki did not import {path}: open the file with Anki by hand")
    after = {row.get("noteId"): row for row in anki.notes(OURS)}
    adding: dict[str, list[object]] = {}
    for note_id, row in after.items():
        old = before.get(note_id, {})
        ours = [
            tag for tag in (result.tags.get(key_of(row), ()) if result else ()) if tag.startswith("article::")
        ]
        for tag in sorted({*_own_tags(old), *ours} - set(row.get("tags") or ())):
            adding.setdefault(tag, []).append(note_id)
        missing = {
            name: text for name, text in _texts(old) if text and not field_of(row, name) and _is_free(name)
        }
        if result and (stamp := result.stamps.get(key_of(row))):
            missing |= dict.fromkeys(_switches(stamp, row), "1")
        if missing:
            anki.call("updateNoteFields", note={"id": note_id, "fields": missing})
    for tag, notes in adding.items():
        anki.call("addTags", 60, notes=notes, tags=tag)
    keys = Counter(key_of(row) for row in after.values())
    strays = set(anki.ids("findNotes", f'{OURS} -"deck:{deck}"'))
    return PushResult(
        len(after.keys() - before.keys()),
        len(after),
        tuple(sorted(key for key, count in keys.items() if count > 1)),
        tuple(sorted({key_of(row) for note_id, row in after.items() if note_id in strays})),
    )


def _own_tags(row: Mapping[str, Any]) -> list[str]:
    tags = row.get("tags")
    found = [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    return [tag for tag in found if not tag.startswith(_OUR_TAGS)]


def _texts(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    fields = row.get("fields")
    return [(name, field_of(row, name)) for name in fields] if isinstance(fields, dict) else []


def _switches(stamp: Stamp, row: Mapping[str, Any]) -> list[str]:
    """The switches of cards that the note should have and has not, as far as it has what fills them."""
    needs = {"cloze": ("Sentence gap",), "listening": ("Audio", "Device voice")}
    return [
        f"Card {kind}"
        for n, kind in enumerate(CARD_KINDS)
        if stamp.has(n)
        and not field_of(row, f"Card {kind}")
        and any(field_of(row, name) for name in needs.get(kind, ("Lemma",)))
    ]


def _is_free(name: str) -> bool:
    """Whether a learner may write there: a switch says which cards there are."""
    return not name.startswith("Card ") and name not in ("Typed answer", "Device voice")
