"""Bold and slanted type where terminals and their fonts have trouble with Arabic.

upright(text, style)      the slanted face of a terminal's font seldom has Arabic: boxes, or letters of another font
even(style, profile)      kitty parts a line where it becomes bold, so a word stands out by a double underline there
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style

from reader.layout.chars import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from reader.layout.profiles import Profile

_UPRIGHT = Style(italic=False)
_EVEN = Style(bold=False, underline2=True)


def upright(text: str, style: Style) -> Style:
    """The style for a line: never slanted when there is Arabic in it."""
    return style + _UPRIGHT if style.italic and RIGHT_TO_LEFT.search(text) else style


def even(style: Style, profile: Profile) -> Style:
    """The style for words in the middle of a line."""
    return style + _EVEN if style.bold and profile.one_weight else style
