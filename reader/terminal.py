"""Which terminal this is, and how to have it leave our lines alone and back as it was afterwards.

    found = detect(os.environ, lambda: ask(fd))
    found.profile.name      "vte"
    found.reason            "the terminal answered that it can stop reordering (mode 8)"
    found.advice            ("...",)                      for `nashra doctor`
    with prepared(found.profile, fd):
        run the app                                        CSI 8 l before, CSI 8 h after, whatever happens

The terminal's own answer is worth more than the environment, which is inherited: an xterm started from
Konsole still carries KONSOLE_VERSION. Only what does not answer is judged by its environment.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import re
import select
import signal
import sys
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from corpus.errors import NashraError
from reader.layout.profiles import PROFILES, Profile, inside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import FrameType

CHOICES = ("auto", "plain", "vte", "konsole", "mlterm", "kitty", "apple", "logical")
"""What --bidi and the settings accept."""

_QUESTION = b"\x1b[8$p\x1b[>q\x1b[c"
"""DECRQM for mode 8 (bidi support), XTVERSION, and DA1, which every terminal answers and so ends the wait."""
_MODE = re.compile(rb"\x1b\[8;([0-4])\$y")
_VERSION = re.compile(rb"\x1bP>\|([ -~]{0,80})")
_END = re.compile(rb"\x1b\[\?[0-9;]*c")

_LEAVE = "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[0m" + "".join(
    f"\x1b[?{mode}l" for mode in (1000, 1002, 1003, 1004, 1006, 1015, 1016, 2004)
)
"""For a death by signal: the main screen, the cursor, no mouse, no bracketed paste."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a terminal said about itself."""

    mode: int | None = None
    """Mode 8: 1 set (it reorders), 2 reset (it does not), 3 or 4 fixed, 0 unknown to it; None: no answer."""
    version: str | None = None
    """Its name and version, as "XTerm(379)"."""
    complete: bool = False
    """Whether the closing answer arrived in time."""


@dataclass(frozen=True, slots=True)
class Detection:
    """What to send, and why."""

    profile: Profile
    reason: str
    advice: tuple[str, ...] = ()
    """What the user can do to make it better; lines of plain text."""
    certain: bool = True
    """False: ask the user once whether a line reads correctly."""
    multiplexer: str | None = None
    """tmux or screen, if the program runs inside one."""


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


_TMUX = (
    "tmux keeps the switch from the terminal: put `set -g allow-passthrough on` into ~/.tmux.conf, "
    "or run `{}` before tmux."
)
_SWITCH = {
    "vte": "printf '\\e[8l'",
    "konsole": "printf '\\e]50;BidiRenderingEnabled=false\\a'",
    "mlterm": "printf '\\e]5379;use_ctl=false\\a'",
}
_ADVICE = {
    "kitty": (
        "kitty turns Arabic runs round, so they are sent reversed. "
        "Exact is `force_ltr yes` in kitty.conf with `--bidi plain`.",
    ),
    "apple": (
        "Terminal.app always reorders; lines are sent with an override. "
        "If they read wrongly, use iTerm2 or kitty.",
    ),
}
_KNOWN = (
    ("xterm", "plain", ()),
    ("alacritty", "plain", ()),
    ("foot", "plain", ()),
    ("ghostty", "plain", ()),
    ("contour", "plain", ()),
    ("wezterm", "plain", ("WezTerm: leave `bidi_enabled` off.",)),
    ("iterm2", "plain", ("iTerm2: turn off Settings > General > Experimental > right-to-left support.",)),
    ("konsole", "konsole", ()),
    ("vte", "vte", ()),
    ("mlterm", "mlterm", ()),
    ("kitty", "kitty", _ADVICE["kitty"]),
)
"""The beginning of a name that XTVERSION answers, its profile, and advice."""


def detect(
    env: Mapping[str, str],
    query: Callable[[], Answer] | None = None,
    choice: str = "auto",
    *,
    tty: bool = True,
) -> Detection:
    """How to send lines to this terminal.

    query asks the terminal (ask); it is called at most once, and never where the question itself would leave
    dirt on the screen. choice: --bidi or the setting; anything but "auto" decides. tty False (a pipe, a file):
    logical text.
    Raises NashraError for a choice that does not exist.
    """
    if choice not in CHOICES:
        raise NashraError(f"--bidi takes one of {', '.join(CHOICES)}, not {choice!r}")
    outer = "tmux" if env.get("TMUX") else "screen" if env.get("STY") else None
    if choice != "auto":
        return _inside(Detection(PROFILES[choice], f"chosen: {choice}", multiplexer=outer))
    if not tty or env.get("TERM") == "dumb":
        return Detection(PROFILES["logical"], "not a terminal that shows lines: logical text")
    found = None
    if (
        query is not None
        and env.get("TERM_PROGRAM") != "Apple_Terminal"
        and env.get("TERM") != "linux"
        and not outer
    ):
        found = _by_answer(query())
    return _inside(replace(found or _by_environment(env), multiplexer=outer))


