"""Work for the time between two keys, in slices so short that a key that comes meanwhile does not notice.

idle = Idle(widget)
idle.add("rest of the rows", step)     step() does a little, and says whether there is more; called from a timer
idle.touch()                           a key has come: nothing is done until its answer is on the screen

What was added first is done first, if nothing else is said. Adding a name again puts another step in its place.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer
    from textual.widget import Widget

SLICE = 0.003
"""Seconds of work at a time. One step may take longer: it should not take much longer."""
GAP = 0.002
"""Seconds between two slices, for keys to come between."""
ANSWER = 0.02
"""Seconds that a key has for itself."""


class Idle:
    """Steps that wait for nothing to happen on the screen of a widget."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._steps: dict[str, Callable[[], bool]] = {}
        self._timer: Timer | None = None
        self._free = 0.0

    def add(self, name: str, step: Callable[[], bool], *, first: bool = False) -> None:
        """Do this too, until it says that there is no more; first: before what waits."""
        if first:
            self._steps = {name: step, **{n: s for n, s in self._steps.items() if n != name}}
        else:
            self._steps[name] = step
        self._wait(GAP)

    def drop(self, name: str) -> None:
        """Do it no longer."""
        self._steps.pop(name, None)

    def touch(self) -> None:
        """Leave the next moment to a key."""
        self._free = monotonic() + ANSWER

    def _wait(self, seconds: float) -> None:
        if self._timer is None and self._widget.is_attached:
            self._timer = self._widget.set_timer(seconds, self._work)

    def _work(self) -> None:
        self._timer = None
        if not self._widget.is_attached:
            return
        now = monotonic()
        if now < self._free:
            self._wait(self._free - now)
            return
        while self._steps and monotonic() < now + SLICE:
            name, step = next(iter(self._steps.items()))
            if not step() and self._steps.get(name) is step:
                del self._steps[name]
        if self._steps:
            self._wait(GAP)
