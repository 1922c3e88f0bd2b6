"""What a person may set in config.toml. Unknown keys and wrong values are said, not ignored.

bidi = "auto"       # or plain, vte, konsole, mlterm, kitty, kitty-split, islands, alacritty, foot, apple
measure = 72        # the widest line of an article, in cells
vowels = true       # show the vowels that a text has
machine_vowels = false # imported articles get vowels by machine (extra tashkeel)
translation = false # open articles with the translation under each sentence
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from corpus.errors import NashraError
from reader.choices import BIDI
from reader.paths import config_dir

if TYPE_CHECKING:
    from pathlib import Path


class Config(NamedTuple):
    """The settings, checked."""

    bidi: str = "auto"
    measure: int = 72
    vowels: bool = True
    machine_vowels: bool = False
    translation: bool = False
    cards: str = "newspaper"
    typed: bool = False
    device_voice: bool = sys.platform != "linux"
    """Linux mostly has no Arabic voice, and Anki then says so on every card."""
    audio: bool = False
    voice: str = "espeak"
    audio_sentences: bool = True
    anki_address: str = "http://127.0.0.1:8765"
    anki_key: str = ""
    anki_colours: bool = True


def load(path: Path | None = None) -> Config:
    """Read config.toml; without the file, the defaults. NashraError names the file, the key and what may stand there."""
    path = path or config_dir() / "config.toml"
    if not path.exists():
        return Config()
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NashraError(f"cannot read {path}: {error}") from error
    kinds = {name: type(default) for name, default in Config._field_defaults.items()}
    for key, value in data.items():
        if key not in kinds:
            raise NashraError(f"{path}: unknown setting {key!r}; there are {', '.join(kinds)}")
        if type(value) is not kinds[key]:
            raise NashraError(f"{path}: {key} must be {kinds[key].__name__}, not {value!r}")
    config = Config(**data)
    if config.bidi not in BIDI:
        raise NashraError(f"{path}: bidi must be one of {', '.join(BIDI)}, not {config.bidi!r}")
    if not 20 <= config.measure <= 400:
        raise NashraError(f"{path}: measure must be between 20 and 400 cells, not {config.measure}")
    return config
