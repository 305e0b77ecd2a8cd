"""Workbooks: xlsx, xlsm, xls, ods."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl.styles import Font

from fanpage_names.errors import UseError
from fanpage_names.tables.grid import ReadOptions
from tests.tables.bookfiles import FILES, book, changed, list_book, ods, ods_row, refused
from tests.tables.reading_cases import NAMES, layouts, names, numbered, rows


def test_a_district_s_report() -> None:
    path = FILES / "bao-cao-hai-hau.xlsx"
    columns = {"unit": 2, "name": 3, "link": 4, "officer": 5, "telephone": 6, "note": 7}
    assert layouts(path) == [("Biểu 01", columns)]
    found = rows(path)
    assert len(found) == 31
    assert [row.row for row in found] == [11, *range(15, 34), *range(35, 46)]
    assert (found[0].sheet, found[0].unit, found[0].officer) == ("Biểu 01", "Huyện Hải Hậu", "Vũ Đức Em")
    assert found[6].name == "MÆt trËn H¶i Anh H¶i HËu Nam §Þnh"


@pytest.mark.parametrize("file", ["names.xls", "names.ods"])
def test_other_formats(file: str) -> None:
    assert numbered(FILES / file) == [(2, "Mặt trận Hải Hậu Nam Định")]


def test_the_ending_does_not_matter(tmp_path: Path) -> None:
    for ending in (".xls", ".csv", ".txt", ".xlsm", ""):
        assert names(list_book(tmp_path / "a.xlsx").rename(tmp_path / f"a{ending}")) == list(NAMES)
    renamed = tmp_path / "b.ods"
    renamed.write_bytes((FILES / "names.xls").read_bytes())
    assert names(renamed) == ["Mặt trận Hải Hậu Nam Định"]


def test_rows_and_columns_are_those_of_the_spreadsheet(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet["D5"], sheet["E5"], sheet["D6"], sheet["D9"], sheet["E9"] = (
        "Tên trang",
        "Link",
        NAMES[0],
        NAMES[1],
        "fb.com/a",
    )
    sheet.merge_cells("D6:D8")
    sheet["H40"] = "Ghi thêm"
    workbook.save(tmp_path / "a.xlsx")
    assert layouts(tmp_path / "a.xlsx") == [("Sheet", {"name": 4, "link": 5})]
    assert numbered(tmp_path / "a.xlsx") == [(6, NAMES[0]), (9, NAMES[1])]


def test_every_sheet_with_names_and_no_hidden_one(tmp_path: Path) -> None:
    header = ["TT", "Tên trang"]
    path = book(
        tmp_path / "a.xlsx",
        {"A": [header, [1, NAMES[0]]], "Ghi chú": [["Đề nghị các xã bổ sung"]], "Rỗng": [],
         "B": [header, [1, NAMES[1]]], "Ẩn": [header, [1, NAMES[2]]]},
    )  # fmt: skip
    workbook = openpyxl.load_workbook(path)
    workbook["Ẩn"].sheet_state = "hidden"
    workbook.create_chartsheet("Biểu đồ")
    workbook.save(path)
    assert [row.sheet for row in rows(path)] == ["A", "B"]
    assert names(path, ReadOptions(sheet="Ẩn")) == [NAMES[2]]
    assert names(path, ReadOptions(sheet="b")) == [NAMES[1]]
    assert names(path, ReadOptions(sheet="4")) == [NAMES[1]]
    with pytest.raises(UseError, match="no sheet 'C'; it has: 'A', 'Ghi chú'"):
        names(path, ReadOptions(sheet="C"))


def test_values_that_are_no_text(tmp_path: Path) -> None:
    date = datetime.date(2022, 3, 1)
    cells: list[list[object]] = [
        ["Tên trang", "SĐT", "Ngày"],
        [NAMES[0], 912345678, date],
        [2022, 1, date],
        ["=A1", 2, date],
        [True, 3, date],
    ]
    found = rows(book(tmp_path / "a.xlsx", {"S": cells}))
    assert [(row.row, row.telephone, row.date) for row in found] == [(2, "912345678", "2022-03-01")]


def test_a_formula_s_saved_value_is_the_name(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["TT", "Tên trang"])
        sheet.write_formula(1, 1, "=CONCAT(A1)", None, NAMES[0])
        sheet.write_formula(2, 1, "=CONCAT(A2)", None, "")
        sheet.write_string(3, 1, "=1+1")
    assert numbered(tmp_path / "a.xlsx") == [(2, NAMES[0]), (4, "=1+1")]


def test_a_macro_workbook_is_read_and_nothing_runs(tmp_path: Path) -> None:
    macros = tmp_path / "vba.bin"
    macros.write_bytes(b"\xd0\xcf\x11\xe0 no macro is ever looked at")
    with xlsxwriter.Workbook(tmp_path / "a.xlsm") as workbook:
        workbook.add_vba_project(str(macros))
        workbook.add_worksheet().write_column(0, 0, ["Tên trang", *NAMES])
    assert names(tmp_path / "a.xlsm") == list(NAMES)


def test_links_to_other_files_are_not_followed(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["Tên trang", "Link"])
        sheet.write_formula(1, 0, "='http://192.0.2.1/[b.xlsx]S'!A1", None, NAMES[0])
        sheet.write_url(1, 1, "http://192.0.2.1/page", string="trang")
    assert [(row.name, row.link) for row in rows(tmp_path / "a.xlsx")] == [(NAMES[0], "http://192.0.2.1/page")]


def test_links_behind_cells(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as workbook:
        workbook.add_worksheet("Trước")
        sheet = workbook.add_worksheet("S")
        sheet.write_row(0, 0, ["Tên trang", "Link"])
        sheet.write_url(1, 0, "https://fb.com/name", string=NAMES[0])
        sheet.write_url(1, 1, "https://fb.com/a?x=1&y=2", string="Xem trang")
        sheet.write_row(2, 0, [NAMES[1], "fb.com/b"])
        sheet.write_url(2, 1, "https://fb.com/other", string="fb.com/b")
        sheet.write_row(3, 0, [NAMES[2], "chưa có"])
        sheet.write_url(4, 1, "internal:Sheet1!A1", string="xem")
        sheet.write_string(4, 0, NAMES[0])
    found = [(row.row, row.name, row.link) for row in rows(tmp_path / "a.xlsx")]
    assert found == [
        (2, NAMES[0], "https://fb.com/a?x=1&y=2"),
        (3, NAMES[1], "fb.com/b"),
        (4, NAMES[2], "chưa có"),
        (5, NAMES[0], "xem"),
    ]


@pytest.mark.parametrize("dimension", [b"A1", b"A1:XFD1048576", b"C50:D90"])
def test_a_dimension_record_that_lies(tmp_path: Path, dimension: bytes) -> None:
    path = list_book(tmp_path / "a.xlsx")
    changed(path, lambda _, content: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="%s"' % dimension, content))
    assert numbered(path) == list(enumerate(NAMES, 2))


def test_a_million_rows_declared_and_forty_used(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for number in range(1, 41):
        sheet.cell(number, 1, "Tên trang" if number == 1 else f"Mặt trận {number}")
    sheet.cell(1_048_576, 16_384).font = Font(bold=True)
    workbook.save(tmp_path / "a.xlsx")
    assert len(names(tmp_path / "a.xlsx")) == 39


def test_a_used_cell_at_the_far_corner(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet["A1"], sheet["XFD1048576"] = "Tên trang", "x"
    workbook.save(tmp_path / "a.xlsx")
    assert names(tmp_path / "a.xlsx") == []


def test_a_wide_sheet_is_read(tmp_path: Path) -> None:
    header = [*[f"x{number}" for number in range(40)], "Tên trang", "Link"]
    assert names(book(tmp_path / "a.xlsx", {"S": [header, [*header[:-2], NAMES[0], "x"]]})) == [NAMES[0]]


def test_repeated_rows_of_ods(tmp_path: Path) -> None:
    content = ods_row("", 4) + ods_row("Tên trang") + ods_row(NAMES[0], 2) + ods_row("", 1_000_000, 1_023)
    assert numbered(ods(tmp_path / "a.ods", content)) == [(6, NAMES[0]), (7, NAMES[0])]
    refused(ods(tmp_path / "b.ods", ods_row("x", 1_000_000, 1_023)), "1000000 rows × 1024 columns")


def test_no_sheet_with_names(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", {"A": [["Mã", "Loại"], [1, "x"]], "B": [["Ghi chú"]], "C": []})
    refused(path, "no column looks like page names; name it with --column; its columns: A 'Mã', B 'Loại'; A 'Ghi chú'")
    assert names(book(tmp_path / "b.xlsx", {"A": [], "B": [[]]})) == []
    assert names(book(tmp_path / "c.xlsx", {"A": [["TT", "Tên trang"]]})) == []
