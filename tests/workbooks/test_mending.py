"""`fix` with workbooks: names and links in their cells, all else as it was."""

from __future__ import annotations

import shutil
import zipfile
from functools import partial
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from openpyxl import load_workbook

from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.reading import read_rows
from tests.cli.running import Run, start
from tests.programs import in_office, page_count, printed
from tests.workbooks.bookcases import REPORTS, SAMPLES, SHEET, report, same_but, widths


@pytest.fixture
def run(tmp_path: Path) -> Run:
    report(tmp_path / "a.xlsx")
    return partial(start, folder=tmp_path)


def test_only_names_and_links_change(run: Run, tmp_path: Path) -> None:
    before = (tmp_path / "a.xlsx").read_bytes()
    done = run("fix", "a.xlsx", "-o", "out.xlsx")
    assert (done.status, done.out) == (1, "")
    assert "4 names: 1 mended, 2 left" in done.err
    same_but(tmp_path / "a.xlsx", tmp_path / "out.xlsx", {"C6", "D6"})
    old, new = (load_workbook(tmp_path / name)[SHEET] for name in ("a.xlsx", "out.xlsx"))
    assert new["C6"].value == "Mặt trận Hải Minh Hải Hậu Nam Định"
    assert new["D6"].value == "https://www.facebook.com/mattranhaiminh"
    assert new["C6"].comment
    assert widths(new, 9) == widths(old, 9)
    assert new.dimensions == old.dimensions
    assert (tmp_path / "a.xlsx").read_bytes() == before


@pytest.mark.parametrize("name", REPORTS)
def test_reports_as_districts_send_them(run: Run, tmp_path: Path, name: str) -> None:
    path = SAMPLES / name
    run("fix", str(path), "-o", "out.xlsx")
    rows = [f"{column}{row.row}" for row in read_rows(str(path), ReadOptions(), lambda _: True) for column in "CD"]
    same_but(path, tmp_path / "out.xlsx", set(rows))
    again = run("check", "out.xlsx", "--format", "csv", "--ignore", "FN601,FN602", "-q")
    assert again.status == 0
    assert ",deviates," not in again.out


def test_a_link_that_can_be_clicked_leads_to_where_it_says(run: Run, tmp_path: Path) -> None:
    book = load_workbook(tmp_path / "a.xlsx")
    book[SHEET]["D6"].hyperlink = "https://m.facebook.com/mattranhaiminh?mibextid=x"
    book.save(tmp_path / "a.xlsx")
    run("fix", "a.xlsx", "-o", "out.xlsx")
    link = load_workbook(tmp_path / "out.xlsx")[SHEET]["D6"]
    assert link.hyperlink
    assert link.hyperlink.target == link.value == "https://www.facebook.com/mattranhaiminh"


