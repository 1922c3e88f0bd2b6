"""Bytes to text, in the encodings that Arabic text is found in.

UTF-8 (with or without a mark), UTF-16 with a mark or zero bytes that betray it, else the one of Windows-1256
and ISO-8859-6 in which the bytes make Arabic: both give letters for every byte, but only one gives words
"""

from __future__ import annotations

import codecs
import re

from corpus.errors import NashraError
from corpus.tokenize import LETTERS

_COMMON = re.compile(r"ال|في|من|على|ين|ات|ية|ون|وا")
_LETTER = re.compile(f"[{LETTERS}]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE = ("cp1256", "iso8859-6", "mac-arabic")
_LIKELY = 0.08
"""Common Arabic pairs for each letter that a text in the right encoding has at least; real news has 0.15 to 0.3."""


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """Bytes as text. declared: what a page or a server says its encoding is, believed when it fits.

    Raises NashraError, with name in the message, for what is not text in one of the encodings.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    if declared and (text := _declared(data, declared)) is not None:
        return text
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as e:
        return _single(data, name, e.start)
    if "\x00" in text:
        return _wide(data, name)
    return text


def _declared(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    # A page that is UTF-8 and says Windows-1256 decodes, into nonsense.
    return None if "\x00" in text or (_is_utf8(data) and not _LETTER.search(text[:100_000])) else text


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as e:
        raise NashraError(
            f"{name} is damaged text (byte {e.start}); save it as UTF-8 and try again."
        ) from None


def _wide(data: bytes, name: str) -> str:
    """UTF-16 without a mark: Arabic then has 06 in every other byte."""
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if len(data) % 2 == 0 and high.count(b"\x06") > len(high) / 3:
            return _strict(data, encoding, name)
    raise NashraError(f"{name} is not a text file; give a UTF-8 text.")


def _single(data: bytes, name: str, at: int) -> str:
    if b"\x00" in data:
        return _wide(data, name)
    best, score = "", 0.0
    for encoding in _SINGLE:
        text = data.decode(encoding, "replace")
        letters = len(_LETTER.findall(text))
        # What is no letter in this encoding counts against it: the bytes 80 to 9F and the holes of ISO-8859-6.
        wrong = text.count("\ufffd") + sum("\x80" <= c <= "\x9f" for c in text)
        if letters and letters > 5 * wrong:
            value = (len(_COMMON.findall(text)) - wrong) / letters
            best, score = (text, value) if value > score else (best, score)
    if score < _LIKELY:
        raise NashraError(f"{name} is not UTF-8 text (byte {at}); save it as UTF-8 and try again.")
    return best
