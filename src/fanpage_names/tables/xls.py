"""Reading the sheets of xls workbooks with xlrd.

xlrd gets the records of a workbook alone, taken out of their container here: its own way there can be led in circles.
Defined names are left out, since it computes their formulas.

Source: [MS-XLS] 2.4.150 (Lbl), 2.1.7.20.3 (FilePass).
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.tables.compound import Compound
from fanpage_names.tables.faults import damaged, locked, no_list
from fanpage_names.tables.grid import Record
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.xls_links import links_of
from fanpage_names.tables.xlsx_values import from_serial

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

_STREAMS = ("Workbook", "Book")
_NAME, _FILE_PASS = 0x0018, 0x002F
_UNKNOWN = b"\xff\x7f"


class XlsBook(NamedTuple):
    """A workbook of which no sheet is read yet.

    Attributes:
        book: the library's.
        links: where the cells of each worksheet lead to, as `links_of` gives it.
    """

    book: Book
    links: Sequence[Mapping[int, Mapping[int, str]]]


def xls_book(content: bytes, file: str) -> XlsBook:
    """Return a workbook.

    Raises:
        UseError: it is damaged, locked, or no workbook.
    """
    from xlrd import open_workbook

    with _faults(file):
        if _as_stored("EncryptedPackage") in content:
            raise locked(file)
        if _as_stored("WordDocument") in content:
            raise no_list(file, Text("tệp Word cũ (.doc)", "an old Word document (.doc)"))
        container = Compound(content)
        name = next(name for name in _STREAMS if name in container.names)
        records = _without_names(container.stream(name), file)
        book = open_workbook(file_contents=records, logfile=io.StringIO(), on_demand=True, ragged_rows=True)
        return XlsBook(book, links_of(records))


def _as_stored(name: str) -> bytes:
    """Return the name of a stream as the directory of a container has it."""
    return name.encode("utf-16-le")


def _without_names(stream: bytes, file: str) -> bytes:
    records = bytearray(stream)
    at = 0
    while at + 4 <= len(records):
        kind, size = struct.unpack_from("<HH", records, at)
        if kind == _FILE_PASS:
            raise locked(file)
        if kind == _NAME:
            records[at : at + 2] = _UNKNOWN
        at += 4 + size
    return bytes(records)


def xls_records(book: Book, name: str, budget: Budget) -> tuple[bool, Iterator[Record]]:
    """Return whether a sheet's tab is shown, and its rows as `xlsx.sheet_records` gives them.

    Raises:
        UseError: the sheet is damaged; while reading: it is more than can be laid out.
    """
    with _faults(budget.file):
        sheet = book.sheet_by_name(name)
        book.unload_sheet(name)  # from the book's memory: it is kept here as long as it is read
        return sheet.visibility == 0, _records(sheet, book.datemode, budget)


def _records(sheet: Sheet, datemode: int, budget: Budget) -> Iterator[Record]:
    last = 0
    for number in range(1, sheet.nrows + 1):
        types, values = sheet.row_types(number - 1), sheet.row_values(number - 1)
        cells = [_value(kind, value, datemode) for kind, value in zip(types, values, strict=True)]
        while cells and cells[-1] == "":
            cells.pop()
        if cells:
            texts = [cell for cell in cells if isinstance(cell, str)]
            budget.row(number, len(cells) - texts.count(""), len(cells), sum(map(len, texts)))
            if number > last + 1:
                yield last + 1, ()
            yield number, cells
            last = number


def _value(kind: int, value: object, datemode: int) -> object:
    from xlrd import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_NUMBER, XL_CELL_TEXT

    if kind == XL_CELL_DATE and isinstance(value, float):
        return from_serial(value, from_1904=bool(datemode))
    if kind == XL_CELL_BOOLEAN:
        return bool(value)
    return value if kind in (XL_CELL_TEXT, XL_CELL_NUMBER) else ""


@contextmanager
def _faults(file: str) -> Iterator[None]:
    """Turn whatever the library makes of a damaged workbook into an error of use; it has no one error for that."""
    try:
        yield
    except UseError:
        raise
    except Exception as error:
        raise damaged(file) from error
