"""From unit and pattern to page name."""

from __future__ import annotations

import pytest

from fanpage_names.naming import (
    Part,
    PatternError,
    canonical_name,
    canonical_names,
    canonical_parts,
    check_pattern,
    page_name,
    parts,
    pattern_fields,
)
from fanpage_names.units.loading import load_units
from fanpage_names.units.model import STYLES, Level, Style, Unit

PROVINCE = Unit("36", "province", "tỉnh", "Nam Định")
CITY = Unit("356", "district", "thành phố", "Nam Định", PROVINCE, "TP Nam Định")
WARD = Unit("13693", "commune", "phường", "Lộc Hòa", CITY)


@pytest.mark.parametrize(
    ("name", "code", "short", "full"),
    [
        ("nam_dinh_units", "36", "Mặt trận Tổ quốc tỉnh Nam Định", "Mặt trận Tổ quốc tỉnh Nam Định"),
        ("nam_dinh_units", "366", "Mặt trận Hải Hậu Nam Định", "Mặt trận huyện Hải Hậu tỉnh Nam Định"),
        (
            "nam_dinh_units",
            "14233",
            "Mặt trận Hải Minh Hải Hậu Nam Định",
            "Mặt trận xã Hải Minh huyện Hải Hậu tỉnh Nam Định",
        ),
        (
            "nam_dinh_units",
            "356",
            "Mặt trận TP Nam Định Nam Định",
            "Mặt trận thành phố Nam Định tỉnh Nam Định",
        ),
        (
            "nam_dinh_units",
            "13693",
            "Mặt trận Lộc Hòa TP Nam Định Nam Định",
            "Mặt trận phường Lộc Hòa thành phố Nam Định tỉnh Nam Định",
        ),
        (
            "nam_dinh_2024",
            "13735",
            "Mặt trận Mỹ Lộc TP Nam Định Nam Định",
            "Mặt trận xã Mỹ Lộc thành phố Nam Định tỉnh Nam Định",
        ),
        ("ninh_binh_2025", "37", "Mặt trận Tổ quốc tỉnh Ninh Bình", "Mặt trận Tổ quốc tỉnh Ninh Bình"),
        ("ninh_binh_2025", "13285", "Mặt trận Phủ Lý Ninh Bình", "Mặt trận phường Phủ Lý tỉnh Ninh Bình"),
    ],
)
def test_canonical_names(name: str, code: str, short: str, full: str) -> None:
    units = load_units(name)
    for style, expected in (("short", short), ("full", full)):
        assert canonical_name(units, units.by_code[code], style) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["nam_dinh_units", "nam_dinh_2024", "ninh_binh_2025"])
@pytest.mark.parametrize("style", STYLES)
def test_parts_join_to_the_name(name: str, style: Style) -> None:
    units = load_units(name)
    names = canonical_names(units, style)
    assert list(names) == [unit.code for unit in units.units]
    for unit in units.units:
        joined = "".join(part.before + part.text for part in canonical_parts(units, unit, style))
        assert joined == names[unit.code]


def test_parts() -> None:
    assert parts("Mặt trận {commune_type} {commune}, {district_label}", WARD) == (
        Part("prefix", None, "Mặt trận", ""),
        Part("type", "commune", "phường", " "),
        Part("name", "commune", "Lộc Hòa", " "),
        Part("prefix", None, ",", ""),
        Part("name", "district", "TP Nam Định", " "),
    )
    assert page_name("{district} {district_label} {province_label}", WARD) == "Nam Định TP Nam Định Nam Định"


@pytest.mark.parametrize("pattern", ["{village}", "{commune_code}", "{commune}"])
def test_fields_that_a_unit_cannot_fill(pattern: str) -> None:
    with pytest.raises(PatternError, match=pattern.strip("{}")):
        parts(pattern, CITY)


@pytest.mark.parametrize(
    ("pattern", "level", "fault"),
    [
        ("A {commune}", "commune", None),
        ("A {commune_label} {district_type} {province}", "commune", None),
        ("A {province}", "province", None),
        ("A {commune_type} {district}", "commune", ""),
        ("A", "province", ""),
        ("A {commune} {district}", "district", "commune"),
        ("A {name}", "commune", "name"),
        ("A {}", "commune", ""),
    ],
)
def test_check_pattern(pattern: str, level: Level, fault: str | None) -> None:
    if fault is None:
        check_pattern(pattern, level)
        return
    with pytest.raises(PatternError) as error:
        check_pattern(pattern, level)
    assert str(error.value) == fault


def test_pattern_fields() -> None:
    assert list(pattern_fields("A {x} b {y}{z} {")) == ["x", "y", "z"]
