"""What --bidi and the settings accept; in a module of its own, since the command line needs it before anything else."""

from __future__ import annotations

BIDI = (
    "auto",
    "plain",
    "vte",
    "konsole",
    "mlterm",
    "kitty",
    "kitty-split",
    "islands",
    "alacritty",
    "foot",
    "apple",
    "logical",
)
"""The names of reader.layout.profiles, and auto: find out."""
