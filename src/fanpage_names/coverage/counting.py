"""From checked rows to an overview.

A unit has a page where at least one row's name means this unit and no other: status ok or deviates; or where a row
without a name has a link, and its unit cell means this unit and no other. What the check calls unknown or ambiguous, or
traces to several units, is counted nowhere. A unit counts once, however often it is reported.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from fanpage_names.coverage.dates import parse_date
from fanpage_names.coverage.judging import judge
from fanpage_names.coverage.model import KINDS, Area, Entry, Kind, Officer, Overview, Page, Problem, Tally
from fanpage_names.links import PageLink, parse_link
from fanpage_names.naming import canonical_names
from fanpage_names.rows import Checked, Row
from fanpage_names.units.model import LEVELS, Style, Unit, UnitList

_KIND_OF_CODE: dict[str, Kind] = {"FN504": "declared", "FN602": "not-a-page"}
UnitsMeant = Callable[[str], Sequence[Unit]]

_DUPLICATE = "FN506"  # stands in the name's cell, but says nothing of how the name is written


def count(
    units: UnitList,
    results: Iterable[Checked],
    on: date,
    *,
    style: Style = "short",
    within: Collection[Unit] = (),
    with_contacts: bool = False,
    units_meant: UnitsMeant = lambda _: (),
) -> Overview:
    """Count the pages that the rows report.

    Args:
        units: the list that the rows were checked against.
        results: the checked rows, read once.
        on: the day of the report; rows dated after it are left out.
        style: the style that they were checked in.
        within: the districts to report on; empty for all areas of the list.
        with_contacts: whether officers' names and numbers may stand in the report.
        units_meant: the units that the text of a unit cell could mean; places rows without a name.
    """
    members: dict[Unit, list[Unit]] = {}
    for unit in units.units:
        if not within or area_of(unit) in within:
            members.setdefault(area_of(unit), []).append(unit)
    counted = [unit for unit in units.units if area_of(unit) in members]
    names = canonical_names(units, style)
    counting = _Counting(on, frozenset(unit.code for unit in counted), names, units_meant)
    for checked in results:
        counting.add(checked)
    reported = counting.reported
    pages = {
        unit.code: reported[unit.code].page(names[unit.code], with_contacts)
        for unit in counted
        if unit.code in reported
    }
    areas = tuple(_area(units, head, found, pages, on) for head, found in members.items())
    whole = areas[0] if len(areas) == 1 else _area(units, None if within else _province(units), counted, pages, on)
    problems = tuple(counting.problems())
    return Overview(units, style, on, areas, whole, pages, problems, counting.names, counting.later, counting.outside)


def area_of(unit: Unit) -> Unit:
    """Return the head of the area that a unit belongs to: its district, or without one its province."""
    return unit.at("district") or unit.province


def _province(units: UnitList) -> Unit | None:
    provinces = list(units.at_level("province"))
    return provinces[0] if len(provinces) == 1 else None


def _area(units: UnitList, head: Unit | None, members: Sequence[Unit], pages: dict[str, Page], on: date) -> Area:
    tallies = {}
    for level in LEVELS:
        if of_level := [unit for unit in members if unit.level == level]:
            tallies[level] = Tally(len(of_level), sum(unit.code in pages for unit in of_level))
    reported = [pages[unit.code] for unit in members if unit.code in pages]
    verdicts = tuple(
        judge(target, tallies[target.level].units, reported, on) for target in units.targets if target.level in tallies
    )
    has_officer = None
    if head is not None and head.level == "district":
        has_officer = head.code in pages and pages[head.code].has_officer
    return Area(head, tallies, verdicts, tuple(unit for unit in members if unit.code not in pages), has_officer)


@dataclass(slots=True)
class _Reported:
    """What the rows of one unit say so far."""

    unit: Unit
    first: Checked
    rows: list[Row] = field(default_factory=list)
    dates: set[date | None] = field(default_factory=set)
    link: str | None = None
    officer: Officer | None = None

    def add(self, checked: Checked, dated: date | None) -> None:
        row = checked.row
        if not self.first.row.name:
            self.first = checked
        self.rows.append(_without_contacts(row))
        self.dates.add(dated)
        self.link = self.link or checked.fixed_link or (row.link or "").strip() or None
        if self.officer is None and (name := (row.officer or "").strip()):
            self.officer = Officer(name, (row.telephone or "").strip())

    def page(self, canonical: str, with_contacts: bool) -> Page:
        result = self.first.result
        since = None if None in self.dates else min(day for day in self.dates if day)
        return Page(
            self.unit,
            tuple(self.rows),
            result.submitted,
            result.status,
            canonical,
            self.link,
            since,
            self.officer is not None,
            self.officer if with_contacts else None,
        )


def _without_contacts(row: Row) -> Row:
    return Row(row.name, row.file, row.sheet, row.row, row.link, row.unit)


class _Counting:
    """Everything that the rows say, while they pass by."""

    def __init__(
        self, on: date, codes: frozenset[str], right_names: Mapping[str, str], units_meant: UnitsMeant
    ) -> None:
        self.on = on
        self.codes = codes
        self.right_names = right_names
        self.units_meant = units_meant
        self.names = self.later = self.outside = 0
        self.reported: dict[str, _Reported] = {}
        self._found: dict[Kind, list[Problem]] = {kind: [] for kind in KINDS}
        self._of_link: dict[str, dict[str, Entry]] = {}

    def add(self, checked: Checked) -> None:
        """Count one row."""
        row, unit = checked.row, checked.result.unit
        if row.name:
            self.names += 1
        else:
            unit = self._declared(row)
        dated = parse_date(row.date) if row.date else None
        if dated is not None and dated > self.on:
            self.later += 1
            return
        if unit is not None and unit.code not in self.codes:
            self.outside += 1
            return
        entry = Entry(_without_contacts(row), unit)
        right = self.right_names[unit.code] if unit else ""
        for problem in _problems_of(checked, entry, right):
            self._found[problem.kind].append(problem)
        if unit is not None:
            self.reported.setdefault(unit.code, _Reported(unit, checked)).add(checked, dated)
            if isinstance(link := parse_link(row.link or ""), PageLink):
                self._of_link.setdefault(link.identity, {}).setdefault(unit.code, entry)

    def _declared(self, row: Row) -> Unit | None:
        """Return the one unit that the unit cell means."""
        meant = self.units_meant(row.unit) if row.unit else ()
        return meant[0] if len(meant) == 1 else None

    def problems(self) -> Iterator[Problem]:
        """Yield what was found, by kind."""
        for unit_rows in self.reported.values():
            if len(unit_rows.rows) > 1:
                entries = tuple(Entry(row, unit_rows.unit) for row in unit_rows.rows)
                self._found["twice"].append(Problem("twice", entries, "", (_DUPLICATE,)))
        for of_link in self._of_link.values():
            if len(of_link) > 1:
                self._found["shared-link"].append(Problem("shared-link", tuple(of_link.values()), "", ("FN604",)))
        for kind in KINDS:
            yield from self._found[kind]


def _problems_of(checked: Checked, entry: Entry, right: str) -> Iterator[Problem]:
    """Yield what is wrong with a row by itself."""
    result = checked.result
    if not checked.row.name:
        yield Problem("nameless", (entry,), right)
    elif result.status != "ok":
        of_name = [found for found in result.diagnostics if found.cell == "name" and found.code != _DUPLICATE]
        yield Problem(
            "unplaced" if result.unit is None else "deviates",
            (entry,),
            right,
            tuple(dict.fromkeys(found.code for found in of_name)),
            tuple(dict.fromkeys(found.message for found in of_name)),
        )
    for found in result.diagnostics:
        if found.code in _KIND_OF_CODE:
            yield Problem(_KIND_OF_CODE[found.code], (entry,), "", (found.code,), (found.message,))
