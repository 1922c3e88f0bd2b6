"""What one flashcard note says, as plain data: no HTML, no Anki, no glossary types.

    CardNote(key="uquba-n", lemma="عُقُوبَة", gloss="sanction", root="عقب", pattern="فُعُولَة", pos="noun",
             inflection=(("plural", "عُقُوبَات"),), sentence="جدد المجلس العقوبات", marks=((11, 19),),
             translation="The Council renewed the sanctions", domains=("sanctions",), rank=3)

The callers make these from entries, articles and the reader's words; this package turns them into cards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["word", "term"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardNote:
    """A word or a term, ready to become a note. Every text is raw: it is cleaned and escaped on the way
    out.
    """

    key: str
    """The note's identity for ever: the entry's id, else "lemma/pos". Never change it, or the learner gets
    a second note.
    """
    lemma: str
    """Vowelled dictionary form."""
    gloss: str
    """The English that is asked for, one or two words."""
    kind: Kind = "word"
    plain: str = ""
    """The lemma without vowels; worked out from it when empty."""
    forms_met: tuple[str, ...] = ()
    """The word as the articles print it."""
    root: str = ""
    pattern: str = ""
    pos: str = ""
    gender: str = ""
    form: str = ""
    """Verb form, I to X."""
    inflection: tuple[tuple[str, str], ...] = ()
    """English label, Arabic: ("plural", "عُقُوبَات"), ("present", "يَنْفِي"), ("verbal noun", "نَفْي"),
    ("frame", ...).
    """
    parts: tuple[tuple[str, str], ...] = ()
    """The words of a term: Arabic, English."""
    acronym: str = ""
    senses: tuple[str, ...] = ()
    """Glosses beyond the first, one string a sense."""
    register: str = ""
    note: str = ""
    collocations: tuple[tuple[str, str], ...] = ()
    """Arabic, English."""
    sentence: str = ""
    """The sentence as it was met."""
    marks: tuple[tuple[int, int], ...] = ()
    """Where the word stands in `sentence`: start and end in code points; more than one for a term with a
    gap.
    """
    gaps: tuple[tuple[int, int], ...] = ()
    """What the cloze card leaves out of `sentence`: the word without its clitics; the marks where it is empty."""
    sentence_vowelled: str = ""
    """The same sentence with vowels, if there is one; the marks are carried over to it."""
    translation: str = ""
    article: str = ""
    """The article's title."""
    article_ids: tuple[str, ...] = ()
    """The articles it was met in, for tags."""
    source: str = ""
    url: str = ""
    date: str = ""
    frequency: str = ""
    domains: tuple[str, ...] = ()
    """The first one names the sub-deck."""
    level: str = ""
    rank: int = 0
    """Place in the queue of new cards, absolute over all exports: 1 is studied first."""
    changed: int = 0
    """When its content last changed, in seconds since 1970; 0 means now. Used only where no stamps are kept
    (see stamps.py).
    """
    audio: str = ""
    """Path of an mp3 of the lemma; the file is copied into the package."""
    audio_sentence: str = ""
