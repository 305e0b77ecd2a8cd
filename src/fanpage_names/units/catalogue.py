"""Which unit lists come with the package: each province on three days, and where its compiled line stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from fanpage_names.units.compiled import read_compiled
from fanpage_names.units.model import Unit, UnitList
from fanpage_names.units.shipped import shipped_bytes

INDEX = "lists.json"

DAYS: Mapping[int, date] = {2021: date(2021, 12, 31), 2024: date(2025, 6, 30), 2025: date(2025, 7, 1)}
"""The day of each snapshot of the country, by the year that the names of its lists end in."""

COUNTRY = "vn_{year}"
"""The list of the whole country, which has no line of its own: it is its provinces, joined."""

LAST = max(DAYS)
"""The snapshot that is in force, changed by what was retyped since."""

FIRST = 2020
"""Not a snapshot: what little is known from before the first one, by province."""


class Shipped(NamedTuple):
    """A shipped list, without its units.

    Attributes:
        name: what `--units` takes: the province's name of that day without marks, and the snapshot's year.
        year: the snapshot.
        code: the province's code of that day.
        province: the province's name of that day.
        type: its type word on the first day.
        valid_from: first day in force; None where not known.
        valid_to: last day in force; None while it is in force.
        last: the name of the last snapshot's list that has what became of the province.
        start: where its line begins in the snapshot's file.
        end: where it ends.
    """

    name: str
    year: int
    code: str
    province: str
    type: str
    valid_from: date | None
    valid_to: date | None
    last: str
    start: int
    end: int

    @property
    def unit(self) -> Unit:
        """The province."""
        return Unit(self.code, "province", self.type, self.province)

    def is_in_force(self, day: date) -> bool:
        """Whether the list holds on a day as it stands; a list whose beginning is not known goes back for ever."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def countries() -> Mapping[int, str]:
    """Return the names of the country's lists by snapshot."""
    return {year: COUNTRY.format(year=year) for year in DAYS}


def lines_file(year: int) -> str:
    """Return the name of the file that holds a snapshot's lines."""
    return f"units_{year}.jsonl"


def index_text(lists: Sequence[Shipped]) -> str:
    """Return the text of the index: a line a list."""
    rows = (json.dumps(each, ensure_ascii=False, default=str) for each in lists)
    return "[\n" + ",\n".join(rows) + "\n]\n"


@cache
def catalogue() -> Mapping[str, Shipped]:
    """Return every shipped list by its name: by snapshot, then in the order of the provinces' codes."""
    found = {}
    for name, year, code, province, type_word, first, last, *place in json.loads(shipped_bytes(INDEX)):
        days = (date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
        found[name] = Shipped(name, year, code, province, type_word, *days, *place)
    return found


def of_year(year: int) -> Sequence[Shipped]:
    """Return the lists of a snapshot."""
    return [each for each in catalogue().values() if each.year == year]


def load_shipped(name: str) -> UnitList:
    """Return a shipped list as of its first day; raises KeyError where there is no such list."""
    for year, day in DAYS.items():
        if name == COUNTRY.format(year=year):
            lines = shipped_bytes(lines_file(year)).splitlines()
            return replace(joined(name, day, map(read_compiled, lines)), shipped=True)
    listed = catalogue()[name]
    return read_compiled(shipped_bytes(lines_file(listed.year))[listed.start : listed.end])


def joined(name: str, day: date, lists: Iterable[UnitList]) -> UnitList:
    """Return the list of the whole country on a day, from those of its provinces."""
    provinces = list(lists)
    starts = [units.valid_from for units in provinces if units.valid_from]
    ends = [units.valid_to for units in provinces if units.valid_to]
    return UnitList(
        id=name,
        title=f"Cả nước, {day:%d/%m/%Y}",
        valid_from=max(starts, default=None),
        valid_to=min(ends, default=None),
        sources=tuple(dict.fromkeys(source for units in provinces for source in units.sources)),
        patterns=provinces[0].patterns,
        targets=(),
        units=tuple(unit for units in provinces for unit in units.units),
        retypings=tuple(sorted(each for units in provinces for each in units.retypings)),
    )
