"""The units of a list as values: a province, its districts, its communes.

Field names are those of every output: `name` is bare, `type` is the word before it, `label` is what the
`short` style writes in place of the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from fanpage_names.text.phrases import bare_words

Level = Literal["province", "district", "commune"]
Style = Literal["short", "full"]
Severity = Literal["error", "warning"]

LEVELS: tuple[Level, ...] = ("province", "district", "commune")
STYLES: tuple[Style, ...] = ("short", "full")


class Unit(NamedTuple):
    """One administrative unit of one list. Its identity is the list and the code, never the code alone.

    A named tuple, as lists of the whole country are made of eleven thousand: in half the time of a data class.

    Attributes:
        code: GSO code, digits, leading zeros kept.
        level: province, district or commune.
        type: the type word in lower case, as the GSO writes it ("xã", "thị trấn", "thành phố" …).
        name: the bare name, NFC.
        parent: the unit above; None for a province.
        own_label: what the short style writes in place of the name; None where it writes the name.
    """

    code: str
    level: Level
    type: str
    name: str
    parent: Unit | None = None
    own_label: str | None = None

    @property
    def label(self) -> str:
        """What the short style writes: the unit's own label, else its name."""
        return self.own_label or self.name

    @property
    def name_with_type(self) -> str:
        """Type and name, as in "xã Hải Minh"."""
        return f"{self.type} {self.name}"

    @property
    def district(self) -> Unit | None:
        """The district above a commune; None for other levels and for a commune right under a province."""
        above = self.parent
        return above if above is not None and above.level == "district" else None

    @property
    def province(self) -> Unit:
        """The province the unit lies in (a province lies in itself)."""
        unit = self
        while unit.parent is not None:
            unit = unit.parent
        return unit

    @property
    def above(self) -> Iterator[Unit]:
        """Yield the units above this one, the nearest first."""
        unit = self.parent
        while unit is not None:
            yield unit
            unit = unit.parent

    @property
    def name_with_district(self) -> str:
        """Type and name, and those of the district, as in "xã Hải Minh, huyện Hải Hậu"."""
        return f"{self.name_with_type}, {self.district.name_with_type}" if self.district else self.name_with_type

    def at(self, level: Level) -> Unit | None:
        """Return this unit or the one above it at `level`; None where there is none."""
        unit: Unit | None = self
        while unit is not None and unit.level != level:
            unit = unit.parent
        return unit


def described(unit: Unit, *, with_province: bool = False) -> str:
    """Return type, name, district and code, as in "xã Hải Minh, huyện Hải Hậu (14233)"; with the province if asked."""
    province = f", {unit.province.name_with_type}" if with_province else ""
    return f"{unit.name_with_district}{province} ({unit.code})"


@dataclass(frozen=True, slots=True)
class Target:
    """A share of units that should have a page before a day.

    Attributes:
        level: the level whose units are counted.
        share: per cent, 1 to 100.
        before: the first day on which it is too late ("before 31/01/2022" leaves that day out).
    """

    level: Level
    share: int
    before: date


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """Which rules a list asks for: codes or prefixes of codes, and severities by code."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)

    def applies(self, code: str) -> bool:
        """Tell whether the rule of this code is in force."""
        return (not self.select or code.startswith(self.select)) and not code.startswith(self.ignore)


class Retyping(NamedTuple):
    """A unit that has another type from a day on, its name and code kept: a commune that becomes a ward."""

    day: date
    code: str
    type: str


@dataclass(frozen=True)
class UnitList:
    """A list of units as of a period, with how its pages are named.

    Attributes:
        id: the file name without ending, as `--units` takes it.
        title: what the list is, for people.
        valid_from: first day in force; None where not known.
        valid_to: last day in force; None while it is in force.
        sources: where the facts come from.
        patterns: a page name's pattern by style and level; see `fanpage_names.naming`.
        targets: in the file's order; may be empty.
        units: province, district, its communes, next district …: the list's order.
        rules: rule settings of the list.
        retypings: types that changed since the list's first day, in the order of time; see `on`.
        shipped: whether it came with the package: a file of somebody's own may bear the name of a shipped list.
    """

    id: str
    title: str
    valid_from: date | None
    valid_to: date | None
    sources: tuple[str, ...]
    patterns: Mapping[Style, Mapping[Level, str]]
    targets: tuple[Target, ...]
    units: tuple[Unit, ...]
    rules: RuleSettings = RuleSettings()
    retypings: tuple[Retyping, ...] = ()
    shipped: bool = field(default=False, compare=False)

    @cached_property
    def by_code(self) -> Mapping[str, Unit]:
        """Every unit by its code."""
        return {unit.code: unit for unit in self.units}

    @cached_property
    def by_words(self) -> Mapping[str, Sequence[Unit]]:
        """The units by their bare names, as `bare_words` has them, in the list's order."""
        found: dict[str, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(bare_words(unit.name), []).append(unit)
        return found

    @cached_property
    def has_districts(self) -> bool:
        """Whether any unit is a district (lists since 2025-07-01 have none)."""
        return any(unit.level == "district" for unit in self.units)

    def at_level(self, level: Level) -> Iterator[Unit]:
        """Yield the units of one level, in the list's order."""
        return (unit for unit in self.units if unit.level == level)

    def below(self, above: Unit) -> Iterator[Unit]:
        """Yield `above` and every unit below it, in the list's order."""
        return (unit for unit in self.units if unit.at(above.level) is above)

    def on(self, day: date) -> UnitList:
        """Return the list with each unit's type of that day; the later changes of type stay in `retypings`."""
        types = {each.code: each.type for each in self.retypings if each.day <= day}
        if not types:
            return self
        renewed: dict[str, Unit] = {}
        for unit in self.units:
            parent = renewed[unit.parent.code] if unit.parent else None
            type_word = types.get(unit.code, unit.type)
            same = parent is unit.parent and type_word == unit.type
            renewed[unit.code] = unit if same else unit._replace(type=type_word, parent=parent)
        later = tuple(each for each in self.retypings if each.day > day)
        return replace(self, units=tuple(renewed.values()), retypings=later)
