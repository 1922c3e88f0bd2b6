"""What commands print on a terminal: joined, in order, whoever prints it; logical text in a pipe."""

from __future__ import annotations

import contextlib
import io
import re
import sys
from typing import TYPE_CHECKING

import pytest

from reader.cli import run
from reader.layout.profiles import PROFILES, Profile
from reader.layout.text import display
from reader.output import laid_out, printable, screen_line
from reader.screenlines import ISOLATE, POP, READY_END, READY_START, ScreenLines

if TYPE_CHECKING:
    from pathlib import Path

RAW = re.compile("[\u0621-\u064a]")
"""A letter that did not go through the layout."""
PLAIN = PROFILES["plain"]
TITLE = "مجلس الأمن يجدد العقوبات على الجهات الثلاث (ATACMS)؟"


class Terminal(io.StringIO):
    """What pretends to be one."""

    def isatty(self) -> bool:
        return True


def printed(*texts: str, profile: Profile = PLAIN) -> str:
    terminal = Terminal()
    stream = ScreenLines(terminal, lambda: profile)
    for text in texts:
        print(text, file=stream)
    stream.flush()
    return terminal.getvalue()


def test_arabic_in_any_line_is_joined_and_in_order() -> None:
    assert printed("no article is called 'قال فلان'; see") == (
        f"no article is called '{display('قال فلان').text}'; see\n"
    )


def test_english_is_left_alone_and_nobody_asks_which_terminal_it_is() -> None:
    def never() -> Profile:
        raise AssertionError

    terminal = Terminal()
    stream = ScreenLines(terminal, never)
    stream.write("half a line")
    assert terminal.getvalue() == "half a line"
    stream.write(", \x1b[1mthe rest\n")
    assert terminal.getvalue() == "half a line, \x1b[1mthe rest\n"


def test_pieces_keep_their_own_direction() -> None:
    line = f"3  {ISOLATE}قال: نعم.{POP}  5  {ISOLATE}لا{POP}"
    assert screen_line(line, PLAIN, 80) == f"3  {display('قال: نعم.').text}  5  {display('لا').text}"


def test_a_long_title_goes_on_under_its_beginning() -> None:
    first, second = screen_line(f"an-id  {ISOLATE}{TITLE}{POP}", PLAIN, 40).split("\n")
    assert first.startswith("an-id  ")
    assert first.endswith(display("مجلس").text)
    assert second.startswith(" " * 7)
    assert second.endswith(display("الثلاث").text) or "ATACMS" in second
    assert max(len(first), len(second)) <= 40


def test_a_long_message_is_wrapped_before_it_is_turned() -> None:
    lines = screen_line("nashra: nothing found for " + TITLE, PLAIN, 40).split("\n")
    assert len(lines) > 1
    assert lines[0].startswith("nashra: nothing found for ")
    assert "ATACMS" in lines[-1]
    assert not RAW.search("".join(lines))


def test_what_is_laid_out_already_is_not_turned_again_and_carries_no_controls() -> None:
    ready = display("قال: نعم.").text
    assert screen_line(f"{READY_START}{ready}\x1b[2J{READY_END}", PLAIN, 80) == ready + "[2J"


def test_a_switch_is_thrown_for_a_line_and_back() -> None:
    assert printed("قال", "yes", profile=PROFILES["vte"]) == f"\x1b[8l{display('قال').text}\x1b[8h\nyes\n"


def test_a_terminal_that_shows_no_lines_gets_logical_text() -> None:
    assert printed(f"a {ISOLATE}قال{POP}", profile=PROFILES["logical"]) == "a قال\n"


def test_a_pipe_gets_what_was_written(capsys: pytest.CaptureFixture[str]) -> None:
    print(printable("قال: نعم.", PROFILES["logical"]))
    print(*laid_out(["قال", "نعم"], PROFILES["logical"], 20, fixed=False), sep="\n")
    assert capsys.readouterr().out == "قال: نعم.\nقال\n\nنعم\n"


@pytest.mark.parametrize(
    ("argv", "said", "status"),
    [
        (["read", "قال فلان"], "قال فلان", 1),
        (["show", "arms-to-russia"], "أوكرانيا", 0),
        (["show", "arms-to-russia", "--raw"], "أوكرانيا", 0),
        (["show", "arms-to-russia", "--bidi", "vte"], "أوكرانيا", 0),
        (["lookup", "بعقوباته"], "عقوبة", 0),
        (["gloss", "page.txt"], "الأمم المتحدة", 0),
        (["terms", "page.txt"], "الأمم المتحدة", 0),
        (["mark", "قرقفان زط", "--known"], "قرقفان زط", 1),
        (["import", "قال.txt"], "قال", 1),
        (["glossary", "add", "عقوبة", "x", "--pos", "حرف"], "حرف", 1),
        (["feed", "take", "قال"], "قال", 2),
    ],
)
def test_on_a_terminal_no_letter_is_raw(
    argv: list[str], said: str, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.txt").write_text("أعلنت الأمم المتحدة ذلك.\n", encoding="utf-8")
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("reader.output.screen_profile", lambda: PLAIN)
    with contextlib.suppress(SystemExit):
        assert run(argv) == status
    out = terminal.getvalue()
    assert not RAW.search(out)
    assert display(said).text in re.sub("[\u064b-\u0652]", "", out)
    assert sys.stdout is terminal
    assert ("\x1b[8l" in out) == ("vte" in argv)
