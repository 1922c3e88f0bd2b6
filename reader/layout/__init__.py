"""Arabic on a grid of cells: bidi levels, shaping, wrapping, visual lines, hit-testing. No Textual here.

    display, fit, field, paint      one-line strings for titles, tables, inputs, footers
    Document                        an article in a pane: rows on demand, lines, positions, tokens
    token_at, nearest               the word under the pointer
    Finder                          search without marks, with ranges to highlight
    PROFILES                        how lines are sent to each kind of terminal
    sanitize                        at the door

Logical text is the truth everywhere; what is in visual order is only ever on its way to the screen.
"""

from reader.layout.bidi import is_rtl, levels
from reader.layout.document import Document, Row
from reader.layout.hit import nearest, token_at
from reader.layout.line import NOWHERE, Line
from reader.layout.profiles import PLAIN, PROFILES, Profile, inside
from reader.layout.sanitize import sanitize
from reader.layout.search import Finder, fold
from reader.layout.shaping import Cluster, clusters
from reader.layout.text import Field, display, field, fit, paint, width_of
from reader.layout.tokens import TokenTable

__all__ = [
    "NOWHERE",
    "PLAIN",
    "PROFILES",
    "Cluster",
    "Document",
    "Field",
    "Finder",
    "Line",
    "Profile",
    "Row",
    "TokenTable",
    "clusters",
    "display",
    "field",
    "fit",
    "fold",
    "inside",
    "is_rtl",
    "levels",
    "nearest",
    "paint",
    "sanitize",
    "token_at",
    "width_of",
]
