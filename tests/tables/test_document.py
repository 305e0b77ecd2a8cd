"""Tables of docx documents, their XML written by hand."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from fanpage_names.errors import UseError
from fanpage_names.tables.grid import ReadOptions
from tests.tables.reading_cases import NAMES, layouts, names, numbered

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def package(path: Path, document: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", document)
    return path


def document(path: Path, body: str, before: str = "") -> Path:
    return package(path, f"{before}<w:document {W}><w:body>{body}</w:body></w:document>")


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def cell(content: str, properties: str = "") -> str:
    content = content if content.startswith("<") else f"<w:p>{run(content)}</w:p>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells) + "</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


LETTERHEAD = table(row("ỦY BAN MTTQ VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
LIST = table(
    row(cell("TT", '<w:vMerge w:val="restart"/>'), cell("Trang cộng đồng", '<w:gridSpan w:val="2"/>'), "Ghi chú"),
    row(cell("TT", "<w:vMerge/>"), "Tên trang", "Đường link", ""),
    row("1", NAMES[0], "fb.com/a", "x"),
    row("2", cell(f"<w:p>{run('Mặt trận')}</w:p><w:p>{run('Hải Hậu')}</w:p>"), "", ""),
)


def test_the_table_with_names(tmp_path: Path) -> None:
    path = document(tmp_path / "a.docx", LETTERHEAD + "<w:p/>" + LIST)
    assert layouts(path) == [("Bảng 2", {"name": 2, "link": 3, "note": 4})]
    assert numbered(path) == [(3, NAMES[0]), (4, "Mặt trận\nHải Hậu")]


@pytest.mark.parametrize("told", ["2", "Bảng 2", "bang 2"])
def test_a_told_table(tmp_path: Path, told: str) -> None:
    path = document(tmp_path / "a.docx", LIST + LIST)
    assert [sheet for sheet, _ in layouts(path, ReadOptions(sheet=told))] == ["Bảng 2"]
    with pytest.raises(UseError, match="no sheet '3'; it has: 'Bảng 1', 'Bảng 2'"):
        names(path, ReadOptions(sheet="3"))


def test_content_controls_and_tracked_changes(tmp_path: Path) -> None:
    deleted = f"<w:del><w:r><w:delText>Ủy ban </w:delText></w:r></w:del><w:moveFrom>{run('cũ')}</w:moveFrom>"
    name = f"<w:sdt><w:sdtContent><w:p>{deleted}{run('Mặt trận')}<w:ins>{run(' Hải')}</w:ins>"
    name += (
        "<w:hyperlink><w:r><w:tab/><w:t>Hậu</w:t><w:noBreakHyphen/></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>"
    )
    rows = row("TT", "Tên trang"), f"<w:sdt><w:sdtContent>{row('1', cell(name))}</w:sdtContent></w:sdt>"
    assert names(document(tmp_path / "a.docx", table(*rows))) == ["Mặt trận Hải\tHậu-"]


def test_a_table_in_a_table_is_read_by_itself(tmp_path: Path) -> None:
    outer = table(row(cell(LIST + "<w:p/>")))
    assert names(document(tmp_path / "a.docx", outer)) == [NAMES[0], "Mặt trận\nHải Hậu"]


def test_cells_left_out_at_the_beginning_of_a_row(tmp_path: Path) -> None:
    late = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell(NAMES[0])}</w:tr>'
    assert names(document(tmp_path / "a.docx", table(row("TT", "Tên trang"), late))) == [NAMES[0]]


@pytest.mark.parametrize(
    ("body", "before", "message"),
    [
        ("<w:p>", "", "damaged"),
        (LIST, '<!DOCTYPE x [<!ENTITY a "b">]>', "damaged"),
    ],
)
def test_a_document_that_cannot_be_used(tmp_path: Path, body: str, before: str, message: str) -> None:
    with pytest.raises(UseError, match=message):
        names(document(tmp_path / "a.docx", body, before))
