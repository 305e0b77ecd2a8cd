"""A province's list on a day between two snapshots: the earlier one, changed by what is dated until then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from fanpage_names.history.timeline import History
from fanpage_names.units.model import Unit, UnitList


def units_between(history: History, earlier: str, later: str, day: date) -> tuple[UnitList, int]:
    """Return the list of a day, and how many changes between the two snapshots have no date and are left out.

    A unit of the later list is there once the changes that made it hold; one of the earlier list until then.

    Args:
        history: what became of the units.
        earlier: the list before the day.
        later: the list after it, of the same province.
        day: the day.
    """
    before, after = history.units(earlier), history.units(later)
    steps = [step for unit in before.units for step in history.next_steps(earlier, unit.code)]
    changes = [step.change for step in steps if step.change.kind != "unchanged"]
    gone = {change.from_code for change in changes if change.date and change.date <= day}
    made = {change.to_code for change in changes if change.date and change.date <= day}
    units = _Placing(
        {unit.code: unit for unit in before.units if unit.code not in gone},
        {unit.code: unit for unit in after.units if unit.code in made},
        {change.from_code: change.to_code for change in reversed(changes) if change.to_code in made},
    ).placed()
    listed = replace(
        before,
        id=f"{earlier.rpartition('_')[0]}_{day}",
        title=f"{before.units[0].name}, {day:%d/%m/%Y}",
        valid_from=max((change.date for change in changes if change.date and change.date <= day), default=None),
        valid_to=None,
        units=units,
        targets=(),
        shipped=False,
    )
    return listed, sum(change.date is None for change in changes)


class _Placing:
    """Puts the units of two lists together, each under the unit that is there on the day.

    Args:
        kept: units of the earlier list by code.
        made: units of the later list by code.
        became: the code of the unit that followed one that is gone.
    """

    def __init__(self, kept: Mapping[str, Unit], made: Mapping[str, Unit], became: Mapping[str, str | None]) -> None:
        self._units = {**kept, **made}
        self._became = became

    def placed(self) -> tuple[Unit, ...]:
        """Return the units, each after the one above it, by their codes."""
        found: dict[str, Unit] = {}
        for code in sorted(self._units, key=lambda code: (len(code), code)):
            unit = self._units[code]
            found[code] = unit if unit.parent is None else unit._replace(parent=found[self._above(unit.parent)])
        ordered: dict[str, list[Unit]] = {}
        for unit in found.values():
            ordered.setdefault(unit.parent.code if unit.parent else "", []).append(unit)
        return tuple(_in_order(ordered, ""))

    def _above(self, parent: Unit) -> str:
        code = parent.code
        return code if code in self._units else self._became.get(code) or code


def _in_order(below: Mapping[str, list[Unit]], above: str) -> list[Unit]:
    return [each for unit in below.get(above, ()) for each in (unit, *_in_order(below, unit.code))]
