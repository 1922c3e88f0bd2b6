"""The articles that ship, among the user's own: put in when the library is first opened, refreshed with the package.

One that the user has deleted is not put back. At every other start this looks at names, sizes and times and is done.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.database import transaction
from corpus.errors import NashraError

if TYPE_CHECKING:
    import sqlite3

    from corpus.article import Article

FOLDER = Path(__file__).parent / "articles"
"""Where the articles lie."""


def seed(conn: sqlite3.Connection, folder: Path) -> list[str]:
    """Bring the shipped articles in, and up to date. Returns what was wrong with them; empty in a release."""
    now = stamp(folder)
    row = conn.execute("SELECT value FROM corpus_meta WHERE key = 'shipped'").fetchone()
    if row is not None and row[0] == now:
        return []
    from corpus.shipped import load_shipped, shipped

    problems: list[str] = []
    with transaction(conn):
        for id in shipped(folder):
            try:
                _bring_in(conn, load_shipped(id, folder))
            except NashraError as error:
                problems.append(str(error))
        if not problems:
            conn.execute("INSERT OR REPLACE INTO corpus_meta VALUES ('shipped', ?)", (now,))
    return problems


def stamp(folder: Path = FOLDER) -> str:
    """Changes when a shipped file does; reads names, sizes and times only, so it is cheap at every start."""
    seen = []
    for home in _entries(folder):
        if home.is_dir():
            for file in _entries(home.path):
                if file.name.endswith((".toml", ".txt")):
                    status = file.stat()
                    seen.append((home.name, file.name, status.st_size, status.st_mtime_ns))
    return f"{len(seen)}-{zlib.crc32(repr(sorted(seen)).encode()):08x}"


def _entries(folder: Path | str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _bring_in(conn: sqlite3.Connection, article: Article) -> None:
    import hashlib

    from corpus import storage

    version = hashlib.sha256(repr(article).encode()).hexdigest()
    row = conn.execute("SELECT number, shipped FROM article WHERE id = ?", (article.id,)).fetchone()
    if row is None:
        storage.insert(conn, article, storage.columns_of(article), version)
    elif row["shipped"] is None:
        raise NashraError(f"{article.id}: an article of the user's own has this id")
    elif row["shipped"] != version:
        storage.rewrite(conn, row["number"], article, version)
