"""Units and what stands above and below them."""

from __future__ import annotations

from fanpage_names.units.loading import load_units

UNITS = load_units("nam_dinh_units")
TOWN = UNITS.by_code["13708"]


def test_unit_and_those_above() -> None:
    assert TOWN.name_with_type == "thị trấn Mỹ Lộc"
    assert [unit and unit.code for unit in (TOWN.district, TOWN.province, TOWN.at("commune"))] == ["358", "36", "13708"]
    province = UNITS.by_code["36"]
    assert (province.province, province.district, province.at("district")) == (province, None, None)


def test_label_is_the_name_unless_given() -> None:
    assert (TOWN.label, UNITS.by_code["356"].label) == ("Mỹ Lộc", "TP Nam Định")


def test_below_is_the_unit_and_all_under_it_in_order() -> None:
    district = UNITS.by_code["358"]
    below = list(UNITS.below(district))
    assert below == [unit for unit in UNITS.units if unit is district or unit.parent is district]
    assert (below[0], len(below)) == (district, 12)
    assert list(UNITS.below(UNITS.by_code["36"])) == list(UNITS.units)
    assert list(UNITS.below(TOWN)) == [TOWN]


def test_levels() -> None:
    assert [unit.code for unit in UNITS.at_level("district")] == [
        "356",
        "358",
        "359",
        "360",
        "361",
        "362",
        "363",
        "364",
        "365",
        "366",
    ]
    assert UNITS.has_districts
    assert not load_units("ninh_binh_2025").has_districts
