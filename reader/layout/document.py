"""Many paragraphs in a pane: rows that are laid out when they are wanted.

    doc = Document(["عنوان", "النص هنا ..."], kinds=["heading", "body"], width=72)
    doc.wrap_until(40)              the rows of the first screen
    doc.line(3)                     a visual line: cells, positions, tokens
    while doc.wrap_slice(): ...     the rest, in slices of a few milliseconds
    place = doc.position_of(row); doc.resize(50); row = doc.row_of(place)

    row 0   heading     paragraph 0
    row 1   blank
    row 2   text        paragraph 1
    row 3   text
    row 4   note        the English of a sentence that ends in row 3
    row 5   text

Logical positions count through the document: its paragraphs joined by one line break. They never change;
rows do, with the width. The rows are four arrays of integers, so a long text costs a few bytes a line.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from reader.layout.bidi import is_rtl, levels
from reader.layout.chars import COMPLEX
from reader.layout.directions import Directions
from reader.layout.line import NOWHERE, Line, token_cells, visual
from reader.layout.profiles import PLAIN, Profile
from reader.layout.text import logical_cells
from reader.layout.tokens import TokenTable
from reader.layout.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SLICE = 12_000
"""Characters that one slice lays out and cuts into tokens: a few milliseconds."""
_CHUNK = 2_048
"""Characters of one paragraph wrapped at a time."""
_SLOW = 6
"""How much longer text with wide or unusual characters takes."""

TEXT, BLANK = -1, -2


class Row(NamedTuple):
    """What a row of the pane shows."""

    kind: str
    """The paragraph's kind ("body", "heading" ...), "blank" or "note"."""
    paragraph: int
    start: int
    end: int
    """Logical range in the document, half open; of a note: the range in its own text."""
    note: int
    """The logical position that the note belongs to; -1 for other rows."""


