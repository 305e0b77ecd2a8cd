"""FN601 to FN604: the link beside a name."""

from __future__ import annotations

import subprocess
import sys

import pytest

from fanpage_names.check import Checker, check_rows
from fanpage_names.rows import Row
from fanpage_names.seen_rows import FirstRows
from fanpage_names.units.loading import load_units
from tests.rules.rowcases import HAI_ANH, HAI_HAU, HAI_MINH, checked, codes, found

PLAIN = "https://www.facebook.com/mattranhaiminh"


@pytest.mark.parametrize(
    ("link", "code", "expected"),
    [
        (None, [], None),
        (PLAIN, [], None),
        ("https://www.facebook.com/profile.php?id=100051629767324", [], None),
        ("", ["FN601"], None),
        (" \xa0", ["FN601"], None),
        (" https://www.facebook.com/groups/618245037\n", ["FN602"], None),
        ("chưa có", ["FN602"], None),
        ("https://m.facebook.com/mattranhaiminh?mibextid=ZbWKwL", ["FN603"], PLAIN),
        (" facebook.com/mattranhaiminh", ["FN603"], PLAIN),
    ],
)
def test_one_link(link: str | None, code: list[str], expected: str | None) -> None:
    [one] = checked(Row(HAI_MINH, link=link))
    assert codes(one) == code
    assert (one.result.status, one.result.fixed) == ("ok", HAI_MINH)
    for diagnostic in one.result.diagnostics:
        text = link or ""
        assert diagnostic.cell == "link"
        assert diagnostic.found == text[diagnostic.start : diagnostic.end]
        assert diagnostic.found.strip() == text.strip()
        assert diagnostic.expected == expected
        assert diagnostic.fix == ("safe" if expected else "none")


@pytest.mark.parametrize(
    ("link", "fixed"),
    [
        (None, None),
        ("", None),
        (PLAIN, PLAIN),
        ("fb.com/mattranhaiminh", PLAIN),
        ("https://www.facebook.com/groups/618245037", None),
    ],
)
def test_the_plain_form_of_a_link(link: str | None, fixed: str | None) -> None:
    for name in (HAI_MINH, "Mặt trận Quảng Ninh"):
        assert checked(Row(name, link=link))[0].fixed_link == fixed


def test_a_link_whose_form_is_not_to_be_mended() -> None:
    ignoring = Checker(load_units("nam_dinh_units"), ignore=["FN603"])
    other, plain = check_rows(ignoring, [Row(HAI_MINH, link="fb.com/mattranhaiminh"), Row(HAI_ANH, link=PLAIN + "1")])
    assert (codes(other), other.fixed_link) == ([], None)
    assert plain.fixed_link == PLAIN + "1"


def test_what_a_link_is_instead() -> None:
    [one] = checked(Row(HAI_MINH, link="https://www.facebook.com/groups/618245037"))
    assert "(a group)" in one.result.diagnostics[0].message
    vietnamese = Checker(load_units("nam_dinh_units"), lang="vi")
    [one] = check_rows(vietnamese, [Row(HAI_MINH, link="https://www.facebook.com/groups/618245037")])
    assert "(nhóm)" in one.result.diagnostics[0].message


def test_a_link_of_two_units_is_named_on_the_later_row() -> None:
    rows = checked(
        Row(HAI_MINH, "a.csv", None, 2, PLAIN),
        Row(HAI_ANH, "a.csv", None, 3, "https://m.facebook.com/MatTran.HaiMinh/"),
        Row("Mặt trận Quảng Ninh", "a.csv", None, 4, PLAIN),
        Row(HAI_HAU, "b.xlsx", "Sheet1", 9, PLAIN),
        Row(HAI_MINH, "b.xlsx", "Sheet1", 10, PLAIN),
    )
    duplicates = found(rows, "FN604")
    assert [row for row, _ in duplicates] == [3, 9]
    for _, diagnostic in duplicates:
        assert diagnostic.message == "this link is already reported for another unit in a.csv, row 2"
        assert (diagnostic.cell, diagnostic.severity, diagnostic.expected) == ("link", "error", None)
    assert codes(rows[1]) == ["FN603", "FN604"]
    assert rows[1].fixed_link == "https://www.facebook.com/MatTran.HaiMinh"


def test_links_that_lead_nowhere_are_no_duplicates() -> None:
    same = "https://www.facebook.com/groups/618245037"
    assert not found(checked(Row(HAI_MINH, link=same), Row(HAI_ANH, link=same)), "FN604")
    assert not found(checked(Row("Mặt trận Quảng Ninh", link=PLAIN), Row(HAI_ANH, link=PLAIN)), "FN604")


def test_the_first_rows_of_many_texts() -> None:
    count = 100_000
    first = FirstRows()
    for number in range(count):
        first.setdefault(f"link {number}", ("a.csv", None, str(number % 200)), number)
    for number in (0, 1, 12_345, count - 1):
        place = ("a.csv", None, str(number % 200))
        assert first.setdefault(f"link {number}", ("b.csv", None, "x"), 1) == (place, number)


MEMORY_OF_FIRST_ROWS = """\
from resource import RUSAGE_SELF, getrusage
from fanpage_names.seen_rows import FirstRows

first = FirstRows()
for number in range(200_000):
    if number == 50_000:
        before = getrusage(RUSAGE_SELF).ru_maxrss
    first.setdefault(f"mattran.{number * 7919 % 200_003}", ("a.csv", None, "356"), number)
print(getrusage(RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the unit of ru_maxrss is another one")
def test_the_first_rows_of_many_texts_take_no_more_memory_than_those_of_few() -> None:
    grown = subprocess.run([sys.executable, "-c", MEMORY_OF_FIRST_ROWS], check=True, capture_output=True).stdout
    assert int(grown) < 1024  # kilobytes
