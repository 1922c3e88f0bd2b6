"""What the learner already studies, read from every kind of file that Anki writes."""

from __future__ import annotations

import json
import sqlite3
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest
import zstandard
from anki.collection import ExportAnkiPackageOptions
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import NashraError
from reader.anki.known import StudiedNote, arabic_forms, match, read_notes, strip_html, word_fields
from tests.anki.client import Client
from tests.anki.samples import DENY, SANCTION

if TYPE_CHECKING:
    from pathlib import Path

WORDS = [
    ("كِتَاب ج كُتُب", "book", 40),
    ("<b>حُكُومَة</b><br>حكومات", "government", 5),
    ("{{c1::سلاح::weapon}} [sound:a.mp3]", "weapon", 0),
    ("no Arabic here", "&nbsp;", 90),
]


def learner(folder: Path) -> Client:
    """A collection with a deck of another's making and two of our notes, some of it learnt."""
    folder.mkdir(exist_ok=True)
    client = Client(folder)
    client.take([SANCTION, DENY], ("newspaper",))
    client.review("uquba-n")
    col = client.col
    deck = col.decks.id("Arabic::Words")
    model = col.models.by_name("Basic")
    for front, back, interval in WORDS:
        note = col.new_note(model)
        note["Front"], note["Back"] = front, back
        col.add_note(note, deck)
        if interval:
            col.sched.set_due_date([note.cards()[0].id], f"{interval}!")
            card = note.cards()[0]
            card.reps = 3
            col.update_card(card)
    col.sched.suspend_cards([card.id for card in client.notes_where("government")[0].cards()])
    return client


