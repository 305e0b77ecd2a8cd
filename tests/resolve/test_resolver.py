"""Which unit a text means, for every unit of the lists; the order of readings has its own file of cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

import pytest

from fanpage_names import Result, Unit, load_units
from fanpage_names.units.model import STYLES, Style
from tests.cases.loading import checker
from tests.names_strategies import LISTS, bare, key

every_list = pytest.mark.parametrize("units", LISTS)
both_styles = pytest.mark.parametrize("style", STYLES)


def could_mean(result: Result) -> set[str]:
    """The codes of the unit that a text means, or of those that it could."""
    return {unit.code for unit in (result.unit, *result.candidates) if unit is not None}


@cache
def elsewhere() -> Mapping[str, tuple[str, ...]]:
    """The country's other provinces of 2021, each with its districts."""
    units = load_units("vn_2021")
    provinces = [unit for unit in units.at_level("province") if unit.name != "Nam Định"]
    return {
        province.name: tuple(unit.name for unit in units.below(province) if unit.level == "district")
        for province in provinces
    }


def alike(units: str, unit: Unit) -> set[str]:
    """The codes of all units that bear the unit's name, marks set aside."""
    return {other.code for other in checker(units).units.units if key([other.name]) == key([unit.name])}


@every_list
@both_styles
def test_official_names_without_marks(units: str, style: Style) -> None:
    one = checker(units, style)
    for unit in one.units.units:
        result = one.check(bare(one.canonical(unit)))
        assert unit.code in could_mean(result), one.canonical(unit)
        assert result.fixed in {None, one.canonical(unit)}
        assert (result.fixed is None) == (result.status == "ambiguous")


@every_list
@both_styles
def test_official_names_in_capitals_and_without_spaces(units: str, style: Style) -> None:
    one = checker(units, style)
    for unit in one.units.units:
        official = one.canonical(unit)
        for written in (official.upper(), official.lower(), official.replace(" ", "_"), official.replace(" ", "")):
            result = one.check(written)
            assert (result.unit, result.fixed) == (unit, official), written


@every_list
def test_type_and_name_alone(units: str) -> None:
    one = checker(units)
    counts = Counter((unit.type, unit.name) for unit in one.units.units)
    for unit in one.units.units:
        result = one.check(f"Mặt trận {unit.name_with_type}")
        assert unit.code in could_mean(result), unit.name_with_type
        if counts[unit.type, unit.name] == 1:
            assert result.unit == unit


def test_names_alone_never_mean_another_name() -> None:
    one = checker()
    for unit in one.units.units:
        result = one.check(f"Mặt trận {unit.name}")
        assert could_mean(result) & alike("nam_dinh_units", unit), unit.name
        assert could_mean(result) <= alike("nam_dinh_units", unit)


def test_names_equal_without_marks_are_told_apart_by_what_is_written() -> None:
    one = checker()
    twins = [unit for unit in one.units.at_level("commune") if len(alike("nam_dinh_units", unit)) > 1]
    assert {"Trực Hưng", "Trực Hùng", "Nghĩa Hùng", "Quang Trung"} <= {unit.name for unit in twins}
    for unit in twins:
        assert unit.district is not None
        result = one.check(f"MTTQ {unit.name}, {unit.district.label}")
        assert result.unit == unit


def test_wrong_district_beside_a_name_that_is_there_once() -> None:
    one = checker()
    districts = list(one.units.at_level("district"))
    for unit in one.units.at_level("commune"):
        if len(alike("nam_dinh_units", unit)) == 1:
            other = next(district for district in districts if district is not unit.district and district.code != "356")
            result = one.check(f"Mặt trận {unit.name} {other.name} Nam Định")
            assert (result.unit, result.fixed) == (unit, None)
            assert [found.code for found in result.diagnostics] == ["FN503"]


def test_other_provinces_mean_no_unit() -> None:
    assert len(elsewhere()) == 62
    for name in elsewhere():
        for text in (f"Mặt trận {name}", f"MTTQ tỉnh {name}", bare(f"mặt trận {name}").lower()):
            result = checker().check(text)
            assert (result.status, result.unit) == ("unknown", None), text


def test_other_districts_with_their_provinces_mean_no_unit() -> None:
    ours = {key([unit.name]) for unit in checker().units.units}
    texts = [
        f"Mặt trận {district} {province}"
        for province, districts in elsewhere().items()
        for district in districts
        if key([district]) not in ours
    ]
    assert len(texts) > 600
    assert [text for text in texts if checker().check(text).unit is not None] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("TT Cồn", {"14218"}),
        ("Xã Hải Minh", {"14233"}),
        ("Hải Minh, Hải Hậu", {"14233"}),
        ("Quang Trung", {"13645", "13768"}),
        ("phường Quang Trung", {"13645"}),
        ("Xã Hải Mihn", set()),
        ("Quảng Ninh", set()),
        ("", set()),
        ("x" * 1000, set()),
    ],
)
def test_units_meant_by_the_text_of_a_unit_cell(text: str, codes: set[str]) -> None:
    assert {unit.code for unit in checker().units_meant(text)} == codes
