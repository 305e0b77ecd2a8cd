"""Compile what is in `data/` into the form that is loaded: `python -m tools.compile_data [-o FOLDER]`.

The lists and the other words come from the YAML files, the history from the tables in `data/sources`. After a change of
any of them, run this; a test holds the two forms against each other.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from fanpage_names.history.compiled import changes_file
from fanpage_names.history.compiled import compiled as compiled_changes
from fanpage_names.units import national, other_words
from fanpage_names.units.catalogue import DAYS, FIRST, INDEX, LAST, Shipped, index_text, lines_file
from fanpage_names.units.compiled import compiled
from fanpage_names.units.loading import DEFAULT_UNITS
from fanpage_names.units.model import UnitList
from fanpage_names.units.other_words_reading import read_other_words
from fanpage_names.units.reading import read_units
from tools.build_history import history

DATA = Path(__file__).resolve().parent.parent / "data"
BEFORE = DATA / "nam_dinh_before_2020.yaml"


def main() -> None:
    """Read the command line and write the files."""
    parser = argparse.ArgumentParser(description="Compile the unit lists.")
    parser.add_argument("-o", "--output", type=Path, default=DATA, help="where the compiled files go")
    output = parser.parse_args().output
    for name, content in compiled_files().items():
        (output / name).write_bytes(content)


def compiled_files() -> Mapping[str, bytes]:
    """Return the content of every compiled file by its name."""
    files, index = {}, []
    became = provinces_of_2025()
    for year in (FIRST, *DAYS):
        content = b""
        for units in lists_of(year):
            line = compiled(units).encode()
            code = units.units[0].code
            last = units.id if year == LAST else became[code]
            index.append(listed(units, year, last, len(content), len(content) + len(line)))
            content += line + b"\n"
        files[lines_file(year)] = content
    words = read_other_words((DATA / "other_words.yaml").read_text(encoding="utf-8"), "other_words.yaml")
    files[other_words.FILE] = other_words.compiled(words).encode()
    return {**files, **history_files(), **name_files(), INDEX: index_text(index).encode()}


def name_files() -> Mapping[str, bytes]:
    """Return the content of the files of the country's names."""
    units = [(year, unit) for year in (FIRST, *DAYS) for each in lists_of(year) for unit in each.units]
    return {
        file: national.index_text(units, is_commune=is_commune).encode() for is_commune, file in national.FILES.items()
    }


def history_files() -> Mapping[str, bytes]:
    """Return the content of the files of the history: for each list a line, in the order of the lists."""
    changes = history(*map(lists_of, (FIRST, *DAYS)))
    return {
        changes_file(year): "".join(f"{compiled_changes(changes[units.id])}\n" for units in lists_of(year)).encode()
        for year in (FIRST, *DAYS)
    }


def listed(units: UnitList, year: int, last: str, start: int, end: int) -> Shipped:
    """Return what the index says of a list; for the other fields see `Shipped`."""
    province = units.units[0]
    period = (units.valid_from, units.valid_to)
    return Shipped(units.id, year, province.code, province.name, province.type, *period, last, start, end)


@cache
def lists_of(year: int) -> Sequence[UnitList]:
    """Return the lists of a snapshot, read from their YAML, in the order of the provinces' codes."""
    paths = [BEFORE] if year == FIRST else [*DATA.glob(f"*_{year}.yaml")]
    if year == 2021:
        paths.append(DATA / f"{DEFAULT_UNITS}.yaml")
    lists = (read_units(path.read_text(encoding="utf-8"), path.name, path.stem) for path in paths)
    return sorted(lists, key=lambda units: units.units[0].code)


def provinces_of_2025() -> Mapping[str, str]:
    """Return the list that has what became of a province, by the province's code before 2025-07-01."""
    now = {unit.code: units.id for units in lists_of(LAST) for unit in units.units}
    province_of = {unit.code: unit.province.code for units in lists_of(2024) for unit in units.units}
    with (DATA / "sources" / "vn_map_2025.csv").open(encoding="utf-8", newline="") as file:
        return {province_of[row["old_code"]]: now[row["new_code"]] for row in csv.DictReader(file)}


if __name__ == "__main__":
    main()
