"""What is new since an earlier report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fanpage_names.coverage.overview import CHANGE_KINDS, Overview, PageChange
from fanpage_names.units.model import Unit


@dataclass(frozen=True, slots=True)
class EarlierPage:
    """A page as an earlier report has it: its name, whether that was right, and its link."""

    name: str
    right: bool
    link: str | None


@dataclass(frozen=True, slots=True)
class EarlierReport:
    """What is needed of an earlier report.

    Attributes:
        units_id: its list.
        on: its day.
        areas: the keys of the areas that it covers.
        pages: its pages by the codes of their units.
    """

    units_id: str
    on: date
    areas: frozenset[str]
    pages: Mapping[str, EarlierPage]


def changes(earlier: EarlierReport, now: Overview) -> tuple[PageChange, ...]:
    """Return what changed in the areas that both reports cover, by kind, then in the list's order."""
    covered = earlier.areas & {area.group.key for area in now.areas}
    ours = (unit for unit in now.units.units if unit.code in now.groups and now.groups[unit.code].key in covered)
    found = [change for unit in ours for change in _of_unit(unit, earlier, now)]
    return tuple(sorted(found, key=lambda change: CHANGE_KINDS.index(change.kind)))


def _of_unit(unit: Unit, earlier: EarlierReport, overview: Overview) -> Iterator[PageChange]:
    before, now = earlier.pages.get(unit.code), overview.pages.get(unit.code)
    if before is None or now is None:
        if now is not None:
            yield PageChange("added", unit, "", now.name)
        if before is not None:
            yield PageChange("gone", unit, before.name, "")
        return
    if not before.right and now.status == "ok":
        yield PageChange("corrected", unit, before.name, now.name)
    elif before.name != now.name:
        yield PageChange("renamed", unit, before.name, now.name)
    if before.link != now.link:
        yield PageChange("link", unit, before.link or "", now.link or "")
