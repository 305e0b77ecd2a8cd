"""The workbook that was checked comes back with marks, and with all that was in it."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from fanpage_names.lang import Lang
from fanpage_names.reports.colors import COLORS
from fanpage_names.tables.formats import Options
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.reading import read_rows
from fanpage_names.workbooks.marking import write_marked
from tests.programs import in_office, page_count, printed
from tests.workbooks.bookcases import OTHER, REPORTS, SAMPLES, SHEET, checked_sheets, report, same_but, widths

ERROR, WARNING = (f"FF{COLORS[severity]}" for severity in ("error", "warning"))


def marked(path: Path, lang: Lang = "vi") -> Path:
    out = path.with_name(f"marked-{path.stem}.xlsx")
    stream = io.BytesIO()
    assert write_marked(str(path), checked_sheets(path), stream, Options(lang)) == ()
    out.write_bytes(stream.getvalue())
    return out


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    return marked(report(tmp_path / "a.xlsx"))


def test_all_that_was_there_is_still_there(annotated: Path) -> None:
    same_but(annotated.with_name("a.xlsx"), annotated, set())
    sheet = load_workbook(annotated)[SHEET]
    assert widths(sheet, 12) == [13, 13, 44, 30, 13, 12, 40, 50, 9.5, 9.5, 9.5, 9.5]


@pytest.mark.parametrize("name", REPORTS)
def test_reports_as_districts_send_them(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes((SAMPLES / name).read_bytes())
    out = marked(path)
    same_but(path, out, set())
    assert widths(load_workbook(out).worksheets[0], 7) == widths(load_workbook(path).worksheets[0], 7)


def test_cells_are_coloured_by_severity_and_say_what_to_write(annotated: Path) -> None:
    sheet = load_workbook(annotated)[SHEET]
    filled = {
        cell.coordinate: cell.fill.fgColor.rgb
        for row in sheet.iter_rows(min_row=5, max_col=5)
        for cell in row
        if cell.fill.fill_type
    }
    assert filled == {"B8": ERROR, "C6": ERROR, "C7": ERROR, "D6": WARNING, "D7": WARNING, "D8": WARNING}
    comment = sheet["C6"].comment
    assert comment
    lines = comment.text.split("\n")
    assert (lines[0], lines[1], lines[-1]) == ("đã hỏi lại", "", "Viết: Mặt trận Hải Minh Hải Hậu Nam Định")
    assert [line[:5] for line in lines[2:-1]] == ["FN402", "FN404"]
    link = sheet["D6"].comment
    assert link
    assert link.text.endswith("Viết: https://www.facebook.com/mattranhaiminh")
    assert sheet["C5"].comment is None
    assert sheet["C8"].comment is None


def test_three_columns_are_added_right_of_the_table(annotated: Path) -> None:
    sheet = load_workbook(annotated)[SHEET]
    assert [[cell.value for cell in row] for row in sheet["F3:H8"]] == [
        ["Kết quả", "Tên đúng", "Sai lệch"],
        [None, None, None],
        ["đúng", "Mặt trận Hải Hậu Nam Định", None],
        ["sai lệch", "Mặt trận Hải Minh Hải Hậu Nam Định", sheet["H6"].value],
        ["không rõ", None, sheet["H7"].value],
        ["đúng", "Mặt trận Hải Anh Hải Hậu Nam Định", sheet["H8"].value],
    ]
    assert re.findall(r"FN\d{3}", str(sheet["H6"].value)) == ["FN402", "FN404", "FN603"]
    assert {"F3:F4", "G3:G4", "H3:H4"} <= {area.coord for area in sheet.merged_cells.ranges}
    assert sheet["F3"].font.bold
    assert sheet["F3"].fill.fgColor.rgb == sheet["C3"].fill.fgColor.rgb
    assert sheet["F9"].value is None


def test_the_summary_is_a_sheet_of_its_own(annotated: Path) -> None:
    book = load_workbook(annotated)
    assert book.sheetnames == [SHEET, OTHER, "Kết quả kiểm tra"]
    rows = [[value for value in row if value is not None] for row in book["Kết quả kiểm tra"].values]
    assert [SHEET, 4, 2, 1, 0, 1] in rows
    assert ["Tổng cộng", 4, 2, 1, 0, 1] in rows
    assert [row[:4] for row in rows if row and str(row[0]).startswith("FN")] == [
        ["FN402", 1, "lỗi", "an toàn"],
        ["FN404", 1, "lỗi", "an toàn"],
        ["FN501", 1, "lỗi", "–"],
        ["FN504", 1, "lỗi", "–"],
        ["FN601", 2, "cảnh báo", "–"],
        ["FN603", 1, "cảnh báo", "an toàn"],
    ]


def test_a_marked_workbook_is_read_and_marked_again(annotated: Path) -> None:
    def names(path: Path) -> list[tuple[str | None, int, str]]:
        return [(one.row.sheet, one.row.row, one.row.name) for sheet in checked_sheets(path) for one in sheet.rows]

    assert names(annotated) == names(annotated.with_name("a.xlsx"))
    english = load_workbook(marked(annotated, "en"))
    assert english.sheetnames == [SHEET, OTHER, "Kết quả kiểm tra"]
    assert english["Kết quả kiểm tra"]["A1"].value == "Check results"
    assert [cell.value for cell in english[SHEET]["F3:I3"][0]] == ["Status", "Right name", "What is wrong", None]
    assert {str(area) for area in english[SHEET].merged_cells.ranges} >= {"F3:F4", "G3:G4", "H3:H4"}


def look(path: Path) -> list[tuple[str, object, str | None, str | None]]:
    """What a person sees of the first sheet: each cell's text, colour and comment."""
    cells = [cell for row in load_workbook(path).worksheets[0].iter_rows() for cell in row]
    return [
        (
            cell.coordinate,
            cell.value,
            cell.fill.fgColor.rgb if cell.fill.fill_type else None,
            cell.comment.text if cell.comment else None,
        )
        for cell in cells
    ]


