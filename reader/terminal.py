"""Which terminal this is, and how to have it leave our lines alone and back as it was afterwards.

    found = detect(os.environ, lambda: ask(fd))
    found.profile.name      "vte"
    found.reason            "the terminal answered that it can stop reordering (mode 8)"
    found.advice            ("...",)                      for `nashra doctor`
    with prepared(found.profile, fd):
        run the app                                        CSI 8 l before, CSI 8 h after, whatever happens

What follows from the terminal's answer and the environment is decided in reader.layout.detect; here is what
reads from and writes to the terminal.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import select
import signal
import sys
import time
from typing import TYPE_CHECKING, Any

from corpus.regex import later
from reader.layout.detect import CHOICES, Answer, Detection, detect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import FrameType

    from reader.layout.profiles import Profile

__all__ = [
    "CHOICES",
    "Answer",
    "Detection",
    "Switch",
    "around_tmux",
    "ask",
    "colours",
    "controlling_terminal",
    "detect",
    "detect_here",
    "prepared",
    "quiet",
]

_BARE_NAMES = frozenset(
    (
        "xterm",
        "mlterm",
        "screen",
        "tmux",
        "foot",
        "alacritty",
        "contour",
        "konsole",
        "wezterm",
        "xterm-ghostty",
    )
)
"""Values of TERM that do not say how many colours there are, of terminals that have 256 today."""


def colours(env: Mapping[str, str]) -> str | None:
    """Textual's name for the colours to use where TERM alone would give eight; None where it gives enough.

    The states of words are told by colour. GNU screen does not know the sixteen million that the terminal around it
    has put into the environment.
    """
    if env.get("STY") and not env.get("TMUX"):
        return "256"
    return "256" if env.get("TERM") in _BARE_NAMES and not env.get("COLORTERM") else None


_QUESTION = b"\x1b[8$p\x1b[>q\x1b[c"
"""DECRQM for mode 8 (bidi support), XTVERSION, and DA1, which every terminal answers and so ends the wait."""
_MODE = later(rb"\x1b\[8;([0-4])\$y")
_VERSION = later(rb"\x1bP>\|([ -~]{0,80})")
_END = later(rb"\x1b\[\?[0-9;]*c")

_LEAVE = "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[0m" + "".join(
    f"\x1b[?{mode}l" for mode in (1000, 1002, 1003, 1004, 1006, 1015, 1016, 2004)
)
"""For a death by signal: the main screen, the cursor, no mouse, no bracketed paste."""


def ask(fd: int, timeout: float = 0.3) -> Answer:
    """Ask the terminal on fd about itself; returns what came within timeout seconds.

    The descriptor's settings are left as they were.
    """
    try:
        import termios
    except ImportError:  # Windows
        return Answer()
    try:
        before = termios.tcgetattr(fd)
    except termios.error:
        return Answer()
    raw = [*before]
    raw[3] = before[3] & ~(termios.ICANON | termios.ECHO)
    raw[6] = [*before[6]]
    raw[6][termios.VMIN], raw[6][termios.VTIME] = 0, 0
    heard = b""
    try:
        termios.tcsetattr(fd, termios.TCSADRAIN, raw)
        os.write(fd, _QUESTION)
        deadline = time.monotonic() + timeout
        while not _END.search(heard) and len(heard) < 4096:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([fd], [], [], left)[0]:
                break
            heard += os.read(fd, 1024)
    except OSError:
        pass
    finally:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(fd, termios.TCSADRAIN, before)
    mode, version = _MODE.search(heard), _VERSION.search(heard)
    return Answer(
        int(mode[1]) if mode else None,
        version[1].decode("ascii") if version else None,
        _END.search(heard) is not None,
    )


class Switch:
    """The terminal's switch: on() before our lines, off() after them. Both may be called more than once."""

    def __init__(self, profile: Profile, fd: int) -> None:
        self._profile = profile
        self._fd = fd
        self._process = os.getpid()
        self.active = False
        """Whether the terminal is switched."""

    def on(self) -> None:
        """Have the terminal leave our lines alone."""
        if not self.active:
            self.active = True
            self._write(self._profile.enter)

    def off(self) -> None:
        """Put it back. Does nothing in a forked child."""
        if self.active and os.getpid() == self._process:
            self.active = False
            self._write(self._profile.exit)

    def _write(self, sequence: str) -> None:
        if sequence:
            with contextlib.suppress(OSError, ValueError):  # the terminal may be gone
                os.write(self._fd, sequence.encode())


@contextlib.contextmanager
def prepared(profile: Profile, fd: int) -> Iterator[Switch]:
    """Switch the terminal for a profile, and back however the block ends: an exception, SIGTERM, SIGHUP too.

    fd: a descriptor of the terminal, open for writing. On a signal that kills, the screen, the cursor, the
    mouse and the line settings are put back too, since the app does not get the chance; then whatever handled
    the signal before does its part.
    """
    switch = Switch(profile, fd)
    settings = _settings(fd)
    previous: dict[int, Any] = {}

    def handle(number: int, frame: FrameType | None) -> None:
        handler = previous.get(number, signal.SIG_DFL)
        if handler is signal.SIG_IGN:
            return
        switch.off()
        if callable(handler):
            handler(number, frame)
            return
        switch._write(_LEAVE)
        _restore(fd, settings)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            with contextlib.suppress(ValueError):  # not the main thread
                previous[number] = signal.signal(number, handle)
    atexit.register(switch.off)
    try:
        switch.on()
        yield switch
    finally:
        switch.off()
        atexit.unregister(switch.off)
        for number, handler in previous.items():
            with contextlib.suppress(ValueError, TypeError):
                signal.signal(number, handler)


def _settings(fd: int) -> list[Any] | None:
    """The terminal's line settings, or None if fd is no terminal."""
    try:
        import termios

        return termios.tcgetattr(fd)
    except (ImportError, OSError, ValueError):
        return None
    except Exception:  # termios.error is no OSError
        return None


def _restore(fd: int, settings: list[Any] | None) -> None:
    if settings is not None:
        import termios

        with contextlib.suppress(termios.error, OSError):
            termios.tcsetattr(fd, termios.TCSANOW, settings)


@contextlib.contextmanager
def controlling_terminal() -> Iterator[int | None]:
    """A descriptor of the terminal, for reading and writing; None if there is none."""
    try:
        fd = os.open("/dev/tty", os.O_RDWR | getattr(os, "O_NOCTTY", 0))
    except OSError:
        yield None
        return
    try:
        yield fd
    finally:
        os.close(fd)


def around_tmux() -> tuple[str, str]:
    """(what the terminal around tmux calls itself, its TERM), as tmux knows them; "" for what it does not."""
    import subprocess  # only tmux needs it

    try:
        said = subprocess.run(
            ["tmux", "display-message", "-p", "#{client_termtype}|#{client_termname}"],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=1,
            check=True,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return "", ""
    version, _, term = said.strip().partition("|")
    return version[:80], term[:80]


def quiet() -> bool:
    """Whether nothing was typed ahead that a question to the terminal would swallow."""
    with controlling_terminal() as fd:
        return fd is not None and not select.select([fd], [], [], 0)[0]


def detect_here(
    choice: str = "auto", env: Mapping[str, str] | None = None, *, ask_it: bool = True
) -> Detection:
    """detect() for this process: its environment, its standard output, its terminal."""
    with controlling_terminal() as fd:
        query = None if fd is None or not ask_it else lambda: ask(fd)
        return detect(
            os.environ if env is None else env,
            query,
            choice,
            tty=sys.stdout.isatty(),
            outside=around_tmux if os.environ.get("TMUX") else None,
        )
