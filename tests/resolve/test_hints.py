"""What is said beside "no unit is meant": names that are near, where anything of a page name is there."""

from __future__ import annotations

import pytest

from fanpage_names import Result
from tests.cases.loading import checker


def hint(text: str) -> str:
    result: Result = checker("nam_dinh_units").check(text)
    (unknown,) = (diagnostic for diagnostic in result.diagnostics if diagnostic.code == "FN501")
    return unknown.message.partition("nearest: ")[2]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Mặt trận Ngĩa Sonn Hưng", "xã Nghĩa Sơn, huyện Nghĩa Hưng"),
        ("Mặt trận Hải Thịng Phú", "huyện Hải Hậu"),
    ],
)
def test_names_with_or_without_those_above_are_near(text: str, near: str) -> None:
    assert near in hint(text)
    assert hint(text).count("(") <= 3


@pytest.mark.parametrize("text", ["Mặt trận Quảng Ninh", "Mặt trận Hoằng Hóa Thanh Hóa", "Vì người nghèo", "1234", "?"])
def test_nothing_is_near_other_provinces_and_other_words(text: str) -> None:
    assert hint(text) == ""


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("MTTQ xã Giao Minh, tỉnh Ninh Bình", "2025-07-01, in the list ninh_binh_2025"),
        ("MTTQ xã Giao Minh, tỉnh Nam Định", "2025-07-01, in the list ninh_binh_2025"),
        ("MTTQ xã Giao Minh, huyện Giao Thủy", "2025-07-01, in the list ninh_binh_2025"),
        ("MTTQ xã Giao Minh", "2025-07-01, in the list ninh_binh_2025"),
        ("MTTQ xã Giao Minh, huyện Hải Hậu", ""),
        ("Mặt trận Bình Xuân Vụ Bản Nam Định", ""),
    ],
)
def test_a_unit_of_a_later_list(text: str, since: str) -> None:
    """Where the unit lay then, or lies now, is written, or nothing above it; not where it never lay."""
    (found,) = checker("nam_dinh_units").check(text).diagnostics
    assert found.code == "FN501"
    assert found.message.partition("exists only since ")[2] == since
