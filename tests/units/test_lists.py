"""The shipped lists say what their sources say, and nothing twice."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from unicodedata import is_normalized

import pytest

from fanpage_names.naming import canonical_names
from fanpage_names.units import national
from fanpage_names.units.catalogue import DAYS, INDEX, catalogue, index_text, lines_file, load_shipped, of_year
from fanpage_names.units.compiled import compiled
from fanpage_names.units.loading import DEFAULT_UNITS, load_units, shipped_names
from fanpage_names.units.model import STYLES, Style, Target, UnitList
from fanpage_names.units.reading import read_units
from tests.units.exports import SOURCES
from tools.build_units import build
from tools.compile_data import compiled_files, lists_of

ROOT = Path(__file__).parents[2]
COUNTS: Mapping[int, Mapping[str, int]] = {
    2021: {"province thành phố": 5, "province tỉnh": 58, "district huyện": 528, "district quận": 46,
           "district thành phố": 81, "district thị xã": 50, "commune phường": 1723, "commune thị trấn": 612,
           "commune xã": 8264},
    2024: {"province thành phố": 6, "province tỉnh": 57, "district huyện": 508, "district quận": 49,
           "district thành phố": 87, "district thị xã": 52, "commune phường": 1727, "commune thị trấn": 617,
           "commune xã": 7691},
    2025: {"province thành phố": 6, "province tỉnh": 28, "commune phường": 687, "commune xã": 2621,
           "commune đặc khu": 13},
}  # fmt: skip
PERIODS: Mapping[str, tuple[date | None, date | None]] = {
    "nam_dinh_units": (date(2020, 2, 1), date(2024, 8, 31)),
    "nam_dinh_2024": (date(2024, 9, 1), date(2025, 6, 30)),
    "ninh_binh_2025": (date(2025, 7, 1), None),
    "ha_giang_2021": (None, date(2025, 6, 30)),
    "ha_giang_2024": (None, date(2025, 6, 30)),
    "hue_2024": (date(2025, 1, 1), date(2025, 6, 30)),
}

every_year = pytest.mark.parametrize("year", DAYS)
every_style = pytest.mark.parametrize("style", STYLES)


@cache
def country(year: int) -> UnitList:
    """The list of the whole country, each unit with its type of the snapshot's day."""
    return load_shipped(f"vn_{year}")


def test_names_of_lists() -> None:
    names = shipped_names()
    assert len(names) == len(set(names)) == 63 + 63 + 34 + 3
    assert set(names) >= {"dak_lak_2025", "ha_noi_2021", "ho_chi_minh_2025", "hue_2024", "hue_2025", "nam_dinh_2024"}
    assert set(names) >= {"ba_ria_vung_tau_2021", "thua_thien_hue_2021", "vn_2021", "vn_2024", "vn_2025", DEFAULT_UNITS}
    assert load_units("nam_dinh_2021") == load_units(DEFAULT_UNITS)


@every_year
def test_counts(year: int) -> None:
    assert Counter(f"{unit.level} {unit.type}" for unit in country(year).units) == COUNTS[year]


