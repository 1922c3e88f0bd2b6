"""The command line as its contract has it."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from reader.cli import run

ARTICLE = "arms-to-russia"
TEXT = "مجلس الأمن يجدد العقوبات\n\nقال الرئيس إن العقوبات ستبقى. وأضاف أن المعاهدة لم توقع بعد.\n"


class Output:
    """What a command printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def lines(self, *argv: str, status: int = 0) -> list[str]:
        assert run(argv) == status
        return self._capsys.readouterr().out.splitlines()

    def objects(self, *argv: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.lines(*argv)]

    def error(self, *argv: str) -> str:
        assert run(argv) == 1
        captured = self._capsys.readouterr()
        assert captured.out == ""
        [line] = captured.err.splitlines()
        assert line.startswith("nashra: ")
        return line


@pytest.fixture
def nashra(capsys: pytest.CaptureFixture[str]) -> Output:
    return Output(capsys)


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_the_articles_that_ship_are_listed(nashra: Output) -> None:
    listed = nashra.objects("list", "--json")
    assert {"arms-to-russia", "sanctions-monitors", "pyongyang-moscow-treaty"} <= {
        line["id"] for line in listed
    }
    for line in listed:
        assert set(line) >= {"id", "title", "source", "date", "words", "known", "unfamiliar"}
        assert line["words"] >= 200
        assert line["known"] == 0


def test_without_a_terminal_the_library_and_an_article_are_printed(nashra: Output) -> None:
    assert any(line.startswith(ARTICLE) for line in nashra.lines())
    printed = nashra.lines("read", ARTICLE)
    assert printed == nashra.lines("show", ARTICLE)
    assert printed[0].startswith("كُورِيَا")


def test_a_file_joins_the_library_once(nashra: Output, page: str) -> None:
    [first] = nashra.objects("import", page, "--json")
    assert set(first) == {"source", "id", "title", "words", "duplicate"}
    assert (first["source"], first["title"], first["duplicate"]) == (page, "مجلس الأمن يجدد العقوبات", False)
    [again] = nashra.objects("import", page, "--json")
    assert (again["id"], again["duplicate"]) == (first["id"], True)
    assert first["id"] in {line["id"] for line in nashra.objects("list", "--json")}


def test_show_gives_sentences_by_offset(nashra: Output, page: str) -> None:
    [shown] = nashra.objects("show", page, "--json")
    [paragraph] = shown["paragraphs"]
    sentences = [paragraph["text"][s["start"] : s["end"]] for s in paragraph["sentences"]]
    assert sentences == ["قال الرئيس إن العقوبات ستبقى.", "وأضاف أن المعاهدة لم توقع بعد."]
    assert set(shown) >= {"id", "title", "date", "source", "url", "paragraphs", "removed"}


def test_show_lays_out_in_visual_order_when_asked(nashra: Output) -> None:
    line = nashra.lines("show", ARTICLE, "--bidi", "plain", "--width", "60")[0]
    assert line.startswith(" ")
    assert "\ufedb" in line  # the initial form of kaf
    assert all(len(row) <= 200 for row in nashra.lines("show", ARTICLE, "--width", "40"))


