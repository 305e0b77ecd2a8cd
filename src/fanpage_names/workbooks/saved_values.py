"""What formulas gave when a workbook was last saved: openpyxl drops it, and a name in a formula would be lost.

Source: ECMA-376 part 1, 18.3.1.40 (f) and 18.3.1.96 (v).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, TYPE_CHECKING
from zipfile import ZipFile

from fanpage_names.tables.package import parsed, serialised, worksheets
from fanpage_names.workbooks.copying import write_copy
from fanpage_names.workbooks.formulas import xlsx_formulas
from fanpage_names.workbooks.xlsx_cells import cells_of, rows_of

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

_TYPES = (None, "n", "str", "b", "e")
"""Those whose value stands in the cell itself."""

Saved = Mapping[str, Mapping[tuple[int, int], tuple[str | None, str]]]
"""The type and the value of each cell with a formula, by sheet, row and column."""


def saved_values(archive: ZipFile, file: str) -> Saved:
    """Return what the formulas of a workbook gave; sheets without formulas are left out.

    Raises:
        UseError: the workbook is damaged.
    """
    parts = worksheets(archive, file)
    with_formulas = [sheet for sheet, formulas in xlsx_formulas(archive, file).items() if formulas]
    return {
        sheet: {
            place: (cell.get("t"), value)
            for place, cell in _formula_cells(parsed(archive.read(parts[sheet]), file))
            if (value := cell.findtext("{*}v")) and cell.get("t") in _TYPES
        }
        for sheet in with_formulas
    }


def write_with_values(book: IO[bytes], file: str, saved: Saved, stream: IO[bytes]) -> None:
    """Write a workbook again with the saved values beside the formulas of its cells."""
    with ZipFile(book) as archive:
        parts = {}
        for sheet, part in worksheets(archive, file).items():
            if values := saved.get(sheet):
                root = parsed(archive.read(part), file)
                for place, cell in _formula_cells(root):
                    if place in values:
                        _put(cell, *values[place])
                parts[part] = serialised(root)
    write_copy(book, file, parts, stream)


def _formula_cells(root: _Element) -> Iterator[tuple[tuple[int, int], _Element]]:
    for number, row in rows_of(root):
        for column, cell in cells_of(row):
            if cell.find("{*}f") is not None:
                yield (number, column), cell


def _put(cell: _Element, kind: str | None, value: str) -> None:
    from lxml.etree import QName, SubElement

    for old in cell.findall("{*}v"):
        cell.remove(old)
    SubElement(cell, f"{{{QName(cell).namespace}}}v").text = value
    cell.attrib.pop("t", None)
    if kind is not None:
        cell.set("t", kind)
