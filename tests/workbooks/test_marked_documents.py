"""A document that was checked comes back as one, with its deviating cells and lines marked, and all that was in it."""

from __future__ import annotations

import io
import re
import zipfile
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from fanpage_names.reports.colors import COLORS
from fanpage_names.tables.formats import Options
from fanpage_names.tables.package import DOCUMENT
from fanpage_names.workbooks.document_comments import SPACE
from fanpage_names.workbooks.marking import write_marked
from tests.cli.running import start
from tests.districts.cases import CASES, CHAT, FULL, HAI_MINH
from tests.districts.writing import write_docx, write_xlsx
from tests.tables.test_document import package
from tests.workbooks.bookcases import checked_sheets

ERROR, WARNING = (COLORS[severity] for severity in ("error", "warning"))


def marked(path: Path, notice: str = "") -> Path:
    stream = io.BytesIO()
    options = Options("vi", notice=notice)
    assert write_marked(str(path), checked_sheets(path), stream, options, in_place=True) == ()
    out = path.with_name(f"marked-{path.name}")
    out.write_bytes(stream.getvalue())
    return out


def texts(path: Path) -> list[str]:
    return [element.text or "" for element in Document(str(path)).element.body.iter(qn("w:t"))]


def colors(path: Path) -> list[str]:
    """The text of each cell or line that is shaded, with its colour."""
    found = []
    for shading in Document(str(path)).element.body.iter(qn("w:shd")):
        piece: Any = shading.getparent().getparent()
        text = "".join(one.text or "" for one in piece.iter(qn("w:t")))
        found.append(f"{text}: {shading.get(qn('w:fill'))}")
    return found


def said(path: Path) -> list[tuple[str, str]]:
    """What is said in comments, each with the text that it is tied to."""
    document: Any = Document(str(path))
    tied: dict[int, str] = {}
    within: set[int] = set()
    for element in document.element.body.iter():
        number = int(element.get(qn("w:id"), -1))
        if element.tag == qn("w:commentRangeStart"):
            within.add(number)
            tied[number] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            within.remove(number)
        elif element.tag == qn("w:t"):
            tied.update({one: tied[one] + element.text for one in within})
    assert not within
    return [(tied[one.comment_id], one.text) for one in document.comments]


def report(path: Path) -> Path:
    document: Any = Document()
    document.add_paragraph("BÁO CÁO")
    table = document.add_table(4, 3)
    rows = (
        ("Đơn vị", "Tên trang", "Đường link"),
        ("Xã Hải Minh", "MTTQ xã Hải Minh", "https://m.facebook.com/haiminh"),
        ("Xã Hải Anh", "Mặt trận Hải Anh Hải Hậu Nam Định", "https://www.facebook.com/haianh"),
        ("Xã Hải Bắc", "Mặt trận Hải Bắc Hải Hậu Nam Định", ""),
    )
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_comment(table.cell(2, 1).paragraphs[0].runs, text="Đã gọi", author="Lan")
    document.save(str(path))
    return path


def test_cells_are_coloured_and_say_what_to_write(tmp_path: Path) -> None:
    path = report(tmp_path / "a.docx")
    out = marked(path)
    assert texts(out) == texts(path)
    assert colors(out) == [
        f"MTTQ xã Hải Minh: {ERROR}",
        f"https://m.facebook.com/haiminh: {WARNING}",
        f": {WARNING}",
    ]
    comments = said(out)
    assert comments[0] == ("Mặt trận Hải Anh Hải Hậu Nam Định", "Đã gọi")
    assert comments[1][0] == "MTTQ xã Hải Minh"
    assert comments[1][1].startswith("FN402: mở đầu bằng “MTTQ”; sửa thành “Mặt trận”\n")
    assert comments[1][1].endswith("\nViết: Mặt trận Hải Minh Hải Hậu Nam Định")
    assert comments[2][1].endswith("Viết: https://www.facebook.com/haiminh")
    assert comments[3] == ("", "FN601: chưa ghi đường link của trang")


