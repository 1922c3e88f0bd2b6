"""Arabic in what a command prints: visual order for a terminal, logical text for a pipe.

A line that stays on the screen after the program has gone cannot count on a switch that is turned back at exit, so
Konsole and mlterm, whose switches are for the whole window, get logical text; VTE's holds for the lines written under it.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reader.layout.profiles import PROFILES, Profile
from reader.layout.text import paint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def profile_for(bidi: str | None) -> Profile:
    """The profile asked for; else logical text for a pipe, and for a terminal what it is known to want."""
    if bidi and bidi != "auto":
        return PROFILES[bidi]
    if not sys.stdout.isatty():
        return PROFILES["logical"]
    import os

    from reader.terminal import detect

    profile = detect(os.environ, None, tty=True).profile
    return PROFILES["logical"] if profile.name in ("konsole", "mlterm") else profile


def printable(text: str, profile: Profile) -> str:
    """One line of text, for a place in a line that is printed."""
    if profile.logical and not sys.stdout.isatty():
        return text
    return profile.enter + paint(text, profile) + profile.exit


def laid_out(paragraphs: Sequence[str], profile: Profile, width: int, *, fixed: bool) -> Iterator[str]:
    """Paragraphs as lines with a blank one between; logical text is only wrapped when a width was asked for."""
    for number, text in enumerate(paragraphs):
        if number:
            yield ""
        if profile.logical and not fixed:
            yield text
            continue
        for line in _lines(text, profile, width):
            yield profile.enter + line + profile.exit


def _lines(text: str, profile: Profile, width: int) -> list[str]:
    return paint(text, profile, width=width).split("\n")
