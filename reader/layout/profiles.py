"""How visual lines are handed to each kind of terminal, so that every one of them shows the same.

    profile       what is sent                    before and after             for
    plain         visual order                    nothing                      xterm, Windows Terminal
    foot          no vowel marks                  nothing                      foot as it comes
    alacritty     marks with the cell before      nothing                      Alacritty
    vte           visual order                    CSI 8 l, CSI 8 h             GNOME Terminal, Xfce, other VTE
    konsole       visual order                    OSC 50 BidiRenderingEnabled  Konsole
    mlterm        visual order                    OSC 5379 use_ctl             mlterm
    kitty         each Arabic run turned round    nothing                      kitty, which turns it back
    kitty-split   the same, letters only          nothing                      kitty with a font without Arabic
    islands       each word turned round       nothing                      what reorders and has no switch
    apple         lines between LRO and PDF       nothing                      Terminal.app, which reorders
    logical       the text as it was typed        nothing                      pipes and files

Inside screen the sequences are meant for the terminal outside, so they are wrapped for passing through. tmux passes
none unless it is told to, so what can be shown without a switch is: words as islands for VTE and Konsole. A column
is left free on the right, where tmux loses marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.layout.chars import ARABIC_MARK
from reader.layout.islands import islands
from reader.layout.kitty import turned
from reader.layout.shifted import shifted

if TYPE_CHECKING:
    from collections.abc import Sequence

_LRO = "\u202d"
_PDF = "\u202c"


class Profile(NamedTuple):
    """One way of sending lines."""

    name: str
    enter: str = ""
    """Sent before the first line."""
    exit: str = ""
    """Sent after the last: what enter switched is back as it was."""
    margin: int = 0
    """Columns on the right to leave free."""
    slant: bool = True
    """Whether slanted type is shown so; GNU screen takes it for reverse video."""

    @property
    def logical(self) -> bool:
        """Whether cells stay in logical order, unshaped."""
        return self.name == "logical"

    @property
    def needs_blank(self) -> bool:
        """Whether a row must begin with a blank, into which the first letter's marks go."""
        return self.name == "alacritty"

    @property
    def one_weight(self) -> bool:
        """Whether a bold word among other characters breaks the order of what stands around it."""
        return self.name.startswith("kitty")

    def emit(self, cells: Sequence[str]) -> list[str]:
        """The same cells, each at its visual column, as this terminal wants them."""
        if self.name.startswith("kitty"):
            return turned(cells, letters_only=self.name == "kitty-split")
        if self.name == "foot":
            # Its shaper gives it a letter behind its marks, and all but the first it puts a cell to the left, out
            # of sight, unless they begin left of their cell (seen with foot 1.13, grapheme-shaping=yes).
            return [ARABIC_MARK.sub("", cell) for cell in cells]
        if self.name == "alacritty":
            return shifted(cells)
        if self.name in ("islands", "printed"):
            return islands(cells, bridged=self.name == "printed")
        if self.name == "apple" and cells:
            out = list(cells)
            out[0] = _LRO + out[0]
            out[-1] += _PDF
            return out
        return list(cells)


PLAIN = Profile("plain")
PRINTED = Profile("printed")
"""Islands for lines in one style, that stay when the program has gone."""
PROFILES: dict[str, Profile] = {
    p.name: p
    for p in (
        PLAIN,
        Profile("vte", "\x1b[8l", "\x1b[8h"),
        Profile("konsole", "\x1b]50;BidiRenderingEnabled=false\x07", "\x1b]50;BidiRenderingEnabled=true\x07"),
        Profile("mlterm", "\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07"),
        Profile("kitty"),
        Profile("kitty-split"),
        Profile("islands"),
        Profile("alacritty"),
        Profile("foot"),
        Profile("apple"),
        Profile("logical"),
    )
}
"""By name, as --bidi and the settings know them."""


def _tmux(sequence: str) -> str:
    return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\" if sequence else ""


def _screen(sequence: str) -> str:
    return f"\x1bP{sequence}\x1b\\" if sequence else ""


def inside(profile: Profile, multiplexer: str | None) -> Profile:
    """The profile for a terminal seen through "tmux" or "screen"; None changes nothing."""
    if multiplexer is None:
        return profile
    if multiplexer == "tmux" and profile.name in ("vte", "konsole"):
        profile = PROFILES["islands"]
    wrap = _tmux if multiplexer == "tmux" else _screen
    slant = multiplexer != "screen"
    return profile._replace(enter=wrap(profile.enter), exit=wrap(profile.exit), margin=1, slant=slant)
