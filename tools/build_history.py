"""Rebuild `data/history.yaml` from CSV files.

    python tools/build_history.py FOLDER [-o data]

FOLDER holds map_2020_res858.csv, map_2021_2024.csv and map_2024_2025.csv in UTF-8, a row for each unit of the
earlier list, with at least the columns old_code, old_type, old_name, new_code, new_type, new_name, kind, role,
partial, resolution, effective_date and evidence; `clause` where the resolution has numbered ones. What is behind
each piece of evidence stands below.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Row = Mapping[str, str]

DATA = Path(__file__).parents[1] / "data"

HEAD = """\
# What became of the units: every change between two lists, from the one before to the one after.
#
# - A GSO code is given to other units over time, so a unit is its list and its code, never the code alone.
#   Type and name stand beside the code for the reader's sake.
# - A unit of the earlier list that no line names is unchanged: same code, type, name and unit above.
# - kind: merged (with others into one), renamed, retyped (xã to phường …), moved (to another unit above), abolished.
# - role, of a merged unit: name_kept (the new unit bears its name) or absorbed.
# - partial: only a part of the unit went this way.
# - by: the resolution; clause: the clause (khoản) of its article 1.
# - sources: what the change rests on; grade says how far to trust it:
#   official (text of the resolution, or a table of the GSO), derived (concluded from two official lists),
#   secondary (the press or an encyclopedia, through a public data set).
# - by and sources above the changes are those of every change that has none of its own.
#
# The lists, in the order of time, are the files of these names beside this one.

"""


@dataclass(frozen=True)
class Source:
    """What is behind a piece of evidence.

    Attributes:
        key: how history.yaml calls it.
        evidence: what the CSV files call it.
        grade: official, derived or secondary.
        vi: what it is, for people.
        en: the same in English.
    """

    key: str
    evidence: Sequence[str]
    grade: str
    vi: str
    en: str


SOURCES = (
    Source(
        "resolution",
        ("resolution text",),
        "official",
        "văn bản nghị quyết",
        "text of the resolution",
    ),
    Source(
        "conversion-table",
        ("GSO conversion table (Nhập toàn bộ)",),
        "official",
        "bảng chuyển đổi mã đơn vị của Tổng cục Thống kê",
        "conversion table of the GSO",
    ),
    Source(
        "lists",
        ("GSO lists 2024-05-01 vs 2024-09-01", "GSO history (dvhcvn/data@01f3ef5)"),
        "official",
        "danh mục của Tổng cục Thống kê trước và sau ngày đó",
        "lists of the GSO before and after the day",
    ),
    Source(
        "cited",
        ("cited in resolution 1674 text",),
        "official",
        "được dẫn trong nghị quyết 1674/NQ-UBTVQH15",
        "cited in resolution 1674/NQ-UBTVQH15",
    ),
    Source(
        "two-levels",
        ("two-level local government",),
        "secondary",
        "báo chí: chính quyền địa phương hai cấp, không còn cấp huyện; số nghị quyết chưa đối chiếu với văn bản",
        "the press: two-level local government, no districts any more; the number was not held against the text",
    ),
    Source(
        "same-code",
        ("GSO code continuity",),
        "derived",
        "mã của Tổng cục Thống kê được giữ nguyên",
        "the code of the GSO was kept",
    ),
    Source(
        "same-name",
        ("name kept by target (GSO list)",),
        "derived",
        "danh mục của Tổng cục Thống kê giữ tên này",
        "the list of the GSO keeps the name",
    ),
    Source(
        "press",
        ("vietnamadminunits alias_ward.csv citing baochinhphu.vn 2024-07-31",),
        "secondary",
        "baochinhphu.vn 31/07/2024, theo bộ dữ liệu vietnamadminunits",
        "baochinhphu.vn of 2024-07-31, through the data set vietnamadminunits",
    ),
    Source(
        "encyclopedia",
        (
            "vi.wikipedia Nam Định",
            "vi.wikipedia mirror quoting the resolution",
            "vietnamadminunits alias_ward.csv citing vi.wikipedia",
        ),
        "secondary",
        "Wikipedia tiếng Việt",
        "Vietnamese Wikipedia",
    ),
)
KEYS = {evidence: source.key for source in SOURCES for evidence in source.evidence}

# The file of each step, and the lists before and after.
STEPS = (
    ("map_2020_res858.csv", "nam_dinh_before_2020", "nam_dinh_units"),
    ("map_2021_2024.csv", "nam_dinh_units", "nam_dinh_2024"),
    ("map_2024_2025.csv", "nam_dinh_2024", "ninh_binh_2025"),
)

# The resolution by which all districts of the country ended, which the file of that step leaves out.
END_OF_DISTRICTS = "203/2025/QH15"


def main() -> None:
    """Read the command line and write the file."""
    parser = argparse.ArgumentParser(description="Rebuild history.yaml from CSV files.")
    parser.add_argument("folder", type=Path, help="the folder with the CSV files")
    parser.add_argument("-o", "--output", type=Path, default=DATA, help="where history.yaml goes")
    args = parser.parse_args()
    text = HEAD + "\n".join([*source_lines(), *step_lines(args.folder)]) + "\n"
    (args.output / "history.yaml").write_text(text, encoding="utf-8", newline="\n")


def source_lines() -> Iterator[str]:
    """Yield the lines that say what the sources are."""
    yield "sources:"
    for source in SOURCES:
        yield f"  {source.key}:"
        yield f"    grade: {source.grade}"
        yield f'    vi: "{source.vi}"'
        yield f'    en: "{source.en}"'


def step_lines(folder: Path) -> Iterator[str]:
    """Yield the changes of each step, a line each."""
    yield ""
    yield "steps:"
    for file, before, after in STEPS:
        changed = [row for row in rows_of(folder / file) if row["kind"] != "unchanged"]
        (day,) = {row["effective_date"] for row in changed}
        yield f"  - from: {before}"
        yield f"    to: {after}"
        yield f"    date: {day}"
        usual, _ = Counter(attested(row) for row in changed).most_common(1)[0]
        yield from (f"    {key}: {value}" for key, value in usual)
        yield "    changes:"
        for row in changed:
            own = (pair for pair in attested(row) if pair not in usual)
            yield f"      - {{{', '.join(f'{key}: {value}' for key, value in (*pairs(row), *own))}}}"


def rows_of(path: Path) -> list[Row]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def pairs(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the keys and values that say what a change is."""
    yield "was", f"{row['old_code']} {row['old_type']} {row['old_name']}"
    if row["new_code"]:
        yield "now", f"{row['new_code']} {row['new_type']} {row['new_name']}"
    yield "kind", row["kind"]
    if row["role"]:
        yield "role", row["role"]
    if row["partial"] == "yes":
        yield "partial", "true"
    if row.get("clause"):
        yield "clause", row["clause"]


def attested(row: Row) -> tuple[tuple[str, str], ...]:
    """Return the keys and values that say what a change rests on."""
    keys = dict.fromkeys(KEYS[piece] for piece in row["evidence"].split("; "))
    return ("by", row["resolution"] or END_OF_DISTRICTS), ("sources", f"[{', '.join(keys)}]")


if __name__ == "__main__":
    main()