def test_macros_stay_in_a_macro_workbook(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    shutil.copy(tmp_path / "a.xlsx", tmp_path / "a.xlsm")
    done = run("fix", "a.xlsm", "-o", "out.xlsm", "-q")
    assert (done.status, done.err) == (1, "")
    with zipfile.ZipFile(tmp_path / "out.xlsm") as archive:
        assert archive.read("xl/vbaProject.bin") == b"x"
    done = run("fix", "a.xlsm", "-o", "out.xlsx", "-q")
    assert (done.status, "end its name in .xlsm" in done.err) == (2, True)


def with_a_chart(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_column(0, 0, ["Tên trang", "MTTQ Hải Hậu Nam Định"])
        sheet.insert_textbox("D4", "chữ ký")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Sheet1!$A$1:$A$2"})
        sheet.insert_chart("D9", chart)


def test_every_other_part_is_there_byte_for_byte(run: Run, tmp_path: Path) -> None:
    with_a_chart(tmp_path / "b.xlsx")
    assert (run("fix", "b.xlsx", "-o", "out.xlsx", "-q").status, run("check", "out.xlsx", "-q").status) == (0, 0)
    with zipfile.ZipFile(tmp_path / "b.xlsx") as old, zipfile.ZipFile(tmp_path / "out.xlsx") as new:
        assert new.namelist() == old.namelist()
        written = {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/worksheets/_rels/sheet1.xml.rels"}
        assert {name for name in old.namelist() if old.read(name) != new.read(name)} <= written


@in_office
def test_an_office_opens_what_was_mended(run: Run, tmp_path: Path) -> None:
    for name in REPORTS:
        shutil.copy(SAMPLES / name, tmp_path)
    with_a_chart(tmp_path / "b.xlsx")
    names = (*REPORTS, "b.xlsx")
    run("fix", *names, "-o", "out")
    assert all(map(page_count, printed(tmp_path, *(tmp_path / "out" / name for name in names))))


def test_a_signature_is_said_to_be_lost(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<x/>")
    assert "the copy does not keep: digital signatures" in run("fix", "a.xlsx", "-o", "out.xlsx").err


def test_a_formula_is_never_written_over(run: Run, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "b.xlsx") as book:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, ["Tên trang", "Link"])
        sheet.write_formula(1, 0, '=CONCAT("MTTQ ","Hải Hậu Nam Định")', None, "MTTQ Hải Hậu Nam Định")
        sheet.write_formula(1, 1, '="fb.com/"&"mattranhaihau"', None, "fb.com/mattranhaihau")
        sheet.write_row(2, 0, ["MTTQ Ý Yên Nam Định", "fb.com/mattranyyen"])
        sheet.write_array_formula("A4:A5", "{=D4:D5}", None, "MTTQ Hải Minh Hải Hậu Nam Định")
        sheet.write_string(4, 0, "MTTQ Hải Anh Hải Hậu Nam Định")
    done = run("fix", "b.xlsx", "-o", "out.xlsx", "--ignore", "FN601")
    assert done.status == 1
    assert done.err.splitlines()[1:] == [
        "fanpage-names: 4 names: 1 mended, 3 left",
        "fanpage-names: mended: FN402 × 1, FN603 × 1",
        "fanpage-names: left b.xlsx, S, row 2 (formula): FN402 FN603",
        "fanpage-names: left b.xlsx, S, row 4 (formula): FN402",
        "fanpage-names: left b.xlsx, S, row 5 (formula): FN402",
        "fanpage-names: 4 names or links are made by formulas and were not written over; mend the formulas themselves",
    ]
    new = load_workbook(tmp_path / "out.xlsx")["S"]
    assert str(new["A2"].value).startswith("=CONCAT(")
    assert str(new["B2"].value).startswith('="fb.com/"')
    assert [new["A3"].value, new["B3"].value] == ["Mặt trận Ý Yên Nam Định", "https://www.facebook.com/mattranyyen"]
    values = load_workbook(tmp_path / "out.xlsx", data_only=True)["S"]
    assert [values["A2"].value, values["A4"].value] == ["MTTQ Hải Hậu Nam Định", "MTTQ Hải Minh Hải Hậu Nam Định"]


def test_a_link_behind_words_changes_and_the_words_stay(run: Run, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "b.xlsx") as book:
        sheet = book.add_worksheet("S")
        sheet.write_row(0, 0, ["Tên trang", "Link"])
        for row, unit in enumerate(("Hải Hậu", "Ý Yên"), 1):
            sheet.write_string(row, 0, f"Mặt trận {unit} Nam Định")
            sheet.write_url(row, 1, f"http://m.facebook.com/mattran{row}?ref=x", string="Xem trang")
    assert run("fix", "b.xlsx", "-o", "out.xlsx", "-q").status == 0
    new = load_workbook(tmp_path / "out.xlsx")["S"]
    for row in (2, 3):
        cell = new.cell(row, 2)
        assert cell.hyperlink
        assert (cell.value, cell.hyperlink.target) == ("Xem trang", f"https://www.facebook.com/mattran{row - 1}")
    assert run("check", "out.xlsx", "-q").status == 0


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("a.xlsx", "out.csv", "out.csv: the copy must be a file of the same kind as a.xlsx"),
        ("a.csv", "out.xlsx", "out.xlsx: the copy must be a file of the same kind as a.csv; end its name in .csv"),
        (
            "names.ods",
            "out.xlsx",
            "the copy must be a file of the same kind as names.ods; end its name in .ods",
        ),
        (
            "names.xls",
            "out.xls",
            "names.xls: fix cannot write the old .xls; open it in Excel or LibreOffice",
        ),
    ],
)
def test_another_kind_of_file_is_refused(run: Run, tmp_path: Path, source: str, target: str, message: str) -> None:
    (tmp_path / "a.csv").write_text("Tên trang\nMTTQ Hải Hậu\n", encoding="utf-8")
    shutil.copy(SAMPLES / "names.ods", tmp_path)
    shutil.copy(SAMPLES / "names.xls", tmp_path)
    done = run("fix", source, "-o", target, "-q")
    assert (done.status, message in done.err) == (2, True)
    assert not (tmp_path / target).exists()


def test_what_would_change_in_a_workbook(run: Run) -> None:
    done = run("fix", "a.xlsx", "--diff", "-q")
    assert done.out.splitlines() == [
        "--- a.xlsx",
        "+++ a.xlsx",
        "@@ -6,1 +6,1 @@",
        "-MTTQ Hải Minh Hải Hậu | fb.com/mattranhaiminh",
        "+Mặt trận Hải Minh Hải Hậu Nam Định | https://www.facebook.com/mattranhaiminh",
    ]


def test_a_folder_of_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    shutil.move(tmp_path / "a.xlsx", tmp_path / "in")
    (tmp_path / "in" / "b.csv").write_text("Tên trang\nMTTQ Hải Minh Hải Hậu Nam Định\n", encoding="utf-8")
    run("fix", "in", "-o", "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.xlsx", "b.csv"]
    assert "Mặt trận Hải Minh Hải Hậu Nam Định" in (tmp_path / "out" / "b.csv").read_text(encoding="utf-8")
