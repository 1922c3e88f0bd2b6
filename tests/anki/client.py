"""The real Anki, small enough to hold in a test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from reader.anki.export import DeckOptions, ExportResult, write_deck
from tests.anki import samples

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from anki.cards import Card
    from anki.notes import Note

    from reader.anki.note import CardNote
    from reader.anki.schema import CardKind
    from reader.anki.stamps import Stamp


class Client:
    """A collection of its own, and exports into it."""

    def __init__(self, folder: Path, *, connect: bool = False) -> None:
        self.folder = folder
        self.connect = connect
        self.col = Collection(str(folder / "collection.anki2"))

    def close(self) -> None:
        self.col.close()

    def export(
        self,
        notes: Iterable[CardNote],
        cards: tuple[CardKind, ...] = samples.EVERY_CARD,
        stamps: Mapping[str, Stamp] | None = None,
        now: int = samples.THEN,
        replace: bool = False,
        **options: Any,
    ) -> ExportResult:
        path = self.folder / "deck.apkg"
        return write_deck(
            notes, path, DeckOptions(cards=cards, **options), stamps=stamps, now=now, replace=replace
        )

    def load(self, path: Path) -> Any:
        """Import as the import dialog does, or as AnkiConnect does; the log of what happened."""
        options = (
            ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=True, with_deck_configs=True)
            if self.connect
            else ImportAnkiPackageOptions()
        )
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        log = self.col.import_anki_package(request).log
        self.col.models._clear_cache()
        return log

    def take(self, notes: Iterable[CardNote], *args: Any, **options: Any) -> ExportResult:
        """Export and import."""
        result = self.export(notes, *args, **options)
        self.load(result.path)
        return result

    def notes(self) -> dict[str, Note]:
        """By key."""
        found = (self.col.get_note(note_id) for note_id in self.col.find_notes(""))
        return {note["Id"]: note for note in found}

    def notes_where(self, query: str) -> list[Note]:
        """What a search in Anki finds."""
        return [self.col.get_note(note_id) for note_id in self.col.find_notes(query)]

    def cards(self, key: str) -> dict[str, Card]:
        """By the template's name."""
        return {card.template()["name"]: card for card in self.notes()[key].cards()}

    def schedule(self) -> list[tuple[Any, ...]]:
        """Everything that a review leaves behind."""
        columns = "id, nid, ord, did, type, queue, due, ivl, factor, reps, lapses, left, data"
        return self.col.db.all(f"select {columns} from cards order by id")

    def review(self, key: str, template: str = "Newspaper") -> None:
        """Answer a card and let it grow old."""
        card = self.cards(key)[template]
        card.start_timer()
        self.col.sched.set_due_date([card.id], "21!")
        card.load()
        card.reps, card.lapses = 7, 1
        self.col.update_card(card)