@every_year
def test_units_are_those_of_the_source_under_their_parents(year: int) -> None:
    with (SOURCES / f"vn_{year}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    units = country(year).units
    found = {(u.level, u.code, u.type, u.name, u.parent.code if u.parent else "") for u in units}
    assert found == {(r["level"], r["code"], r["type"], r["name"], r["parent_code"]) for r in rows}
    for unit in units:
        assert unit.parent is None or unit.parent.level == (
            "province" if unit.level == "district" or year == 2025 else "district"
        )


@every_year
def test_the_country_is_its_provinces(year: int) -> None:
    lists = [load_shipped(listed.name) for listed in of_year(year)]
    assert country(year).units == tuple(unit for units in lists for unit in units.units)
    for listed, units in zip(of_year(year), lists, strict=True):
        assert (units.id, units.units[0], units.valid_from, units.valid_to) == (
            listed.name, listed.unit, listed.valid_from, listed.valid_to,
        )  # fmt: skip
        assert units.sources
        assert units.shipped


@every_year
def test_codes_are_unique_and_names_nfc(year: int) -> None:
    units = country(year)
    assert len(units.by_code) == len(units.units)
    assert all(is_normalized("NFC", f"{unit.name_with_type} {unit.label}") for unit in units.units)


@every_year
@every_style
def test_page_names_are_unique_in_the_whole_country(year: int, style: Style) -> None:
    pages = canonical_names(country(year), style)
    assert len(set(pages.values())) == len(pages) == len(country(year).units)


@pytest.mark.parametrize("name", PERIODS)
def test_periods(name: str) -> None:
    assert (load_units(name).valid_from, load_units(name).valid_to) == PERIODS[name]


def test_the_day_of_use_decides_the_type() -> None:
    for day, province, commune in (
        (date(2026, 4, 29), "tỉnh", "xã"),
        (date(2026, 4, 30), "thành phố", "phường"),
    ):
        by_code = load_units("dong_nai_2025", day).by_code
        assert (by_code["75"].type, by_code["25270"].type, by_code["25270"].province.type) == (
            province,
            commune,
            province,
        )
    assert not load_units("vn_2025", date(2026, 12, 31)).retypings


def test_labels_and_targets_of_the_letter() -> None:
    names = (DEFAULT_UNITS, "nam_dinh_2024", "ninh_binh_2025")
    labels = {name: {u.code: u.own_label for u in load_units(name).units if u.own_label} for name in names}
    assert labels == dict(zip(names, ({"356": "TP Nam Định"}, {"356": "TP Nam Định"}, {}), strict=True))
    assert load_units(DEFAULT_UNITS).targets == (
        Target("district", 100, date(2022, 1, 31)),
        Target("commune", 50, date(2022, 3, 31)),
    )
    assert [units.id for year in DAYS for units in lists_of(year) if units.targets] == [DEFAULT_UNITS]


def test_what_became_of_each_province() -> None:
    last = {listed.name: listed.last for listed in catalogue().values()}
    assert set(last.values()) == {listed.name for listed in of_year(2025)}
    assert last["ha_nam_2021"] == last["nam_dinh_units"] == last["ninh_binh_2024"] == "ninh_binh_2025"
    assert last["thua_thien_hue_2021"] == "hue_2025"


@pytest.mark.slow
def test_rebuilding_gives_the_shipped_files(tmp_path: Path) -> None:
    build(tmp_path)
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert built == {name: (ROOT / "data" / name).read_bytes() for name in built}
    assert set(built) == {f"{listed.name}.yaml" for year in DAYS for listed in of_year(year)}


@pytest.mark.parametrize("name", [DEFAULT_UNITS, "hue_2024", "dong_nai_2025"])
def test_a_list_is_compiled_from_its_yaml(name: str) -> None:
    units = read_units((ROOT / "data" / f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml", name)
    lines = (ROOT / "data" / lines_file(catalogue()[name].year)).read_bytes().splitlines()
    assert compiled(units).encode() in lines


def test_the_index_says_what_the_lists_say() -> None:
    assert index_text([*catalogue().values()]).encode() == (ROOT / "data" / INDEX).read_bytes()
    units = [(listed.year, unit) for listed in catalogue().values() for unit in load_shipped(listed.name).units]
    names = national.index_text(units, is_commune=False).encode()
    assert names == (ROOT / "data" / national.FILES[False]).read_bytes()


@pytest.mark.slow
def test_the_compiled_form_is_that_of_the_yaml() -> None:
    files = compiled_files()
    assert files == {name: (ROOT / "data" / name).read_bytes() for name in files}
    for year in DAYS:
        for units in lists_of(year):
            assert load_shipped(units.id) == units
