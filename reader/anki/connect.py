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
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from corpus.errors import NashraError
from reader.anki.clean import plain_text
from reader.anki.known import MATURE, StudiedNote, studied
from reader.anki.schema import TERM, WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

DEFAULT_URL = "http://127.0.0.1:8765"
_VERSION = 6
_MAX_ANSWER = 200 << 20
_BATCH = 250
OURS = f'("note:{WORD.name}" OR "note:{TERM.name}")'

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
    """Days."""


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

    def cards(self, query: str) -> Iterator[Mapping[str, Any]]:
        """cardsInfo of each card that a search finds."""
        return self._info("cardsInfo", "cards", self.ids("findCards", query))

    def notes(self, query: str) -> Iterator[Mapping[str, Any]]:
        """notesInfo of each note that a search finds."""
        return self._info("notesInfo", "notes", self.ids("findNotes", query))

    def _info(self, action: str, name: str, ids: Sequence[int]) -> Iterator[Mapping[str, Any]]:
        for start in range(0, len(ids), _BATCH):
            rows = self.call(action, 60, **{name: list(ids[start : start + _BATCH])})
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

    Asks for no card one by one, which would make Anki render each: a few searches give the states of all. With `keys`
    the answer has them as they were given; without, as Anki keeps them (NFC).
    """
    cards = {
        number: key_of(row)
        for row in anki.notes(OURS)
        for number in row.get("cards") or ()
        if isinstance(number, int) and key_of(row)
    }
    found: dict[int, State] = dict.fromkeys(cards, "learning")
    searches: tuple[tuple[State, str], ...] = (
        ("new", "is:new"),
        ("young", "prop:ivl>=1"),
        ("mature", f"prop:ivl>={MATURE}"),
        ("suspended", "is:suspended"),
    )
    for state, query in searches:
        found |= {number: state for number in anki.ids("findCards", f"{OURS} {query}") if number in cards}
    days = _intervals(anki, [number for number, state in found.items() if state != "new"])
    best: dict[str, CardState] = {}
    for number, state in found.items():
        one, key = CardState(state, days.get(number, 0)), cards[number]
        if key not in best or _standing(one) > _standing(best[key]):
            best[key] = one
    if keys is None:
        return best
    return {key: best[same] for key in keys if (same := unicodedata.normalize("NFC", key)) in best}


def _standing(card: CardState) -> tuple[int, int]:
    return ("suspended", "new", "learning", "young", "mature").index(card.state), card.interval


def _intervals(anki: AnkiConnect, cards: Sequence[int]) -> dict[int, int]:
    """Days by card; what Anki counts in seconds (below zero) is none."""
    found: dict[int, int] = {}
    for start in range(0, len(cards), 4 * _BATCH):
        asked = cards[start : start + 4 * _BATCH]
        days = anki.call("getIntervals", 60, cards=list(asked))
        if isinstance(days, list) and len(days) == len(asked):
            pairs = zip(asked, days, strict=True)
            found |= {number: max(count, 0) for number, count in pairs if isinstance(count, int)}
    return found


def studied_notes(anki: AnkiConnect, query: str = "") -> list[StudiedNote]:
    """The notes of a running Anki that a search finds, as `known.read_notes` gives those of a file."""
    by_note: dict[object, list[Mapping[str, Any]]] = {}
    for card in anki.cards(query or "deck:*"):
        by_note.setdefault(card.get("note"), []).append(card)
    return [_studied(cards) for cards in by_note.values()]


def _studied(cards: Sequence[Mapping[str, Any]]) -> StudiedNote:
    first, open_ = cards[0], [card for card in cards if card.get("queue") != -1]
    fields = first.get("fields")
    names = sorted(fields, key=lambda name: _order(fields[name])) if isinstance(fields, dict) else []
    return studied(
        str(first.get("modelName", "")),
        names,
        str(first.get("deckName", "")),
        [field_of(first, name) for name in names],
        max((_number(card, "interval") for card in open_), default=0),
        not open_,
        sum(_number(card, "reps") for card in cards),
    )


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


def _number(row: Mapping[str, Any], name: str) -> int:
    value = row.get(name)
    return value if isinstance(value, int) else 0
