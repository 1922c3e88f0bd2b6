"""Rows of a document: what is in them, where they are after a resize, what the slices leave for later."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.tokenize import tokenize
from reader.layout import NOWHERE, PROFILES, Document, TokenTable, nearest, token_at
from reader.layout import document as module
from tests.layout.strategies import NEWS, TEXT

TITLE = "سيول تفرض عقوبات جديدة"
BODY = "قال ثلاثة مسؤولين إن صواريخ (ATACMS) وصلت في 2024-05-01. وأضافوا أن العدد محدود."
END = BODY.index(".") + 1  # after the first sentence


def rows(doc: Document) -> list[tuple[str, str]]:
    """Each row's kind and its logical text."""
    doc.wrap_until()
    out = []
    for index in range(doc.height):
        row = doc.row(index)
        text = " ".join(p for p in doc.paragraphs)
        if row.kind == "note":
            text = "-" * row.end
        out.append((row.kind, text[row.start : row.end]))
    return out


def test_rows_of_an_article() -> None:
    doc = Document([TITLE, BODY], 30, kinds=["heading", "body"])
    assert rows(doc) == [
        ("heading", "سيول تفرض عقوبات جديدة"),
        ("blank", ""),
        ("body", "قال ثلاثة مسؤولين إن صواريخ"),
        ("body", "(ATACMS) وصلت في 2024-05-01."),
        ("body", "وأضافوا أن العدد محدود."),
    ]


def test_a_line_stands_on_the_right_and_knows_its_tokens() -> None:
    doc = Document([TITLE, BODY], 30)
    line = doc.line(3)
    assert line.indent(30) == 30 - line.width
    assert line.text.endswith("(ATACMS)")
    whole = " ".join(doc.paragraphs)
    words = [whole[doc.tokens.starts[t] : doc.tokens.ends[t]] for t in dict.fromkeys(line.tokens) if t >= 0]
    assert words == [".", "2024-05-01", "في", "وصلت", ")", "ATACMS", "("]


def test_an_english_sentence_comes_under_the_line_where_the_arabic_one_ends() -> None:
    doc = Document(
        [TITLE, BODY], 30, notes={len(TITLE) + 1 + END: "Three officials said that the missiles arrived."}
    )
    kinds = [kind for kind, _ in rows(doc)]
    assert kinds == ["body", "blank", "body", "body", "note", "note", "body"]
    assert doc.line(4).text == "Three officials said that the"
    assert not doc.line(4).rtl
    assert doc.row(4).note == len(TITLE) + 1 + END
    assert doc.position_of(4) == doc.position_of(3)
    doc.set_notes({})
    assert [kind for kind, _ in rows(doc)] == ["body", "blank", "body", "body", "body"]


def test_notes_at_the_ends_of_paragraphs_and_lines_all_appear_once() -> None:
    paragraphs = [BODY, TITLE, BODY]
    doc = Document(paragraphs, 12)
    ends = [doc.origins[i] + len(p) for i, p in enumerate(paragraphs)]
    ends += [doc.origins[2] + END, doc.origins[0] + 3, doc.origins[0]]
    for width in range(1, 60, 7):
        doc.resize(width)
        doc.set_notes({e: f"n{i}" for i, e in enumerate(ends)})
        doc.wrap_until()
        seen = [
            doc.row(r).note for r in range(doc.height) if doc.row(r).kind == "note" and doc.row(r).start == 0
        ]
        assert sorted(seen) == sorted(ends), width


@given(st.lists(TEXT, max_size=4), st.integers(1, 50), st.integers(1, 50))
def test_a_position_keeps_its_place_through_a_resize(paragraphs: list[str], width: int, other: int) -> None:
    doc = Document(paragraphs, width)
    for position in range(0, doc.length + 1, 7):
        row = doc.row_of(position)
        if not doc.height:
            continue
        assert doc.row(row).kind == "body"
        start = doc.position_of(row)
        assert start <= position or row == 0 or doc.origins[doc.row(row).paragraph] <= position
        doc.resize(other)
        again = doc.row_of(position)
        doc.resize(width)
        assert doc.row_of(position) == row
        assert doc.row_of(doc.position_of(row)) == row
        assert again >= 0


@given(st.lists(NEWS, min_size=1, max_size=5), st.integers(4, 40), st.integers(1, 60))
def test_slices_give_the_rows_that_one_go_gives(paragraphs: list[str], width: int, chunk: int) -> None:
    whole = Document(paragraphs, width)
    whole.wrap_until()
    before = module._CHUNK
    module._CHUNK = chunk
    try:
        sliced = Document(paragraphs, width)
        while sliced.wrap_slice(1):
            pass
    finally:
        module._CHUNK = before
    assert [sliced.row(r) for r in range(sliced.height)] == [whole.row(r) for r in range(whole.height)]


def test_only_what_is_wanted_is_laid_out() -> None:
    doc = Document([BODY] * 1000, 40)
    assert doc.height == 0
    doc.line(20)
    assert 20 < doc.height < 200
    assert not doc.complete
    assert len(doc.tokens) < 500
    guess = doc.estimated_height
    assert doc.wrap_slice(1)
    doc.wrap_until()
    assert doc.complete
    assert abs(guess - doc.height) < doc.height / 10
    assert doc.estimated_height == doc.height


