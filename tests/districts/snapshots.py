"""All that a person or a program sees of a workbook, cell by cell, so that two of them can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

Cells = dict[tuple[str, str], dict[str, str]]
"""What each cell is, by sheet and place: its value, its looks, what is said of it."""

_LOOKS = ("font", "fill", "border", "alignment", "protection", "number_format", "data_type", "value")


def dress(path: Path) -> None:
    """Give a plain workbook what offices give theirs: looks, widths, notes, checks, filters, formulas."""
    book = openpyxl.load_workbook(path)
    sheet: Any = book.worksheets[0]
    last, width = sheet.max_row, sheet.max_column
    thin = Side(style="thin", color="808080")
    for number, row in enumerate(sheet.iter_rows(), 1):
        sheet.row_dimensions[number].height = 18 + number
        for column, cell in enumerate(row, 1):
            cell.font = Font(bold=number < 3, italic=column == 2, size=11 + column % 3)
            cell.border = Border(top=thin, left=thin)
            cell.fill = PatternFill("solid", fgColor="F2F2F2") if number % 2 else PatternFill()
            cell.alignment = Alignment(
                horizontal="center" if column == 1 else None, vertical="top", wrap_text=column == 2
            )
    for column in range(1, width + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 9 + 7 * column
    sheet.cell(last + 3, 1).value = f"=COUNTA(B1:B{last})"
    sheet.merge_cells(start_row=last + 4, end_row=last + 5, start_column=1, end_column=2)
    sheet.cell(last, 1).comment = Comment("đã hỏi lại", "Lan")
    listed = DataValidation("list", formula1='"có,không"')
    listed.add(f"A1:A{last}")
    sheet.add_data_validation(listed)
    sheet.conditional_formatting.add(f"A1:B{last}", Rule("duplicateValues"))
    sheet.auto_filter.ref = f"A1:{get_column_letter(width)}{last}"
    sheet.freeze_panes, sheet.print_title_rows, sheet.print_area = "B2", "1:2", f"A1:C{last}"
    sheet.page_setup.orientation, sheet.oddFooter.center.text = "landscape", "Trang &P"
    sheet.protection.enable()
    book.defined_names["danh_sach"] = DefinedName("danh_sach", attr_text=f"'{sheet.title}'!$A$1:$B$2")
    other = book.create_sheet("Ghi chú")
    other["A1"], other.sheet_state = f"='{sheet.title}'!A1", "hidden"
    book.save(path)


def cells_of(path: Path) -> Cells:
    """Return what each cell is."""
    return {
        (sheet.title, cell.coordinate): {
            **{name: repr(getattr(cell, name)) for name in _LOOKS},
            "comment": cell.comment.text if cell.comment else "",
            "hyperlink": cell.hyperlink.target or "" if cell.hyperlink else "",
        }
        for sheet in openpyxl.load_workbook(path, rich_text=True)
        for row in sheet.iter_rows()
        for cell in row
    }


def sheets_of(path: Path) -> dict[str, dict[str, object]]:
    """Return what each sheet is beside its cells, and under "" what the workbook is."""
    book = openpyxl.load_workbook(path)
    names = {name: one.attr_text for name, one in book.defined_names.items()}
    return {"": {"names": names}, **{sheet.title: dict(_about(sheet)) for sheet in book}}


def _about(sheet: Any) -> Iterator[tuple[str, object]]:
    yield "state", sheet.sheet_state
    yield "merged", {str(area) for area in sheet.merged_cells.ranges}
    yield "widths", {letter: one.width for letter, one in sheet.column_dimensions.items()}
    yield "heights", {number: one.height for number, one in sheet.row_dimensions.items() if one.height}
    yield "validations", [(str(one.sqref), one.type, one.formula1) for one in sheet.data_validations.dataValidation]
    yield "formats", [(str(one.sqref), len(one.rules)) for one in sheet.conditional_formatting]
    yield "filter", sheet.auto_filter.ref
    yield "panes", (sheet.freeze_panes, sheet.print_title_rows, sheet.print_area)
    yield "paper", (sheet.page_setup.orientation, sheet.oddFooter.center.text)
    yield "locked", sheet.protection.sheet
