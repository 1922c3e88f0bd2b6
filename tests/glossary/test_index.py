from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import NashraError
from glossary import fresh
from glossary.analyze import Analyzer
from glossary.data_files import FILES, LEXICON, TABLE
from glossary.entry import Entry, Term
from glossary.index import Index, open_index
from glossary.lock import FILE, only_one
from glossary.lookup import lookup
from tests.glossary.small import compiled, index


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
        Index([], str(tmp_path / TABLE))


def test_a_missing_index_says_so(tmp_path: Path) -> None:
    with pytest.raises(NashraError, match="compiled glossary"):
        open_index(tmp_path)


def build(folder: str) -> None:
    for name in FILES[LEXICON]:
        with open(f"{folder}/{name}", "w") as file:
            file.write("new")


def test_a_final_index_is_never_compiled(tmp_path: Path) -> None:
    found = fresh._fresh(whole(tmp_path, fresh.FINAL), LEXICON, lambda: pytest.fail("asked"), broken)
    assert found == (str(tmp_path), fresh.FINAL)


def test_an_index_that_is_up_to_date_is_left_alone(tmp_path: Path) -> None:
    first = fresh._fresh(str(tmp_path), LEXICON, lambda: "now", build)
    assert fresh._fresh(str(tmp_path), LEXICON, lambda: "now", broken) == first


def test_newer_sources_go_into_a_folder_of_their_own_and_old_ones_are_cleared_away(tmp_path: Path) -> None:
    seen = [fresh._fresh(str(tmp_path), LEXICON, lambda n=n: f"stamp {n}", build) for n in range(4)]
    assert len(set(seen)) == 4
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == sorted([FILE, fresh.STAMP, *(folder.rsplit("/", 1)[-1] for folder, _ in seen[-2:])])


def test_broken_sources_leave_the_last_good_index(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = fresh._fresh(str(tmp_path), LEXICON, lambda: "old", build)
    assert fresh._fresh(str(tmp_path), LEXICON, lambda: "now", broken) == first
    assert "no good" in capsys.readouterr().err


def test_broken_sources_without_an_index_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(NashraError, match="no good"):
        fresh._fresh(str(tmp_path / "none"), LEXICON, lambda: "now", broken)


def test_while_somebody_compiles_the_old_index_serves(tmp_path: Path) -> None:
    first = fresh._fresh(str(tmp_path), LEXICON, lambda: "old", build)
    with only_one(str(tmp_path), wait=True):
        assert fresh._fresh(str(tmp_path), LEXICON, lambda: "now", broken) == first


def test_who_is_killed_while_compiling_holds_nobody_up(tmp_path: Path) -> None:
    held = (
        "import sys, time; from glossary.lock import FILE, only_one\n"
        "with only_one(sys.argv[1], wait=True) as mine: print(mine, flush=True); time.sleep(60)"
    )
    root = Path(fresh.__file__).parents[1]
    with subprocess.Popen(
        [sys.executable, "-c", held, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=root
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        with only_one(str(tmp_path), wait=False) as mine:
            assert not mine
        other.kill()
        other.wait()
    with only_one(str(tmp_path), wait=False) as mine:
        assert mine


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NashraError, match="cannot be compiled"):
        fresh._fresh(str(tmp_path / "file"), LEXICON, lambda: "now", build)


USERS = """
[uquba-n]
lemma = "عُقُوبَة"
pos = "noun"
gender = "feminine"
plural = ["عُقُوبَات"]
gloss = ["my sanction"]

[tanmiya-n]
lemma = "تَنْمِيَة"
pos = "noun"
gender = "feminine"
gloss = ["development"]

[safqat-tanmiya-t]
term = "عُقُوبَةُ تَنْمِيَةٍ"
parts = ["uquba-n", "tanmiya-n"]
gloss = ["my term"]

[kitab-tanmiya-t]
term = "كِتَابُ تَنْمِيَةٍ"
parts = ["kitab-n", "tanmiya-n"]
gloss = ["book of development"]
"""


def test_the_users_entries_take_the_place_of_ours_and_add_to_them(tmp_path: Path) -> None:
    both = Index([index().lexicons[0][0].folder, compiled(USERS, tmp_path)], None)
    one = Analyzer(both)
    words = one.line("والعقوبات للتنمية كتاب").tokens
    assert [w.gloss for w in words] == ["my sanction", "development", "book"]
    assert [t.entry for t in one.line("عقوبة تنمية").terms] == ["safqat-tanmiya-t"]
    assert [t.entry for t in one.line("كتب التنمية").terms] == ["kitab-tanmiya-t"]
    entry = both.entry("uquba-n")
    assert isinstance(entry, Entry)
    assert entry.senses[0].gloss == ("my sanction",)
    assert [f.gloss for f in lookup(one, "عقوبة")] == ["my sanction"]
    assert "development" in [f.gloss for f in lookup(one, "development")]


def test_an_index_is_ready_only_when_it_is_whole_and_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fresh, "DATA", str(tmp_path))
    assert not fresh.ready()
    lexicon = tmp_path / "index" / LEXICON
    lexicon.mkdir(parents=True)
    whole(lexicon, fresh.lexicon_stamp(None))
    assert fresh.ready()
    whole(lexicon, "another stamp")
    assert not fresh.ready()
    whole(lexicon, fresh.FINAL)
    assert fresh.ready()
    (tmp_path / "analyses").mkdir()
    (tmp_path / "analyses" / "table.xz").write_bytes(b"")
    assert not fresh.ready()  # there is a table, and no index of it
