"""Figures: equal to a count by hand, adding up, and nothing counted that nobody could place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names.check import Checker, check_rows
from fanpage_names.coverage.counting import area_of, count
from fanpage_names.coverage.model import Area, Overview
from fanpage_names.rows import Row
from fanpage_names.units.loading import load_units
from fanpage_names.units.model import LEVELS
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
    assert figures(hai_hau) == {"district": (1, 1), "commune": (30, 34)}
    assert figures(nam_dinh) == {"district": (1, 1), "commune": (24, 25)}
    assert figures(overview.whole) == {"province": (0, 1), "district": (2, 10), "commune": (54, 226)}
    assert [unit.name for unit in hai_hau.missing] == ["Yên Định", "Cồn", "Hải Phong", "Hải Hòa"]
    assert [unit.name for unit in nam_dinh.missing] == ["Mỹ Xá"]
    assert len(overview.whole.missing) == 237 - 56
    assert len(overview.of_kind("deviates")) == 15 + 12
    assert len(overview.of_kind("not-a-page")) == 7 + 6
    assert {problem.kind for problem in overview.problems} == {"deviates", "not-a-page"}
    assert [unit.name for unit in overview.without_officer] == [
        unit.name for unit in UNITS.at_level("district") if unit.name not in {"Hải Hậu", "Nam Định"}
    ]
    assert area(overview, "huyện Mỹ Lộc").tallies["commune"].tenths == 0
    assert hai_hau.tallies["commune"].tenths == 882
    # 50% of 34 are 17, of 25 are 13, of 226 are 113
    assert [verdict.needed for verdict in hai_hau.verdicts] == [1, 17]
    assert [verdict.needed for verdict in nam_dinh.verdicts] == [1, 13]
    assert [(verdict.needed, verdict.short) for verdict in overview.whole.verdicts] == [(10, 8), (113, 59)]


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
    assert {problem.kind for problem in overview.problems} == {"nameless", "twice"}


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
    with_page = {result.result.unit.code for result in results if result.result.unit and not _later(result.row, on)}
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
            assert (verdict.state == "met") == (verdict.short == 0)
            assert (verdict.state == "late") == (verdict.short > 0 and on >= verdict.target.before)
            assert (verdict.needed - 1) * 100 < tally.units * verdict.target.share <= verdict.needed * 100
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
    assert {area_of(unit).level for unit in UNITS.units} == {"province", "district"}
