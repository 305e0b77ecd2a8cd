"""Reading workbooks: xlsx, xlsm, xls and ods, with python-calamine.

Calamine reads all four, ten times as fast as openpyxl, and neither runs macros nor follows links.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from fanpage_names.errors import UseError
from fanpage_names.tables.faults import damaged, locked
from fanpage_names.tables.grid import Grid, Record, Targets, no_targets
from fanpage_names.tables.headings import words

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def workbook_grids(
    path: Path, file: str, sheet: str | None, targets: Callable[[str], Targets] = lambda _: no_targets
) -> Iterator[Grid]:
    """Yield the sheets of a workbook: the visible ones, or the one named.

    Args:
        path: where the file is.
        file: the file as it was named on the line.
        sheet: the one sheet asked for; None for all.
        targets: gives for a sheet's name where its cells lead to.

    Raises:
        UseError: the workbook is damaged or locked, or has no sheet of that name.
    """
    from python_calamine import CalamineWorkbook

    with _faults(file), path.open("rb") as stream:
        book = CalamineWorkbook.from_filelike(stream)
    if not book.sheet_names:
        raise damaged(file)
    for name in _wanted_sheets(book, sheet, file):
        with _faults(file):
            found = book.get_sheet_by_name(name)
        yield Grid(file, name, _records(found), targets=targets(name))


def _wanted_sheets(book: CalamineWorkbook, told: str | None, file: str) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    if told is None:
        return [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        ]
    return [chosen_name(book.sheet_names, told, file)]


def chosen_name(names: list[str], told: str, file: str) -> str:
    """Return the one of the sheets' (or tables') names that somebody told, by name or by number from 1.

    Raises:
        UseError: there is no such sheet; the message lists them.
    """
    for name in names:
        if told == name or words(told) == words(name):
            return name
    if told.isdecimal() and 0 < int(told) <= len(names):
        return names[int(told) - 1]
    known = ", ".join(f"'{name}'" for name in names)
    raise UseError(
        f"{file}: không có trang tính '{told}'; hiện có: {known}",
        f"{file}: no sheet '{told}'; it has: {known}",
    )


def _records(sheet: CalamineSheet) -> Iterator[Record]:
    """Yield all rows from row 1 on, the cells from column A on: calamine leaves out unused columns."""
    before = ("",) * (sheet.start[1] if sheet.start else 0)
    rows = enumerate(sheet.iter_rows(), 1)
    return ((number, (*before, *cells)) for number, cells in rows) if before else rows


@contextmanager
def _faults(file: str) -> Iterator[None]:
    """Turn what calamine makes of a damaged workbook into errors of use: exceptions, panics in xls files."""
    from python_calamine import CalamineError, PasswordError

    try:
        with _silent_stderr():
            yield
    except PasswordError as error:
        raise locked(file) from error
    except CalamineError as error:
        raise damaged(file) from error
    except BaseException as error:
        # A panic in Rust is no Exception, and its class cannot be imported.
        if type(error).__name__ == "PanicException":
            raise damaged(file) from error
        raise


@contextmanager
def _silent_stderr() -> Iterator[None]:
    """Send file descriptor 2 to nowhere for a while: Rust writes its panics there before they are raised."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(nowhere)
        os.close(kept)
