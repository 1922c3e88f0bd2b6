"""The collector while an article is read: nothing of itself, everything when it is asked, nothing lost afterwards."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from reader.layout.profiles import PLAIN
from reader.tui import tidy
from reader.tui.app import NashraApp
from reader.workspace import Workspace
from tests.tui.test_reading import ARTICLE, SIZE, settled


class Knot:
    """Something only the collector can take away."""

    def __init__(self) -> None:
        self.itself = self


def knot() -> weakref.ref[Knot]:
    return weakref.ref(Knot())


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    tidy.release()


def test_only_what_came_up_since_is_looked_at_and_only_when_asked() -> None:
    before = knot()
    tidy.begin()
    tidy.hold()
    after = knot()
    tidy.sweep()
    assert after() is not None, "too little to be worth a pause"
    many = [knot() for _ in range(tidy.MANY)]
    tidy.sweep()
    assert not any(one() for one in many)
    later = knot()
    tidy.settle()
    assert later() is None
    assert before() is not None
    tidy.release()
    gc.collect()
    assert before() is None


async def test_the_collector_is_given_back_when_the_article_is_left() -> None:
    app = NashraApp(Workspace(), PLAIN, ARTICLE)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert not gc.isenabled()
        await pilot.press("D")
        await pilot.pause()
        assert gc.isenabled()
        await pilot.press("escape")
        await pilot.pause()
        assert not gc.isenabled()
        await pilot.press("q")
        await pilot.pause()
        assert gc.isenabled()
        assert gc.get_freeze_count() == 0
