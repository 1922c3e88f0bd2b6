"""Where the user's things are. NASHRA_HOME puts all of it in one folder."""

from __future__ import annotations

import os
from pathlib import Path

from corpus.errors import NashraError


def _home() -> Path | None:
    value = os.environ.get("NASHRA_HOME")
    return Path(value).expanduser() if value else None


def data_dir() -> Path:
    """The folder of the state file and the user's own entries; not created here."""
    if home := _home():
        return home
    import platformdirs

    return Path(platformdirs.user_data_path("nashra", appauthor=False))


def config_dir() -> Path:
    """The folder of config.toml; not created here."""
    if home := _home():
        return home
    import platformdirs

    return Path(platformdirs.user_config_path("nashra", appauthor=False))


def cache_dir() -> Path:
    """The folder of what can be made again; not created here."""
    if home := _home():
        return home / "cache"
    import platformdirs

    return Path(platformdirs.user_cache_path("nashra", appauthor=False))


def state_file() -> Path:
    """The one SQLite file with library and word states."""
    return data_dir() / "nashra.db"


def own_entries_dir() -> Path:
    """The user's own glossary entries (TOML)."""
    return data_dir() / "entries"


def make_dir(path: Path) -> Path:
    """Create a folder of the user's; NashraError with the way out when that is not allowed."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise NashraError(
            f"cannot create {path} ({why}); set NASHRA_HOME to a folder that you may write to"
        ) from error
    return path