def test_marking_again_changes_nothing(annotated: Path, tmp_path: Path) -> None:
    assert look(marked(annotated)) == look(annotated)
    with xlsxwriter.Workbook(tmp_path / "b.xlsx") as book:
        sheet = book.add_worksheet("S")
        for column, district in ((0, "Hải Hậu"), (3, "Ý Yên")):
            sheet.write_column(0, column, ["TT", 1, 2])
            sheet.write_column(0, column + 1, ["Tên trang", f"MTTQ {district} Nam Định"])
    once = marked(tmp_path / "b.xlsx")
    assert look(marked(once)) == look(once)


def test_what_was_mended_since_is_marked_no_longer(annotated: Path) -> None:
    colors = {place: color for place, _, color, _ in look(annotated)}
    assert (colors["C6"], colors["B8"]) == (ERROR, ERROR)
    book = load_workbook(annotated)
    book[SHEET]["C6"] = "Mặt trận Hải Minh Hải Hậu Nam Định"
    book[SHEET]["D6"] = "https://www.facebook.com/mattranhaiminh"
    book.save(annotated)
    again = {place: (color, comment) for place, _, color, comment in look(marked(annotated))}
    assert again["C6"] == (None, "đã hỏi lại")
    assert again["D6"] == (None, "Kiểm tra lại: ô này đúng.")
    assert again["B8"][0] == ERROR


