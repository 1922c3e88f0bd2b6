"""What a written word is made of, in English: وَالعُقُوبَات is and + the + sanction.

    pieces(("و", "ال"), "sanction", (), "noun") -> [("و", "and"), ("ال", "the"), (None, "sanction")]

The pronouns read by what they are attached to: on a verb ه is "him", on a noun "his", on a preposition "him".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PROCLITICS = {
    "و": "and",
    "ف": "so",
    "ب": "by",
    "ل": "for",
    "ك": "like",
    "س": "will",
    "ال": "the",
    "أ": "?",
}
"""What stands before a stem, in its commonest sense."""

_OBJECT = {
    "ي": "me", "ني": "me", "نا": "us", "ك": "you", "كم": "you", "كما": "you two", "كن": "you",
    "ه": "him", "ها": "her", "هم": "them", "هما": "the two", "هن": "them",
}  # fmt: skip
_OWNER = {
    "ي": "my", "نا": "our", "ك": "your", "كم": "your", "كما": "your", "كن": "your",
    "ه": "his", "ها": "its/her", "هم": "their", "هما": "their", "هن": "their",
}  # fmt: skip


def enclitic(pronoun: str, pos: str | None) -> str:
    """English of an attached pronoun, by what it is attached to."""
    table = _OWNER if pos in ("noun", "adjective", "numeral", "name") else _OBJECT
    return table.get(pronoun) or _OBJECT.get(pronoun, "")


def proclitic(clitic: str, pos: str | None) -> str:
    """English of a proclitic; ل before a verb is its purpose."""
    if clitic == "ل" and pos == "verb":
        return "in order to"
    return PROCLITICS.get(clitic, "")


def pieces(
    proclitics: Sequence[str], stem: str | None, enclitics: Sequence[str], pos: str | None
) -> list[tuple[str | None, str]]:
    """(Arabic, English) of each piece in reading order; the stem's Arabic is None, for the caller to show."""
    return [
        *((clitic, proclitic(clitic, pos)) for clitic in proclitics),
        (None, stem or ""),
        *((pronoun, enclitic(pronoun, pos)) for pronoun in enclitics),
    ]
