"""Work between keys: in its order, to its end, and not in a key's way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widget import Widget

from reader.tui import idle as module
from reader.tui.idle import Idle


class Bare(App[None]):
    def compose(self) -> list[Widget]:
        return [Widget()]


def steps(said: list[str], name: str, count: int) -> Callable[[], bool]:
    """A step that is done after so many times."""
    left = [count]

    def step() -> bool:
        said.append(name)
        left[0] -= 1
        return left[0] > 0

    return step


async def until(pilot: Pilot[None], done: Callable[[], bool]) -> None:
    for _ in range(100):
        await pilot.pause(0.01)
        if done():
            return
    raise AssertionError("it was never done")


async def test_what_comes_first_is_done_first_and_everything_is_done() -> None:
    async with Bare().run_test() as pilot:
        said: list[str] = []
        idle = Idle(pilot.app.query_one(Widget))
        idle.add("rows", steps(said, "rows", 3))
        idle.add("terms", steps(said, "terms", 2))
        idle.add("warm", steps(said, "warm", 2), first=True)
        idle.add("never", steps(said, "never", 2))
        idle.drop("never")
        await until(pilot, lambda: len(said) == 7)
        assert said == ["warm"] * 2 + ["rows"] * 3 + ["terms"] * 2
        idle.add("rows", steps(said, "again", 1))
        await until(pilot, lambda: said[-1] == "again")


async def test_a_step_that_puts_another_in_its_place_is_followed_by_it() -> None:
    async with Bare().run_test() as pilot:
        said: list[str] = []
        idle = Idle(pilot.app.query_one(Widget))

        def first() -> bool:
            idle.add("rows", steps(said, "second", 2))
            return False

        idle.add("rows", first)
        await until(pilot, lambda: said == ["second"] * 2)


async def test_a_key_has_the_next_moment_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    async with Bare().run_test() as pilot:
        said: list[str] = []
        idle = Idle(pilot.app.query_one(Widget))
        idle.touch()
        idle.add("rows", steps(said, "rows", 1))
        await pilot.pause(0.1)
        assert said == []
        now[0] += 1
        await until(pilot, lambda: said == ["rows"])
