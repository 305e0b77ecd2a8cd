"""Units of later lists, so that a name which comes too early is told so."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.history.timeline import History
from fanpage_names.resolve.exact import exact_parses
from fanpage_names.text.line import Line
from fanpage_names.units.model import Style, Unit, UnitList


class LaterUnits:
    """The lists after one; loaded when a text first needs them."""

    def __init__(self, units: UnitList, style: Style, history: History) -> None:
        self._units = units
        self._style: Style = style
        self._history = history

    @cached_property
    def _later(self) -> tuple[Gazetteer, ...]:
        """The names of the later lists, the oldest first."""
        return tuple(
            Gazetteer(units, self._style, with_former=False) for units in self._history.later_lists(self._units.id)
        )

    @cached_property
    def _provinces(self) -> frozenset[str]:
        """The keys of the provinces of later lists: no name is complete without one."""
        return frozenset(
            entry.key for gazetteer in self._later for entry in gazetteer.now if entry.unit.level == "province"
        )

    def named_by(self, line: Line) -> tuple[Unit, date] | None:
        """Return the unit of a later list that a line names in full, and the day from which it exists."""
        if not any(key in line.letters for key in self._provinces):
            return None
        for gazetteer in self._later:
            parses = exact_parses(line, gazetteer)
            if parses and parses[0].complete and parses[0].explained:
                return parses[0].unit, self._history.dates[gazetteer.units.id]
        return None
