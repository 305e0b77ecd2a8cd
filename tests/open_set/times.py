"""A list in force with the units that were: what the oracle and the generators know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from fanpage_names.units.model import Unit, UnitList
from tests.corpus.letters import fold, marked

from .nearness import words


@dataclass(frozen=True, slots=True)
class Former:
    """A unit of an earlier list.

    Attributes:
        unit: as it was.
        list_id: the list that has it.
        successors: the units in force that it became, the largest part first; none for a district that is gone.
    """

    unit: Unit
    list_id: str
    successors: tuple[Unit, ...]


def above(unit: Unit) -> list[Unit]:
    """Return the units above one."""
    return [unit.parent, *above(unit.parent)] if unit.parent else []


def key(unit: Unit) -> tuple[str, ...]:
    """Return level and names of a unit and of those above it: what makes it the same unit in another list."""
    return (unit.level, *(marked(one.name) for one in (unit, *above(unit))))


@dataclass(frozen=True)
class Times:
    """One list in force, the units before it, and the units of later lists.

    Attributes:
        units: the list in force.
        former: every unit of the earlier lists, the newest list first.
        later: units of later lists, each with the year of the first list that has its name.
        older: units of lists before those that the figures are about.
    """

    units: UnitList
    former: tuple[Former, ...] = ()
    later: tuple[tuple[Unit, int], ...] = ()
    older: tuple[Unit, ...] = ()

    @cached_property
    def in_force_by_name(self) -> Mapping[str, list[Unit]]:
        """Units in force by their folded names."""
        found = defaultdict(list)
        for unit in self.units.units:
            found[fold(unit.name)].append(unit)
        return dict(found)

    @cached_property
    def former_by_name(self) -> Mapping[str, list[Former]]:
        """Former units that are no more, by their folded names."""
        found = defaultdict(list)
        for former in self.former:
            if self.is_gone(former.unit):
                found[fold(former.unit.name)].append(former)
        return dict(found)

    @cached_property
    def _now(self) -> frozenset[tuple[str, ...]]:
        return frozenset(map(key, self.units.units))

    def is_gone(self, unit: Unit) -> bool:
        """Whether no unit in force has the unit's level, name and parents."""
        return key(unit) not in self._now

    @cached_property
    def predecessors(self) -> Mapping[str, list[Unit]]:
        """The units that a unit in force was made of, by its code."""
        found = defaultdict(list)
        for former in self.former:
            for unit in former.successors:
                found[unit.code].append(former.unit)
        return dict(found)

    @cached_property
    def provinces(self) -> frozenset[str]:
        """The names of the list's province, of those it was made of, and of those it became part of."""
        units = (*self.units.units, *(former.unit for former in self.former), *(unit for unit, _ in self.later))
        return frozenset(unit.province.name for unit in units)

    @cached_property
    def taken(self) -> frozenset[str]:
        """The folded names of all units, now, before and later."""
        units = (
            *self.units.units,
            *(former.unit for former in self.former),
            *(unit for unit, _ in self.later),
            *self.older,
        )
        return frozenset(fold(unit.name) for unit in units)

    @cached_property
    def names_in_words(self) -> frozenset[tuple[str, ...]]:
        """The same names of two words and more, as words."""
        units = (*self.units.units, *(former.unit for former in self.former))
        return frozenset(name for unit in units if len(name := tuple(words(unit.name))) > 1)

    def names_below(self, parent: str) -> frozenset[str]:
        """Return the names of all units, now and before, that lie in a unit of that name, and the unit's own."""
        units = (*self.units.units, *(former.unit for former in self.former))
        return frozenset(unit.name for unit in units if parent in {one.name for one in (unit, *above(unit))})

    def districts(self) -> Iterator[Unit]:
        """Yield districts, those in force or, where there are none, those that were, each name once."""
        seen = set()
        units = [*self.units.at_level("district"), *(former.unit for former in self.former)]
        for unit in units:
            if unit.level == "district" and unit.name not in seen:
                seen.add(unit.name)
                yield unit
