"""Names and addresses from outside, made safe to print: no escape sequence, no bidi override, not endless."""

from __future__ import annotations


def visible(text: str, longest: int = 100) -> str:
    """Text with a "?" for every character that a terminal would obey or not show, cut to `longest` characters."""
    shown = "".join(c if c.isprintable() else "?" for c in text[: longest + 1])
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"
