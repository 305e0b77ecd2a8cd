"""What checked rows say of units, collected while they pass: of each row no more is kept than a report shows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from fanpage_names.coverage.dates import parse_date
from fanpage_names.coverage.overview import KINDS, Kind, Officer, Page, Problem, ReportedRow
from fanpage_names.links import PageLink, parse_link
from fanpage_names.result import Status
from fanpage_names.rows import Checked, Listed, Row
from fanpage_names.rules import RULES
from fanpage_names.rules.base import SharedProblem
from fanpage_names.telling import to_act_on
from fanpage_names.units.model import Unit

_PROBLEMS: Mapping[str, Kind] = {rule.code: rule.problem for rule in RULES if rule.problem}
"""What rules find beside how names are written, by code."""
_SHARED: frozenset[Kind] = frozenset(get_args(SharedProblem))
"""What is wrong with several rows together: it is told once, with all of them."""


@dataclass(frozen=True, slots=True)
class _Report:
    """One row about a unit.

    Attributes:
        entry: the row, without who runs the page.
        status: of its name.
        link: its link, in its plain form where it has one.
        dated: the day it is dated.
        officer: whom it names.
    """

    entry: ReportedRow
    status: Status
    link: str | None
    dated: date | None
    officer: Officer | None


@dataclass(frozen=True, slots=True)
class Reported:
    """All rows about a unit, and those of them that report its page."""

    unit: Unit
    rows: Sequence[_Report]
    pages: Sequence[_Report]

    def page(self, canonical: str, *, with_contacts: bool) -> Page:
        """Return the unit's page.

        Args:
            canonical: the name that it should have.
            with_contacts: whether its officer may be named.
        """
        named = next((one for one in (*self.pages, *self.rows) if one.entry.row.name), None)
        days = [one.dated for one in self.pages]
        officer = next(filter(None, (one.officer for one in self.rows)), None)
        return Page(
            self.unit,
            tuple(one.entry.row for one in self.pages),
            named.entry.row.name if named else "",
            named.status if named else "unknown",
            canonical,
            next(filter(None, (one.link for one in self.pages)), None),
            None if None in days else min(day for day in days if day),
            officer is not None,
            officer if with_contacts else None,
        )


class Collected:
    """Everything that rows say, while they pass by.

    Args:
        on: the day of the report; rows dated after it are left out.
        right_names: the names that pages should have, by code.

    Attributes:
        names: how many names there were.
        later: how many rows are dated after the day.
        clusters: the cluster of each unit that a row gives one, by code.
        officers: the codes of the units for which a row names an officer.
    """

    def __init__(self, on: date, right_names: Mapping[str, str]) -> None:
        self.on = on
        self.right_names = right_names
        self.names = self.later = 0
        self.clusters: dict[str, str] = {}
        self.officers: set[str] = set()
        self._reports: dict[Unit, list[_Report]] = {}
        self._linked: set[Listed] = set()
        self._found: dict[Kind, list[Problem]] = {kind: [] for kind in KINDS}

    def add(self, checked: Checked) -> None:
        """Take one row."""
        row, unit = checked.row, checked.result.unit
        if unit and (cluster := (row.cluster or "").strip()):
            self.clusters[unit.code] = cluster
        if row.name:
            self.names += 1
        dated = parse_date(row.date) if row.date else None
        if dated is not None and dated > self.on:
            self.later += 1
            return
        if row.link is not None:
            self._linked.add(row.listed)
        entry = ReportedRow(_without_contacts(row), unit)
        for problem in _problems_of(checked, entry, self.right_names[unit.code] if unit else ""):
            self._found[problem.kind].append(problem)
        if unit is not None:
            link = checked.fixed_link or (row.link or "").strip() or None
            officer = _officer(row)
            self._reports.setdefault(unit, []).append(_Report(entry, checked.result.status, link, dated, officer))
            if officer:
                self.officers.add(unit.code)

    def outside(self, codes: Collection[str]) -> int:
        """Return how many rows are about units of other codes than these."""
        return sum(len(reports) for unit, reports in self._reports.items() if unit.code not in codes)

    def pages(self, codes: Collection[str]) -> tuple[Mapping[str, Reported], Sequence[Problem]]:
        """Return the units of some codes that have a page, by code; and what is wrong with rows about them, by kind.

        Rows that mean no unit are among these.
        """
        pages: dict[str, Reported] = {}
        of_link: dict[str, dict[str, ReportedRow]] = {}
        found = {kind: [one for one in of_kind if _is_about(one, codes)] for kind, of_kind in self._found.items()}
        for unit, reports in self._reports.items():
            if unit.code not in codes:
                continue
            counted = [report for report in reports if report.entry.row.has_page(self._linked)]
            if counted:
                pages[unit.code] = Reported(unit, reports, counted)
            else:
                found["unlinked"] += [Problem("unlinked", (report.entry,)) for report in reports]
            if len(counted) > 1:
                entries = tuple(report.entry for report in counted)
                found["twice"].append(_shared("twice", entries))
            for report in counted:
                if isinstance(link := parse_link(report.entry.row.link or ""), PageLink):
                    of_link.setdefault(link.identity, {}).setdefault(unit.code, report.entry)
        found["shared-link"] = [
            _shared("shared-link", tuple(entries.values())) for entries in of_link.values() if len(entries) > 1
        ]
        return pages, [problem for kind in KINDS for problem in found[kind]]


def _is_about(problem: Problem, codes: Collection[str]) -> bool:
    return all(entry.unit is None or entry.unit.code in codes for entry in problem.entries)


def _officer(row: Row) -> Officer | None:
    name = (row.officer or "").strip()
    return Officer(name, (row.telephone or "").strip()) if name else None


def _without_contacts(row: Row) -> Row:
    return Row(row.name, row.file, row.sheet, row.row, row.link, row.unit)


def _problems_of(checked: Checked, entry: ReportedRow, right: str) -> Iterator[Problem]:
    """Yield what is wrong with a row by itself."""
    result = checked.result
    if not checked.row.name:
        yield Problem("nameless", (entry,), right)
    elif result.status != "ok":
        _, needless = to_act_on(result)
        of_name = [
            found for found in result.diagnostics if found.cell == "name" and _PROBLEMS.get(found.code) not in _SHARED
        ]
        yield Problem(
            "unplaced" if result.unit is None else "deviates",
            (entry,),
            right,
            tuple(dict.fromkeys(found.code for found in of_name)),
            tuple(dict.fromkeys(found.message for found in of_name if found not in needless)),
        )
    for found in result.diagnostics:
        kind = _PROBLEMS.get(found.code)
        if kind and kind not in _SHARED:
            yield Problem(kind, (entry,), "", (found.code,), (found.message,))


def _shared(kind: SharedProblem, entries: tuple[ReportedRow, ...]) -> Problem:
    """Return what is wrong with several rows together."""
    return Problem(kind, entries, "", tuple(code for code, each in _PROBLEMS.items() if each == kind))
