"""OLE containers: files with streams in them, cut into sectors that lead to each other.

A file may say that a sector leads back to itself; no chain here is longer than the file has sectors.

Source: [MS-CFB] 2.2 (header), 2.3 (FAT), 2.4 (mini FAT), 2.6 (directory).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

_NO_SECTOR, _FREE = 0xFFFFFFFA, 0xFFFFFFFF
_MINI_SECTOR = 64
_ENTRY = 128


class _Stream(NamedTuple):
    start: int
    size: int


class Compound:
    """An OLE container.

    Args:
        content: its bytes.

    Raises:
        ValueError, struct.error, IndexError: it is damaged; so do the methods.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        shift, first_directory, self._cutoff, first_mini, next_table = struct.unpack_from("<30xH16xI4xII4xI", content)
        if shift not in (9, 12):
            raise ValueError(shift)
        self._sector = 1 << shift
        self._count = len(content) // self._sector + 1
        tables = [number for number in struct.unpack_from("<109I", content, 76) if number < _NO_SECTOR]
        seen: set[int] = set()
        while next_table < _NO_SECTOR:
            if next_table in seen:
                raise ValueError(next_table)
            seen.add(next_table)
            *more, next_table = _numbers(self._at(next_table))
            tables += [number for number in more if number < _NO_SECTOR]
        if len(set(tables)) < len(tables):
            raise ValueError(first_directory)
        self._fat = [number for table in tables for number in _numbers(self._at(table))]
        there = -(-len(content) // self._sector) - 1
        if any(number != _FREE for number in self._fat[there:]):
            raise ValueError(there)  # the file was cut short
        directory = self._whole(first_directory)
        self._mini_fat = _numbers(self._whole(first_mini))
        self._streams = dict(_entries(directory))
        (self._root_start,) = struct.unpack_from("<116xI", directory)

    @property
    def names(self) -> Mapping[str, object]:
        """The streams and folders by their names."""
        return self._streams

    def stream(self, name: str) -> bytes:
        """Return what is in a stream of the container."""
        start, size = self._streams[name]
        content = self._mini(start) if size < self._cutoff else self._whole(start)
        if len(content) < size:
            raise ValueError(size)
        return content[:size]

    def _at(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        return self._content[start : start + self._sector]

    def _whole(self, first: int) -> bytes:
        return b"".join(map(self._at, _chain(first, self._fat, self._count)))

    def _mini(self, first: int) -> bytes:
        small = self._whole(self._root_start)
        starts = (number * _MINI_SECTOR for number in _chain(first, self._mini_fat, len(small) // _MINI_SECTOR + 1))
        return b"".join(small[start : start + _MINI_SECTOR] for start in starts)


def _entries(directory: bytes) -> Iterator[tuple[str, _Stream]]:
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, start, size = struct.unpack_from("<64xH50xII", directory, at)
        name = directory[at : at + min(64, max(0, length - 2))].decode("utf-16-le", "replace")
        yield name, _Stream(start, size)


def _numbers(content: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])


def _chain(first: int, table: Sequence[int], most: int) -> Iterator[int]:
    """Yield the sectors of a chain; one that bites its own tail is ValueError."""
    number = first
    for _ in range(most):
        if number >= _NO_SECTOR:
            return
        yield number
        number = table[number]
    raise ValueError(first)
