"""The columns of a row of the library: what there is room for, the title in what the others leave.

cells(line, 160, "date", quiet, tagged=True)     known, a bar, kept, words, level, date, source, tags, title
cells(None, 60, "date", quiet)                   the names of the columns: known, kept, words, ▾date, title
cells(line, 40, "date", quiet)                   known, title
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.pieces import Cell

if TYPE_CHECKING:
    from rich.style import Style

    from corpus.summary import Summary

SORTS = {
    "date": "date",
    "known": "known",
    "unfamiliar": "kept",
    "level": "lvl",
    "words": "words",
    "title": "title",
    "added": "",
}
"""Orders of the list, and the name of the column that shows each."""


def cells(line: Summary | None, width: int, sort: str, quiet: Style, *, tagged: bool = False) -> list[Cell]:
    """A line in a width; None for the names of the columns. tagged: whether there are tags to show."""
    some, wide = width >= 60, width >= 100
    source = 18 if wide else 10 if width >= 70 else 0
    tags = 14 if tagged and width >= 120 else 0
    named = _named(sort) if line is None else _said(line)
    share = line.known_share if line else None
    made = [
        Cell(named["known"], 6, "right"),
        Cell(bar(share) if line else "", 8 * wide, "left", quiet),
        Cell(named["kept"], 5 * some, "right"),
        Cell(named["words"], 6 * some, "right", quiet),
        Cell(named["lvl"], 4 * wide, "right", quiet),
        Cell(named["date"], 10 * some, "left", quiet),
        Cell(named["source"], source, "left", quiet),
        Cell(named["tags"], tags, "left", quiet),
    ]
    used = sum(cell.width + 1 for cell in made if cell.width)
    return [*made, Cell(named["title"], max(8, width - used - 1), "right")]


def _named(sort: str) -> dict[str, str]:
    """The names of the columns, the one that the list is sorted by marked."""
    names = {name: name for name in ("known", "kept", "words", "lvl", "date", "source", "tags", "title")}
    column = SORTS[sort]
    return names | ({column: f"▾{column}"} if column else {})


def _said(line: Summary) -> dict[str, str]:
    share = line.known_share
    return {
        "known": "" if share is None else f"{round(100 * share)} %",
        "kept": str(line.unfamiliar or ""),
        "words": str(line.words),
        "lvl": str(line.level or ""),
        "date": line.date or "",
        "source": line.source or "",
        "tags": ", ".join(line.tags),
        "title": line.title,
    }


def bar(share: float | None, width: int = 8) -> str:
    """A bar for a share, in eighths of a cell."""
    eighths = round((share or 0) * width * 8)
    return "█" * (eighths // 8) + (" ▏▎▍▌▋▊▉"[eighths % 8] if eighths % 8 else "")
