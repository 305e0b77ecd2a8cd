"""What formulas gave when a workbook was last saved: openpyxl drops it, and a name in a formula would be lost.

Source: ECMA-376 part 1, 18.3.1.40 (f) and 18.3.1.96 (v).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO
from zipfile import ZipFile

from fanpage_names.tables.archive import budget_of
from fanpage_names.tables.elements import Element, elements, part_of
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.package import MAIN, worksheets
from fanpage_names.workbooks.copying import write_copy
from fanpage_names.workbooks.patching import Patch, xml_text

_CELL = {f"{space} c" for space in MAIN}
_TYPES = ("", "n", "str", "b", "e")
"""Those whose value stands in the cell itself."""

Saved = Mapping[str, Mapping[str, tuple[str, str]]]
"""The type and the value of each cell with a formula, by sheet and place."""


def saved_values(archive: ZipFile, file: str) -> Saved:
    """Return what the formulas of a workbook gave; sheets without formulas are left out.

    Raises:
        UseError: the workbook is damaged.
    """
    found = {}
    for sheet in worksheets(archive, budget_of(archive, file)):
        cells = _formula_cells(part_of(archive, sheet.part, file), budget_of(archive, file))
        values = {cell.get("r"): (cell.get("t"), _value(cell)) for cell in cells}
        found[sheet.name] = {place: one for place, one in values.items() if one[1] and one[0] in _TYPES}
    return {sheet: values for sheet, values in found.items() if values}


def write_with_values(book: IO[bytes], file: str, saved: Saved, stream: IO[bytes]) -> None:
    """Write a workbook again with the saved values beside the formulas of its cells."""
    with ZipFile(book) as archive:
        parts = {}
        for sheet in worksheets(archive, budget_of(archive, file)):
            if values := saved.get(sheet.name):
                patch = Patch(content := part_of(archive, sheet.part, file))
                for cell in _formula_cells(content, budget_of(archive, file)):
                    if cell.get("r") in values:
                        _put(cell, *values[cell.get("r")], patch)
                parts[sheet.part] = patch.written()
    write_copy(book, file, parts, stream)


def _formula_cells(content: bytes, budget: Budget) -> Iterator[Element]:
    return (
        cell
        for cell in elements(content, lambda name, _: name in _CELL, budget)
        if any(one.name.endswith(" f") for one in cell)
    )


def _value(cell: Element) -> str:
    return "".join(one.text for one in cell if one.name.endswith(" v"))


def _put(cell: Element, kind: str, value: str, patch: Patch) -> None:
    formula = next(one for one in cell if one.name.endswith(" f"))
    for old in cell:
        if old.name.endswith(" v"):
            patch.remove(old)
    end = patch.end(formula)
    patch.replace(end, end, b"<v>%s</v>" % xml_text(value))
    patch.set(cell, {"t": kind or None})
