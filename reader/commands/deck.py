"""nashra export, anki: the words kept, as a deck; known words in."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import NashraError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from reader.anki.export import DeckOptions, ExportResult
    from reader.anki.note import CardNote
    from reader.config import Config
    from reader.study.states import State
    from reader.workspace import Workspace


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add export."""
    export = commands.add_parser("export", help="write the words you kept as an Anki deck (.apkg)")
    export.add_argument("articles", metavar="ARTICLE", nargs="*", help="only the words of these articles")
    export.add_argument(
        "-o",
        "--output",
        metavar="DECK.apkg",
        required=True,
        help="ends in .apkg; .csv, .tsv and .html make a table or a list",
    )
    export.add_argument(
        "--cards",
        metavar="KINDS",
        help="which cards each note has, with commas: newspaper, production, cloze, listening (default: the settings')",
    )
    export.add_argument("--state", choices=("learning", "known", "ignored"), default="learning")
    export.add_argument(
        "--word",
        action="append",
        default=[],
        metavar="WORD",
        help="only these words, in any form (may be repeated)",
    )
    export.add_argument("--limit", type=int, metavar="N", help="the N most worth learning")
    export.set_defaults(run=run_export)

    anki = commands.add_parser("anki", help="with Anki: push the deck, its status, known words in")
    verbs = anki.add_subparsers(metavar="VERB", required=True)
    push = verbs.add_parser("push", help="the deck into a running Anki (AnkiConnect)")
    push.add_argument("--cards", metavar="KINDS")
    push.set_defaults(run=run_push)
    verbs.add_parser("status", help="what a running Anki has of ours").set_defaults(run=run_status)
    known = verbs.add_parser("known", help="mark the words that you know from an Arabic deck")
    known.add_argument(
        "file", metavar="FILE", nargs="?", help=".apkg, .colpkg or collection file; it is only read"
    )
    known.add_argument("--connect", action="store_true", help="ask a running Anki instead")
    known.add_argument(
        "--interval",
        type=int,
        default=21,
        metavar="DAYS",
        help="a card's interval from which it is known (21)",
    )
    known.add_argument(
        "--yes", action="store_true", help="mark them; without it only show what would be marked"
    )
    known.set_defaults(run=run_known)


def run_export(args: argparse.Namespace) -> int:
    """`nashra export`."""
    from reader.workspace import Workspace

    if args.limit is not None and args.limit < 1:
        raise NashraError("--limit takes a number of words, 1 or more")
    desk, path = Workspace(), Path(args.output)
    if path.suffix in (".csv", ".tsv", ".html"):
        count = export_list(desk, path, args.articles, args.state, args.limit, args.word)
        print(f"{path}: {count} words")
        return 0
    how = options(args.cards, desk.config)
    result = export(desk, path, args.articles, args.state, args.limit, how, args.word, _progress())
    print(
        f"{result.path}: {result.notes} notes, {result.cards} cards ({result.new} new, {result.updated} updated)"
    )
    for line in result.skipped:
        print(f"left out: {line}")
    return 0


def options(cards: str | None, config: Config) -> DeckOptions:
    """The kinds of cards asked for, else the settings'. NashraError names the kinds there are."""
    from reader.anki.export import DeckOptions
    from reader.anki.schema import CARD_KINDS

    kinds = [kind.strip() for kind in (cards or config.cards).split(",") if kind.strip()]
    wrong = [kind for kind in kinds if kind not in CARD_KINDS]
    if wrong or not kinds:
        raise NashraError(
            f"cards takes {', '.join(CARD_KINDS)}, with commas between, not {cards or config.cards!r}"
        )
    return DeckOptions(cards=tuple(kinds), typed=config.typed, device_voice=config.device_voice)  # type: ignore[arg-type]


def _progress() -> Callable[[int, int], None] | None:
    """A line on standard error for a deck that takes a while; Ctrl-C stops it and nothing is written."""
    if not sys.stderr.isatty():
        return None
    began = time.monotonic()

    def say(done: int, total: int) -> None:
        if time.monotonic() - began > 1:
            print(
                f"\r{done} of {total} notes", end="\n" if done >= total else "", file=sys.stderr, flush=True
            )

    return say


def gather(
    desk: Workspace,
    articles: Sequence[str] = (),
    state: State = "learning",
    limit: int | None = None,
    only: Sequence[str] = (),
) -> list[CardNote]:
    """The notes of the reader's words: all, those of some articles, or some words. NashraError when there are none."""
    from reader import deck
    from reader.commands.words import resolve
    from reader.study.states import UNFAMILIAR

    desk.index_stale()
    words = {word.key: word for word in desk.store.words(state)}
    if not words:
        raise NashraError(
            f"no words are {state}; mark some in the reader (space) or with `nashra mark WORD --{state}`"
        )
    if only:
        keys = {resolve(desk, word)[0] for word in only}
        words = {key: word for key, word in words.items() if key in keys}
        if not words:
            raise NashraError(f"none of {', '.join(only)} is {state}; mark them first")
    wanted = [desk.library.get(id).id for id in articles]
    # All places count, whatever the articles asked for: a note that changed with each choice would lose its reader's edits.
    ids = sorted({id for key in words for id in desk.articles_with(key)})
    readings = [desk.reading(desk.library.get(id)) for id in ids]
    found = deck.find(words, readings, lambda key: desk.store.state(key) not in UNFAMILIAR)
    if articles:
        words = {
            key: word
            for key, word in words.items()
            if any(m.article.id in wanted for m in found[key].meetings)
        }
        if not words:
            raise NashraError(f"none of the words that are {state} occur in {', '.join(articles)}")
    chosen = desk.store.sentences()
    notes = []
    for key, word in words.items():
        meeting = deck.best(found[key].meetings, chosen.get(key))
        if meeting is not None and key not in chosen:
            # A card keeps the sentence that it first came with, unless its reader picks another.
            desk.store.choose_sentence(key, meeting.article.id, meeting.block, meeting.start, meeting.end)
        notes.append(deck.note(word, desk.entry(key), found[key], meeting))
    notes.sort(key=lambda note: (note.rank, note.key))
    return notes[:limit]


