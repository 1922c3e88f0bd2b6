from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.errors import NashraError
from glossary import fresh
from glossary.entry import Entry, Term
from glossary.index import FILES, Index, open_index
from tests.glossary.small import index

if TYPE_CHECKING:
    from pathlib import Path


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
    for name in FILES:
        (tmp_path / name).write_bytes(b"nonsense")
    with pytest.raises(NashraError, match="compiled glossary"):
        Index(str(tmp_path))


def test_a_missing_index_says_so(tmp_path: Path) -> None:
    with pytest.raises(NashraError, match="compiled glossary"):
        open_index(tmp_path)


def test_a_final_index_is_never_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / fresh.STAMP).write_text(fresh.FINAL)
    monkeypatch.setattr(fresh, "compile_into", lambda *a, **k: pytest.fail("compiled"))
    assert fresh._fresh(str(tmp_path), []) == str(tmp_path)


def test_broken_sources_leave_the_last_good_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise NashraError("no good")

    for name in FILES:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / fresh.STAMP).write_text("old")
    monkeypatch.setattr(fresh, "compile_into", broken)
    assert fresh._fresh(str(tmp_path), []) == str(tmp_path)
    assert "no good" in capsys.readouterr().err
    (tmp_path / FILES[0]).unlink()
    with pytest.raises(NashraError, match="no good"):
        fresh._fresh(str(tmp_path), [])
