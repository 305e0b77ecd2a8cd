"""The cases beside this file: what is submitted, and what the check owes for it by what the rules say.

Each YAML file is a list of cases; a rule's file bears its code. The keys of a case:

- name: what is submitted (required).
- units, style, select, ignore: what it is checked with; the list of 2021, short, every rule and none where left out.
- link, unit_cell: the row's other cells; before: rows ahead of it, each with the keys name, link and unit_cell.
- status: deviates where left out.
- unit, former: codes; candidates: codes, in any order.
- codes: all codes owed, with spaces between.
- fixed: the whole corrected name; none where left out, the name itself where status is ok.
- found: all that the file's own rule finds: [start, end, found, expected], in order; not looked at where left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from fanpage_names import Checker, Row, check_rows, load_units
from fanpage_names.result import Result, Status
from fanpage_names.units.model import Style

FOLDER = Path(__file__).parent

Found = tuple[int, int, str, str | None]


@dataclass(frozen=True, slots=True)
class Case:
    """One submitted name with what is owed for it; the fields are the keys above."""

    name: str
    units: str = "nam_dinh_units"
    style: Style = "short"
    select: str = ""
    ignore: str = ""
    link: str | None = None
    unit_cell: str | None = None
    before: Sequence[Mapping[str, str]] = ()
    status: Status = "deviates"
    unit: str | None = None
    former: str | None = None
    candidates: Sequence[str] = ()
    codes: str = ""
    fixed: str | None = None
    found: Sequence[Found] | None = None

    def result(self) -> Result:
        """Return what the check says of the case."""
        rows = [_row(**before) for before in self.before] + [_row(self.name, self.link, self.unit_cell)]
        *_, last = check_rows(checker(self.units, self.style, self.select, self.ignore), rows)
        return last.result


def _row(name: str, link: str | None = None, unit_cell: str | None = None) -> Row:
    return Row(name, link=link, unit=unit_cell)


@cache
def checker(units: str = "nam_dinh_units", style: Style = "short", select: str = "", ignore: str = "") -> Checker:
    """Return a checker, the same one for the same settings; codes have spaces between."""
    return Checker(load_units(units), style, select=select.split(), ignore=ignore.split())


@cache
def cases(stem: str) -> tuple[Case, ...]:
    """Return the cases of one file, without `.yaml`."""
    loaded = yaml.safe_load((FOLDER / f"{stem}.yaml").read_text(encoding="utf-8"))
    return tuple(Case(**{**keys, "found": _found(keys.get("found"))}) for keys in loaded)


def _found(loaded: Sequence[Sequence[Any]] | None) -> list[Found] | None:
    return None if loaded is None else [(start, end, found, expected) for start, end, found, expected in loaded]


def stems() -> list[str]:
    """Return the names of all case files, without `.yaml`."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))
