"""The reader's words on their way out: as a deck, a table, a list to print, or into a running Anki.

export(desk, Path("words.apkg"), Choice(articles=("arms-to-russia",), limit=50), options(desk.config))

Nothing here prints or draws. `progress` is called with (done, total) and may raise to stop: nothing is written then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from reader import deck
from reader.anki.export import DeckOptions, write_deck
from reader.anki.schema import CARD_KINDS
from reader.anki.stamps import Stamp
from reader.counts import count
from reader.meetings import Finder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from reader.anki.connect import AnkiConnect
    from reader.anki.export import ExportResult
    from reader.anki.note import CardNote
    from reader.anki.push import PushResult
    from reader.config import Config
    from reader.study.states import State, Word
    from reader.workspace import Workspace

    Progress = Callable[[int, int], None]

TABLES = (".csv", ".tsv", ".html")
"""Endings that make a table or a list; all others are a deck's or an error."""
_EVERY = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """Which words."""

    articles: tuple[str, ...] = ()
    """Only words that occur in these, by id; empty for all."""
    state: State = "learning"
    keys: tuple[str, ...] = ()
    """Only these words; empty for all."""
    limit: int | None = None
    """The so many most worth learning."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is made of them."""

    deck: DeckOptions
    voice: str = ""
    """Who reads words aloud; empty for nobody."""
    sentences: bool = False
    """Sentences are read aloud too."""


def options(config: Config, kinds: Iterable[str] | None = None) -> Options:
    """The settings', with other kinds of card if some are given. NashraError names the kinds there are."""
    wanted = list(kinds) if kinds is not None else [kind.strip() for kind in config.cards.split(",")]
    wanted = [kind for kind in wanted if kind]
    wrong = [kind for kind in wanted if kind not in CARD_KINDS]
    if wrong or not wanted:
        said = f", not {', '.join(wrong)}" if wrong else ""
        raise NashraError(f"cards takes {', '.join(CARD_KINDS)}, with commas between{said}")
    cards = tuple(kind for kind in CARD_KINDS if kind in wanted)
    made = DeckOptions(cards=cards, typed=config.typed, device_voice=config.device_voice)
    return Options(made, config.voice if config.audio else "", config.audio_sentences)


def choose(desk: Workspace, choice: Choice) -> dict[str, Word]:
    """The words by key. NashraError says what to do when there are none."""
    for id in choice.articles:
        desk.library.get(id)
    words = {word.key: word for word in desk.store.words(choice.state)}
    state = choice.state
    if not words:
        raise NashraError(
            f"no words are {state}; mark some in the reader (space) or with `nashra mark WORD --{state}`"
        )
    if choice.keys:
        words = {key: word for key, word in words.items() if key in choice.keys}
        if not words:
            raise NashraError(f"none of the words asked for is {state}; mark them first")
    if choice.articles:
        here = {key for id in choice.articles for key in desk.library.lemma_counts(id)}
        words = {key: word for key, word in words.items() if key in here}
        if not words:
            raise NashraError(f"none of the words that are {state} occur in {', '.join(choice.articles)}")
    return words


def gather(desk: Workspace, choice: Choice, progress: Progress | None = None) -> list[CardNote]:
    """The notes of the chosen words, the one most worth learning first.

    A note does not depend on the articles asked for: one that changed with each choice would lose its reader's edits.
    """
    stale = desk.library.stale(desk.dictionary)
    for n, id in enumerate(stale):
        if progress:
            progress(n, len(stale))
        desk.index_article(id)
    words = choose(desk, choice)
    finder, chosen = Finder(desk), desk.store.sentences()
    notes = []
    for n, (key, word) in enumerate(words.items()):
        if progress and n % _EVERY == 0:
            progress(n, len(words))
        before = chosen.get(key)
        gloss = deck.first_gloss(desk.entry(key))
        met = finder.met(key, (gloss,) if gloss else (), word.article, before and before[0])
        meeting = finder.best(met, before)
        if meeting is not None and meeting.article is not None and before is None:
            # A card keeps the sentence that it first came with, unless its reader picks another.
            desk.store.choose_sentence(key, meeting.article.id, meeting.block, meeting.start, meeting.end)
        notes.append(deck.note(word, desk.entry, met, meeting))
    notes.sort(key=lambda note: (note.rank, note.key))
    return notes[: choice.limit]


