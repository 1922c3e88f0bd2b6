"""A terminal as a stream of lines: what is written in logical order arrives as the terminal wants it.

    screen = ScreenLines(sys.stdout, lambda: PROFILES["plain"])
    print("no article is called 'قال فلان'", file=screen)

    id   ISOLATE title POP        a title laid out by its own direction; too long, it goes on under its beginning
    READY_START line READY_END    laid out already

Only a line with Arabic in it costs anything; a terminal is not even looked at for the others.
"""

from __future__ import annotations

import io
import re
import shutil
from typing import TYPE_CHECKING, TextIO

from reader.layout.bidi import is_rtl
from reader.layout.chars import RIGHT_TO_LEFT
from reader.layout.text import paint, width_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.layout.profiles import Profile

ISOLATE, POP = "\u2068", "\u2069"
READY_START, READY_END = "\ufdd0", "\ufdd1"
_SPECIAL = re.compile(f"{RIGHT_TO_LEFT.pattern}|[{ISOLATE}{POP}{READY_START}{READY_END}]")
_PARTS = re.compile(f"{ISOLATE}([^{POP}]*){POP}|{READY_START}([^{READY_END}]*){READY_END}")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_LEAST = 24
"""Cells in which the rest of a long title is still worth a column of its own."""


def screen_line(line: str, profile: Profile, width: int) -> str:
    """A line as the terminal wants it, of at most width cells; what is longer goes on in the next line."""
    width = max(1, width - profile.margin)
    parts: list[str] = []
    at = column = 0
    for found in _PARTS.finditer(line):
        parts.append(_plain(line[at : found.start()], profile))
        column += width_of(line[at : found.start()].expandtabs())
        at = found.end()
        if found[2] is not None:
            parts.append(_CONTROLS.sub("", found[2]))
        elif at == len(line) and column + width_of(found[1]) > width >= column + _LEAST:
            parts.append(_column(found[1], profile, column, width - column))
        else:
            parts.append(paint(found[1], profile))
            column += width_of(found[1])
    rest = line[at:]
    if not at and width_of(rest) > width:
        parts.append(paint(rest, profile, base="ltr", width=width))
    else:
        parts.append(_plain(rest, profile))
    return profile.enter + "".join(parts) + profile.exit


def _plain(text: str, profile: Profile) -> str:
    return paint(text, profile, base="ltr") if RIGHT_TO_LEFT.search(text) else text


def _column(text: str, profile: Profile, column: int, width: int) -> str:
    """A text in the last column of a table."""
    lines = paint(text, profile, width=width).split("\n")
    if not is_rtl(text, "auto"):
        lines = [line.rstrip() for line in lines]
    return ("\n" + " " * column).join(lines)


class ScreenLines(io.TextIOBase):
    """A text stream on top of a terminal's."""

    def __init__(self, stream: TextIO, profile: Callable[[], Profile]) -> None:
        """profile: asked when the first line with Arabic comes."""
        self._stream, self._profile = stream, profile
        self._pending = ""

    def write(self, text: str) -> int:
        """Whole lines at once; the beginning of one waits for its end, or a flush, if there is Arabic in it."""
        said = self._pending + text
        if _SPECIAL.search(said) is None:
            self._pending = ""
            self._stream.write(said)
            return len(text)
        *lines, self._pending = said.split("\n")
        for line in lines:
            self._stream.write(self._shown(line) + "\n")
        return len(text)

    def flush(self) -> None:
        """Whatever has been written is on the screen."""
        if self._pending:
            line, self._pending = self._pending, ""
            self._stream.write(self._shown(line))
        self._stream.flush()

    def _shown(self, line: str) -> str:
        if _SPECIAL.search(line) is None:
            return line
        profile = self._profile()
        if profile.logical:
            return re.sub(f"[{ISOLATE}{POP}{READY_START}{READY_END}]", "", line)
        return screen_line(line, profile, shutil.get_terminal_size((80, 24)).columns)

    def isatty(self) -> bool:
        """It is one, or there would be no need for this."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """The terminal's descriptor."""
        return self._stream.fileno()

    def writable(self) -> bool:
        """Always."""
        return True

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The terminal's."""
        return self._stream.encoding

    @property
    def buffer(self) -> io.BufferedIOBase:
        """For those who write bytes: nothing is laid out there."""
        self.flush()
        return self._stream.buffer  # type: ignore[return-value]
