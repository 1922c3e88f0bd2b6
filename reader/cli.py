"""The command line: parse, run one subcommand, turn what goes wrong into one clear line.

Exit status: 0 done, 1 could not do it, 2 wrong usage. Only the group of the command that was asked for is imported:

    nashra gloss …       reader.commands.words and nothing of the others
    nashra --help        all of them
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from corpus.errors import NashraError

if TYPE_CHECKING:
    from collections.abc import Sequence

DESCRIPTION = (
    "Read Arabic news in the terminal; every word answers, and the ones you did not know become an Anki deck."
)
GROUPS = {
    "screens": ("read",),
    "library": ("import", "list", "show", "vowel", "search"),
    "feeds": ("feed",),
    "words": ("gloss", "terms", "lookup", "mark", "undo", "words"),
    "glossary": ("glossary",),
    "progress": ("next", "stats"),
    "deck": ("export",),
    "anki": ("anki",),
    "system": ("doctor", "backup", "restore", "serve"),
}
"""The modules of reader.commands, each with the commands that it registers."""
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG)
"""What the place that is written to may say; nothing is wrong with the program then."""


class _Version(argparse.Action):
    """Print the version; the package's metadata is read only when somebody asks."""

    def __call__(self, *args: object, **kwargs: object) -> None:
        from importlib.metadata import version

        print(f"nashra {version('nashra')}")
        raise SystemExit(0)


def _library(args: argparse.Namespace) -> int:
    from reader.commands.screens import library

    return library(args)


def build_parser(command: str | None = None) -> argparse.ArgumentParser:
    """The whole command line, or as much of it as this command needs; each group of commands adds its own."""
    parser = argparse.ArgumentParser(prog="nashra", description=DESCRIPTION)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    parser.set_defaults(run=_library)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", prog="nashra")
    wanted = [group for group, names in GROUPS.items() if command in names] or list(GROUPS)
    for group in wanted:
        import_module(f"reader.commands.{group}").register(commands)
    return parser


def run(argv: Sequence[str]) -> int:
    """Run one command. Returns the exit status; raises only SystemExit from argparse (0 or 2)."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # the shell has closed it (>&-)
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Output is UTF-8 whatever the locale; a lone surrogate in a file's name must not end the program.
            stream.reconfigure(encoding="utf-8", errors="replace")
    if not sys.stdout.isatty() and not sys.stderr.isatty():
        return _run(argv)
    from reader.screenlines import on_screen

    with on_screen():
        return _run(argv)


def _run(argv: Sequence[str]) -> int:
    args = build_parser(argv[0]).parse_args(argv) if argv else argparse.Namespace(run=_library)
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
        if isinstance(error, OSError) and error.errno in FULL:
            return _fail(f"cannot write {error.filename or 'it'}: {error.strerror}")
        return _fail(
            f"unexpected {type(error).__name__}: {error}; NASHRA_DEBUG=1 shows where, please report it"
        )


def _fail(message: str) -> int:
    line = " ".join("".join(ch if ch.isprintable() else " " for ch in message).split())
    with contextlib.suppress(BrokenPipeError):
        print(f"nashra: {line}", file=sys.stderr)
    return 1
