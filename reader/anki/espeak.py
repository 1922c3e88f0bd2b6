"""The voice that comes with the `audio` extra: espeak-ng, inside this process, offline.

It sounds like a machine, and says what is written, if it is written with all vowels. The library holds one
voice for the whole process, so one lock guards it; loading takes a tenth of a second and happens with the
first word.
"""

from __future__ import annotations

import ctypes
import os
import threading
from typing import Any

from corpus.errors import NashraError
from reader.anki.speech import speakable

_SYNCHRONOUS, _NO_EXIT, _UTF8, _CHARACTERS = 2, 0x8000, 1, 1
_WORDS_A_MINUTE, _RATE = 130, 1
_KBIT = 48
_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
_lock = threading.Lock()
_engine: _Engine | None = None


class EspeakVoice:
    """Arabic by espeak-ng, as mp3."""

    name = "espeak-1"
    """Part of a cached file's name: raise the number when the same text would sound different."""

    def speak(self, text: str) -> bytes:
        """The text as mp3, mono. Raises NashraError without the extra, or if the text is not vowelled."""
        spelled = speakable(text)
        if spelled is None:
            raise NashraError("only text with its vowels can be read aloud")
        with _lock:
            rate, samples = _get_engine().say(spelled)
        return _mp3(rate, samples)


class _Engine:
    def __init__(self) -> None:
        try:
            import espeakng_loader
        except ImportError as error:
            raise NashraError("there is no voice: install nashra with its `audio` extra") from error
        try:
            self._library: Any = ctypes.CDLL(str(espeakng_loader.get_library_path()))
        except OSError as error:
            raise NashraError(f"the voice cannot be loaded on this computer: {error}") from error
        self._samples = bytearray()
        self._callback = _CALLBACK(self._collect)  # kept, or it is freed while the library holds it
        data = os.fsencode(str(espeakng_loader.get_data_path()))
        self._rate = self._library.espeak_Initialize(_SYNCHRONOUS, 0, data, _NO_EXIT)
        if self._rate <= 0 or self._library.espeak_SetVoiceByName(b"ar") != 0:
            raise NashraError("the voice has no Arabic: install nashra with its `audio` extra again")
        self._library.espeak_SetSynthCallback(self._callback)
        self._library.espeak_SetParameter(_RATE, _WORDS_A_MINUTE, 0)

    def say(self, text: str) -> tuple[int, bytes]:
        """Sample rate in Hz, 16-bit mono samples."""
        self._samples.clear()
        raw = text.encode()
        # No SSML and no phoneme codes among the flags: the text is only read.
        failed = self._library.espeak_Synth(
            raw, ctypes.c_size_t(len(raw) + 1), 0, _CHARACTERS, 0, _UTF8, None, None
        )
        if failed or not self._samples:
            raise NashraError("the voice could not read this text")
        return self._rate, bytes(self._samples)

    def _collect(self, samples: Any, count: int, _: Any) -> int:
        if samples and count > 0:
            self._samples += ctypes.string_at(samples, 2 * count)
        return 0


def _get_engine() -> _Engine:
    global _engine
    if _engine is None:
        _engine = _Engine()
    return _engine


def _mp3(rate: int, samples: bytes) -> bytes:
    try:
        import lameenc
    except ImportError as error:
        raise NashraError("there is no voice: install nashra with its `audio` extra") from error
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(_KBIT)
    encoder.set_in_sample_rate(rate)
    encoder.set_channels(1)
    encoder.set_quality(5)
    return bytes(encoder.encode(samples)) + bytes(encoder.flush())
