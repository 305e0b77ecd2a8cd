"""What the tests of figures share: a day, names, and the figures of an area."""

from __future__ import annotations

from datetime import date

from fanpage_names.coverage.overview import Area, Overview
from tests.overview.books import CHECKER, UNITS

ON = date(2022, 3, 1)
NAMES = {unit.code: CHECKER.canonical(unit) for unit in UNITS.units}
HAI_MINH, HAI_HAU, QUANG_TRUNG = NAMES["14233"], NAMES["366"], NAMES["13645"]


def area(overview: Overview, name: str) -> Area:
    return next(one for one in overview.areas if one.unit and one.unit.name_with_type == name)


def figures(one: Area) -> dict[str, tuple[int, int]]:
    return {level: (tally.pages, tally.units) for level, tally in one.tallies.items()}
