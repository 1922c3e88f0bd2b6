"""The words as a table of plain text: CSV or TSV that Anki's own importer understands, and a spreadsheet opens.

    #separator:Tab
    #html:false
    #tags column:17
    #columns:Lemma	Plain	Gloss ...
    "عُقُوبَة"	"عقوبة"	"sanction" ...

For decks of another make. It has no guid, so that importing it never replaces a note of a deck of ours.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Literal

from corpus.errors import NashraError
from reader.anki.clean import plain_text
from reader.anki.package import replacing
from reader.anki.render import spaced, tags_of
from reader.anki.sentence import unvowelled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.anki.note import CardNote

COLUMNS = (
    "Lemma", "Plain", "Gloss", "Part of speech", "Root", "Pattern", "Inflection", "Other senses", "Note",
    "Collocations", "Sentence", "Sentence vowelled", "Translation", "Article", "Source", "Link", "Tags",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@")


def write_table(notes: Iterable[CardNote], path: Path, kind: Literal["csv", "tsv"] = "tsv") -> int:
    """Write one row a note, each key once, in the order of rank; returns how many. Raises NashraError."""
    if kind not in ("csv", "tsv"):
        raise NashraError(f"no such table: {kind}; there are csv and tsv")
    unique = {note.key: note for note in reversed(list(notes))}
    rows = [
        _row(note) for note in sorted(unique.values(), key=lambda note: (note.rank <= 0, note.rank, note.key))
    ]
    if not rows:
        raise NashraError("nothing to write: mark some words first")
    mark = "\t" if kind == "tsv" else ","
    encoding = "utf-8-sig" if kind == "csv" else "utf-8"  # Excel takes a .csv without the mark for Latin text
    with replacing(path) as part, part.open("w", encoding=encoding, newline="") as out:
        out.write(f"#separator:{'Tab' if kind == 'tsv' else 'Comma'}\n#html:false\n")
        out.write(f"#tags column:{len(COLUMNS)}\n#columns:{mark.join(COLUMNS)}\n")
        # All quoted: an unquoted line that begins with # is a remark to Anki.
        csv.writer(out, delimiter=mark, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return len(rows)


def _row(note: CardNote) -> list[str]:
    def pairs(rows: Iterable[tuple[str, str]]) -> str:
        return "; ".join(f"{plain_text(one, 300)}: {plain_text(two, 300)}" for one, two in rows)

    texts = (
        note.lemma,
        note.plain or unvowelled(note.lemma),
        note.gloss,
        " ".join(filter(None, ("term" if note.kind == "term" else note.pos, note.gender, note.form))),
        spaced(note.root),
        note.pattern,
        pairs(note.inflection or note.parts),
        "; ".join(note.senses),
        " — ".join(filter(None, (note.register, note.note))),
        pairs(note.collocations),
        note.sentence,
        note.sentence_vowelled,
        note.translation,
        note.article,
        note.source,
        note.url,
    )
    return [*map(_cell, texts), " ".join(tags_of(note))]


def _cell(text: str) -> str:
    """Cleaned, and with an apostrophe before what a spreadsheet would take for a formula."""
    text = plain_text(text)
    return f"'{text}" if text.startswith(_FORMULA) else text
