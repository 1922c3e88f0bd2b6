"""A running Anki, through the AnkiConnect add-on.

    anki = AnkiConnect()
    push(anki, Path("words.apkg"))     PushResult(new=12, notes=340, duplicates=(), elsewhere=())
    states(anki)                       {"uquba-n": CardState("mature", 34), ...}

Decks go in by `importPackage`, so that guids and sub-decks are those of the file: addNotes would give every note a guid
of its own, and a later file would double them. Requests go to this machine only and around any proxy.
"""

from __future__ import annotations

import http.client
import json
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
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

DEFAULT_URL = "http://127.0.0.1:8765"
_VERSION = 6
_MAX_ANSWER = 200 << 20
_BATCH = 250
_IMPORT_SECONDS = 600
_OURS = f'("note:{WORD.name}" OR "note:{TERM.name}")'
_OUR_TAGS = ("article::", "domain::", "pos::", "level::")

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


@dataclass(frozen=True, slots=True)
class PushResult:
    """What came of a push, as Anki itself says afterwards."""

    new: int
    notes: int
    """Of ours in Anki now."""
    duplicates: tuple[str, ...]
    """Keys that Anki has two notes of: an earlier deck, made in another way."""
    elsewhere: tuple[str, ...]
    """Keys with a card outside the deck: moved by the learner, or put there by an older import."""


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


def push(anki: AnkiConnect, path: Path, deck: str = "Nashra") -> PushResult:
    """Import a package into the running Anki; tags of the learner's own on notes that it updates are put back.

    Raises NotRunningError or NashraError; the file stays, to be imported by hand.
    """
    anki.version()
    before = {row.get("noteId"): row for row in anki.notes(_OURS)}
    if anki.call("importPackage", _IMPORT_SECONDS, path=str(path.resolve())) is not True:
        raise NashraError(f"Anki did not import {path}: open the file with Anki by hand")
    after = {row.get("noteId"): row for row in anki.notes(_OURS)}
    for note_id, row in after.items():
        lost = set(_own_tags(before.get(note_id, {}))) - set(row.get("tags") or ())
        if lost:
            anki.call("addTags", notes=[note_id], tags=" ".join(sorted(lost)))
    keys = [_field(row, "Id") for row in after.values()]
    strays = {_field(row, "Id") for row in anki.notes(f'{_OURS} -"deck:{deck}"')}
    twice = {key for key in keys if keys.count(key) > 1} if len(set(keys)) < len(keys) else set()
    return PushResult(
        len(after.keys() - before.keys()), len(after), tuple(sorted(twice)), tuple(sorted(strays))
    )


def status(anki: AnkiConnect) -> Status:
    """What Anki has of ours."""
    version = anki.version()
    decks = anki.call("deckNames")
    ours = [deck for deck in decks if isinstance(deck, str)] if isinstance(decks, list) else []

    def count(query: str) -> int:
        return len(anki.ids("findCards", f"{_OURS} {query}"))

    return Status(
        version,
        len(anki.ids("findNotes", _OURS)),
        count(""),
        count("is:due"),
        count("is:new"),
        count(f"prop:ivl>={MATURE}"),
        tuple(sorted(deck for deck in ours if deck == "Nashra" or deck.startswith("Nashra::"))),
    )


def states(anki: AnkiConnect) -> dict[str, CardState]:
    """By key, how well each of our words is known in Anki."""
    best: dict[str, CardState] = {}
    order = ("suspended", "new", "learning", "young", "mature")
    for card in anki.cards(_OURS):
        key, state = _field(card, "Id"), _state(card)
        if key and (
            key not in best
            or (order.index(state.state), state.interval) > (order.index(best[key].state), best[key].interval)
        ):
            best[key] = state
    return best


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
        [_field(first, name) for name in names],
        max((_number(card, "interval") for card in open_), default=0),
        not open_,
        sum(_number(card, "reps") for card in cards),
    )


def _state(card: Mapping[str, Any]) -> CardState:
    interval = max(_number(card, "interval"), 0)
    if _number(card, "queue") == -1:
        return CardState("suspended", interval)
    if interval >= MATURE:
        return CardState("mature", interval)
    if interval > 0:
        return CardState("young", interval)
    return CardState("learning" if _number(card, "reps") else "new", 0)


def _own_tags(row: Mapping[str, Any]) -> list[str]:
    tags = row.get("tags")
    found = [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    return [tag for tag in found if not tag.startswith(_OUR_TAGS)]


def _field(row: Mapping[str, Any], name: str) -> str:
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
