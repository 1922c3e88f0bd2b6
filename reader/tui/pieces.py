"""Styled pieces of one row: columns of text, each fitted to its cells by the layout.

columns(40, [Cell("sanctions", 20), Cell("عُقُوبَات", 15, "right"), Cell("4", 4, "right")], profile)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style
from textual.content import Content

from reader.layout.text import display, fit, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.layout.profiles import Profile

PLAIN_STYLE = Style()
BY_MACHINE = "≈ "
"""Before English that a machine made; the reader has been told so once."""
LRM = "\u200e"
"""Behind Arabic in an English line: keeps a number or a stop that follows from joining it."""


class Cell(NamedTuple):
    """One column of a row."""

    text: str
    width: int
    align: str = "left"
    style: Style = PLAIN_STYLE


def columns(cells: Iterable[Cell], profile: Profile, *, marks: bool = True) -> list[tuple[str, Style]]:
    """The pieces of a row, with one blank between columns; columns without width are left out."""
    made: list[tuple[str, Style]] = []
    for cell in cells:
        if cell.width <= 0:
            continue
        if made:
            made.append((" ", PLAIN_STYLE))
        made.append((fit(cell.text, cell.width, profile, align=cell.align, marks=marks).text, cell.style))
    return made


def border(text: str, profile: Profile, room: int = 60) -> Content:
    """For a border: one visual line of at most `room` cells, never read as markup."""
    cut = width_of(text) > room
    return Content((fit(text, room, profile) if cut else display(text, profile)).text)


def heading(text: str, width: int, profile: Profile) -> str:
    """English with Arabic in it for the line at the top of a screen, in the cells there are."""
    return fit(text, max(0, width), profile, align="left", base="ltr").text
