"""From checked rows to an overview.

A unit has a page where at least one row reports it: its name, or without a name its unit cell, means this unit and no
other, and it has a link. Where no row of the list has a link, a name is enough. A name without a link among others with
one, or one that says itself that its page is in the making, is no page: it is shown apart. What the check calls unknown
or ambiguous, or traces to several units, is counted nowhere. A unit counts once, however often it is reported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from fanpage_names.coverage.dates import parse_date
from fanpage_names.coverage.grouping import Group, Grouping, by_district
from fanpage_names.coverage.judging import added_up, judge
from fanpage_names.coverage.model import KINDS, Area, Entry, Kind, Officer, Overview, Page, Problem, Tally
from fanpage_names.links import PageLink, parse_link
from fanpage_names.naming import canonical_names
from fanpage_names.rows import Checked, Listed, Row
from fanpage_names.units.model import LEVELS, Style, Unit, UnitList

_KIND_OF_CODE: dict[str, Kind] = {"FN504": "declared", "FN602": "not-a-page"}

_DUPLICATE = "FN506"  # stands in the name's cell, but says nothing of how the name is written


def count(
    units: UnitList,
    results: Iterable[Checked],
    on: date,
    *,
    style: Style = "short",
    within: Collection[Unit] = (),
    with_contacts: bool = False,
    grouping: Grouping = by_district,
) -> Overview:
    """Count the pages that the rows report.

    Args:
        units: the list that the rows were checked against.
        results: the checked rows, read once.
        on: the day of the report; rows dated after it are left out.
        style: the style that they were checked in.
        within: the districts, or former ones, to report on; empty for all areas of the list.
        with_contacts: whether officers' names and numbers may stand in the report.
        grouping: which units are an area.
    """
    groups = {unit.code: grouping(unit) for unit in units.units}
    members: dict[Group, list[Unit]] = {}
    for unit in units.units:
        if not within or groups[unit.code].unit in within:
            members.setdefault(groups[unit.code], []).append(unit)
    counted = [unit for unit in units.units if groups[unit.code] in members]
    names = canonical_names(units, style)
    counting = _Counting(on, frozenset(unit.code for unit in counted), names)
    for checked in results:
        counting.add(checked)
    reported = counting.pages()
    pages = {
        unit.code: reported[unit.code].page(names[unit.code], with_contacts)
        for unit in counted
        if unit.code in reported
    }
    state = _State(units, pages, counting.officers, on)
    areas = tuple(_area(state, head, found) for head, found in members.items())
    whole = areas[0]
    if len(areas) > 1:
        province = None if within else _province(units)
        whole = _together(_area(state, Group(province), counted), areas)
    problems = tuple(counting.problems())
    found = {unit.code: groups[unit.code] for unit in counted}
    return Overview(
        units, style, on, areas, whole, pages, problems, counting.names, counting.later, counting.outside, found
    )


def _province(units: UnitList) -> Unit | None:
    provinces = list(units.at_level("province"))
    return provinces[0] if len(provinces) == 1 else None


def _together(whole: Area, areas: Sequence[Area]) -> Area:
    """Return all areas as one; what they lack is what each of them lacks, added up."""
    verdicts = (added_up(one, [part for area in areas for part in area.verdicts]) for one in whole.verdicts)
    return replace(whole, verdicts=tuple(verdicts))


class _State(NamedTuple):
    """What is known once every row has passed: the pages, and which units name an officer, by code."""

    units: UnitList
    pages: Mapping[str, Page]
    officers: Collection[str]
    on: date


def _area(state: _State, group: Group, members: Sequence[Unit]) -> Area:
    units, pages, officers, on = state
    tallies = {}
    for level in LEVELS:
        if of_level := [unit for unit in members if unit.level == level]:
            tallies[level] = Tally(len(of_level), sum(unit.code in pages for unit in of_level))
    reported = [pages[unit.code] for unit in members if unit.code in pages]
    verdicts = tuple(
        judge(target, tallies[target.level].units, reported, on) for target in units.targets if target.level in tallies
    )
    head = group.unit if group.unit in members else None
    has_officer = head.code in officers if head is not None and head.level == "district" else None
    return Area(group, tallies, verdicts, tuple(unit for unit in members if unit.code not in pages), has_officer)


@dataclass(frozen=True, slots=True)
class _Report:
    """One row about a unit: what was checked, its entry, and the day it is dated."""

    checked: Checked
    entry: Entry
    dated: date | None

    @property
    def link(self) -> str | None:
        """The row's link, in its plain form where it has one."""
        return self.checked.fixed_link or (self.checked.row.link or "").strip() or None

    @property
    def officer(self) -> Officer | None:
        """The officer whom the row names."""
        row = self.checked.row
        name = (row.officer or "").strip()
        return Officer(name, (row.telephone or "").strip()) if name else None


