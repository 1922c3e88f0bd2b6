"""Asking a terminal, and leaving it as it was, on a real pty."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import threading
import time
from typing import TYPE_CHECKING

import pytest

from reader.layout import PROFILES
from reader.terminal import Answer, around_tmux, ask, colours, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    """The terminal's side and the program's side of a pty."""
    outside, inside = pty.openpty()
    yield outside, inside
    os.close(outside)
    os.close(inside)


def answering(outside: int, reply: bytes) -> threading.Thread:
    """A terminal that answers a question with reply."""

    def answer() -> None:
        os.read(outside, 100)
        for byte in reply:
            os.write(outside, bytes([byte]))

    thread = threading.Thread(target=answer)
    thread.start()
    return thread


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (b"\x1b[8;1$y\x1bP>|VTE(7600)\x1b\\\x1b[?65;1;9c", Answer(1, "VTE(7600)", True)),
        (b"\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[?64;1;2c", Answer(0, "XTerm(379)", True)),
        (b"\x1b[?6c", Answer(None, None, True)),
        (b"x\x1b[8;2$y\x1b[?1;2c", Answer(2, None, True)),  # a key pressed meanwhile
    ],
)
def test_the_answers_are_read_and_the_settings_kept(
    ends: tuple[int, int], reply: bytes, expected: Answer
) -> None:
    outside, inside = ends
    before = termios.tcgetattr(inside)
    thread = answering(outside, reply)
    assert ask(inside, 5.0) == expected
    thread.join()
    assert termios.tcgetattr(inside) == before


def test_a_silent_terminal_is_not_waited_for_long(ends: tuple[int, int]) -> None:
    before = termios.tcgetattr(ends[1])
    assert ask(ends[1], 0.05) == Answer()
    assert termios.tcgetattr(ends[1]) == before


def test_what_is_no_terminal_is_not_asked() -> None:
    reading, writing = os.pipe()
    assert ask(reading) == Answer()
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({"TERM": "xterm"}, "256"),
        ({"TERM": "mlterm"}, "256"),
        ({"TERM": "screen"}, "256"),
        ({"TERM": "screen", "COLORTERM": "truecolor"}, None),
        ({"TERM": "xterm-256color"}, None),
        ({"TERM": "screen.xterm-256color", "COLORTERM": "truecolor", "STY": "1.pts"}, "256"),
        ({"TERM": "tmux-256color", "COLORTERM": "truecolor", "STY": "1.pts", "TMUX": "x"}, None),
        ({"TERM": "vt100"}, None),
        ({}, None),
    ],
)
def test_a_terminal_whose_name_says_no_number_of_colours_gets_256(
    env: dict[str, str], expected: str | None
) -> None:
    assert colours(env) == expected


def test_what_tmux_knows_is_asked_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert around_tmux() == ("", "")
    program = tmp_path / "tmux"
    program.write_text("#!/bin/sh\necho 'Konsole 22.12.3|xterm-256color'\n")
    program.chmod(0o755)
    assert around_tmux() == ("Konsole 22.12.3", "xterm-256color")
    program.write_text("#!/bin/sh\necho no server; exit 1\n")
    assert around_tmux() == ("", "")


def heard(outside: int) -> bytes:
    out = b""
    while select.select([outside], [], [], 0.2)[0]:
        try:
            out += os.read(outside, 4096)
        except OSError:
            break
    return out


def test_the_switch_is_turned_back_at_the_end_and_after_an_exception(ends: tuple[int, int]) -> None:
    outside, inside = ends
    with prepared(PROFILES["vte"], inside) as switch:
        assert heard(outside) == b"\x1b[8l"
        switch.off()
        switch.on()
        assert heard(outside) == b"\x1b[8h\x1b[8l"
    assert heard(outside) == b"\x1b[8h"
    with pytest.raises(RuntimeError), prepared(PROFILES["konsole"], inside):
        raise RuntimeError
    assert heard(outside).endswith(b"\x1b]50;BidiRenderingEnabled=true\x07")


PROGRAM = """
import signal, sys, time
from reader.layout import PROFILES
from reader.terminal import prepared
if sys.argv[1] == "chain":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(7))
with prepared(PROFILES["vte"], 1):
    print("ready", flush=True)
    if sys.argv[1] == "exit":
        sys.exit(3)
    if sys.argv[1] == "crash":
        1 / 0
    time.sleep(60)
"""


@pytest.mark.parametrize(
    ("how", "number", "status"),
    [
        ("wait", signal.SIGTERM, -signal.SIGTERM),
        ("wait", signal.SIGHUP, -signal.SIGHUP),
        ("chain", signal.SIGTERM, 7),
        ("exit", None, 3),
        ("crash", None, 1),
    ],
)
def test_however_the_program_ends_the_switch_is_turned_back(
    ends: tuple[int, int], how: str, number: signal.Signals | None, status: int
) -> None:
    outside, inside = ends
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, how], stdout=inside, stderr=subprocess.DEVNULL, env=env
    )
    said = b""
    deadline = time.monotonic() + 20
    while b"ready" not in said and time.monotonic() < deadline:
        said += heard(outside)
    assert said.startswith(b"\x1b[8l")
    if number is not None:
        process.send_signal(number)
    assert process.wait(20) == status
    said += heard(outside)
    assert said.count(b"\x1b[8h") == 1
    if status < 0:
        assert b"\x1b[?1049l" in said
        assert b"\x1b[?25h" in said
