"""The user's one state file: opening it, and bringing each component's tables up to date.

conn = connect(home / "nashra.db")
migrate(conn, "corpus", [FOLDER / "schema.sql"])    runs the steps that this file has not seen
with transaction(conn): ...                        all or nothing; may be nested
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import NashraError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BUSY_SECONDS = 10
"""How long a write waits for another process that is writing."""


def connect(path: Path | str) -> sqlite3.Connection:
    """Open the state file, made with its folder if it is not there; ":memory:" for none.

    Rows are sqlite3.Row; transactions are opened with `transaction`. Raises NashraError, naming the file,
    when it cannot be opened, is not a database, or is damaged. A connection belongs to the thread that
    opened it.
    """
    if path != ":memory:":
        path = Path(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as e:
            raise NashraError(f"Cannot make the folder {path.parent}: {e.strerror}.") from None
    try:
        conn = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    except sqlite3.Error as e:
        raise _told(path, e) from None
    try:
        conn.row_factory = sqlite3.Row
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = NORMAL")
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute(
            "PRAGMA wal_autocheckpoint = 4000"
        )  # pages: postings touch many, so write them back in bulk
        conn.execute("PRAGMA temp_store = MEMORY")
        conn.execute("PRAGMA cache_size = -16000")  # kB, the cap of this connection
        conn.execute(
            "CREATE TABLE IF NOT EXISTS migration"
            " (component TEXT NOT NULL, step INTEGER NOT NULL,"
            " applied TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, PRIMARY KEY (component, step)) WITHOUT ROWID"
        )
    except sqlite3.Error as e:
        conn.close()
        raise _told(path, e) from None
    return conn


def migrate(conn: sqlite3.Connection, component: str, steps: Sequence[str | Path]) -> int:
    """Run the steps (SQL scripts or files of them, numbered from 1) that the file has not had; return how many ran.

    Each step is one transaction, recorded with its number under the component's name, so another process that
    starts at the same time runs none twice. Raises NashraError for a file that a newer version has written.
    """
    if _done(conn, component) == len(steps):
        return 0
    ran = 0
    for number, step in enumerate(steps, start=1):
        with transaction(conn):
            done = _done(conn, component)
            if done > len(steps):
                raise NashraError(
                    "Your library was written by a newer version of nashra; update nashra to open it."
                )
            if number <= done:
                continue
            script = step.read_text("utf-8") if isinstance(step, Path) else step
            for statement in _statements(script):
                conn.execute(statement)
            conn.execute("INSERT INTO migration (component, step) VALUES (?, ?)", (component, number))
            ran += 1
    return ran


@contextlib.contextmanager
def transaction(conn: sqlite3.Connection) -> Iterator[None]:
    """Everything inside happens or nothing does. Inside another transaction it is a part of that one."""
    if conn.in_transaction:
        yield
        return
    try:
        conn.execute("BEGIN IMMEDIATE")
    except sqlite3.Error as e:
        raise _told(_file(conn), e) from e
    try:
        yield
        conn.execute("COMMIT")
    except BaseException as e:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        if isinstance(e, sqlite3.Error):
            raise _told(_file(conn), e) from e
        raise


def _done(conn: sqlite3.Connection, component: str) -> int:
    row = conn.execute("SELECT max(step) FROM migration WHERE component = ?", (component,)).fetchone()
    return row[0] or 0


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for piece in script.split(";"):
        statement += piece + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip("; \n"):
        yield statement  # no complete statement: SQLite says what is wrong with it


def _file(conn: sqlite3.Connection) -> str:
    row = conn.execute("PRAGMA database_list").fetchone()
    return row[2] or ":memory:"


def _told(path: Path | str, error: sqlite3.Error) -> Exception:
    """The error of SQLite as one line that says what to do; the error itself when it is a fault of ours."""
    said = str(error)
    if "locked" in said or "busy" in said:
        return NashraError(f"{path} is in use by another nashra; close it and try again.")
    if "not a database" in said or "malformed" in said:
        return NashraError(
            f"{path} is damaged or no library of nashra; put back a backup (nashra restore FILE)."
        )
    if "readonly" in said or "unable to open" in said:
        return NashraError(f"{path} cannot be written; check the permissions of the file and its folder.")
    if "full" in said:
        return NashraError(f"The disk is full; {path} was not changed.")
    if isinstance(error, sqlite3.ProgrammingError | sqlite3.IntegrityError) or "no such" in said:
        return error
    return NashraError(f"{path}: {said}.")
