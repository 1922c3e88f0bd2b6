"""Python's garbage collector, made to work when no key can meet it: a full collection takes longer than a key may.

    hold()       from here on nothing is collected by itself; what there is stays, and is not looked at again
    sweep()      what came up since, if it is much: a few milliseconds, between two keys
    settle()     all that came up since; what is left is not looked at again. When the keys rest
    release()    as Python does it by itself: everything may be collected

Drawing a row leaves a few dozen objects in cycles, so memory would grow without a sweep now and then.
"""

from __future__ import annotations

import gc

MANY = 3_000
"""Objects that are swept in about two milliseconds."""


def hold() -> None:
    """Collect nothing by itself; take what there is now as there to stay."""
    gc.disable()
    gc.freeze()


def sweep() -> None:
    """Collect the youngest if there are many."""
    if not gc.isenabled() and gc.get_count()[0] > MANY:
        gc.collect(0)


def settle() -> None:
    """Collect all that is not frozen, and freeze the rest."""
    if not gc.isenabled():
        gc.collect()
        gc.freeze()


def release() -> None:
    """Let go of what was frozen, and collect as ever."""
    gc.unfreeze()
    gc.enable()
