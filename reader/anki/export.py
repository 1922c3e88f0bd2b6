"""Notes to an .apkg file.

    options = DeckOptions(cards=("newspaper", "cloze"))
    result = write_deck(notes, Path("words.apkg"), options, stamps=stamps)

`result.stamps` is for the caller to keep and to give to the next export.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from reader.anki import font
from reader.anki.clean import plain_text
from reader.anki.render import Rendered, render
from reader.anki.schema import CARD_KINDS, CardKind
from reader.anki.stamps import Stamp, restamp

if TYPE_CHECKING:
    from reader.anki.build import _Note
    from reader.anki.note import CardNote

Progress = Callable[[int, int], None]
"""Called with (notes done, notes in all), now and then; raise ExportCancelledError in it to stop."""
_STEP = 200


class ExportCancelledError(NashraError):
    """The user stopped the export; nothing was written."""


@dataclass(frozen=True, slots=True)
class DeckOptions:
    """What an export makes of each note."""

    deck: str = "Nashra"
    """The deck above the sub-decks."""
    cards: tuple[CardKind, ...] = ("newspaper",)
    typed: bool = False
    """The production card asks for the word to be typed."""
    device_voice: bool = True
    """Where there is no audio, the device reads the word aloud."""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What was written."""

    notes: int
    cards: int
    path: Path
    new: int = 0
    """Notes without a stamp from before."""
    updated: int = 0
    """Notes whose content differs from their stamp."""
    skipped: tuple[str, ...] = ()
    """Why a note was left out, a line each."""
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    """By key, for every note written: to be stored and given to the next export."""


@dataclass(slots=True)
class _Plan:
    """A note on its way."""

    note: CardNote
    old: Stamp | None
    stamp: Stamp
    due: int


def write_deck(
    notes: Iterable[CardNote],
    path: Path,
    options: DeckOptions | None = None,
    progress: Progress | None = None,
    *,
    stamps: Mapping[str, Stamp] | None = None,
    now: int | None = None,
) -> ExportResult:
    """Write the notes as a package that Anki imports, atomically.

    `stamps` is what earlier exports returned, {} before the first. With None nothing is remembered: every
    note has its own `changed` as its time, and another choice of cards than last time leaves empty cards in
    Anki. The order of `notes` does not matter; new cards come in the order of `rank`. A key that comes
    twice counts once. Raises NashraError when there is nothing to write or it cannot be written.
    """
    from reader.anki import build  # genanki takes a tenth of a second to import
    from reader.anki.package import write_package

    options = options or DeckOptions()
    if bad := [kind for kind in options.cards if kind not in CARD_KINDS]:
        raise NashraError(f"no such kind of card: {bad[0]}; there are {', '.join(CARD_KINDS)}")
    if not options.cards:
        raise NashraError(f"choose at least one kind of card: {', '.join(CARD_KINDS)}")
    now = int(time.time()) if now is None else now
    sounds, audio = _media(chosen := _unique(notes))
    media: dict[str, Path | bytes] = {font.MEDIA_NAME: font.amiri(), **audio}

    plans: dict[str, list[_Plan]] = {}
    skipped: list[str] = []
    made: dict[str, Stamp] = {}
    cards = new = updated = 0
    for n, note in enumerate(chosen):
        _report(progress, n, 2 * len(chosen))
        old = (stamps or {}).get(note.key)
        # Who keeps stamps and has none of this note may have lost them: Anki must take what we say now.
        first = note.changed if stamps is None and note.changed else now
        try:
            rendered = _render(note, old, options, sounds)
        except ValueError as error:
            skipped.append(str(error))
            continue
        if not rendered.cards:
            skipped.append(f"{plain_text(note.lemma, 60)}: none of the cards asked for fits it")
            continue
        stamp = restamp(old, rendered.digest, rendered.cards, first, now)
        new += old is None
        updated += old is not None and stamp != old
        cards += len(rendered.cards)
        made[note.key] = stamp
        plans.setdefault(rendered.deck, []).append(_Plan(note, old, stamp, _due(note.rank, n)))
    if not made:
        raise NashraError(
            "no word to export: mark some words first" if not skipped else f"nothing to export: {skipped[0]}"
        )

    done = len(chosen)
    note_types = build.models()

    def notes_of(deck: str) -> Iterator[_Note]:
        nonlocal done
        for plan in plans[deck]:
            _report(progress, done, 2 * len(chosen))
            done += 1
            rendered = _render(plan.note, plan.old, options, sounds)
            model = note_types[rendered.type.model_id]
            yield build.make_note(rendered, model, plan.note.key, plan.stamp.changed, plan.due)

    root = plain_text(options.deck, 100).strip(": ") or "Nashra"
    decks = [
        build.SubDeck(f"{root}::{name}", lambda name=name: notes_of(name), list(note_types.values()))  # type: ignore[misc]
        for name in sorted(plans)
    ]
    write_package(decks, media, path, max(stamp.changed for stamp in made.values()) * 1000)
    if progress:
        progress(2 * len(chosen), 2 * len(chosen))
    return ExportResult(len(made), cards, path, new, updated, tuple(skipped), made)


def _unique(notes: Iterable[CardNote]) -> list[CardNote]:
    """In the order of study, each key once."""
    by_key: dict[str, CardNote] = {}
    for note in notes:
        by_key.setdefault(note.key, note)
    return sorted(by_key.values(), key=lambda note: (note.rank <= 0, note.rank, note.key))


def _render(note: CardNote, old: Stamp | None, options: DeckOptions, sounds: Mapping[str, str]) -> Rendered:
    """The note with the cards asked for, and those made before: to take one back would empty it in Anki."""
    kinds = [
        kind for n, kind in enumerate(CARD_KINDS) if kind in options.cards or (old is not None and old.has(n))
    ]
    voice = options.device_voice or (old is not None and old.has(CARD_KINDS.index("listening")))
    return render(note, kinds, typed=options.typed, device_voice=voice, sounds=sounds)


def _due(rank: int, place: int) -> int:
    return min(rank if rank > 0 else place + 1, 2**31 - 1)


def _report(progress: Progress | None, done: int, total: int) -> None:
    if progress and done % _STEP == 0:
        progress(done, total)


def _media(notes: Sequence[CardNote]) -> tuple[dict[str, str], dict[str, Path]]:
    """Names in the package by path, and paths by name. A name is made from the content, so two files never
    share one.
    """
    names: dict[str, str] = {}
    for note in notes:
        for sound in (note.audio, note.audio_sentence):
            if sound and sound not in names:
                names[sound] = _media_name(Path(sound))
    return names, {name: Path(sound) for sound, name in sorted(names.items(), key=lambda item: item[1])}


def _media_name(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NashraError(f"cannot read the sound {path}: {error.strerror}; make the audio again") from error
    if not content:
        raise NashraError(f"the sound {path} is empty; make the audio again")
    suffix = path.suffix.lower() if path.suffix.lower() in (".mp3", ".ogg", ".wav", ".m4a") else ".mp3"
    return f"nashra-{hashlib.sha256(content).hexdigest()[:16]}{suffix}"
