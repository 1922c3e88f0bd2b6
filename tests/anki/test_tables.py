"""The words as a table and as a list to print."""

from __future__ import annotations

import csv
import html
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from anki.collection import ImportCsvRequest

from corpus.errors import NashraError
from reader.anki.printable import write_list
from reader.anki.tables import COLUMNS, write_table
from tests.anki.samples import ALL, SANCTION

if TYPE_CHECKING:
    from pathlib import Path

    from tests.anki.client import Client


def load(client: Client, path: Path, note_type: str) -> Any:
    """Import as Anki's dialog does: it reads the header, and the user picks the note type."""
    col = client.col
    metadata = col.get_csv_metadata(str(path), None)
    model = col.models.by_name(note_type)
    names = [field["name"] for field in model["flds"]]
    columns = [COLUMNS.index(name) + 1 if name in COLUMNS else 0 for name in names]
    metadata.global_notetype.id = model["id"]
    del metadata.global_notetype.field_columns[:]
    metadata.global_notetype.field_columns.extend(columns)
    metadata.deck_id = col.decks.id("Table")
    return metadata, col.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log


@pytest.mark.parametrize("kind", ["csv", "tsv"])
def test_anki_reads_the_table_and_leaves_the_deck_alone(anki: Client, kind: Any) -> None:
    anki.take(ALL, ("newspaper",))
    before = {key: note.fields for key, note in anki.notes().items()}
    model = anki.col.models.by_name("Basic")
    for field, name in zip(model["flds"], ("Lemma", "Note"), strict=True):
        anki.col.models.rename_field(model, field, name)
    anki.col.models.update_dict(model)
    hostile = replace(SANCTION, lemma="#" + SANCTION.lemma, note='"5"; = <b> & \t tab\nline')
    path = anki.folder / f"words.{kind}"
    assert write_table([hostile, hostile, *ALL[1:3]], path, kind) == 3
    metadata, log = load(anki, path, "Basic")
    assert (metadata.guid_column, metadata.tags_column, metadata.is_html) == (0, len(COLUMNS), False)
    assert list(metadata.column_labels) == list(COLUMNS)
    assert len(log.new) == 3
    (note,) = anki.notes_where("note:Basic Lemma:#*")
    assert html.unescape(note["Note"]) == 'UN, press — "5"; = <b> & tab line'
    assert note.tags == anki.notes_where("Id:uquba-n")[0].tags
    ours = {note["Id"]: note.fields for note in anki.notes_where('"note:Nashra*"')}
    assert ours == before


def test_a_spreadsheet_sees_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    write_table([replace(SANCTION, gloss='=HYPERLINK("http://x")', note="", register="@SUM(1)")], path, "csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf#separator")  # or Excel shows Arabic as rubbish
    with path.open(encoding="utf-8-sig", newline="") as file:
        row = next(csv.reader(line for line in file if not line.startswith("#")))
    assert row[COLUMNS.index("Gloss")].startswith("'=HYPERLINK")
    assert row[COLUMNS.index("Note")] == "'@SUM(1)"


def test_the_list_to_print_is_one_whole_safe_page(tmp_path: Path) -> None:
    path = tmp_path / "words.html"
    assert write_list([*ALL, replace(SANCTION, gloss="twice")], path, "My <words> & أخبار") == 6
    page = path.read_text(encoding="utf-8")
    assert "My &lt;words&gt; &amp; " in page
    assert "http" not in page.split("</style>")[1]
    assert page.count('class="row"') == 6
    assert page.index("Ceasefire") < page.index("Sanctions") < page.index("General")
    assert "<mark>العُقُوبَاتِ</mark>" in page
    assert "url(data:font/ttf;base64," in page


def test_nothing_to_write(tmp_path: Path) -> None:
    with pytest.raises(NashraError, match="mark some words"):
        write_table([], tmp_path / "words.tsv")
    with pytest.raises(NashraError, match="mark some words"):
        write_list([], tmp_path / "words.html")
    with pytest.raises(NashraError, match="csv and tsv"):
        write_table([SANCTION], tmp_path / "words.x", "xls")  # type: ignore[arg-type]
    with pytest.raises(NashraError, match="no folder"):
        write_list([SANCTION], tmp_path / "missing" / "words.html")
    assert list(tmp_path.iterdir()) == []
