"""The command line: parse, run one subcommand, turn what goes wrong into one clear line.

Exit status: 0 done, 1 could not do it, 2 wrong usage. Nothing heavy is imported before the subcommand is known.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from reader.commands import deck, feeds, glossary, library, progress, screens, system, words

if TYPE_CHECKING:
    from collections.abc import Sequence

DESCRIPTION = (
    "Read Arabic news in the terminal; every word answers, and the ones you did not know become an Anki deck."
)
GROUPS = (screens, library, feeds, words, glossary, progress, deck, system)


class _Version(argparse.Action):
    """Print the version; the package's metadata is read only when somebody asks."""

    def __call__(self, *args: object, **kwargs: object) -> None:
        from importlib.metadata import version

        print(f"nashra {version('nashra')}")
        raise SystemExit(0)


def build_parser() -> argparse.ArgumentParser:
    """The whole command line; each group of commands adds its own."""
    parser = argparse.ArgumentParser(prog="nashra", description=DESCRIPTION)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    parser.set_defaults(run=screens.library)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for group in GROUPS:
        group.register(commands)
    return parser


def run(argv: Sequence[str]) -> int:
    """Run one command. Returns the exit status; raises only SystemExit from argparse (0 or 2)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Output is UTF-8 whatever the locale; a lone surrogate in a file's name must not end the program.
            stream.reconfigure(encoding="utf-8", errors="replace")
    args = build_parser().parse_args(argv)
    try:
        status = args.run(args)
        sys.stdout.flush()
        return int(status or 0)
    except NashraError as error:
        return _fail(str(error))
    except BrokenPipeError:
        # The reader of the pipe has gone (head, less): that is not an error; keep the interpreter from flushing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("NASHRA_DEBUG"):
            raise
        return _fail(
            f"unexpected {type(error).__name__}: {error}; NASHRA_DEBUG=1 shows where, please report it"
        )


def _fail(message: str) -> int:
    line = " ".join("".join(ch if ch.isprintable() else " " for ch in message).split())
    with contextlib.suppress(BrokenPipeError):
        print(f"nashra: {line}", file=sys.stderr)
    return 1
