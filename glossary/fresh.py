"""Where the compiled index is, compiled first if it has to be.

An installed package carries its index, marked as final; a checkout compiles into glossary/data/index/ whenever a source
is newer than the index. A compilation is written beside the old index and moved over it, so that a reader never sees
half of one; if the sources are broken and there is an older index, that one serves and a line says so.
"""

from __future__ import annotations

import hashlib
import os
import sys
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from glossary.index import DATA, FILES

if TYPE_CHECKING:
    from pathlib import Path

HERE = os.path.dirname(os.path.abspath(__file__))
STAMP = "stamp"
FINAL = "final"
CODE = (
    "binary.py", "clitics.py", "compile.py", "features.py", "join.py", "search.py", "tabled.py", "decode.py", "entry.py",
    "analyses.py", "translit.py", "inflect", "analyze.py", "rank.py",
)  # fmt: skip


def folder(user_dir: str | os.PathLike[str] | None = None) -> str:
    """The folder of an index that is up to date."""
    users = sorted(_listing(os.fspath(user_dir), ".toml")) if user_dir is not None else []
    if users:
        from platformdirs import user_cache_dir

        home = os.environ.get("NASHRA_HOME")
        base = os.path.join(home, "cache") if home else user_cache_dir("nashra")
        name = hashlib.sha256(os.path.abspath(os.fspath(user_dir or "")).encode()).hexdigest()[:12]
        return _fresh(os.path.join(base, "index-" + name), [path for path, _ in users])
    return _fresh(os.path.join(DATA, "index"), [])


def _fresh(target: str, users: list[str]) -> str:
    have = _read(os.path.join(target, STAMP))
    whole = bool(have) and all(os.path.exists(os.path.join(target, name)) for name in FILES)
    if whole and have == FINAL:
        return target
    want = fingerprint(users)
    if whole and have == want:
        return target
    try:
        compile_into(target, want, users)
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
    return target


def fingerprint(users: list[str] = []) -> str:  # noqa: B006
    """A digest of the name, size and time of every source, data and code."""
    seen = [(path, os.stat(path)) for path in users]
    for sub in ("field", "general", "names", "analyses"):
        seen += _listing(os.path.join(DATA, sub))
    for name in CODE:
        path = os.path.join(HERE, name)
        seen += (
            _listing(path, ".py")
            if os.path.isdir(path)
            else [(path, os.stat(path))]
            if os.path.exists(path)
            else []
        )
    digest = hashlib.sha256()
    for path, stat in sorted(seen, key=lambda item: item[0]):
        digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def compile_into(target: str, stamp: str, users: list[str] | None = None, *, strict: bool = False) -> None:
    """Compile everything into a folder inside the target, then put the files in the target's place.

    What cannot be read is left out and said on standard error, unless `strict`: then it is a NashraError.
    """
    import shutil
    import tempfile
    from pathlib import Path

    from glossary import compile, decode, sources
    from glossary.remember import Remember

    os.makedirs(target, exist_ok=True)
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
    new = Path(tempfile.mkdtemp(prefix=".new-", dir=target))
    try:
        remember = Remember(Path(target) / ".inflected")
        compile.build(lexicon, new, remember)
        remember.save()
        (new / STAMP).write_text(stamp)
        _place(new, Path(target))
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _place(new: Path, target: Path) -> None:
    """Move the files over, the stamp last; a file that is mapped elsewhere lives on until it is let go."""
    target.mkdir(parents=True, exist_ok=True)
    for name in (*FILES, STAMP):
        os.replace(new / name, target / name)


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
