"""Where the compiled index is, compiled first if it has to be.

An installed package carries its index, marked as final. A checkout compiles into glossary/data/index/ when a source is
newer: the lexicon in seconds whenever an entry changes, the analysis table once for each table. What is compiled goes into
a folder of its own, and then one small file is replaced, so a reader never sees half of one index and half of another; who
has the old one open keeps it. While somebody else compiles, the old index serves, if there is one; so it does if the sources
are broken, and a line says so.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from glossary.data_files import DATA, FILES, LEXICON, TABLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HERE = os.path.dirname(os.path.abspath(__file__))
STAMP = "stamp"
FINAL = "final"
CODE = (
    "binary.py",
    "compile.py",
    "extra.py",
    "join.py",
    "term_parts.py",
    "variants.py",
    "search.py",
    "translit.py",
    "stems.py",
    "decode.py",
    "entry.py",
    "english.py",
    "govern.py",
    "inflect",
)
"""What the lexicon is compiled with; the table's layer has glossary.base.VERSION."""


def folders(user_dir: str | os.PathLike[str] | None = None) -> tuple[list[str], str | None]:
    """The folders of our lexicon and the user's, if there is one, and of the table, if the data has one; up to date.

    A lexicon goes with the table that it was compiled for: while a new one is being made, the old one and its table serve.
    """
    index = os.path.join(DATA, "index")
    source = os.path.join(DATA, "analyses", "table.xz")
    table: str | None = None
    if os.path.exists(source) or _read(os.path.join(index, TABLE, STAMP)) == FINAL:
        table = _fresh(os.path.join(index, TABLE), TABLE, lambda: table_stamp(source), compile_table)[0]
    lexicon, stamp = _lexicon(os.path.join(index, LEXICON), table, None)
    older = os.path.join(index, TABLE, stamp.rpartition(" ")[2])
    if table and stamp != FINAL and os.path.isdir(older):
        table = older
    users = sorted(path for path, _ in _listing(os.fspath(user_dir), ".toml")) if user_dir is not None else []
    if not users:
        return [lexicon], table
    return [lexicon, _lexicon(_users_folder(os.fspath(user_dir or "")), table, users)[0]], table


def ready() -> bool:
    """Whether our own index is there and up to date, so that opening it takes no time. Compiles nothing."""
    source = os.path.join(DATA, "analyses", "table.xz")
    table = _current(os.path.join(DATA, "index", TABLE), TABLE)
    lexicon = _current(os.path.join(DATA, "index", LEXICON), LEXICON)
    if os.path.exists(source) and (table is None or table[1] not in (FINAL, table_stamp(source))):
        return False
    return lexicon is not None and lexicon[1] in (FINAL, lexicon_stamp(table[0] if table else None))


def _lexicon(target: str, table: str | None, users: list[str] | None) -> tuple[str, str]:
    """A lexicon's folder and stamp; one for a table that is gone does not serve."""

    def build(folder: str) -> None:
        compile_lexicon(folder, table, users)

    have = _current(target, LEXICON)
    if have and have[1] != FINAL and table:
        named = os.path.join(os.path.dirname(table), have[1].rpartition(" ")[2])
        gone = not os.path.isdir(named) or (users is not None and named != table)
        return _fresh(target, LEXICON, lambda: lexicon_stamp(table, users), build, insist=gone)
    return _fresh(target, LEXICON, lambda: lexicon_stamp(table, users), build)


def table_stamp(source: str) -> str:
    """What identifies the table's compiled layer: its size, time, and the version of the rules."""
    with open(os.path.join(HERE, "base.py"), encoding="utf-8") as file:
        version = next(line for line in file if line.startswith("VERSION")).split()[-1]
    stat = os.stat(source)
    return f"{version} {stat.st_size} {stat.st_mtime_ns}"


