"""Article ids: lower-case ASCII from a title in any script.

slug("كوريا الشمالية ترفض")  -> "kwrya-alshmalya-trfd"
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from corpus.fold import search_key

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 40
"""Characters in an id before a number that tells two apart."""

_ROMAN = {
    **dict(zip("ابتجحدرزسصضطظعغفقكلمنهويىةءؤئپڤگ", "abtjhdrzssdtzagfqklmnhwyaaawypvg", strict=True)),
    **{"ث": "th", "خ": "kh", "ذ": "dh", "ش": "sh", "غ": "gh", "چ": "ch"},
}


def slug(title: str) -> str:
    """The first words of a title as an id, at most LONGEST characters; "article" when nothing is left."""
    romanised = "".join(_ROMAN.get(c, c) for c in search_key(title[:200]))
    ascii_only = unicodedata.normalize("NFKD", romanised).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_only)
    taken = ""
    for word in words:
        longer = f"{taken}-{word}" if taken else word
        if len(longer) > LONGEST:
            break
        taken = longer
    return taken or (words[0][:LONGEST] if words else "article")


def unique(wanted: str, taken: Callable[[str], bool]) -> str:
    """The wanted id, or the id with the first free number behind it."""
    if not taken(wanted):
        return wanted
    number = 2
    while taken(f"{wanted}-{number}"):
        number += 1
    return f"{wanted}-{number}"
