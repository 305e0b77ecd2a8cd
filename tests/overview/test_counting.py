"""Figures: equal to a count by hand, by district, by day, by who is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fanpage_names.check import Checker, check_rows
from fanpage_names.coverage.counting import count
from fanpage_names.coverage.grouping import by_district
from fanpage_names.coverage.overview import Tally
from fanpage_names.rows import Row
from fanpage_names.units.loading import load_units
from tests.overview.books import CHECKER, OFFICERS, TELEPHONES, UNITS, both, checked, counted
from tests.overview.counts import HAI_HAU, HAI_MINH, NAMES, ON, QUANG_TRUNG, area, figures


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


def test_every_unit_belongs_to_one_area() -> None:
    assert {group.unit.level for unit in UNITS.units if (group := by_district(unit)).unit} == {"province", "district"}


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
        ("Cụm 1", {"commune": (1, 1)}),
        ("?", {"commune": (1, 128)}),
    ]
