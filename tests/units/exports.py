"""The lists of the whole country as tables, in the forms in which the GSO exports them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from fanpage_names.units.export import Export
from fanpage_names.units.export_columns import read_cells
from fanpage_names.units.model import Unit, UnitList

SOURCES = Path(__file__).parents[2] / "data" / "sources"
YEARS = (2021, 2025)

WIDE = ("Tỉnh Thành Phố", "Mã TP", "Quận Huyện", "Mã QH", "Phường Xã", "Mã PX", "Cấp", "Tên Tiếng Anh")
OF_COMMUNES = ("Mã", "Tên", "Tên Tiếng Anh", "Cấp", "Mã QH", "Quận Huyện", "Mã TP", "Tỉnh / Thành Phố")
WITHOUT_DISTRICTS = ("Mã", "Tên", "Tên Tiếng Anh", "Cấp", "Mã TP", "Tỉnh / Thành Phố")


def export_of(rows: Iterable[Sequence[str]], file: str = "gso.csv") -> Export:
    """Read a table of which the first row is row 1."""
    cells = read_cells(enumerate(rows, 1))
    assert not isinstance(cells, str), cells
    return Export(file, cells)


@cache
def country(year: int) -> tuple[UnitList, ...]:
    """The list of each province of the country."""
    with (SOURCES / f"vn_{year}.csv").open(encoding="utf-8", newline="") as file:
        export = export_of(csv.reader(file))
    return tuple(export.units_of(province) for province in export.provinces)


def province(year: int, code: str) -> UnitList:
    return next(units for units in country(year) if units.units[0].code == code)


def _typed(unit: Unit | None) -> str:
    return f"{unit.type.capitalize()} {unit.name}" if unit else ""


def wide(units: UnitList) -> Iterator[Sequence[str]]:
    """A row for each commune, and for each district without any."""
    yield WIDE
    filled = {unit.district.code for unit in units.units if unit.district}
    for unit in units.units:
        district, is_commune = unit.at("district"), unit.level == "commune"
        if is_commune or (unit.level == "district" and unit.code not in filled):
            own = (_typed(unit), unit.code) if is_commune else ("", "")
            above = (_typed(unit.province), unit.province.code, _typed(district), district.code if district else "")
            yield (*above, *own, unit.type.capitalize(), "")


def of_communes(units: UnitList) -> Iterator[Sequence[str]]:
    """A row for each commune, with its own name first."""
    yield OF_COMMUNES if units.has_districts else WITHOUT_DISTRICTS
    for unit in units.at_level("commune"):
        district = (unit.district.code, _typed(unit.district)) if unit.district else ()
        own = (unit.code, _typed(unit), "", unit.type.capitalize())
        yield (*own, *district, unit.province.code, _typed(unit.province))
