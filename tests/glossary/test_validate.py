"""Each code of the validator has a file that it finds fault with, and nothing else does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given

from glossary.entry import Entry, Term
from glossary.sources import shipped
from glossary.validate import ABOUT, tools, validate
from glossary.validate.book import Book
from glossary.validate.run import over_record, settled
from tests.glossary import strange

FIXTURES = Path(__file__).parent / "fixtures"
RIGHT = """
[uquba-n]
lemma = "عُقُوبَة"
pos = "noun"
gender = "feminine"
root = "عقب"
pattern = "فُعُولَة"
plural = [
  "عُقُوبَات",
]
domain = ["sanctions", "rights"]

[[uquba-n.sense]]
gloss = ["sanction"]
register = "UN, press"
note = "In this sense nearly always plural."

[[uquba-n.sense.collocation]]
arabic = "فَرَضَ عُقُوبَاتٍ عَلَى"
english = "to impose sanctions on"

[[uquba-n.sense.example]]
arabic = "جَدَّدَ مَجْلِسُ الأَمْنِ العُقُوبَاتِ المَفْرُوضَةَ عَلَى المَصَارِفِ الَّتِي تُمَوِّلُ تِجَارَةَ السِّلَاحِ."
english = "The Security Council renewed the sanctions imposed on the banks that finance the arms trade."

[[uquba-n.sense]]
gloss = ["penalty", "punishment"]
register = "legal"
"""


def lay_out(text: str, folder: Path) -> list[Path]:
    """Write the files of a fixture, each after a line `### its/place.toml`."""
    paths = []
    for place, body in re.findall(r"^### (\S+)\n(.*?)(?=^### |\Z)", text, re.M | re.S):
        path = folder / "data" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
        paths.append(path)
    return paths


def test_every_code_has_a_fixture_and_every_fixture_a_code() -> None:
    assert {path.stem for path in FIXTURES.glob("*.toml")} == set(ABOUT)


@pytest.fixture(autouse=True)
def other_dictionaries(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same answers whether or not they are installed."""
    monkeypatch.setattr(tools, "roots_of", lambda lemma: frozenset({"خزن"} if lemma == "مَخْزَن" else ()))
    monkeypatch.setattr(tools, "lemmas_of", lambda lemma: frozenset({"x"} if lemma == "مِلَفّ" else ()))


@pytest.mark.parametrize("code", sorted(ABOUT))
def test_the_fixture_is_found_and_only_by_its_code(code: str, tmp_path: Path) -> None:
    paths = lay_out((FIXTURES / f"{code}.toml").read_text(encoding="utf-8"), tmp_path)
    assert {finding.code for finding in validate(paths, warnings=True)} == {code}


def test_a_right_entry_passes_every_check(tmp_path: Path) -> None:
    assert validate(lay_out("### field/sanctions.toml" + RIGHT, tmp_path), warnings=True) == []


def test_a_reference_may_lie_in_another_file(tmp_path: Path) -> None:
    paths = lay_out((FIXTURES / "E401.toml").read_text(encoding="utf-8"), tmp_path)
    other = lay_out(
        '### general/n.toml\n[nowhere-n]\nlemma = "x"\npos = "noun"\ngloss = ["nowhere"]\n',
        tmp_path / "other",
    )
    assert validate(paths, other) == []


def test_a_finding_names_file_entry_and_code(tmp_path: Path) -> None:
    paths = lay_out((FIXTURES / "E501.toml").read_text(encoding="utf-8"), tmp_path)
    assert [str(finding) for finding in validate(paths)] == [
        f"{paths[0]}:nafa-v: E501 'to deny': write it without to"
    ]


def test_what_was_settled_has_a_reason_and_is_silent(tmp_path: Path) -> None:
    path = tmp_path / "settled.toml"
    path.write_text(
        '[[settled]]\nid = "a-v"\ncode = "W301"\nwhy = ""\n[[settled]]\nid = "b-v"\ncode = "W301"\nwhy = "new"\n'
    )
    assert settled(path) == {("b-v", "W301")}


@given(strange.entries | strange.terms)
def test_no_entry_however_strange_stops_a_check(record: Entry | Term) -> None:
    path = Path("data/field/sanctions.toml")
    for finding in over_record(record, path, Book([(record, path)]), warnings=True):
        assert finding.code in ABOUT


def test_the_shipped_data_has_no_error() -> None:
    assert [str(finding) for finding in validate(shipped())] == []
