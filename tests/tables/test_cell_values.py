"""What stands in a cell, as Excel and LibreOffice write it: the name is what a person sees there, and nothing else."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.reading import grids
from tests.tables.bookfiles import ODS, SHEET, changed, list_book, ods, refused
from tests.tables.reading_cases import NAMES, names, recognise

TITLE = '<table:table-cell office:value-type="string"><text:p>Tên trang</text:p></table:table-cell>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def values(path: Path) -> list[list[object]]:
    """The rows of the first sheet, as they lie in it."""
    for grid in grids(str(path), ReadOptions(), recognise):
        return [list(cells) for _, cells in grid.records]
    return []


def ods_cells(path: Path, *cells: str) -> Path:
    rows = "".join(f"<table:table-row>{cell}</table:table-row>" for cell in (TITLE, *cells))
    return ods(path, rows)


def ods_cell(content: str, attributes: str = 'office:value-type="string"') -> str:
    return f"<table:table-cell {attributes}>{content}</table:table-cell>"


ODS_CELLS = {
    "a comment": (ods_cell("<office:annotation><text:p>xem lại</text:p></office:annotation><text:p>a</text:p>"), "a"),
    "a picture": (ods_cell("<text:p>a<draw:frame><text:p>ảnh</text:p></draw:frame></text:p>"), "a"),
    "a table within": (
        ods_cell(
            f'<text:p>a</text:p><table:table table:name="T"><table:table-row>{TITLE}</table:table-row></table:table>'
        ),
        "a",
    ),
    "spaces": (
        ods_cell('<text:p>a<text:s/>b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e</text:p>'),
        "a b  c\td\ne",
    ),
    "two paragraphs": (ods_cell("<text:p>a</text:p><text:p>b</text:p>"), "a\nb"),
    "a heading": (ods_cell("<text:h>a</text:h>"), "a"),
    "a link": (ods_cell('<text:p><text:a xlink:href="https://fb.com/a">a</text:a></text:p>'), "a"),
    "a text in an attribute": (ods_cell("", 'office:value-type="string" office:string-value="a"'), "a"),
    "a number": (ods_cell("<text:p>1,5</text:p>", 'office:value-type="float" office:value="1.5"'), 1.5),
    "a share": (ods_cell("<text:p>50%</text:p>", 'office:value-type="percentage" office:value="0.5"'), 0.5),
    "yes": (ods_cell("<text:p>ĐÚNG</text:p>", 'office:value-type="boolean" office:boolean-value="true"'), True),
    "a day": (ods_cell("", 'office:value-type="date" office:date-value="2022-03-01"'), "2022-03-01"),
    "a time": (ods_cell("", 'office:value-type="date" office:date-value="2022-03-01T08:30:00"'), "2022-03-01 08:30:00"),
    "no day": (ods_cell("", 'office:value-type="date" office:date-value="tháng 3"'), "tháng 3"),
}


@pytest.mark.parametrize("what", ODS_CELLS)
def test_a_cell_of_ods(tmp_path: Path, what: str) -> None:
    cell, value = ODS_CELLS[what]
    _, [found] = values(ods_cells(tmp_path / "a.ods", cell))
    assert (found if isinstance(value, float | bool) else str(found)) == value


@pytest.mark.parametrize(
    "cell",
    [
        ods_cell("<text:p>a</text:p>", 'office:value-type="string" table:number-columns-repeated="0"'),
        ods_cell("<text:p>a</text:p>", 'office:value-type="float"'),
        ods_cell("<text:p>a</text:p>") + '</table:table-row><table:table-row table:number-rows-repeated="0">',
    ],
)
def test_a_cell_of_ods_that_no_program_writes(tmp_path: Path, cell: str) -> None:
    refused(ods_cells(tmp_path / "a.ods", cell), "damaged")


def test_more_cells_than_a_sheet_has(tmp_path: Path) -> None:
    cell = ods_cell("<text:p>a</text:p>", 'office:value-type="string" table:number-columns-repeated="20000"')
    refused(ods_cells(tmp_path / "a.ods", cell), "far too much")
    refused(ods_cells(tmp_path / "b.ods", ods_cell('<text:p><text:s text:c="99999"/></text:p>')), "far too much")


def test_a_hidden_sheet_of_ods_is_not_read(tmp_path: Path) -> None:
    path = ods_cells(tmp_path / "a.ods", ods_cell(f"<text:p>{NAMES[0]}</text:p>"))
    assert names(path) == [NAMES[0]]
    styles = (
        '<office:automatic-styles><style:style style:name="ta2" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body>'
    )
    changed(
        path,
        lambda _, content: content.replace(b"<office:body>", styles.encode()).replace(
            b'table:name="S"', b'table:name="S" table:style-name="ta2"'
        ),
    )
    assert names(path) == []
    assert names(path, ReadOptions(sheet="S")) == [NAMES[0]]


def xlsx(path: Path, rows: str) -> Path:
    """A workbook whose sheet has these rows."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return changed(list_book(path), lambda name, content: sheet.encode() if name == SHEET else content)


