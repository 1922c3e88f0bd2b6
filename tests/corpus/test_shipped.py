"""The shipped articles' files: strict, and all of the package's own load."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.errors import NashraError
from corpus.shipped import load_shipped, shipped

if TYPE_CHECKING:
    from pathlib import Path

TOML = """title = "مُعَاهَدَةٌ"
title_english = "A treaty"
source = "Nashra"
date = "2024-08-16"
level = 2
domain = ["treaties"]
facts = ["A source"]
"""
ARABIC = "جُمْلَةٌ أُولَى.\nجُمْلَةٌ ثَانِيَةٌ.\n\n# عُنْوَانٌ\nثَالِثَةٌ.\n"
ENGLISH = "First sentence.\nSecond sentence.\n\n# Heading\nThird.\n"


def write(folder: Path, toml: str = TOML, arabic: str = ARABIC, english: str = ENGLISH) -> None:
    home = folder / "treaty"
    home.mkdir()
    (home / "article.toml").write_text(toml, encoding="utf-8")
    (home / "ar.txt").write_text(arabic, encoding="utf-8")
    (home / "en.txt").write_text(english, encoding="utf-8")


def test_lines_become_sentences_with_their_translations(tmp_path: Path) -> None:
    write(tmp_path)
    article = load_shipped("treaty", tmp_path)
    assert (article.id, article.title, article.level, article.tags) == ("treaty", "مُعَاهَدَةٌ", 2, ("treaties",))
    read = [(p.kind, p.text[s.start : s.end], s.translation) for p in article.paragraphs for s in p.sentences]
    assert read == [
        ("body", "جُمْلَةٌ أُولَى.", "First sentence."),
        ("body", "جُمْلَةٌ ثَانِيَةٌ.", "Second sentence."),
        ("heading", "عُنْوَانٌ", "Heading"),
        ("body", "ثَالِثَةٌ.", "Third."),
    ]
    assert len(article.paragraphs) == 3


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"english": "First sentence.\n\n# Heading\nThird.\n"}, "line 2"),
        ({"english": ENGLISH + "One more.\n"}, "line 6"),
        ({"english": ENGLISH.replace("# ", "")}, "line 4"),
        ({"arabic": "\n", "english": "\n"}, "no sentence"),
        ({"arabic": ARABIC.replace("أُولَى", "أُولَى\u200f")}, "U\\+200F"),
        ({"toml": TOML.replace("level = 2", "level = 4")}, "level"),
        ({"toml": TOML.replace("level = 2", 'level = "2"')}, "level"),
        ({"toml": TOML.replace("2024-08-16", "16.8.2024")}, "YYYY-MM-DD"),
        ({"toml": TOML.replace('facts = ["A source"]', "facts = []")}, "facts"),
        ({"toml": TOML + 'colour = "red"\n'}, "colour"),
        ({"toml": TOML.replace('source = "Nashra"\n', "")}, "source"),
        ({"toml": "title = "}, "article.toml"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, change: dict[str, str], said: str) -> None:
    write(tmp_path, **change)
    with pytest.raises(NashraError, match=said):
        load_shipped("treaty", tmp_path)


@pytest.mark.parametrize("id", ["nowhere", "../treaty", ""])
def test_a_wrong_id(tmp_path: Path, id: str) -> None:
    write(tmp_path)
    with pytest.raises(NashraError, match="nashra list"):
        load_shipped(id, tmp_path)


def test_every_shipped_article_loads() -> None:
    ids = shipped()
    assert [load_shipped(id).id for id in ids] == ids
