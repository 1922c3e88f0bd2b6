"""Arabic in what a command prints: visual order on a terminal, logical text in a pipe.

    with on_screen():                       standard output and error, where they are a terminal
        print("nothing found for عقوبات")   the Arabic is joined and in order, whoever prints it
        print(f"{id:32}  {printable(title, profile)}")      a piece with a direction of its own

A line that stays on the screen after the program has gone cannot count on a switch that is turned back at exit:
Konsole and mlterm, whose switches are for the whole window, get words as islands; VTE's holds for the lines written
under it.
"""

from __future__ import annotations

import contextlib
import sys
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from reader.layout.profiles import PRINTED, PROFILES, Profile
from reader.layout.text import paint
from reader.screenlines import ISOLATE, POP, READY_END, READY_START, ScreenLines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@contextlib.contextmanager
def on_screen() -> Iterator[None]:
    """Lay out what is printed to a terminal inside the block."""
    before = sys.stdout, sys.stderr
    if sys.stdout.isatty():
        sys.stdout = ScreenLines(before[0], _screen_profile)
    if sys.stderr.isatty():
        sys.stderr = ScreenLines(before[1], _screen_profile)
    try:
        yield
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        sys.stdout, sys.stderr = before


def profile_for(bidi: str | None) -> Profile:
    """The profile asked for; else logical text for a pipe, and for a terminal what it is known to want."""
    if bidi and bidi != "auto":
        return PROFILES[bidi]
    return _screen_profile() if sys.stdout.isatty() else PROFILES["logical"]


def printable(text: str, profile: Profile) -> str:
    """One line of text, for a place in a line that is printed."""
    if isinstance(sys.stdout, ScreenLines):
        return ISOLATE + text + POP
    if profile.logical and not sys.stdout.isatty():
        return text
    return profile.enter + paint(text, profile) + profile.exit


def laid_out(paragraphs: Sequence[str], profile: Profile, width: int, *, fixed: bool) -> Iterator[str]:
    """Paragraphs as lines with a blank one between; logical text is only wrapped when a width was asked for."""
    if not fixed:
        width = max(1, width - profile.margin)
    before, after = (READY_START, READY_END) if isinstance(sys.stdout, ScreenLines) else ("", "")
    for number, text in enumerate(paragraphs):
        if number:
            yield ""
        if profile.logical and not fixed:
            yield before + text + after
            continue
        for line in paint(text, profile, width=width).split("\n"):
            yield before + line + after if before else profile.enter + line + profile.exit


@cache
def _screen_profile() -> Profile:
    """What this terminal wants: as the settings have it, as its reader answered once, else as it seems to be."""
    import os

    from corpus.errors import NashraError
    from reader.terminal import detect_here, quiet
    from reader.workspace import Workspace

    found = detect_here("auto", ask_it=False)
    with contextlib.suppress(NashraError, OSError):
        from reader.settings import bidi_name

        desk = Workspace()
        if desk.config.bidi != "auto":
            found = detect_here(desk.config.bidi)
        elif not found.certain:
            if not found.multiplexer and quiet():
                found = detect_here("auto")
            if not found.certain and (answer := desk.settings.get(bidi_name(found, os.environ))) in PROFILES:
                found = detect_here(answer)
    name = found.profile.name
    if name == "mlterm":
        return replace(PRINTED, margin=8)  # it gives columns to marks that show nothing
    return PRINTED if name in ("konsole", "islands") else found.profile
