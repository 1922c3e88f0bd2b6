"""Words and sentences read aloud, for the cards.

    speaker = Speaker(cache_folder, load_voice())
    notes = add_audio(notes, speaker, sentences=True)

A voice is anything with a `name` and a `speak`. Another package offers one under the entry point group
`nashra.voices`:

    [project.entry-points."nashra.voices"]
    edge = "my_package:EdgeVoice"

Only vowelled text is read: a machine that guesses vowels teaches mistakes.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import replace
from importlib import metadata
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from corpus.errors import NashraError
from reader.anki.clean import plain_text
from reader.anki.package import replacing
from reader.anki.sentence import MAX_SENTENCE, is_vowelled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.anki.export import Progress
    from reader.anki.note import CardNote

GROUP = "nashra.voices"
DEFAULT = "espeak"
MAX_CACHE = 300 << 20
"""Bytes of audio that are kept; the longest unused goes first."""


@runtime_checkable
class Voice(Protocol):
    """What reads aloud."""

    name: str
    """Short and stable: cached files are told apart by it."""

    def speak(self, text: str) -> bytes:
        """Vowelled Arabic as mp3. Raises NashraError if it cannot."""


def voices() -> list[str]:
    """The names that `load_voice` takes."""
    return sorted({DEFAULT, *(point.name for point in metadata.entry_points(group=GROUP))})


def load_voice(name: str = DEFAULT) -> Voice:
    """A voice by name: the built-in one, or one that an installed package offers. Raises NashraError."""
    if name == DEFAULT:
        from reader.anki.espeak import EspeakVoice

        return EspeakVoice()
    for point in metadata.entry_points(group=GROUP):
        if point.name == name:
            try:
                voice = point.load()()
            except Exception as error:  # another's code
                raise NashraError(f"the voice {name} does not load: {plain_text(str(error), 200)}") from error
            if not isinstance(voice, Voice):
                raise NashraError(f"the voice {name} is none: it needs a name and speak(text)")
            return voice
    raise NashraError(f"there is no voice {plain_text(name, 60)}: there are {', '.join(voices())}")


class Speaker:
    """A voice with a folder of what it has said."""

    def __init__(self, folder: Path, voice: Voice, max_bytes: int = MAX_CACHE) -> None:
        self._folder = folder
        self._voice = voice
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NashraError(f"cannot keep audio in {folder}: {error.strerror}") from error
        self._forget(max_bytes)

    def file(self, text: str) -> Path | None:
        """The mp3 of a text; None if it is not vowelled or too long to be worth it. Raises NashraError."""
        text = plain_text(text, 3 * MAX_SENTENCE)
        if not is_vowelled(text) or len(text) > 2 * MAX_SENTENCE:
            return None
        digest = hashlib.sha256(f"{self._voice.name}\0{text}".encode()).hexdigest()[:24]
        path = self._folder / f"{digest}.mp3"
        if path.is_file() and path.stat().st_size:
            with contextlib.suppress(OSError):
                os.utime(path)
            return path
        sound = self._voice.speak(text)
        if not sound:
            return None
        with replacing(path) as part:
            part.write_bytes(sound)
        return path

    def _forget(self, max_bytes: int) -> None:
        """Done once, before anything is said: an export needs all its files at the end."""
        with contextlib.suppress(OSError):
            files = sorted(self._folder.glob("*.mp3"), key=lambda file: file.stat().st_mtime, reverse=True)
            kept = 0
            for file in files:
                kept += file.stat().st_size
                if kept > max_bytes:
                    file.unlink(missing_ok=True)


def add_audio(
    notes: Iterable[CardNote],
    speaker: Speaker,
    *,
    words: bool = True,
    sentences: bool = False,
    progress: Progress | None = None,
) -> list[CardNote]:
    """The notes with the audio that they lack. A text that cannot be read is left to the device's voice.

    Raises NashraError if the voice fails for the very first text: then it would for all.
    """
    notes = list(notes)
    spoken = False

    def say(text: str) -> str:
        nonlocal spoken
        try:
            path = speaker.file(text) if text else None
        except NashraError:
            if not spoken:
                raise
            return ""
        spoken = spoken or path is not None
        return str(path) if path else ""

    made = []
    for n, note in enumerate(notes):
        if progress and n % 20 == 0:
            progress(n, len(notes))
        vowelled = note.sentence_vowelled or note.sentence
        made.append(
            replace(
                note,
                audio=note.audio or (say(note.lemma) if words else ""),
                audio_sentence=note.audio_sentence or (say(vowelled) if sentences else ""),
            )
        )
    return made
