"""The English of an article, a sentence a paragraph; the current one is lit and kept in view."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.layout.document import Document
from reader.layout.profiles import PLAIN, Profile

if TYPE_CHECKING:
    from textual import events

    from corpus.article import Article

NOTHING = "—"
"""For a sentence without a translation."""


class English(ScrollView, can_focus=True):
    """Lines are numbered from 0, the headline first: line n + 1 is sentence n of the article."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "next sentence", show=False),
        Binding("up,k", "move(-1)", "sentence before", show=False),
        Binding("greater_than_sign", "mend('push')", "its last sentence to the next", key_display=">"),
        Binding("less_than_sign", "mend('pull')", "the next one's first here", key_display="<"),
        Binding("J", "mend('shift')", "from here on one down"),
        Binding("K", "mend('unshift')", "from here on one up"),
        Binding("enter", "mend('write')", "write the English"),
        Binding("u", "mend('undo')", "undo in the English"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"english--line", "english--current", "english--missing"}

    current: reactive[int] = reactive(0, repaint=False)

    class Moved(Message):
        """The reader went to another sentence here."""

        def __init__(self, line: int) -> None:
            super().__init__()
            self.line = line

    class Mend(Message):
        """The reader wants the translation of the current line changed."""

        def __init__(self, how: str, line: int) -> None:
            super().__init__()
            self.how, self.line = how, line

    def __init__(self, *, profile: Profile = PLAIN, id: str | None = None) -> None:
        super().__init__(id=id)
        self._profile = profile
        self._texts: list[str] = []
        self._missing: set[int] = set()
        self._starts: list[tuple[int, int]] = []
        self._document = Document([""], 1)

    def show(self, article: Article, mark: str = "") -> None:
        """Show an article's English; mark: what stands before each translation that is there."""
        given = [article.title_english, *(s.translation for p in article.paragraphs for s in p.sentences)]
        self._texts = [mark + text if text else NOTHING for text in given]
        self._missing = {line for line, text in enumerate(given) if not text}
        self._starts = [(0, 0)]
        for block, paragraph in enumerate(article.paragraphs, 1):
            self._starts += [(block, sentence.start) for sentence in paragraph.sentences]
        self._lay_out()
        self._follow()

    def text(self, line: int) -> str:
        """The logical text of a line, its mark with it; "" where there is none."""
        return "" if line in self._missing else self._texts[line]

    def line_at(self, block: int, position: int) -> int:
        """The line of the sentence around a position of a block."""
        return max(0, bisect_right(self._starts, (block, position)) - 1)

    def start_of(self, line: int) -> tuple[int, int]:
        """(block, position) of the beginning of a line's sentence."""
        return self._starts[line]

    def _lay_out(self) -> None:
        width = max(1, self.scrollable_content_region.width - self._profile.margin)
        self._document = Document(self._texts or [""], width, base="ltr", profile=self._profile)
        self._document.wrap_until()
        self.virtual_size = Size(0, self._document.height)
        self.refresh()

    def validate_current(self, current: int) -> int:
        """Keep it on a line."""
        return min(max(0, current), max(0, len(self._texts) - 1))

    def watch_current(self, old: int, new: int) -> None:
        """Redraw two lines; have the new one in view."""
        if self._texts:
            self._redraw(old)
            self._redraw(new)
            self._follow()

    def _rows(self, line: int) -> tuple[int, int]:
        """First row and number of rows of a line."""
        document = self._document
        if not 0 <= line < len(self._texts):
            return 0, 0
        first = document.row_of(document.origins[line])
        last = document.row_of(document.origins[line] + max(0, len(document.paragraphs[line]) - 1))
        return first, last - first + 1

    def _follow(self) -> None:
        first, count = self._rows(self.current)
        self.scroll_to_region(Region(0, max(0, first - 1), 1, count + 2), animate=False, force=True)

    def _redraw(self, line: int) -> None:
        first, count = self._rows(line)
        top = round(self.scroll_offset.y)
        low, high = max(0, first - top), min(self.size.height, first + count - top)
        if low < high:
            self.refresh(Region(0, low, self.size.width, high - low))

    def render_line(self, y: int) -> Strip:
        """A row of the pane."""
        row = y + round(self.scroll_offset.y)
        width = self.scrollable_content_region.width
        base = self.rich_style
        if row >= self._document.height or not self._texts:
            return Strip.blank(width, base)
        at = self._document.row(row)
        style = base
        if at.kind != "blank":
            lit = at.paragraph == self.current
            name = "current" if lit else "missing" if at.paragraph in self._missing else "line"
            style = base + self.get_component_styles(f"english--{name}").partial_rich_style
        line = self._document.line(row)
        indent = " " * line.indent(self._document.width)
        return Strip([Segment(indent, style), Segment(line.text, style)]).adjust_cell_length(width, style)

    def on_resize(self) -> None:
        """Another width."""
        if self._texts:
            self._lay_out()
            self._follow()

    def action_move(self, by: int) -> None:
        """To a neighbouring sentence."""
        self._go(self.current + by)

    def action_mend(self, how: str) -> None:
        """Ask the screen."""
        self.post_message(self.Mend(how, self.current))

    def on_click(self, event: events.Click) -> None:
        """A click goes to a sentence."""
        offset = event.get_content_offset(self)
        row = offset.y + round(self.scroll_offset.y) if offset else -1
        if 0 <= row < self._document.height:
            self._go(self._document.row(row).paragraph)

    def _go(self, line: int) -> None:
        self.current = line
        self.post_message(self.Moved(self.current))
