"""Arabic in what a command prints: visual order on a terminal, logical text in a pipe.

    print(f"{id:32}  {printable(title, profile)}")      a title laid out by its own direction; too long for the
                                                        line, it goes on under its beginning
    screen_line(line, profile, 80)                      what reader.screenlines sends for a line

A line that stays on the screen after the program has gone cannot count on a switch that is turned back at exit:
Konsole and mlterm, whose switches are for the whole window, get words as islands; VTE's holds for the lines written
under it.
"""

from __future__ import annotations

import contextlib
import re
import sys
from functools import cache
from typing import TYPE_CHECKING

from reader.layout.bidi import is_rtl
from reader.layout.chars import RIGHT_TO_LEFT
from reader.layout.profiles import PRINTED, PROFILES, Profile
from reader.layout.text import paint, width_of
from reader.screenlines import ISOLATE, POP, READY_END, READY_START, ScreenLines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PARTS = re.compile(f"{ISOLATE}([^{POP}]*){POP}|{READY_START}([^{READY_END}]*){READY_END}")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_LEAST = 24
"""Cells in which the rest of a long title is still worth a column of its own."""


def profile_for(bidi: str | None) -> Profile:
    """The profile asked for; else logical text for a pipe, and for a terminal what it is known to want."""
    if bidi and bidi != "auto":
        if isinstance(sys.stdout, ScreenLines):
            sys.stdout.use(PROFILES[bidi])
        return PROFILES[bidi]
    return screen_profile() if sys.stdout.isatty() else PROFILES["logical"]


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
def screen_profile() -> Profile:
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
        return PRINTED._replace(margin=8)  # it gives columns to marks that show nothing
    return PRINTED if name in ("konsole", "islands") else found.profile


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
