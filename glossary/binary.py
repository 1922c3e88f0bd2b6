"""Named sections in one file, mapped into memory and read in place.

    "NASHRA03" · u32 count · (name of 16 bytes, u64 offset, u64 length) … · the sections, each on an eight-byte boundary

Nothing is decoded on opening: a section is a view of the file, an array section a view of 32-bit numbers.
"""

from __future__ import annotations

import mmap
import os
import struct
from typing import TYPE_CHECKING

from corpus.errors import NashraError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

MAGIC = b"NASHRA03"
_HEAD = struct.Struct("<8sI4x")
_ROW = struct.Struct("<16sQQ")


def write(path: Path, sections: Mapping[str, bytes]) -> None:
    """Write sections to a new file. The caller moves it into place."""
    at = _HEAD.size + _ROW.size * len(sections)
    rows, body = [], []
    for name, data in sections.items():
        pad = -at % 8
        body.append(b"\0" * pad)
        at += pad
        rows.append(_ROW.pack(name.encode(), at, len(data)))
        body.append(data)
        at += len(data)
    with path.open("wb") as file:
        file.write(_HEAD.pack(MAGIC, len(sections)) + b"".join(rows) + b"".join(body))


class Sections:
    """The sections of a file, as views into its mapping."""

    def __init__(self, path: str) -> None:
        """Map the file; NashraError if it is not one of ours."""
        try:
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            try:
                self._map = mmap.mmap(handle, 0, access=mmap.ACCESS_READ)
            finally:
                os.close(handle)
            magic, count = _HEAD.unpack_from(self._map)
            if magic != MAGIC:
                raise ValueError("magic")
            self._at = {}
            for i in range(count):
                name, offset, length = _ROW.unpack_from(self._map, _HEAD.size + i * _ROW.size)
                if offset + length > len(self._map):
                    raise ValueError("short")
                self._at[name.rstrip(b"\0").decode()] = (offset, length)
        except (OSError, ValueError, struct.error) as error:
            raise NashraError(
                f"The compiled glossary {path} cannot be read ({error}); install Nashra again."
            ) from None

    def view(self, name: str) -> memoryview:
        """A section's bytes."""
        offset, length = self._at[name]
        return memoryview(self._map)[offset : offset + length]

    def numbers(self, name: str) -> memoryview:
        """A section of 32-bit unsigned numbers."""
        return self.view(name).cast("I")


class Rows:
    """A section of byte strings of any length, with its section of offsets: rows[i] is the i-th."""

    __slots__ = ("_data", "_offsets")

    def __init__(self, sections: Sections, name: str) -> None:
        """Look at the section and at its offsets (`name` + "@")."""
        self._data = sections.view(name)
        self._offsets = sections.numbers(name + "@")

    def __getitem__(self, i: int) -> memoryview:
        return self._data[self._offsets[i] : self._offsets[i + 1]]

    def __len__(self) -> int:
        return len(self._offsets) - 1


def rows(name: str, items: Sequence[bytes]) -> dict[str, bytes]:
    """The two sections that Rows reads."""
    offsets, at = [0], 0
    for item in items:
        at += len(item)
        offsets.append(at)
    return {name: b"".join(items), name + "@": struct.pack(f"<{len(offsets)}I", *offsets)}
