"""One article, its terms beside it, the word under the cursor explained below them.

ReadingBase     what every part works with: the article, its view, the tap
Words           the card of the word under the cursor
States          kept, known, ignored; entries of one's own
Finding         the next unknown word, search, selection, copying
Translated      the English, under the sentences and beside them
Cleaned         what cleaning took away
Listed          the glossary of the article
ReadingScreen   all of it, with its keys
"""

from reader.tui.screens.reading.screen import ReadingScreen

__all__ = ["ReadingScreen"]
