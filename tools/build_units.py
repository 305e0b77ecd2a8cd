"""Rebuild the unit lists in `data/` from the tables in `data/sources`: `python -m tools.build_units [-o FOLDER]`.

The tables are read as `fanpage-names units import` reads them, a list for each province of each snapshot; their order
is the order of the lists. What no table knows (titles, the letter's targets) stands below. docs/data.md says where
the tables come from. Then run `python -m tools.compile_data`.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from fanpage_names.text.fold import fold_case, fold_d, fold_tone, fold_vowel_mark
from fanpage_names.units.catalogue import DAYS
from fanpage_names.units.export import Export
from fanpage_names.units.export_columns import read_cells
from fanpage_names.units.loading import DEFAULT_UNITS, OTHER_NAMES
from fanpage_names.units.model import Retyping, Target, Unit, UnitList
from fanpage_names.units.writing import units_yaml

Row = Mapping[str, str]

DATA = Path(__file__).resolve().parent.parent / "data"
SOURCES = DATA / "sources"

TARGETS = (Target("district", 100, date(2022, 1, 31)), Target("commune", 50, date(2022, 3, 31)))
"""The letter's, for the list that it was written for."""


def main() -> None:
    """Read the command line and write the files."""
    parser = argparse.ArgumentParser(description="Rebuild the unit lists from the tables in data/sources.")
    parser.add_argument("-o", "--output", type=Path, default=DATA, help="where the YAML files go")
    build(parser.parse_args().output)


def build(output: Path) -> None:
    """Write all YAML files to a folder."""
    describer = Describer()
    for year in DAYS:
        for units in exported(year):
            listed = describer.described(units, year)
            explained = listed.units.id == DEFAULT_UNITS or bool(listed.units.retypings)
            write(
                output / f"{listed.units.id}.yaml",
                units_yaml(listed.units, listed.about, explained=explained),
            )


def rows_of(table: str) -> list[Row]:
    """Return the rows of a table."""
    with (SOURCES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, text: str) -> None:
    """Write a file with the same line ends on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")


def list_name(province: Unit, year: int) -> str:
    """Return the name of a province's list: its name of that day without marks, type and signs, and the year."""
    bare = fold_d(fold_vowel_mark(fold_tone(fold_case(province.name))))
    name = f"{'_'.join(re.findall(r'[a-z]+', bare))}_{year}"
    return OTHER_NAMES.get(name, name)


def exported(year: int) -> Sequence[UnitList]:
    """Return the list of each province as the table of a snapshot has it."""
    path = SOURCES / f"vn_{year}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        cells = read_cells(enumerate(csv.reader(file), 1))
        if isinstance(cells, str):
            raise SystemExit(f"{path}: no columns of units: {cells}")
        export = Export(path.name, cells)
    return [export.units_of(province) for province in export.provinces]


@dataclass(frozen=True)
class Described:
    """A list with all that its file says, and its first comment."""

    units: UnitList
    about: str


class Describer:
    """What a list's own table does not say of it, and others do: its days, its sources, what changed later."""

    def described(self, units: UnitList, year: int) -> Described:
        """Return a list with its name, title, period and sources."""
        province = units.units[0]
        described = {2021: self._of_2021, 2024: self._of_2024, 2025: self._of_2025}[year](units, _titled(province))
        first = described.units.valid_from if year == 2024 else None
        title = f"{province.name}, {first or DAYS[year]:%d/%m/%Y}"
        return replace(described, units=replace(described.units, id=list_name(province, year), title=title))

    def _of_2021(self, units: UnitList, province: str) -> Described:
        if list_name(units.units[0], 2021) == DEFAULT_UNITS:
            return _letters_list(units)
        days = self._changes["old_province", province]
        return Described(
            replace(
                units,
                valid_to=min(days) - timedelta(days=1) if days else DAYS[2024],
                sources=("GSO (Tổng cục Thống kê), list of administrative units, as of 2021-12-31",),
            ),
            f"The units of {units.units[0].name} on 2021-12-31.",
        )

    def _of_2024(self, units: UnitList, province: str) -> Described:
        days = self._changes["new_province", province]
        first = max(days, default=None)
        sources = ["GSO (Tổng cục Thống kê), list of administrative units, as of 2025-06-30"]
        if first:
            sources.append(f"Resolution {', '.join(sorted(days[first]))}, in force {first}")
        return Described(
            replace(units, valid_from=first, valid_to=DAYS[2024], sources=tuple(sources)),
            f"The units of {units.units[0].name} on 2025-06-30, the last day before districts were abolished.",
        )

    def _of_2025(self, units: UnitList, province: str) -> Described:
        *others, last = (name.removeprefix("Tỉnh ").removeprefix("Thành phố ") for name in self._parts[province])
        law = self._laws[units.units[0].code]
        laws = f"202/2025/QH15 (provinces) and {law}" if others else law
        sources = (
            f"Resolution {laws} (communes), operating 2025-07-01",
            "1027/CTK-CSCL: codes as of 2025-06-25; where lists differ in spelling, the resolution's",
        )
        merged = f": {', '.join(others)} and {last} in one" if others else ""
        retypings = tuple(sorted(self._retypings[unit.code] for unit in units.units if unit.code in self._retypings))
        return Described(
            replace(units, valid_from=DAYS[2025], valid_to=None, sources=sources, retypings=retypings),
            f"The units of {units.units[0].name} since 2025-07-01{merged}; no districts.",
        )

    @cached_property
    def _changes(self) -> Mapping[tuple[str, str], Mapping[date, set[str]]]:
        """The days on which units changed before 2025-07-01, with the resolutions, by the province of then or after."""
        found: dict[tuple[str, str], dict[date, set[str]]] = defaultdict(lambda: defaultdict(set))
        for row in rows_of("vn_map_2021_2024"):
            if row["effective_date"]:
                for column in ("old_province", "new_province"):
                    found[column, row[column]][date.fromisoformat(row["effective_date"])].add(row["resolution"])
        return found

    @cached_property
    def _parts(self) -> Mapping[str, Iterable[str]]:
        """The provinces that became one in 2025, by its name."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for row in rows_of("vn_map_2025"):
            found[row["new_province"]][row["old_province"]] = None
        return found

    @cached_property
    def _laws(self) -> Mapping[str, str]:
        """The resolution that made the communes of 2025, by the province's code."""
        return {row["province_code"]: row["resolution"] for row in rows_of("counts_2025")}

    @cached_property
    def _retypings(self) -> Mapping[str, Retyping]:
        """The types that changed after 2025-07-01, by code."""
        return {
            row["code"]: Retyping(date.fromisoformat(row["effective_date"]), row["code"], row["new_type"])
            for row in rows_of("vn_retyped_2026")
        }


def _letters_list(units: UnitList) -> Described:
    """Describe the list that the letter was written for: the only one with targets."""
    return Described(
        replace(
            units,
            valid_from=date(2020, 2, 1),
            valid_to=date(2024, 8, 31),
            sources=(
                "GSO (Tổng cục Thống kê), list of administrative units, as of 2021-11-01; the same on 2022-04-10",
                "Resolution 858/NQ-UBTVQH14, in force 2020-02-01",
            ),
            targets=TARGETS,
        ),
        "The units of Nam Định on 2021-12-31, the list that the letter on page names was written for.",
    )


def _titled(province: Unit) -> str:
    """Return a province's name as the maps write it: "Tỉnh Nam Định"."""
    return f"{province.type.capitalize()} {province.name}"


if __name__ == "__main__":
    main()
