"""A long block is analysed in stretches: what they say together is what the analysis of the whole says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Paragraph
from reader.study import stretch as module
from reader.study.places import Place, Places
from reader.study.reading import Reading
from reader.study.stretch import Stretch, bounds
from reader.workspace import Workspace
from tests.layout.strategies import TEXT

DESK = Workspace()


def shipped() -> str:
    """A whole article as one paragraph."""
    return " ".join(p.text for p in DESK.library.get("arms-to-russia").paragraphs)


@pytest.fixture(params=[60, 250])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SIZE", request.param)


def stretches(text: str) -> Iterator[Stretch]:
    end = -1
    while end < len(text) and end != 0:
        start, end = bounds(text, max(end, 0))
        yield Stretch(DESK.analyzer, text, start, end)


@pytest.mark.usefixtures("size")
def test_stretches_say_what_the_whole_says() -> None:
    text = shipped()
    whole = DESK.analyzer.line(text)
    parts = list(stretches(text))
    assert len(parts) > 5
    words = [part.word(part.span(index)[0]) for part in parts for index in part.own()]
    assert [(w.start, w.end, w.text) for w in words] == [(w.start, w.end, w.text) for w in whole.tokens]
    assert [w.key for w in words] == [w.key for w in whole.tokens]
    assert [w.candidates for w in words] == [w.candidates for w in whole.tokens]
    terms = [(t.start, t.end) for part in parts for t in part.terms if t.start >= part.start]
    assert terms == [(t.start, t.end) for t in whole.terms]
    names = [(n.start, n.end) for part in parts for n in part.names if n.start >= part.start]
    assert names == [
        (n.start, n.end) for n in whole.names if not any(a < n.end and b > n.start for a, b in terms)
    ]
    assert names


@pytest.mark.usefixtures("size")
def test_without_punctuation_terms_and_names_are_still_whole() -> None:
    text = shipped().replace(".", "").replace("،", "")
    whole = DESK.analyzer.line(text)
    for unit in whole.terms:
        for at in (unit.start, unit.end - 1):
            found = Stretch(DESK.analyzer, text, *bounds(text, at))
            assert unit.entry in [term.entry for term in found.units(at)]


@pytest.mark.usefixtures("size")
def test_uses_and_counts_do_not_depend_on_how_a_block_is_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article(id="one", title="عنوان", paragraphs=(Paragraph(shipped(), ()),))

    def read() -> tuple[list[tuple[str, Places]], object, list[tuple[str, Place, bool]]]:
        reading = Reading(article, lambda: DESK.analyzer, DESK.entry)
        reading.read_all()
        uses = [(use.entry, use.places) for use in reading.uses()]
        return uses, reading.coverage(lambda key: "new"), sorted(reading.postings())

    parted = read()
    monkeypatch.setattr(module, "SIZE", 1 << 30)
    assert read() == parted


@given(st.lists(TEXT, max_size=30).map("".join), st.integers(1, 50), st.data())
def test_every_position_of_any_text_has_one_stretch(text: str, size: int, data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SIZE", size)
        covered = 0
        while covered < len(text):
            start, end = bounds(text, covered)
            assert start <= covered < end
            assert start in (0, covered)
            at = data.draw(st.integers(covered, end - 1))
            assert bounds(text, at) == (start, end)
            covered = end
        assert bounds("", 0) == (0, 0)


def test_a_word_of_a_million_letters_is_not_analysed_at_once() -> None:
    text = "ك" * 1_000_000
    start, end = bounds(text, 500_000)
    assert start <= 500_000 < end
    assert end - start <= 2 * module.SIZE
    found = Stretch(DESK.analyzer, text, start, end)
    assert found.word(500_000).key is None
    assert len(found.text(0)) <= 2 * module.SIZE + 2 * module.AROUND


def test_the_sentence_around_a_position() -> None:
    article = DESK.library.get("arms-to-russia")
    reading = Reading(article, lambda: DESK.analyzer, DESK.entry)
    for number, paragraph in enumerate(article.paragraphs, 1):
        for sentence in paragraph.sentences:
            for at in (sentence.start, sentence.end - 1):
                assert reading.sentence(number, at) == (sentence.start, sentence.end, sentence.translation)
    assert reading.sentence(0, 3) == (0, len(article.title), article.title_english)


def test_a_word_in_the_gap_of_a_term_answers_for_itself() -> None:
    text = "امتنعت الصين عن التصويت."
    found = Stretch(DESK.analyzer, text, 0, len(text))
    assert [[term.gloss for term in found.units(text.index(word))] for word in text[:-1].split()] == [
        ["abstain"],
        [],
        ["abstain"],
        ["abstain"],
    ]