def seen(notes: list[StudiedNote]) -> list[tuple[object, ...]]:
    return sorted(
        (
            note.note_type,
            note.deck,
            tuple(note.fields.items())[:2],
            note.interval,
            note.suspended,
            note.reviews,
        )
        for note in notes
    )


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same collection in every shape."""
    folder = tmp_path_factory.mktemp("known")
    client = learner(folder / "live")
    col = client.col
    made = {name: folder / name for name in ("new.apkg", "old.apkg", "new.colpkg", "old.colpkg")}
    for name, legacy in (("new.apkg", False), ("old.apkg", True)):
        options = ExportAnkiPackageOptions(with_scheduling=True, with_media=False, legacy=legacy)
        col.export_anki_package(out_path=str(made[name]), options=options, limit=None)
    col.export_collection_package(str(made["new.colpkg"]), include_media=False, legacy=False)
    col.reopen()
    col.export_collection_package(str(made["old.colpkg"]), include_media=False, legacy=True)
    col.reopen()
    client.close()
    made["collection.anki2"] = folder / "live" / "collection.anki2"
    with zipfile.ZipFile(made["new.colpkg"]) as package:
        made["collection.anki21b"] = folder / "collection.anki21b"
        made["collection.anki21b"].write_bytes(package.read("collection.anki21b"))
    with zipfile.ZipFile(made["old.colpkg"]) as package:
        made["collection.anki21"] = folder / "collection.anki21"
        made["collection.anki21"].write_bytes(package.read("collection.anki21"))
    return made


def test_every_kind_of_file_reads_alike(files: dict[str, Path]) -> None:
    expected = seen(read_notes(files["collection.anki2"]))
    assert len(expected) == 6
    assert {name: seen(read_notes(path)) == expected for name, path in files.items()} == dict.fromkeys(
        files, True
    )


def test_intervals_suspension_and_decks(files: dict[str, Path]) -> None:
    by_back = {note.fields.get("Back", note.fields.get("Id")): note for note in read_notes(files["new.apkg"])}
    book = by_back["book"]
    assert (book.deck, book.note_type, book.interval, book.reviews) == ("Arabic::Words", "Basic", 40, 3)
    assert (by_back["government"].suspended, by_back["government"].interval) == (True, 0)
    assert by_back["weapon"].fields["Front"] == "سلاح"
    assert (by_back["uquba-n"].interval, by_back["nafa-v"].interval) == (21, 0)


def test_a_preview_of_what_was_matched_how(files: dict[str, Path]) -> None:
    dictionary = {"كُتُب": ["kitab-n"], "حُكُومَة": ["hukuma-n"], "سلاح": ["silah-n", "silah-n2"]}
    notes = [note for note in read_notes(files["old.apkg"]) if note.note_type == "Basic"]
    preview = match(notes, lambda text, _: dictionary.get(text, []))
    rows = {row.note.fields["Back"]: row for row in preview.rows}
    assert preview.fields == {"Basic": "Front"}
    assert preview.without_arabic == 1
    assert preview.scheduled
    assert (rows["book"].text, rows["book"].found, rows["book"].part, rows["book"].known) == (
        "كُتُب",
        ("kitab-n",),
        True,
        True,
    )
    assert (rows["government"].found, rows["government"].known) == (("hukuma-n",), False)
    assert (len(rows["weapon"].found), rows["weapon"].known) == (2, False)
    assert {row.known for row in match(notes, lambda *_: [], min_interval=0).rows} == {True, False}


def test_the_same_word_twice_counts_once_with_the_longer_interval() -> None:
    notes = [StudiedNote("T", "D", {"Front": "بيت"}, days, False, 1) for days in (3, 30, 7)]
    (row,) = match(notes, lambda text, _: [text]).rows
    assert (row.interval, row.known) == (30, True)


def test_the_field_of_the_word_is_found_among_sentences() -> None:
    fields = {"English": "house", "Sentence": "سكن الرجل في بيت كبير قرب البحر", "Word": "بَيْت", "Audio": ""}
    assert word_fields([StudiedNote("T", "", fields, 0, False, 0)] * 3) == {"T": "Word"}


@pytest.mark.parametrize(
    ("field", "forms"),
    [
        ("كِتَاب / كُتُب", ["كِتَاب", "كُتُب"]),
        ("كِتَاب ج كُتُب", ["كِتَاب", "كُتُب"]),
        ("كتاب (كتب) book", ["كتاب", "كتب"]),
        ("مجلس الأمن", ["مجلس الأمن"]),
        ("book", []),
        ("كَتَبَ، يَكْتُبُ، كِتَابَة", ["كَتَبَ", "يَكْتُبُ", "كِتَابَة"]),
        ("ق", []),
    ],
)
def test_forms_of_a_field(field: str, forms: list[str]) -> None:
    assert arabic_forms(field) == forms


@given(st.text(max_size=300) | st.text(alphabet="<style>/scriptكتاب{c1:}[sound] ", max_size=300))
def test_any_field_is_read(text: str) -> None:
    plain = strip_html(text)
    assert "\n" not in plain
    assert all(form in plain for form in arabic_forms(plain))


def test_a_running_anki_is_read_and_left_alone(tmp_path: Path) -> None:
    client = learner(tmp_path / "live")
    path = tmp_path / "live" / "collection.anki2"
    before = {file.name: file.stat().st_size for file in path.parent.iterdir() if file.is_file()}
    assert len(read_notes(path)) == 6
    assert {file.name: file.stat().st_size for file in path.parent.iterdir() if file.is_file()} == before
    client.close()


def package(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "."), content)
    return path


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    bomb = package(tmp_path / "bomb.apkg", collection__anki2=b"SQLite format 3\0" + b"\0" * 40_000_000)
    assert bomb.stat().st_size < 50_000
    with pytest.raises(NashraError, match="more than 10 MB"):
        read_notes(bomb, max_bytes=10 << 20)


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    bomb = package(tmp_path / "bomb.apkg", collection__anki2=b"\0" * 40_000_000)
    data = bytearray(bomb.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(signature) + offset
        data[at : at + 4] = struct.pack("<I", 1000)
    bomb.write_bytes(data)
    with pytest.raises(NashraError):
        read_notes(bomb, max_bytes=10 << 20)


def test_a_zstd_bomb_is_refused(tmp_path: Path) -> None:
    content = zstandard.ZstdCompressor(level=3).compress(b"\0" * 40_000_000)
    bomb = package(tmp_path / "bomb.apkg", meta=b"\x08\x03", collection__anki21b=content)
    with pytest.raises(NashraError, match="more than 10 MB"):
        read_notes(bomb, max_bytes=10 << 20)
    bare = tmp_path / "collection.anki21b"
    bare.write_bytes(content)
    with pytest.raises(NashraError, match="more than 10 MB"):
        read_notes(bare, max_bytes=10 << 20)


def test_a_query_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.anki.collection._MAX_STEPS", 3_000_000)
    path = tmp_path / "collection.anki2"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE col(models, decks)")
    db.execute("CREATE TABLE notes(id, mid, flds)")
    db.execute("CREATE TABLE cards(nid, did, ivl, queue, reps)")
    db.executemany("INSERT INTO notes VALUES(1, 1, ?)", [("x",)] * 3000)
    db.executemany("INSERT INTO cards VALUES(?, 1, 1, 1, 1)", [(1,)] * 3000)
    db.commit()
    db.close()
    with pytest.raises(NashraError, match="too long"):
        read_notes(path)


@pytest.mark.parametrize("schema", ["CREATE VIEW notes AS SELECT 1 AS id", "CREATE TABLE notes(id)"])
def test_a_collection_with_a_strange_schema(tmp_path: Path, schema: str) -> None:
    path = tmp_path / "collection.anki2"
    db = sqlite3.connect(path)
    for statement in ("CREATE TABLE col(models, decks)", "CREATE TABLE cards(nid)", schema):
        db.execute(statement)
    db.close()
    with pytest.raises(NashraError):
        read_notes(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"PK\x03\x04 not a zip",
        b"SQLite format 3\0" + b"\xff" * 5000,
        b"\x28\xb5\x2f\xfd nothing",
    ],
)
def test_files_that_are_no_deck(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.apkg"
    path.write_bytes(content)
    with pytest.raises(NashraError, match=r"x\.apkg") as raised:
        read_notes(path)
    assert "\n" not in str(raised.value)


def test_other_packages_that_cannot_be_read(tmp_path: Path) -> None:
    for members in (
        {"media": b"{}"},
        {"meta": b"\x08\x09", "collection__anki21b": b""},
        {"meta": b"\x08\x03", "collection__anki21b": b"not zstd"},
    ):
        with pytest.raises(NashraError):
            read_notes(package(tmp_path / "x.apkg", **members))
    with pytest.raises(NashraError, match="No such file"):
        read_notes(tmp_path / "missing.apkg")
    with pytest.raises(NashraError, match=r"Is a directory|Permission"):
        read_notes(tmp_path)


@given(st.integers(0, 60_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_package_never_breaks_the_reader(files: dict[str, Path], at: int, noise: bytes) -> None:
    for name in ("old.apkg", "new.apkg"):
        data = bytearray(files[name].read_bytes())
        at %= len(data)
        data[at : at + len(noise)] = noise
        damaged = files[name].with_name("damaged.apkg")
        damaged.write_bytes(data)
        try:
            notes = read_notes(damaged)
        except NashraError:
            continue
        assert len(notes) <= 6


def test_names_that_are_not_what_they_should_be(tmp_path: Path) -> None:
    path = tmp_path / "collection.anki2"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE col(models, decks)")
    db.execute("INSERT INTO col VALUES(?, ?)", (json.dumps({"1": {"name": 5}}), "[]"))
    db.execute("CREATE TABLE notes(id, mid, flds)")
    db.execute("CREATE TABLE cards(nid, did, ivl, queue, reps)")
    db.execute("INSERT INTO notes VALUES(1, 1, 'بيت' || char(31) || 'house')")
    db.execute("INSERT INTO cards VALUES(1, 1, 'x', 'y', NULL)")
    db.commit()
    db.close()
    (note,) = read_notes(path)
    assert note.fields == {"0": "بيت", "1": "house"}
    assert note.interval == 0
