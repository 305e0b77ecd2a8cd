"""`units import`: from a table to a list that every command takes."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import openpyxl
import pytest

from tests.cli.running import Run
from tests.units.exports import SOURCES, province, wide

ROWS = list(wide(province(2021, "42")))
COUNTRY = str(SOURCES / "vn_2025.csv")


def write_csv(path: Path, rows: Iterable[Sequence[str]], *, encoding: str = "utf-8-sig", delimiter: str = ",") -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)


def write_xlsx(path: Path, rows: Iterable[Sequence[object]], *sheets: str) -> None:
    book = openpyxl.Workbook(write_only=True)
    every = list(rows)
    for name in sheets or ("Sheet1",):
        sheet = book.create_sheet(name)
        for row in every:
            sheet.append(list(row))
    book.save(path)


def as_numbers(row: Sequence[str]) -> list[object]:
    """What Excel makes of codes."""
    return [int(text) if text.isdigit() else text for text in row]


def test_from_csv_to_checked_names(run: Run, tmp_path: Path) -> None:
    write_csv(tmp_path / "gso.csv", ROWS)
    done = run("units", "import", "gso.csv", "-o", "ha_tinh.yaml")
    assert (done.status, done.out) == (0, "")
    labels = "TP Hà Tĩnh, Huyện Kỳ Anh, Thị xã Kỳ Anh"
    assert done.err == (f"fanpage-names: ha_tinh.yaml: provinces: 1, districts: 13, communes: 216; labels: {labels}\n")
    assert run("units", "validate", "ha_tinh.yaml").out == "ha_tinh.yaml: provinces: 1, districts: 13, communes: 216\n"
    names = run("generate", "--units", "ha_tinh.yaml", "-q", "--format", "json").out
    assert "Mặt trận Thị xã Kỳ Anh Hà Tĩnh" in {row["page_name"] for row in json.loads(names)}
    generated = run("generate", "--units", "ha_tinh.yaml", "-q").out
    assert run("check", "-", "--units", "ha_tinh.yaml", "-q", stdin=generated).status == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_however_saved(encoding: str, delimiter: str, run: Run, tmp_path: Path) -> None:
    write_csv(tmp_path / "plain.csv", ROWS)
    write_csv(tmp_path / "other.csv", ROWS, encoding=encoding, delimiter=delimiter)
    plain = run("units", "import", "plain.csv", "-q").out
    assert run("units", "import", "other.csv", "-q").out == plain.replace("plain.csv", "other.csv")


def test_workbook_with_codes_as_numbers(run: Run, tmp_path: Path) -> None:
    rows = list(wide(province(2025, "01")))
    write_csv(tmp_path / "gso.csv", rows)
    write_xlsx(tmp_path / "gso.xlsx", map(as_numbers, rows))
    from_csv, from_xlsx = (run("units", "import", f"gso.{ending}").out for ending in ("csv", "xlsx"))
    assert '{code: "00004", type: phường, name: Ba Đình}' in from_csv
    assert from_xlsx == from_csv.replace("gso.csv", "gso.xlsx")


def test_one_province_of_many_by_name_or_code(run: Run) -> None:
    by_name = run("units", "import", COUNTRY, "--province", "ninh binh", "-q").out
    assert by_name == run("units", "import", COUNTRY, "--province", "37", "-q").out
    assert "title: Ninh Bình\n" in by_name


def test_many_provinces_are_listed(run: Run) -> None:
    done = run("units", "import", COUNTRY, "-o", "all.yaml")
    assert done.status == 2
    assert "34 provinces; choose one with --province, or take all with -o FOLDER/: Hà Nội, Cao Bằng, " in done.err
    done = run("units", "import", COUNTRY, "--province", "Nam Định")
    assert done.status == 2
    assert "no province “Nam Định”; it has: Hà Nội, " in done.err


def test_all_provinces_into_a_folder(run: Run, tmp_path: Path) -> None:
    done = run("units", "import", COUNTRY, "-o", "all")
    assert done.status == 0
    files = sorted(path.name for path in (tmp_path / "all").iterdir())
    assert len(files) == len(done.err.splitlines()) == 34
    assert {"ha_noi.yaml", "ho_chi_minh.yaml", "dak_lak.yaml"} <= set(files)
    assert run("units", "validate", *(f"all/{name}" for name in files)).status == 0


def test_an_existing_file_stays_without_force(run: Run, tmp_path: Path) -> None:
    write_csv(tmp_path / "gso.csv", ROWS)
    (tmp_path / "mine.yaml").write_text("mine", encoding="utf-8")
    done = run("units", "import", "gso.csv", "-o", "mine.yaml")
    assert (done.status, (tmp_path / "mine.yaml").read_text(encoding="utf-8")) == (2, "mine")
    assert run("units", "import", "gso.csv", "-o", "mine.yaml", "--force").status == 0
    assert run("units", "validate", "mine.yaml").status == 0


def test_every_fault_is_a_line_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    rows = [list(row) for row in ROWS]
    rows[2][5], rows[4][6] = "x", "Huyện"
    write_csv(tmp_path / "gso.csv", rows)
    done = run("units", "import", "gso.csv", "-o", "new.yaml", "--lang", "vi")
    assert done.status == 2
    assert [line[:27] for line in done.err.splitlines()] == [
        "fanpage-names: gso.csv:3: m",
        "fanpage-names: gso.csv:5: “",
    ]
    assert not (tmp_path / "new.yaml").exists()


def test_no_table_of_units(run: Run, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("TT,Tên trang\n1,Mặt trận Hải Hậu Nam Định\n", encoding="utf-8")
    done = run("units", "import", "names.csv")
    assert (done.status, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert done.err.endswith("it has: 'TT', 'Tên trang'\n")
    assert run("units", "import", "none.csv").status == 2


def test_several_sheets_with_units(run: Run, tmp_path: Path) -> None:
    write_xlsx(tmp_path / "gso.xlsx", ROWS, "2020", "2021")
    done = run("units", "import", "gso.xlsx")
    assert (done.status, "several sheets have units: '2020', '2021'; choose one with --sheet" in done.err) == (2, True)
    assert run("units", "import", "gso.xlsx", "--sheet", "2021").status == 0


def test_names_in_odd_letters_are_pointed_out(run: Run) -> None:
    done = run("units", "import", str(SOURCES / "vn_2021.csv"), "--province", "Hà Nội", "-o", "ha_noi.yaml")
    assert done.err.splitlines()[1:] == [
        "fanpage-names: ha_noi.yaml: look at the capitals of these names: Đại áng (00679)"
    ]
