"""Line breaking against the plain way of doing it: word by word, cluster by cluster."""

from __future__ import annotations

from hypothesis import given

from reader.layout import clusters
from reader.layout.chars import ATOM
from reader.layout.wrap import wrap
from tests.layout.strategies import TEXT, WIDTH


def plainly(text: str, width: int) -> list[str]:
    """Greedy lines of a text without double spaces, without the quick way that wrap() takes."""
    lines: list[str] = []
    line, used = "", -1
    for found in ATOM.finditer(text):
        atom = found[0]
        parts = [(atom[c.start : c.end], c.width) for c in clusters(atom)]
        size = sum(w for _, w in parts)
        if used >= 0 and used + 1 + size <= width:
            line, used = f"{line} {atom}", used + 1 + size
            continue
        if used >= 0:
            lines.append(line)
        line, used = "", 0
        for part, cells in parts:
            if used and used + cells > width:
                lines.append(line)
                line, used = "", 0
            line += part
            used += cells
        if used > width:  # two cells in one column stand alone
            lines.append(line)
            line, used = "", -1
    if used >= 0 or not lines:
        lines.append(line)
    return lines


@given(TEXT, WIDTH)
def test_lines_are_the_greedy_ones(text: str, width: int) -> None:
    text = " ".join(a for a in ATOM.findall(text) if clusters(a))
    got = [text[a:b] for a, b in wrap(text, 0, len(text), width)]
    assert got == plainly(text, width)


def test_lam_and_alef_share_a_cell() -> None:
    assert wrap("قال إن السلام", 0, 13, 7) == [(0, 6), (7, 13)]
    assert wrap("سلام لا", 0, 7, 5) == [(0, 7)]


def test_a_long_word_is_broken_between_clusters() -> None:
    word = "ف\u064eس\u064eي\u064eك\u0652ف\u0650يك\u064eه\u064fم"
    lines = [word[a:b] for a, b in wrap(word, 0, len(word), 3)]
    assert "".join(lines) == word
    assert [len(clusters(p)) for p in lines] == [3, 3, 3]


def test_a_no_break_space_holds() -> None:
    assert wrap("في 15\u00a0كم", 0, 8, 6) == [(0, 2), (3, 8)]


def test_white_space_around_lines_is_not_shown() -> None:
    assert wrap("  قال   نعم  ", 0, 13, 4) == [(2, 5), (8, 11)]
    assert wrap("   ", 0, 3, 4) == [(0, 0)]
