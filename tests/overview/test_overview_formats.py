"""Every output of an overview: compared whole with a golden file, opened by other programs.

A golden file is written anew where it is missing: look at it before it is kept.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from fanpage_names.check import Checker, check_rows
from fanpage_names.coverage.counting import count
from fanpage_names.coverage.overview import Report
from fanpage_names.reports.overview.report_formats import FORMATS
from fanpage_names.rows import Row
from fanpage_names.tables.formats import Options
from fanpage_names.units.loading import load_units
from tests.overview.books import CHECKER, OFFICERS, TELEPHONES, UNITS, counted
from tests.overview.reported import ON, report, written
from tests.programs import in_office, printed, printed_text
from tests.reports.words_of import docx_text

GOLDEN = Path(__file__).parent / "golden"
CASES = {
    "vi-100.table": ("table", Options("vi", width=100)),
    "en-80.table": ("table", Options("en", width=80)),
    "vi.txt": ("table", Options("vi")),
    "vi.md": ("md", Options("vi")),
    "en.md": ("md", Options("en")),
    "en.csv": ("csv", Options("en")),
    "vi-record.txt": ("json", Options("vi")),
    "vi.html": ("html", Options("vi")),
}


def compared(name: str, made: bytes) -> bytes:
    """What of an output is compared: the page without its style and script, the record a line a part, lists counted."""
    if name == "html":
        return re.sub(rb"(<(style|script)>).*?(?=</\2>)", rb"\1", made, flags=re.DOTALL)
    if name != "json":
        return made
    record = json.loads(made)
    for area in (record["whole"], *record["areas"]):
        area["missing"] = [*area["missing"][:1], len(area["missing"])]
    lines = [(key, part) for key, value in record.items() for part in (value if isinstance(value, list) else [value])]
    return "".join(f"{key}: {json.dumps(part, ensure_ascii=False)}\n" for key, part in lines).encode()


@pytest.mark.parametrize("file", CASES)
def test_the_whole_output(file: str) -> None:
    name, options = CASES[file]
    if options.width and sys.platform == "win32":
        pytest.skip("consoles of Windows get other lines")
    made = compared(name, written(name, report(), options))
    if not (GOLDEN / file).exists():
        (GOLDEN / file).write_bytes(made)
        pytest.fail(f"golden/{file} was missing and has been written: look at it")
    assert made == (GOLDEN / file).read_bytes()


def test_a_record_is_json_that_a_person_can_read() -> None:
    made = written("json", report(), Options("vi")).decode()
    assert made == json.dumps(json.loads(made), ensure_ascii=False, indent=1) + "\n"


def sheets(content: bytes) -> dict[str, list[tuple[Any, ...]]]:
    return {sheet.title: list(sheet.values) for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_persons_only_where_asked_for(name: str, lang: Any) -> None:
    def text(value: Report) -> str:
        made = written(name, value, Options(lang, width=160))
        if name == "docx":
            return docx_text(made)
        return repr(sheets(made)) if name == "xlsx" else made.decode()

    assert not [secret for secret in (*OFFICERS, *TELEPHONES) if secret in text(report())]
    if name not in {"csv", "tsv"}:
        assert OFFICERS[0] in text(report(with_contacts=True))
        assert TELEPHONES[0] in text(report(with_contacts=True))
    assert OFFICERS[2] not in text(report(with_contacts=True)), "a note is nobody's contact"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("units", ["nam_dinh_units", "nam_dinh_2024", "ninh_binh_2025"])
@pytest.mark.parametrize("names", [(), ("Câu lạc bộ", "Mặt trận Quảng Ninh")])
def test_nothing_reported_or_no_targets(name: str, units: str, names: Sequence[str]) -> None:
    checker = Checker(load_units(units), lang="vi")
    rows = [Row(text, "a.txt", row=number) for number, text in enumerate(names, start=1)]
    value = Report(count(checker.units, check_rows(checker, rows), ON))
    made = written(name, value, Options("vi", width=100))
    assert made
    if name in {"table", "md", "html"}:
        text = re.sub(r"\s+", " ", made.decode())
        assert ("Chưa đặt chỉ tiêu" in text) is (units != "nam_dinh_units")
        assert f"đã đọc {len(names)} tên" in text
        assert ("Tên không xác định được đơn vị (2)" in text) is bool(names)
        assert "None" not in text


@pytest.mark.parametrize("name", ["table", "md", "html", "xlsx"])
def test_nobody_is_missing_and_nothing_is_new(name: str) -> None:
    hai_hau = UNITS.by_code["366"]
    rows = [Row(CHECKER.canonical(unit), row=unit_row) for unit_row, unit in enumerate(UNITS.units)]
    value = Report(count(UNITS, check_rows(CHECKER, rows), ON, within=[hai_hau]), date(2022, 2, 1))
    made = written(name, value, Options("vi", width=70))
    text = repr(sheets(made)) if name == "xlsx" else made.decode()
    assert "Tất cả đơn vị đã có trang." in text
    assert "Không tính 202 dòng của đơn vị ở địa bàn khác." in text
    assert ("Không có thay đổi." in text) is (name != "xlsx")


def test_sheets_of_units_with_one_name_have_names_of_their_own() -> None:
    from fanpage_names.units.model import Unit, UnitList

    name = "Một tên rất dài: có [dấu] / và '*'?"
    province = Unit("01", "province", "tỉnh", "A")
    twins = [Unit(code, "district", "huyện", name, province) for code in ("011", "012")]
    pattern = {"province": "{province}", "district": "{district}", "commune": "{commune}"}
    units = UnitList("x", "X", None, None, (), {"short": pattern}, (), (province, *twins))  # type: ignore[dict-item]
    found = list(sheets(written("xlsx", Report(count(units, [], ON)), Options("en"))))
    assert found == [
        "Overview",
        "A",
        "Một tên rất dài  có  dấu    và",
        "Một tên rất dài  có  dấu    v 2",
        "Problems",
    ]


def test_outputs_for_people_hold_no_sign_that_steers_anything() -> None:
    for name in ("table", "md", "html"):
        text = written(name, report(), Options("vi", width=100)).decode()
        assert all(char.isprintable() or char == "\n" for char in text), name


def test_a_bar_shows_the_share_and_the_target() -> None:
    rows = [Row(CHECKER.canonical(unit)) for unit in UNITS.below(UNITS.by_code["366"]) if unit.level == "commune"]
    for pages, bar in (
        (0, "░░░░░│░░░░░"),
        (16, "████░│░░░░░"),
        (17, "█████│░░░░░"),
        (33, "█████│████░"),
        (34, "█████│█████"),
    ):
        text = written("table", Report(counted(rows[:pages])), Options("vi", width=100)).decode()
        (line,) = [line for line in text.splitlines() if line.startswith("Huyện Hải Hậu ")]
        assert bar in line, pages


def test_the_workbook() -> None:
    found = sheets(written("xlsx", report(with_contacts=True), Options("vi")))
    assert list(found)[:3] == ["Tổng hợp", "Nam Định", "TP Nam Định"]
    assert list(found)[-4:] == ["Hải Hậu", "Vấn đề", "Thay đổi", "Cán bộ phụ trách"]
    assert len(found) == 1 + 11 + 3
    hai_hau = found["Hải Hậu"]
    assert hai_hau[0][0] == "Huyện Hải Hậu: chưa có trang (cấp xã: 33)"
    assert hai_hau[3] == (1, "Thị trấn Yên Định", "Mặt trận Yên Định Hải Hậu Nam Định")
    lines = {row[0]: row[1:6] for row in found["Tổng hợp"] if row[0]}
    assert lines["Huyện Hải Hậu"] == ("có", 1, 34, 2.9, 50)
    assert lines["Cộng"] == ("1/10", 1, 226, 0.4, 50)
    problems = found["Vấn đề"]
    assert ("Tên không xác định được đơn vị", "b.csv", None, 4) in [row[:4] for row in problems]
    assert [row[1:4] for row in problems if row[0] == "Đơn vị được báo cáo nhiều lần"] == [
        ("a.xlsx", "Biểu 01", 12),
        ("b.csv", None, 2),
    ]
    assert "Hải Minh" in str(next(row for row in problems if row[0] == "Tên không khớp với cột đơn vị"))


def test_no_cell_of_the_workbook_is_a_formula_or_a_link() -> None:
    book: Any = openpyxl.load_workbook(io.BytesIO(written("xlsx", report(), Options("vi"))))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=1+1") for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_the_workbook_has_a_chart_of_the_districts(tmp_path: Path) -> None:
    import zipfile

    made = io.BytesIO(written("xlsx", report(), Options("vi")))
    chart = zipfile.ZipFile(made).read("xl/charts/chart1.xml").decode()
    assert re.findall(r"<c:f>(.*?)</c:f>", chart) == [
        "'Tổng hợp'!$A$9:$A$18",
        "'Tổng hợp'!$E$9:$E$18",
        "'Tổng hợp'!$A$9:$A$18",
        "'Tổng hợp'!$F$9:$F$18",
    ]
    cells = sheets(made.getvalue())["Tổng hợp"]
    assert (cells[8][0], cells[17][0]) == ("Thành phố Nam Định", "Huyện Hải Hậu")


@in_office
def test_libreoffice_opens_the_workbook(tmp_path: Path) -> None:
    (tmp_path / "report.xlsx").write_bytes(written("xlsx", report(), Options("vi")))
    shown = printed_text(*printed(tmp_path, tmp_path / "report.xlsx"))
    assert "Kết quả xây dựng trang cộng đồng" in shown
    assert "Tỷ lệ xã có trang" in shown, "the chart's title"
    assert "Mặt trận Yên Định Hải Hậu Nam Định" in shown
