"""An overview as values: areas with their counts, the pages themselves, and what is wrong with the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from fanpage_names.coverage.grouping import Group
from fanpage_names.result import Status
from fanpage_names.rows import Listed, Row
from fanpage_names.units.model import Level, Style, Target, Unit, UnitList

State = Literal["met", "on course", "late"]
Kind = Literal["unplaced", "deviates", "nameless", "unlinked", "declared", "twice", "shared-link", "not-a-page"]
ChangeKind = Literal["added", "corrected", "renamed", "link", "gone"]

KINDS: tuple[Kind, ...] = get_args(Kind)
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)


@dataclass(frozen=True, slots=True)
class Tally:
    """Units of one level, and how many of them have a page."""

    units: int
    pages: int

    @property
    def tenths(self) -> int:
        """The share in tenths of a per cent, rounded; but only all units are 100%, and only none are 0%."""
        if self.pages in (0, self.units):
            return 1000 if self.pages else 0
        return min(999, max(1, (self.pages * 2000 + self.units) // (self.units * 2)))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A target held against the units of an area.

    Attributes:
        target: the target.
        needed: how many units must have a page: the target's share of the area's units, rounded up.
        in_time: how many have one that counts: not dated on the target's day or after it.
        state: met (as many as needed), on course (fewer, but the day has not come), late (fewer, and it has).
        lacking: how many pages are missing to the target; for several areas, what each of them lacks added up.
        too_late: how many of the pages needed are there, but came on the target's day or after it; added up likewise.
    """

    target: Target
    needed: int
    in_time: int
    state: State
    lacking: int
    too_late: int

    @property
    def short(self) -> int:
        """How many pages in time are missing to the target: they are not there, or came too late."""
        return self.lacking + self.too_late


@dataclass(frozen=True, slots=True)
class Officer:
    """Who runs a page; empty texts where the row leaves it blank."""

    name: str
    telephone: str


@dataclass(frozen=True, slots=True)
class Page:
    """A unit's page as it was reported.

    Attributes:
        unit: the unit.
        rows: where it was reported, in input order; without officers' names and numbers.
        name: the name as the first row with a name has it; empty where none has one yet.
        status: what the check says of that name: ok or deviates; unknown without a name.
        canonical: the official name.
        link: the first link given, in its plain form where it has one; None without a link.
        since: the earliest date of its rows; None where a row has no readable date.
        has_officer: whether a row names an officer.
        officer: the officer; None where none is named, or contacts were not asked for.
    """

    unit: Unit
    rows: tuple[Row, ...]
    name: str
    status: Status
    canonical: str
    link: str | None
    since: date | None
    has_officer: bool
    officer: Officer | None


@dataclass(frozen=True, slots=True)
class Area:
    """A district with its communes; or a province with the communes right under it; or all areas together.

    Attributes:
        group: what they have in common; without a unit for all areas of a list with several provinces.
        tallies: counts by level, of the levels that the area has units of, highest first.
        verdicts: each target of the list that concerns a level of the area, in the list's order.
        missing: the units without a page, in the list's order.
        has_officer: whether the district names an officer; None where it is no district.
    """

    group: Group
    tallies: Mapping[Level, Tally]
    verdicts: tuple[Verdict, ...]
    missing: tuple[Unit, ...]
    has_officer: bool | None

    @property
    def unit(self) -> Unit | None:
        """The district or province."""
        return self.group.unit


@dataclass(frozen=True, slots=True)
class ReportedRow:
    """One row about one unit; `row` is without officers' names and numbers, `unit` None where nobody could tell."""

    row: Row
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a person has to look at.

    Attributes:
        kind: unplaced (a name that means no unit, or several), deviates, nameless (a link and a unit, but no name
            yet), unlinked (a name without a link where others have one, or whose page is said to be in the making),
            declared (the unit cell names another unit), twice (a unit reported in several rows), shared-link (a link
            reported for several units), not-a-page (a link that leads to no page).
        entries: the rows: one; for `twice` and `shared-link` all of them.
        right: the right name of the unit where the name deviates or is still missing; empty elsewhere.
        codes: the codes of the rules.
        messages: what the check says, in the language it was asked in.
    """

    kind: Kind
    entries: tuple[ReportedRow, ...]
    right: str = ""
    codes: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageChange:
    """What is new of a unit since an earlier report.

    Attributes:
        kind: added (it has a page now), corrected (its name deviated and is right now), renamed (another name in any
            other way), link (another link), gone (it had a page and is reported no more).
        unit: the unit.
        before: the name (for `link` the link) in the earlier report; empty where there was none.
        now: the same now.
    """

    kind: ChangeKind
    unit: Unit
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and why, in the language of the report; the reason begins with its name."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that a report says.

    Attributes:
        units: the list.
        style: the style of the official names.
        on: the day of the report: rows dated after it are left out.
        areas: in the list's order; together they hold each unit that is counted once.
        whole: all areas together.
        pages: the pages by the codes of their units, in the list's order.
        problems: by kind, then in input order.
        names: how many names were read.
        later: how many rows are dated after `on`.
        outside: how many rows are about units of other areas than the report's.
        groups: the group of each unit that is counted, by code.
        unread: the files that could not be read: what they hold is counted nowhere.
        notice: what stands first and last in what people read; "" for nothing.
    """

    units: UnitList
    style: Style
    on: date
    areas: tuple[Area, ...]
    whole: Area
    pages: Mapping[str, Page]
    problems: tuple[Problem, ...]
    names: int
    later: int
    outside: int
    groups: Mapping[str, Group]
    unread: tuple[Unread, ...] = ()
    notice: str = ""

    def of_kind(self, kind: Kind) -> tuple[Problem, ...]:
        """Return the problems of one kind."""
        return tuple(problem for problem in self.problems if problem.kind == kind)

    @property
    def listed(self) -> Listed | None:
        """The file and sheet that everything comes from; None where there are several, or none."""
        of_pages = {row.listed for page in self.pages.values() for row in page.rows}
        found = of_pages | {entry.row.listed for problem in self.problems for entry in problem.entries}
        return found.pop() if len(found) == 1 else None

    @property
    def without_officer(self) -> tuple[Unit, ...]:
        """The districts that name no officer."""
        return tuple(area.unit for area in self.areas if area.unit and area.has_officer is False)


@dataclass(frozen=True, slots=True)
class Report:
    """What the outputs are made from.

    Attributes:
        overview: the counts.
        since: the day of the earlier report that it was compared with; None without one.
        changes: what is new since then.
    """

    overview: Overview
    since: date | None = None
    changes: tuple[PageChange, ...] = ()
