"""What is new since an earlier report, through the json that a report is kept in."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names.check import check_rows
from fanpage_names.coverage.changes import changes
from fanpage_names.coverage.counting import count
from fanpage_names.coverage.overview import Overview, Report
from fanpage_names.errors import UseError
from fanpage_names.reports.overview.json_record import read_earlier, record, write_json
from fanpage_names.rows import Row
from fanpage_names.tables.formats import Options
from tests.overview.books import CHECKER, UNITS, counted

NAMES = {unit.code: CHECKER.canonical(unit) for unit in UNITS.units}
HAI_MINH, HAI_ANH, HAI_HAU, QUANG_TRUNG = NAMES["14233"], NAMES["14236"], NAMES["366"], NAMES["13645"]


def kept(overview: Overview) -> bytes:
    stream = io.StringIO()
    write_json(Report(overview), stream, Options())
    return stream.getvalue().encode()


def compared(before: list[Row], now: list[Row]) -> list[tuple[str, str, str, str]]:
    found = changes(read_earlier(kept(counted(before)), "x.json"), counted(now))
    return [(change.kind, change.unit.name, change.before, change.now) for change in found]


def test_each_kind_of_change() -> None:
    link, other = "https://www.facebook.com/mattran1", "https://www.facebook.com/mattran2"
    before = [
        Row("MTTQ Hải Minh Hải Hậu Nam Định", link=link),
        Row(HAI_HAU, link=link),
        Row(QUANG_TRUNG, "b.csv"),
        Row("MTTQ Cửa Bắc TP Nam Định Nam Định", "b.csv"),
    ]
    now = [
        Row(HAI_MINH, link="m.facebook.com/mattran1?ref=2"),
        Row(HAI_HAU, link=other),
        Row(HAI_ANH, "b.csv"),
        Row("UBMTTQ Cửa Bắc TP Nam Định Nam Định", "b.csv"),
    ]
    assert compared(before, now) == [
        ("added", "Hải Anh", "", HAI_ANH),
        ("corrected", "Hải Minh", "MTTQ Hải Minh Hải Hậu Nam Định", HAI_MINH),
        ("renamed", "Cửa Bắc", "MTTQ Cửa Bắc TP Nam Định Nam Định", "UBMTTQ Cửa Bắc TP Nam Định Nam Định"),
        ("link", "Hải Hậu", link, other),
        ("gone", "Quang Trung", QUANG_TRUNG, ""),
    ]


def test_only_areas_that_both_reports_cover_are_compared() -> None:
    hai_hau = count(UNITS, check_rows(CHECKER, [Row(HAI_MINH)]), date(2022, 2, 1), within=[UNITS.by_code["366"]])
    found = changes(read_earlier(kept(hai_hau), "x.json"), counted([Row(QUANG_TRUNG), Row(HAI_ANH)]))
    assert [(change.kind, change.unit.name) for change in found] == [("added", "Hải Anh"), ("gone", "Hải Minh")]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([HAI_MINH, HAI_ANH, HAI_HAU, "MTTQ Quang Trung", "?"])))
def test_a_report_against_itself_shows_nothing_new(names: list[str]) -> None:
    rows = [Row(name, row=number) for number, name in enumerate(names)]
    assert compared(rows, rows) == []


def test_the_record_is_whole() -> None:
    overview = counted([Row("MTTQ Hải Minh Hải Hậu Nam Định", "a.csv", row=2, link="fb.com/groups/1"), Row("?")])
    made: dict[str, Any] = record(Report(overview, date(2022, 2, 1)))
    assert made == json.loads(json.dumps(made))
    assert (made["report"], made["units"], made["on"], made["names"]) == (1, "nam_dinh_units", "2022-03-01", 2)
    assert made["whole"]["levels"]["commune"] == {"units": 226, "pages": 1}
    assert made["whole"]["targets"][1] == {
        "level": "commune",
        "share": 50,
        "before": "2022-03-31",
        "needed": 113,
        "in_time": 1,
        "state": "on course",
        "short": 114,
        "lacking": 114,
        "too_late": 0,
    }
    assert [(page["unit"]["code"], page["places"]) for page in made["pages"]] == [
        ("14233", [{"file": "a.csv", "sheet": None, "row": 2}])
    ]
    assert [problem["kind"] for problem in made["problems"]] == ["unplaced", "deviates", "not-a-page"]
    assert (made["since"], made["changes"]) == ("2022-02-01", [])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b'{"report": 2}',
        b"\xff\xfe\x00",
        b'{"report": 1, "units": "x", "pages": [], "on": ""}',
    ],
)
def test_what_is_no_report_is_refused(content: bytes) -> None:
    with pytest.raises(UseError, match=r"earlier\.json"):
        read_earlier(content, "earlier.json")
