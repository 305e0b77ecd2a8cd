"""Every province of the country, before and after the mergers of 2025, as it is imported."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import pytest

from fanpage_names.check import Checker
from fanpage_names.naming import canonical_names
from fanpage_names.rules.platform import MOST_CHARACTERS
from fanpage_names.units.export import odd_names
from fanpage_names.units.letter import name_key
from fanpage_names.units.model import STYLES, Style, Unit
from fanpage_names.units.reading import read_units
from fanpage_names.units.writing import units_yaml
from fanpage_names.usernames import MAX_LENGTH, MIN_LENGTH, usernames
from tests.units.exports import YEARS, country, export_of, of_communes, province, wide

every_year = pytest.mark.parametrize("year", YEARS)
every_style = pytest.mark.parametrize("style", STYLES)


@pytest.mark.parametrize(("year", "provinces", "units"), [(2021, 63, 11_367), (2025, 34, 3_355)])
def test_all_units_are_read(year: int, provinces: int, units: int) -> None:
    lists = country(year)
    assert (len(lists), sum(len(each.units) for each in lists)) == (provinces, units)


@every_year
def test_written_and_read_again_it_is_the_same_list(year: int) -> None:
    for units in country(year):
        assert read_units(units_yaml(units, "…"), "x.yaml", units.id) == units


@every_year
@every_style
def test_every_official_name_is_clean(year: int, style: Style) -> None:
    for units in country(year):
        checker = Checker(units, style)
        names = canonical_names(units, style)
        assert len(set(names.values())) == len(names)
        for code, name in names.items():
            result = checker.check(name)
            assert (result.status, result.diagnostics, result.fixed) == ("ok", (), name)
            assert result.unit is units.by_code[code]
            assert len(name) <= MOST_CHARACTERS


@every_year
@every_style
def test_only_the_damage_is_reported(year: int, style: Style) -> None:
    """Hyphens, apostrophes, full stops and type words that belong to a name are no deviation."""
    for units in country(year):
        peculiar = [unit for unit in units.units if unit.own_label or not unit.name.replace(" ", "").isalnum()]
        checker = Checker(units, style) if peculiar else None
        for unit in peculiar:
            assert checker is not None
            name = checker.canonical(unit)
            result = checker.check(f" {name}")
            assert ([found.code for found in result.diagnostics], result.fixed) == (["FN201"], name)


@every_year
@every_style
def test_usernames_are_valid_and_unique(year: int, style: Style) -> None:
    for units in country(year):
        found = usernames(units, style).values()
        assert len({name.replace(".", "") for name in found}) == len(units.units)
        assert all(re.fullmatch(r"[a-z0-9.]+", name) and MIN_LENGTH <= len(name) <= MAX_LENGTH for name in found)


@pytest.mark.parametrize("code", ["01", "31", "42", "66", "77", "79", "93"])
def test_both_forms_of_export_give_the_list(code: str) -> None:
    units = province(2021, code)
    assert _import(wide(units)) == units.units
    with_communes = {unit.district for unit in units.units}
    listed = [unit for unit in units.units if unit.level != "district" or unit in with_communes]
    assert _import(of_communes(units)) == tuple(listed)


@pytest.mark.parametrize("code", ["01", "31", "44", "68"])
def test_both_forms_of_export_without_districts(code: str) -> None:
    units = province(2025, code)
    without = [[*row[:2], *row[4:]] for row in wide(units)]
    assert _import(wide(units)) == _import(without) == _import(of_communes(units)) == units.units


def _import(rows: Iterable[Sequence[str]]) -> tuple[Unit, ...]:
    export = export_of(rows)
    [only] = export.provinces
    return export.units_of(only).units


def test_labels_by_their_rule() -> None:
    labels = [unit for units in country(2021) for unit in units.units if unit.own_label]
    twins = Counter((unit.parent, unit.name) for unit in labels)
    like_province = {
        unit.own_label for unit in labels if unit.parent and name_key(unit.name) == name_key(unit.parent.name)
    }
    assert sum(unit.name.isdigit() for unit in labels) == 311
    assert sum(unit.name in {"I", "III", "IV", "V", "VII"} for unit in labels) == 5
    assert sum(count == 2 for count in twins.values()) == 26
    assert {"TP Hòa Bình", "TP Nam Định", "Huyện Điện Biên", "Thị xã Phú Thọ", "Thị xã Quảng Trị"} <= like_province
    assert len(labels) == 311 + 5 + 2 * 26 + 32


def test_labels_of_2025() -> None:
    labels = {unit.own_label for units in country(2025) for unit in units.units} - {None}
    assert labels == {
        "Phường Lào Cai",
        "Phường Phú Thọ",
        "Phường Quảng Trị",
        "Phường 1 Bảo Lộc",
        "Phường 2 Bảo Lộc",
        "Phường 3 Bảo Lộc",
    }


NAMES: tuple[tuple[str, str, str, str], ...] = (
    ("01", "01", "Mặt trận Tổ quốc thành phố Hà Nội", "Mặt trận Tổ quốc thành phố Hà Nội"),
    ("01", "001", "Mặt trận Ba Đình Hà Nội", "Mặt trận quận Ba Đình thành phố Hà Nội"),
    ("34", "336", "Mặt trận TP Thái Bình Thái Bình", "Mặt trận thành phố Thái Bình tỉnh Thái Bình"),
    ("42", "449", "Mặt trận Thị xã Kỳ Anh Hà Tĩnh", "Mặt trận thị xã Kỳ Anh tỉnh Hà Tĩnh"),
    ("77", "77", "Mặt trận Tổ quốc tỉnh Bà Rịa - Vũng Tàu", "Mặt trận Tổ quốc tỉnh Bà Rịa - Vũng Tàu"),
    (
        "79",
        "27127",
        "Mặt trận Phường 14 Quận 3 Hồ Chí Minh",
        "Mặt trận phường 14 quận 3 thành phố Hồ Chí Minh",
    ),
    (
        "66",
        "24412",
        "Mặt trận M'Đrắk M'Đrắk Đắk Lắk",
        "Mặt trận thị trấn M'Đrắk huyện M'Đrắk tỉnh Đắk Lắk",
    ),
)


@pytest.mark.parametrize(("province_code", "code", "short", "full"), NAMES)
def test_names(province_code: str, code: str, short: str, full: str) -> None:
    units = province(2021, province_code)
    assert (canonical_names(units, "short")[code], canonical_names(units, "full")[code]) == (short, full)


def test_names_with_small_letters_are_pointed_out() -> None:
    odd = {unit.name for units in country(2021) for unit in odd_names(units)}
    assert odd == {"Đại áng", "Pa ủ", "Nậm ét", "Mường é", "é Tòng", "Đồng ý", "Ya ly"}
    assert not any(odd_names(units) for units in country(2025))
