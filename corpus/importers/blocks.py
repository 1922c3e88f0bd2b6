"""The text of a tree of elements as lines: one for each block, "# " before headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection

_SPACE = re.compile(r"\s+")


def block_lines(
    tree: Any, *, blocks: Collection[str], headings: Collection[str], skipped: Collection[str] = ()
) -> list[str]:
    """Lines of the tree in order; white space inside a block is one space, blocks without text give none.

    blocks: names of elements that begin and end a line; headings: those among them that are headings; skipped:
    those whose content is no text. Works without recursion: a hostile page may nest thousands deep.
    """
    lines: list[str] = []
    current: list[str] = []

    def end(heading: bool) -> None:
        text = _SPACE.sub(" ", "".join(current)).strip()
        if text:
            lines.append(f"# {text}" if heading else text)
        current.clear()

    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        element, closing = stack.pop()
        comment = not isinstance(element.tag, str)
        if closing or comment or element.tag in skipped:
            if element.tag in blocks:
                end(element.tag in headings)
            current.append(element.tail or "")
            continue
        if element.tag in blocks:
            end(False)
        current.append(element.text or "")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    end(False)
    return lines