XLSX_CELLS = {
    "a text with its reading": ('<c t="inlineStr"><is><t>a</t><rPh><t>đọc</t></rPh></is></c>', "a"),
    "pieces of a text": ('<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', "ab"),
    "a letter that xml lacks": ('<c t="str"><v>a_x0041_</v></c>', "aA"),
    "an error": ('<c t="e"><v>#N/A</v></c><c t="str"><v>b</v></c>', "b"),
    "yes": ('<c t="b"><v>1</v></c>', True),
    "a number": ("<c><v>1.5</v></c>", 1.5),
    "a day": ('<c t="d"><v>2022-03-01</v></c>', "2022-03-01"),
    "no day": ('<c t="d"><v>tháng 3</v></c>', "tháng 3"),
}


@pytest.mark.parametrize("what", XLSX_CELLS)
def test_a_cell_of_xlsx(tmp_path: Path, what: str) -> None:
    cell, value = XLSX_CELLS[what]
    [row] = values(xlsx(tmp_path / "a.xlsx", f'<row r="1">{cell}</row>'))
    assert (row[-1] if isinstance(value, float | bool) else str(row[-1])) == value


def test_cells_without_places_follow_each_other(tmp_path: Path) -> None:
    rows = '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row><c r="A3"><v>6</v></c></row>'
    assert values(xlsx(tmp_path / "a.xlsx", rows)) == [[1.0, "", "", 4.0, 5.0], [], [6.0]]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>',
        '<row r="1"><c t="s"><v>-1</v></c></row>',
        '<row r="1"><c t="s"><v>99</v></c></row>',
        '<row r="1"><c r="+1"><v>1</v></c></row>',
    ],
)
def test_a_sheet_of_xlsx_that_no_program_writes(tmp_path: Path, rows: str) -> None:
    refused(xlsx(tmp_path / "a.xlsx", rows), "damaged")


SERIALS = {
    "44621": "2022-03-01 00:00:00",
    "44621.354166667": "2022-03-01 08:30:00",
    "0.5": "12:00:00",
    "60": "1900-02-28 00:00:00",
    "-1": "-1.0",
    "1e12": "1000000000000.0",
}


@pytest.mark.parametrize("number", SERIALS)
def test_a_number_shown_as_a_day(tmp_path: Path, number: str) -> None:
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>'
    path = xlsx(tmp_path / "a.xlsx", f'<row r="1"><c s="1"><v>{number}</v></c></row>')
    changed(path, lambda name, content: styles.encode() if name == "xl/styles.xml" else content)
    [[found]] = values(path)
    assert str(found) == SERIALS[number]


def test_an_ods_without_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as members:
        members.writestr("mimetype", ODS)
        members.writestr("content.xml", "<content/>")
    refused(path, "damaged")
