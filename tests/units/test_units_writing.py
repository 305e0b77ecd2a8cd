"""A list written as YAML is read as the same list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names.units.fields import tidy
from fanpage_names.units.letter import letter_patterns
from fanpage_names.units.loading import load_units, shipped_names
from fanpage_names.units.model import Unit, UnitList
from fanpage_names.units.reading import read_units
from fanpage_names.units.writing import units_yaml


def read_again(units: UnitList) -> UnitList:
    return read_units(units_yaml(units, "…"), "x.yaml", units.id)


@pytest.mark.parametrize("name", ["nam_dinh_units", "hue_2024", "ninh_binh_2025"])
def test_a_shipped_list(name: str) -> None:
    assert read_again(load_units(name)) == load_units(name)


@pytest.mark.slow
def test_shipped_lists() -> None:
    assert [units.id for units in map(load_units, shipped_names()) if read_again(units) != units] == []


def list_of(name: str) -> UnitList:
    province = Unit("01", "province", "tỉnh", name)
    commune = Unit("00001", "commune", "xã", name, province, f"Xã {name}")
    patterns = letter_patterns(has_districts=False)
    return UnitList("x", name, None, None, (name,), patterns, (), (province, commune))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("1", 'type: xã, name: "1", label: Xã 1}'),
        ("No", 'name: "No", label: Xã No}'),
        ("null", 'name: "null", label'),
        ("2020-02-01", 'name: "2020-02-01", label'),
        ("M'Đrắk", "name: M'Đrắk, label: Xã M'Đrắk}"),
        ("Bà Rịa - Vũng Tàu", "name: Bà Rịa - Vũng Tàu, label: Xã Bà Rịa - Vũng Tàu}"),
        ("N.T Phong Hải", "name: N.T Phong Hải, label"),
        ("A, B", 'name: "A, B", label: "Xã A, B"}'),
        ("A: B", 'name: "A: B", label'),
        ("- A", 'name: "- A", label: Xã - A}'),
        ('A "B" \\', 'name: "A \\"B\\" \\\\", label'),
        ("{A} #B", 'name: "{A} #B", label'),
    ],
)
def test_what_yaml_would_take_for_something_else_is_quoted(name: str, line: str) -> None:
    assert line in units_yaml(list_of(name), "…")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=12).map(tidy).filter(bool))
def test_any_text_is_read_as_it_was(name: str) -> None:
    units = list_of(name)
    assert read_units(units_yaml(units, "…"), "x.yaml", "x") == units


def test_the_same_list_gives_the_same_text() -> None:
    units = load_units("nam_dinh_units")
    assert units_yaml(units, "…") == units_yaml(replace(units), "…")


def test_a_list_without_a_known_period_says_how_to_write_it() -> None:
    assert "\nin_force: {}  # not said by the source" in units_yaml(list_of("A"), "…")
