"""Figures add up, agree with the pages, and do not depend on the order of rows."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names.check import check_rows
from fanpage_names.coverage.counting import count
from fanpage_names.rows import Row
from fanpage_names.units.model import LEVELS
from tests.overview.books import CHECKER, OFFICERS, UNITS, counted
from tests.overview.counts import NAMES

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
