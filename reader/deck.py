"""From the reader's words and articles to notes for the deck.

words in state learning ──┐
their places in articles ─┼─> CardNote: entry + the sentence it was met in + translation + source
entries of the glossary ──┘
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from glossary.entry import Entry, Term
from reader.anki.choose import Candidate, best_sentence, rank
from reader.anki.note import CardNote
from reader.anki.sentence import is_vowelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from corpus.article import Article
    from glossary.analysis import TermMatch, WordAnalysis
    from reader.study.reading import Reading
    from reader.study.states import Word


class Meeting(NamedTuple):
    """One place where a word was met."""

    article: Article
    block: int
    start: int
    """Of the sentence, code points into the block."""
    end: int
    text: str
    marks: tuple[tuple[int, int], ...]
    translation: str | None
    words: int
    unknown: int
    """Other words of the sentence that the reader does not know."""


@dataclass(slots=True)
class Found:
    """What the articles say about one word."""

    meetings: list[Meeting] = field(default_factory=list)
    forms: dict[str, None] = field(default_factory=dict)
    token: WordAnalysis | TermMatch | None = None


def find(
    keys: Iterable[str], readings: Iterable[Reading], known: Callable[[str | None], bool]
) -> dict[str, Found]:
    """Every meeting with the wanted keys in the readings, in their order."""
    found = {key: Found() for key in keys}
    for reading in readings:
        for block, line in enumerate(reading.lines()):
            hits: list[tuple[str, WordAnalysis | TermMatch, tuple[tuple[int, int], ...]]] = [
                (token.key, token, ((token.start, token.end),)) for token in line.tokens if token.key in found
            ]
            hits += [
                (term.entry, term, tuple((line.tokens[i].start, line.tokens[i].end) for i in term.tokens))
                for term in line.terms
                if term.entry in found
            ]
            for key, token, ranges in hits:
                start, end, translation = reading.sentence(block, token.start)
                inside = [t for t in line.tokens if start <= t.start < end and t.key is not None]
                here = found[key]
                here.token = here.token or token
                here.forms[reading.blocks[block][token.start : token.end]] = None
                here.meetings.append(
                    Meeting(
                        reading.article,
                        block,
                        start,
                        end,
                        reading.blocks[block][start:end],
                        tuple((a - start, b - start) for a, b in ranges if start <= a and b <= end),
                        translation,
                        len(inside),
                        sum(1 for t in inside if t.key != key and not known(t.key)),
                    )
                )
    return found


def best(meetings: Sequence[Meeting], chosen: tuple[str, int, int, int] | None = None) -> Meeting | None:
    """The sentence for the card: the one that was chosen before, else the one that is easiest to learn from."""
    bodies = [meeting for meeting in meetings if meeting.block] or list(meetings)
    current = None
    if chosen:
        places = [(m.article.id, m.block, m.start) for m in bodies]
        current = places.index(chosen[:3]) if chosen[:3] in places else None
    at = best_sentence(
        [
            Candidate(
                m.words,
                m.unknown,
                m.translation is not None,
                is_vowelled(m.text),
                m.article.source == "Nashra",
            )
            for m in bodies
        ],
        current,
    )
    return None if at is None else bodies[at]


def first_gloss(entry: Entry | Term | None) -> str | None:
    """The English for a list."""
    if entry is None:
        return None
    return entry.gloss[0] if isinstance(entry, Term) else entry.senses[0].gloss[0]


def note(word: Word, entry: Entry | Term | None, found: Found, meeting: Meeting | None) -> CardNote:
    """The note of one word."""
    return _met(_said(word, entry, found), found, meeting)


def _said(word: Word, entry: Entry | Term | None, found: Found) -> CardNote:
    """What the glossary says about it."""
    if isinstance(entry, Term):
        return CardNote(
            key=word.key,
            lemma=entry.term,
            gloss=entry.gloss[0],
            kind="term",
            senses=entry.gloss[1:],
            acronym=entry.acronym or "",
            register=entry.register or "",
            note=entry.note or "",
            collocations=tuple((pair.arabic, pair.english) for pair in entry.examples),
            domains=entry.domain,
            rank=rank(None, len(found.meetings), curated=True),
        )
    if entry is None:
        token = found.token
        return CardNote(
            key=word.key,
            lemma=word.lemma,
            gloss=(token.gloss if token else None) or "",
            pos=word.pos or "",
            rank=rank(None, len(found.meetings), curated=False),
        )
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
        collocations=tuple((pair.arabic, pair.english) for pair in first.collocations),
        domains=entry.domain,
        frequency=str(entry.band or ""),
        rank=rank(entry.band, len(found.meetings), curated=entry.source == "glossary"),
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


def _met(note: CardNote, found: Found, meeting: Meeting | None) -> CardNote:
    """The note with where the word was met."""
    if meeting is None:
        return note
    article = meeting.article
    return replace(
        note,
        forms_met=tuple(found.forms),
        sentence=meeting.text,
        marks=meeting.marks,
        translation=meeting.translation or "",
        article=article.title,
        article_ids=tuple(dict.fromkeys(m.article.id for m in found.meetings)),
        source=article.source or "",
        url=article.url or "",
        date=article.date or "",
        level=str(article.level or ""),
    )
