"""What stands in a name's cell beside the name: told at its place, and the name read without it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanpage_names.asides import find_asides, without_asides
from fanpage_names.check import Checker
from fanpage_names.units.loading import load_units

CHECKER = Checker(load_units("nam_dinh_units"))
NAMES = ("Mặt trận Hải Minh Hải Hậu Nam Định", "MTTQ xã Hải Minh", "mat tran hai minh - Hải Hậu")
BEFORE = ("", "1. ", "2)", "3- ", "4/", "a. ", "II. ")
BEHIND = ("", " (đã có)", "(đang làm)", ": https://www.facebook.com/mattranhaiminh", " (fb.com/haiminh) ")


@given(st.sampled_from(BEFORE), st.sampled_from(NAMES), st.sampled_from(BEHIND))
def test_the_name_is_read_without_them_and_each_finding_stands_at_its_place(
    before: str, name: str, behind: str
) -> None:
    text = before + name + behind
    alone, whole = CHECKER.check(name), CHECKER.check(text)
    assert (whole.unit, whole.canonical, whole.submitted) == (alone.unit, alone.canonical, text)
    assert whole.fixed == (None if "đang" in behind else alone.fixed)
    assert all(found.found == text[found.start : found.end] for found in whole.diagnostics)
    assert len(whole.diagnostics) == len(alone.diagnostics) + bool(before) + bool(behind)


@pytest.mark.parametrize(
    "text",
    [
        "Mặt trận Hải Hậu Nam Định",
        "P. Quang Trung",
        "H. Hải Hậu",
        "X. Mỹ Lộc Nam Định",
        "x.y.z",
        "1. ",
        "https://www.facebook.com/mattranhaiminh",
        "Mặt trận Đông A (Nam Định cũ)",
        "Mặt trận Hải Hậu. Nam Định",
        "mattran@gmail.com",
    ],
)
def test_names_with_nothing_beside_them(text: str) -> None:
    assert not find_asides(text)


@given(st.text("1.)( -aàhttps:/fb.com", max_size=40))
def test_taking_out_leaves_a_text_with_words(text: str) -> None:
    asides = find_asides(text)
    assert without_asides(text, asides) == text if not asides else any(map(str.isalnum, without_asides(text, asides)))


def test_a_rule_that_is_ignored_takes_nothing_out() -> None:
    result = Checker(load_units("nam_dinh_units"), ignore=["FN605"]).check(NAMES[0] + BEHIND[3])
    assert (result.status, result.fixed, result.diagnostics) == ("ok", None, ())
