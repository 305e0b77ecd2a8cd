"""Zip archives from outside: opened with care, since they may be damaged, locked, or made to burst."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree.ElementTree import ParseError

from fanpage_names.errors import UseError
from fanpage_names.tables.faults import damaged, locked, too_big

_LARGEST = 1 << 30
_LARGE = 1 << 25
_DENSEST = 200
"""Real sheets shrink to a tenth or a fiftieth; a bomb to a thousandth."""

_MOST_CELLS = 32_000_000
"""A reader lays out all cells up to the last one: a lone cell at the far corner would ask for gigabytes."""

_FAR_CELL = re.compile(rb"""r=["'](?!http)(?:[A-Za-z]{2}|[A-Za-z]\d{7})""")
_FILLED_CELL = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\sr=["']([A-Za-z]+)(\d+)["'][^>]*(?<!/)>(?!</)""")
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    ValueError,
)
_CHUNK = 1 << 20
_OVERLAP = 1 << 10


@contextmanager
def opened(path: Path, file: str) -> Iterator[zipfile.ZipFile]:
    """Open an archive whose members, by their declared sizes, are no bomb.

    Declared sizes suffice: readers stop where a member is longer than it says.

    Raises:
        UseError: the archive is damaged, locked or too big.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if any(member.flag_bits & 1 for member in members):
                raise locked(file)
            if len({member.filename for member in members}) < len(members):
                raise damaged(file)  # which of two members is meant, each reader guesses for itself
            if sum(member.file_size for member in members) > _LARGEST or any(
                member.file_size > max(_LARGE, member.compress_size * _DENSEST) for member in members
            ):
                raise too_big(file)
            yield archive
    except _FAULTS as error:
        raise damaged(file) from error


def refuse_far_cells(archive: zipfile.ZipFile, file: str) -> None:
    """Refuse a workbook in which some sheet's cells, used or not, span more than can be laid out.

    Raises:
        UseError: there is such a sheet; the message names its last cell.
    """
    for member in archive.namelist():
        if re.fullmatch(r"xl/worksheets/[^/]+\.xml", member) and _has_far_cells(archive, member):
            check_extent(file, *_extent(archive, member))


def refuse_far_repeats(archive: zipfile.ZipFile, file: str) -> None:
    """Refuse an ods workbook for the same reason: there a few bytes repeat a cell or a row at will.

    Source: OpenDocument 1.3 part 3, 19.678 (`table:number-columns-repeated`) and 19.681 (rows).

    Raises:
        UseError: as `refuse_far_cells`.
    """
    from defusedxml.ElementTree import iterparse

    columns = rows = row = column = 0
    filled = False
    with archive.open("content.xml") as stream:
        for event, element in iterparse(stream, ("start", "end")):
            tag = element.tag.removeprefix(_TABLE)
            if event == "start":
                row = 0 if tag == "table" else row
                column, filled = (0, False) if tag == "table-row" else (column, filled)
            elif tag in ("table-cell", "covered-table-cell"):
                column += int(element.get(_TABLE + "number-columns-repeated", 1))
                if len(element):
                    columns, filled = max(columns, column), True
            elif tag == "table-row":
                row += int(element.get(_TABLE + "number-rows-repeated", 1))
                rows = max(rows, row) if filled else rows
                element.clear()
    check_extent(file, columns, rows)


def check_extent(file: str, columns: int, rows: int) -> None:
    """Refuse a sheet of so many columns and rows where it is more than can be laid out.

    Raises:
        UseError: it is.
    """
    if columns * rows > _MOST_CELLS:
        raise UseError(
            f"{file}: trang tính trải tới {rows} hàng × {columns} cột; xóa ô thừa ngoài bảng rồi lưu lại",
            f"{file}: a sheet spans {rows} rows × {columns} columns; delete what is beyond the table",
        )


def pieces(archive: zipfile.ZipFile, member: str) -> Iterator[bytes]:
    """Yield a member's bytes in pieces that overlap, so that no tag is cut in all of them."""
    with archive.open(member) as stream:
        before = b""
        while piece := stream.read(_CHUNK):
            yield before + piece
            before = piece[-_OVERLAP:]


def _has_far_cells(archive: zipfile.ZipFile, member: str) -> bool:
    return any(map(_FAR_CELL.search, pieces(archive, member)))


def _extent(archive: zipfile.ZipFile, member: str) -> tuple[int, int]:
    """Return the last column and the last row that have a cell with something in it."""
    columns: set[bytes] = set()
    rows = 0
    for piece in pieces(archive, member):
        for letters, row in _FILLED_CELL.findall(piece):
            columns.add(letters)
            rows = max(rows, int(row))
    return max(map(column_number, columns), default=0), rows


def column_number(letters: bytes) -> int:
    """Return the number of a spreadsheet's column, 1 for A."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
