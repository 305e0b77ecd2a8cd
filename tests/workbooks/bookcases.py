"""What the tests of workbooks share: a report with everything in it, and its check."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from fanpage_names.check import Checker, check_rows
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.reading import read_sheets
from fanpage_names.units.loading import load_units
from fanpage_names.workbooks.marks import CheckedSheet

SAMPLES = Path(__file__).parents[1] / "tables" / "files"
REPORTS = ("bao-cao-hai-hau.xlsx", "bao-cao-nam-dinh.xlsx")
"""As districts send them."""

SHEET, OTHER = "Biểu 01", "Ghi chú"


@cache
def checker() -> Checker:
    return Checker(load_units("nam_dinh_units"), lang="vi")


def checked_sheets(path: Path) -> list[CheckedSheet]:
    return [
        CheckedSheet(layout, tuple(check_rows(checker(), rows)))
        for layout, rows in read_sheets(str(path), ReadOptions(), lambda text: checker().check(text).unit is not None)
    ]


def report(path: Path) -> Path:
    """A district's report: letterhead, a header of two rows, notes, formulas, and formats to the end of the sheet."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    sheet["A1"] = "ỦY BAN MTTQ VIỆT NAM HUYỆN HẢI HẬU"
    sheet.merge_cells("A1:E1")
    for cells in (
        [],
        ["TT", "Đơn vị", "Trang cộng đồng", None, "Ghi chú"],
        [None, None, "Tên trang", "Đường link", None],
        [1, "Huyện Hải Hậu", "Mặt trận Hải Hậu Nam Định", "https://www.facebook.com/mattranhaihau", None],
        [2, "Xã Hải Minh", "MTTQ Hải Minh Hải Hậu", "fb.com/mattranhaiminh", "=1+1"],
        [3, "Xã Hải Anh", "=1+1", None, "đã gửi"],
        [4, "Xã Hải Xuân", "Mặt trận Hải Anh Hải Hậu Nam Định", None, "gửi sau"],
        ["Tổng cộng", None, "=COUNTA(C5:C8)", None, None],
    ):
        sheet.append(cells)
    for area in ("A3:A4", "B3:B4", "C3:D3", "E3:E4"):
        sheet.merge_cells(area)
    sheet["C7"].data_type = "s"
    sheet["C3"].font, sheet["C3"].fill = Font(bold=True), PatternFill("solid", fgColor="DDEBF7")
    sheet["C6"].comment = Comment("đã hỏi lại", "Vũ Đức Em")
    sheet.column_dimensions["C"].width = 44
    sheet.column_dimensions["D"].width = 30
    rest = sheet.column_dimensions["F"]
    rest.min, rest.max, rest.width = 6, 16384, 9.5
    sheet.row_dimensions[5].height = 31
    sheet.freeze_panes = "A5"
    sheet.auto_filter.ref = "A4:E8"
    validation = DataValidation("list", formula1='"có,không"')
    validation.add("E5:E8")
    sheet.add_data_validation(validation)
    other = book.create_sheet(OTHER)
    other["B2"] = "bổ sung trước ngày 31/3/2022"
    other["B3"] = f"='{SHEET}'!C9"
    other.sheet_state = "hidden"
    book.save(path)
    return path


def same_but(before: Path, after: Path, changed: set[str]) -> None:
    """Assert that all of a workbook is in another one: but for the values of some cells of the first sheet."""
    old, new = load_workbook(before, rich_text=True), load_workbook(after, rich_text=True)
    assert new.sheetnames[: len(old.sheetnames)] == old.sheetnames
    for name in old.sheetnames:
        one, other = old[name], new[name]
        assert other.sheet_state == one.sheet_state
        assert {area.coord for area in one.merged_cells.ranges} <= {area.coord for area in other.merged_cells.ranges}
        assert other.freeze_panes == one.freeze_panes
        assert other.auto_filter.ref == one.auto_filter.ref
        assert other.data_validations.count == one.data_validations.count
        assert {n: row.height for n, row in one.row_dimensions.items()} == {
            n: other.row_dimensions[n].height for n in one.row_dimensions
        }
        for row in one.iter_rows():
            for cell in row:
                twin = other[cell.coordinate]
                assert isinstance(twin, MergedCell) == isinstance(cell, MergedCell)
                if cell.coordinate not in changed or name != old.sheetnames[0]:
                    assert (twin.value, twin.data_type) == (cell.value, cell.data_type), cell.coordinate
                for part in ("font", "border", "alignment", "protection", "number_format"):
                    assert repr(getattr(twin, part)) == repr(getattr(cell, part)), cell.coordinate
                if cell.comment:
                    assert twin.comment
                    assert twin.comment.text.startswith(cell.comment.text)


def widths(sheet: Worksheet, count: int) -> list[float]:
    """The widths of the first columns, read as a spreadsheet program reads them."""
    found = [13.0] * count
    spans = []
    for letter, known in sheet.column_dimensions.items():
        known.reindex()
        assert known.min is not None
        assert known.max is not None
        assert sheet[f"{letter}1"].column == known.min
        spans.append((known.min, known.max))
        for column in range(known.min, min(known.max, count) + 1):
            found[column - 1] = known.width
    spans.sort()
    assert all(before[1] < after[0] for before, after in pairwise(spans)), "records overlap"
    return found
