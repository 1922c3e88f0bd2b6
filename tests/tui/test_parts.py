"""What the screens are made of, without a screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import NashraError
from corpus.pairing import translations
from reader.tui.commands import Command, matching
from reader.tui.mending import HEADLINE, MOST_STEPS, Mending
from reader.tui.pieces import border
from reader.tui.places import same_place
from reader.tui.tap import read_as
from reader.workspace import Workspace, read_sources

BLOCKS = st.lists(st.text("ابتث ن.", max_size=60), min_size=1, max_size=6)


@given(BLOCKS, st.integers(0, 400), BLOCKS)
def test_a_place_is_always_in_the_text(before: list[str], position: int, after: list[str]) -> None:
    position = min(position, len("\n".join(before)))
    assert 0 <= same_place(before, position, after) <= max(0, len("\n".join(after)) - 1)


def test_a_place_is_found_again_after_paragraphs_have_come_and_gone() -> None:
    old = ["العنوان", "شارك على فيسبوك", "قالت الوزارة إن الصفقة ستوقع غدا", "وأضافت أنها كبيرة"]
    new = ["العنوان", "قالت الوزارة إن الصفقة ستوقع غدا", "وأضافت أنها كبيرة"]
    at = "\n".join(old).index("الصفقة")
    assert "\n".join(new)[same_place(old, at, new) :].startswith("الصفقة")
    assert "\n".join(old)[same_place(new, "\n".join(new).index("أنها"), old) :].startswith("أنها")


def test_a_text_that_did_not_change_keeps_every_place() -> None:
    text = ["سطر", "سطر آخر", "سطر"]
    assert [same_place(text, at, text) for at in range(len("\n".join(text)))] == list(
        range(len("\n".join(text)))
    )


def test_mending_keeps_a_bounded_number_of_steps_and_takes_all_of_them_back() -> None:
    library = Workspace().library
    mending = Mending(library, "arms-to-russia")
    whole = mending.article
    for number in range(3):
        mending.write(0, f"Number {number}.")
    mending.write(0, "Number 2.")
    assert translations(library.get("arms-to-russia"))[0] == "Number 2."
    steps = 0
    while mending.undo():
        steps += 1
    assert steps == 3
    assert translations(library.get("arms-to-russia")) == translations(whole)
    assert MOST_STEPS < 1000
    with pytest.raises(NashraError, match="headline"):
        mending.move("push", HEADLINE)
    with pytest.raises(NashraError):
        mending.move("push", 10_000)


def test_a_command_is_found_by_the_beginnings_of_its_words() -> None:
    made = [Command(name, "", lambda: None) for name in ("vowels", "undo", "unknown", "library", "عُقُوبَات")]

    def found(typed: str) -> list[str]:
        return [command.name for command in matching(made, typed)]

    assert found("") == [command.name for command in made]
    assert found("un") == ["undo", "unknown"]
    assert found("now") == ["unknown"]
    assert found("عقوب") == ["عُقُوبَات"]
    assert found("zzz") == []


def test_a_border_is_never_markup_and_never_too_wide() -> None:
    from reader.layout.profiles import PLAIN

    assert border("[red]x[/red]", PLAIN).plain == "[red]x[/red]"
    assert border("عقوبات " * 40, PLAIN, 20).cell_length == 20


def test_another_reading_is_the_same_word_with_that_reading_first() -> None:
    [word] = Workspace().analyzer.line("كتب").tokens
    assert len(word.candidates) > 1
    second = read_as(word, 1)
    assert second.lemma == word.candidates[1].lemma
    assert len(second.candidates) == len(word.candidates)
    assert second.text == word.text
    assert second.reasons == ()
    assert read_as(word, 0) is word
    assert read_as(word, 99) is word


def test_mended_english_does_not_cost_the_raw_text(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(
        "عنوان\n\nشارك على فيسبوك\n\nقال الرئيس إن القمة انتهت .", encoding="utf-8"
    )
    id = Workspace().add(read_sources("page.txt")[0]).id
    library = Workspace().library
    raw = library.get(id).raw
    assert raw is not None
    assert library.get(id, raw=False).raw is None
    Mending(library, id).write(0, "It is over.")
    mended = library.get(id)
    assert mended.raw == raw
    assert mended.paragraphs[0].sentences[0].translation == "It is over."
