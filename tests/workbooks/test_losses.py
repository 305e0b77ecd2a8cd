"""A marked copy keeps every part of a workbook but those that it marks; what it cannot keep is named."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from fanpage_names.tables.formats import Options
from fanpage_names.workbooks.losses import losses
from fanpage_names.workbooks.marking import write_marked
from tests.programs import in_office, page_count, printed
from tests.workbooks.bookcases import SAMPLES, checked_sheets, report

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
MARKED = {
    "[Content_Types].xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/_rels/sheet1.xml.rels",
    "xl/drawings/vmlDrawing1.vml",
    "xl/comments1.xml",
}


def full(path: Path) -> Path:
    """A workbook with one of everything that a sheet can hold."""
    with Workbook(path) as book:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, ["Tên trang", "Link", "Số"])
        sheet.write_row(1, 0, ["MTTQ Hải Minh Hải Hậu", "fb.com/mattranhaiminh", 1])
        sheet.write_comment("A2", "đã hỏi lại")
        sheet.insert_image("E3", "dot.png", {"image_data": io.BytesIO(DOT)})
        sheet.insert_textbox("E9", "x")
        sheet.add_sparkline("D2", {"range": "S!C2:C2"})
        sheet.insert_button("E20")
        sheet.add_table("A1:C2", {"columns": [{"header": name} for name in ("Tên trang", "Link", "Số")]})
        drawn = book.add_chart({"type": "column"})
        drawn.add_series({"values": "=S!$C$2:$C$2"})
        sheet.insert_chart("G3", drawn)
        sheet.set_header("&L&G", {"image_left": "dot.png", "image_data_left": io.BytesIO(DOT)})
    return path


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def marked(path: Path) -> Path:
    out = path.with_name("out.xlsx")
    with out.open("wb") as stream:
        assert write_marked(str(path), checked_sheets(path), stream, Options("vi")) == ()
    return out


@pytest.mark.filterwarnings("ignore:Sparkline")
def test_every_other_part_is_there_byte_for_byte(tmp_path: Path) -> None:
    path = full(tmp_path / "a.xlsx")
    out = marked(path)
    old, new = parts(path), parts(out)
    assert {name: content for name, content in old.items() if name not in MARKED} == {
        name: content for name, content in new.items() if name in old and name not in MARKED
    }
    assert new.keys() - old.keys() == {"xl/worksheets/sheet2.xml"}
    for piece in (b"<x14:sparkline>", b"<tableParts", b"<drawing ", b"<legacyDrawingHF "):
        assert piece in new["xl/worksheets/sheet1.xml"]
    assert new["xl/worksheets/sheet1.xml"].count(b"<legacyDrawing ") == 1
    assert new["xl/drawings/vmlDrawing1.vml"].count(b'ObjectType="Note"') == 2
    comment = load_workbook(out)["S"]["A2"].comment
    assert comment
    assert comment.text.startswith("đã hỏi lại\n\nFN402: ")


@in_office
@pytest.mark.filterwarnings("ignore:Sparkline")
def test_an_office_opens_it(tmp_path: Path) -> None:
    assert page_count(*printed(tmp_path, marked(full(tmp_path / "a.xlsx")))) > 0


@pytest.mark.parametrize(
    ("part", "lost"),
    [
        ("xl/vbaProject.bin", ["macros"]),
        ("_xmlsignatures/sig1.xml", ["digital signatures"]),
        ("xl/slicers/slicer1.xml", []),
    ],
)
def test_what_is_lost(tmp_path: Path, part: str, lost: list[str]) -> None:
    path = report(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(part, b"x")
    assert [text.in_lang("en") for text in losses(path)] == lost


def test_a_workbook_with_macros_becomes_a_plain_one(tmp_path: Path) -> None:
    path, out = tmp_path / "a.xlsm", tmp_path / "out.xlsx"
    (tmp_path / "vba.bin").write_bytes(b"\xd0\xcf\x11\xe0 macros")
    with Workbook(path) as book:
        book.add_vba_project(str(tmp_path / "vba.bin"))
        book.add_worksheet("S").write_column(0, 0, ["Tên trang", "MTTQ Hải Hậu"])
    with out.open("wb") as stream:
        lost = write_marked(str(path), checked_sheets(path), stream, Options("en"))
    assert [text.in_lang("en") for text in lost] == ["macros"]
    found = parts(out)
    assert "xl/vbaProject.bin" not in found
    assert b"macroEnabled" not in found["[Content_Types].xml"]
    assert b"vbaProject" not in found["xl/_rels/workbook.xml.rels"]
    assert load_workbook(out)["S"]["A2"].value == "MTTQ Hải Hậu"


def test_the_samples_lose_nothing() -> None:
    assert [losses(SAMPLES / name) for name in ("bao-cao-hai-hau.xlsx", "bao-cao-nam-dinh.xlsx")] == [(), ()]
