"""`fix` with documents and ods workbooks: names and links in their cells, all else as it was."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.table import Table

from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.reading import read_rows
from tests.cli.running import start
from tests.programs import in_office, page_count, printed
from tests.tables.bookfiles import ods, ods_row
from tests.tables.test_document import W
from tests.workbooks.bookcases import SAMPLES

RIGHT = "Mặt trận Hải Hậu Nam Định"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPEN = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
FIELD = (
    f"<w:p {W}>{OPEN}<w:r><w:instrText>HYPERLINK </w:instrText></w:r>"
    '<w:r><w:instrText>"http://m.facebook.com/mattranyyen"</w:instrText></w:r>'
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>Xem trang</w:t></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
)


def found(path: Path) -> list[tuple[int, str, str | None]]:
    return [(row.row, row.name, row.link) for row in read_rows(str(path), ReadOptions(), lambda _: True)]


def add_link(table: Table, row: int, target: str, text: str) -> None:
    paragraph = table.cell(row, 2).paragraphs[0]
    number = paragraph.part.relate_to(target, f"{R}/hyperlink", is_external=True)
    xml = f'<w:hyperlink {W} xmlns:r="{R}" r:id="{number}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink>'
    paragraph._p.append(parse_xml(xml))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    document = Document()
    document.add_heading("BÁO CÁO")
    table = document.add_table(5, 3)
    table.style = "Table Grid"
    for row, texts in enumerate((["TT", "Tên trang", "Link"], ["1"], ["2"], ["3"], ["4", RIGHT])):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    name = table.cell(1, 1).paragraphs[0]
    name.add_run("MTTQ ").bold = True
    name.add_run("Hải Hậu\tNam Định").italic = True
    add_link(table, 1, "http://fb.com/mattranhaihau", "fb.com/mattranhaihau")
    table.cell(2, 1).text = "MTTQ"
    table.cell(2, 1).add_paragraph("Ý Yên Nam Định")
    table.cell(2, 2)._tc.insert(1, parse_xml(FIELD))
    table.cell(3, 1).text = "Mặt trận Nghĩa Hưng Nam Định"
    add_link(table, 3, "https://m.facebook.com/mattrannghiahung", "tại đây")
    document.add_paragraph("Nơi nhận: MTTQ Hải Hậu Nam Định")
    document.save(str(tmp_path / "a.docx"))
    return tmp_path


def test_links_behind_words_are_read(report: Path) -> None:
    assert [link for _, _, link in found(report / "a.docx")] == [
        "fb.com/mattranhaihau",
        "http://m.facebook.com/mattranyyen",
        "https://m.facebook.com/mattrannghiahung",
        "",
    ]


def test_a_document(report: Path) -> None:
    done = start("fix", "a.docx", "-o", "out.docx", "--ignore", "FN601,FN506", folder=report)
    assert (done.status, done.err.splitlines()[1]) == (0, "fanpage-names: 4 names: 3 mended, 0 left")
    assert found(report / "out.docx") == [
        (2, RIGHT, "https://www.facebook.com/mattranhaihau"),
        (3, "Mặt trận Ý Yên Nam Định", "https://www.facebook.com/mattranyyen"),
        (4, "Mặt trận Nghĩa Hưng Nam Định", "https://www.facebook.com/mattrannghiahung"),
        (5, RIGHT, ""),
    ]
    new = Document(str(report / "out.docx"))
    cells = [[cell.text for cell in row.cells] for row in new.tables[0].rows]
    assert [line[2].strip() for line in cells] == [
        "Link",
        "https://www.facebook.com/mattranhaihau",
        "Xem trang",
        "tại đây",
        "",
    ]
    name = new.tables[0].cell(1, 1).paragraphs[0]
    assert [(run.text, run.bold) for run in name.runs if run.text] == [(RIGHT, True)]
    assert len(new.tables[0].cell(2, 1).paragraphs) == 1
    assert new.paragraphs[-1].text == "Nơi nhận: MTTQ Hải Hậu Nam Định"
    with zipfile.ZipFile(report / "a.docx") as old, zipfile.ZipFile(report / "out.docx") as archive:
        assert archive.namelist() == old.namelist()
        changed = {name for name in old.namelist() if old.read(name) != archive.read(name)}
        assert changed == {"word/document.xml", "word/_rels/document.xml.rels"}


def test_a_list_of_lines_in_a_document(tmp_path: Path) -> None:
    document = Document()
    for line in ("DANH SÁCH TRANG", "MTTQ Hải Hậu Nam Định", RIGHT, "", "MTTQ\tÝ Yên\nNam Định"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    assert start("fix", "a.docx", "-o", "out.docx", "--ignore", "FN506", "-q", folder=tmp_path).status == 0
    lines = [paragraph.text for paragraph in Document(str(tmp_path / "out.docx")).paragraphs]
    assert lines == ["DANH SÁCH TRANG", RIGHT, RIGHT, "", "Mặt trận Ý Yên Nam Định"]


def write_ods(path: Path) -> None:
    """Write the sample, its name wrong."""
    with zipfile.ZipFile(SAMPLES / "names.ods") as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        content = old.read("content.xml").decode()
        for member in old.infolist():
            text = content.replace(RIGHT, "MTTQ Hải Hậu Nam Định").encode()
            new.writestr(member, text if member.filename == "content.xml" else old.read(member))


def test_an_ods_workbook(tmp_path: Path) -> None:
    write_ods(tmp_path / "a.ods")
    assert start("fix", "a.ods", "-o", "out.ods", "-q", folder=tmp_path).status == 0
    assert [name for _, name, _ in found(tmp_path / "out.ods")] == [RIGHT]
    with zipfile.ZipFile(tmp_path / "out.ods") as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


@in_office
def test_an_office_opens_what_was_mended(report: Path) -> None:
    write_ods(report / "b.ods")
    start("fix", "a.docx", "b.ods", "-o", "out", "-q", folder=report)
    assert all(map(page_count, printed(report, report / "out" / "a.docx", report / "out" / "b.ods")))


LINK = "xmlns:xlink='http://www.w3.org/1999/xlink' xlink:type='simple' xlink:href='http://m.facebook.com/a'"


def test_cells_that_stand_for_many(tmp_path: Path) -> None:
    other = "<table:table-cell><text:p>x</text:p></table:table-cell>"
    rows = (
        ods_row("Tên trang", before=2)
        + ods_row("MTTQ Hải Hậu Nam Định", 3, 2)
        + ods_row("", 2)
        + ods_row("MTTQ Ý Yên Nam Định", before=2).replace("</table:table-row>", other + "</table:table-row>")
    )
    ods(tmp_path / "a.ods", rows)
    done = start("fix", "a.ods", "-o", "out.ods", "--ignore", "FN506", folder=tmp_path)
    assert (done.status, done.err.splitlines()[1]) == (0, "fanpage-names: 4 names: 4 mended, 0 left")
    assert [line[:2] for line in found(tmp_path / "out.ods")] == [
        (2, RIGHT),
        (3, RIGHT),
        (4, RIGHT),
        (7, "Mặt trận Ý Yên Nam Định"),
    ]


def test_a_formula_and_a_link_of_ods(tmp_path: Path) -> None:
    def cell(content: str, attributes: str = "") -> str:
        return (
            f'<table:table-cell office:value-type="string" {attributes}><text:p>{content}</text:p></table:table-cell>'
        )

    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    rows = (
        row(cell("Tên trang"), cell("Link"))
        + row(
            cell("MTTQ Hải Hậu Nam Định", "table:formula='of:=[.D1]' office:string-value='MTTQ Hải Hậu Nam Định'"),
            cell(f"<text:a {LINK}>m.facebook.com/mattranhaihau</text:a>"),
        )
        + row(cell("MTTQ Ý Yên Nam Định"), cell("fb.com/mattranyyen"))
    )
    ods(tmp_path / "a.ods", rows)
    done = start("fix", "a.ods", "-o", "out.ods", folder=tmp_path)
    assert done.status == 1
    assert "left a.ods, S, row 2 (formula): FN402" in done.err
    assert found(tmp_path / "out.ods") == [
        (2, "MTTQ Hải Hậu Nam Định", "https://www.facebook.com/mattranhaihau"),
        (3, "Mặt trận Ý Yên Nam Định", "https://www.facebook.com/mattranyyen"),
    ]
    with zipfile.ZipFile(tmp_path / "out.ods") as archive:
        content = archive.read("content.xml").decode()
    assert 'xlink:href="https://www.facebook.com/mattranhaihau"' in content
    assert "of:=[.D1]" in content
