"""The text on the clipboard, by whatever program the system has for it."""

from __future__ import annotations

import shutil
import subprocess

from corpus.errors import NashraError

PROGRAMS = (
    ("wl-paste", "--no-newline"),
    ("xclip", "-selection", "clipboard", "-out"),
    ("xsel", "--clipboard", "--output"),
    ("pbpaste",),
    (
        "powershell",
        "-NoProfile",
        "-Command",
        "[Console]::OutputEncoding=[Text.Encoding]::UTF8; Get-Clipboard -Raw",
    ),
)
"""Wayland, X11 twice, macOS, Windows; the first that is installed and answers is used."""
SECONDS = 5


def paste() -> bytes:
    """What is on the clipboard, as the program gives it. Raises NashraError when there is no way to get it."""
    tried = False
    for program, *arguments in PROGRAMS:
        path = shutil.which(program)
        if path is None:
            continue
        tried = True
        try:
            done = subprocess.run([path, *arguments], capture_output=True, timeout=SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0 and done.stdout:
            return done.stdout
    if tried:
        raise NashraError("The clipboard holds no text.")
    raise NashraError(
        "No program to read the clipboard; install wl-clipboard, xclip or xsel, or use: nashra import -"
    )
