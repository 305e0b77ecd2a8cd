"""The units of several lists as one: each that is named in the same way once, of the newest list that has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fanpage_names.gazetteer.vocabulary import TypeWord
from fanpage_names.text.fold import key_of
from fanpage_names.units.model import Level, Unit, UnitList

Identity = tuple[tuple[str, str], ...]
"""Type and name of a unit and of those above it: what makes units of two lists the same to who reads their names.

The province above is there by its name alone: its type may change, and nothing below it does.
"""


class Entry:
    """A unit that may be named, of the list in force or of one before it.

    Attributes:
        unit: the unit.
        units: its list.
        above: the unit above it, in the same list; None for a province.
        former: whether the list in force does not have it.
        key: the key of its name.
        line_is_former: whether the list in force has none of the units above it either.
    """

    __slots__ = ("above", "former", "key", "line_is_former", "unit", "units")

    def __init__(self, unit: Unit, units: UnitList, above: Entry | None, *, former: bool) -> None:
        self.unit = unit
        self.units = units
        self.above = above
        self.former = former
        self.key = key_of(unit.name)
        self.line_is_former: bool = former and (above is None or above.line_is_former)

    def at(self, level: Level) -> Entry | None:
        """Return this entry or the one above it at `level`; None where there is none."""
        entry: Entry | None = self
        while entry is not None and entry.unit.level != level:
            entry = entry.above
        return entry

    def is_called(self, word: TypeWord, level: Level, was: str) -> bool:
        """Tell whether a type word is that of this unit or the one above it at `level`, which had the type `was`."""
        owner = self.at(level)
        return was in word.types or (owner is not None and owner.unit.type in word.types)

    @property
    def line(self) -> Iterator[Entry]:
        """Yield this entry and those above it."""
        entry: Entry | None = self
        while entry is not None:
            yield entry
            entry = entry.above


class Rival(NamedTuple):
    """A unit that has nearly the name of another one.

    Attributes:
        unit: the unit.
        gap: in how many letters, marks apart, a text that is letter for letter the other unit's differs from this one's
            at least; 0 where that is not known.
    """

    unit: Unit
    gap: int


def add_entries(known: dict[Identity, Entry], units: UnitList, *, former: bool) -> None:
    """Add the units of a list that are not known yet, each after the one above it.

    Below a province that is still there, but of another type, they are below that of today.
    """
    today = {entry.unit.name: entry for entry in known.values() if entry.unit.level == "province" and not entry.former}
    for unit in units.units:
        identity = identity_of(unit)
        if identity not in known:
            above = known[identity_of(unit.parent)] if unit.parent else None
            if above is not None and above.unit.level == "province":
                above = today.get(above.unit.name, above)
            known[identity] = Entry(unit, units, above, former=former)


def identity_of(unit: Unit) -> Identity:
    """Return the identity of a unit."""
    above = (("" if one.level == "province" else one.type, one.name) for one in unit.above)
    return ((unit.type, unit.name), *above)


def name_alone(unit: Unit) -> str:
    """Return the name of a unit without a word before it that its label may have."""
    label = unit.own_label
    return unit.name if label is None or label.endswith(f" {unit.name}") else label
