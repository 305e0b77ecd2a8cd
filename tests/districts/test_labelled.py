"""Six files of districts with what a person reads in each: names, units, right names, links, the report's figures."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fanpage_names.check import Checker, check_rows
from fanpage_names.coverage.counting import count
from fanpage_names.rows import Checked
from fanpage_names.tables.grid import ReadOptions
from fanpage_names.tables.reading import read_rows
from fanpage_names.units.loading import load_units

FILES = Path(__file__).parent / "labelled"
LABELS: dict[str, Any] = json.loads((FILES / "labels.json").read_text("utf-8"))
CHECKER = Checker(load_units("nam_dinh_units"))


def read(name: str) -> list[Checked]:
    rows = read_rows(str(FILES / name), ReadOptions(), lambda text: CHECKER.check(text).unit is not None)
    return list(check_rows(CHECKER, rows))


@pytest.mark.parametrize("file", sorted(LABELS))
def test_every_row_holds(file: str) -> None:
    checked, labels = read(file), LABELS[file]["names"]
    assert [(one.row.row, one.row.name) for one in checked] == [(label["row"], label["submitted"]) for label in labels]
    for one, label in zip(checked, labels, strict=True):
        assert one.result.unit is not None
        assert (one.result.unit.code, one.result.canonical) == (label["unit_code"], label["right_name"])
        assert one.result.status == {"right": "ok", "deviates": "deviates"}[label["verdict"]]
        assert one.row.sheet == label.get("sheet")
        if "link" in label:
            assert one.row.link == label["link"]
        assert "FN504" not in {found.code for found in one.result.diagnostics}


@pytest.mark.parametrize("file", sorted(file for file, labels in LABELS.items() if "report" in labels))
def test_the_report_s_figures(file: str) -> None:
    wanted = LABELS[file]["report"]
    overview = count(CHECKER.units, read(file), date(2022, 3, 1))
    area = next(one for one in overview.areas if one.unit and one.unit.name == LABELS[file]["district"])
    assert area.tallies["commune"].pages == wanted["communes with a page"]
    assert area.tallies["district"].pages == int(wanted.get("district page", False))
