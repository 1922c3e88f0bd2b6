"""Any file that Anki writes, opened for reading: never the file itself, always a private copy.

    with open_collection(Path("spanish.apkg")) as db:
        db.execute("SELECT flds FROM notes")

What there is to meet, by what is inside rather than by the name:

    .apkg, .colpkg    a zip; its `meta` says which member counts: 08 03 collection.anki21b (zstd), 08 02 collection.anki21,
                      none collection.anki2. A new package also holds an old collection.anki2 with one note:
                      "please update".
    a collection      an SQLite file; while Anki runs, its newest changes are in `-wal` beside it
    anki21b           an SQLite file under zstd

A deck comes from anywhere, so sizes are counted while unpacking (what a zip declares can be false), and
SQLite is told not to trust the schema.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING

from corpus.errors import NashraError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 2 << 30
"""The largest collection that is unpacked: 2 GiB."""
_MAX_STEPS = 2_000_000_000
"""Steps of SQLite's machine before a query counts as an attack; half a million notes take a hundredth of
it.
"""
_STEP = 1_000_000
_SQLITE, _ZIP, _ZSTD = b"SQLite format 3\0", b"PK\x03\x04", b"\x28\xb5\x2f\xfd"
_MEMBERS = {2: ("collection.anki21",), 3: ("collection.anki21b",)}
_OLD = ("collection.anki21", "collection.anki2")
_CHUNK = 1 << 20


@contextlib.contextmanager
def open_collection(path: Path, max_bytes: int = MAX_BYTES) -> Iterator[sqlite3.Connection]:
    """A read-only connection to a copy of the collection in `path`; the copy goes when the block ends.

    Raises NashraError if it is not an Anki file, is damaged, or unpacks to more than `max_bytes`.
    """
    with tempfile.TemporaryDirectory(prefix="nashra-") as folder:
        copy = Path(folder) / "collection.anki2"
        try:
            _unpack(path, copy, max_bytes)
        except OSError as error:
            raise NashraError(f"cannot read {path}: {error.strerror or error}") from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            RuntimeError,
            NotImplementedError,
            ValueError,
        ) as error:
            raise NashraError(f"{path} is damaged: export it from Anki again") from error
        with contextlib.closing(_connect(copy)) as db:
            try:
                _check(db, path)
                yield db
            except sqlite3.Error as error:
                raise NashraError(_why(path, error)) from error


def _unpack(path: Path, copy: Path, max_bytes: int) -> None:
    with path.open("rb") as source:
        start = source.read(16)
        source.seek(0)
        if start.startswith(_ZIP):
            with zipfile.ZipFile(source) as package:
                name = _member(package, path)
                with package.open(name) as member:
                    if name.endswith("b"):
                        _copy_zstd(member, copy, path, max_bytes)
                    else:
                        _copy(member, copy, path, max_bytes)
        elif start.startswith(_ZSTD):
            _copy_zstd(source, copy, path, max_bytes)
        elif start == _SQLITE:
            _copy(source, copy, path, max_bytes)
            _copy_wal(path, copy, max_bytes)
        else:
            raise NashraError(f"{path} is not an Anki deck: give an .apkg, a .colpkg or a collection.anki2")


def _member(package: zipfile.ZipFile, path: Path) -> str:
    """The name of the collection that counts."""
    names = set(package.namelist())
    version = 0
    if "meta" in names:
        with package.open("meta") as meta:
            start = meta.read(16)
        version = start[1] if start[:1] == b"\x08" and len(start) > 1 else 0
        if version > max(_MEMBERS):
            raise NashraError(
                f"{path} was written by a newer Anki: export it with 'support older Anki versions'"
            )
    for name in _MEMBERS.get(version, _OLD):
        if name in names:
            return name
    raise NashraError(f"{path} is a zip file without an Anki collection in it")


def _copy(source: IO[bytes], copy: Path, path: Path, max_bytes: int) -> None:
    total = 0
    with copy.open("wb") as out:
        while chunk := source.read(_CHUNK):
            total += len(chunk)
            if total > max_bytes:
                raise NashraError(f"{path} unpacks to more than {max_bytes >> 20} MB: not read")
            out.write(chunk)


def _copy_zstd(source: IO[bytes], copy: Path, path: Path, max_bytes: int) -> None:
    import zstandard

    try:
        with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(source) as reader:
            _copy(reader, copy, path, max_bytes)
    except zstandard.ZstdError as error:
        raise NashraError(f"{path} is damaged: export it from Anki again") from error


def _copy_wal(path: Path, copy: Path, max_bytes: int) -> None:
    """What Anki has written since the file was last put in order, if it is running."""
    wal = path.with_name(path.name + "-wal")
    if wal.is_file():
        if wal.stat().st_size > max_bytes:
            raise NashraError(f"{wal} is too large: close Anki and try again")
        shutil.copyfile(wal, copy.with_name(copy.name + "-wal"))


def _connect(copy: Path) -> sqlite3.Connection:
    db = sqlite3.connect(copy)
    db.create_collation("unicase", _unicase)
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA query_only = ON")
    db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 100_000_000)
    db.text_factory = lambda raw: raw.decode("utf-8", "replace")
    steps = 0

    def watch() -> int:
        nonlocal steps
        steps += _STEP
        return int(steps > _MAX_STEPS)

    db.set_progress_handler(watch, _STEP)
    return db


def _unicase(one: str, two: str) -> int:
    one, two = one.casefold(), two.casefold()
    return (one > two) - (one < two)


def _check(db: sqlite3.Connection, path: Path) -> None:
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {"notes", "cards", "col"} <= tables:
        raise NashraError(f"{path} is not an Anki collection: there are no notes in it")


def _why(path: Path, error: sqlite3.Error) -> str:
    if "interrupted" in str(error):
        return f"{path} takes too long to read: not read"
    return f"cannot read {path}: {error}; if Anki is open, close it and try again"
