"""What counts as a page, and for whom: nothing is counted that nobody could place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from fanpage_names import Checker, load_units
from fanpage_names.check import check_rows
from fanpage_names.coverage.counting import count
from fanpage_names.coverage.overview import Report
from fanpage_names.reports.overview.area_rows import sections
from fanpage_names.reports.overview.wording import head
from fanpage_names.rows import Row
from fanpage_names.workbooks.form import form_sheets, write_form
from tests.overview.books import UNITS, checked, counted
from tests.overview.counts import HAI_HAU, HAI_MINH, NAMES, ON, QUANG_TRUNG, area, figures


def test_a_unit_in_two_files_counts_once_and_both_places_are_named() -> None:
    overview = counted([Row(HAI_MINH, "a.xlsx", "1", 7), Row("MTTQ Hải Minh Hải Hậu Nam Định", "b.csv", None, 3)])
    assert area(overview, "huyện Hải Hậu").tallies["commune"].pages == 1
    (twice,) = overview.of_kind("twice")
    assert [(entry.row.file, entry.row.row) for entry in twice.entries] == [("a.xlsx", 7), ("b.csv", 3)]


def test_a_link_of_two_units_names_both() -> None:
    link = "https://www.facebook.com/mattran.haiminh"
    overview = counted(
        [
            Row(HAI_MINH, "a.csv", row=2, link=link),
            Row(HAI_MINH, "a.csv", row=3, link="https://facebook.com/haiminh.khac"),
            Row(HAI_HAU, "b.csv", row=4, link="m.facebook.com/MatTranHaiMinh?ref=1"),
            Row(QUANG_TRUNG, "b.csv", row=5, link="https://www.facebook.com/groups/1"),
            Row(NAMES["13648"], "b.csv", row=6, link="https://www.facebook.com/groups/1"),
        ]
    )
    (shared,) = overview.of_kind("shared-link")
    assert [(entry.unit and entry.unit.name, entry.row.row) for entry in shared.entries] == [
        ("Hải Minh", 2),
        ("Hải Hậu", 4),
    ]
    assert len(overview.of_kind("not-a-page")) == 2
    assert overview.pages["14233"].link == link


@pytest.mark.parametrize(
    "name", ["Mặt trận Quảng Ninh", "Câu lạc bộ bóng đá", "Mặt trận Nam Định", "=1+1", "x" * 99_999]
)
def test_nothing_is_counted_that_nobody_could_place(name: str) -> None:
    overview = counted([Row(name)])
    assert not overview.pages
    assert [problem.kind for problem in overview.problems] == ["unplaced"]
    assert overview.whole.tallies["commune"].pages == 0


LINK_ONLY = "https://www.facebook.com/mattran.haiminh"


def test_a_link_without_a_name_counts_for_the_unit_beside_it() -> None:
    overview = counted([Row("", "a.csv", row=4, link=LINK_ONLY, unit="xã Hải Minh, huyện Hải Hậu")])
    page = overview.pages["14233"]
    assert (page.name, page.status, page.canonical, page.link) == ("", "unknown", HAI_MINH, LINK_ONLY)
    assert overview.names == 0
    (problem,) = overview.problems
    assert (problem.kind, problem.right, problem.codes) == ("nameless", HAI_MINH, ())


@pytest.mark.parametrize("unit", ["Quang Trung", "Câu lạc bộ", "", None])
def test_a_link_without_a_name_counts_for_nobody_where_the_unit_is_not_clear(unit: str | None) -> None:
    overview = counted([Row("", link=LINK_ONLY, unit=unit)])
    assert not overview.pages
    assert [(problem.kind, problem.right) for problem in overview.problems] == [("nameless", "")]


@pytest.mark.parametrize("named_first", [True, False])
def test_the_name_of_a_unit_is_that_of_a_row_with_a_name(named_first: bool) -> None:
    rows = [Row(HAI_MINH, row=1), Row("", row=2, link=LINK_ONLY, unit="Hải Minh Hải Hậu")]
    overview = counted(rows if named_first else rows[::-1])
    page = overview.pages["14233"]
    assert (page.name, page.status, page.link) == (HAI_MINH, "ok", LINK_ONLY)
    assert {problem.kind for problem in overview.problems} == {"nameless"}


def test_a_link_without_a_name_that_leads_to_no_page() -> None:
    overview = counted([Row("", link="https://www.facebook.com/groups/1", unit="Hải Minh Hải Hậu")])
    assert [problem.kind for problem in overview.problems] == ["nameless", "not-a-page"]


def form(path: Path) -> Any:
    """The form of Hải Hậu, as it goes out."""
    units = [unit for unit in UNITS.units if unit.code == "366" or (unit.parent and unit.parent.code == "366")]
    with path.open("wb") as stream:
        write_form(form_sheets(units), NAMES, stream)
    return openpyxl.load_workbook(path)


def test_a_blank_form_reports_no_page(tmp_path: Path) -> None:
    form(tmp_path / "form.xlsx")
    overview = count(UNITS, checked(str(tmp_path / "form.xlsx")), ON)
    assert figures(area(overview, "huyện Hải Hậu")) == {"district": (0, 1), "commune": (0, 34)}
    assert len(overview.of_kind("unlinked")) == 35


def test_a_form_filled_in_part_reports_what_is_filled_in(tmp_path: Path) -> None:
    book = form(tmp_path / "form.xlsx")
    sheet = book.active
    rows = {sheet.cell(row, 3).value: row for row in range(1, sheet.max_row + 1)}
    for code, link in (("366", "https://www.facebook.com/mattranhaihau"), ("14233", "fb.com/mattranhaiminh")):
        sheet.cell(rows[NAMES[code]], 4, link)
    sheet.cell(rows[NAMES["14236"]], 4, "đang làm")
    sheet.cell(rows[NAMES["14242"]], 8, "Chưa xây dựng")
    book.save(tmp_path / "form.xlsx")
    overview = count(UNITS, checked(str(tmp_path / "form.xlsx")), ON)
    assert overview.pages.keys() == {"366", "14233"}
    assert figures(area(overview, "huyện Hải Hậu")) == {"district": (1, 1), "commune": (1, 34)}


@pytest.mark.parametrize(
    ("name", "link", "counts"),
    [
        (HAI_MINH, None, True),
        (HAI_MINH, "", False),
        (HAI_MINH, "đang làm", False),
        (HAI_MINH, "https://www.facebook.com/mattranhaiminh", True),
        (f"{HAI_MINH} (đang làm)", None, False),
        (f"{HAI_MINH} (chưa có)", "https://www.facebook.com/mattranhaiminh", False),
        (f"{HAI_MINH} (đã có)", None, True),
    ],
)
def test_what_counts_as_a_page(name: str, link: str | None, counts: bool) -> None:
    overview = counted([Row(name, "a.csv", link=link)])
    assert ("14233" in overview.pages) is counts
    assert bool(overview.of_kind("unlinked")) is not counts


def test_a_name_without_a_link_counts_only_where_no_name_has_one() -> None:
    names = [Row(HAI_MINH, "a.txt"), Row(QUANG_TRUNG, "b.txt")]
    assert counted(names).pages.keys() == {"14233", "13645"}
    linked = [*names, Row(HAI_HAU, "a.txt", row=2, link="https://www.facebook.com/mattranhaihau")]
    assert counted(linked).pages.keys() == {"366", "13645"}


def test_one_file_is_named_once() -> None:
    names = ("Mặt trận Hải Anh Ninh Bình", "Mặt trận Hải Anh Ninh Bình", "MTTQ xã Hải Hậu")
    checker = Checker(load_units("ninh_binh_2025"), lang="vi")

    def said(*files: str) -> tuple[str, list[str]]:
        rows = [Row(name, file, row=row) for row, (name, file) in enumerate(zip(names, files, strict=True), 2)]
        made = Report(count(checker.units, check_rows(checker, rows), date(2026, 11, 26)))
        return "\n".join(head(made, "vi")), [item.line() for each in sections(made, "vi") for item in each.items]

    alone, items = said("a.csv", "a.csv", "a.csv")
    assert "Tệp: a.csv" in alone
    assert "Xã Hải Anh; dòng 2, 3" in items
    assert not any("a.csv" in item for item in items)
    several, items = said("a.csv", "a.csv", "b.csv")
    assert "Tệp" not in several
    assert "Xã Hải Anh; a.csv, dòng 2, 3" in items
    assert any(item.endswith("; b.csv, dòng 4") for item in items)
