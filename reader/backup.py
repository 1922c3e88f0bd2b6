"""Everything of the user's in one zip file, and back.

nashra.db            library and word states, as one consistent copy even while the reader is open
entries/*.toml       own entries
config.toml          settings
"""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
from datetime import datetime
from pathlib import Path

from corpus.errors import NashraError
from reader import paths

STATE = "nashra.db"
LARGEST = 4 << 30
"""Bytes that a backup may unpack to."""


def backup(target: Path) -> int:
    """Write the backup, whole or not at all; returns how many articles are in it."""
    from reader.files import write_atomically
    from reader.workspace import Workspace

    desk = Workspace()
    count = desk.library.count()
    desk.store  # noqa: B018  (its tables are there even if no word was marked yet)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / STATE
        with sqlite3.connect(copy) as out:
            desk.conn.backup(out)
        out.close()
        packed = Path(folder) / "backup.zip"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bundle:
            bundle.write(copy, STATE)
            for entry in sorted(paths.own_entries_dir().glob("*.toml")):
                bundle.write(entry, f"entries/{entry.name}")
            if (paths.config_dir() / "config.toml").exists():
                bundle.write(paths.config_dir() / "config.toml", "config.toml")
        write_atomically(target, packed.read_bytes())
    return count


def restore(source: Path) -> Path | None:
    """Put a backup in the place of what is there; returns where the old state file is kept, if there was one.

    Raises NashraError, with nothing changed, when the file is no backup of ours or is damaged.
    """
    with tempfile.TemporaryDirectory(dir=paths.make_dir(paths.data_dir())) as folder:
        fresh = Path(folder)
        names = _unpack(source, fresh)
        _check(fresh / STATE, source)
        kept = _put_aside(paths.state_file())
        (fresh / STATE).replace(paths.state_file())
        for name in names:
            if name.startswith("entries/"):
                (fresh / name).replace(paths.make_dir(paths.own_entries_dir()) / Path(name).name)
        if "config.toml" in names:
            (fresh / "config.toml").replace(paths.make_dir(paths.config_dir()) / "config.toml")
    return kept


def _unpack(source: Path, folder: Path) -> list[str]:
    """The members of a backup that belong there; names are ours, never the file's own paths."""
    try:
        with zipfile.ZipFile(source) as bundle:
            if sum(info.file_size for info in bundle.infolist()) > LARGEST:
                raise NashraError(
                    f"{source} unpacks to more than {LARGEST >> 30} GB; it is no backup of ours"
                )
            names = [name for name in bundle.namelist() if _ours(name)]
            if STATE not in names:
                raise NashraError(f"{source} is no backup of Nashra; `nashra backup FILE` makes one")
            (folder / "entries").mkdir()
            for name in names:
                (folder / name).write_bytes(bundle.read(name))
            return names
    except FileNotFoundError:
        raise NashraError(f"there is no file {source}") from None
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise NashraError(f"{source} is no backup that can be read: {error}") from None


def _ours(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return name in (STATE, "config.toml") or (
        folder == "entries" and file.endswith(".toml") and "\\" not in file
    )


def _check(path: Path, source: Path) -> None:
    try:
        conn = sqlite3.connect(path)
        try:
            sound = conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            conn.execute("SELECT count(*) FROM article, word WHERE 0")
        finally:
            conn.close()
    except sqlite3.Error:
        sound = False
    if not sound:
        raise NashraError(f"the state in {source} is damaged; nothing was changed")


def _put_aside(path: Path) -> Path | None:
    if not path.exists():
        return None
    conn = sqlite3.connect(path)
    try:
        # What is still in the log goes into the file, so that the copy put aside is whole.
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        raise NashraError(f"{path} is in use ({error}); close Nashra and try again") from None
    finally:
        conn.close()
    kept = path.with_name(f"nashra-{datetime.now():%Y%m%d-%H%M%S}.db")
    path.rename(kept)
    for ending in ("-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)
    return kept
