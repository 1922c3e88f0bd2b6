"""A running Anki, through the AnkiConnect add-on.

    anki = AnkiConnect()
    states(anki, keys)     {"uquba-n": CardState("mature", 34), ...}
    status(anki)           Status(version=6, notes=340, cards=610, due=21, ...)

Requests go to this machine only and around any proxy.
"""

from __future__ import annotations

import html
import http.client
import json
import unicodedata
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import urlsplit

from corpus.errors import NashraError
from reader.anki.clean import plain_text
from reader.anki.known import MATURE, StudiedNote, studied
from reader.anki.schema import TERM, WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

DEFAULT_URL = "http://127.0.0.1:8765"
_VERSION = 6
ARABIC = "re:[\u0621-\u064a]"
"""Finds notes with Arabic in any field."""
_MAX_ANSWER = 200 << 20
_BATCH = 250
OURS = f'("note:{WORD.name}" OR "note:{TERM.name}")'

INTERVALS = (1, 3, 7, 14, MATURE, 45, 90, 180, 365)
"""Days at which a card's interval is looked at, one search each: asked for card by card, it takes seconds, and AnkiConnect
fails as a whole where one card has no review in its log.
"""

State = Literal["new", "learning", "young", "mature", "suspended"]


class NotRunningError(NashraError):
    """Nobody answers: Anki is closed, or has no AnkiConnect."""


@dataclass(frozen=True, slots=True)
class Status:
    """What Anki has of ours."""

    version: int
    notes: int
    cards: int
    due: int
    new: int
    mature: int
    decks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardState:
    """How well a word is known in Anki, by its best card."""

    state: State
    interval: int
    """Days, rounded down to one of INTERVALS; 0 for a card that is new or in its first steps."""


