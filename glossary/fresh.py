"""Where the compiled index is, compiled first if it has to be.

An installed package carries its index, marked as final. A checkout compiles into glossary/data/index/ when a source is
newer: the lexicon in seconds whenever an entry changes, the analysis table once for each table. What is compiled is
written beside the old and moved over it, so a reader never sees half of it. While somebody else compiles, the old
index serves, if there is one; so it does if the sources are broken, and a line says so.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from glossary.index import DATA, FILES, LEXICON, TABLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HERE = os.path.dirname(os.path.abspath(__file__))
STAMP = "stamp"
FINAL = "final"
CODE = (
    "compile.py",
    "extra.py",
    "join.py",
    "search.py",
    "stems.py",
    "decode.py",
    "entry.py",
    "english.py",
    "inflect",
)
"""What the lexicon is compiled with; the table's layer has glossary.base.VERSION."""
STALE = 900.0
"""Seconds after which a lock is taken for one that was left behind."""


def folders(user_dir: str | os.PathLike[str] | None = None) -> tuple[str, str | None]:
    """The folders of the lexicon and of the table, up to date; no table if there is none in the data."""
    index = os.path.join(DATA, "index")
    table: str | None = os.path.join(index, TABLE)
    source = os.path.join(DATA, "analyses", "table.xz")
    if _read(os.path.join(table or "", STAMP)) != FINAL:
        if os.path.exists(source):
            _fresh(table or "", TABLE, lambda: table_stamp(source), lambda target: compile_table(target))
        else:
            table = None
    users = sorted(path for path, _ in _listing(os.fspath(user_dir), ".toml")) if user_dir is not None else []
    lexicon = os.path.join(index, LEXICON) if not users else _users_folder(os.fspath(user_dir or ""))
    _fresh(
        lexicon,
        LEXICON,
        lambda: lexicon_stamp(table, users),
        lambda target: compile_lexicon(target, table, users),
    )
    return lexicon, table


def table_stamp(source: str) -> str:
    """What identifies the table's compiled layer: its size, time, and the version of the rules."""
    with open(os.path.join(HERE, "base.py"), encoding="utf-8") as file:
        version = next(line for line in file if line.startswith("VERSION")).split()[-1]
    stat = os.stat(source)
    return f"{version} {stat.st_size} {stat.st_mtime_ns}"


def lexicon_stamp(table: str | None, users: list[str]) -> str:
    """The names, sizes and times of every source, data and code, as one number; and the table's stamp."""
    import zlib

    seen = [(path, os.stat(path)) for path in users]
    for sub in ("field", "general", "names"):
        seen += _listing(os.path.join(DATA, sub), ".toml")
    for name in CODE:
        path = os.path.join(HERE, name)
        seen += _listing(path, ".py") if os.path.isdir(path) else [(path, os.stat(path))]
    lines = sorted(f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in seen)
    digest = zlib.crc32("\n".join(lines).encode("utf-8", "surrogateescape"))
    return f"{len(lines)} {digest:08x} {_read(os.path.join(table, STAMP)) if table else '-'}"


def compile_table(target: str) -> None:
    """Compile the analysis table into a folder, which exists."""
    from pathlib import Path

    from glossary import base
    from glossary.remember import Remember

    remember = Remember(Path(target).parent / ".inflected-table")
    base.build(Path(target), remember)
    remember.save()


def compile_lexicon(
    target: str, table: str | None, users: list[str] | None = None, *, strict: bool = False
) -> None:
    """Compile the entries into a folder, which exists.

    What cannot be read is left out and said on standard error, unless `strict`: then it is a NashraError.
    """
    from pathlib import Path

    from glossary import compile, decode, sources
    from glossary.remember import Remember

    paths = [*sources.shipped(), *(Path(path) for path in users or [])]
    if strict:
        lexicon = decode.load(paths)
    else:
        lexicon, problems = compile.readable(paths)
        if problems:
            print(
                f"nashra: {len(problems)} mistakes in the glossary are left out, {problems[0]}",
                file=sys.stderr,
            )
    remember = Remember(Path(target).parent / ".inflected")
    compile.build(lexicon, Path(target), Path(table) if table else None, remember)
    remember.save()


def _fresh(target: str, kind: str, stamp: Callable[[], str], build: Callable[[str], None]) -> None:
    """See to it that a folder is whole and, if that can be, up to date."""
    have = _read(os.path.join(target, STAMP))
    whole = bool(have) and all(os.path.exists(os.path.join(target, name)) for name in FILES[kind])
    if whole and (have == FINAL or have == stamp()):
        return
    try:
        os.makedirs(target, exist_ok=True)
        if _locked(target, wait=not whole):
            try:
                want = stamp()
                if not whole and _read(os.path.join(target, STAMP)) == want:
                    return  # who held the lock has just made it
                _replace(target, kind, want, build)
            finally:
                os.rmdir(os.path.join(target, "lock"))
    except NashraError as error:
        if not whole:
            raise
        print(
            f"nashra: the glossary's sources have a mistake, the last good index serves: {error}",
            file=sys.stderr,
        )
    except OSError as error:
        if not whole:
            raise NashraError(
                f"The glossary cannot be compiled into {target}: {error.strerror or error}."
            ) from None


def _locked(target: str, *, wait: bool) -> bool:
    """Take the folder's lock; False if somebody has it and there is no need to wait."""
    lock = os.path.join(target, "lock")
    while True:
        try:
            os.mkdir(lock)
        except FileExistsError:
            try:
                if time.time() - os.stat(lock).st_mtime > STALE:
                    os.rmdir(lock)
                    continue
            except OSError:
                continue
            if not wait:
                return False
            time.sleep(0.2)
        else:
            return True


def _replace(target: str, kind: str, stamp: str, build: Callable[[str], None]) -> None:
    """Build in a folder inside the target and move the files over, the stamp last."""
    import shutil
    import tempfile

    new = tempfile.mkdtemp(prefix=".new-", dir=target)
    try:
        build(new)
        with open(os.path.join(new, STAMP), "w", encoding="ascii") as file:
            file.write(stamp)
        for name in (*FILES[kind], STAMP):
            os.replace(os.path.join(new, name), os.path.join(target, name))
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _users_folder(user_dir: str) -> str:
    import zlib

    from platformdirs import user_cache_dir

    home = os.environ.get("NASHRA_HOME")
    base = os.path.join(home, "cache") if home else user_cache_dir("nashra")
    return os.path.join(base, f"index-{zlib.crc32(os.path.abspath(user_dir).encode()):08x}")


def _listing(path: str, ending: str = "") -> list[tuple[str, os.stat_result]]:
    try:
        with os.scandir(path) as found:
            return [(e.path, e.stat()) for e in found if e.name.endswith(ending) and e.is_file()]
    except OSError:
        return []


def _read(path: str) -> str:
    try:
        with open(path, encoding="ascii") as file:
            return file.read().strip()
    except (OSError, UnicodeDecodeError):
        return ""


def build_package(target: Path) -> None:
    """Compile both layers for a wheel, strictly, and mark them final."""
    for kind in (TABLE, LEXICON):
        folder = target / kind
        folder.mkdir(parents=True, exist_ok=True)
        if kind == TABLE:
            compile_table(str(folder))
        else:
            compile_lexicon(str(folder), str(target / TABLE), strict=True)
        (folder / STAMP).write_text(FINAL)
