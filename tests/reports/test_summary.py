"""The counts of a run."""

from __future__ import annotations

from fanpage_names.reports.summary import Summary
from fanpage_names.rows import Checked


def test_counts_are_complete_once_everything_was_read(results: list[Checked]) -> None:
    summary = Summary()
    assert list(summary.counting(results)) == results
    assert summary.names == 6
    assert summary.statuses == {"ok": 2, "deviates": 2, "ambiguous": 1, "unknown": 1}
    assert summary.severities == {"error": 7, "warning": 2}
    assert summary.codes["FN301"] == 1
    assert summary.fixable == 1


def test_the_lines_for_people(results: list[Checked]) -> None:
    summary = Summary()
    list(summary.counting(results[:3] + results[1:2]))
    assert summary.lines("vi") == [
        "4 tên: 1 đúng, 2 sai lệch, 1 chưa xác định (nhiều đơn vị)",
        "Mã quy tắc: FN206 × 2, FN301 × 2, FN404 × 2, FN502 × 1",
        "Tự sửa được: 2",
    ]
    assert summary.lines("en") == [
        "4 names: 1 right, 2 deviating, 1 ambiguous",
        "Codes: FN206 × 2, FN301 × 2, FN404 × 2, FN502 × 1",
        "Safely fixable: 2",
    ]


def test_one_name_and_none(results: list[Checked]) -> None:
    assert Summary().lines("vi") == ["0 tên"]
    assert Summary().lines("en") == ["0 names"]
    summary = Summary()
    list(summary.counting(results[:1]))
    assert summary.lines("en") == ["1 name: 1 right"]