class AnkiConnect:
    """Calls to the add-on. Every failure is a NashraError of one line."""

    def __init__(self, url: str = DEFAULT_URL, key: str = "", timeout: float = 10) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise NashraError(
                f"not an address of AnkiConnect: {plain_text(url, 200)}; it is {DEFAULT_URL} by default"
            )
        self._url = url
        self._key = key
        self._timeout = timeout
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def call(self, action: str, timeout: float | None = None, /, **params: object) -> Any:
        """The result of one action. Raises NotRunningError, or NashraError with Anki's own words."""
        body: dict[str, object] = {"action": action, "version": _VERSION, "params": params}
        if self._key:
            body["key"] = self._key
        request = urllib.request.Request(
            self._url, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        try:
            with self._opener.open(request, timeout=timeout or self._timeout) as reply:
                answer = reply.read(_MAX_ANSWER + 1)
        except TimeoutError as error:
            raise NashraError(f"Anki did not answer in time ({action}): is a dialog open in it?") from error
        except urllib.error.HTTPError as error:
            raise NashraError(f"AnkiConnect refused {action}: HTTP {error.code}") from error
        except (OSError, http.client.HTTPException) as error:
            if isinstance(getattr(error, "reason", None), TimeoutError):
                raise NashraError(
                    f"Anki did not answer in time ({action}): is a dialog open in it?"
                ) from error
            raise NotRunningError(
                f"Anki does not answer at {self._url}: start Anki, with the AnkiConnect add-on installed"
            ) from error
        return self._result(action, answer)

    def _result(self, action: str, answer: bytes) -> Any:
        if len(answer) > _MAX_ANSWER:
            raise NashraError(f"Anki's answer to {action} is too large")
        try:
            reply = json.loads(answer)
        except (ValueError, RecursionError) as error:
            raise NashraError(f"what answers at {self._url} is not AnkiConnect") from error
        if not isinstance(reply, dict) or not {"result", "error"} <= reply.keys():
            raise NashraError(f"what answers at {self._url} is not AnkiConnect")
        if reply["error"] is not None:
            raise NashraError(f"Anki could not do it ({action}): {plain_text(str(reply['error']), 300)}")
        return reply["result"]

    def version(self) -> int:
        """The version of the protocol. Raises NashraError if it is too old."""
        version = self.call("version")
        if not isinstance(version, int) or version < _VERSION:
            raise NashraError("AnkiConnect is too old: update the add-on in Anki")
        return version

    def ids(self, action: Literal["findNotes", "findCards"], query: str) -> list[int]:
        """What a search finds."""
        found = self.call(action, query=query)
        if not isinstance(found, list):
            raise NashraError(f"Anki's answer to {action} is not a list")
        return [number for number in found if isinstance(number, int)]

    def notes(self, query: str) -> Iterator[Mapping[str, Any]]:
        """notesInfo of each note that a search finds."""
        ids = self.ids("findNotes", query)
        for start in range(0, len(ids), _BATCH):
            rows = self.call("notesInfo", 60, notes=ids[start : start + _BATCH])
            yield from (
                (row for row in rows if isinstance(row, dict) and row) if isinstance(rows, list) else ()
            )


def status(anki: AnkiConnect) -> Status:
    """What Anki has of ours."""
    version = anki.version()
    decks = anki.call("deckNames")
    ours = [deck for deck in decks if isinstance(deck, str)] if isinstance(decks, list) else []

    def count(query: str) -> int:
        return len(anki.ids("findCards", f"{OURS} {query}"))

    return Status(
        version,
        len(anki.ids("findNotes", OURS)),
        count(""),
        count("is:due"),
        count("is:new"),
        count(f"prop:ivl>={MATURE}"),
        tuple(sorted(deck for deck in ours if deck == "Nashra" or deck.startswith("Nashra::"))),
    )


def states(anki: AnkiConnect, keys: Iterable[str] | None = None) -> dict[str, CardState]:
    """By key, how well each of our words is known in Anki: of these keys, or of all.

    Asks for no card one by one, which would make Anki render each: a dozen searches give the states of all. With `keys`
    the answer has them as they were given; without, as Anki keeps them (NFC).
    """
    seen = _seen(anki, OURS)
    best: dict[str, CardState] = {}
    for row in anki.notes(OURS):
        if not (key := key_of(row)):
            continue
        for number in _cards(row):
            card = _state(seen.get(number))
            if key not in best or _standing(card) > _standing(best[key]):
                best[key] = card
    if keys is None:
        return best
    return {key: best[same] for key in keys if (same := unicodedata.normalize("NFC", key)) in best}


class _Seen(NamedTuple):
    """What the searches say about a card that is not new."""

    days: int
    suspended: bool = False


def _seen(anki: AnkiConnect, query: str, steps: Iterable[int] = INTERVALS) -> dict[int, _Seen]:
    """By card, of those that are not new or are suspended."""
    found = dict.fromkeys(anki.ids("findCards", f"{query} -is:new"), _Seen(0))
    for days in sorted(steps):
        found |= dict.fromkeys(anki.ids("findCards", f"{query} prop:ivl>={days}"), _Seen(days))
    for number in anki.ids("findCards", f"{query} is:suspended"):
        found[number] = _Seen(found[number].days if number in found else 0, suspended=True)
    return found


def _state(seen: _Seen | None) -> CardState:
    if seen is None:
        return CardState("new", 0)
    if seen.suspended:
        return CardState("suspended", seen.days)
    return CardState("mature" if seen.days >= MATURE else "young" if seen.days else "learning", seen.days)


def _standing(card: CardState) -> tuple[int, int]:
    return ("suspended", "new", "learning", "young", "mature").index(card.state), card.interval


def studied_notes(anki: AnkiConnect, interval: int = MATURE, query: str = ARABIC) -> list[StudiedNote]:
    """The notes of a running Anki with Arabic in them, as `known.read_notes` gives those of a file.

    Intervals are rounded down to one of INTERVALS or to `interval`, the one that matters.
    """
    seen = _seen(anki, query, {*INTERVALS, interval} - {0})
    return [_studied(row, [seen.get(number) for number in _cards(row)]) for row in anki.notes(query)]


def _studied(row: Mapping[str, Any], cards: Sequence[_Seen | None]) -> StudiedNote:
    fields = row.get("fields")
    names = sorted(fields, key=lambda name: _order(fields[name])) if isinstance(fields, dict) else []
    days = [card.days for card in cards if card and not card.suspended]
    return studied(
        str(row.get("modelName", "")),
        names,
        "",
        [field_of(row, name) for name in names],
        max(days, default=0),
        bool(cards) and all(card is not None and card.suspended for card in cards),
        sum(card is not None for card in cards),
    )


def _cards(row: Mapping[str, Any]) -> list[int]:
    """Of a note's row, in the order of the templates."""
    cards = row.get("cards")
    return [number for number in cards if isinstance(number, int)] if isinstance(cards, list) else []


def key_of(row: Mapping[str, Any]) -> str:
    """The key of one of our notes, from its row of notesInfo, as Anki keeps it (NFC)."""
    return html.unescape(field_of(row, "Id"))


def field_of(row: Mapping[str, Any], name: str) -> str:
    """A field's text, from a row of notesInfo or cardsInfo; empty if there is none."""
    fields = row.get("fields")
    field = fields.get(name) if isinstance(fields, dict) else None
    value = field.get("value") if isinstance(field, dict) else None
    return value if isinstance(value, str) else ""


def _order(field: object) -> int:
    order = field.get("order") if isinstance(field, dict) else None
    return order if isinstance(order, int) else 0
