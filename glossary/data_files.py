"""Where the data lies, and which files a compiled layer has: what tells whether it is up to date, without opening it."""

from __future__ import annotations

import os

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
LEXICON, TABLE = "lexicon", "table"
FILES = {
    LEXICON: ("words.marisa", "stems.marisa", "vowelled.marisa", "search.marisa", "data.bin"),
    TABLE: ("words.marisa", "stems.marisa", "vowelled.marisa", "data.bin"),
}
