"""A running Anki asked how well words are known: in a thread, and without a word where there is no Anki.

listening("http://127.0.0.1:8765")      whether anybody is there at all: a fifth of a second at most
ask(config)                             the cards by their words; {} where nobody is there
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from reader.anki.connect import CardState
    from reader.config import Config

PATIENCE = 0.2
"""Seconds for a connection on this machine."""


def listening(address: str) -> bool:
    """Whether something takes connections there; asked before what talks to Anki is imported."""
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        with socket.create_connection((parts.hostname or "", port), PATIENCE):
            return True
    except (OSError, ValueError):
        return False


def ask(config: Config) -> dict[str, CardState]:
    """What Anki says of our words. Raises NashraError for what answers but is not Anki."""
    if not listening(config.anki_address):
        return {}
    from reader.anki.connect import AnkiConnect, states

    anki = AnkiConnect(config.anki_address, config.anki_key)
    anki.version()
    return states(anki)
