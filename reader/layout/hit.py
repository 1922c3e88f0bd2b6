"""Which word is under the pointer.

    cells    . ن و ي م و ك ح   ن و ل و ؤ س م       column 0 is the full stop
    token_at(line, 3)            the token that the cell belongs to
    nearest(line, 8, tokens)     a space: the nearest word on the line; so is a click beside the line

Columns count from the line's own left edge: subtract Line.indent from the pane's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.line import NOWHERE

if TYPE_CHECKING:
    from reader.layout.line import Line
    from reader.layout.tokens import TokenTable


def token_at(line: Line, column: int) -> int:
    """The token under a column counted from the line's own left edge, or NOWHERE."""
    return line.tokens[column] if 0 <= column < len(line.tokens) else NOWHERE


def nearest(line: Line, column: int, tokens: TokenTable) -> int:
    """The word, number or Latin token nearest to a column, the right-hand one of two; NOWHERE if none is."""
    cells = line.tokens
    if not cells:
        return NOWHERE
    column = max(0, min(column, len(cells) - 1))
    for distance in range(len(cells)):
        for place in (column + distance, column - distance):
            if 0 <= place < len(cells) and cells[place] != NOWHERE and tokens.is_word(cells[place]):
                return cells[place]
    return NOWHERE
