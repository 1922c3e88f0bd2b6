"""The command line as its contract has it."""

from __future__ import annotations

import errno
import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from reader.cli import run
from tests.anki.client import Client
from tests.anki.fake_connect import Actions, answer, serve

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
        assert line["words"] >= 190
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
    assert "1 note," in nashra.lines("export", "--limit", "1", "-o", str(target))[0]
    assert "1 note," in nashra.lines("export", "--word", "العقوبات", "-o", str(target))[0]


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        (["search", "قال", "--limit", "-1"], "1 or more"),
        (["next", "-n", "0"], "1 or more"),
        (["glossary", "add", "word", "gloss"], "not Arabic"),
        (["export", "-o", "deck.apkg", "--cards", "none"], "cards"),
        (["anki", "known"], "--connect"),
        (["anki", "known", "deck.apkg", "--interval", "-1"], "0 or more"),
        (["anki", "known", "missing.apkg"], "missing.apkg"),
        (["feed", "add", "nonsense"], "address"),
        (["feed", "add", "file:///etc/passwd"], "address"),
        (["serve", "--port", "0"], "port"),
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


def test_what_a_new_user_tries_is_answered(nashra: Output) -> None:
    assert "nashra feed add" in nashra.lines("feed", "fetch")[0]
    assert nashra.lines("mark", "عقوبات", "--learning") == []
    assert "زززز" in nashra.lines("mark", "زززز", "--known")[0]
    for name in ("WORDS.APKG", "WORDS.CSV", "WORDS.Html"):
        [said] = nashra.lines("export", "-o", name)
        assert "1 notes" not in said
        assert "1 cards" not in said
        assert Path(name).stat().st_size


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


def test_a_word_is_found_in_the_library_in_any_form(nashra: Output, page: str) -> None:
    [added] = nashra.objects("import", page, "--json")
    hits = nashra.objects("search", "عقوبة", "--json")
    mine = [hit for hit in hits if hit["article"] == added["id"]]
    assert any("العقوبات ستبقى" in hit["text"] for hit in mine)
    for hit in mine:
        assert all("عقوبات" in hit["text"][m["start"] : m["end"]] for m in hit["matches"])
    assert nashra.objects("search", "--text", "إن العقوبات ستبقى", "--json")[0]["article"] == added["id"]
    assert "nothing found" in nashra.error("search", "--text", "ظظظظظ")


def test_what_would_unlock_most_comes_first_until_it_is_known(nashra: Output) -> None:
    first = nashra.objects("next", "-n", "5", "--json")
    assert len(first) == 5
    assert [word["words"] for word in first] == sorted((word["words"] for word in first), reverse=True)
    nashra.lines("mark", first[0]["lemma"], "--known")
    assert first[0]["key"] not in {word["key"] for word in nashra.objects("next", "-n", "5", "--json")}


def test_stats_count_what_was_marked(nashra: Output) -> None:
    nashra.lines("mark", "عقوبات", "السلاح", "--learning")
    nashra.lines("mark", "قال", "--known")
    [stats] = nashra.objects("stats", "--json")
    assert stats["words"] == {"learning": 2, "known": 1, "ignored": 0}
    assert stats["known"] > 0
    assert sum(n for day in stats["days"] for state, n in day.items() if state != "date") == 3


def test_an_own_entry_goes_before_ours_and_stays(nashra: Output) -> None:
    [id] = nashra.lines("glossary", "add", "عُقُوبَة", "punitive measure")
    assert id == "uquba-n"
    [id] = nashra.lines("glossary", "add", "زَعْبُورَة", "whatsit", "--note", "mine", "--plural", "زَعَابِير")
    assert {line["gloss"] for line in nashra.objects("lookup", "عقوبة", "--json")} >= {"punitive measure"}
    found = [line for line in nashra.objects("lookup", "زعابير", "--json") if line["entry"] == id]
    assert found[0]["gloss"] == "whatsit"
    assert found[0]["source"] == "user"
    assert "pos" in nashra.error("glossary", "add", "كلمة", "word", "--pos", "thing")


