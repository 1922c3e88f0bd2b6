"""The help page and the README name the same keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.layout.profiles import PLAIN
from reader.tui.app import NashraApp
from reader.tui.commands import commands
from reader.tui.screens.keys import KeysScreen, keys_of
from reader.workspace import Workspace
from tests.tui.test_reading import ARTICLE, SIZE, idle, settled

README = Path(__file__).parents[2] / "README.md"
NAMES = {"⏎": "Enter", "pgup": "PgUp", "pgdn": "PgDn", "home": "Home", "end": "End", "tab": "Tab"}


def name(key: str) -> str:
    """A key as the README writes it."""
    if key.startswith("^"):
        rest = key[1:]
        return f"Ctrl+{rest.upper() if rest.isalpha() else rest}"
    if key.startswith("shift+"):
        return f"Shift+{name(key[6:])}"
    return NAMES.get(key) or (key.upper() if re.fullmatch(r"f\d+", key) else key)


def readme(*tables: str) -> set[str]:
    """The keys in the first column of these tables."""
    keys: set[str] = set()
    for table in tables:
        rows = README.read_text(encoding="utf-8").split(f"| {table} | |\n| --- | --- |\n")[1].split("\n\n")[0]
        for row in rows.splitlines():
            keys |= set(re.findall("`([^`]+)`", row.split(" | ")[0]))
    return keys


@pytest.mark.parametrize(("article", "table"), [(ARTICLE, "in an article"), (None, "in the library")])
async def test_the_readme_has_every_key_of_the_help_page(
    article: str | None, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NashraApp, "read_again", lambda self: None)
    app = NashraApp(Workspace(), PLAIN, article)
    async with app.run_test(size=SIZE) as pilot:
        await (settled(pilot) if article else idle(pilot))
        rows = keys_of(app.screen)
        # Each meaning has one name; other keys with the same meaning need not be told.
        assert {name(keys.split()[0]) for keys, _ in rows} == readme(table, "everywhere")
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, KeysScreen)


async def test_keys_with_one_name_and_two_meanings_are_two_lines() -> None:
    app = NashraApp(Workspace(), PLAIN, ARTICLE)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        rows = keys_of(app.screen)
        said = dict(rows)
        assert said["g"] == "glossary"
        assert said["f2"] == "the glossary as a book"
        assert said["e"] != said["f3"]
        assert not [
            text
            for text in said.values()
            if text[0].isupper() and text != "English" and "English" not in text
        ]
        names = [command.name for command in commands(app.screen)]
        assert "next pane" in names
        assert not {"Focus Next", "Scroll Left", "Page Right", "Copy selected text"} & set(names)
