"""Rebuild the unit lists in `data/` from CSV files.

    python tools/build_units.py FOLDER [-o data]

FOLDER holds nam_dinh_2021.csv, nam_dinh_2024.csv, ninh_binh_2025.csv, vn_2021.csv and vn_2025.csv in UTF-8, with at
least the columns level, type, name, code, parent_code, valid_from, valid_to; the order of the rows is the order of the
lists. They are read as `fanpage-names units import` reads them; what no CSV knows (titles, sources, targets) stands
below.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from fanpage_names.units.export import Export
from fanpage_names.units.export_columns import read_cells
from fanpage_names.units.letter import is_number, with_type
from fanpage_names.units.model import Target
from fanpage_names.units.writing import units_yaml

Row = Mapping[str, str]

DATA = Path(__file__).parents[1] / "data"

TARGETS = (Target("district", 100, date(2022, 1, 31)), Target("commune", 50, date(2022, 3, 31)))
"""The letter's, for the list that it was written for."""


@dataclass(frozen=True)
class Snapshot:
    """What a list needs beside its CSV.

    Attributes:
        csv: the file's name in the folder.
        file: the name of the YAML file.
        about: its first comment.
        title: as in `UnitList`.
        sources: as in `UnitList`.
        targets: as in `UnitList`.
    """

    csv: str
    file: str
    about: str
    title: str
    sources: tuple[str, ...]
    targets: tuple[Target, ...] = ()


SNAPSHOTS = (
    Snapshot(
        csv="nam_dinh_2021.csv",
        file="nam_dinh_units.yaml",
        about="The units of Nam Định on 2021-12-31, the list that the letter on page names was written for.",
        title="Nam Định, 31/12/2021",
        sources=(
            "GSO (Tổng cục Thống kê), list of administrative units, as of 2021-11-01; the same on 2022-04-10",
            "Resolution 858/NQ-UBTVQH14, in force 2020-02-01",
        ),
        targets=TARGETS,
    ),
    Snapshot(
        csv="nam_dinh_2024.csv",
        file="nam_dinh_2024.yaml",
        about="The units of Nam Định after the mergers of 2024-09-01, until districts were abolished.",
        title="Nam Định, 01/09/2024",
        sources=(
            "GSO (Tổng cục Thống kê), list of administrative units, as of 2024-09-01",
            "Resolution 1104/NQ-UBTVQH15, in force 2024-09-01",
        ),
    ),
    Snapshot(
        csv="ninh_binh_2025.csv",
        file="ninh_binh_2025.yaml",
        about="The units of Ninh Bình since 2025-07-01: Hà Nam, Nam Định and Ninh Bình in one; no districts.",
        title="Ninh Bình, 01/07/2025",
        sources=(
            "Resolution 202/2025/QH15 (provinces) and 1674/NQ-UBTVQH15 (communes), operating 2025-07-01",
            "1027/CTK-CSCL: codes as of 2025-06-25; where lists differ in spelling, the resolution's",
        ),
    ),
)

NATIONAL_HEAD = """\
# The names of the country's provinces and districts, so that no foreign unit is taken for one of ours.
# Bare names by province, in the order of the GSO's codes. A district with a number for a name has its type
# word ("Quận 1"): a number alone is no name.
# Source: GSO (Tổng cục Thống kê), lists of administrative units as of 2021-12-31 and 2025-07-01.

"""


def main() -> None:
    """Read the command line and write the files."""
    parser = argparse.ArgumentParser(description="Rebuild the unit lists from CSV files.")
    parser.add_argument("folder", type=Path, help="the folder with the CSV files")
    parser.add_argument("-o", "--output", type=Path, default=DATA, help="where the YAML files go")
    args = parser.parse_args()
    build(args.folder, args.output)


def build(folder: Path, output: Path) -> None:
    """Write all YAML files to `output` from the CSV files in `folder`."""
    for snapshot in SNAPSHOTS:
        write(output / snapshot.file, snapshot_yaml(snapshot, folder / snapshot.csv))
    national = national_yaml(rows_of(folder / "vn_2021.csv"), rows_of(folder / "vn_2025.csv"))
    write(output / "vn_names.yaml", national)


def rows_of(path: Path) -> list[Row]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, text: str) -> None:
    """Write a file with the same line ends on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")


def snapshot_yaml(snapshot: Snapshot, path: Path) -> str:
    """Return the YAML text of one unit list."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = read_cells(enumerate(csv.reader(file), 1))
        if isinstance(cells, str):
            raise SystemExit(f"{path}: no columns of units: {cells}")
        export = Export(path.name, cells)
    [province] = export.provinces
    units = export.units_of(province)
    units = replace(units, title=snapshot.title, sources=snapshot.sources, targets=snapshot.targets)
    return units_yaml(units, snapshot.about)


def national_yaml(rows_2021: Sequence[Row], rows_2025: Sequence[Row]) -> str:
    """Return the YAML text of the country's names, a line for each province."""
    lines = ["districts_2021:"]
    for province in at_level(rows_2021, "province"):
        districts = (row for row in at_level(rows_2021, "district") if row["parent_code"] == province["code"])
        lines.append(f"  {province['name']}: {', '.join(dict.fromkeys(map(national_name, districts)))}")
    lines += ["", f"provinces_2025: {', '.join(row['name'] for row in at_level(rows_2025, 'province'))}"]
    return NATIONAL_HEAD + "\n".join(lines) + "\n"


def at_level(rows: Iterable[Row], level: str) -> Iterator[Row]:
    """Yield the rows of a level."""
    return (row for row in rows if row["level"] == level)


def national_name(district: Row) -> str:
    """Return the bare name; for a numbered district the type word is part of it."""
    name = district["name"]
    return with_type(district["type"], name) if is_number(name) else name


if __name__ == "__main__":
    main()
