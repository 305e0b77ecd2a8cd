"""What people are told of a name: of a former unit's, what became of it, and not how to mend the old name."""

from __future__ import annotations

import pytest

from fanpage_names import Checker, load_units
from fanpage_names.check import check_rows
from fanpage_names.reports.points import points_of
from fanpage_names.rows import Row


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("MTTQ xã Hải Minh, huyện Hải Hậu", ["FN505", "FN402 FN406 FN206 FN404"]),
        ("Mặt trận Hải Minh Hải Hậu Nam Định", ["FN505"]),
        ("Mặt trận huyện Hải Hậu", ["FN505", "FN406 FN404"]),
        ("MTTQ xã Hải Anh", ["FN402", "FN406", "FN404"]),
        ("Mặt trận xã Giao Minh Nam Định", ["FN406", "FN507"]),
    ],
)
def test_a_name_that_another_takes_the_place_of(name: str, codes: list[str]) -> None:
    result = Checker(load_units("ninh_binh_2025")).check(name)
    points = points_of(result, "en")
    assert [point.codes for point in points] == codes
    said = {code for point in points for code in point.codes.split()}
    assert said == {found.code for found in result.diagnostics}
    assert not any("add “Nam Định”" in point.text for point in points)


def test_what_is_wrong_with_the_row_is_told_too() -> None:
    rows = [Row("MTTQ xã Hải Minh, huyện Hải Hậu", "a.csv", row=2, link="https://m.facebook.com/haiminh")]
    (checked,) = check_rows(Checker(load_units("ninh_binh_2025"), lang="vi"), rows)
    told = [(point.codes, point.cell) for point in points_of(checked.result, "vi")]
    assert told == [("FN505", "name"), ("FN603", "link"), ("FN402 FN406 FN206 FN404", "name")]
