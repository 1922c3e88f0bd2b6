"""AnkiConnect with a real collection behind it: the add-on's requests and answers, without its window."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.anki.client import Client


class Actions:
    """The add-on's actions that Nashra uses, with its argument names."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.calls: list[str] = []

    def version(self) -> int:
        return 6

    def deckNames(self) -> list[str]:  # noqa: N802
        return [deck.name for deck in self.client.col.decks.all_names_and_ids()]

    def importPackage(self, path: str) -> bool:  # noqa: N802
        self.client.load(Path(path))
        return True

    def findNotes(self, query: str) -> list[int]:  # noqa: N802
        return list(self.client.col.find_notes(query))

    def findCards(self, query: str) -> list[int]:  # noqa: N802
        return list(self.client.col.find_cards(query))

    def addTags(self, notes: list[int], tags: str) -> None:  # noqa: N802
        self.client.col.tags.bulk_add(notes, tags)

    def notesInfo(self, notes: list[int]) -> list[dict[str, Any]]:  # noqa: N802
        found = [self.client.col.get_note(number) for number in notes]
        return [
            {
                "noteId": note.id,
                "tags": note.tags,
                "modelName": note.note_type()["name"],
                "fields": fields(note),
                "cards": note.card_ids(),
            }
            for note in found
        ]

    def updateNoteFields(self, note: dict[str, Any]) -> None:  # noqa: N802
        changed = self.client.col.get_note(note["id"])
        for name, value in note["fields"].items():
            changed[name] = value
        self.client.col.update_note(changed)


def fields(note: Any) -> dict[str, Any]:
    return {name: {"value": note[name], "order": n} for n, name in enumerate(note.keys())}


def answer(actions: Actions) -> Callable[[bytes], bytes]:
    def reply(body: bytes) -> bytes:
        request = json.loads(body)
        assert request["version"] == 6
        actions.calls.append(request["action"])
        try:
            result = getattr(actions, request["action"])(**request["params"])
            return json.dumps({"result": result, "error": None}).encode()
        except Exception as error:
            return json.dumps({"result": None, "error": str(error)}).encode()

    return reply


@contextmanager
def serve(reply: Callable[[bytes], bytes], status: int = 200) -> Iterator[str]:
    """A server that answers every POST with `reply`; yields its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = reply(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