def export(
    desk: Workspace,
    path: Path,
    articles: Sequence[str] = (),
    state: State = "learning",
    limit: int | None = None,
    how: DeckOptions | None = None,
    only: Sequence[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> ExportResult:
    """Write the deck and remember what was written, so that the next export updates only what changed."""
    from reader.anki.export import write_deck
    from reader.anki.stamps import Stamp

    if path.suffix != ".apkg":
        raise NashraError(f"{path} must end in .apkg, or Anki does not open it")
    notes = gather(desk, articles, state, limit, only)
    if desk.config.audio:
        from reader.anki.audio import Speaker, add_audio, load_voice
        from reader.paths import cache_dir, make_dir

        notes = add_audio(notes, Speaker(make_dir(cache_dir() / "audio"), load_voice()))
    stamps = {key: Stamp(*stamp) for key, stamp in desk.store.stamps().items()}
    result = write_deck(notes, path, how or options(None, desk.config), progress, stamps=stamps)
    desk.store.save_stamps({key: (s.digest, s.changed, s.cards) for key, s in result.stamps.items()})
    return result


def export_list(
    desk: Workspace,
    path: Path,
    articles: Sequence[str],
    state: State,
    limit: int | None,
    only: Sequence[str] = (),
) -> int:
    """Write a table (.csv, .tsv) or a printable list (.html); returns how many words."""
    notes = gather(desk, articles, state, limit, only)
    if path.suffix == ".html":
        from reader.anki.printable import write_list

        return write_list(notes, path)
    from reader.anki.tables import write_table

    return write_table(notes, path, "csv" if path.suffix == ".csv" else "tsv")


def run_push(args: argparse.Namespace) -> int:
    """`nashra anki push`."""
    from reader.workspace import Workspace

    desk = Workspace()
    print(push_deck(desk, options(args.cards, desk.config)))
    return 0


def push_deck(desk: Workspace, how: DeckOptions | None = None) -> str:
    """The deck into a running Anki; says what came of it. When Anki is not there, NashraError names the file written."""
    from reader.anki.connect import AnkiConnect, NotRunningError, push
    from reader.paths import data_dir

    path = data_dir() / "nashra.apkg"
    result = export(desk, path, how=how)
    try:
        pushed = push(AnkiConnect(), path.resolve())
    except NotRunningError as error:
        raise NashraError(f"{error}; the deck is in {path}: open it with Anki") from None
    return f"{result.notes} notes sent, {pushed.new} of them new to Anki"


def run_status(args: argparse.Namespace) -> int:
    """`nashra anki status`."""
    from reader.anki.connect import AnkiConnect, status

    found = status(AnkiConnect())
    print(
        f"{found.notes} notes, {found.cards} cards: {found.new} new, {found.due} due, {found.mature} mature"
    )
    return 0


def run_known(args: argparse.Namespace) -> int:
    """`nashra anki known`: what was matched how; marked only with --yes, and undone like any marking."""
    from reader.anki.connect import AnkiConnect, studied_notes
    from reader.anki.known import match, read_notes
    from reader.output import printable, profile_for
    from reader.workspace import Workspace

    if bool(args.file) == args.connect:
        raise NashraError("give a deck's file, or --connect for a running Anki")
    notes = studied_notes(AnkiConnect()) if args.connect else read_notes(Path(args.file))
    desk = Workspace()

    def analyse(text: str) -> list[tuple[str, str, str | None]]:
        found = [token for token in desk.analyzer.line(text).tokens if token.kind == "word"]
        if len(found) != 1 or found[0].key is None or found[0].source == "none":
            return []
        return [(found[0].key, found[0].lemma or found[0].text, found[0].pos)]

    preview = match(notes, analyse, min_interval=args.interval if args.interval > 0 else 0)
    known = [row for row in preview.rows if row.known and row.found]
    profile = profile_for(None)
    for row in preview.rows:
        if row.known:
            to = printable(row.found[0][1], profile) if row.found else "-"
            print(f"{printable(row.text, profile)}\t{to}\t{row.interval} days")
    print(
        f"{len(known)} of {len(preview.rows)} words are known ({preview.without_arabic} notes without Arabic)"
    )
    if not preview.scheduled:
        print("no card of this deck was ever reviewed; --interval 0 takes all of its words as known")
    if args.yes:
        changes = desk.mark([row.found[0] for row in known], "known")
        print(f"{len(changes)} words marked as known")
    elif known:
        print("--yes marks them")
    return 0
