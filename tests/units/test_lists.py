"""The shipped lists say what their sources say, and nothing twice."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from unicodedata import is_normalized

import pytest

from fanpage_names.naming import canonical_names
from fanpage_names.units.loading import DEFAULT_UNITS, load_units, shipped_names
from fanpage_names.units.model import STYLES, Style, Target

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "tests" / "data" / "units"
CSV_OF: Mapping[str, str] = {
    "nam_dinh_units": "nam_dinh_2021",
    "nam_dinh_2024": "nam_dinh_2024",
    "ninh_binh_2025": "ninh_binh_2025",
}
COUNTS: Mapping[str, Mapping[str, int]] = {
    "nam_dinh_units": {"province tỉnh": 1, "district thành phố": 1, "district huyện": 9, "commune xã": 188,
                       "commune phường": 22, "commune thị trấn": 16},
    "nam_dinh_2024": {"province tỉnh": 1, "district thành phố": 1, "district huyện": 8, "commune xã": 146,
                      "commune phường": 14, "commune thị trấn": 15},
    "ninh_binh_2025": {"province tỉnh": 1, "commune xã": 97, "commune phường": 32},
}  # fmt: skip
PERIODS: Mapping[str, tuple[date, date | None]] = {
    "nam_dinh_units": (date(2020, 2, 1), date(2024, 8, 31)),
    "nam_dinh_2024": (date(2024, 9, 1), date(2025, 6, 30)),
    "ninh_binh_2025": (date(2025, 7, 1), None),
}

every_list = pytest.mark.parametrize("name", shipped_names())
every_style = pytest.mark.parametrize("style", STYLES)


def test_every_list_is_tested() -> None:
    assert set(shipped_names()) == set(CSV_OF) == set(COUNTS) == set(PERIODS)
    assert shipped_names()[0] == DEFAULT_UNITS


@every_list
def test_counts(name: str) -> None:
    assert Counter(f"{unit.level} {unit.type}" for unit in load_units(name).units) == COUNTS[name]


@every_list
def test_units_are_those_of_the_source_under_their_parents(name: str) -> None:
    with (SOURCES / f"{CSV_OF[name]}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    units = load_units(name)
    found = {(u.level, u.code, u.type, u.name, u.parent.code if u.parent else "") for u in units.units}
    assert found == {(r["level"], r["code"], r["type"], r["name"], r["parent_code"]) for r in rows}
    for level in ("province", "district", "commune"):
        assert [u.code for u in units.units if u.level == level] == [r["code"] for r in rows if r["level"] == level]


@every_list
def test_every_unit_stands_after_the_unit_above(name: str) -> None:
    seen: list[str] = []
    for unit in load_units(name).units:
        assert unit.parent is None or unit.parent.code in seen
        assert unit.district is None or unit.district.code == [code for code in seen if len(code) == 3][-1]
        seen.append(unit.code)


@every_list
def test_codes_are_unique(name: str) -> None:
    units = load_units(name)
    assert len(units.by_code) == len(units.units)


@every_list
def test_names_are_nfc(name: str) -> None:
    units = load_units(name)
    assert all(is_normalized("NFC", f"{unit.name_with_type} {unit.label}") for unit in units.units)
    assert all(is_normalized("NFC", page) for style in STYLES for page in canonical_names(units, style).values())


@every_list
@every_style
def test_page_names_are_unique(name: str, style: Style) -> None:
    units = load_units(name)
    pages = canonical_names(units, style)
    assert len(set(pages.values())) == len(pages) == len(units.units)


@every_list
def test_period_and_sources(name: str) -> None:
    units = load_units(name)
    assert (units.valid_from, units.valid_to) == PERIODS[name]
    assert units.id == name
    assert units.sources


def test_labels_and_targets() -> None:
    labels = {name: {u.code: u.own_label for u in load_units(name).units if u.own_label} for name in CSV_OF}
    assert labels == {
        "nam_dinh_units": {"356": "TP Nam Định"},
        "nam_dinh_2024": {"356": "TP Nam Định"},
        "ninh_binh_2025": {},
    }
    assert load_units("nam_dinh_units").targets == (
        Target("district", 100, date(2022, 1, 31)),
        Target("commune", 50, date(2022, 3, 31)),
    )
    assert not load_units("nam_dinh_2024").targets
    assert not load_units("ninh_binh_2025").targets


def test_rebuilding_gives_the_shipped_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    monkeypatch.setattr(sys, "argv", ["build_units.py", str(SOURCES), "--output", str(tmp_path)])
    import_module("build_units").main()
    built = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert built == {name: (ROOT / "data" / name).read_bytes() for name in built}
    assert set(built) == {"vn_names.yaml", *(f"{name}.yaml" for name in shipped_names())}
