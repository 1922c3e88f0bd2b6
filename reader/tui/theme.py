"""Colours: quiet ground, the article in the light, blue for what is new, amber for what is being learned."""

from __future__ import annotations

from textual.theme import Theme

THEMES = (
    Theme(
        name="nashra-dark",
        primary="#7aa2d8",
        secondary="#8fa3b8",
        accent="#e0b060",
        foreground="#d9d9d4",
        background="#15181c",
        surface="#1a1e23",
        panel="#23282f",
        success="#8fbf8f",
        warning="#e0b060",
        error="#d97b6c",
        dark=True,
        variables={
            "word-new": "#8db7ea",
            "word-learning": "#e6b566",
            "word-young": "#cbb592",
            "word-mature": "#9fbf9f",
            "quiet": "#8a929c",
            "term-ground": "#272c33",
            "found-ground": "#5a4821",
            "selected-ground": "#2f4a70",
            "border-blurred": "#333a43",
            "footer-key-foreground": "#e0b060",
        },
    ),
    Theme(
        name="nashra-light",
        primary="#2a5a9a",
        secondary="#5a6675",
        accent="#9a6400",
        foreground="#22262b",
        background="#faf8f3",
        surface="#f4f1ea",
        panel="#e9e5db",
        success="#2f7a3a",
        warning="#9a6400",
        error="#b03a2e",
        dark=False,
        variables={
            "word-new": "#1f5fae",
            "word-learning": "#945f00",
            "word-young": "#75623f",
            "word-mature": "#3f6b45",
            "quiet": "#6d737b",
            "term-ground": "#e6e6e1",
            "found-ground": "#f3dca6",
            "selected-ground": "#bcd3ee",
            "border-blurred": "#cfc9bb",
            "footer-key-foreground": "#9a6400",
        },
    ),
)
