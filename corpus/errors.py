"""The one error that a person is meant to see."""

from __future__ import annotations


class NashraError(Exception):
    """Could not do it. The message is one clear line that says what to do; the command line prints it, exit status 1."""
