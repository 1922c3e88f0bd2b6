from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import NashraError
from glossary.decode import CONTROL, decode
from glossary.entry import POS, Entry, Pair, Sense, Term
from glossary.format import dump, main, tidy

LETTERS = st.text(
    st.sampled_from(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأؤإئآةى\u064b\u064e\u064f\u0650\u0651\u0652 abcABC'\"\\#[]=،؟·–"
    ),
    min_size=1,
    max_size=12,
)
texts = LETTERS.map(lambda text: unicodedata.normalize("NFC", text).strip()).filter(
    lambda text: text != "" and not CONTROL.search(text)
)
lists = st.lists(texts, max_size=3).map(tuple)
some = st.lists(texts, min_size=1, max_size=3).map(tuple)
maybe = st.none() | texts
pairs = st.lists(st.builds(Pair, texts, texts), max_size=2).map(tuple)
senses = st.builds(Sense, some, lists, maybe, maybe, maybe, pairs, pairs)
ids = st.from_regex(r"[a-z]{1,4}-(n|v|name)2?", fullmatch=True)
entries = st.builds(
    Entry,
    ids,
    texts,
    st.sampled_from(POS),
    st.lists(senses, min_size=1, max_size=3).map(tuple),
    root=maybe,
    pattern=maybe,
    gender=maybe,
    number=maybe,
    plural=lists,
    dual=maybe,
    feminine=maybe,
    elative=maybe,
    form=maybe,
    present=maybe,
    masdar=lists,
    invariable=st.booleans(),
    forms=lists,
    spellings=lists,
    acronym=maybe,
    domain=lists,
    related=lists,
)
gaps = st.lists(st.integers(0, 4), max_size=3).map(tuple)
terms = st.builds(Term, ids, texts, lists, some, gaps, maybe, lists, maybe, maybe, pairs, lists)
records = st.lists(entries | terms, max_size=4, unique_by=lambda record: record.id)


@given(records)
def test_what_is_written_is_read_back_and_written_alike(made: list[Entry | Term]) -> None:
    text = dump(made)
    assert decode(text) == sorted(made, key=lambda record: record.id)
    assert tidy(text) == text


def test_order_lists_and_shorthand() -> None:
    untidy = """# Ours.

[b-n]
gloss = ["big"]
plural = ["كُتُب", "كِتَابَات"]
pos = "noun"
lemma = "كِتَاب"
[a-n]
lemma = "أَب"
pos = "noun"
sense = [{gloss = ["father"]}]
"""
    assert (
        tidy(untidy)
        == """# Ours.

[a-n]
lemma = "أَب"
pos = "noun"
gloss = ["father"]

[b-n]
lemma = "كِتَاب"
pos = "noun"
plural = [
  "كُتُب",
  "كِتَابَات",
]
gloss = ["big"]
"""
    )


def test_a_comment_that_would_be_lost_is_refused() -> None:
    with pytest.raises(NashraError, match=r"x.toml: line 2: a comment"):
        tidy('[a-n]\n# why\nlemma = "x"\npos = "noun"\ngloss = ["x"]\n', where="x.toml")


def test_check_only_looks_and_a_bad_file_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.toml"
    untidy = '[a-n]\npos = "noun"\nlemma = "x"\ngloss = ["x"]\n'
    path.write_text(untidy)
    assert main(["--check", str(path)]) == 1
    assert path.read_text() == untidy
    assert main([str(path)]) == 0
    assert path.read_text().startswith('[a-n]\nlemma = "x"\n')
    assert main(["--check", str(path)]) == 0
    path.write_text("[a-n\n")
    assert main([str(path)]) == 1
    assert path.read_text() == "[a-n\n"
    assert "not TOML" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["x.toml"]