def _by_answer(answer: Answer) -> Detection | None:
    """What the terminal's own words decide; None if they do not."""
    name = (answer.version or "").lower()
    for start, profile, advice in _KNOWN:
        if name.startswith(start):
            if profile == "vte" and answer.mode == 0:
                break
            return _already(
                Detection(PROFILES[profile], f"the terminal says it is {answer.version}", advice), answer
            )
    if answer.mode in (1, 2):
        reason = "the terminal answered that it can stop reordering (mode 8)"
        return _already(Detection(PROFILES["vte"], reason), answer)
    return None


def _already(found: Detection, answer: Answer) -> Detection:
    """A terminal that was told not to reorder before us stays that way after us."""
    if found.profile.name == "vte" and answer.mode == 2:
        return replace(
            found, profile=replace(found.profile, enter="", exit=""), reason=found.reason + ", already off"
        )
    return found


def _by_environment(env: Mapping[str, str]) -> Detection:
    """What the variables that terminals set suggest."""
    program, term = env.get("TERM_PROGRAM", "").lower(), env.get("TERM", "")
    if env.get("MLTERM"):
        return Detection(PROFILES["mlterm"], "MLTERM is set")
    if env.get("KITTY_WINDOW_ID") or term == "xterm-kitty":
        return Detection(PROFILES["kitty"], "KITTY_WINDOW_ID or TERM says kitty", _ADVICE["kitty"])
    if program == "apple_terminal":
        return Detection(PROFILES["apple"], "TERM_PROGRAM is Apple_Terminal", _ADVICE["apple"], certain=False)
    for name in ("iterm", "wezterm", "ghostty", "vscode", "alacritty"):
        if name in program:
            advice = next((a for start, _, a in _KNOWN if start.startswith(name)), ())
            return Detection(PROFILES["plain"], f"TERM_PROGRAM is {env['TERM_PROGRAM']}", advice)
    if env.get("WT_SESSION"):
        return Detection(PROFILES["plain"], "WT_SESSION is set: Windows Terminal, which does not reorder")
    if term.startswith(("foot", "alacritty")) or env.get("ALACRITTY_WINDOW_ID"):
        return Detection(PROFILES["plain"], f"TERM is {term}, which does not reorder")
    if env.get("KONSOLE_VERSION"):
        return Detection(PROFILES["konsole"], "KONSOLE_VERSION is set")
    vte = env.get("VTE_VERSION", "")
    if vte.isdecimal():
        if int(vte) >= 5800:
            return Detection(PROFILES["vte"], f"VTE_VERSION is {vte}")
        return Detection(PROFILES["plain"], f"VTE_VERSION is {vte}, older than its reordering")
    if env.get("XTERM_VERSION"):
        return Detection(PROFILES["plain"], "XTERM_VERSION is set: xterm, which does not reorder")
    advice = ("If Arabic reads backwards, try --bidi vte, konsole, mlterm, kitty or apple.",)
    return Detection(PROFILES["plain"], "no terminal that reorders is known here", advice, certain=False)


def _inside(found: Detection) -> Detection:
    """The same seen through tmux or screen."""
    if found.multiplexer is None:
        return found
    advice = found.advice
    if found.multiplexer == "tmux" and found.profile.name in _SWITCH and found.profile.enter:
        advice = (*advice, _TMUX.format(_SWITCH[found.profile.name]))
    return replace(
        found,
        profile=inside(found.profile, found.multiplexer),
        reason=f"{found.reason}; inside {found.multiplexer}",
        advice=advice,
        certain=found.certain and found.reason.startswith("chosen"),
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


def detect_here(choice: str = "auto", env: Mapping[str, str] | None = None) -> Detection:
    """detect() for this process: its environment, its standard output, its terminal."""
    with controlling_terminal() as fd:
        query = None if fd is None else lambda: ask(fd)
        return detect(os.environ if env is None else env, query, choice, tty=sys.stdout.isatty())
