"""From the reader's words and articles to notes for the deck.

a word in state learning ─────────┐
the sentence that it was met in ──┼─> CardNote
its entry in the glossary ────────┘
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from glossary.entry import Entry, Term
from reader.anki.choose import rank
from reader.anki.note import CardNote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.meetings import Meeting, Met
    from reader.study.states import Word

_FILES = frozenset({".txt", ".md", ".html", ".htm", ".mhtml", ".pdf", ".epub", ".json", ".csv", ".docx"})


def first_gloss(entry: Entry | Term | None) -> str | None:
    """The English for a list."""
    if entry is None:
        return None
    return entry.gloss[0] if isinstance(entry, Term) else entry.senses[0].gloss[0]


def worth(entry: Entry | Term | None, times: int) -> int:
    """The place in the queue of new cards; `times` is how often the word stands in the library."""
    if isinstance(entry, Entry):
        return rank(entry.band, times, curated=entry.source == "glossary")
    return rank(None, times, curated=isinstance(entry, Term))


def note(
    word: Word, lookup: Callable[[str], Entry | Term | None], met: Met, meeting: Meeting | None
) -> CardNote:
    """The note of one word; `lookup` gives the dictionary's record of an id."""
    entry = lookup(word.key)
    if isinstance(entry, Term):
        said = _term(word, entry, met, lookup)
    elif entry is not None:
        said = _word(word, entry, met)
    else:
        said = _unlisted(word, met, meeting)
    said = replace(said, forms_met=met.forms, article_ids=met.articles)
    return said if meeting is None else _in_sentence(said, meeting)


def _term(word: Word, term: Term, met: Met, lookup: Callable[[str], Entry | Term | None]) -> CardNote:
    return CardNote(
        key=word.key,
        lemma=term.term,
        gloss=term.gloss[0],
        kind="term",
        parts=tuple(_parts(term, lookup)),
        senses=term.gloss[1:],
        acronym=term.acronym or "",
        register=term.register or "",
        note=term.note or "",
        collocations=tuple((pair.arabic, pair.english) for pair in term.examples),
        domains=term.domain,
        rank=worth(term, met.times),
    )


def _parts(term: Term, lookup: Callable[[str], Entry | Term | None]) -> Iterable[tuple[str, str]]:
    """(lemma, gloss) of the words of a term; nothing if they are not all words of the dictionary, or there is but one."""
    records = [lookup(part) for part in dict.fromkeys(term.parts) if not part.startswith("=")]
    words = [record for record in records if isinstance(record, Entry)]
    if len(words) > 1 and len(words) == len(records):
        yield from ((record.lemma, record.senses[0].gloss[0]) for record in words)


def _word(word: Word, entry: Entry, met: Met) -> CardNote:
    first = entry.senses[0]
    return CardNote(
        key=word.key,
        lemma=entry.lemma,
        gloss=first.gloss[0],
        senses=(*first.gloss[1:], *(", ".join(sense.gloss) for sense in entry.senses[1:])),
        root=entry.root or "",
        pattern=entry.pattern or "",
        pos=entry.pos,
        gender=entry.gender or "",
        form=entry.form or "",
        inflection=tuple(inflection(entry)),
        register=first.register or "",
        note=first.note or "",
        collocations=tuple((pair.arabic, pair.english) for pair in first.collocations or first.examples),
        domains=entry.domain,
        frequency=str(entry.band or ""),
        rank=worth(entry, met.times),
    )


def inflection(entry: Entry) -> Iterable[tuple[str, str]]:
    """(English label, Arabic) of what a learner has to know beside the lemma."""
    yield from (("plural", plural) for plural in entry.plural)
    if entry.feminine:
        yield "feminine", entry.feminine
    if entry.elative:
        yield "elative", entry.elative
    if entry.present:
        yield "present", entry.present
    yield from (("verbal noun", masdar) for masdar in entry.masdar)
    if entry.senses[0].frame:
        yield "frame", entry.senses[0].frame


def _unlisted(word: Word, met: Met, meeting: Meeting | None) -> CardNote:
    """A word that no entry describes: what the analysis says."""
    token = meeting.found.token if meeting else None
    return CardNote(
        key=word.key,
        lemma=word.lemma,
        gloss=(token.gloss if token else None) or "",
        senses=token.glosses[1:] if token else (),
        root=(token.root if token else None) or "",
        pattern=(token.pattern if token else None) or "",
        pos=word.pos or "",
        rank=worth(None, met.times),
    )


def _in_sentence(note: CardNote, meeting: Meeting) -> CardNote:
    """The note with the sentence, and where it is from."""
    note = replace(
        note,
        sentence=meeting.text,
        marks=meeting.found.marks,
        gaps=meeting.found.gaps,
        translation=meeting.translation or "",
        collocations=tuple(pair for pair in note.collocations if pair[0] != meeting.text),
    )
    article = meeting.article
    if article is None:
        return note
    source = article.source or ""
    return replace(
        note,
        article=article.title,
        source="" if PurePath(source).suffix.lower() in _FILES else source,
        url=article.url or "",
        date=article.date or "",
        level=str(article.level or ""),
    )
