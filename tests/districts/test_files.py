"""Files as districts send them: every name where a person reads it, its unit and link; what carries none is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]
from docx import Document

from fanpage_names.check import Checker, check_rows
from fanpage_names.errors import UseError
from fanpage_names.rows import Checked
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.log import ReadingLog
from fanpage_names.tables.reading import read_rows
from fanpage_names.units.loading import load_units
from tests.districts.cases import (
    CASES,
    CHAT,
    CHAT_NAMES,
    FULL,
    GROUPED,
    GROUPED_NAMES,
    HAI_ANH,
    HAI_BAC,
    HAI_MINH,
    Case,
    Name,
    fb,
)
from tests.districts.odd_cases import LETTER, LETTER_NAMES, ODD_CASES, TEXTS
from tests.districts.writing import write_csv, write_docx, write_ods, write_xlsx

CHECKER = Checker(load_units("nam_dinh_units"))
FILES = Path(__file__).parent / "converted"


def read(path: Path) -> tuple[list[Checked], ReadingLog]:
    log = ReadingLog()
    rows = read_rows(str(path), ReadOptions(), lambda text: CHECKER.check(text).unit is not None, log)
    return list(check_rows(CHECKER, rows)), log


def names(checked: Sequence[Checked]) -> list[Name]:
    return [
        (one.row.row, one.row.name, one.result.unit.code if one.result.unit else None, one.row.link or None)
        for one in checked
    ]


def files() -> Iterator[Any]:
    for name, case in {**CASES, **ODD_CASES}.items():
        yield pytest.param(case, write_xlsx, "xlsx", id=f"{name}-xlsx")
        if not case.merged:
            yield pytest.param(case, write_csv, "csv", id=f"{name}-csv")
    for name in ("an export of a form", "two header rows, an unknown heading", "what says that there is no page"):
        yield pytest.param(CASES[name], write_ods, "ods", id=f"{name}-ods")
        yield pytest.param(CASES[name], write_docx, "docx", id=f"{name}-docx")


@pytest.mark.parametrize(("case", "write", "ending"), list(files()))
def test_a_list(case: Case, write: Callable[[Case, Path], None], ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{ending}"
    write(case, path)
    checked, log = read(path)
    assert names(checked) == list(case.names)
    passed = dict(log.passed)
    expected = case.passed
    if ending in ("csv", "docx"):  # there a number is text
        joined = expected.get("no text", 0) + expected.get("unbuilt", 0)
        expected = {**expected, "unbuilt": joined, "no text": 0}
    assert passed == {reason: count for reason, count in expected.items() if count}


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), (",", "utf-8")])
def test_other_csv(delimiter: str, encoding: str, tmp_path: Path) -> None:
    case = CASES["two tables side by side"]
    write_csv(case, tmp_path / "a.csv", delimiter=delimiter, encoding=encoding)
    assert names(read(tmp_path / "a.csv")[0]) == list(case.names)


@pytest.mark.parametrize(("text", "expected"), [(CHAT, CHAT_NAMES), (GROUPED, GROUPED_NAMES)], ids=["chat", "groups"])
def test_text_and_letters(text: str, expected: list[Name], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert names(read(tmp_path / "a.txt")[0]) == expected
    document: Any = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(tmp_path / "a.docx")
    assert names(read(tmp_path / "a.docx")[0]) == expected


@pytest.mark.parametrize("text", TEXTS)
def test_a_text(text: str, tmp_path: Path) -> None:
    written, expected, passed = TEXTS[text]
    (tmp_path / "a.txt").write_text(written, encoding="utf-8")
    checked, log = read(tmp_path / "a.txt")
    assert names(checked) == expected
    assert log.passed == passed


def test_sentences_of_a_letter_are_no_names(tmp_path: Path) -> None:
    document: Any = Document()
    for line in LETTER.splitlines():
        document.add_paragraph(line)
    document.save(tmp_path / "a.docx")
    assert names(read(tmp_path / "a.docx")[0]) == LETTER_NAMES


def test_a_letter_with_a_letterhead_in_a_table(tmp_path: Path) -> None:
    document: Any = Document()
    head = document.add_table(rows=1, cols=2).rows[0].cells
    head[0].text, head[1].text = "ỦY BAN MTTQ VIỆT NAM\nHUYỆN HẢI HẬU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    for line in (
        "DANH SÁCH TRANG CỘNG ĐỒNG",
        f"1. {FULL[HAI_MINH]}",
        "2. MTTQ xã Hải Anh",
        "",
        "TM. BAN THƯỜNG TRỰC",
        "CHỦ TỊCH",
    ):
        document.add_paragraph(line)
    document.save(tmp_path / "a.docx")
    checked, log = read(tmp_path / "a.docx")
    assert names(checked) == [(2, f"1. {FULL[HAI_MINH]}", HAI_MINH, None), (3, "2. MTTQ xã Hải Anh", HAI_ANH, None)]
    assert log.passed == {"above": 1, "signature": 2}


def test_links_behind_cells(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["TT", "Tên trang", "Đường link"])
    sheet.append([1, FULL[HAI_MINH], "Xem trang"])
    sheet.append([2, "MTTQ xã Hải Anh", None])
    sheet.append([3, FULL[HAI_BAC], f'=HYPERLINK("{fb("haibac")}","Trang")'])
    sheet["C2"].hyperlink, sheet["B3"].hyperlink = fb("haiminh"), fb("haianh")
    book.save(tmp_path / "a.xlsx")
    assert [link for _, _, _, link in names(read(tmp_path / "a.xlsx")[0])][:2] == [fb("haiminh"), fb("haianh")]


def test_links_behind_cells_of_an_old_workbook() -> None:
    rows = read_rows(str(FILES.parents[1] / "tables/files/links.xls"), ReadOptions(), lambda text: "Hải" in text)
    assert [(row.sheet, row.name, row.link) for row in rows] == [
        ("Sheet", "Mặt trận Hải Minh", fb("haiminh")),
        ("Sheet", "Mặt trận Hải Anh", fb("haianh")),
        ("Hai", "Mặt trận Hải Bắc", fb("haibac")),
    ]


def test_links_by_formulas(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate((["TT", "Tên trang", "Đường link", "Nguồn"], [1, "MTTQ xã Hải Anh"], [2])):
            sheet.write_row(number, 0, cells)
        sheet.write(2, 1, FULL[HAI_BAC])
        for row, page in ((1, "haianh"), (2, "haibac")):
            sheet.write_string(row, 3, fb(page))
            sheet.write_formula(row, 2, f'HYPERLINK(D{row + 1},"Trang")', value="Trang")
    checked, _ = read(tmp_path / "a.xlsx")
    assert [link for _, _, _, link in names(checked)] == [fb("haianh"), fb("haibac")]


def test_hidden_sheets_are_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (["TT", "Tên trang"], [1, FULL[HAI_MINH]]):
        sheet.append(row)
    hidden = book.create_sheet("Nháp")
    hidden.append(["Tên trang"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    checked, log = read(tmp_path / "a.xlsx")
    assert len(checked) == 1
    assert "'Nháp'" in log.lines("a.xlsx", "vi")[0]


@pytest.mark.parametrize("ending", ["txt", "csv"])
def test_a_file_that_lost_its_letters(ending: str, tmp_path: Path) -> None:
    text = "TT,T?n trang\n" if ending == "csv" else ""
    text += "".join(f"{number},M?t tr?n H?i Minh H?i H?u Nam ??nh\n" for number in range(20))
    (tmp_path / f"a.{ending}").write_text(text, encoding="ascii")
    with pytest.raises(UseError, match="lost its letters"):
        read(tmp_path / f"a.{ending}")
    kept = "".join(f"{name}\nhttps://www.facebook.com/profile.php?id=1000{n}\n" for n, name in enumerate(FULL.values()))
    (tmp_path / "b.txt").write_text(kept, encoding="utf-8")
    assert len(read(tmp_path / "b.txt")[0]) == len(FULL)


@pytest.mark.parametrize("path", sorted(FILES.glob("*")), ids=lambda path: path.name)
def test_files_that_libreoffice_wrote(path: Path) -> None:
    assert names(read(path)[0]) == list(CASES[path.stem.replace("-", " ").replace("_", ", ")].names)
