"""nashra anki: the deck into a running Anki, what it has of ours, and known words out of any Arabic deck."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import NashraError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reader.anki.known import Preview
    from reader.knowing import Reading


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add anki."""
    from reader.commands.deck import add_options

    anki = commands.add_parser("anki", help="with Anki: push the deck, its status, known words in")
    verbs = anki.add_subparsers(metavar="VERB", required=True)
    push = verbs.add_parser("push", help="the deck into a running Anki (AnkiConnect)")
    push.add_argument("articles", metavar="ARTICLE", nargs="*", help="only the words of these articles")
    add_options(push)
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
        "--field", metavar="NAME", help="the field with the Arabic word, where the guess is wrong"
    )
    known.add_argument(
        "--unsure", action="store_true", help="take words too that could be another of the same letters"
    )
    known.add_argument(
        "--yes", action="store_true", help="mark them; without it only show what would be marked"
    )
    known.set_defaults(run=run_known)


def run_push(args: argparse.Namespace) -> int:
    """`nashra anki push`."""
    from reader import outgoing
    from reader.commands.deck import options, progress
    from reader.workspace import Workspace

    desk = Workspace()
    choice = outgoing.Choice(tuple(desk.library.get(id).id for id in args.articles))
    result, pushed = outgoing.push(
        desk, outgoing.beside(desk.config), choice, options(args, desk.config), progress()
    )
    for line in outgoing.pushed(result, pushed):
        print(line)
    return 0


def run_status(args: argparse.Namespace) -> int:
    """`nashra anki status`."""
    from reader.anki.connect import status
    from reader.config import load
    from reader.outgoing import beside

    found = status(beside(load()))
    print(
        f"{found.notes} notes, {found.cards} cards: {found.new} new, {found.due} due, {found.mature} mature"
    )
    return 0


def run_known(args: argparse.Namespace) -> int:
    """`nashra anki known`: what was matched how; marked only with --yes, and taken back like any marking."""
    from reader import knowing
    from reader.anki.connect import studied_notes
    from reader.anki.known import read_notes
    from reader.outgoing import beside
    from reader.workspace import Workspace

    if args.interval < 0:
        raise NashraError("--interval takes a number of days, 0 or more")
    if bool(args.file) == args.connect:
        raise NashraError("give a deck's file, or --connect for a running Anki")
    desk = Workspace()
    days = args.interval
    notes = studied_notes(beside(desk.config), days) if args.connect else read_notes(Path(args.file))
    preview = knowing.preview(desk, notes, days, args.field)
    for line in _lines(preview, args.unsure):
        print(line)
    words = knowing.words(desk, preview, unsure=args.unsure)
    if not preview.scheduled:
        print("no card of this deck was ever reviewed; --interval 0 takes all of its words as known")
    if args.yes:
        print(f"{len(desk.mark(words, 'known'))} words marked as known; `nashra undo` takes it back")
    elif words:
        print(f"--yes marks {len(words)} words as known")
    return 0


def _lines(preview: Preview[Reading], unsure: bool) -> Iterator[str]:
    """A line for each word that is known by its interval, then what became of the rest."""
    from reader.output import printable, profile_for

    profile = profile_for(None)
    sure = unknown = doubtful = 0
    for row in preview.rows:
        if not row.known:
            continue
        found = row.found[0] if row.found else None
        sure += found is not None and (unsure or found.how != "unsure")
        unknown += found is None
        doubtful += found is not None and found.how == "unsure"
        arabic, gloss, how = (
            (printable(found.lemma, profile), found.gloss, found.how) if found else ("-", "-", "not found")
        )
        yield f"{printable(row.text, profile)}\t{arabic}\t{gloss}\t{row.interval} days\t{how}"
    yield f"{sure} of {len(preview.rows)} words are known ({preview.without_arabic} notes without Arabic)"
    if doubtful and not unsure:
        yield f"{doubtful} could be more than one word: --unsure takes them too"
    if unknown:
        yield f"{unknown} not found in the dictionary"
