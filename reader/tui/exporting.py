"""What is asked before the deck is written: which words, which cards, as what. No widget is seen here.

form = Form.remembered(desk.settings, desk.config, article="arms-to-russia", kept=120)
form.rows()            [Row("words", "120 kept"), …]
form.turn(2)           the answer under the cursor becomes the next one
form.choice()          for reader.outgoing
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.anki.schema import CARD_KINDS
from reader.outgoing import Choice, options

if TYPE_CHECKING:
    from textual.screen import Screen

    from reader.config import Config
    from reader.outgoing import Options
    from reader.settings import Settings

SETTING = "export"
FORMATS = {
    ".apkg": "Anki deck",
    ".tsv": "table (.tsv) for Anki's File, Import",
    ".csv": "table (.csv) for a spreadsheet",
    ".html": "list to print (.html)",
}
MOST = (20, 50, 100, 200)
KINDS = {
    "newspaper": "the sentence as printed  →  the meaning",
    "production": "the English  →  the Arabic",
    "cloze": "the sentence with a gap  →  the word",
    "listening": "the word heard  →  the word and its meaning",
}
TYPED, AUDIO, VOICE = "typed", "audio", "voice"
EXTRAS = {
    TYPED: "production asks for the word to be typed",
    AUDIO: "sound of its own, by espeak-ng",
    VOICE: "else the device reads aloud (rare on Linux)",
}


class Row(NamedTuple):
    """One question with its answer."""

    name: str
    said: str
    on: bool | None = None
    """For a box to tick; None where there are several answers."""
    quiet: bool = False
    """It does not matter for the answers above."""


@dataclass(slots=True)
class Form:
    """The answers so far."""

    article: str | None = None
    """Its words are one of the choices."""
    kept: int = 0
    kept_here: int = 0
    words: str = "all"
    """all, article, or a number of words most worth learning."""
    format: str = ".apkg"
    ticked: set[str] = field(default_factory=set)
    pushing: bool = False
    """Into Anki, not into a file."""

    @classmethod
    def remembered(cls, settings: Settings, config: Config, **facts: object) -> Form:
        """The cards chosen the last time, else those of config.toml."""
        made = cls(**facts)  # type: ignore[arg-type]
        answer = settings.get(SETTING)
        if answer is None:
            answer = (
                f"{config.cards} {TYPED * config.typed} {AUDIO * config.audio} {VOICE * config.device_voice}"
            )
        known = {*CARD_KINDS, *EXTRAS}
        made.ticked = {name for name in answer.replace(",", " ").split() if name in known}
        if made.article is not None:
            made.words = "article"
        return made

    def remember(self, settings: Settings) -> None:
        """For the next time."""
        settings.set(SETTING, " ".join(sorted(self.ticked)))

    def rows(self) -> list[Row]:
        """The questions in order."""
        rows = [Row("words", self._words_said())]
        if not self.pushing:
            rows.append(Row("as", FORMATS[self.format]))
        quiet = self.format != ".apkg"
        rows += [Row(kind, said, kind in self.ticked, quiet) for kind, said in KINDS.items()]
        rows.append(Row(TYPED, EXTRAS[TYPED], TYPED in self.ticked, quiet or "production" not in self.ticked))
        said = EXTRAS[AUDIO] if can_speak() else 'sound of its own: pip install "nashra[audio]" first'
        rows.append(Row(AUDIO, said, AUDIO in self.ticked and can_speak(), quiet or not can_speak()))
        rows.append(Row(VOICE, EXTRAS[VOICE], VOICE in self.ticked, quiet))
        return rows

    def turn(self, index: int, by: int = 1) -> None:
        """Another answer to one question."""
        row = self.rows()[index]
        if row.on is not None:
            self.ticked ^= {row.name}
        elif row.name == "words":
            ways = self._ways()
            self.words = ways[(ways.index(self.words) + by) % len(ways)]
        else:
            ways = list(FORMATS)
            self.format = ways[(ways.index(self.format) + by) % len(ways)]

    def choice(self) -> Choice:
        """Which words."""
        articles = (self.article,) if self.words == "article" and self.article else ()
        return Choice(articles, limit=int(self.words) if self.words.isdecimal() else None)

    def options(self, config: Config) -> Options:
        """What is made of them. NashraError if no kind of card is ticked."""
        config = config._replace(
            typed=TYPED in self.ticked,
            audio=AUDIO in self.ticked and can_speak(),
            device_voice=VOICE in self.ticked,
        )
        return options(config, [kind for kind in CARD_KINDS if kind in self.ticked])

    def path(self, folder: Path) -> Path:
        """The file: named after the article when it is the article's words."""
        name = self.article if self.words == "article" and self.article else "nashra"
        return folder / f"{name}{self.format}"

    def _ways(self) -> list[str]:
        here = ["article"] if self.article is not None else []
        return [*here, "all", *(str(most) for most in MOST if most < self.kept)]

    def _words_said(self) -> str:
        if self.words == "article":
            return f"the {self.kept_here} kept in this article"
        return f"all {self.kept} kept" if self.words == "all" else f"the {self.words} most worth learning"


def can_speak() -> bool:
    """Whether the audio extra is installed."""
    return all(find_spec(name) is not None for name in ("espeakng_loader", "lameenc"))


def export(screen: Screen[None], articles: tuple[str, ...] = (), *, pushing: bool = False) -> None:
    """Ask how, then write the words kept into the folder that the reader was started in, or push them into Anki."""
    from reader.tui.screens.exporting import ExportScreen

    screen.app.push_screen(ExportScreen(articles[0] if articles else None, Path.cwd(), pushing=pushing))
