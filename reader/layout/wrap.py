"""A paragraph cut into lines, in logical order, by counting cells.

    wrap("قال إن السلام", 0, 13, width=7)  ->  [(0, 6), (7, 13)]

    السلام is five cells: its lam and alef share one

The trick is a condensed copy of the text in which one character is one cell (marks gone, lam-alef merged),
so a line is found with one rfind of a space instead of a walk over its words. Words stand in the same order
in both texts: counting the spaces of a condensed line leads back to logical positions.
"""

from __future__ import annotations

from corpus.regex import later
from reader.layout.chars import ARABIC_MARK, ATOM, COMPLEX, LONE_MARK, SPACES
from reader.layout.shaping import shape_uncached

_HOLD = "\x01"
"""A cell of a condensed text at which no line may break and no word ends."""
_LAM_ALEF = tuple("\u0644" + alef for alef in "\u0627\u0623\u0625\u0622")
_ODD_SPACE = later(f"[{SPACES}][{SPACES}]|[{SPACES}](?<! )")


def _bare(atom: str) -> str:
    """An atom without complex characters or lone marks, one character a cell."""
    bare = ARABIC_MARK.sub("", atom)
    for pair in _LAM_ALEF:
        bare = bare.replace(pair, "x")
    return bare


def atom_width(atom: str) -> int:
    """Cells of an atom (text without spaces)."""
    if COMPLEX.search(atom) or LONE_MARK.match(atom):
        shaped = shape_uncached(atom, False)
        return len(shaped.displays) + len(shaped.wide)
    return len(_bare(atom))


def text_width(text: str) -> int:
    """Cells of a text on one line: its atoms and one cell for each white space."""
    return len(condense(text))


def condense(text: str) -> str:
    """text with one character for each of its cells; each run of white space holds exactly one ' '."""
    if not COMPLEX.search(text) and not LONE_MARK.search(text) and not _ODD_SPACE.search(text):
        return _bare(text)
    out: list[str] = []
    at = 0
    for found in ATOM.finditer(text):
        start, end = found.span()
        if start > at:
            out.append(" " + _HOLD * (start - at - 1))
        out.append("x" * atom_width(found[0]))
        at = end
    if at < len(text):
        out.append(" " + _HOLD * (len(text) - at - 1))
    return "".join(out)


def wrap(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """Lines of text[start:end] as (start, end) without the white space around them, each at most width cells.

    Greedy. A word wider than a line is broken between clusters; a cluster wider than the line (two cells in
    one column) stands alone and the line's maker shows a placeholder. Blank text is one empty line. Linear
    time.
    """
    piece = text[start:end]
    atoms = [m.span() for m in ATOM.finditer(piece)]
    if not atoms:
        return [(start, start)]
    cells = condense(piece)
    lead = atoms[0][0]
    at = lead  # in cells; the white space before the first word is not shown
    size = len(cells)
    atom = 0  # the atom at `at`
    inside = atoms[0][0]  # the logical place of `at`
    lines: list[tuple[int, int]] = []
    while True:
        if size - at <= width:
            lines.append((start + inside, start + atoms[-1][1]))
            return lines
        cut = cells.rfind(" ", at, at + width + 1)
        if cut >= at:  # equal before a word of no width
            atom += cells.count(" ", at, cut)
            lines.append((start + inside, start + atoms[atom][1]))
            atom += 1
            if atom == len(atoms):
                return lines
            at = cut + 1
            while at < size and cells[at] == _HOLD:
                at += 1
            inside = atoms[atom][0]
            continue
        # one word wider than the line
        stop = cells.find(" ", at)
        need = (size if stop < 0 else stop) - at
        pieces = _break(piece[inside : atoms[atom][1]], width)
        for a, b, _ in pieces[:-1]:
            lines.append((start + inside + a, start + inside + b))
        if pieces[-1][2] <= width:
            at += need - pieces[-1][2]
            inside += pieces[-1][0]
            continue
        lines.append((start + inside + pieces[-1][0], start + inside + pieces[-1][1]))
        atom += 1
        if atom == len(atoms):
            return lines
        at, inside = stop + 1, atoms[atom][0]
        while at < size and cells[at] == _HOLD:
            at += 1


def _break(atom: str, width: int) -> list[tuple[int, int, int]]:
    """Pieces of an atom as (start, end, cells), cut between clusters."""
    shaped = shape_uncached(atom, False)
    ends = (*shaped.starts[1:], len(atom))
    if not shaped.wide:
        firsts = range(0, len(shaped.starts), width)
        return [
            (shaped.starts[i] if i else 0, ends[min(i + width, len(ends)) - 1], min(width, len(ends) - i))
            for i in firsts
        ]
    sizes = [1] * len(ends)
    for i in shaped.wide:
        sizes[i] = 2
    pieces: list[tuple[int, int, int]] = []
    first, used = 0, 0
    for i, size in enumerate(sizes):
        if used and used + size > width:
            pieces.append((first, ends[i - 1], used))
            first, used = ends[i - 1], 0
        used += size
    pieces.append((first, len(atom), used))
    return pieces
