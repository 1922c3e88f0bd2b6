"""The machine that comes with the extra `tashkeel`: text2tashkeel, a small model on this computer, no network."""

from __future__ import annotations

import unicodedata
from typing import Any

from corpus.errors import NashraError
from corpus.visible import visible


class Text2Tashkeel:
    """Vowels by text2tashkeel. It is loaded with the first sentence, which takes about a second."""

    name = "text2tashkeel"

    def __init__(self) -> None:
        """Raises NashraError without the extra."""
        try:
            from text2tashkeel import Diacritizer
        except ImportError as error:
            raise NashraError(
                "vowels by machine need the extra: pip install 'nashra[tashkeel]'; without it texts stay as they are"
            ) from error
        self._machine: Any = Diacritizer()

    def vowel(self, sentence: str) -> str:
        """One sentence with its vowels."""
        try:
            return unicodedata.normalize("NFC", str(self._machine.diacritize(sentence)))
        except Exception as error:  # the model's library
            raise NashraError(f"text2tashkeel failed: {visible(str(error), 200)}") from error
