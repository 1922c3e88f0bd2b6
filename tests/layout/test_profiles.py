"""What is sent to each terminal; kitty by a model of what kitty does with it."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given

from corpus.errors import NashraError
from corpus.tokenize import MARKS
from reader.layout import PROFILES, display, inside
from reader.layout.chars import MIRROR
from reader.layout.detect import CHOICES, Answer, detect
from reader.layout.kitty import _FILLER, _first_strong
from tests.layout.strategies import NEWS

RTL_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def kitty_shows(cells: list[str]) -> list[str]:
    """kitty with a font that has everything: each run between spaces goes to the shaper, which turns Arabic round."""
    out: list[str] = []
    run: list[str] = []
    for cell in [*cells, " "]:
        if cell != " ":
            run.append(cell)
            continue
        if run and RTL_LETTER.match(_first_strong(run)):
            # glyphs are dealt to cells by counting code points, so marks land right only if all cells have as many
            assert len({len(c) for c in run if c}) <= 1
            run = [MIRROR.get(c[0], c[0]) + c[1:] for c in reversed(run)]
        out += [c.replace(_FILLER, "") for c in run]
        out.append(cell)
        run = []
    return out[:-1]


@given(NEWS)
def test_kitty_shows_what_others_show(text: str) -> None:
    plain = display(text, base="rtl").cells
    for run in "\0".join(plain).split(
        "\0 \0"
    ):  # a run of Arabic on its left and Latin on its right cannot be sent
        cells = [c for c in run.split("\0") if c]
        assume(not RTL_LETTER.match(_first_strong(cells)) or RTL_LETTER.match(_first_strong(cells[::-1])))
    assert kitty_shows(display(text, PROFILES["kitty"], base="rtl").cells) == plain


def test_kitty_gets_marks_in_an_order_in_which_its_shaper_leaves_them() -> None:
    """HarfBuzz moves a shadda before a vowel and counts the two as one: letters to the right lost their glyphs."""
    shadda, fatha = "\u0651", "\u064e"
    sent = display("أَنَّ", PROFILES["kitty"]).cells
    assert sent[-1][1:] == shadda + fatha
    assert display("أَنَّ").cells[0][1:] == fatha + shadda


def test_kitty_with_a_font_without_arabic_turns_letters_only() -> None:
    plain = display("(قال).", base="rtl").cells
    sent = display("(قال).", PROFILES["kitty-split"], base="rtl").cells
    assert sent == plain[:2] + plain[4:1:-1] + plain[5:]


def test_positions_do_not_depend_on_the_profile() -> None:
    text = "قال (ATACMS) نعم."
    for name in ("vte", "konsole", "mlterm", "kitty", "kitty-split", "islands", "alacritty", "apple"):
        assert display(text, PROFILES[name]).positions == display(text).positions


@given(NEWS)
def test_alacritty_draws_marks_a_cell_further_right_than_they_were_sent(text: str) -> None:
    plain = display(text, base="rtl").cells
    sent = [" ", *display(text, PROFILES["alacritty"], base="rtl").cells]
    if len(sent) > 1 and (lead := re.match(f"[{MARKS}]+", sent[1])):  # they go to the blank before the row
        sent[:2] = [" " + lead[0], sent[1][lead.end() :]]
    bases, marks = [cell[:1] for cell in sent], [cell[1:] for cell in sent]
    foreign = [re.sub(f"^[^{MARKS}]*", "", mark) != mark for mark in marks]
    assume(not any(foreign))
    assert [base + mark for base, mark in zip(bases[1:], marks[:-1], strict=True)] == plain
    assert marks[-1] == ""


def test_foot_gets_letters_without_the_marks_that_would_hide_them() -> None:
    assert display("وَصَفَتْ é", PROFILES["foot"]).cells == display("وصفت é").cells


def test_apple_gets_an_override_around_the_line() -> None:
    sent = display("قال", PROFILES["apple"]).text
    assert (sent[0], sent[-1]) == ("\u202d", "\u202c")
    assert sent[1:-1] == display("قال").text


def test_what_is_switched_is_switched_back() -> None:
    assert (PROFILES["vte"].enter, PROFILES["vte"].exit) == ("\x1b[8l", "\x1b[8h")
    for profile in PROFILES.values():
        assert bool(profile.enter) == bool(profile.exit)


def test_inside_screen_the_switch_is_passed_through_and_tmux_needs_none() -> None:
    assert inside(PROFILES["vte"], "screen").enter == "\x1bP\x1b[8l\x1b\\"
    assert inside(PROFILES["vte"], "screen").margin == 1
    for name in ("vte", "konsole"):
        shown = inside(PROFILES[name], "tmux")
        assert (shown.name, shown.enter, shown.exit, shown.margin) == ("islands", "", "", 1)
    assert inside(PROFILES["mlterm"], "tmux").exit == "\x1bPtmux;\x1b\x1b]5379;use_ctl=true\x07\x1b\\"
    assert inside(PROFILES["plain"], "tmux").enter == ""
    assert inside(PROFILES["vte"], None) is PROFILES["vte"]


@pytest.mark.parametrize(
    ("env", "answer", "profile", "certain"),
    [
        ({"TERM": "xterm-256color"}, Answer(0, "XTerm(379)", True), "plain", True),
        (
            {"KONSOLE_VERSION": "221203"},
            Answer(0, "XTerm(379)", True),
            "plain",
            True,
        ),  # an xterm started from Konsole
        ({"VTE_VERSION": "7006"}, Answer(1, None, True), "vte", True),
        ({}, Answer(1, None, True), "vte", True),  # over ssh, without VTE_VERSION
        ({}, Answer(None, "Konsole 22.12.3", True), "konsole", True),
        ({"MLTERM": "3.9.0"}, Answer(0, None, True), "mlterm", True),
        (
            {"TERM": "xterm-kitty"},
            Answer(0, "kitty(0.26.5)", True),
            "kitty",
            False,
        ),  # its font may have no Arabic
        ({}, Answer(None, "foot(1.16.2)", True), "foot", True),
        ({}, Answer(), "plain", False),
        ({"VTE_VERSION": "7006"}, None, "vte", True),
        ({"VTE_VERSION": "5202"}, None, "plain", True),
        ({"KONSOLE_VERSION": "221203"}, None, "konsole", True),
        ({"KITTY_WINDOW_ID": "1"}, None, "kitty", False),
        ({"WT_SESSION": "x"}, None, "plain", True),
        ({"TERM": "alacritty"}, None, "alacritty", True),
        ({"TERM": "xterm-256color", "ALACRITTY_WINDOW_ID": "1"}, Answer(1, None, True), "vte", True),
        ({"XTERM_VERSION": "XTerm(379)"}, None, "plain", True),
        ({"TERM_PROGRAM": "iTerm.app"}, None, "plain", True),
    ],
)
def test_detection(env: dict[str, str], answer: Answer | None, profile: str, certain: bool) -> None:
    found = detect(env, None if answer is None else lambda: answer)
    assert (found.profile.name, found.certain) == (profile, certain)
    assert found.reason


def test_apple_and_the_linux_console_are_not_asked() -> None:
    def never() -> Answer:
        raise AssertionError

    assert detect({"TERM_PROGRAM": "Apple_Terminal"}, never).profile.name == "apple"
    assert detect({"TERM": "linux"}, never).profile.name == "plain"


def test_a_terminal_that_was_told_before_us_stays_told() -> None:
    found = detect({}, lambda: Answer(2, None, True))
    assert (found.profile.name, found.profile.enter, found.profile.exit) == ("vte", "", "")


def test_in_tmux_the_terminal_around_it_decides_not_the_one_it_was_started_in() -> None:
    stale = {"TMUX": "socket,1,0", "KONSOLE_VERSION": "221203"}

    def profile(version: str, term: str) -> tuple[str, bool]:
        found = detect(stale, None, outside=lambda: (version, term))
        return found.profile.name, found.certain

    assert profile("XTerm(379)", "xterm") == ("plain", True)
    assert profile("Konsole 22.12.3", "xterm-256color") == ("islands", True)
    assert profile("", "xterm-kitty") == ("kitty", False)
    assert profile("", "foot") == ("foot", False)
    assert profile("", "mlterm") == ("mlterm", False)
    assert profile("", "xterm-256color") == ("islands", False)  # nothing but the old environment to go by


def test_in_tmux_a_reader_with_mlterm_is_told_what_to_do() -> None:
    found = detect({"TMUX": "socket,1,0"}, None, outside=lambda: ("", "mlterm"))
    assert "allow-passthrough" in " ".join(found.advice)
    assert detect({"TMUX": "socket,1,0", "VTE_VERSION": "7006"}).advice == ()


def test_tmux_beyond_ssh_is_known_by_term() -> None:
    assert detect({"TERM": "tmux-256color"}).profile.margin == 1
    assert detect({"TERM": "screen.xterm-256color"}).multiplexer == "screen"


def test_a_choice_decides_and_a_wrong_one_is_named() -> None:
    assert detect({"VTE_VERSION": "7006"}, choice="kitty").profile.name == "kitty"
    assert {*CHOICES} == {"auto", *PROFILES}
    with pytest.raises(NashraError, match="--bidi takes one of auto, plain"):
        detect({}, choice="bidi")


def test_a_pipe_gets_logical_text() -> None:
    assert detect({"VTE_VERSION": "7006"}, tty=False).profile.logical
    assert not detect({}, choice="plain", tty=False).profile.logical
