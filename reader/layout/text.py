"""One line of text for titles, table cells, footers and inputs.

    display("قال (ATACMS)").text                  visual order, joined letters
    fit("عقوبات", 10).text                        ten cells, the word on the right
    fit("عقوبات اقتصادية", 8).text                eight cells, cut with … on its left
    paint("سطر\\nline", PROFILES["vte"])           a whole text, ready to print
    field("وقف", cursor=3, width=10)              an input: its cells and the cursor's column

Nothing but a Document may put Arabic on a screen without passing through one of these.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.layout.bidi import is_rtl, levels
from reader.layout.chars import ELLIPSIS
from reader.layout.line import NOWHERE, Line, visual
from reader.layout.profiles import PLAIN, Profile
from reader.layout.sanitize import sanitize
from reader.layout.shaping import shape_uncached
from reader.layout.wrap import condense, wrap


def display(text: str, profile: Profile = PLAIN, *, marks: bool = True, base: str = "auto") -> Line:
    """A text as one visual line; line breaks show as spaces. Positions are offsets into text."""
    rtl = is_rtl(text, base)
    cells, places = lay(text, 0, len(text), profile, rtl, marks)
    return Line(profile.emit(cells), places, [], rtl, 0, len(text))


def lay(
    text: str, start: int, end: int, profile: Profile, rtl: bool, marks: bool
) -> tuple[list[str], list[int]]:
    """Cells and positions of a part of a text, before the profile's own treatment."""
    if not rtl and text.isascii() and text.isprintable():  # nothing to join, to reorder or to take out
        return list(text[start:end]), list(range(start, end))
    if profile.logical:
        return logical_cells(text, start, end, marks)
    return visual(text, start, end, levels(text, rtl), rtl, marks=marks)


def logical_cells(
    text: str, start: int, end: int, marks: bool, origin: int = 0
) -> tuple[list[str], list[int]]:
    """Cells in logical order with the letters as they are; whatever reads the pipe does the rest."""
    cells: list[str] = []
    places: list[int] = []
    piece = text[start:end]
    shaped = shape_uncached(piece, marks, False)
    for i, place in enumerate(shaped.starts):
        stop = shaped.starts[i + 1] if i + 1 < len(shaped.starts) else len(piece)
        cells.append(one_line(piece[place:stop]) if marks else shaped.displays[i])
        places.append(origin + start + place)
        if i in shaped.wide:
            cells.append("")
            places.append(origin + start + place)
    return cells, places


def one_line(text: str) -> str:
    """Logical text that is safe to print: sanitized, its breaks and tabs spaces."""
    return text if text.isprintable() else sanitize(text).replace("\n", " ").replace("\t", " ")


def width_of(text: str) -> int:
    """The cells of a text on one line."""
    if text.isascii() and text.isprintable():
        return len(text)
    return len(condense(text))


def fit(
    text: str,
    width: int,
    profile: Profile = PLAIN,
    *,
    align: str = "start",
    marks: bool = True,
    base: str = "auto",
    ellipsis: str = ELLIPSIS,
) -> Line:
    """A line of exactly width cells: padded with spaces, or cut at its logical end with an ellipsis.

    align: "left", "right", "center", or "start" and "end" as the text's direction has them.
    """
    if align not in ("left", "right", "center", "start", "end"):
        raise ValueError(f"align must be left, right, center, start or end, not {align!r}")
    rtl = is_rtl(text, base)
    width = max(0, width)
    shown = text
    if width_of(text) > width:
        shown = _cut(text, width - len(ellipsis)) + ellipsis if width > len(ellipsis) else ellipsis[:width]
    cells, places = lay(shown, 0, len(shown), profile, rtl, marks)
    kept = len(text) if shown is text else len(shown) - len(ellipsis)
    places = [p if p < kept else NOWHERE for p in places]
    room = max(0, width - len(cells))
    left = {
        "left": 0,
        "right": room,
        "center": room // 2,
        "start": room if rtl else 0,
        "end": 0 if rtl else room,
    }[align]
    cells = [" "] * left + cells + [" "] * (room - left)
    places = [NOWHERE] * left + places + [NOWHERE] * (room - left)
    return Line(profile.emit(cells), places, [], rtl, 0, kept)


def _cut(text: str, width: int) -> str:
    """The longest logical beginning of at most width cells, cut between clusters, its end stripped."""
    line = display(text[: 64 + 16 * width], base="ltr", marks=False)
    order = sorted((p, i) for i, p in enumerate(line.positions))
    if len(order) <= width:
        return text
    end = order[width][0]
    return text[:end].rstrip()


class Field(NamedTuple):
    """What an input shows: exactly the cells there are, and where the cursor is."""

    line: Line
    cursor: int
    """The cursor's column."""

    def position_at(self, column: int) -> int:
        """The logical cursor position that a click on a column means."""
        places = self.line.positions
        if 0 <= column < len(places) and places[column] != NOWHERE:
            return places[column]
        return self.line.end if (column < self.cursor) == self.line.rtl else self.line.start


def field(
    text: str, cursor: int, width: int, profile: Profile = PLAIN, *, marks: bool = True, base: str = "auto"
) -> Field:
    """An input of exactly width cells (at least 1), scrolled so that the cursor is in view.

    cursor: a logical position, 0..len(text).
    """
    rtl = is_rtl(text, base)
    width = max(1, width)
    whole = text + " "  # the cell that the cursor stands on after the last letter
    cells, places = lay(whole, 0, len(whole), profile, rtl, marks)
    line = Line(cells, places, [], rtl, 0, len(text))
    column = max(0, line.column_of(cursor))
    room = width - len(cells)
    if room >= 0:
        left = room if rtl else 0
        cells = [" "] * left + cells + [" "] * (room - left)
        places = [NOWHERE] * left + places + [NOWHERE] * (room - left)
        column += left
    else:
        low = min(max(0, column - width // 2), len(cells) - width)
        cells, places, column = cells[low : low + width], places[low : low + width], column - low
        if not cells[0]:  # half of a wide cluster at the edge
            cells[0] = " "
        if low + width < line.width and not line.cells[low + width]:
            cells[-1] = " "
    return Field(Line(profile.emit(cells), places, [], rtl, 0, len(text)), column)


def paint(
    text: str, profile: Profile = PLAIN, *, marks: bool = True, base: str = "auto", width: int | None = None
) -> str:
    """A whole text, line by line, ready to print; wrapped and aligned if a width is given."""
    out: list[str] = []
    for paragraph in text.split("\n"):
        rtl = is_rtl(paragraph, base)
        lines = [(0, len(paragraph))] if width is None else wrap(paragraph, 0, len(paragraph), max(1, width))
        depth = "" if profile.logical else levels(paragraph, rtl)
        for start, end in lines:
            if profile.logical:
                out.append(one_line(paragraph[start:end]))
                continue
            cells, _ = visual(paragraph, start, end, depth, rtl, marks=marks, fit=width or 2)
            pad = " " * (width - len(cells)) if rtl and width is not None else ""
            out.append(pad + "".join(profile.emit(cells)))
    return "\n".join(out)
