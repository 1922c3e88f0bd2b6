from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.anki.client import Client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Client]:
    client = Client(tmp_path)
    yield client
    client.close()


@pytest.fixture(params=["dialog", "connect"])
def each_way(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Client]:
    """Anki importing by hand, and through AnkiConnect, whose options are different."""
    client = Client(tmp_path, connect=request.param == "connect")
    yield client
    client.close()
