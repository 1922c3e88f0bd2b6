"""Named sections in one file: the small ones mapped into memory, the large ones read string by string.

    head · a row (name of 16 bytes, offset, length) for each section · sections that are mapped · sections that are not

Nothing is decoded on opening. What is mapped and looked at stays in a process's memory with all that lies around it, and
a text has rare words enough to touch every page of a large section; so those are read with one call for a string, where
the system can, and mapped where it cannot.
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

MAGIC = b"NASHRA05"
_HEAD = struct.Struct("<8sIIQ")
"""Magic, count of sections, nothing, length of the part that is mapped."""
_ROW = struct.Struct("<16sQQ")
_GUESS = 124
"""Bytes read at once: more than most strings have."""
MANY, HEAD = 100, 1 << 18
"""Strings read one by one before the first HEAD bytes of the section are read."""
_pread = getattr(os, "pread", None)


def write(path: Path, sections: Mapping[str, bytes]) -> None:
    """Write sections to a new file; those whose name begins with a capital are not mapped. The caller moves it in place."""
    names = sorted(sections, key=lambda name: name[0].isupper())
    at = _HEAD.size + _ROW.size * len(names)
    mapped = 0
    rows, body = [], []
    for name in names:
        data = sections[name]
        if name[0].isupper() and not mapped:
            mapped = at
        pad = -at % 8
        at += pad
        rows.append(_ROW.pack(name.encode(), at, len(data)))
        body += [b"\0" * pad, data]
        at += len(data)
    with path.open("wb") as file:
        file.write(_HEAD.pack(MAGIC, len(names), 0, mapped or at) + b"".join(rows) + b"".join(body))


class Sections:
    """The sections of a file."""

    def __init__(self, path: str) -> None:
        """Open the file; NashraError if it is not one of ours."""
        self.handle = -1
        try:
            self.handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            size = os.fstat(self.handle).st_size
            magic, count, _, mapped = _HEAD.unpack(os.read(self.handle, _HEAD.size))
            if magic != MAGIC or mapped > size:
                raise ValueError("not an index of this version")
            whole = size if _pread is None else mapped
            self._map = mmap.mmap(self.handle, whole, access=mmap.ACCESS_READ)
            self._at: dict[str, tuple[int, int]] = {}
            for i in range(count):
                name, offset, length = _ROW.unpack_from(self._map, _HEAD.size + i * _ROW.size)
                if offset + length > size:
                    raise ValueError("cut short")
                self._at[name.rstrip(b"\0").decode()] = (offset, length)
        except (OSError, ValueError, struct.error) as error:
            raise NashraError(
                f"The compiled glossary {path} cannot be read ({error}); install Nashra again."
            ) from None

    def __del__(self) -> None:
        """Let go of the file; the mapping goes by itself."""
        if self.handle >= 0:
            os.close(self.handle)

    def view(self, name: str) -> memoryview:
        """The bytes of a section that is mapped."""
        offset, length = self._at[name]
        return memoryview(self._map)[offset : offset + length]

    def numbers(self, name: str) -> memoryview:
        """A mapped section of 32-bit unsigned numbers."""
        return self.view(name).cast("I")

    def read(self, name: str) -> bytes:
        """The whole of a section."""
        offset, length = self._at[name]
        return self.at(offset, length)

    def at(self, offset: int, length: int) -> bytes:
        """Some bytes of the file."""
        if _pread is None:
            return self._map[offset : offset + length]
        data: bytes = _pread(self.handle, length, offset)
        return data

    def start(self, name: str) -> int:
        """Where a section begins."""
        return self._at[name][0]


class Rows:
    """Byte strings of any length: rows[i] is the i-th. They lie in an order of their own, each after its length.

    The first HEAD bytes, where the heavy ones stand, are read at once when it turns out that many strings are wanted.
    """

    __slots__ = ("_at", "_head", "_offsets", "_read", "_wanted", "_within")

    def __init__(self, sections: Sections, name: str) -> None:
        """Look at the section (whose name is a capital letter's) and map its offsets (`name` + "@")."""
        self._read = sections.at
        self._at = sections.start(name.capitalize())
        self._offsets = sections.numbers(name + "@")
        self._head, self._within, self._wanted = b"", 0, 0

    def __getitem__(self, i: int) -> bytes:
        at = self._offsets[i]
        if at < self._within:
            head = self._head
            end = at + 3 + head[at] + (head[at + 1] << 8) + (head[at + 2] << 16)
            if end <= len(head):
                return head[at + 3 : end]
        self._wanted += 1
        if self._wanted == MANY:
            self._head = self._read(self._at, HEAD)
            self._within = len(self._head) - 3
        read = self._read(self._at + at, _GUESS)
        size = read[0] + (read[1] << 8) + (read[2] << 16) + 3
        return (read if size <= _GUESS else self._read(self._at + at, size))[3:size]

    def __len__(self) -> int:
        return len(self._offsets)


def rows(name: str, items: Sequence[bytes], weights: Sequence[float] | None = None) -> dict[str, bytes]:
    """The two sections that Rows reads; with weights, the heavy ones stand together in front."""
    order = range(len(items)) if weights is None else sorted(range(len(items)), key=lambda i: -weights[i])
    offsets, made, at = [0] * len(items), [], 0
    for i in order:
        offsets[i] = at
        size = len(items[i])
        made.append(struct.pack("<HB", size & 0xFFFF, size >> 16) + items[i])
        at += size + 3
    return {name.capitalize(): b"".join(made), name + "@": struct.pack(f"<{len(offsets)}I", *offsets)}
