"""The user's own entries: TOML in the user's folder, which goes before ours and survives updates.

add_entry("حَاوِيَة", "noun", ["container"])  ->  "hawiya-n"; it stands in entries/own.toml from then on
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from reader.paths import make_dir, own_entries_dir

if TYPE_CHECKING:
    from collections.abc import Sequence

FILE = "own.toml"


def add_entry(
    lemma: str,
    pos: str,
    glosses: Sequence[str],
    *,
    plural: Sequence[str] = (),
    root: str | None = None,
    note: str | None = None,
) -> str:
    """Add an entry of the user's own, or replace ours for this user; returns its id. NashraError when it cannot be."""
    from glossary import decode, format, sources
    from glossary.entry import POS, Entry, Sense
    from glossary.ident import identify

    if pos not in POS:
        raise NashraError(f"--pos takes one of {', '.join(POS)}, not {pos!r}")
    lemma = unicodedata.normalize("NFC", lemma.strip())
    own = own_entries_dir() / FILE
    mine = decode.decode(decode.read(own), where=own, source=sources.USER) if own.exists() else []
    shipped = decode.load([*sources.shipped(), *sources.users(own_entries_dir())])
    same = [id for id, entry in shipped.entries.items() if (entry.lemma, entry.pos) == (lemma, pos)]
    ident = same[0] if same else identify(lemma, pos, {*shipped.entries, *shipped.terms})
    entry = Entry(
        id=ident,
        lemma=lemma,
        pos=pos,
        senses=(Sense(gloss=tuple(glosses), note=note),),
        root=root,
        plural=tuple(unicodedata.normalize("NFC", form) for form in plural),
        source=sources.USER,
    )
    text = format.dump([record for record in mine if record.id != ident] + [entry])
    decode.decode(text, where=own, source=sources.USER)  # what cannot be read back is not written
    make_dir(own.parent)
    format.write(own, text)
    return ident
