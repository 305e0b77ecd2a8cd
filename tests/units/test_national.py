"""The names of the whole country, held against the lists they come from."""

from __future__ import annotations

from unicodedata import is_normalized

import pytest

from fanpage_names.units.catalogue import DAYS, load_shipped
from fanpage_names.units.national import NationalNames, named, national_names


@pytest.fixture(scope="module")
def names() -> NationalNames:
    return national_names()


def test_provinces_of_all_days(names: NationalNames) -> None:
    wanted = {unit.name for year in DAYS for unit in load_shipped(f"vn_{year}").at_level("province")}
    assert set(names.provinces) == wanted
    assert len(names.provinces) == len(wanted) == 64


def test_districts_with_their_provinces(names: NationalNames) -> None:
    wanted: dict[str, set[str]] = {}
    for year in (2021, 2024):
        for unit in load_shipped(f"vn_{year}").at_level("district"):
            name = f"Quận {unit.name}" if unit.name.isdigit() else unit.name
            wanted.setdefault(name, set()).add(unit.province.name)
    assert {name: set(places) for name, places in names.districts.items()} == wanted


def test_some_names(names: NationalNames) -> None:
    assert names.districts["Quận 1"] == ("Hồ Chí Minh",)
    assert "Tây Ninh" in names.districts["Châu Thành"]
    assert "Bà Rịa - Vũng Tàu" in names.provinces
    assert "1" not in names.districts


def test_the_index_says_where_and_when() -> None:
    found = {(one.name, one.type): [listed.name for listed in one.lists] for one in named("Ái Tử")}
    assert found == {("Ái Tử", "thị trấn"): ["quang_tri_2021", "quang_tri_2024"], ("Ái Tử", "xã"): ["quang_tri_2025"]}
    assert {one.name for one in named("phuong 4")} >= {"Phường 4", "Phường 04"}
    assert not named("Xyzzy")


def test_names_are_nfc(names: NationalNames) -> None:
    assert all(is_normalized("NFC", name) for name in (*names.provinces, *names.districts))
