"""Regular expressions that are compiled when they are first used.

    _BREAKS = later("\\r\\n?|[\\x0b\\x0c]")
    _BREAKS.sub("\\n", text)         compiled here

A class of characters beyond Latin takes half a millisecond to compile; a start-up has dozens and uses a few.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Later:
    """Stands for a compiled pattern: each of its methods is there once it was asked for."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, value)
        return value


def later(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What re.compile gives, compiled at the first use; a mistake in the pattern shows then."""
    return cast("re.Pattern[AnyStr]", _Later(pattern, flags))