def lexicon_stamp(table: str | None, users: list[str] | None = None) -> str:
    """The names, sizes and times of every source, data and code, as one number; and the table's stamp."""
    import zlib

    seen = [(path, os.stat(path)) for path in users or ()]
    for sub in ("field", "general", "names") if users is None else ():
        seen += _listing(os.path.join(DATA, sub), ".toml")
    for name in CODE:
        path = os.path.join(HERE, name)
        seen += _listing(path, ".py") if os.path.isdir(path) else [(path, os.stat(path))]
    lines = sorted(f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in seen)
    digest = zlib.crc32("\n".join(lines).encode("utf-8", "surrogateescape"))
    return f"{len(lines)} {digest:08x} {os.path.basename(table) if table else '-'}"


def compile_table(target: str) -> None:
    """Compile the analysis table into a folder, which exists."""
    from pathlib import Path

    from glossary import base
    from glossary.remember import Remember

    remember = Remember(Path(target).parent / "inflected")
    base.build(Path(target), remember)
    remember.save()


def compile_lexicon(
    target: str, table: str | None, users: list[str] | None = None, *, strict: bool = False
) -> None:
    """Compile our entries, or the user's, into a folder, which exists.

    What cannot be read is left out and said on standard error, unless `strict`: then it is a NashraError.
    """
    from pathlib import Path

    from glossary import compile, decode, sources
    from glossary.remember import Remember

    paths = sources.shipped() if users is None else [Path(path) for path in users]
    if strict:
        lexicon = decode.load(paths)
    else:
        lexicon, problems = compile.readable(paths)
        if problems:
            print(
                f"nashra: {len(problems)} mistakes in the glossary are left out, {problems[0]}",
                file=sys.stderr,
            )
    remember = Remember(Path(target).parent / "inflected")
    compile.build(lexicon, Path(target), Path(table) if table else None, remember)
    remember.save()


def _fresh(
    target: str, kind: str, stamp: Callable[[], str], build: Callable[[str], None], *, insist: bool = False
) -> tuple[str, str]:
    """The folder in `target` that holds a whole index, up to date if that can be (or `insist`), and its stamp."""
    have = _current(target, kind)
    if have and (have[1] == FINAL or have[1] == stamp()):
        return have
    if insist:
        have = None
    try:
        from glossary.lock import only_one

        os.makedirs(target, exist_ok=True)
        with only_one(target, wait=not have) as mine:
            if mine:
                want = stamp()
                found = _current(target, kind)  # who held the lock may just have made it
                return found if found and found[1] == want else (_replace(target, want, build), want)
    except NashraError as error:
        if not have:
            raise
        print(
            f"nashra: the glossary's sources have a mistake, the last good index serves: {error}",
            file=sys.stderr,
        )
    except OSError as error:
        if not have:
            raise NashraError(
                f"The glossary cannot be compiled into {target}: {error.strerror or error}."
            ) from None
    assert have is not None
    return have


def _current(target: str, kind: str) -> tuple[str, str] | None:
    """The folder of the index that is there, and its stamp; None if there is none or a file is missing."""
    written = _read(os.path.join(target, STAMP))
    name, _, stamp = written.partition("\n")
    folder = os.path.join(target, name) if stamp else target
    if written and all(os.path.exists(os.path.join(folder, file)) for file in FILES[kind]):
        return folder, stamp or written
    return None


def _replace(target: str, stamp: str, build: Callable[[str], None]) -> str:
    """Build in a new folder inside the target, then point the stamp at it. The one before stays for who is opening it."""
    import shutil
    import tempfile

    before = _read(os.path.join(target, STAMP)).partition("\n")[0]
    new = tempfile.mkdtemp(prefix="v", dir=target)
    try:
        build(new)
        with open(new + STAMP, "w", encoding="ascii") as file:
            file.write(f"{os.path.basename(new)}\n{stamp}")
        os.replace(new + STAMP, os.path.join(target, STAMP))
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    for name in os.listdir(target):
        old = os.path.join(target, name)
        if name.startswith("v") and name not in (before, os.path.basename(new)) and os.path.isdir(old):
            shutil.rmtree(old, ignore_errors=True)
    return new


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
