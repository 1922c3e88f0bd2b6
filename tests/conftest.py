"""Every test has a home of its own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """NASHRA_HOME in a folder of the test's own; the current folder too."""
    folder = tmp_path / "home"
    monkeypatch.setenv("NASHRA_HOME", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder
