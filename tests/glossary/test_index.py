from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.errors import NashraError
from glossary import fresh
from glossary.entry import Entry, Term
from glossary.index import FILES, LEXICON, TABLE, Index, open_index
from tests.glossary.small import index

if TYPE_CHECKING:
    from pathlib import Path


def whole(folder: Path, stamp: str) -> str:
    for name in FILES[LEXICON]:
        (folder / name).write_bytes(b"")
    (folder / fresh.STAMP).write_text(stamp)
    return str(folder)


def broken(_: str) -> None:
    raise NashraError("no good")


def test_an_entry_comes_back_whole() -> None:
    entry = index().entry("uquba-n")
    assert isinstance(entry, Entry)
    assert entry.plural == ("عُقُوبَات",)
    assert entry.senses[0].gloss == ("sanction", "penalty")
    term = index().entry("waqf-itlaq-al-nar-t")
    assert isinstance(term, Term)
    assert term.gap == (1, 0)


def test_no_such_entry() -> None:
    with pytest.raises(KeyError):
        index().entry("no-such-n")


def test_every_id_is_there() -> None:
    entries, terms, _ = index().size
    assert len(index().ids()) == entries + terms


def test_a_damaged_index_says_so(tmp_path: Path) -> None:
    for kind in (LEXICON, TABLE):
        (tmp_path / kind).mkdir()
        for name in FILES[kind]:
            (tmp_path / kind / name).write_bytes(b"nonsense")
    with pytest.raises(NashraError, match="compiled glossary"):
        open_index(tmp_path)
    with pytest.raises(NashraError, match="compiled glossary"):
        Index(None, str(tmp_path / TABLE))


def test_a_missing_index_says_so(tmp_path: Path) -> None:
    with pytest.raises(NashraError, match="compiled glossary"):
        open_index(tmp_path)


def test_a_final_index_is_never_compiled(tmp_path: Path) -> None:
    fresh._fresh(whole(tmp_path, fresh.FINAL), LEXICON, lambda: pytest.fail("asked"), broken)
    assert (tmp_path / fresh.STAMP).read_text() == fresh.FINAL


def test_an_index_that_is_up_to_date_is_left_alone(tmp_path: Path) -> None:
    fresh._fresh(whole(tmp_path, "now"), LEXICON, lambda: "now", broken)
    assert (tmp_path / fresh.STAMP).read_text() == "now"


def test_newer_sources_are_compiled_and_moved_into_place(tmp_path: Path) -> None:
    def build(folder: str) -> None:
        for name in FILES[LEXICON]:
            with open(f"{folder}/{name}", "w") as file:
                file.write("new")

    fresh._fresh(whole(tmp_path, "old"), LEXICON, lambda: "now", build)
    assert (tmp_path / fresh.STAMP).read_text() == "now"
    assert {(tmp_path / name).read_text() for name in FILES[LEXICON]} == {"new"}
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted((*FILES[LEXICON], fresh.STAMP))


def test_broken_sources_leave_the_last_good_index(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fresh._fresh(whole(tmp_path, "old"), LEXICON, lambda: "now", broken)
    assert "no good" in capsys.readouterr().err
    assert (tmp_path / fresh.STAMP).read_text() == "old"


def test_broken_sources_without_an_index_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(NashraError, match="no good"):
        fresh._fresh(str(tmp_path / "none"), LEXICON, lambda: "now", broken)


def test_while_somebody_compiles_the_old_index_serves(tmp_path: Path) -> None:
    target = whole(tmp_path, "old")
    (tmp_path / "lock").mkdir()
    fresh._fresh(target, LEXICON, lambda: "now", broken)
    assert (tmp_path / fresh.STAMP).read_text() == "old"
