"""A terminal as a stream of lines: what is written in logical order arrives as the terminal wants it.

    with on_screen():                       standard output and error, where they are a terminal
        print("nothing found for عقوبات")   the Arabic is joined and in order, whoever prints it

Only a line with Arabic in it costs anything: for the others nothing is imported and no terminal looked at.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

from corpus.regex import later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.layout.profiles import Profile

ISOLATE, POP = "\u2068", "\u2069"
"""Around a piece of a line that has a direction of its own."""
READY_START, READY_END = "\ufdd0", "\ufdd1"
"""Around what is laid out already."""
_MARKERS = later(f"[{ISOLATE}{POP}{READY_START}{READY_END}]")
_SPECIAL = later(f"[\u0590-\u08ff\ufb1d-\ufefc{ISOLATE}{POP}]")
"""Arabic, and everything that needs a look."""


@contextlib.contextmanager
def on_screen() -> Iterator[None]:
    """Lay out what is printed to a terminal inside the block."""
    before = sys.stdout, sys.stderr
    if sys.stdout.isatty():
        sys.stdout = ScreenLines(before[0])
    if sys.stderr.isatty():
        sys.stderr = ScreenLines(before[1])
    try:
        yield
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        sys.stdout, sys.stderr = before


class ScreenLines(io.TextIOBase):
    """A text stream on top of a terminal's."""

    def __init__(self, stream: TextIO, profile: Callable[[], Profile] | None = None) -> None:
        """profile: asked when the first line with Arabic comes; None: what this terminal wants."""
        self._stream, self._profile = stream, profile
        self._pending = ""

    def use(self, profile: Profile) -> None:
        """Send lines in this way, whatever the terminal seems to want."""
        self._profile = lambda: profile

    def write(self, text: str) -> int:
        """Whole lines at once; the beginning of one waits for its end, or a flush, if there is Arabic in it."""
        said = self._pending + text
        if said.isascii() or _SPECIAL.search(said) is None:
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
        from reader.output import screen_line, screen_profile

        profile = (self._profile or screen_profile)()
        if profile.logical:
            return _MARKERS.sub("", line)
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