def export(
    desk: Workspace,
    path: Path,
    choice: Choice | None = None,
    how: Options | None = None,
    progress: Progress | None = None,
    *,
    replace: bool = False,
) -> ExportResult:
    """Write the deck and remember what was written, so that the next export updates only what changed.

    With `replace` every note is said to have changed now, so that Anki takes it whatever it has.
    """
    if path.suffix.lower() != ".apkg":
        raise NashraError(
            f"{path} must end in .apkg, or Anki does not open it (.csv, .tsv and .html make tables and lists)"
        )
    how = how or options(desk.config)
    notes = gather(desk, choice or Choice(), progress)
    stamps = {key: Stamp(*stamp) for key, stamp in desk.store.stamps().items()}
    notes = _spoken(notes, how, stamps, progress)
    result = write_deck(notes, path, how.deck, progress, stamps=stamps, replace=replace)
    desk.store.save_stamps({key: (s.digest, s.changed, s.cards) for key, s in result.stamps.items()})
    return result


def _spoken(
    notes: list[CardNote], how: Options, stamps: Mapping[str, Stamp], progress: Progress | None
) -> list[CardNote]:
    """The notes with audio: all of them if it is asked for, else those that had it, as far as there is a voice."""
    from reader.anki.audio import DEFAULT, Speaker, add_audio, load_voice
    from reader.paths import cache_dir, make_dir

    had = {key for key, stamp in stamps.items() if stamp.sounds}
    wanted = [note for note in notes if how.voice or note.key in had]
    if not wanted:
        return notes
    try:
        speaker = Speaker(make_dir(cache_dir() / "audio"), load_voice(how.voice or DEFAULT))
        spoken = add_audio(wanted, speaker, sentences=how.sentences, progress=progress)
    except NashraError:
        if how.voice:
            raise
        return notes
    by_key = {note.key: note for note in spoken}
    return [by_key.get(note.key, note) for note in notes]


def export_list(
    desk: Workspace, path: Path, choice: Choice | None = None, progress: Progress | None = None
) -> int:
    """Write a table (.csv, .tsv) or a printable list (.html); returns how many words."""
    notes = gather(desk, choice or Choice(), progress)
    if path.suffix.lower() == ".html":
        from reader.anki.printable import write_list

        return write_list(notes, path)
    from reader.anki.tables import write_table

    return write_table(notes, path, "csv" if path.suffix.lower() == ".csv" else "tsv")


def beside(config: Config) -> AnkiConnect:
    """The running Anki, where the settings say that it is."""
    from reader.anki.connect import AnkiConnect

    return AnkiConnect(config.anki_address, config.anki_key)


def summary(result: ExportResult) -> str:
    """What was written, in one line."""
    written = f"{count(result.notes, 'note')}, {count(result.cards, 'card')}"
    return f"{result.path}: {written} ({result.new} new, {result.updated} updated)"


def pushed(result: ExportResult, sent: PushResult) -> list[str]:
    """What came of a push, a line each."""
    lines = [f"{count(result.notes, 'note')} sent, {sent.new} of them new to Anki"]
    if sent.duplicates:
        lines.append(
            f"Anki has two notes of {_some(sent.duplicates)}: delete the one that is not from Nashra"
        )
    if sent.elsewhere:
        lines.append(f"in another deck, and left there: {_some(sent.elsewhere)}")
    return lines


def _some(keys: tuple[str, ...]) -> str:
    more = f" and {len(keys) - 5} more" if len(keys) > 5 else ""
    return ", ".join(keys[:5]) + more


def push(
    desk: Workspace,
    anki: AnkiConnect,
    choice: Choice | None = None,
    how: Options | None = None,
    progress: Progress | None = None,
) -> tuple[ExportResult, PushResult]:
    """The deck into a running Anki. When Anki is not there, NashraError names the file that was written instead."""
    from reader.anki.connect import NotRunningError
    from reader.anki.push import push as send
    from reader.paths import data_dir

    result = export(desk, data_dir() / "nashra.apkg", choice, how, progress)
    try:
        return result, send(anki, result.path.resolve(), how.deck.deck if how else "Nashra", result)
    except NotRunningError as error:
        raise NashraError(f"{error}; the deck is in {result.path}: open it with Anki") from None
