"""Every test has a home of its own, and the strings that hypothesis tries are the same in every run.

What is handed in is judged by the same cases each time; `make fuzz` (HYPOTHESIS_PROFILE=fuzz) looks for new ones.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("fuzz", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """NASHRA_HOME in a folder of the test's own; the current folder too."""
    folder = tmp_path / "home"
    monkeypatch.setenv("NASHRA_HOME", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder
