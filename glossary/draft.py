"""One line of a draft of the general lexicon to an entry.

    كَبِير | a | كبر | pl=كِبَار; el=أَكْبَر | big, large / [formal] senior {of rank}

Lemma, part of speech, root, extras, glosses. Extras are key=value with ; between them; senses have " / "
between them, the glosses of one commas; a sense may have [a register] before it and {a note} after it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from corpus.errors import NashraError
from corpus.normalize import FATHATAN
from glossary.entry import Entry, Sense
from glossary.ident import SUFFIX, identify
from glossary.patterns import pattern_of
from glossary.sources import LEXICON
from glossary.verbal import only_present

if TYPE_CHECKING:
    from collections.abc import Container

POS = {short: pos for pos, short in SUFFIX.items()}
"""The draft's short names of the parts of speech are the tails of ids."""
EXTRAS = {
    "pl": "plural", "f": "feminine", "g": "gender", "form": "form", "pres": "present", "masdar": "masdar",
    "el": "elative", "sp": "spellings", "num": "number", "inv": "invariable", "frame": "frame",
    "dual": "dual", "forms": "forms", "rel": "related", "pat": "pattern", "acr": "acronym",
}  # fmt: skip
_LISTS = frozenset(("plural", "masdar", "spellings", "forms", "related"))
_GENDER = {"m": "masculine", "f": "feminine", "c": "common"}
_ROOT = re.compile("[ءبتثجحخدذرزسشصضطظعغفقكلمنهوي]{2,5}")
_SENSE = re.compile(r"(?:\[(?P<register>[^\]]*)\])?\s*(?P<gloss>[^{}\[\]]+?)\s*(?:\{(?P<note>[^}]*)\})?")


def entry_of(line: str, taken: Container[str] = ()) -> Entry:
    """The entry that a line describes, with an id not taken; NashraError says what is wrong with it."""
    cells = [cell.strip() for cell in unicodedata.normalize("NFC", line).split("|")]
    if len(cells) != 5:
        raise NashraError(f"{len(cells)} cells, not the five of: lemma | pos | root | extras | glosses")
    lemma, short, root, extras, glosses = cells
    if short not in POS:
        raise NashraError(f"part of speech {short!r} is none of {' '.join(POS)}")
    if not lemma or " " in lemma:
        raise NashraError("the lemma is not one word")
    root = root.replace(" ", "").replace("-", "")
    if root and not _ROOT.fullmatch(root):
        raise NashraError(f"root {root!r} is not two to five radicals, hamza as ء, weak ones as و or ي")
    got = _extras(extras)
    frame = got.pop("frame", None)
    senses = tuple(_sense(text) for text in re.split(r"\s+/\s+", glosses) if text.strip())
    if not senses:
        raise NashraError("no gloss")
    if frame:
        first = senses[0]
        senses = (Sense(first.gloss, register=first.register, frame=frame, note=first.note), *senses[1:])
    pos = POS[short]
    if "gender" not in got and pos in ("noun", "name"):
        gender = default_gender(lemma, root, pos)
        if gender:
            got["gender"] = gender
    if pos == "verb" and "present" not in got and "form" in got and root:
        present = only_present(lemma, root, got["form"])
        if present:
            got["present"] = present
    if root and "pattern" not in got and pos in ("noun", "adjective"):
        pattern = pattern_of(lemma, root)
        if pattern:
            got["pattern"] = pattern
    return Entry(identify(lemma, pos, taken), lemma, pos, senses, root=root or None, source=LEXICON, **got)


def default_gender(lemma: str, root: str, pos: str) -> str | None:
    """Feminine by its ending (ة, ى, an اء that is no radical), else masculine; a name only if feminine."""
    feminine = lemma.endswith("ة") or (lemma.endswith("ى") and FATHATAN not in lemma)
    feminine = feminine or (lemma.endswith("اء") and len(root) == 3 and root[2] not in "ءوي")
    return "feminine" if feminine else "masculine" if pos == "noun" else None


def _extras(text: str) -> dict[str, Any]:
    got: dict[str, Any] = {}
    for pair in filter(None, (part.strip() for part in text.split(";"))):
        key, equals, value = (part.strip() for part in pair.partition("="))
        field = EXTRAS.get(key)
        if field is None:
            raise NashraError(f"unknown extra {key!r}; known are {' '.join(EXTRAS)}")
        if field in got:
            raise NashraError(f"{key} stands twice")
        if field == "invariable":
            if value not in ("", "true", "yes", "1"):
                raise NashraError("inv takes no value, or true")
            got[field] = True
        elif not equals or not value:
            raise NashraError(f"{key} has no value")
        elif field in _LISTS:
            got[field] = tuple(item.strip() for item in re.split("[,،]", value) if item.strip())
        else:
            got[field] = _GENDER.get(value, value) if field == "gender" else value
    return got


def _sense(text: str) -> Sense:
    match = _SENSE.fullmatch(text.strip())
    if not match:
        raise NashraError(f"{text.strip()!r} is not: [register] gloss, gloss {{note}}")
    gloss = tuple(item.strip() for item in match["gloss"].split(",") if item.strip())
    return Sense(gloss, register=match["register"] or None, note=match["note"] or None)
