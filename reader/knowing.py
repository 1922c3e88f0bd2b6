"""Words that the reader studies in Anki already, matched with the dictionary.

    found = preview(desk, read_notes(Path("my-arabic.apkg")), interval=21)
    found.rows[0].found[0]     Reading("kitab-n", "كِتَاب", "noun", "book", how="its English")
    words(desk, found)         what would be marked as known

A deck without vowels leaves open which word it means; then its own English decides, and where that says nothing
and no reading is much likelier than the rest, the word is shown as unsure and left alone.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Literal, NamedTuple

from glossary.entry import Term
from reader.anki import english
from reader.anki.known import MATURE, Preview, StudiedNote, match
from reader.anki.schema import TERM, WORD
from reader.anki.sentence import GAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.analysis import Candidate, LineAnalysis
    from reader.workspace import Workspace

How = Literal["our note", "a term", "one reading", "its English", "the likeliest", "unsure"]
_CERTAIN, _AGAINST = 0.8, 0.95
"""The share of the readings that speaks for itself; and against a deck whose English says none of them."""
_RARE = 0.02
_ENGLISH = 400


class Reading(NamedTuple):
    """What a deck's word is taken for."""

    key: str
    lemma: str
    pos: str | None
    gloss: str
    how: How


def preview(
    desk: Workspace, notes: Sequence[StudiedNote], interval: int = MATURE, field: str | None = None
) -> Preview[Reading]:
    """Every word of the notes with what it was matched with, before anything is marked. `field` holds the word."""
    named = {note.note_type: field for note in notes if field and field in note.fields}
    return match(notes, lambda text, note: _readings(desk, text, note), min_interval=interval, fields=named)


def words(
    desk: Workspace, preview: Preview[Reading], *, unsure: bool = False
) -> list[tuple[str, str, str | None]]:
    """(key, lemma, pos) of the words that are known by it and are not yet; what the reader ignores stays ignored."""
    rows = (row.found[0] for row in preview.rows if row.known and row.found)
    taken = [found for found in rows if unsure or found.how != "unsure"]
    return list(
        dict.fromkeys(
            (found.key, found.lemma, found.pos)
            for found in taken
            if desk.store.state(found.key) not in ("known", "ignored")
        )
    )


def _readings(desk: Workspace, text: str, note: StudiedNote) -> list[Reading]:
    if note.note_type in (WORD.name, TERM.name) and (ours := _ours(desk, note)):
        return [ours]
    line = desk.analyzer.line(text)
    for term in line.terms:
        if (term.start, term.end) == (0, len(text)):
            record = desk.entry(term.entry)
            return [
                Reading(
                    term.entry,
                    record.term if isinstance(record, Term) else text,
                    "term",
                    term.gloss,
                    "a term",
                )
            ]
    return _of_word(_word(line), _english(note, text))


def _ours(desk: Workspace, note: StudiedNote) -> Reading | None:
    key = html.unescape(note.fields.get("Id", ""))
    record = desk.entry(key)
    if record is None:
        return None
    if isinstance(record, Term):
        return Reading(key, record.term, "term", record.gloss[0], "our note")
    return Reading(key, record.lemma, record.pos, record.senses[0].gloss[0], "our note")


def _word(line: LineAnalysis) -> Sequence[Candidate]:
    """The readings of the one word; of a verb with its preposition, the verb's."""
    found = [token for token in line.tokens if token.kind == "word"]
    if len(found) == 2 and found[1].pos == "preposition":
        found = found[:1]
    if len(found) != 1:
        return ()
    return [one for one in found[0].candidates if one.source != "none"]


def _of_word(candidates: Sequence[Candidate], said: str) -> list[Reading]:
    if not candidates:
        return []
    agreed = next((one for one in candidates if _says(one, said)), None) if said else None
    likely = [one for one in candidates if one.weight > _RARE] or candidates[:1]
    first = agreed or likely[0]
    how: How = "one reading"
    if agreed is not None:
        how = "its English"
    elif len({one.key for one in likely}) > 1 or (said and len(candidates) > 1):
        how = "the likeliest" if first.weight >= (_AGAINST if said else _CERTAIN) else "unsure"
    rest = [one for one in candidates if one.key != first.key]
    return [_reading(one, how) for one in (first, *rest)]


def _reading(one: Candidate, how: How) -> Reading:
    return Reading(one.key, one.lemma, one.pos, one.gloss or "", how)


def _says(one: Candidate, said: str) -> bool:
    glosses = [gloss for gloss in (one.gloss, *one.glosses) if gloss]
    return GAP in english.first_gap(glosses, said)


def _english(note: StudiedNote, text: str) -> str:
    """What the note's other fields say."""
    return _latin(value for value in note.fields.values() if text not in value or not value.isascii())[
        :_ENGLISH
    ]


def _latin(texts: Iterable[str]) -> str:
    """The parts of the texts that are in Latin letters."""
    return " ".join(word for text in texts for word in text.split() if word.isascii())
