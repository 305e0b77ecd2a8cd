"""Worksheets written again with marks, whatever their XML looks like: hand-made ones, and any that can be drawn."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from fanpage_names.tables.formats import Options
from fanpage_names.tables.grid import SheetLayout
from fanpage_names.tables.limits import Budget
from fanpage_names.tables.package import MAIN
from fanpage_names.workbooks.copying import write_copy
from fanpage_names.workbooks.marked_book import MarkedBook, MarkedTable
from fanpage_names.workbooks.marking import write_marked
from fanpage_names.workbooks.marks import CellMark, RowMark
from fanpage_names.workbooks.sheet_marks import MarkedSheet
from fanpage_names.workbooks.sheet_plan import SheetPlan, TableMarks
from fanpage_names.workbooks.styles import EMPTY, Styles
from fanpage_names.workbooks.summing_up import TableSummary
from tests.security.hostile_books import xlsx_of
from tests.workbooks.bookcases import checked_sheets

GOLDEN = Path(__file__).parent / "golden"
SPACE = MAIN[0]
NAME = '<x:c r="A2" s="1" t="str"><x:v>MTTQ Hải Minh Hải Hậu</x:v></x:c>'
SHEET = (
    f'<?xml version="1.0" encoding="UTF-8"?><!-- kept --><x:worksheet xmlns:x="{SPACE}"><x:dimension ref="A1:B2"/>'
    '<x:cols><x:col min="1" max="2" width="30" customWidth="1"/>'
    '<x:col min="3" max="16384" width="9" style="1"/></x:cols>'
    '<x:sheetData><x:row r="1" spans="1:2"><x:c r="A1" t="inlineStr"><x:is><x:t>Tên trang</x:t></x:is></x:c>'
    '<x:c r="B1" t="str"><x:v>Link</x:v></x:c></x:row>'
    f'<x:row r="2" spans="1:2" x:odd=">">{NAME}<x:c r="C2" s="1"/></x:row><x:row r="3"/></x:sheetData>'
    '<x:pageMargins left="1"/><x:tableParts count="0"/></x:worksheet>'
)
STYLES = EMPTY.replace(b'<cellXfs count="1">', b'<cellXfs count="2"><xf xfId="0"/>', 1)


def book(path: Path, sheet: str, more: Mapping[str, str] = {}) -> Path:
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>'
    )
    path.write_bytes(xlsx_of(sheet=sheet, more={"[Content_Types].xml": types, **more}))
    return path


def marked(path: Path) -> dict[str, bytes]:
    out = path.with_name(f"marked-{path.name}")
    with out.open("wb") as stream:
        write_marked(str(path), checked_sheets(path), stream, Options("vi"))
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_golden_of_the_whole(tmp_path: Path) -> None:
    cells = CellMark(1, "error", "FN402: sai"), CellMark(2, "warning", "FN601: thiếu")
    columns = {"name": 1, "link": 2}
    texts = ("sai lệch", "Mặt trận Hải Minh Hải Hậu Nam Định", "FN402 sai; FN601 thiếu")
    rows = [RowMark(2, columns, 1, texts, "error", cells)]
    table = MarkedTable(SheetLayout("a.xlsx", "S0", (1,), {"name": 1, "link": 2}), rows, TableSummary("S0"))
    path, out = book(tmp_path / "a.xlsx", SHEET), tmp_path / "out.xlsx"
    with out.open("wb") as stream, zipfile.ZipFile(path) as archive:
        write_copy(path, "a.xlsx", MarkedBook(archive, "a.xlsx", Options("vi")).parts([table], "a.xlsx"), stream)
    with zipfile.ZipFile(out) as archive:
        shown = "".join(f"== {name}\n{archive.read(name).decode()}\n" for name in sorted(archive.namelist()))
    shown = re.sub(r"(<(?:x:)?(?:row|c|comment|xf|v:shape|Relationship|Override|cols|fonts|fills)[ >])", r"\n\1", shown)
    assert shown == (GOLDEN / "marked.txt").read_text(encoding="utf-8")


def test_other_programs_read_it(tmp_path: Path) -> None:
    marked(book(tmp_path / "a.xlsx", SHEET))
    sheet = load_workbook(tmp_path / "marked-a.xlsx")["S0"]
    assert [cell.value for cell in sheet["C1:E1"][0]] == ["Kết quả", "Tên đúng", "Sai lệch"]
    assert [cell.value for cell in sheet["A2:D2"][0]] == [
        "MTTQ Hải Minh Hải Hậu", None, "sai lệch", "Mặt trận Hải Minh Hải Hậu Nam Định",
    ]  # fmt: skip
    assert sheet["A2"].comment


@pytest.mark.parametrize("encoding", ["utf-16", "cp1258"])
def test_a_sheet_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    path = book(tmp_path / "a.xlsx", SHEET)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = SHEET.replace('encoding="UTF-8"', f'encoding="{encoding}"')
    parts["xl/worksheets/sheet1.xml"] = text.encode(encoding, "xmlcharrefreplace")
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert "sai lệch" in marked(path)["xl/worksheets/sheet1.xml"].decode()


COLUMNS = st.lists(st.integers(1, 6), unique=True, max_size=4).map(sorted)
ROWS = st.dictionaries(st.integers(1, 9), COLUMNS, max_size=5)
MARKS = st.dictionaries(st.integers(1, 9), st.lists(st.integers(1, 6), unique=True, max_size=3), max_size=5)


def drawn(rows: Mapping[int, list[int]], *, alone: bool, tail: str) -> str:
    xml = ""
    for number in sorted(rows):
        cells = "".join(f'<c r="{"ABCDEF"[column - 1]}{number}"><v>{column}</v></c>' for column in rows[number])
        xml += f'<row r="{number}"/>' if alone and not cells else f'<row r="{number}">{cells}</row>'
    return f'<worksheet xmlns="{SPACE}"><sheetData>{xml}</sheetData>{tail}</worksheet>'


@settings(max_examples=60, deadline=None)
@given(
    rows=ROWS,
    marks=MARKS,
    alone=st.booleans(),
    tail=st.sampled_from(
        ["", "<extLst/>", '<pageMargins left="1"/>', '<mergeCells count="1"><mergeCell ref="A20:B20"/></mergeCells>']
    ),
)
def test_any_sheet_keeps_its_cells_and_gets_its_marks(
    rows: Mapping[int, list[int]],
    marks: Mapping[int, list[int]],
    alone: bool,
    tail: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    sheet = drawn(rows, alone=alone, tail=tail)
    by_row = {
        row: RowMark(
            row, {}, 1, ("đúng", "", "x"), "error", tuple(CellMark(column, "error", "?") for column in columns)
        )
        for row, columns in marks.items()
    }
    styles = Styles(STYLES, Budget("a.xlsx", 1 << 20))
    plan = SheetPlan([TableMarks(7, 1, {}, by_row)], ["L1:L2"], None)
    new = b"".join(MarkedSheet(io.BytesIO(sheet.encode()), plan, styles, Budget("a.xlsx", 1 << 20)).pieces())
    path = tmp_path_factory.mktemp("any") / "a.xlsx"
    leads = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.xml"/><Relationship Id="r3" Target="styles.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>'
    )
    more = {"xl/_rels/workbook.xml.rels": leads, "xl/styles.xml": styles.written().decode()}
    found = load_workbook(book(path, new.decode(), more))["S0"]
    there = {(row, column): column for row, columns in rows.items() for column in columns}
    for (row, column), value in there.items():
        assert found.cell(row, column).value == value
    for row, columns in marks.items():
        if row in rows:
            assert [found.cell(row, column).value for column in (7, 8, 9)] == ["đúng", None, "x"]
            assert all(found.cell(row, column).fill.fgColor.rgb == "FFFFC7CE" for column in columns)
    assert "L1:L2" in {str(area) for area in found.merged_cells.ranges}