def test_what_a_person_said_beside_stays(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (["Tên trang"], ["MTTQ Hải Hậu Nam Định"], ["Mặt trận Hải Minh Hải Hậu Nam Định"]):
        sheet.append(row)
    sheet["A2"].comment, sheet["A3"].comment = Comment("Đã gọi", "Lan"), Comment("Xong", "Lan")
    book.save(tmp_path / "a.xlsx")
    once = marked(tmp_path / "a.xlsx")
    twice = {place: comment for place, _, _, comment in look(marked(once))}
    assert twice["A2"] is not None
    assert twice["A2"].startswith("Đã gọi\n\nFN402: ")
    assert twice["A2"].count("FN402") == 1
    assert twice["A3"] == "Xong"


def test_all_lines_of_what_is_wrong_can_be_read(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (["Tên trang"], ["ubmttq xa hai minh"], ["ubmttq xa hai anh"], ["Mặt trận Hải Hậu Nam Định"]):
        sheet.append(row)
    sheet["A2"].alignment = Alignment(vertical="top", horizontal="right")
    for number, points in ((1, 40), (2, 15), (3, 15)):
        sheet.row_dimensions[number].height = points
    book.save(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    part = "xl/worksheets/sheet1.xml"
    parts[part] = re.sub(rb'(<row r="3"[^>]*?) customHeight="1"', rb"\1", parts[part])
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    found = load_workbook(marked(tmp_path / "a.xlsx")).worksheets[0]
    height = {row: found.row_dimensions[row].height for row in range(1, 5)}
    assert (height[1], height[4]) == (40, None)
    assert height[2] == height[3] >= 15 * len(str(found["D2"].value)) // 50
    alignment = found["D2"].alignment
    assert (alignment.wrap_text, alignment.vertical, alignment.horizontal) == (True, "top", "right")


def test_texts_like_formulas_stay_texts(annotated: Path) -> None:
    sheet = load_workbook(annotated)[SHEET]
    assert (sheet["C7"].value, sheet["C7"].data_type) == ("=1+1", "s")
    assert (sheet["E6"].value, sheet["E6"].data_type) == ("=1+1", "f")
    assert all(cell.data_type in "sn" for row in sheet["F1:H9"] for cell in row)


@in_office
def test_officers_see_it_in_libreoffice(annotated: Path, tmp_path: Path) -> None:
    copies = [marked(Path(shutil.copy(SAMPLES / name, tmp_path))) for name in REPORTS]
    copies.append(marked(with_formulas(tmp_path / "formulas.xlsx")))
    assert all(page_count(pdf) >= 2 for pdf in printed(tmp_path, annotated, *copies))


def test_a_file_that_is_no_xlsx_gives_a_new_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Tên trang\nMTTQ Hải Minh Hải Hậu\n", encoding="utf-8")
    sheet = load_workbook(marked(path)).worksheets[0]
    assert [cell.value for cell in sheet["D2:E2"][0]] == ["MTTQ Hải Minh Hải Hậu", "sai lệch"]


def test_a_sheet_without_header(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = load_workbook(report(path))
    sheet = book[SHEET]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(area.coord)
    sheet.delete_rows(1, 4)
    book.save(path)
    found = load_workbook(marked(path))[SHEET]
    assert found["F1"].value == "đúng"


def with_formulas(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, ["Tên trang", "Số"])
        sheet.write_formula(1, 0, '=CONCAT("MTTQ ","Hải Hậu")', None, "MTTQ Hải Hậu Nam Định")
        sheet.write_formula(1, 1, "=1+1", None, 2)
        sheet.write_formula(2, 1, "=1=1", None, True)
        sheet.write_formula(3, 1, "=1/0", None, "#DIV/0!")
        sheet.write_formula(4, 1, "=A9", None, "")
        book.add_worksheet("T").write_string(0, 0, "x")
    return path


def test_what_formulas_gave_stays(tmp_path: Path) -> None:
    out = marked(with_formulas(tmp_path / "a.xlsx"))
    formulas, values = (load_workbook(out, data_only=only)["S"] for only in (False, True))
    assert [formulas.cell(row, 2).value for row in range(2, 6)] == ["=1+1", "=1=1", "=1/0", "=A9"]
    assert [values.cell(row, 2).value for row in range(2, 6)] == [2, True, "#DIV/0!", None]
    assert values["A2"].value == "MTTQ Hải Hậu Nam Định"
    names = [row.name for row in read_rows(str(out), ReadOptions(sheet="S"), lambda text: "Hải Hậu" in text)]
    assert "MTTQ Hải Hậu Nam Định" in names


def test_tables_beside_and_below_each_other(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet("S")
        for row, column in ((0, 0), (0, 3), (5, 0)):
            sheet.write_row(row, column, ["TT", "Tên trang"])
            sheet.write_row(row + 1, column, [1, "MTTQ Hải Hậu Nam Định"])
    found = load_workbook(marked(tmp_path / "a.xlsx"))["S"]
    assert [[cell.value for cell in row] for row in found["F1:K1"]] == [
        ["Kết quả", "Tên đúng", "Sai lệch", "Kết quả", "Tên đúng", "Sai lệch"]
    ]
    assert [found[place].value for place in ("F7", "I2", "I7")] == ["sai lệch", "sai lệch", None]
