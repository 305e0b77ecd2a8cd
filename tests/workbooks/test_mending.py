"""`fix` with workbooks: names and links in their cells, all else as it was."""

from __future__ import annotations

import shutil
import zipfile
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook

from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.reading import read_rows
from tests.cli.running import Run, start
from tests.workbooks.bookcases import SAMPLES, SHEET, pages, report, same_but, widths


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


@pytest.mark.parametrize("name", ["bao-cao-hai-hau.xlsx", "bao-cao-nam-dinh.xlsx"])
def test_reports_as_districts_send_them(run: Run, tmp_path: Path, name: str) -> None:
    path = SAMPLES / name
    run("fix", str(path), "-o", "out.xlsx")
    rows = [f"{column}{row.row}" for row in read_rows(str(path), ReadOptions(), lambda _: True) for column in "CD"]
    same_but(path, tmp_path / "out.xlsx", set(rows))
    again = run("check", "out.xlsx", "--format", "csv", "--ignore", "FN601,FN602", "-q")
    assert again.status == 0
    assert ",deviates," not in again.out
    assert pages(tmp_path / "out.xlsx", tmp_path) > 0


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
    assert "does not keep" not in done.err
    with zipfile.ZipFile(tmp_path / "out.xlsm") as archive:
        assert archive.read("xl/vbaProject.bin") == b"x"
        assert b"macroEnabled" in archive.read("[Content_Types].xml")
    done = run("fix", "a.xlsm", "-o", "out.xlsx", "-q")
    assert "the copy does not keep: macros" in done.err


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("a.xlsx", "out.csv", "out.csv: the copy must be a file of the same kind as a.xlsx"),
        ("a.csv", "out.xlsx", "out.xlsx: the copy must be a file of the same kind as a.csv"),
        ("names.ods", "out.xlsx", "names.ods: fix cannot write this kind of file"),
    ],
)
def test_another_kind_of_file_is_refused(run: Run, tmp_path: Path, source: str, target: str, message: str) -> None:
    (tmp_path / "a.csv").write_text("Tên trang\nMTTQ Hải Hậu\n", encoding="utf-8")
    shutil.copy(SAMPLES / "names.ods", tmp_path)
    done = run("fix", source, "-o", target, "-q")
    assert (done.status, message in done.err) == (2, True)
    assert not (tmp_path / target).exists()


def test_what_would_change_in_a_workbook(run: Run) -> None:
    done = run("fix", "a.xlsx", "--diff", "-q")
    assert done.out.splitlines() == [
        "--- a.xlsx",
        "+++ a.xlsx",
        "@@ -6,1 +6,1 @@",
        "-MTTQ Hải Minh Hải Hậu\tfb.com/mattranhaiminh",
        "+Mặt trận Hải Minh Hải Hậu Nam Định\thttps://www.facebook.com/mattranhaiminh",
    ]


def test_a_folder_of_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    shutil.move(tmp_path / "a.xlsx", tmp_path / "in")
    (tmp_path / "in" / "b.csv").write_text("Tên trang\nMTTQ Hải Minh Hải Hậu Nam Định\n", encoding="utf-8")
    run("fix", "in", "-o", "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.xlsx", "b.csv"]
    assert "Mặt trận Hải Minh Hải Hậu Nam Định" in (tmp_path / "out" / "b.csv").read_text(encoding="utf-8")