def test_an_own_entry_is_removed_and_ours_counts_again(nashra: Output) -> None:
    before = nashra.lines("lookup", "عقوبة")
    [id] = nashra.lines("glossary", "add", "عُقُوبَة", "punitive measure")
    assert nashra.lines("lookup", "عقوبة") != before
    assert nashra.lines("glossary", "remove", id) == []
    assert nashra.lines("lookup", "عقوبة") == before
    assert id in nashra.error("glossary", "remove", id)


def test_the_glossary_can_be_printed(nashra: Output, tmp_path: Path) -> None:
    page, table = tmp_path / "glossary.html", tmp_path / "glossary.csv"
    nashra.lines("glossary", "export", "--html", "-o", str(page))
    nashra.lines("glossary", "export", "--csv", "-o", str(table))
    assert "عُقُوبَة" in page.read_text(encoding="utf-8")
    assert "عُقُوبَة" in table.read_text(encoding="utf-8-sig")
    [stats] = nashra.objects("glossary", "stats", "--json")
    assert stats["domains"]["sanctions"]["terms"] > 20


def test_a_backup_brings_everything_back(nashra: Output, page: str, home: Path, tmp_path: Path) -> None:
    [article] = nashra.lines("import", page)
    nashra.lines("mark", "عقوبات", "--learning")
    nashra.lines("glossary", "add", "زَعْبُورَة", "whatsit")
    target = tmp_path / "nashra.zip"
    nashra.lines("backup", str(target))
    shutil.rmtree(home)
    nashra.lines("restore", str(target))
    assert article in {line["id"] for line in nashra.objects("list", "--json")}
    assert [word["key"] for word in nashra.objects("words", "--json")] == ["uquba-n"]
    assert nashra.objects("lookup", "زعبورة", "--json")[0]["gloss"] == "whatsit"
    nashra.lines("mark", "السلاح", "--known")
    assert "kept in" in nashra.lines("restore", str(target))[0]
    assert len(nashra.lines("words")) == 1


def test_what_is_no_backup_changes_nothing(nashra: Output, tmp_path: Path) -> None:
    nashra.lines("mark", "عقوبات", "--learning")
    (tmp_path / "text.zip").write_text("no zip")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as bundle:
        bundle.writestr("../nashra.db", "x")
    with zipfile.ZipFile(tmp_path / "damaged.zip", "w") as bundle:
        bundle.writestr("nashra.db", "not a database")
    for name in ("text.zip", "other.zip", "damaged.zip", "missing.zip"):
        assert "zip" in nashra.error("restore", str(tmp_path / name))
    assert len(nashra.lines("words")) == 1


def test_the_notes_of_an_export_do_not_depend_on_the_articles_asked_for(
    nashra: Output, page: str, tmp_path: Path
) -> None:
    [mine] = nashra.lines("import", page)
    nashra.lines("mark", "عقوبات", "--learning")
    deck = str(tmp_path / "deck.apkg")
    assert "1 new" in nashra.lines("export", "-o", deck)[0]
    assert "0 new, 0 updated" in nashra.lines("export", mine, "-o", deck)[0]


def test_words_leave_as_tables_and_lists_too(nashra: Output, tmp_path: Path) -> None:
    nashra.lines("mark", "عقوبات", "السلاح", "--learning")
    for name in ("words.csv", "words.tsv", "words.html"):
        nashra.lines("export", "-o", str(tmp_path / name))
        assert "عُقُوبَة" in (tmp_path / name).read_text(encoding="utf-8")


def test_a_deck_with_sound_keeps_it(nashra: Output, tmp_path: Path) -> None:
    pytest.importorskip("espeakng_loader")
    pytest.importorskip("lameenc")
    nashra.lines("mark", "عقوبات", "--learning")
    deck = tmp_path / "deck.apkg"
    assert "1 new" in nashra.lines("export", "-o", str(deck), "--audio")[0]
    with zipfile.ZipFile(deck) as package:
        assert (
            len([name for name in package.namelist() if name.isdecimal()]) == 3
        )  # the font, the word, its sentence
    nashra.lines("export", "-o", str(deck), "--cards", "newspaper,cloze")
    with zipfile.ZipFile(deck) as package:
        assert len([name for name in package.namelist() if name.isdecimal()]) == 3
    assert "there is no voice" in nashra.error("export", "-o", str(deck), "--voice", "nope")


