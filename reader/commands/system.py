"""nashra doctor, backup, restore, serve: the program itself."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from reader import paths

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add doctor, backup, restore and serve."""
    doctor = commands.add_parser(
        "doctor", help="terminal, bidi, data: what is right and what to do about the rest"
    )
    doctor.set_defaults(run=run_doctor)

    backup = commands.add_parser("backup", help="library, word states and own entries into one file")
    backup.add_argument("file", metavar="FILE")
    backup.set_defaults(run=run_backup)

    restore = commands.add_parser(
        "restore", help="take everything back from a backup; what is there now is kept beside"
    )
    restore.add_argument("file", metavar="FILE")
    restore.set_defaults(run=run_restore)

    serve = commands.add_parser("serve", help="the same reader in a browser, on this machine (extra: serve)")
    serve.add_argument("--port", type=int, default=8372, metavar="N")
    serve.set_defaults(run=run_serve)


def run_doctor(args: argparse.Namespace) -> int:
    """`nashra doctor`. Status 1 when something keeps Nashra from working."""
    broken = 0
    for section in (_versions, _data, _dictionary, _terminal):
        try:
            for line in section():
                print(line)
        except NashraError as error:
            broken = 1
            print(f"✗ {error}")
    return broken


def run_backup(args: argparse.Namespace) -> int:
    """`nashra backup`."""
    from reader.backup import backup

    print(f"{args.file}: {backup(Path(args.file))} articles and all word states")
    return 0


def run_restore(args: argparse.Namespace) -> int:
    """`nashra restore`."""
    from reader.backup import restore

    kept = restore(Path(args.file))
    print(f"restored; what was there is kept in {kept}" if kept else "restored")
    return 0


def run_serve(args: argparse.Namespace) -> int:
    """`nashra serve`."""
    from reader.web.server import serve

    return serve(args.port)


def _versions() -> Iterator[str]:
    from importlib.metadata import version

    yield f"✓ nashra {version('nashra')}, Python {sys.version.split()[0]}, Textual {version('textual')}"


def _data() -> Iterator[str]:
    folder = paths.make_dir(paths.data_dir())
    if not os.access(folder, os.W_OK):
        raise NashraError(f"{folder} cannot be written to; set NASHRA_HOME to a folder that can")
    from reader.workspace import Workspace

    desk = Workspace()
    count, words = desk.library.count(), len(desk.store.words())
    yield f"✓ your data: {paths.state_file()} ({count} articles, {words} words marked)"
    desk.config  # noqa: B018  (a wrong setting is said here)
    yield f"✓ settings: {paths.config_dir() / 'config.toml'}"


def _dictionary() -> Iterator[str]:
    from reader.workspace import Workspace

    entries, terms, lemmas = Workspace().index.size
    yield f"✓ dictionary: {entries} entries, {terms} terms, {lemmas} lemmas"


def _terminal() -> Iterator[str]:
    from reader.settings import bidi_name
    from reader.terminal import CHOICES, detect_here
    from reader.workspace import Workspace

    desk = Workspace()
    detection = detect_here(desk.config.bidi)
    if not detection.certain and (answer := desk.settings.get(bidi_name(detection, os.environ))) in CHOICES:
        detection = detect_here(answer)._replace(reason="you chose the line that reads correctly")
    yield f"✓ terminal: {detection.reason}; Arabic is sent as “{detection.profile.name}” (--bidi changes it)"
    if not detection.certain:
        yield "  → this is a guess; the reader asks once which of its lines reads correctly"
    for line in detection.advice:
        yield f"  → {line}"
    from reader.output import printable

    yield "  This line must read right to left, joined, and end with a full stop on the left:"
    yield "  " + printable("نشرة: قال المتحدث (ATACMS) إن 12 صاروخًا سقطت.", detection.profile)
