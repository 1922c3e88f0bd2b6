"""Which terminal this is, when it does not tell: the ways of sending a line between which its reader decides.

question = Question.of(detection, settings, os.environ)     None: certain, chosen, or answered before
question.ways                                               (kitty, plain, kitty-split)
question.answer(PROFILES["plain"])                          kept for the next time
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.layout.detect import detect
from reader.layout.profiles import PROFILES, inside
from reader.settings import Settings, bidi_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.layout.detect import Detection
    from reader.layout.profiles import Profile

_OTHERS = {"kitty": ("plain", "kitty-split"), "apple": ("islands", "plain"), "islands": ("plain", "kitty")}
"""Beside the profile that was guessed. All others send the same line as plain, and differ in what they switch."""
_ELSE = ("islands", "kitty")


class Question(NamedTuple):
    """Which of these lines reads correctly?"""

    ways: tuple[Profile, ...]
    """The guess first."""
    keep: Callable[[str], None]
    """Keeps the name of the profile chosen."""

    def answer(self, chosen: Profile) -> None:
        """Keep what the reader chose."""
        self.keep(chosen.name)


def ways(found: Detection) -> tuple[Profile, ...]:
    """Three profiles whose lines differ, the guess first."""
    others = _OTHERS.get(found.profile.name, _ELSE)
    return (found.profile, *(inside(PROFILES[name], found.multiplexer) for name in others))


def settled(
    found: Detection, settings: Callable[[], Settings], env: Mapping[str, str]
) -> tuple[Profile, Question | None]:
    """The profile to begin with, and the question to ask first; None where nothing is open."""
    if found.certain:
        return found.profile, None
    kept, name = settings(), bidi_name(found, env)
    answer = kept.get(name)
    if answer in PROFILES:
        return detect(env, choice=answer).profile, None
    return found.profile, Question(ways(found), lambda chosen: kept.set(name, chosen))