class Document:
    """Paragraphs laid out in a width."""

    def __init__(
        self,
        paragraphs: Sequence[str],
        width: int,
        *,
        kinds: Sequence[str] | None = None,
        base: str = "arabic",
        gap: int = 1,
        profile: Profile = PLAIN,
        tokens: TokenTable | None = None,
        notes: Mapping[int, str] | None = None,
    ) -> None:
        """gap: blank rows between paragraphs. base: as for bidi.is_rtl. notes: as for set_notes."""
        self.paragraphs = [p.replace("\n", " ") if "\n" in p else p for p in paragraphs]
        self.kinds = list(kinds) if kinds is not None else ["body"] * len(self.paragraphs)
        if len(self.kinds) != len(self.paragraphs):
            raise ValueError("kinds must have one entry for each paragraph")
        self.base = base
        self.gap = gap
        self.profile = profile
        self.tokens = TokenTable(self.paragraphs) if tokens is None else tokens
        self.origins = self.tokens.origins
        self._directions = Directions(self.paragraphs, base)
        self._places: list[int] = []
        self._notes: dict[int, str] = {}
        self.width = max(1, width)
        self._clear()
        if notes:
            self.set_notes(notes)

    # rows

    def _clear(self) -> None:
        self._start = array("I")
        self._end = array("I")
        self._paragraph = array("I")
        self._note = array("i")
        self._next = (0, 0)  # paragraph and offset in it to go on from

    def resize(self, width: int) -> None:
        """Another width: the rows are laid out afresh as they are wanted. Positions stay."""
        if max(1, width) != self.width:
            self.width = max(1, width)
            self._clear()

    def set_notes(self, notes: Mapping[int, str]) -> None:
        """Text to put under the line in which a position (a sentence's end) falls; {} takes all away."""
        self._notes = {k: v.replace("\n", " ") for k, v in notes.items() if v}
        self._places = sorted(self._notes)
        self._clear()

    @property
    def length(self) -> int:
        """One past the last logical position."""
        return self.origins[-1] + len(self.paragraphs[-1]) if self.paragraphs else 0

    def text(self, start: int, end: int) -> str:
        """The logical text between two positions, paragraphs parted by one line break: what a copy gives."""
        first = self.tokens.paragraph_at(start)
        parts = []
        for p in range(first, len(self.paragraphs)):
            origin = self.origins[p]
            if origin >= end:
                break
            parts.append(self.paragraphs[p][max(0, start - origin) : max(0, end - origin)])
        return "\n".join(parts)

    @property
    def complete(self) -> bool:
        """Whether all rows are laid out."""
        return self._next[0] >= len(self.paragraphs)

    @property
    def reached(self) -> int:
        """The position up to which rows are laid out."""
        p, offset = self._next
        return self.origins[p] + offset if p < len(self.paragraphs) else self.length

    @property
    def height(self) -> int:
        """Rows laid out so far; all of them when complete."""
        return len(self._start)

    @property
    def estimated_height(self) -> int:
        """All rows: exact when complete, a guess from what is laid out before."""
        if self.complete:
            return self.height
        p, done = self._next[0], self.reached
        if done < 1000:
            return self.height + len(self.paragraphs) - p + (self.length - done) // max(1, self.width)
        return max(self.height + 1, round(self.height * self.length / done))

    def _add(self, start: int, end: int, paragraph: int, note: int) -> None:
        self._start.append(start)
        self._end.append(end)
        self._paragraph.append(paragraph)
        self._note.append(note)

    def _step(self) -> int:
        """Lay out one more chunk. Returns the work it was, in characters of plain text."""
        p, offset = self._next
        text, origin = self.paragraphs[p], self.origins[p]
        if offset == 0 and p:
            for _ in range(self.gap):
                self._add(origin, origin, p, BLANK)
        size = max(_CHUNK, 4 * self.width)
        while True:
            end = min(len(text), offset + size)
            lines = wrap(text, offset, end, self.width)
            if end == len(text):
                break
            if len(lines) > 1:  # the last line may go on in the next chunk
                end = lines.pop()[0]
                break
            size *= 2
        places = self._places
        k = bisect_left(places, origin + offset + 1) if offset else bisect_left(places, origin)
        last = origin + len(text)
        for i, (a, b) in enumerate(lines):
            self._add(origin + a, origin + b, p, TEXT)
            if k < len(places):
                # a note after the line's text but before the next line's belongs to this line
                stop = (
                    origin + lines[i + 1][0]
                    if i + 1 < len(lines)
                    else (last if end == len(text) else origin + end)
                )
                while k < len(places) and places[k] <= stop:
                    self._add_note(k, p)
                    k += 1
        self._next = (p + 1, 0) if end == len(text) else (p, end)
        return (end - offset + 1) * (_SLOW if COMPLEX.search(text, offset, end) else 1)

    def _add_note(self, index: int, paragraph: int) -> None:
        text = self._notes[self._places[index]]
        for a, b in wrap(text, 0, len(text), self.width):
            self._add(a, b, paragraph, index)

    def wrap_slice(self, budget: int = SLICE) -> bool:
        """Lay out and cut about budget more characters. Returns whether there is more to do."""
        while budget > 0 and not self.complete:
            budget -= self._step()
        self.tokens.reach(self.reached - 1)
        return not self.complete

    def wrap_until(self, row: int | None = None, position: int | None = None) -> None:
        """Lay out until a row, or the row of a position, is there; everything if neither is given."""
        while not self.complete:
            if row is not None and self.height > row:
                return
            if position is not None and self.reached > position:
                return
            self._step()

    def row(self, index: int) -> Row:
        """A row. Raises IndexError beyond the last."""
        self.wrap_until(index)
        note, p = self._note[index], self._paragraph[index]
        kind = "note" if note >= 0 else "blank" if note == BLANK else self.kinds[p]
        return Row(kind, p, self._start[index], self._end[index], self._places[note] if note >= 0 else -1)

    def row_of(self, position: int) -> int:
        """The row whose text holds a logical position (white space belongs to the line before it)."""
        position = max(0, min(position, self.length))
        self.wrap_until(position=position)
        low, high = 0, self.height
        while low < high:  # rows are in logical order by their place
            middle = (low + high) // 2
            if self._place(middle) <= position:
                low = middle + 1
            else:
                high = middle
        found = low - 1
        while found > 0 and self._note[found] != TEXT:
            found -= 1
        return max(0, found)

    def _place(self, row: int) -> int:
        """The logical place of any row; never falls from row to row."""
        note = self._note[row]
        if note >= 0:
            while row >= 0 and self._note[row] >= 0:
                row -= 1
            return self._start[row]
        return self._start[row]

    def position_of(self, row: int) -> int:
        """The position at which a row begins: for a blank row the text after it, for a note its line."""
        self.wrap_until(row)
        if not self.height:
            return 0
        return self._place(max(0, min(row, self.height - 1)))

    # lines

    def rtl(self, paragraph: int) -> bool:
        """Whether a paragraph runs right to left."""
        return self._directions.rtl(paragraph)

    def line(self, row: int, marks: bool = True, *, tokens: bool = True) -> Line:
        """The visual line of a row. Raises IndexError beyond the last row. tokens: whether it knows those of its cells."""
        kind, p, start, end, _ = self.row(row)
        if kind == "blank":
            return Line([], [], [], self.rtl(p), start, end)
        if kind == "note":
            return self._note_line(row, marks)
        origin = self.origins[p]
        text = self.paragraphs[p]
        if self.profile.logical:
            cells, places = logical_cells(text, start - origin, end - origin, marks, origin)
        else:
            begin, depth = self._directions.levels(p, start - origin, end - origin)
            cells, places = visual(
                text,
                start - origin,
                end - origin,
                depth,
                self.rtl(p),
                marks=marks,
                origin=origin,
                fit=self.width,
                begin=begin,
            )
            cells = self.profile.emit(cells)
        if not tokens:
            return Line(cells, places, [], self.rtl(p), start, end)
        self.tokens.reach(end)
        return Line(cells, places, token_cells(places, self.tokens), self.rtl(p), start, end)

    def _note_line(self, row: int, marks: bool) -> Line:
        text = self._notes[self._places[self._note[row]]]
        start, end = self._start[row], self._end[row]
        rtl = is_rtl(text, "auto")
        if self.profile.logical:
            cells, _ = logical_cells(text, start, end, marks)
        else:
            cells = self.profile.emit(
                visual(text, start, end, levels(text, rtl), rtl, marks=marks, fit=self.width)[0]
            )
        blank = [NOWHERE] * len(cells)
        return Line(cells, blank, blank, rtl, start, end)
