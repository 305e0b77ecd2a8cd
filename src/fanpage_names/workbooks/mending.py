"""A copy of a workbook or document in which only cells with names and links are written anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path
from typing import IO, NamedTuple
from zipfile import ZipFile

from fanpage_names.lang import Text
from fanpage_names.rows import Row
from fanpage_names.tables.archive import opened
from fanpage_names.tables.formats import late
from fanpage_names.tables.grid import ReadOptions, Recognise, Role
from fanpage_names.tables.log import ReadingLog
from fanpage_names.tables.mending import Copied, MendedUnlessHeld, changed_cells
from fanpage_names.tables.package import DOCUMENT, WORKBOOK
from fanpage_names.tables.reading import read_sheets
from fanpage_names.workbooks.cells import NewCell, NewCells
from fanpage_names.workbooks.copying import write_copy
from fanpage_names.workbooks.formulas import Formulas, xlsx_formulas
from fanpage_names.workbooks.losses import signed

_HERE = __package__

MendedRow = tuple[Row, Row]
"""A row, and what it should be."""


class Mender(NamedTuple):
    """What files of one kind are mended by.

    Attributes:
        endings: what their names end in.
        formulas: gives the cells that hold formulas, by sheet.
        mend: gives the parts in which cells are written anew.
    """

    endings: tuple[str, ...]
    formulas: Callable[[ZipFile, str], Mapping[str, Formulas]]
    mend: Callable[[ZipFile, str, NewCells], Mapping[str, bytes]]


_XLSX = Mender((".xlsx", ".xlsm"), xlsx_formulas, late(f"{_HERE}.xlsx_cells", "mend_xlsx"))
_DOCX = Mender((".docx",), lambda *_: {}, late(f"{_HERE}.docx_cells", "mend_docx"))
_ODS = Mender((".ods",), late(f"{_HERE}.ods_cells", "ods_formulas"), late(f"{_HERE}.ods_cells", "mend_ods"))


def _mender(archive: ZipFile) -> Mender:
    members = archive.namelist()
    return _DOCX if DOCUMENT in members else _XLSX if WORKBOOK in members else _ODS


def is_package(source: str) -> bool:
    """Whether a file begins as the workbooks and documents do that can be written anew."""
    with suppress(OSError), Path(source).open("rb") as stream:  # reading the names says what is wrong
        return stream.read(4) == b"PK\x03\x04"
    return False


def ending_of(source: str) -> str:
    """Return what a copy's name ends in: as its source, or what its content asks for.

    Raises:
        UseError: the source is damaged.
    """
    with opened(Path(source), source) as archive:
        endings = _mender(archive).endings
    ending = Path(source).suffix.lower()
    return ending if ending in endings else endings[0]


def changes(
    source: str, options: ReadOptions, recognise: Recognise, mended: MendedUnlessHeld, log: ReadingLog | None = None
) -> Iterator[MendedRow]:
    """Yield the rows of a workbook or document in which something changes; what a formula makes stays.

    Raises:
        UseError: as `read_sheets`.
    """
    sheets = read_sheets(source, options, recognise, log)
    first = next(sheets, None)  # reading says what is wrong with a file
    if first is None:
        return
    with opened(Path(source), source) as archive:
        formulas = _mender(archive).formulas(archive, source)
    for layout, rows in chain([first], sheets):
        held = partial(_held, formulas.get(layout.sheet or "", Formulas(())))
        for row, new in mended(rows, held):
            if new != row:
                yield row, new


def _held(formulas: Formulas, row: Row) -> frozenset[Role]:
    roles: tuple[Role, ...] = ("name", "link")
    return frozenset(one for one in roles if one in row.columns and formulas.at(row.row, row.columns[one]))


def as_pieces(changed: Iterable[MendedRow]) -> Iterator[Copied]:
    """Yield what changes as lines: a line for each row, "name | link" where there is a link."""
    for row, new in changed:
        yield Copied(row.row, *(" | ".join(filter(None, (one.name, one.link))) + "\n" for one in (row, new)))


def write_mended(source: str, changed: Iterable[MendedRow], stream: IO[bytes]) -> tuple[Text, ...]:
    """Write the file at `source` with the changes made.

    Args:
        source: the file as it was named on the line.
        changed: what is to be changed.
        stream: gets the bytes.

    Returns:
        What the file holds that the copy has not.

    Raises:
        UseError: the file is damaged.
    """
    path = Path(source)
    cells: dict[str, list[NewCell]] = {}
    for row, new in changed:
        wanted = cells.setdefault(row.sheet or "", [])
        for column, text in changed_cells(row, new).items():
            leads = column == row.columns.get("link")
            old = (row.link or "") if leads else row.name
            wanted.append(NewCell(row.row, column, old, text, leads))
    with opened(path, source) as archive:
        parts = _mender(archive).mend(archive, source, cells) if cells else {}
    write_copy(path, source, parts, stream)
    return signed(path)
