"""Where the glossary's data is: every TOML file that was shipped, and the user's own."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent / "data"
GLOSSARY, LEXICON, NAMES, USER = "glossary", "lexicon", "names", "user"
FOLDERS = {GLOSSARY: "field", LEXICON: "general", NAMES: "names"}
"""The folder below data/ that each source has."""
_SOURCE = {str(DATA / folder): source for source, folder in FOLDERS.items()}


def shipped(data: Path = DATA) -> list[Path]:
    """All files of the glossary, the lexicon and the names, in that order, sorted by name."""
    return [path for folder in FOLDERS.values() for path in sorted((data / folder).glob("*.toml"))]


def users(folder: Path) -> list[Path]:
    """The TOML files of the user's folder; none if there is no such folder."""
    return sorted(path for path in folder.glob("*.toml") if path.is_file())


def source_of(path: Path) -> str:
    """glossary, lexicon or names by the folder in a data/ folder, else user."""
    known = _SOURCE.get(str(path.parent))
    if known:
        return known
    parts = path.resolve().parts
    if len(parts) > 2 and parts[-3] == "data":
        return next((source for source, folder in FOLDERS.items() if folder == parts[-2]), USER)
    return USER
