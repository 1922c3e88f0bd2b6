"""Answers that are given once are kept, and used for the terminal they were given for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.database import connect
from reader.cli import run
from reader.layout.detect import Detection, detect
from reader.layout.profiles import PROFILES
from reader.layout.text import display
from reader.settings import Settings, bidi_name
from reader.tui.asking import settled, ways
from reader.tui.screens.asking import LINE
from reader.workspace import Workspace

KITTY = {"TERM": "xterm-kitty"}
UNKNOWN = {"TERM": "xterm-256color"}


@given(st.text("abc é؟'\";", min_size=1), st.text(max_size=50).filter(lambda t: t.isprintable()))
def test_whatever_is_set_is_got_until_it_is_forgotten(name: str, value: str) -> None:
    settings = Settings(connect(":memory:"))
    assert settings.get(name) is None
    settings.set(name, "before")
    settings.set(name, value)
    assert settings.get(name) == value
    settings.forget(name)
    assert settings.get(name) is None


def test_answers_are_in_the_state_file() -> None:
    Workspace().settings.set("a", "b")
    assert Workspace().settings.get("a") == "b"


def test_a_certain_terminal_is_not_asked_about_and_opens_no_state() -> None:
    found = detect({"TERM": "foot"})

    def fail() -> Settings:
        raise AssertionError("the state file was opened")

    assert settled(found, fail, {}) == (found.profile, None)


@pytest.mark.parametrize(
    "env", [KITTY, UNKNOWN, {"TERM_PROGRAM": "Apple_Terminal"}, {"TMUX": "x", "VTE_VERSION": "7006"}]
)
def test_an_uncertain_terminal_is_asked_about_once(env: dict[str, str]) -> None:
    desk = Workspace()
    found = detect(env)
    profile, question = settled(found, lambda: desk.settings, env)
    assert profile == found.profile
    assert question is not None
    assert question.ways[0] == found.profile
    sent = [display(LINE, way).text for way in question.ways]
    assert len({way.name for way in question.ways}) == 3
    assert len(set(sent)) == 3
    question.answer(question.ways[1])
    again, nothing = settled(found, lambda: Workspace().settings, env)
    assert nothing is None
    assert again.name == question.ways[1].name
    assert again.margin == question.ways[1].margin


def test_another_terminal_is_asked_about_for_itself() -> None:
    settings = Workspace().settings
    _, question = settled(detect(KITTY), lambda: settings, KITTY)
    assert question is not None
    question.answer(question.ways[1])
    assert settled(detect(UNKNOWN), lambda: settings, UNKNOWN)[1] is not None


def test_an_answer_that_is_no_profile_any_more_is_asked_anew() -> None:
    settings = Workspace().settings
    found = detect(KITTY)
    settings.set(bidi_name(found, KITTY), "crayon")
    assert settled(found, lambda: settings, KITTY)[1] is not None


def test_the_name_of_an_answer_is_short_and_printable() -> None:
    name = bidi_name(Detection(PROFILES["plain"], "", certain=False), {"TERM": "\x1b[31m" + "x" * 900})
    assert name.isprintable()
    assert len(name) < 100


def test_the_lines_to_choose_from_are_the_guess_and_two_others() -> None:
    assert [way.name for way in ways(detect(KITTY))] == ["kitty", "plain", "kitty-split"]
    assert [way.name for way in ways(detect(UNKNOWN))] == ["plain", "islands", "kitty"]


def test_doctor_says_that_it_guesses_and_then_what_was_chosen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("TERM_PROGRAM", "TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-kitty")
    monkeypatch.setattr("reader.terminal.detect_here", lambda choice="auto": detect(KITTY, choice=choice))
    assert run(["doctor"]) == 0
    assert "guess" in capsys.readouterr().out
    Workspace().settings.set(bidi_name(detect(KITTY), KITTY), "plain")
    assert run(["doctor"]) == 0
    said = capsys.readouterr().out
    assert "this is a guess" not in said
    assert "you chose" in said
    assert "“plain”" in said
