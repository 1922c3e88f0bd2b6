"""What cannot be done is said in one line, and leaves nothing half-written."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.errors import NashraError
from reader.anki import font
from reader.anki.export import DeckOptions, ExportCancelledError, write_deck
from tests.anki.samples import ALL, BARE, SANCTION

if TYPE_CHECKING:
    from collections.abc import Callable


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("path", "said"),
    [("missing/deck.apkg", "no folder"), (".", "is a folder"), ("file/deck.apkg", "no folder")],
)
def test_a_place_that_cannot_be_written(tmp_path: Path, path: str, said: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NashraError, match=said) as raised:
        write_deck(ALL, tmp_path / path)
    assert "\n" not in str(raised.value)
    assert leftovers(tmp_path) == ["file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(NashraError, match="Permission denied"):
        write_deck(ALL, tmp_path / "deck.apkg")


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deck.apkg"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfileobj", full)
    with pytest.raises(NashraError, match="No space left on device"):
        write_deck(ALL, path)
    assert (path.read_bytes(), leftovers(tmp_path)) == (b"old", ["deck.apkg"])


def test_cancelling_leaves_the_old_file_and_no_temporary_one(tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    path.write_bytes(b"old")
    before = set(Path(tempfile.gettempdir()).glob("nashra-*"))
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done > total / 2:
            raise ExportCancelledError("stopped")

    with pytest.raises(ExportCancelledError):
        write_deck((replace(BARE, key=f"w{n}") for n in range(1000)), path, progress=stop)
    assert (path.read_bytes(), leftovers(tmp_path)) == (b"old", ["deck.apkg"])
    assert set(Path(tempfile.gettempdir()).glob("nashra-*")) == before
    assert seen == sorted(seen)


def test_what_a_killed_export_left_is_swept_away_and_that_of_a_running_one_is_not(tmp_path: Path) -> None:
    old, running = tmp_path / ".deck.apkg.123.part", tmp_path / ".deck.apkg.124.part"
    for part in (old, running):
        part.write_bytes(b"PK")
    os.utime(old, (0, 0))
    write_deck([BARE], tmp_path / "deck.apkg")
    assert leftovers(tmp_path) == [running.name, "deck.apkg"]


def test_it_can_be_stopped_until_the_file_takes_its_place(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == total:
            raise ExportCancelledError("stopped")

    with pytest.raises(ExportCancelledError):
        write_deck(ALL, tmp_path / "deck.apkg", progress=stop)
    assert leftovers(tmp_path) == []


def test_progress_reaches_the_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    write_deck(ALL, tmp_path / "deck.apkg", progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (6, 6)


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.write_bytes(b"")])
def test_a_missing_or_empty_sound(tmp_path: Path, make: Callable[[Path], object]) -> None:
    sound = tmp_path / "word.mp3"
    make(sound)
    with pytest.raises(NashraError, match=r"the sound .*word\.mp3"):
        write_deck([replace(SANCTION, audio=str(sound))], tmp_path / "deck.apkg")
    assert not (tmp_path / "deck.apkg").exists()


def test_a_missing_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> Path:
        raise ModuleNotFoundError("fontpkg_amiri")

    monkeypatch.setattr(font.resources, "files", missing)
    with pytest.raises(NashraError, match="font"):
        write_deck([SANCTION], tmp_path / "deck.apkg")


def test_nothing_to_export(tmp_path: Path) -> None:
    with pytest.raises(NashraError, match="mark some words"):
        write_deck([], tmp_path / "deck.apkg")
    with pytest.raises(NashraError, match="no meaning"):
        write_deck([replace(BARE, gloss=" \x1f")], tmp_path / "deck.apkg")


def test_a_note_without_a_meaning_is_left_out_and_named(tmp_path: Path) -> None:
    result = write_deck([SANCTION, replace(BARE, gloss="")], tmp_path / "deck.apkg")
    assert result.notes == 1
    assert "هُدْنَة" in result.skipped[0]


def test_unknown_or_no_kind_of_card(tmp_path: Path) -> None:
    with pytest.raises(NashraError, match="newspaper, production"):
        write_deck([SANCTION], tmp_path / "deck.apkg", DeckOptions(cards=("nonsense",)))  # type: ignore[arg-type]
    with pytest.raises(NashraError, match="at least one"):
        write_deck([SANCTION], tmp_path / "deck.apkg", DeckOptions(cards=()))