def test_every_other_part_is_there_byte_for_byte(tmp_path: Path) -> None:
    path = report(tmp_path / "a.docx")
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(marked(path)) as after:
        changed = {
            name for name in after.namelist() if name not in before.namelist() or before.read(name) != after.read(name)
        }
        assert set(before.namelist()) <= set(after.namelist())
    assert changed == {DOCUMENT, "word/comments.xml"}


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case.merged])
def test_whole_lists(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write_docx(CASES[name], path)
    out = marked(path)
    assert texts(out) == texts(path)
    again = marked(out)
    assert (texts(again), colors(again)) == (texts(out), colors(out))
    unsaid = [re.sub(r"đã có ở \S+\.docx", "", text) for _, text in said(again)]
    assert unsaid == [re.sub(r"đã có ở \S+\.docx", "", text) for _, text in said(out)]


def test_lines_outside_tables(tmp_path: Path) -> None:
    document: Any = Document()
    for line in CHAT.splitlines():
        document.add_paragraph(line)
    document.save(str(tmp_path / "a.docx"))
    out = marked(tmp_path / "a.docx")
    assert texts(out) == texts(tmp_path / "a.docx")
    assert [color.rsplit(": ", 1)[0] for color in colors(out)] == [text for text, _ in said(out)]
    assert len(colors(out)) == 3


def test_what_was_mended_since_is_marked_no_longer(tmp_path: Path) -> None:
    out = marked(report(tmp_path / "a.docx"))
    document: Any = Document(str(out))
    document.tables[0].cell(1, 1).paragraphs[0].runs[0].text = FULL[HAI_MINH]
    document.save(str(out))
    again = marked(out)
    assert colors(again) == [f"https://m.facebook.com/haiminh: {WARNING}", f": {WARNING}"]
    assert [text.split(":")[0] for _, text in said(again)] == ["Đã gọi", "FN603", "FN601"]


CELL = "<x:tc>{}<x:p{}><x:r><x:t>{}</x:t></x:r></x:p></x:tc>"


@pytest.mark.parametrize(
    ("properties", "paragraph", "shaded"),
    [
        ("", "", '<x:tc><w:tcPr xmlns:w="{w}" >{shading}</w:tcPr><x:p>'),
        ("<x:tcPr/>", "", "<x:tc><x:tcPr>{shading}</x:tcPr><x:p>"),
        (
            '<x:tcPr><x:vAlign x:val="top"/></x:tcPr>',
            "",
            '<x:tc><x:tcPr>{shading}<x:vAlign x:val="top"/></x:tcPr><x:p>',
        ),
        (
            '<x:tcPr><x:tcW x:w="1"/><x:noWrap/></x:tcPr>',
            ' x:rsidR="1"',
            '<x:tc><x:tcPr><x:tcW x:w="1"/>{shading}<x:noWrap/></x:tcPr><x:p x:rsidR="1">',
        ),
        ('<x:tcPr><x:shd x:fill="auto"></x:shd></x:tcPr>', "", "<x:tc><x:tcPr>{shading}</x:tcPr><x:p>"),
    ],
)
def test_the_order_of_a_cell_s_properties(properties: str, paragraph: str, shaded: str, tmp_path: Path) -> None:
    cells = "".join(CELL.format("", "", text) for text in ("Tên trang", "Link"))
    name = CELL.format(properties, paragraph, "MTTQ Hải Hậu Nam Định")
    rows = f"<x:tr>{cells}</x:tr><x:tr>{name}<x:tc><x:p/></x:tc></x:tr>"
    body = f'<x:document xmlns:x="{SPACE}"><x:body><x:tbl>{rows}</x:tbl></x:body></x:document>'
    package(tmp_path / "a.docx", body)
    with zipfile.ZipFile(marked(tmp_path / "a.docx")) as archive:
        written = archive.read(DOCUMENT).decode()
        assert "word/comments.xml" in archive.namelist()
    shading = f'<w:shd xmlns:w="{SPACE}" w:val="clear" w:color="auto" w:fill="{ERROR}"/>'
    assert shaded.format(shading=shading, w=SPACE) + "<w:commentRangeStart xmlns" in written
    assert re.search(
        r"<x:p><w:commentRangeStart [^>]*/><w:commentRangeEnd [^>]*/><w:r [^>]*>.*?</w:r></x:p></x:tc>", written
    )
    assert marked(tmp_path / "marked-a.docx").is_file()


def test_documents_and_workbooks_fill_a_folder(tmp_path: Path) -> None:
    run = partial(start, folder=tmp_path)
    case = CASES["two header rows, an unknown heading"]
    write_docx(case, tmp_path / "a.docx")
    write_xlsx(case, tmp_path / "b.xlsx")
    assert run("check", "a.docx", "b.xlsx", "-o", "out/").status == 1
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.docx", "b.xlsx"]
    assert texts(tmp_path / "out" / "a.docx") == texts(tmp_path / "a.docx")
    assert colors(tmp_path / "out" / "a.docx")
    assert run("check", "a.docx", "-o", "c.docx").status == 1
    assert colors(tmp_path / "c.docx") == colors(tmp_path / "out" / "a.docx")
    assert run("check", "a.docx", "-o", "a.docx", "--force").status == 2


def test_a_notice_stands_in_the_first_comment(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write_docx(CASES["names that begin as a signature does"], path)
    first, *others = (text for _, text in said(marked(path, "Sai danh sách")))
    assert first.startswith("Sai danh sách\nFN")
    assert not any("Sai danh sách" in text for text in others)
