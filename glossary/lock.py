"""One process at a time, and a lock that dies with its holder.

    with only_one(folder, wait=True) as mine:   # mine is True: nobody else is between here and the end of the block
        ...

SQLite's lock on a small file of its own: on every system it is the system's lock, so a terminal that was closed or a
process that was killed leaves nothing behind that the next one would have to wait for.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = "lock.db"
_TRY = 0.2
"""Seconds between two looks, so that Ctrl-C is heard."""
_TELL = 1.0
"""Seconds after which a person is told what is being waited for."""


@contextmanager
def only_one(folder: str, *, wait: bool) -> Iterator[bool]:
    """True once the folder is ours alone; False at once if somebody has it and there is no need to `wait`.

    Raises OSError where the folder cannot be written.
    """
    path = os.path.join(folder, FILE)
    with open(path, "ab"):  # a folder that cannot be written is an OSError with its own words
        pass
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as db:
        mine = _take(db)
        tell = time.monotonic() + _TELL
        while wait and not mine:
            if tell and time.monotonic() > tell:
                print("nashra: waiting for another nashra that makes the dictionary …", file=sys.stderr)
                tell = 0.0
            time.sleep(_TRY)
            mine = _take(db)
        yield mine


def _take(db: sqlite3.Connection) -> bool:
    try:
        db.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise OSError(0, str(error)) from None
        return False
    return True
