from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from corpus.errors import NashraError
from glossary.decode import decode
from glossary.entry import Entry, Term
from glossary.format import dump, main, tidy
from tests.glossary import strange


@given(strange.records)
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
