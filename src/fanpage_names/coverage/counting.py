"""From checked rows to an overview.

A unit has a page where at least one row reports it: its name, or without a name its unit cell, means this unit and no
other, and it has a link. Where no row of the list has a link, a name is enough. A name without a link among others with
one, or one that says itself that its page is in the making, is no page: it is shown apart. What the check calls unknown
or ambiguous, or traces to several units, is counted nowhere. A unit counts once, however often it is reported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from fanpage_names.coverage.collecting import Collected
from fanpage_names.coverage.grouping import Group, Grouping, by_district
from fanpage_names.coverage.judging import added_up, judge
from fanpage_names.coverage.overview import Area, Overview, Page, Tally
from fanpage_names.naming import canonical_names
from fanpage_names.rows import Checked
from fanpage_names.units.model import LEVELS, Style, Unit, UnitList


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
    """Count the pages that rows report; the arguments are those of `collect` and `overview`."""
    found = collect(units, results, on, style=style)
    return overview(units, found, style=style, within=within, with_contacts=with_contacts, grouping=grouping)


def collect(units: UnitList, results: Iterable[Checked], on: date, *, style: Style = "short") -> Collected:
    """Return what the rows say.

    Args:
        units: the list that the rows were checked against.
        results: the checked rows, read once.
        on: the day of the report; rows dated after it are left out.
        style: the style that they were checked in.
    """
    collected = Collected(on, canonical_names(units, style))
    for checked in results:
        collected.add(checked)
    return collected


def overview(
    units: UnitList,
    collected: Collected,
    *,
    style: Style = "short",
    within: Collection[Unit] = (),
    with_contacts: bool = False,
    grouping: Grouping = by_district,
) -> Overview:
    """Return who has a page, who is late, and what is wrong.

    Args:
        units: the list that the rows were checked against.
        collected: what the rows say.
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
    counted = {unit.code: unit for unit in units.units if groups[unit.code] in members}
    names, on = collected.right_names, collected.on
    reported, problems = collected.pages(counted)
    pages = {
        code: reported[code].page(names[code], with_contacts=with_contacts) for code in counted if code in reported
    }
    state = _State(units, pages, collected.officers, on)
    in_order = sorted(members.items(), key=lambda each: each[0].unsaid)
    areas = tuple(_area(state, head, found) for head, found in in_order)
    whole = areas[0]
    if len(areas) > 1:
        whole = _whole(state, Group(None if within else _province(units)), list(counted.values()), areas)
    outside = collected.outside(counted)
    grouped = {code: groups[code] for code in counted}
    return Overview(
        units, style, on, areas, whole, pages, tuple(problems), collected.names, collected.later, outside, grouped
    )


def _province(units: UnitList) -> Unit | None:
    provinces = list(units.at_level("province"))
    return provinces[0] if len(provinces) == 1 else None


def _whole(state: _State, group: Group, members: Sequence[Unit], areas: Sequence[Area]) -> Area:
    """Return all areas as one; of districts, it lacks what each of them lacks, added up."""
    whole = _area(state, group, members)
    if not state.units.has_districts:
        return whole
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
