"""The state file: migrations, transactions, and what a person is told when it cannot be used."""

from __future__ import annotations

import hashlib
import sqlite3
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from corpus.database import connect, migrate, transaction
from corpus.errors import NashraError
from corpus.library import Library

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA_HASH = "7fa45f84911b12b680f9cef4e4afff1b979ca90ab8a8bb0b626695d1875fbd6e"
"""If this fails after a release: put the change into a new step of MIGRATIONS, leave schema.sql alone."""


def test_the_schema_has_not_changed() -> None:
    schema = files("corpus").joinpath("schema.sql").read_bytes()
    assert hashlib.sha256(schema).hexdigest() == SCHEMA_HASH


def test_steps_run_once_and_in_order(tmp_path: Path) -> None:
    first, second = "CREATE TABLE a (x); INSERT INTO a VALUES (1);", "INSERT INTO a VALUES (2)"
    conn = connect(tmp_path / "sub" / "state.db")
    assert migrate(conn, "study", [first]) == 1
    again = connect(tmp_path / "sub" / "state.db")
    assert migrate(again, "study", [first, second]) == 1
    assert migrate(again, "study", [first, second]) == 0
    assert [row[0] for row in again.execute("SELECT x FROM a")] == [1, 2]


def test_a_step_that_fails_leaves_nothing(tmp_path: Path) -> None:
    conn = connect(tmp_path / "state.db")
    with pytest.raises((NashraError, sqlite3.Error)):
        migrate(conn, "study", ["CREATE TABLE a (x); INSERT INTO nowhere VALUES (1);"])
    assert conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'a'").fetchone()[0] == 0
    assert migrate(conn, "study", ["CREATE TABLE a (x)"]) == 1


def test_components_do_not_disturb_each_other(tmp_path: Path) -> None:
    conn = connect(tmp_path / "state.db")
    assert migrate(conn, "study", ["CREATE TABLE a (x)"]) == 1
    assert migrate(conn, "other", ["CREATE TABLE b (x)"]) == 1


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    conn = connect(tmp_path / "state.db")
    migrate(conn, "study", ["CREATE TABLE a (x)", "CREATE TABLE b (x)"])
    with pytest.raises(NashraError, match="newer version"):
        migrate(conn, "study", ["CREATE TABLE a (x)"])


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    conn = connect(tmp_path / "state.db")
    conn.execute("CREATE TABLE a (x)")

    def half() -> None:
        with transaction(conn), transaction(conn):
            conn.execute("INSERT INTO a VALUES (1)")
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        half()
    assert conn.execute("SELECT count(*) FROM a").fetchone()[0] == 0


def test_a_file_that_is_no_database_is_named_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "state.db"
    file.write_bytes(b"these are a user's notes, not a database " * 50)
    before = file.read_bytes()
    with pytest.raises(NashraError, match=r"state\.db.*restore"):
        connect(file)
    assert file.read_bytes() == before


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "state.db").mkdir()
    with pytest.raises(NashraError, match=r"state\.db.*permissions"):
        connect(tmp_path / "state.db")
    (tmp_path / "file").touch()
    with pytest.raises(NashraError, match="folder"):
        connect(tmp_path / "file" / "state.db")


def test_a_library_opened_twice_is_one(tmp_path: Path) -> None:
    one = Library(connect(tmp_path / "state.db"), shipped_folder=None)
    two = Library(connect(tmp_path / "state.db"), shipped_folder=None)
    assert (one.count(), two.count()) == (0, 0)
