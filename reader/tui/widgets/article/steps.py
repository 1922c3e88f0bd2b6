"""Where the keys lead, in tokens of a document.

next_word(table, 3, 1)                 the word, number or Latin token after token 3; 3 itself at the end
word_at(table, 40)                     the word at position 40, or the one that is nearest
row_beside(document, 3, 1, column)     the token in the next row of text that is nearest to a column
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from reader.layout.hit import nearest

if TYPE_CHECKING:
    from collections.abc import Container

    from reader.layout.document import Document
    from reader.layout.tokens import TokenTable


def next_word(table: TokenTable, token: int, by: int, over: Container[int] = ()) -> int:
    """The next token to stand on, past those in `over`; the same where there is none."""
    step = token + by
    while table.has(step):
        if table.is_word(step) and step not in over:
            return step
        step += by
    return token


def word_at(table: TokenTable, position: int) -> int:
    """The word at a position, or the nearest in its paragraph, or the next of all; -1 where there is none."""
    token = table.near(position)
    if token < 0:
        before = bisect_left(table.starts, position) - 1
        token = next_word(table, before, 1)
        if token == before:
            token = next_word(table, before + 1, -1)
    return token if table.has(token) and table.is_word(token) else -1


def row_beside(document: Document, token: int, by: int) -> int:
    """The word above (-1) or below (1), past blank rows and translations; the same where there is none."""
    at = document.tokens.starts[token]
    row = document.row_of(at)
    line = document.line(row)
    column = line.column_of(at) + line.indent(document.width)
    document.wrap_until(row + 3)
    while 0 <= row + by < document.height:
        row += by
        document.wrap_until(row + 3)
        if document.row(row).kind in ("blank", "note"):
            continue
        line = document.line(row)
        found = nearest(line, column - line.indent(document.width), document.tokens)
        if found >= 0:
            return found
    return token
