"""A list of another kind (csv, text, ods, xls, docx) laid out as a workbook: every row where it is in the file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from io import BytesIO
from typing import IO, TYPE_CHECKING

from fanpage_names.links import is_address
from fanpage_names.tables.grid import Grid, Linked, ReadOptions, Recognise, cell_text
from fanpage_names.tables.reading import grids
from fanpage_names.tables.writing import printable
from fanpage_names.tables.xlsx_writing import MAX_TEXT

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_NAME = "Danh sách"
_LONGEST_NAME = 31
_NOT_IN_NAMES = str.maketrans("[]:*?/\\'", "        ")
_WIDTHS = (8, 40)
"""Columns are as wide as their texts, within these."""

_LINE, _MOST_LINES = 15, 27
"""The height of a line, in points; Excel has no higher rows than so many."""


def lay_out(source: str, options: ReadOptions, recognise: Recognise) -> tuple[IO[bytes], Mapping[str | None, str]]:
    """Return a workbook with the rows of a file, all of them texts, and what its sheets are called by the file's own.

    Raises:
        UseError: as `fanpage_names.tables.reading.read_sheets`.
    """
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    whole = BytesIO()
    names: dict[str | None, str] = {}
    as_text = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with Workbook(whole, as_text) as book:
        for grid in grids(source, options, recognise):
            if not grid.hidden and not (grid.letter and names):
                names[grid.sheet] = name = _name(grid.sheet or _NAME, names.values())
                _fill(book.add_worksheet(name), grid, book.add_format({"text_wrap": True, "valign": "top"}))
    whole.seek(0)
    return whole, names


def _name(wanted: str, taken: Collection[str]) -> str:
    """Return a name that a sheet may have, and no other has: they are told apart without regard to capitals."""
    base = printable(wanted).translate(_NOT_IN_NAMES).strip()[:_LONGEST_NAME] or _NAME
    name, number = base, 1
    while name.lower() in map(str.lower, taken):
        number += 1
        name = f"{base[: _LONGEST_NAME - 4]} {number}"
    return name


class _Targets:
    """Where the cells of a table lead to when they are clicked."""

    def __init__(self, grid: Grid) -> None:
        self._of_column = cache(grid.targets)

    def of(self, number: int, column: int, cell: object) -> str | None:
        """Return the address that a cell leads to, where it does not show that itself."""
        address = cell.address if isinstance(cell, Linked) else self._of_column(column).get(number)
        return address if address and is_address(address) and address != cell_text(cell) else None


def _fill(sheet: Worksheet, grid: Grid, wrapped: Format) -> None:
    widths: dict[int, int] = {}
    targets = _Targets(grid)
    narrowest, widest = _WIDTHS
    for number, cells in grid.records:
        lines = 1
        for column, cell in enumerate(cells) if any(cells) else ():
            if text := cell_text(cell):
                sheet.write_string(number - 1, column, text[:MAX_TEXT], wrapped)
                if address := targets.of(number, column + 1, cell):
                    sheet.write_url(number - 1, column, address, wrapped, text[:MAX_TEXT])
                widths[column] = max(widths.get(column, 0), len(text))
                lines = max(lines, sum(max(1, -(-len(line) // widest)) for line in text[:MAX_TEXT].split("\n")))
        if lines > 1:  # not every program makes a row higher by itself
            sheet.set_row(number - 1, _LINE * min(lines, _MOST_LINES))
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for column, width in widths.items():
        sheet.set_column(column, column, min(max(width + 2, narrowest), widest))
