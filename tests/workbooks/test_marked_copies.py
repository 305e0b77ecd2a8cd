"""`check -o` with workbooks: which file goes where, and what is said about it."""

from __future__ import annotations

import shutil
import zipfile
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.running import Run, start
from tests.districts.cases import CASES, CHAT, FULL, HAI_MINH
from tests.districts.writing import write_csv, write_docx, write_ods
from tests.workbooks.bookcases import SAMPLES, SHEET, report


@pytest.fixture
def run(tmp_path: Path) -> Run:
    report(tmp_path / "a.xlsx")
    shutil.copy(SAMPLES / "nop.csv", tmp_path)
    return partial(start, folder=tmp_path)


def test_a_workbook_comes_back_marked(run: Run, tmp_path: Path) -> None:
    before = (tmp_path / "a.xlsx").read_bytes()
    done = run("check", "a.xlsx", "-o", "out.xlsx", "--lang", "vi")
    assert (done.status, done.out) == (1, "")
    assert load_workbook(tmp_path / "out.xlsx")[SHEET]["F3"].value == "Kết quả"
    assert (tmp_path / "a.xlsx").read_bytes() == before
    assert "không giữ" not in done.err


def test_the_copy_does_not_replace_its_input_or_a_file(run: Run, tmp_path: Path) -> None:
    done = run("check", "a.xlsx", "-o", "a.xlsx", "--force")
    assert (done.status, done.err.count("this is an input file")) == (2, 1)
    (tmp_path / "out.xlsx").write_bytes(b"x")
    done = run("check", "a.xlsx", "-o", "out.xlsx")
    assert (done.status, done.err.count("the file exists; add --force")) == (2, 1)
    assert (tmp_path / "out.xlsx").read_bytes() == b"x"


def test_several_inputs_fill_a_folder(run: Run, tmp_path: Path) -> None:
    shutil.copy(tmp_path / "a.xlsx", tmp_path / "b.xlsx")
    done = run("check", "a.xlsx", "b.xlsx", "nop.csv", "missing.xlsx", "-o", "out")
    assert done.status == 2
    assert "missing.xlsx: no such file" in done.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.xlsx", "b.xlsx", "nop.xlsx"]
    sheet = load_workbook(tmp_path / "out" / "b.xlsx")[SHEET]
    assert "FN506 this unit is already reported in a.xlsx, Biểu 01, row 5" in str(sheet["H5"].value)
    assert "FN506" not in str(load_workbook(tmp_path / "out" / "a.xlsx")[SHEET]["H5"].value)


def test_a_folder_of_inputs_and_a_folder_that_is_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    shutil.copy(tmp_path / "a.xlsx", tmp_path / "in" / "a.xlsx")
    assert run("check", "in", "-o", "out").status == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.xlsx"]
    done = run("check", "in", "in/a.xlsx", "-o", "out", "--force")
    assert (done.status, done.err.count("two files have this name")) == (2, 1)


def test_several_inputs_and_one_file_give_one_list(run: Run, tmp_path: Path) -> None:
    assert run("check", "a.xlsx", "nop.csv", "-o", "all.xlsx").status == 1
    sheet = load_workbook(tmp_path / "all.xlsx").worksheets[0]
    assert {row[0].value for row in sheet.iter_rows(min_row=2)} == {"a.xlsx", "nop.csv"}


def test_what_is_lost_is_named(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
        archive.writestr("xl/media/image1.emf", b"x")
        archive.writestr("xl/slicers/slicer1.xml", b"x")
    done = run("check", "a.xlsx", "-o", "out.xlsx", "-q")
    assert done.err == "fanpage-names: a.xlsx: the copy does not keep: macros\n"
    with zipfile.ZipFile(tmp_path / "out.xlsx") as archive:
        assert {"xl/media/image1.emf", "xl/slicers/slicer1.xml"} <= set(archive.namelist())


def test_a_damaged_workbook_writes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes((tmp_path / "a.xlsx").read_bytes()[:2000])
    done = run("check", "a.xlsx", "-o", "out.xlsx", "-q")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert not (tmp_path / "out.xlsx").exists()


@pytest.mark.parametrize("name", ["names.xls", "names.ods"])
def test_other_workbooks_give_a_new_one(run: Run, tmp_path: Path, name: str) -> None:
    shutil.copy(SAMPLES / name, tmp_path)
    assert run("check", name, "-o", "out.xlsx", "--exit-zero").status == 0
    titles = [cell.value for cell in load_workbook(tmp_path / "out.xlsx").worksheets[0][1]]
    assert titles[-3:] == ["Status", "Right name", "What is wrong"]


@pytest.mark.parametrize("ending", ["csv", "ods", "docx"])
def test_a_list_of_another_kind_comes_back_row_by_row(run: Run, tmp_path: Path, ending: str) -> None:
    case = CASES["two header rows, an unknown heading"]
    {"csv": write_csv, "ods": write_ods, "docx": write_docx}[ending](case, tmp_path / f"b.{ending}")
    assert run("check", f"b.{ending}", "-o", "out.xlsx").status == 1
    rows = list(load_workbook(tmp_path / "out.xlsx").worksheets[0].values)
    for number, cells in enumerate(case.rows):
        assert [str(cell) for cell in cells if cell != ""] == [
            str(cell) for cell in rows[number][:6] if cell is not None
        ]
    assert rows[7][6:8] == ("deviating", FULL[HAI_MINH])


def test_a_text_comes_back_line_by_line_and_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_text(CHAT, encoding="utf-8")
    assert run("check", "chat.txt", "-o", "out.xlsx").status == 1
    rows = list(load_workbook(tmp_path / "out.xlsx").worksheets[0].values)
    assert [row[0] for row in rows] == CHAT.splitlines()
    assert [number for number, row in enumerate(rows, 1) if row[1]] == [2, 4, 6]


def test_the_line_above_the_names_of_a_text_is_there_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tên trang\n\nMTTQ Hải Hậu Nam Định\n", encoding="utf-8")
    assert run("check", "a.txt", "-o", "out.xlsx").status == 1
    found = [row[:2] for row in load_workbook(tmp_path / "out.xlsx").worksheets[0].values]
    assert found == [("Tên trang", "Status"), (None, None), ("MTTQ Hải Hậu Nam Định", "deviating")]