def test_an_empty_document_has_no_rows() -> None:
    doc = Document([], 40)
    doc.wrap_until()
    assert (doc.height, doc.complete, doc.row_of(5), doc.position_of(3)) == (0, True, 0, 0)


def test_an_empty_paragraph_is_one_empty_row() -> None:
    doc = Document(["", TITLE, "   "], 40)
    doc.wrap_until()
    assert [doc.row(r).kind for r in range(doc.height)] == ["body", "blank", "body", "blank", "body"]
    assert doc.line(0).cells == []


@given(st.lists(TEXT, max_size=5))
def test_token_ids_are_those_of_tokenize(paragraphs: list[str]) -> None:
    table = TokenTable(paragraphs)
    table.ensure(len(paragraphs))
    expected = [(t.text, t.kind[0]) for p in paragraphs for t in tokenize(p)]
    whole = "\n".join(paragraphs)
    assert [
        (whole[a:b], chr(k)) for a, b, k in zip(table.starts, table.ends, table.kinds, strict=True)
    ] == expected
    for token, (start, end) in enumerate(zip(table.starts, table.ends, strict=True)):
        assert table.at(start) == table.at(end - 1) == token


@given(st.lists(TEXT, max_size=4).map(lambda parts: [" ".join(parts * 40), *parts]), st.data())
def test_tokens_are_the_same_in_whatever_order_they_are_asked_for(
    paragraphs: list[str], data: st.DataObject
) -> None:
    all_of_them = TokenTable(paragraphs)
    all_of_them.ensure(len(paragraphs))
    length = sum(map(len, paragraphs)) + len(paragraphs)
    table = TokenTable(paragraphs)
    for _ in range(4):
        at = data.draw(st.integers(0, length))
        assert table.at(at) == all_of_them.at(at)
        assert table.near(at) == all_of_them.near(at)
        between = all_of_them.between(at, at + 30)
        assert [table.starts[t] for t in table.between(at, at + 30)] == [
            all_of_them.starts[t] for t in between
        ]
    assert table.has(len(all_of_them)) is False
    assert (table.starts, table.ends, table.kinds) == (
        all_of_them.starts,
        all_of_them.ends,
        all_of_them.kinds,
    )


@given(NEWS, st.integers(5, 40))
def test_a_click_hits_the_word_under_the_pointer(text: str, width: int) -> None:
    doc = Document([text], width)
    doc.wrap_until()
    for row in range(doc.height):
        line = doc.line(row)
        for column, place in enumerate(line.positions):
            token = token_at(line, column)
            assert token == doc.tokens.at(place)
            close = nearest(line, column, doc.tokens)
            if token != NOWHERE and doc.tokens.is_word(token):
                assert close == token
            elif close != NOWHERE:
                assert doc.tokens.is_word(close)
        assert token_at(line, -1) == token_at(line, line.width) == NOWHERE


def test_beside_a_word_the_nearest_counts() -> None:
    doc = Document(["قال مسؤولون."], 40)
    line = doc.line(0)
    assert nearest(line, 0, doc.tokens) == 1  # the full stop
    assert nearest(line, -30, doc.tokens) == 1
    assert nearest(line, 99, doc.tokens) == 0
    assert line.cells[8] == " "
    assert nearest(line, 8, doc.tokens) == 0  # a space: the word read first
    assert doc.tokens.near(3) == 0
    assert doc.tokens.near(doc.length - 1) == 1
    dots = Document(["..."], 9)
    assert nearest(dots.line(0), 1, dots.tokens) == NOWHERE
    assert dots.tokens.near(1) == NOWHERE


def test_highlights_are_stretches_of_columns() -> None:
    doc = Document([BODY], 90)
    line = doc.line(0)
    start = BODY.index("صواريخ")
    stretches = line.columns(start, BODY.index("وصلت") - 1)
    assert sum(b - a for a, b in stretches) == len("صواريخ (ATACMS)")
    assert len(stretches) == 1
    start = BODY.index("TACMS")
    assert [line.text[a:b] for a, b in line.columns(start, start + 3)] == ["TAC"]
    assert line.column_of(start) == line.text.index("TACMS")


def test_marks_off_is_the_same_line_without_marks() -> None:
    doc = Document(["قَالَ مَسْؤُولٌ"], 40)
    with_marks, without = doc.line(0), doc.line(0, marks=False)
    assert without.positions == with_marks.positions
    assert without.text == Document(["قال مسؤول"], 40).line(0).text


@given(st.lists(NEWS, max_size=4), st.integers(0, 200), st.integers(0, 200))
def test_a_copy_is_the_logical_text(paragraphs: list[str], start: int, end: int) -> None:
    whole = "\n".join(paragraphs)
    got = Document(paragraphs, 20).text(start, end)
    assert got.rstrip("\n") == whole[start:end].rstrip("\n")


def test_logical_lines_are_the_text() -> None:
    doc = Document([BODY], 200, profile=PROFILES["logical"])
    assert doc.line(0).text == BODY
