"""The .apkg file: genanki's collection, media and zip, written so that equal input gives equal bytes.

genanki stores its zip uncompressed (ten times the size) with the time of day in it, and leaves its
temporary database behind; so the last step is our own. Nothing appears under the final name until
everything is written.
"""

from __future__ import annotations

import contextlib
import glob
import itertools
import json
import os
import shutil
import sqlite3
import tempfile
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from genanki.package import Package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from genanki.deck import Deck

    from reader.anki.build import Entry

from corpus.errors import NashraError
from reader.anki.build import Rows, note_types, sub_deck

_STALE = 3600
"""Seconds after which nobody is writing a file any more."""
Media = Mapping[str, Path | bytes]
"""Content by name in the package."""


def write_package(
    entries: Iterable[Entry],
    root: str,
    media: Media,
    path: Path,
    base_id: int,
    written: Callable[[], None] = lambda: None,
    about: str = "",
) -> None:
    """Write `path` whole or not at all; the decks are made below the one called `root`.

    The entries are taken one at a time, so that a large deck never stands in memory. Raises NashraError if
    the file cannot be written; what the entries raise passes through. `base_id` is where the ids of notes and
    cards begin; Anki takes an id for the time of creation in milliseconds. `written` is called when all
    is ready to take its place, and may raise to prevent it. `about` (HTML) becomes the description of the root deck; Anki
    keeps its own where it is empty.
    """
    _sweep(path)
    with tempfile.TemporaryDirectory(prefix="nashra-") as folder:
        database = Path(folder) / "collection.anki2"
        _write_collection(entries, root, database, base_id, about)
        with replacing(path) as part:
            _write_zip(database, media, part)
            written()


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary name beside `path`, which takes its place when all went well.

    Raises NashraError if the folder is missing or not writable, or the disk is full.
    """
    if path.is_dir():
        raise NashraError(f"cannot write {path}: it is a folder; give a file name")
    if not path.parent.is_dir():
        raise NashraError(f"cannot write {path}: there is no folder {path.parent}")
    part = path.with_name(f".{path.name[:80]}.{os.getpid()}.part")
    try:
        yield part
        os.replace(part, path)
    except OSError as error:
        raise NashraError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Remove what an export that was killed left beside the file."""
    with contextlib.suppress(OSError):
        for part in path.parent.glob(f".{glob.escape(path.name[:80])}.*.part"):
            if time.time() - part.stat().st_mtime > _STALE:
                part.unlink()


def _write_collection(entries: Iterable[Entry], root: str, database: Path, base_id: int, about: str) -> None:
    connection = sqlite3.connect(database, isolation_level=None)
    try:
        connection.execute("PRAGMA page_size = 16384")  # a note takes 2 KB: fewer gaps than with pages of 4
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        cursor = connection.cursor()
        Package([]).write_to_db(cursor, 0, itertools.count())  # the empty tables
        indexes = cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql > ''"
        ).fetchall()
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {name}")
        connection.execute("BEGIN")
        rows = Rows(cursor, base_id)
        decks: dict[str, Deck] = {}
        for entry in entries:
            name = entry.rendered.deck
            if name not in decks:
                decks[name] = sub_deck(f"{root}::{name}")
            rows.add(entry, decks[name].deck_id)
        rows.flush()
        if about:
            decks[""] = sub_deck(root, about)
        models = note_types()
        for name in sorted(decks):
            for model in models:
                decks[name].add_model(model)
            decks[name].write_to_db(cursor, 0, itertools.count())
        for _, sql in indexes:  # in one go at the end, in half the time
            cursor.execute(sql)
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        raise NashraError(f"cannot build the deck: {error} (is the disk full?)") from error
    finally:
        connection.close()


def _write_zip(database: Path, media: Media, part: Path) -> None:
    # Level 4 takes half the time of 6 and the file is a tenth larger. An entry opened by name is dated 1980.
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as package:
        _add(package, "collection.anki2", database)
        names = {str(n): name for n, name in enumerate(media)}
        _add(package, "media", json.dumps(names, sort_keys=True).encode())
        for n, name in names.items():
            _add(package, n, media[name])


def _add(package: zipfile.ZipFile, name: str, content: Path | bytes) -> None:
    with package.open(name, "w") as out:
        if isinstance(content, bytes):
            out.write(content)
        else:
            with content.open("rb") as source:
                shutil.copyfileobj(source, out, 1 << 20)
