"""The article: right to left on the line API, one strip a row, hit by cell.

    Pane      rows of a document in a width, laid out in slices; keeps its place
    Page      how they are drawn: words by their looks, what is found or selected laid over them
    Cursor    the word that the keys stand on
    Pointer   the mouse
    ArticleView   all of it, with search and selection

Each is a layer on the one before it.
"""

from reader.tui.widgets.article.view import ArticleView

__all__ = ["ArticleView"]