def test_known_words_come_from_a_deck(nashra: Output, tmp_path: Path) -> None:
    nashra.lines("mark", "عقوبات", "السلاح", "--learning")
    deck = str(tmp_path / "deck.apkg")
    nashra.lines("export", "-o", deck)
    said = "\n".join(nashra.lines("anki", "known", deck, "--interval", "0"))
    assert "2 of 2" in said
    assert {word["state"] for word in nashra.objects("words", "--json")} == {"learning"}
    nashra.lines("anki", "known", deck, "--interval", "0", "--yes")
    assert {word["state"] for word in nashra.objects("words", "--json")} == {"known"}


def test_without_anki_the_deck_is_written_and_named(nashra: Output, home: Path) -> None:
    nashra.lines("mark", "عقوبات", "--learning")
    assert "nashra.apkg" in nashra.error("anki", "push")
    assert (home / "nashra.apkg").is_file()


def test_a_running_anki_is_pushed_to_and_asked(nashra: Output, home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "anki"
    folder.mkdir()
    client = Client(folder, connect=True)
    actions = Actions(client)
    with serve(answer(actions)) as url:
        home.mkdir(exist_ok=True)
        (home / "config.toml").write_text(f'anki_address = "{url}"\n', encoding="utf-8")
        nashra.lines("mark", "عقوبات", "السلاح", "--learning")
        assert nashra.lines("anki", "push", "--cards", "newspaper,cloze") == [
            "2 notes sent, 2 of them new to Anki"
        ]
        assert nashra.lines("anki", "push", "--cards", "newspaper") == ["2 notes sent, 0 of them new to Anki"]
        assert nashra.lines("anki", "status") == ["2 notes, 4 cards: 4 new, 0 due, 0 mature"]
        client.review("uquba-n")
        said = nashra.lines("anki", "known", "--connect", "--yes")
        assert "عُقُوبَة" in said[0]
        assert "our note" in said[0]
        assert said[-1].startswith("1 words marked")
        col = client.col
        col.set_deck([card.id for card in client.cards("silah-n").values()], col.decks.id("Mine"))
        said = nashra.lines("anki", "push")
        assert "silah-n" in said[1]
    client.close()


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


def test_a_command_brings_its_own_group_and_nothing_else() -> None:
    import argparse

    from reader.cli import GROUPS, build_parser

    for command in [name for names in GROUPS.values() for name in names]:
        [commands] = [a for a in build_parser(command)._actions if isinstance(a, argparse._SubParsersAction)]
        assert set(commands.choices) == set(next(names for names in GROUPS.values() if command in names))


def basic_deck(path: Path, rows: list[tuple[str, str, int]]) -> Path:
    """A deck of another's making: front, back, days."""
    from anki.collection import Collection

    path.mkdir()
    col = Collection(str(path / "collection.anki2"))
    model = col.models.by_name("Basic")
    for front, back, days in rows:
        note = col.new_note(model)
        note["Front"], note["Back"] = front, back
        col.add_note(note, col.decks.get_current_id())
        card = note.cards()[0]
        if days:
            col.sched.set_due_date([card.id], f"{days}!")
            card.load()
            card.reps = 3
            col.update_card(card)
    col.close()
    return path / "collection.anki2"


def test_a_decks_own_english_says_which_word_it_is(nashra: Output, tmp_path: Path) -> None:
    deck = basic_deck(
        tmp_path / "anki",
        [
            ("علم", "flag", 50),
            ("علم", "knowledge, science", 25),
            ("<b>ذهب</b>", "gold", 44),
            ("وَالحُكُومَةُ", "", 40),
            ("بالأسلحة", "with weapons", 80),
            ("وقف إطلاق النار", "", 22),
            ("ظظظ", "nonsense", 44),
            ("قدم", "", 60),
            ("سلاح", "weapon", 3),
        ],
    )
    said = dict.fromkeys(nashra.lines("anki", "known", str(deck)))
    rows = [tuple(line.split("\t")) for line in said if "\t" in line]
    assert {(row[1], row[4]) for row in rows} == {
        ("عَلَم", "its English"),
        ("عِلْم", "its English"),
        ("ذَهَب", "its English"),
        ("حُكُومَة", "one reading"),
        ("سِلَاح", "its English"),
        ("وَقْفُ إِطْلَاقِ النَّارِ", "a term"),
        ("-", "not found"),
        ("قَدَّمَ", "unsure"),
    }
    assert "--yes marks 6 words as known" in said
    nashra.lines("mark", "الأسلحة", "--ignored")
    assert nashra.lines("anki", "known", str(deck), "--yes")[-1].startswith("5 words marked")
    states = {word["lemma"]: word["state"] for word in nashra.objects("words", "--json")}
    assert states["سِلَاح"] == "ignored"
    assert "قَدَّمَ" not in states
    assert nashra.lines("anki", "known", str(deck), "--yes", "--unsure")[-1].startswith("1 words marked")
    assert nashra.lines("undo") == ["taken back: 1 words known"]
    assert nashra.lines("undo") == ["taken back: 5 words known"]
    assert [word["state"] for word in nashra.objects("words", "--json")] == ["ignored"]
    nashra.lines("undo")
    assert "nothing to undo" in nashra.error("undo")


def test_a_closed_or_full_output_is_no_fault_of_the_program(
    nashra: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", None)
        assert run(["list"]) == 0
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", Full())
        assert run(["list"]) == 1
    said = nashra._capsys.readouterr().err
    assert "No space left" in said
    assert "report" not in said


class Fathas:
    """A machine that puts the same vowel on every letter."""

    name = "test"

    def vowel(self, sentence: str) -> str:
        return "".join(c + "\u064e" if "\u0621" <= c <= "\u064a" else c for c in sentence)


def test_vowels_by_a_machine_are_shown_not_believed_and_go_again(
    nashra: Output, page: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("corpus.vowels.load", Fathas)
    Path(page).write_text(TEXT + "\nنامت الزرافة بعد العقوبات.\n", encoding="utf-8")
    [plain] = nashra.lines("import", page)
    [before] = nashra.objects("show", plain, "--json")
    assert nashra.lines("vowel", plain) == [f"{plain}: vowels by machine, not checked"]
    assert nashra.lines("vowel", plain) == [f"{plain}: no word without vowels"]
    [after] = nashra.objects("show", plain, "--json")
    assert "\u064e" in after["paragraphs"][0]["text"]
    assert [a["tags"] for a in nashra.objects("list", "--json") if a["id"] == plain] == [["machine-vowelled"]]
    assert [h["article"] for h in nashra.objects("search", "عقوبة", "--json")].count(plain) == 3
    nashra.lines("mark", "زرافة", "--learning")
    deck = tmp_path / "words.csv"
    nashra.lines("export", plain, "-o", str(deck))
    card = deck.read_text(encoding="utf-8")
    assert "نامت الزرافة بعد العقوبات" in card
    assert "نَاَ" not in card
    assert nashra.lines("vowel", plain, "--remove") == [f"{plain}: as it was printed"]
    assert nashra.objects("show", plain, "--json") == [before]


def test_asking_for_vowels_without_the_extra_is_one_line_and_a_setting_stops_nothing(
    nashra: Output, page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "text2tashkeel", None)
    assert "pip install 'nashra[tashkeel]'" in nashra.error("import", "--vowels", page)
    from reader.config import Config

    monkeypatch.setattr("reader.config.load", lambda: Config(machine_vowels=True))
    assert run(("import", page)) == 0
    captured = capsys.readouterr()
    assert captured.out.strip()
    assert "nashra[tashkeel]" in captured.err
