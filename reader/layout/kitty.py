"""Visual order for kitty, which shapes each run of cells with HarfBuzz and so turns Arabic round once more.

    wanted on the screen      . م ل س   ل ا ق         (columns from left to right)
    sent                      ق ا ل   س ل م .

A run is what stands between spaces, as far as one font has all of it. Its first letter with a script of its
own says which way it goes, so a run that begins with Latin on the screen is sent as it is. What begins with
Arabic and ends with Latin in one run cannot be sent right; `force_ltr yes` in kitty.conf with the profile plain
has no such limits. Where a run becomes bold in its middle it is two runs: nothing but whole runs may be bold
(Profile.one_weight).

Measured with kitty 0.26 and DejaVu Sans Mono (Arabic in the terminal's font), Liberation Mono (without).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.regex import later
from reader.layout.chars import MIRROR, RIGHT_TO_LEFT

if TYPE_CHECKING:
    from collections.abc import Sequence

_RTL = later(
    "[\u0591-\u05f4\u0600-\u0604\u0606-\u060b\u060d-\u061a\u061c-\u061e\u0620-\u063f\u0641-\u064a\u0656-\u066f"
    "\u0671-\u06dc\u06de-\u08e1\u08e3-\u08ff\ufb1d-\ufd3d\ufd50-\ufdff\ufe70-\ufefc]"
)
"""Characters whose script (Scripts.txt: Hebrew, Arabic …) makes kitty's shaper take a run for right to left."""

_SHADDA = "\u0651"
_BEFORE = "\u0654\u0655\u0658\u06dc\u06e3\u06e7\u06e8"
"""What stays before a shadda: the hamzas, and small letters of the Koran (UTR 53, modifier combining marks)."""
_FILLER = "\ufe0e"
"""A code point that shows nothing and that every font is taken to have."""


def _runs(cells: Sequence[str], *, letters_only: bool) -> list[tuple[int, int]]:
    """The stretches of cells that kitty shapes together and that hold a right-to-left letter.

    letters_only: what a font without Arabic leaves to another font.
    """
    out: list[tuple[int, int]] = []
    at, size = 0, len(cells)
    while at < size:
        end = at
        while end < size and (RIGHT_TO_LEFT.match(cells[end]) if letters_only else cells[end] != " "):
            end += 1
        if end > at and any(_RTL.match(c) for c in cells[at:end]):
            out.append((at, end))
        at = max(end, at + 1)
    return out


def _first_strong(cells: Sequence[str]) -> str:
    """The first letter with a script of its own."""
    return next((c for c in cells if c and (_RTL.match(c) or (c[0].isalpha() and c[0] != "\u0640"))), "")


def _settled(cell: str) -> str:
    """A cell's marks in the order into which HarfBuzz would bring them: a mark that it moves is not counted."""
    if _SHADDA not in cell[2:]:
        return cell
    return cell[0] + "".join(sorted(cell[1:], key=lambda mark: (mark not in _BEFORE, mark != _SHADDA)))


def turned(cells: Sequence[str], *, letters_only: bool) -> list[str]:
    """The cells with each run that kitty will turn round turned round beforehand, its brackets mirrored back.

    letters_only: the terminal's font has no Arabic, so that runs end at Latin punctuation and digits.
    """
    out = list(cells)
    for at, end in _runs(cells, letters_only=letters_only):
        run = out[at:end]
        if not _RTL.match(_first_strong(run)):
            continue  # kitty takes it for left to right
        longest = max(map(len, run))
        if longest > 1:
            # kitty deals the glyphs of a run to its cells by counting code points from the left, although it
            # has turned the run round: marks land right only where every cell has as many
            run = [_settled(c) + _FILLER * (longest - len(c)) if c else c for c in run]
        run = [MIRROR.get(c[0], c[0]) + c[1:] if c else c for c in reversed(run)]
        for i in [
            i for i, cell in enumerate(run) if not cell
        ]:  # the halves of a wide cluster keep their order
            run[i], run[i + 1] = run[i + 1], run[i]
        out[at:end] = run
    return out
