"""xls workbooks looked through before they are read: a few bytes can ask calamine for more memory than there is.

It lays out as many cells and texts as the records announce, and where memory ends it takes the process with it.

Sources: [MS-CFB] 2.2 (header), 2.3 (FAT), 2.4 (mini FAT), 2.6 (directory); [MS-XLS] 2.4.90 (Dimensions), 2.4.265 (SST).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from fanpage_names.tables.archive import check_extent
from fanpage_names.tables.faults import damaged

_NO_SECTOR = 0xFFFFFFFA
_MINI_SECTOR = 64
_ENTRY = 128
_STREAMS = ("Workbook", "Book")

_DIMENSIONS, _STRINGS, _MANY_NUMBERS = 0x0200, 0x00FC, 0x00BD
_CELLS = frozenset({0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, _MANY_NUMBERS})


def refuse_far_records(content: bytes, file: str) -> None:
    """Refuse an xls workbook whose records announce more than can be laid out.

    Raises:
        UseError: there is such a record, or the file is damaged.
    """
    try:
        for stream in _Compound(content).streams():
            rows, columns = _extent(stream)
            check_extent(file, columns, rows)
    except (struct.error, IndexError, ValueError) as error:
        raise damaged(file) from error


def _extent(stream: bytes) -> tuple[int, int]:
    """Return how many rows and columns the records of a workbook announce; ValueError where texts without end."""
    rows = columns = at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        at += 4
        if kind in _CELLS and size >= 4:
            row, column = struct.unpack_from("<HH", stream, at)
            if kind == _MANY_NUMBERS:
                (column,) = struct.unpack_from("<H", stream, at + size - 2)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind == _DIMENSIONS:
            layout = "<IIHH" if size >= 14 else "<HHHH"
            first_row, last_row, first_column, last_column = struct.unpack_from(layout, stream, at)
            if first_row > last_row or first_column > last_column:
                raise ValueError(at)
            rows, columns = max(rows, last_row), max(columns, last_column)
        elif kind == _STRINGS and struct.unpack_from("<4xI", stream, at)[0] > len(stream):
            raise ValueError(at)
        at += size
    return rows, columns


class _Compound:
    """An OLE container: a file with streams in it, cut into sectors."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        shift, first_directory, self._cutoff, first_mini, next_table = struct.unpack_from("<30xH16xI4xII4xI", content)
        if shift not in (9, 12):
            raise ValueError(shift)
        self._sector = 1 << shift
        tables = list(struct.unpack_from("<109I", content, 76))
        for _ in range(len(content) // self._sector):
            if next_table >= _NO_SECTOR:
                break
            *more, next_table = _numbers(self._at(next_table))
            tables += more
        self._fat = [n for table in tables if table < _NO_SECTOR for n in _numbers(self._at(table))]
        self._directory = self._whole(first_directory)
        self._mini_fat = _numbers(self._whole(first_mini))

    def streams(self) -> Iterator[bytes]:
        """Yield what a workbook's records may be in."""
        entries = [self._directory[at : at + _ENTRY] for at in range(0, len(self._directory), _ENTRY)]
        (root_start,) = struct.unpack_from("<116xI", entries[0])
        for entry in entries:
            length, start, size = struct.unpack_from("<64xH50xII", entry)
            if entry[: max(0, length - 2)].decode("utf-16-le", "replace") in _STREAMS:
                yield self._mini(start, root_start) if size < self._cutoff else self._whole(start)

    def _at(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        return self._content[start : start + self._sector]

    def _whole(self, first: int) -> bytes:
        return b"".join(map(self._at, _chain(first, self._fat)))

    def _mini(self, first: int, root_start: int) -> bytes:
        small = self._whole(root_start)
        starts = (number * _MINI_SECTOR for number in _chain(first, self._mini_fat))
        return b"".join(small[start : start + _MINI_SECTOR] for start in starts)


def _numbers(content: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])


def _chain(first: int, table: Sequence[int]) -> Iterator[int]:
    """Yield the sectors of a chain; one that bites its own tail is ValueError."""
    number = first
    for _ in range(len(table) + 1):
        if number >= _NO_SECTOR:
            return
        yield number
        number = table[number]
    raise ValueError(first)
