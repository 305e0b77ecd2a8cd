"""The names of the whole country, held against the lists they come from."""

from __future__ import annotations

import csv
from pathlib import Path
from unicodedata import is_normalized

import pytest

from fanpage_names.units.national import NationalNames, national_names

SOURCES = Path(__file__).parents[2] / "data" / "sources"


@pytest.fixture(scope="module")
def names() -> NationalNames:
    return national_names()


def rows(year: int) -> list[dict[str, str]]:
    with (SOURCES / f"vn_{year}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_provinces_of_both_years(names: NationalNames) -> None:
    wanted = {row["name"] for year in (2021, 2025) for row in rows(year) if row["level"] == "province"}
    assert set(names.provinces) == wanted
    assert len(names.provinces) == len(wanted) == 64
    assert names.provinces[-1] == "Huế"


def test_districts_with_their_provinces(names: NationalNames) -> None:
    province_of = {row["code"]: row["name"] for row in rows(2021) if row["level"] == "province"}
    wanted: dict[str, set[str]] = {}
    for row in rows(2021):
        if row["level"] == "district":
            name = f"Quận {row['name']}" if row["name"].isdigit() else row["name"]
            wanted.setdefault(name, set()).add(province_of[row["parent_code"]])
    assert {name: set(places) for name, places in names.districts.items()} == wanted
    assert sum(len(places) for places in names.districts.values()) == 705 - 6  # siblings of one name


def test_some_names(names: NationalNames) -> None:
    assert names.districts["Quận 1"] == ("Hồ Chí Minh",)
    assert names.districts["Châu Thành"][0] == "Tây Ninh"
    assert "Bà Rịa - Vũng Tàu" in names.provinces
    assert "1" not in names.districts


def test_names_are_nfc(names: NationalNames) -> None:
    assert all(is_normalized("NFC", name) for name in (*names.provinces, *names.districts))
