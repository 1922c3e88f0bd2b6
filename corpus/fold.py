"""Two foldings of text: one for searching, one for recognising the same article again.

    search_key("الأُمَم المتَّحدة")     == search_key("الامم المتحدة")
    fingerprint("قال:  نَعَم")          == fingerprint("قال نعم")

`exact` removes what carries no letter (vowels, tatweel, controls) and what only looks different (Persian
letters, presentation forms). `search_key` also makes the alefs one, as most people type them; who does type
a hamza means it, and the library then compares by `exact`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from corpus.tokenize import CONTROLS, MARKS

VERSION = 1
"""Raise it when a folding changes: text indexes made with another version are rebuilt."""

_DROPPED = re.compile(f"[{MARKS}{CONTROLS}\\u0640]")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_LOOKALIKES = {"\u06cc": "ي", "\u06a9": "ك", "\u06c1": "ه", "\u06be": "ه", "\u06d5": "ه"}
_LOOKALIKE = re.compile(f"[{''.join(_LOOKALIKES)}]")
_ONE = dict(zip("أإآٱ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "اااا01234567890123456789", strict=True))
_SEVERAL = re.compile(f"[{''.join(_ONE)}]")
HAMZA_ALEFS = frozenset("أإآ")


def exact(text: str) -> str:
    """Text without vowels, tatweel and controls, Persian letters and presentation forms made Arabic."""
    # Here, because opening an article needs none of this and the import takes 30 ms.
    from pyarabic import araby

    text = _PRESENTATION.sub(
        lambda m: unicodedata.normalize("NFKC", m[0]), unicodedata.normalize("NFC", text)
    )
    text = araby.strip_tatweel(araby.strip_diacritics(text))
    return _LOOKALIKE.sub(lambda m: _LOOKALIKES[m[0]], _DROPPED.sub("", text))


def search_key(text: str) -> str:
    """What is compared when searching: `exact`, alefs made one, digits European, Latin in small letters."""
    return _SEVERAL.sub(lambda m: _ONE[m[0]], exact(text)).lower()


def fingerprint(text: str) -> str:
    """Digest (hexadecimal) of the letters and digits alone: spacing, vowels and punctuation do not count."""
    letters = "".join(re.findall(r"[^\W_]+", search_key(text)))
    return hashlib.sha256(letters.encode()).hexdigest()
