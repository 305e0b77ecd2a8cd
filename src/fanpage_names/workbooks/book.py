"""A workbook opened with openpyxl, the only library that changes one and keeps what else is in it."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias
from zipfile import ZipFile, is_zipfile

from fanpage_names.errors import UseError
from fanpage_names.workbooks.cells import writable

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import MergedCell
    from openpyxl.cell.cell import Cell

AnyCell: TypeAlias = "Cell | MergedCell"


def is_workbook(path: Path) -> bool:
    """Whether a file is an xlsx or xlsm workbook, whatever it is called."""
    if not is_zipfile(path):
        return False
    with ZipFile(path) as archive:
        return "xl/workbook.xml" in archive.namelist()


def load(path: Path, file: str) -> Workbook:
    """Return a workbook with all that openpyxl can keep of it; external links are kept, never followed.

    Args:
        path: where it is.
        file: the file as it was named on the line.

    Raises:
        UseError: openpyxl cannot read it, though it can be checked.
    """
    from openpyxl import load_workbook

    try:
        with path.open("rb") as stream, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is lost is said by `losses`, in words
            return load_workbook(stream, rich_text=True)
    except (ArithmeticError, AttributeError, LookupError, OSError, SyntaxError, TypeError, ValueError) as error:
        raise unwritable(file) from error


def unwritable(file: str) -> UseError:
    """Return the error for a workbook that can be read, but not written again."""
    return UseError(
        f"{file}: không ghi lại được tệp này; mở bằng Excel, lưu lại rồi thử lần nữa",
        f"{file}: this file cannot be written again; open it in Excel, save it and try once more",
    )


def save(book: Workbook, stream: IO[bytes]) -> None:
    """Write a workbook."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book.save(stream)


def put_text(cell: AnyCell, text: str) -> None:
    """Put a text into a cell: never a formula, no longer than a cell holds, and only letters that XML has."""
    cell.value = writable(text) or None
    if text:
        cell.data_type = "s"
