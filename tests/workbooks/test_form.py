"""The form: what a district finds in it, and that a filled one needs no option and has no fault."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from fanpage_names.naming import canonical_names
from fanpage_names.units.loading import load_units
from fanpage_names.units.model import Style, Unit, UnitList
from fanpage_names.workbooks.form import form_sheets, write_form
from tests.cli.running import Run, start
from tests.programs import in_office, page_count, printed
from tests.workbooks.bookcases import checked_sheets

HEADERS = ["TT", "Đơn vị", "Tên trang", "Đường link", "Họ và tên", "Số điện thoại", "Ngày xây dựng", "Ghi chú"]
FILLED_COLUMNS = "DEFGH"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return partial(start, folder=tmp_path)


def written(path: Path, units: UnitList, *chosen: Unit, style: Style = "short") -> Path:
    with path.open("wb") as stream:
        write_form(form_sheets(chosen or units.units), canonical_names(units, style), stream)
    return path


def district(units: UnitList, code: str) -> list[Unit]:
    return list(units.below(units.by_code[code]))


def unit_rows(sheet: Worksheet) -> list[int]:
    return [row for row in range(11, sheet.max_row + 1) if isinstance(sheet[f"A{row}"].value, int)]


def fill(path: Path) -> None:
    book = load_workbook(path)
    for sheet in book:
        for number, row in enumerate(unit_rows(sheet), 1):
            name = f"{sheet.title}{number}".encode("ascii", "ignore").decode().replace(" ", "")
            sheet[f"D{row}"] = f"https://www.facebook.com/mattran.{name}"
            sheet[f"E{row}"], sheet[f"F{row}"] = "Vũ Đức Em", "0912345678"
            sheet[f"G{row}"] = datetime(2022, 1, 15)
            if number % 7 == 6:
                sheet[f"D{row}"], sheet[f"H{row}"] = None, "Chưa xây dựng"
    book.save(path)


def test_a_district_s_form(tmp_path: Path) -> None:
    units = load_units("nam_dinh_units")
    path = written(tmp_path / "a.xlsx", units, *district(units, "366"))
    [sheet] = load_workbook(path).worksheets
    assert sheet.title == "Huyện Hải Hậu"
    assert [sheet[f"A{row}"].value for row in (1, 2, 3)] == ["ỦY BAN MTTQ VIỆT NAM", "HUYỆN HẢI HẬU", "BAN THƯỜNG TRỰC"]
    assert [sheet.cell(9, column).value or sheet.cell(10, column).value for column in (1, 2, 7, 8)] == [
        "TT",
        "Đơn vị",
        "Ngày xây dựng",
        "Ghi chú",
    ]
    assert [sheet.cell(10, column).value for column in (3, 4, 5, 6)] == HEADERS[2:6]
    sections = [(sheet[f"A{row}"].value, sheet[f"B{row}"].value) for row in (11, 13)]
    assert sections == [("I", "Cấp huyện"), ("II", "Cấp xã")]
    rows = unit_rows(sheet)
    assert len(rows) == 35
    assert [[cell.value for cell in sheet[f"A{row}:C{row}"][0]] for row in rows[:2]] == [
        [1, "Huyện Hải Hậu", "Mặt trận Hải Hậu Nam Định"],
        [1, "Thị trấn Yên Định", "Mặt trận Yên Định Hải Hậu Nam Định"],
    ]
    assert sheet[f"C{rows[-1] + 1}"].value == '=COUNTA(D11:D47)&"/35"'


def test_only_cells_to_fill_in_are_open(tmp_path: Path) -> None:
    units = load_units("nam_dinh_units")
    [sheet] = load_workbook(written(tmp_path / "a.xlsx", units, *district(units, "366"))).worksheets
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    rows = unit_rows(sheet)
    open_cells = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert open_cells == {f"{column}{row}" for column in FILLED_COLUMNS for row in rows}
    assert sheet[f"F{rows[0]}"].number_format == "@"


def test_what_goes_into_a_cell_is_checked(tmp_path: Path) -> None:
    units = load_units("nam_dinh_units")
    [sheet] = load_workbook(written(tmp_path / "a.xlsx", units, *district(units, "366"))).worksheets
    rules = {str(rule.sqref).partition(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    assert {place: rule.type for place, rule in rules.items()} == {
        "D11": "custom",
        "F11": "custom",
        "G11": "date",
        "H11": "list",
    }
    assert rules["H11"].formula1 == '"Chưa xây dựng,Đang xây dựng"'
    assert {str(rule.sqref).partition(":")[2][1:] for rule in rules.values()} == {"47"}


def test_it_is_to_be_printed_on_a4_landscape_with_the_header_on_each_page(tmp_path: Path) -> None:
    units = load_units("nam_dinh_units")
    path = written(tmp_path / "a.xlsx", units, *district(units, "356"))
    [sheet] = load_workbook(path).worksheets
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert sheet.print_title_rows == "$9:$10"


@in_office
def test_a_district_s_form_is_one_page(tmp_path: Path) -> None:
    units = load_units("nam_dinh_units")
    path = written(tmp_path / "a.xlsx", units, *district(units, "356"))
    assert page_count(*printed(tmp_path, path)) == 1


@pytest.mark.parametrize(
    ("name", "style", "count", "titles"),
    [
        ("nam_dinh_units", "short", 11, ["Tỉnh Nam Định", "Thành phố Nam Định"]),
        ("nam_dinh_units", "full", 11, ["Tỉnh Nam Định", "Thành phố Nam Định"]),
        ("ninh_binh_2025", "short", 1, ["Tỉnh Ninh Bình"]),
    ],
)
def test_a_province_s_form_has_a_sheet_for_each_district(
    tmp_path: Path, name: str, style: Style, count: int, titles: list[str]
) -> None:
    units = load_units(name)
    book = load_workbook(written(tmp_path / "a.xlsx", units, style=style))
    assert (len(book.sheetnames), book.sheetnames[: len(titles)]) == (count, titles)
    names = [sheet[f"C{row}"].value for sheet in book for row in unit_rows(sheet)]
    assert names == list(canonical_names(units, style).values())


def test_one_commune_s_form(tmp_path: Path) -> None:
    units = load_units("nam_dinh_units")
    [sheet] = load_workbook(written(tmp_path / "a.xlsx", units, units.by_code["14233"])).worksheets
    assert (sheet.title, sheet["A2"].value) == ("Xã Hải Minh", "XÃ HẢI MINH")
    assert [sheet[f"B{row}"].value for row in unit_rows(sheet)] == ["Xã Hải Minh"]


@pytest.mark.parametrize("wanted", [["Hải Hậu"], ["TP Nam Định", "vu-ban"], []])
def test_a_filled_form_is_checked_mended_and_clean(run: Run, tmp_path: Path, wanted: list[str]) -> None:
    assert run("form", *wanted, "-o", "form.xlsx", "-q").status == 0
    fill(tmp_path / "form.xlsx")
    done = run("check", "form.xlsx", "--format", "csv")
    assert (done.status, done.out.count(",ok,")) == (0, done.out.count("\n") - 1)
    assert done.out.count("\n") > 10
    assert run("fix", "form.xlsx", "-o", "fixed.xlsx").status == 0
    assert run("check", "fixed.xlsx", "--format", "csv").out == done.out.replace("form.xlsx", "fixed.xlsx")
    assert run("check", "fixed.xlsx", "-o", "marked.xlsx", "-q").status == 0


def test_a_form_filled_in_badly_is_told(run: Run, tmp_path: Path) -> None:
    run("form", "Hải Hậu", "-o", "form.xlsx", "-q")
    fill(tmp_path / "form.xlsx")
    book = load_workbook(tmp_path / "form.xlsx")
    sheet = book.worksheets[0]
    rows = unit_rows(sheet)
    sheet[f"C{rows[1]}"] = sheet[f"C{rows[2]}"].value
    sheet[f"D{rows[3]}"] = "https://m.facebook.com/mattran.thinhlong?mibextid=x"
    sheet[f"C{rows[4]}"] = "MTTQ Hải Nam Hải Hậu"
    book.save(tmp_path / "form.xlsx")
    codes = [
        (one.row.row, *(found.code for found in one.result.diagnostics))
        for one in checked_sheets(tmp_path / "form.xlsx")[0].rows
        if one.result.diagnostics
    ]
    assert codes == [(rows[1], "FN504"), (rows[2], "FN506"), (rows[3], "FN603"), (rows[4], "FN402", "FN404")]
    run("fix", "form.xlsx", "-o", "fixed.xlsx")
    assert [row for row, *_ in codes[:2]] == [
        one.row.row for one in checked_sheets(tmp_path / "fixed.xlsx")[0].rows if one.result.diagnostics
    ]


def test_officers_come_from_their_columns(tmp_path: Path) -> None:
    units = load_units("nam_dinh_units")
    path = written(tmp_path / "a.xlsx", units, *district(units, "366"))
    fill(path)
    [sheet] = checked_sheets(path)
    rows = list(sheet.rows)
    row = rows[0].row
    assert (row.unit, row.officer) == ("Huyện Hải Hậu", "Vũ Đức Em")
    assert (row.telephone, row.date) == ("0912345678", "2022-01-15")
    assert len(rows) == 30


@pytest.mark.parametrize("arguments", [[], ["-o", "form.csv"], ["-o", "form"]])
def test_the_output_must_be_a_workbook(run: Run, arguments: list[str]) -> None:
    done = run("form", "Hải Hậu", *arguments)
    assert (done.status, done.err) == (2, "fanpage-names: form: give -o FILE.xlsx, or -o FOLDER/\n")


def test_a_form_that_is_there_is_not_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(b"x")
    assert run("form", "Hải Hậu", "-o", "form.xlsx").status == 2
    assert (tmp_path / "form.xlsx").read_bytes() == b"x"
    assert run("form", "Hải Hậu", "-o", "form.xlsx", "--force").status == 0


def test_a_folder_gets_a_form_for_each_commune_where_there_are_no_districts(run: Run, tmp_path: Path) -> None:
    done = run("form", "Hải Anh", "Hải Hậu", "--units", "ninh_binh_2025", "-o", "bieu/")
    assert (done.status, done.err) == (0, "fanpage-names: bieu/: forms written: 2\n")
    assert sorted(path.name for path in (tmp_path / "bieu").iterdir()) == [
        "14215-xa-hai-hau.xlsx",
        "14236-xa-hai-anh.xlsx",
    ]
    assert run("form", "Hải Hậu", "Vụ Bản", "-q", "-o", "huyen/").status == 0
    assert sorted(path.name for path in (tmp_path / "huyen").iterdir()) == [
        "359-huyen-vu-ban.xlsx",
        "366-huyen-hai-hau.xlsx",
    ]
