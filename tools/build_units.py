"""Rebuild the unit lists in `data/` from CSV files.

    python tools/build_units.py FOLDER [-o data]

FOLDER holds nam_dinh_2021.csv, nam_dinh_2024.csv, ninh_binh_2025.csv, vn_2021.csv and vn_2025.csv in
UTF-8, with at least the columns level, type, name, code, parent_code, valid_from, valid_to; the order of the
rows is the order of the lists. What no CSV knows (titles, sources, patterns, targets, labels) stands below.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Row = Mapping[str, str]

DATA = Path(__file__).parents[1] / "data"

HEAD = """\
# {about}
#
# This file is made to be read and edited. After a change, `fanpage-names units validate FILE` tells every
# fault with its line and what to write. A copy of your own is used with `--units FILE`.
#
# - Text is Unicode NFC (Vietnamese: dựng sẵn). Tone marks stand where the GSO puts them: Hòa, Thủy.
# - A code (mã GSO) is always in quotes, else YAML takes 01 for a number. So is a name such as "1".
# - type (loại đơn vị) in small letters: tỉnh, thành phố; quận, huyện, thị xã, thành phố; xã, phường,
#   thị trấn, đặc khu.
# - label (nhãn), where a unit has one, is what the short style writes in place of the name.
# - A unit stands under the unit that it belongs to. The order here is the order of every output.

title: {title}

# First and last day (ngày hiệu lực), year-month-day; without `to`, the list is still in force.
in_force: {in_force}

sources:
{sources}

# How page names are made. For each level: {{commune}} is the bare name, {{commune_type}} the type word,
# {{commune_label}} the label or, without one, the name; the same for district and province.
patterns:
  short:
{short}
  full:
{full}

"""

TARGETS = """\
# The share of units, in per cent, that should have a page before a day (the day itself is too late).
targets:
  - {level: district, share: 100, before: 2022-01-31}
  - {level: commune, share: 50, before: 2022-03-31}

"""

NO_TARGETS = """\
# The letter's targets were for the list of 2021; new ones would go here (chỉ tiêu), as in
# targets:
#   - {level: commune, share: 50, before: 2026-03-31}

"""

PROVINCE_PATTERN = '"Mặt trận Tổ quốc {province_type} {province}"'
SHORT_WITH_DISTRICTS = {
    "province": PROVINCE_PATTERN,
    "district": '"Mặt trận {district_label} {province_label}"',
    "commune": '"Mặt trận {commune_label} {district_label} {province_label}"',
}
FULL_WITH_DISTRICTS = {
    "province": PROVINCE_PATTERN,
    "district": '"Mặt trận {district_type} {district} {province_type} {province}"',
    "commune": '"Mặt trận {commune_type} {commune} {district_type} {district} {province_type} {province}"',
}
SHORT = {"province": PROVINCE_PATTERN, "commune": '"Mặt trận {commune_label} {province_label}"'}
FULL = {
    "province": PROVINCE_PATTERN,
    "commune": '"Mặt trận {commune_type} {commune} {province_type} {province}"',
}


@dataclass(frozen=True)
class Snapshot:
    """What a list needs beside its CSV.

    Attributes:
        csv: the file's name in the folder.
        file: the name of the YAML file.
        about: its first comment.
        title: as in `UnitList`.
        sources: as in `UnitList`.
        short: patterns by level, as YAML writes them.
        full: the same for the full style.
        targets: the block of targets, with its comment.
        labels: labels by code.
    """

    csv: str
    file: str
    about: str
    title: str
    sources: Sequence[str]
    short: Mapping[str, str]
    full: Mapping[str, str]
    targets: str
    labels: Mapping[str, str]


# The letter writes "tên huyện/TP": bare, the city's page would be "Nam Định Nam Định".
CITY_LABEL = {"356": "TP Nam Định"}

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
        short=SHORT_WITH_DISTRICTS,
        full=FULL_WITH_DISTRICTS,
        targets=TARGETS,
        labels=CITY_LABEL,
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
        short=SHORT_WITH_DISTRICTS,
        full=FULL_WITH_DISTRICTS,
        targets=NO_TARGETS,
        labels=CITY_LABEL,
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
        short=SHORT,
        full=FULL,
        targets=NO_TARGETS,
        labels={},
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
        write(output / snapshot.file, snapshot_yaml(snapshot, rows_of(folder / snapshot.csv)))
    national = national_yaml(rows_of(folder / "vn_2021.csv"), rows_of(folder / "vn_2025.csv"))
    write(output / "vn_names.yaml", national)


def rows_of(path: Path) -> list[Row]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, text: str) -> None:
    """Write a file with the same line ends on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")


def snapshot_yaml(snapshot: Snapshot, rows: Sequence[Row]) -> str:
    """Return the YAML text of one unit list."""
    return (
        HEAD.format(
            about=snapshot.about,
            title=snapshot.title,
            in_force=in_force(rows),
            sources="\n".join(f'  - "{source}"' for source in snapshot.sources),
            short=block(snapshot.short),
            full=block(snapshot.full),
        )
        + snapshot.targets
        + "\n".join(["provinces:", *unit_lines(rows, snapshot.labels)])
        + "\n"
    )


def in_force(rows: Sequence[Row]) -> str:
    """Return the period in which every unit of the list existed as it stands there."""
    first = max(row["valid_from"] for row in rows)
    last = min((row["valid_to"] for row in rows if row["valid_to"]), default="")
    return f"{{from: {first}, to: {last}}}" if last else f"{{from: {first}}}"


def block(patterns: Mapping[str, str]) -> str:
    """Return the lines of one style's patterns."""
    return "\n".join(f"    {level}: {pattern}" for level, pattern in patterns.items())


def unit_lines(rows: Sequence[Row], labels: Mapping[str, str]) -> Iterator[str]:
    """Yield a province, its districts and their communes, each commune on one line."""
    for province in rows:
        if province["level"] == "province":
            yield from head_lines(province, labels, "  ")
            below = [row for row in rows if row["parent_code"] == province["code"]]
            if below[0]["level"] == "commune":
                yield "    communes:"
                yield from commune_lines(below, labels, "      ")
                continue
            yield "    districts:"
            for district in below:
                yield ""
                yield from head_lines(district, labels, "      ")
                yield "        communes:"
                communes = (row for row in rows if row["parent_code"] == district["code"])
                yield from commune_lines(communes, labels, "          ")


def head_lines(unit: Row, labels: Mapping[str, str], indent: str) -> Iterator[str]:
    """Yield the lines of a unit that has others below it."""
    for number, pair in enumerate(pairs(unit, labels)):
        yield f"{indent}{'  ' if number else '- '}{pair}"


def commune_lines(communes: Iterable[Row], labels: Mapping[str, str], indent: str) -> Iterator[str]:
    """Yield a line for each commune."""
    for commune in communes:
        yield f"{indent}- {{{', '.join(pairs(commune, labels))}}}"


def pairs(unit: Row, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield the keys and values of a unit, as YAML writes them."""
    yield f'code: "{unit["code"]}"'
    yield f"type: {unit['type']}"
    yield f"name: {unit['name']}"
    if unit["code"] in labels:
        yield f"label: {labels[unit['code']]}"


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
    return f"{district['type'].capitalize()} {name}" if name.isdigit() else name


if __name__ == "__main__":
    main()
