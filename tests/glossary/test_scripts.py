"""The scripts that authors run: what they write, what they leave alone, what they say."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from glossary.decode import load
from glossary.sources import shipped

SCRIPTS = Path(__file__).parents[2] / "scripts"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"script_{name}", SCRIPTS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


DRAFT = """# a draft
كَبِير | a | كبر | pl=كِبَار | big
فِي | p | | | in
عَمَل | n | عمل | pl=أَعْمَال | work
حَرب | n | حرب | g=f | war
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    field = tmp_path / "data" / "field" / "economy.toml"
    field.parent.mkdir(parents=True)
    field.write_text(
        '[amal-n]\nlemma = "عَمَل"\npos = "noun"\nroot = "عمل"\ndomain = ["economy"]\ngloss = ["labour"]\n'
    )
    return tmp_path / "data"


def test_scaffold_writes_new_words_and_leaves_out_bad_lines(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    assert script("scaffold").main(["--data", str(data), str(draft)]) == 1
    said = capsys.readouterr()
    assert f"{draft}:4: عَمَل is there as amal-n" in said.out
    assert f"{draft}:5: E201 lemma حَرب: ر (2) has no vowel" in said.err
    lexicon = load(shipped(data))
    assert set(lexicon.entries) == {"amal-n", "kabir-a", "fi-p"}
    assert lexicon.origin["kabir-a"].name == "k-1.toml"
    assert lexicon.origin["fi-p"].name == "function-1.toml"
    assert lexicon.entries["amal-n"].senses[0].gloss == ("labour",)


def test_scaffold_again_changes_nothing_and_replace_writes_anew(data: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("كَبِير | a | كبر | pl=كِبَار | big\n", encoding="utf-8")
    scaffold = script("scaffold").main
    assert scaffold(["--data", str(data), str(draft)]) == 0
    path = data / "general" / "k-1.toml"
    before = path.read_text()
    draft.write_text("كَبِير | a | كبر | pl=كِبَار | large\n", encoding="utf-8")
    assert scaffold(["--data", str(data), str(draft)]) == 0
    assert path.read_text() == before
    assert scaffold(["--data", str(data), "--replace", str(draft)]) == 0
    assert path.read_text() == before.replace("big", "large")


def test_a_full_file_is_followed_by_the_next(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scaffold = script("scaffold")
    monkeypatch.setattr(scaffold, "ROOM", 1)
    draft = tmp_path / "draft.txt"
    draft.write_text("كَبِير | a | كبر | | big\nكَرِيم | a | كرم | | generous\n", encoding="utf-8")
    assert scaffold.main(["--data", str(data), str(draft)]) == 0
    lexicon = load(shipped(data))
    assert lexicon.origin["kabir-a"].name == "k-1.toml"
    assert lexicon.origin["karim-a"].name == "k-2.toml"


def test_settle_fills_in_patterns_and_parts_and_names_what_it_does_not_know(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        '[ghawwama-n]\nlemma = "غَوَّامَة"\npos = "noun"\ngender = "feminine"\nroot = "غوم"\ngloss = ["bathyscaphe"]\n'
        '[khurdaq-a]\nlemma = "خُرْدَقِيّ"\npos = "adjective"\ngloss = ["pellet"]\n'
        '[ghawama-khurdaqiya-t]\nterm = "الغَوَّامَةُ الخُرْدَقِيَّةُ"\ngloss = ["pellet bathyscaphe"]\n'
        '[ghawama-zuzu-t]\nterm = "غَوَّامَةُ زُوزُو"\ngloss = ["Zuzu bathyscaphe"]\n',
        encoding="utf-8",
    )
    settling = script("settle")
    monkeypatch.setattr(settling, "shipped", list)
    settle = settling.main
    assert settle([str(path)]) == 1
    assert "no entry for زُوزُو in ghawama-zuzu-t" in capsys.readouterr().out
    lexicon = load([path])
    assert lexicon.entries["ghawwama-n"].pattern == "فَعَّالَة"
    assert lexicon.terms["ghawama-khurdaqiya-t"].parts == ("ghawwama-n", "khurdaq-a")
    assert lexicon.terms["ghawama-zuzu-t"].parts == ()
    settle(["--exact", str(path)])
    assert load([path]).terms["ghawama-zuzu-t"].parts == ("ghawwama-n", "=زوزو")


def test_missing_counts_what_has_no_answer_by_lemma() -> None:
    from glossary.analysis import Candidate, WordAnalysis

    def word(text: str, lemma: str) -> WordAnalysis:
        return WordAnalysis(0, len(text), text, "word", (Candidate(lemma, "noun", None, None, 1.0),))

    tokens = [word("ترسانته", "تَرْسَانَة"), word("ترسانة", "تَرْسَانَة"), word("بلقع", "بَلْقَع")]
    assert script("missing").count(tokens) == [
        ("تَرْسَانَة noun", 2, ["ترسانته", "ترسانة"]),
        ("بَلْقَع noun", 1, ["بلقع"]),
    ]