@dataclass(frozen=True, slots=True)
class _Reported:
    """All rows about a unit, and those of them that report its page."""

    unit: Unit
    rows: Sequence[_Report]
    pages: Sequence[_Report]

    def page(self, canonical: str, with_contacts: bool) -> Page:
        named = next((one for one in (*self.pages, *self.rows) if one.checked.row.name), None)
        result = named.checked.result if named else None
        days = [one.dated for one in self.pages]
        officer = next(filter(None, (one.officer for one in self.rows)), None)
        return Page(
            self.unit,
            tuple(one.entry.row for one in self.pages),
            result.submitted if result else "",
            result.status if result else "unknown",
            canonical,
            next(filter(None, (one.link for one in self.pages)), None),
            None if None in days else min(day for day in days if day),
            officer is not None,
            officer if with_contacts else None,
        )


def _without_contacts(row: Row) -> Row:
    return Row(row.name, row.file, row.sheet, row.row, row.link, row.unit)


class _Counting:
    """Everything that the rows say, while they pass by."""

    def __init__(self, on: date, codes: frozenset[str], right_names: Mapping[str, str]) -> None:
        self.on = on
        self.codes = codes
        self.right_names = right_names
        self.names = self.later = self.outside = 0
        self.officers: set[str] = set()
        self._reports: dict[Unit, list[_Report]] = {}
        self._linked: set[Listed] = set()
        self._found: dict[Kind, list[Problem]] = {kind: [] for kind in KINDS}
        self._of_link: dict[str, dict[str, Entry]] = {}

    def add(self, checked: Checked) -> None:
        """Count one row."""
        row, unit = checked.row, checked.result.unit
        if row.name:
            self.names += 1
        dated = parse_date(row.date) if row.date else None
        if dated is not None and dated > self.on:
            self.later += 1
            return
        if unit is not None and unit.code not in self.codes:
            self.outside += 1
            return
        if row.link is not None:
            self._linked.add(row.listed)
        entry = Entry(_without_contacts(row), unit)
        right = self.right_names[unit.code] if unit else ""
        for problem in _problems_of(checked, entry, right):
            self._found[problem.kind].append(problem)
        if unit is not None:
            report = _Report(checked, entry, dated)
            self._reports.setdefault(unit, []).append(report)
            if report.officer:
                self.officers.add(unit.code)

    def pages(self) -> Mapping[str, _Reported]:
        """Return the units that have a page, by code; what is wrong with several rows together is found here."""
        pages: dict[str, _Reported] = {}
        of_link: dict[str, dict[str, Entry]] = {}
        for unit, reports in self._reports.items():
            counted = [report for report in reports if report.checked.row.has_page(self._linked)]
            if counted:
                pages[unit.code] = _Reported(unit, reports, counted)
            else:
                self._found["unlinked"] += [Problem("unlinked", (report.entry,)) for report in reports]
            if len(counted) > 1:
                entries = tuple(report.entry for report in counted)
                self._found["twice"].append(Problem("twice", entries, "", (_DUPLICATE,)))
            for report in counted:
                if isinstance(link := parse_link(report.checked.row.link or ""), PageLink):
                    of_link.setdefault(link.identity, {}).setdefault(unit.code, report.entry)
        self._found["shared-link"] = [
            Problem("shared-link", tuple(entries.values()), "", ("FN604",))
            for entries in of_link.values()
            if len(entries) > 1
        ]
        return pages

    def problems(self) -> Iterator[Problem]:
        """Yield what was found, by kind."""
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
