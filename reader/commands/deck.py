"""nashra export: the words kept as a deck, a table, or a list to print."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import NashraError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from reader.config import Config
    from reader.outgoing import Choice, Options
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
    export.add_argument("--state", choices=("learning", "known", "ignored"), default="learning")
    export.add_argument(
        "--word",
        action="append",
        default=[],
        metavar="WORD",
        help="only these words, in any form (may be repeated)",
    )
    export.add_argument(
        "--list", metavar="FILE", help="only the words in this file, one a line; - for standard input"
    )
    export.add_argument("--limit", type=int, metavar="N", help="the N most worth learning")
    add_options(export)
    export.add_argument(
        "--replace",
        action="store_true",
        help="make Anki take every note anew, your edits in them included; your schedule stays",
    )
    export.set_defaults(run=run_export)


def add_options(parser: argparse.ArgumentParser) -> None:
    """What is made of each word; what is not said here is the settings'."""
    from argparse import BooleanOptionalAction

    parser.add_argument(
        "--cards",
        metavar="KINDS",
        help="which cards each note has, with commas: newspaper, production, cloze, listening",
    )
    parser.add_argument(
        "--typed",
        action=BooleanOptionalAction,
        default=None,
        help="the production card asks for the word to be typed",
    )
    parser.add_argument(
        "--audio",
        action=BooleanOptionalAction,
        default=None,
        help="words and sentences read aloud (extra audio)",
    )
    parser.add_argument("--voice", metavar="NAME", help="who reads them; espeak comes with the extra")
    parser.add_argument(
        "--device-voice",
        action=BooleanOptionalAction,
        default=None,
        help="where there is no audio, the device reads the word aloud",
    )


def options(args: argparse.Namespace, config: Config) -> Options:
    """The settings with what the command line says instead."""
    from reader.outgoing import options as settings

    if args.typed is not None:
        config = config._replace(typed=args.typed)
    if args.audio is not None or args.voice:
        config = config._replace(audio=args.audio is not False, voice=args.voice or config.voice)
    if args.device_voice is not None:
        config = config._replace(device_voice=args.device_voice)
    kinds = [kind.strip() for kind in args.cards.split(",")] if args.cards is not None else None
    return settings(config, kinds)


def run_export(args: argparse.Namespace) -> int:
    """`nashra export`."""
    from reader import outgoing
    from reader.workspace import Workspace

    if args.limit is not None and args.limit < 1:
        raise NashraError("--limit takes a number of words, 1 or more")
    desk, path = Workspace(), Path(args.output)
    choice = _choice(desk, args)
    if path.suffix.lower() in outgoing.TABLES:
        count = outgoing.export_list(desk, path, choice, progress())
        print(f"{path}: {count} words")
        return 0
    result = outgoing.export(desk, path, choice, options(args, desk.config), progress(), replace=args.replace)
    print(outgoing.summary(result))
    for line in result.skipped:
        print(f"left out: {line}")
    return 0


def _choice(desk: Workspace, args: argparse.Namespace) -> Choice:
    from reader.commands.words import resolve
    from reader.outgoing import Choice

    words = [*args.word, *(_listed(args.list) if args.list else ())]
    if args.list and not words:
        raise NashraError(f"there are no words in {args.list}: write one on each line")
    keys = tuple(resolve(desk, word)[0] for word in words)
    return Choice(tuple(desk.library.get(id).id for id in args.articles), args.state, keys, args.limit)


def _listed(name: str) -> list[str]:
    """The words of a file, one a line; blank lines and what follows # are passed over."""
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise NashraError(f"cannot read {name}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise NashraError(f"{name} is not UTF-8 text; save it as UTF-8 and try again") from error
    return [word for line in text.splitlines() if (word := line.split("#")[0].strip())]


def progress() -> Callable[[int, int], None] | None:
    """A line on standard error for a deck that takes a while; Ctrl-C stops it and nothing is written."""
    if not sys.stderr.isatty():
        return None
    began, shown = time.monotonic(), [False]

    def say(done: int, total: int) -> None:
        if done >= total and shown[0]:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            shown[0] = False
        elif done < total and time.monotonic() - began > 1:
            shown[0] = True
            print(f"\r\x1b[K{done} of {total} notes   Ctrl-C stops", end="", file=sys.stderr, flush=True)

    return say
