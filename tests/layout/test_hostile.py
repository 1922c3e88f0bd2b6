"""Whatever the text and however narrow the pane: no crash, no cell too many, nothing that the terminal could obey."""

from __future__ import annotations

import unicodedata as ud

import pytest
from hypothesis import given
from rich.cells import cell_len

from reader.layout import PROFILES, Document, clusters, display, field, fit, paint, sanitize, width_of
from reader.layout.chars import glyph
from reader.layout.wrap import atom_width, condense, wrap
from tests.layout.strategies import TEXT, WIDTH

MILLION = 1_000_000
MANY = 300_000
"""Enough to hang on anything that is not linear."""


def harmless(text: str) -> bool:
    """No controls, no bidi controls, no surrogates."""
    return not any(
        ud.category(c) in ("Cc", "Cs") or "\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" for c in text
    )


def test_every_character_takes_the_cells_that_textual_counts() -> None:
    wrong = []
    for code in (*range(0xD800), *range(0xE000, 0x1FC00), *range(0xE0000, 0xE0200)):
        shown, width = glyph(chr(code))
        if cell_len(shown) != width:
            wrong.append((hex(code), shown, width, cell_len(shown)))
    assert not wrong, wrong[:10]


@given(TEXT)
def test_a_line_is_as_wide_as_its_cells(text: str) -> None:
    line = display(text)
    assert len(line.cells) == len(line.positions) == width_of(text)
    assert cell_len(line.text) == line.width
    assert harmless(line.text)
    for column, cell in enumerate(line.cells):
        if not cell:
            assert cell_len(line.cells[column - 1]) == 2
            assert line.positions[column - 1] == line.positions[column]


@given(TEXT)
def test_every_cluster_is_shown_once(text: str) -> None:
    for base in ("rtl", "ltr"):
        line = display(text, base=base)
        starts = sorted(set(line.positions))
        assert len(starts) == sum(1 for c in line.cells if c)
        assert all(0 <= p < len(text) for p in starts)


@given(TEXT)
def test_without_marks_the_cells_stand_where_they_stood(text: str) -> None:
    assert display(text, marks=False).positions == display(text).positions


@given(TEXT, WIDTH)
def test_no_row_is_wider_than_the_pane(text: str, width: int) -> None:
    for base in ("rtl", "ltr"):
        doc = Document([text, "خبر"], width, base=base, notes={len(text): text})
        doc.wrap_until()
        for row in range(doc.height):
            line = doc.line(row)
            assert cell_len(line.text) == line.width <= width
            assert harmless(line.text)


@given(TEXT, WIDTH)
def test_wrapping_loses_and_repeats_nothing(text: str, width: int) -> None:
    text = text.replace("\n", " ")
    lines = wrap(text, 0, len(text), width)
    at = 0
    for start, end in lines:
        assert at <= start <= end
        assert not text[at:start].strip(
            "\t\x0b\x0c\r\x85 \u1680\u2028\u2029\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
        )
        at = end
    assert len(condense(text)) == width_of(text)


@given(TEXT)
def test_widths_are_the_sums_of_the_clusters(text: str) -> None:
    for atom in text.split():
        if not any(c.isspace() for c in atom):
            assert atom_width(atom) == sum(c.width for c in clusters(atom)), ascii(atom)


@given(TEXT, WIDTH)
def test_fit_is_exact(text: str, width: int) -> None:
    for align in ("start", "end", "center"):
        line = fit(text, width, align=align)
        assert cell_len(line.text) == line.width == width
        assert harmless(line.text)


@given(TEXT, WIDTH)
def test_an_input_is_exact_and_shows_its_cursor(text: str, width: int) -> None:
    for cursor in {0, len(text) // 2, len(text)}:
        shown = field(text, cursor, width)
        assert cell_len(shown.line.text) == shown.line.width == width
        assert 0 <= shown.cursor < width
        for column in range(width):
            assert 0 <= shown.position_at(column) <= len(text)


@given(TEXT)
def test_painting_is_harmless_in_every_profile(text: str) -> None:
    for profile in PROFILES.values():
        painted = paint(text, profile)
        assert painted.count("\n") == text.count("\n")
        if profile.name != "apple":
            assert harmless(painted.replace("\n", "")), profile.name


@given(TEXT)
def test_sanitize_leaves_text(text: str) -> None:
    clean = sanitize(text)
    assert harmless(clean.replace("\n", "").replace("\t", ""))
    assert ud.is_normalized("NFC", clean)
    assert sanitize(clean) == clean


def test_sanitize_takes_whole_escape_sequences() -> None:
    assert sanitize("\x1b[31mنص\x1b]0;title\x07\u202e\r\nسطر\x9b1m") == "نص\nسطر"
    assert sanitize("\ud83dخ") == "\ufffdخ"
    assert sanitize("ا\u0654") == "أ"
    assert sanitize("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize(
    "text",
    [
        "ب" * MILLION,
        "ل\u064eا\u064e" * (MILLION // 4),
        "a" * MILLION,
        "\u064e" * MANY,
        "中" * MANY,
        "\U0001f600" * (MANY // 2),
        "(" * MANY,
        "(a" * (MANY // 2),
        "(a)" * (MANY // 3),
        "\u200b" * MANY,
        " " * MANY,
        "ب\u0651" + "\u064e" * MANY,
        "ب1 " * (MANY // 3),
        "1-" * (MANY // 2),
        "\ud800" * (MANY // 4),
    ],
    ids=[
        "letters", "lam-alef", "latin", "marks", "cjk", "emoji", "open", "unclosed", "pairs", "zero-width", "spaces",
        "pile", "mixed", "signs", "surrogates",
    ],
)  # fmt: skip
def test_hundreds_of_thousands_of_characters_without_an_end(text: str) -> None:
    doc = Document([text], 72)
    doc.wrap_until(60)
    for row in range(min(60, doc.height)):
        assert cell_len(doc.line(row).text) <= 72
    doc.wrap_until()
    assert doc.complete
    last = doc.line(doc.height - 1)
    assert last.width <= 72
    assert doc.row_of(doc.length) == doc.height - 1


def test_two_cells_in_one_column_become_a_placeholder() -> None:
    doc = Document(["中ب\U0001f600"], 1)
    doc.wrap_until()
    assert [doc.line(r).text for r in range(doc.height)] == ["\ufffd", "\ufe8f", "\ufffd"]


def test_emoji_are_sent_without_what_terminals_disagree_about() -> None:
    assert (
        display("\U0001f468\u200d\U0001f469\u200d\U0001f467", base="ltr").text
        == "\U0001f468\U0001f469\U0001f467"
    )
    assert display("\u2764\ufe0f", base="ltr").text == "\u2764"
    assert display("\U0001f1f0\U0001f1f7", base="ltr").text == "KR"
