"""The user's own entries: TOML in the user's folder, which goes before ours and survives updates.

add_entry("حَاوِيَة", "noun", ["container"])  ->  "hawiya-n"; it stands in entries/own.toml from then on
put_back("hawiya-n", None)                    as it was before: what own_entries() had of that id, or nothing
remove_entry("hawiya-n")                      our own entry, if there is one, counts again
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from reader.paths import make_dir, own_entries_dir

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.entry import Entry, Term

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
    from glossary import decode, sources
    from glossary.entry import POS, Entry, Sense
    from glossary.ident import identify

    if pos not in POS:
        raise NashraError(f"--pos takes one of {', '.join(POS)}, not {pos!r}")
    lemma = unicodedata.normalize("NFC", lemma.strip())
    mine = _own()
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
    _write([record for record in mine if record.id != ident] + [entry])
    return ident


def own_entries() -> dict[str, Entry | Term]:
    """The user's own entries by id, those that were added here."""
    return {record.id: record for record in _own()}


def put_back(id: str, before: Entry | Term | None) -> None:
    """Own entries as they were before the one of this id was added: with the one that it replaced, if any."""
    _write([record for record in _own() if record.id != id] + ([before] if before else []))


def remove_entry(id: str) -> None:
    """Take an own entry away. NashraError when there is none of this id, or it stands in a file made by hand."""
    from glossary import decode, sources

    if id in own_entries():
        put_back(id, None)
        return
    for path in sources.users(own_entries_dir()):
        made = decode.load([path])
        if id in made.entries or id in made.terms:
            raise NashraError(f"{id} stands in {path}, a file of your own: delete it there")
    raise NashraError(f"you have no entry {id!r} of your own; `nashra lookup WORD` shows the ids")


def _own() -> list[Entry | Term]:
    from glossary import decode, sources

    own = own_entries_dir() / FILE
    return list(decode.decode(decode.read(own), where=own, source=sources.USER)) if own.exists() else []


def _write(records: Sequence[Entry | Term]) -> None:
    """Write the own entries; without any there is no file."""
    from glossary import decode, format, sources

    own = own_entries_dir() / FILE
    if not records:
        own.unlink(missing_ok=True)
        return
    text = format.dump(records)
    decode.decode(text, where=own, source=sources.USER)  # what cannot be read back is not written
    make_dir(own.parent)
    format.write(own, text)
