"""The library: one row an article, the one worth opening under the cursor.

rows            the columns of a row at a width: pure
Listed          the articles in an order, filtered as you type; lines are read when they come into view
Changed         archived, tagged, deleted; taken back by u
Imported        texts of one's own, in the background
LibraryScreen   all of it, with its keys
"""

from reader.tui.screens.library.screen import LibraryScreen

__all__ = ["LibraryScreen"]
