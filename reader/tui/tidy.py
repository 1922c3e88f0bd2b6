"""Python's garbage collector, made to work when no key can meet it: a full collection takes longer than a key may.

    begin()      all that was imported is there to stay: it is not looked at again
    hold()       from here on nothing is collected by itself
    sweep()      what came up since, if it is much: a few milliseconds, between two keys
    settle()     all that came up since; what is left is not looked at again. When the keys rest
    release()    as Python does it by itself: everything may be collected

Drawing a row leaves a few dozen objects in cycles, so memory would grow without a sweep now and then.
"""

from __future__ import annotations

import gc

MANY = 3_000
"""Objects that are swept in about two milliseconds."""
OFTEN = 5
"""Sweeps after which a deeper one follows."""


def begin() -> None:
    """Take what there is now as there to stay."""
    gc.freeze()


def hold() -> None:
    """Collect nothing by itself."""
    gc.disable()


def sweep() -> None:
    """Collect the youngest if there are many; after some times also what outlived those."""
    young, times, _ = gc.get_count()
    if not gc.isenabled() and young > MANY:
        gc.collect(1 if times >= OFTEN else 0)


def settle() -> None:
    """Collect all that is not frozen, and freeze the rest."""
    if not gc.isenabled():
        gc.collect()
        gc.freeze()


def release() -> None:
    """Let go of what was frozen, and collect as ever."""
    gc.unfreeze()
    gc.enable()