def test_gloss_keeps_to_its_contract(nashra: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "والعقوبات على روسيا 2024, NATO"
    feed(monkeypatch, f"{text}\n\n".encode())
    first, second = nashra.objects("gloss", "--json", "-")
    assert (first["line"], first["text"], second["text"], second["tokens"]) == (1, text, "", [])
    word = first["tokens"][0]
    assert text[word["start"] : word["end"]] == word["text"] == "والعقوبات"
    assert (word["lemma"], word["pos"], word["entry"], word["source"]) == (
        "عُقُوبَة",
        "noun",
        "uquba-n",
        "glossary",
    )
    assert (word["gloss"], word["proclitics"], word["enclitics"]) == ("sanction", ["و", "ال"], [])
    assert (word["features"]["number"], word["features"]["definite"]) == ("plural", True)
    assert word["candidates"][0]["lemma"] == "عُقُوبَة"
    assert [t["kind"] for t in first["tokens"]] == ["word", "word", "word", "number", "punct", "latin"]


def test_terms_of_an_article_with_their_places(nashra: Output) -> None:
    terms = {line["entry"]: line for line in nashra.objects("terms", ARTICLE, "--json")}
    [shown] = nashra.objects("show", ARTICLE, "--json")
    weapon = terms["silah-n"]
    assert weapon["gloss"] == "weapon"
    assert weapon["count"] == len(weapon["places"]) > 2
    for place in weapon["places"]:
        paragraph = (
            shown["title"] if place["paragraph"] < 0 else shown["paragraphs"][place["paragraph"]]["text"]
        )
        assert "ل" in paragraph[place["start"] : place["end"]]


def test_lookup_finds_a_word_in_any_form_and_from_english(nashra: Output) -> None:
    assert "uquba-n" in {line["entry"] for line in nashra.objects("lookup", "والعقوبات", "--json")}
    assert "uquba-n" in {line["entry"] for line in nashra.objects("lookup", "sanction", "--json")}
    assert "uquba-n" in {line["entry"] for line in nashra.objects("lookup", "uqubat", "--json")}


def test_marked_words_are_kept_and_counted(nashra: Output) -> None:
    nashra.lines("mark", "عقوبات", "السلاح", "--learning", "--article", ARTICLE)
    nashra.lines("mark", "قال", "--known")
    words = {word["key"]: word for word in nashra.objects("words", "--json")}
    assert {key: word["state"] for key, word in words.items()} == {
        "uquba-n": "learning",
        "silah-n": "learning",
        "qala-v": "known",
    }
    assert words["uquba-n"]["gloss"] == "sanction"
    [article] = [line for line in nashra.objects("list", "--json") if line["id"] == ARTICLE]
    assert article["known"] > 0
    assert article["unfamiliar"] == 2
    nashra.lines("mark", "قال", "--new")
    assert len(nashra.lines("words")) == 2


def test_nothing_is_marked_when_one_word_is_unknown(nashra: Output) -> None:
    assert "dictionary form" in nashra.error("mark", "عقوبات", "12", "--known")
    assert nashra.lines("words") == []


def test_export_writes_a_package(nashra: Output, tmp_path: Path) -> None:
    nashra.lines("mark", "عقوبات", "السلاح", "--learning")
    target = tmp_path / "deck.apkg"
    [said] = nashra.lines("export", "-o", str(target))
    assert "2 notes" in said
    assert zipfile.is_zipfile(target)
    assert "2 notes" in nashra.lines("export", ARTICLE, "-o", str(target))[0]
    assert "1 notes" in nashra.lines("export", "--limit", "1", "-o", str(target))[0]


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (["show", "no-such-article"], "no-such-article"),
        (["read", "missing.txt"], "missing.txt"),
        (["import", "missing.txt"], "missing.txt"),
        (["import", "."], "folder"),
        (["import", "empty.txt"], "empty"),
        (["import", "binary.txt"], "not a text"),
        (["import", "english.txt"], "no Arabic"),
        (["import", "a.txt", "b.txt", "--english", "c.txt"], "--english"),
        (["gloss", "missing.txt"], "missing.txt"),
        (["mark", "عقوبات", "--known", "--article", "nope"], "nope"),
        (["lookup", "ظظظظظظظظ"], "nothing found"),
        (["export", "-o", "deck.apkg"], "no words are learning"),
        (["export", "-o", "deck.txt"], ".apkg"),
    ],
)
def test_bad_input_gets_one_clear_line(argv: list[str], why: str, nashra: Output) -> None:
    Path("empty.txt").write_text("")
    Path("binary.txt").write_bytes(b"\x00\x01\x02\xff")
    Path("english.txt").write_text("No Arabic here.")
    assert why.casefold() in nashra.error(*argv).casefold()


def test_a_home_that_cannot_be_made_is_said(
    nashra: Output, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NASHRA_HOME", str(tmp_path / "file" / "home"))
    assert "NASHRA_HOME" in nashra.error("list")


@pytest.mark.parametrize("argv", [["--nonsense"], ["show"], ["mark", "x"], ["show", "x", "--width", "0"]])
def test_wrong_usage_is_status_two(argv: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(argv)
    assert stopped.value.code == 2


def test_doctor_says_what_it_found(nashra: Output) -> None:
    said = "\n".join(nashra.lines("doctor"))
    assert "dictionary" in said
    assert "terminal" in said


def test_every_command_is_in_the_documentation() -> None:
    import argparse

    from reader.cli import build_parser

    page = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
    [commands] = [a for a in build_parser()._actions if isinstance(a, argparse._SubParsersAction)]
    for name, parser in commands.choices.items():
        assert f"nashra {name}" in page
        for action in parser._actions:
            for option in action.option_strings:
                if option.startswith("--") and option != "--help":
                    assert option in page, f"{name} {option}"
