"""Figures: equal to a count by hand, adding up, and nothing counted that nobody could place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names.check import Checker, check_rows
from fanpage_names.coverage.counting import count
from fanpage_names.coverage.grouping import by_district
from fanpage_names.coverage.model import Area, Overview, Tally
from fanpage_names.rows import Row
from fanpage_names.units.loading import load_units
from fanpage_names.units.model import LEVELS
from fanpage_names.workbooks.form import form_sheets, write_form
from tests.overview.books import CHECKER, OFFICERS, TELEPHONES, UNITS, both, checked, counted

ON = date(2022, 3, 1)
NAMES = {unit.code: CHECKER.canonical(unit) for unit in UNITS.units}
HAI_MINH, HAI_HAU, QUANG_TRUNG = NAMES["14233"], NAMES["366"], NAMES["13645"]


def area(overview: Overview, name: str) -> Area:
    return next(one for one in overview.areas if one.unit and one.unit.name_with_type == name)


def figures(one: Area) -> dict[str, tuple[int, int]]:
    return {level: (tally.pages, tally.units) for level, tally in one.tallies.items()}


def test_the_figures_of_two_workbooks_are_those_counted_by_hand(tmp_path: Path) -> None:
    overview = count(UNITS, checked(*both(tmp_path)), ON)
    hai_hau, nam_dinh = area(overview, "huyện Hải Hậu"), area(overview, "thành phố Nam Định")
    assert overview.names == 31 + 25
    # 4 names in Hải Hậu and 6 in the city have no link: they are no pages yet
    assert figures(hai_hau) == {"district": (1, 1), "commune": (26, 34)}
    assert figures(nam_dinh) == {"district": (1, 1), "commune": (18, 25)}
    assert figures(overview.whole) == {"province": (0, 1), "district": (2, 10), "commune": (44, 226)}
    unlinked = {entry.unit.name for problem in overview.of_kind("unlinked") for entry in problem.entries if entry.unit}
    assert len(unlinked) == len(overview.of_kind("unlinked")) == 4 + 6
    assert [unit.name for unit in hai_hau.missing if unit.name not in unlinked] == [
        "Yên Định",
        "Cồn",
        "Hải Phong",
        "Hải Hòa",
    ]
    assert [unit.name for unit in nam_dinh.missing if unit.name not in unlinked] == ["Mỹ Xá"]
    assert len(overview.whole.missing) == 237 - 46
    assert len(overview.of_kind("deviates")) == 15 + 12
    assert len(overview.of_kind("not-a-page")) == 7 + 6
    assert {problem.kind for problem in overview.problems} == {"deviates", "unlinked", "not-a-page"}
    assert [unit.name for unit in overview.without_officer] == [
        unit.name for unit in UNITS.at_level("district") if unit.name not in {"Hải Hậu", "Nam Định"}
    ]
    assert area(overview, "huyện Mỹ Lộc").tallies["commune"].tenths == 0
    assert hai_hau.tallies["commune"].tenths == 765
    # 50% of 34 are 17, of 25 are 13, of 226 are 113
    assert [verdict.needed for verdict in hai_hau.verdicts] == [1, 17]
    assert [verdict.needed for verdict in nam_dinh.verdicts] == [1, 13]
    assert [verdict.needed for verdict in overview.whole.verdicts] == [10, 113]
    for number, lacking in enumerate(
        (8, sum(verdict.lacking for one in overview.areas for verdict in one.verdicts[1:]))
    ):
        assert overview.whole.verdicts[number].lacking == lacking


@pytest.mark.parametrize(
    ("pages", "units", "tenths"),
    [
        (0, 34, 0),
        (9, 34, 265),
        (7, 34, 206),
        (17, 34, 500),
        (2, 3, 667),
        (1, 3000, 1),
        (2999, 3000, 999),
        (34, 34, 1000),
    ],
)
def test_shares_are_rounded_but_only_all_are_all(pages: int, units: int, tenths: int) -> None:
    assert Tally(units, pages).tenths == tenths


def test_what_is_lacking_is_not_what_came_late() -> None:
    on = date(2022, 4, 1)
    communes = [unit for unit in UNITS.units if unit.district and unit.district.name == "Hải Hậu"]
    rows = [Row(NAMES[unit.code], row=n, date="2022-03-31" if n > 10 else None) for n, unit in enumerate(communes[:15])]
    verdict = area(counted(rows, on), "huyện Hải Hậu").verdicts[1]
    assert (verdict.needed, verdict.in_time, verdict.lacking, verdict.too_late, verdict.short) == (17, 11, 2, 4, 6)


@pytest.mark.parametrize(
    ("on", "states"),
    [
        (date(2022, 1, 30), ["on course", "on course"]),
        (date(2022, 1, 31), ["late", "on course"]),
        (date(2022, 3, 30), ["late", "on course"]),
        (date(2022, 3, 31), ["late", "late"]),
    ],
)
def test_before_a_day_leaves_that_day_out(on: date, states: list[str]) -> None:
    assert [verdict.state for verdict in counted([], on).whole.verdicts] == states


@pytest.mark.parametrize(
    ("written", "state", "later"),
    [
        ("2022-01-30", "met", 0),
        ("30/1/2022", "met", 0),
        ("2022-01-31", "late", 0),
        ("31-01-2022", "late", 0),
        ("ngày 15 tháng 2 năm 2022", "late", 0),
        ("02/03/2022", "late", 1),
        ("tháng trước", "met", 0),
        ("31/02/2022", "met", 0),
        ("", "met", 0),
        (None, "met", 0),
    ],
)
def test_the_row_s_date_tells_when(written: str | None, state: str, later: int) -> None:
    overview = counted([Row(HAI_HAU, date=written)])
    verdict = area(overview, "huyện Hải Hậu").verdicts[0]
    assert (verdict.state, overview.later) == (state, later)
    assert ("366" in overview.pages) is (later == 0)


def test_the_earliest_date_of_a_unit_counts() -> None:
    overview = counted([Row(HAI_HAU, date="2022-02-10"), Row(HAI_HAU, row=2, date="2022-01-10")])
    assert overview.pages["366"].since == date(2022, 1, 10)
    assert area(overview, "huyện Hải Hậu").verdicts[0].state == "met"


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


def test_no_rows_at_all() -> None:
    overview = counted([])
    assert overview.names == 0
    assert not overview.problems
    assert len(overview.whole.missing) == 237
    assert len(overview.without_officer) == 10


def test_a_list_without_districts_or_targets() -> None:
    units = load_units("ninh_binh_2025")
    checker = Checker(units)
    overview = count(units, check_rows(checker, [Row("Mặt trận Phủ Lý Ninh Bình")]), ON)
    assert figures(overview.whole) == {"province": (0, 1), "commune": (1, 129)}
    assert overview.areas == (overview.whole,)
    assert overview.whole.verdicts == ()
    assert overview.without_officer == ()


def test_a_district_counts_only_its_own() -> None:
    hai_hau = UNITS.by_code["366"]
    rows = [Row(HAI_MINH), Row(QUANG_TRUNG), Row("Mặt trận Quảng Ninh")]
    overview = count(UNITS, check_rows(CHECKER, rows), ON, within=[hai_hau])
    assert [one.unit for one in overview.areas] == [hai_hau]
    assert figures(overview.whole) == {"district": (0, 1), "commune": (1, 34)}
    assert (overview.names, overview.outside) == (3, 1)


def test_an_officer_is_named_in_any_row_but_known_only_where_asked_for() -> None:
    rows = [Row(HAI_HAU), Row(HAI_HAU, row=2, officer=f" {OFFICERS[0]} ", telephone=TELEPHONES[0])]
    hidden, shown = counted(rows), counted(rows, with_contacts=True)
    assert hidden.pages["366"].has_officer
    assert not any(secret in repr(hidden) for secret in (*OFFICERS, *TELEPHONES))
    officer = shown.pages["366"].officer
    assert officer is not None
    assert (officer.name, officer.telephone) == (OFFICERS[0], TELEPHONES[0])


def test_a_district_whose_row_has_a_blank_officer() -> None:
    overview = counted([Row(HAI_HAU, officer="  ", telephone=TELEPHONES[0])])
    assert "Hải Hậu" in [unit.name for unit in overview.without_officer]


UNIT = st.sampled_from(UNITS.units)
SPOILED = st.sampled_from([str, str.upper, lambda name: f" {name}", lambda name: name.replace("Mặt trận", "MTTQ")])
NAME = st.builds(lambda unit, spoil: spoil(NAMES[unit.code]), UNIT, SPOILED)
OTHER = st.sampled_from(["Mặt trận Nam Định", "Mặt trận Quang Trung Nam Định", "Fanpage", "Mặt trận Thái Bình"])
DATE = st.sampled_from([None, "", "2022-01-30", "31/01/2022", "2022-03-30", "2022-03-31", "2022-06-01", "?"])
LINK = st.sampled_from(
    [None, "", "https://www.facebook.com/groups/1", "fb.com/mattran1", "https://facebook.com/mattran2"]
)
ROW = st.builds(
    Row,
    st.one_of(NAME, NAME, OTHER),
    st.sampled_from(["a.xlsx", "b.csv"]),
    row=st.integers(1, 99),
    link=LINK,
    officer=st.sampled_from([None, "", OFFICERS[0]]),
    date=DATE,
)
DAY = st.dates(date(2022, 1, 1), date(2022, 7, 1))


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, max_size=60), DAY)
def test_figures_add_up(rows: list[Row], on: date) -> None:
    results = list(check_rows(CHECKER, rows))
    overview = count(UNITS, results, on)
    for level in LEVELS:
        parts = [one.tallies[level] for one in overview.areas if level in one.tallies]
        assert sum(part.pages for part in parts) == overview.whole.tallies[level].pages
        assert (
            sum(part.units for part in parts) == overview.whole.tallies[level].units == len(list(UNITS.at_level(level)))
        )
    counted = [result for result in results if not _later(result.row, on)]
    linked = {(result.row.file, result.row.sheet) for result in counted if result.row.link is not None}
    with_page = {
        result.result.unit.code
        for result in counted
        if result.result.unit and (result.row.link or (result.row.file, result.row.sheet) not in linked)
    }
    assert overview.pages.keys() == with_page
    assert sum(tally.pages for tally in overview.whole.tallies.values()) == len(with_page)
    missing = [unit for one in overview.areas for unit in one.missing]
    assert {unit.code for unit in missing} == {unit.code for unit in UNITS.units} - with_page
    assert len(missing) == len(overview.whole.missing)


def _later(row: Row, on: date) -> bool:
    days: dict[str | None, date] = {
        "2022-01-30": date(2022, 1, 30),
        "31/01/2022": date(2022, 1, 31),
        "2022-03-30": date(2022, 3, 30),
        "2022-03-31": date(2022, 3, 31),
        "2022-06-01": date(2022, 6, 1),
    }
    return row.date in days and days[row.date] > on


@settings(max_examples=40, deadline=None)
@given(st.lists(ROW, max_size=40), DAY)
def test_verdicts_and_problems_agree_with_the_pages(rows: list[Row], on: date) -> None:
    overview = counted(rows, on)
    for one in (*overview.areas, overview.whole):
        for verdict in one.verdicts:
            tally = one.tallies[verdict.target.level]
            assert verdict.in_time <= tally.pages
            assert (verdict.state == "met") == (verdict.in_time >= verdict.needed)
            assert (verdict.state == "late") == (verdict.in_time < verdict.needed and on >= verdict.target.before)
            if one is not overview.whole:
                assert verdict.short == max(0, verdict.needed - verdict.in_time)
            assert (verdict.needed - 1) * 100 < tally.units * verdict.target.share <= verdict.needed * 100
    for number, whole in enumerate(overview.whole.verdicts):
        level = whole.target.level
        parts = [part for one in overview.areas for part in one.verdicts if part.target.level == level]
        assert whole.lacking == sum(part.lacking for part in parts)
        assert whole.too_late == sum(part.too_late for part in parts)
        assert overview.whole.verdicts[number].needed <= sum(part.needed for part in parts)
    twice = {problem.entries[0].unit for problem in overview.of_kind("twice")}
    assert twice == {page.unit for page in overview.pages.values() if len(page.rows) > 1}
    for problem in overview.of_kind("shared-link"):
        assert len({entry.unit for entry in problem.entries}) == len(problem.entries) > 1


@settings(max_examples=30, deadline=None)
@given(st.lists(ROW, max_size=30), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_figure(rows: list[Row], random: Any) -> None:
    mixed = rows[:]
    random.shuffle(mixed)
    one, other = counted(rows), counted(mixed)
    assert one.areas == other.areas
    assert one.whole == other.whole


def test_every_unit_belongs_to_one_area() -> None:
    assert {group.unit.level for unit in UNITS.units if (group := by_district(unit)).unit} == {"province", "district"}


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


def test_a_list_without_districts_is_shown_by_former_districts_or_clusters() -> None:
    from fanpage_names.coverage.grouping import by_cluster, by_former_district
    from fanpage_names.history.loading import load_history

    units = load_units("ninh_binh_2025")
    checker = Checker(units)
    rows = [Row("Mặt trận Hải Anh Ninh Bình"), Row("Mặt trận Phủ Lý Ninh Bình")]
    results = list(check_rows(checker, rows))
    overview = count(units, results, ON, grouping=by_former_district(units, load_history()))
    assert len(overview.areas) == 1 + 22
    hai_hau = area(overview, "huyện Hải Hậu")
    assert hai_hau.group.former
    assert figures(hai_hau) == {"commune": (1, 8)}
    assert figures(overview.whole) == {"province": (0, 1), "commune": (2, 129)}
    assert sum(one.tallies["commune"].units for one in overview.areas if "commune" in one.tallies) == 129
    clustered = count(units, results, ON, grouping=by_cluster({"14236": "Cụm 1"}, "?"))
    assert [(one.group.name, figures(one)) for one in clustered.areas] == [
        ("tỉnh Ninh Bình", {"province": (0, 1)}),
        ("?", {"commune": (1, 128)}),
        ("Cụm 1", {"commune": (1, 1)}),
    ]
