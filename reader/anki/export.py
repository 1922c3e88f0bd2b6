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
from reader.anki.render import Rendered, UnfitError, render
from reader.anki.schema import CARD_KINDS, CardKind
from reader.anki.stamps import Stamp, restamp

if TYPE_CHECKING:
    from reader.anki.note import CardNote

Progress = Callable[[int, int], None]
"""Called with (notes done, notes in all), now and then; raise ExportCancelledError in it to stop."""
_STEP = 200


ABOUT = (
    "Words from Arabic news, made with Nashra (GPL-3.0-or-later). Each card names the article that its sentence is from; "
    "articles of others belong to them, and their sentences are for your own study. Typeface: Amiri (OFL 1.1)."
)
"""Goes with the first export; later ones leave the description as the learner has it."""


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
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By key, for every note written. Anki takes tags only with a note that changed; a push can add them."""


def write_deck(
    notes: Iterable[CardNote],
    path: Path,
    options: DeckOptions | None = None,
    progress: Progress | None = None,
    *,
    stamps: Mapping[str, Stamp] | None = None,
    now: int | None = None,
    replace: bool = False,
) -> ExportResult:
    """Write the notes as a package that Anki imports, atomically.

    `stamps` is what earlier exports returned, {} before the first. With None nothing is remembered: every
    note has its own `changed` as its time, and another choice of cards than last time leaves empty cards in
    Anki. With `replace` every note has changed now, so that Anki takes all of them anew. The order of `notes`
    does not matter; new cards come in the order of `rank`. A key that comes twice counts once. Raises
    NashraError when there is nothing to write or it cannot be written.
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

    known = stamps or {}

    def first_time(note: CardNote) -> int:
        # Who keeps stamps and has none of this note may have lost them: Anki must take what we say now.
        return note.changed if stamps is None and note.changed else now

    tally = _Tally()

    def entries() -> Iterator[build.Entry]:
        for n, note in enumerate(chosen):
            if progress and n % _STEP == 0:
                progress(n, len(chosen))
            old = known.get(note.key)
            try:
                rendered = _render(note, old, options, sounds)
            except UnfitError as error:
                tally.skipped.append(str(error))
                continue
            if not rendered.cards:
                tally.skipped.append(f"{plain_text(note.lemma, 60)}: none of the cards asked for fits it")
                continue
            stamp = restamp(old, rendered.digest, rendered.cards, first_time(note), now, again=replace)
            tally.add(note.key, old, stamp, rendered)
            yield build.Entry(rendered, note.key, stamp.changed, _due(note.rank, n))
        if not tally.stamps:
            raise NashraError(f"nothing to export: {[*tally.skipped, 'mark some words first'][0]}")

    root = plain_text(options.deck, 100).strip(": ") or "Nashra"
    times = (known[note.key].changed if note.key in known else first_time(note) for note in chosen)

    def written() -> None:
        if progress:  # the last moment to say no
            progress(len(chosen), len(chosen))

    write_package(
        entries(), root, media, path, max(times, default=now) * 1000, written, "" if stamps else ABOUT
    )
    return ExportResult(
        len(tally.stamps),
        tally.cards,
        path,
        tally.new,
        tally.updated,
        tuple(tally.skipped),
        tally.stamps,
        tally.tags,
    )


@dataclass(slots=True)
class _Tally:
    """What has been written so far."""

    cards: int = 0
    new: int = 0
    updated: int = 0
    skipped: list[str] = field(default_factory=list)
    stamps: dict[str, Stamp] = field(default_factory=dict)
    tags: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, key: str, old: Stamp | None, stamp: Stamp, rendered: Rendered) -> None:
        self.new += old is None
        self.updated += old is not None and stamp != old
        self.cards += len(rendered.cards)
        self.stamps[key] = stamp
        self.tags[key] = rendered.tags


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
