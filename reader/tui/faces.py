"""Bold and slanted type where terminals and their fonts have trouble with Arabic.

upright(text, style, profile)   the slanted face of a terminal's font seldom has Arabic: boxes, or another font's letters
even(style, profile)            kitty parts a line where it becomes bold: a double underline there
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from reader.layout.chars import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from reader.layout.profiles import Profile

_UPRIGHT = Style(italic=False)
_EVEN = Style(bold=False, underline2=True)


def upright(text: str, style: Style, profile: Profile) -> Style:
    """The style for a line: not slanted when there is Arabic in it, or where nothing is."""
    if style.italic and (not profile.slant or RIGHT_TO_LEFT.search(text)):
        return style + _UPRIGHT
    return style


def even(style: Style, profile: Profile) -> Style:
    """The style for words in the middle of a line."""
    return style + _EVEN if style.bold and profile.one_weight else style
