"""What a list's names are made of, as keys of folded letters: built once for a list and a style, then only read.

A key is a name's letters without marks, case and spaces (`fold_letters`), so that glued and split words, lost marks
and capitals all meet in one look-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from fanpage_names.naming import canonical_name
from fanpage_names.resolve.form import Form, form_of, key_of
from fanpage_names.resolve.nearness import NearNames
from fanpage_names.resolve.vocabulary import CITY, PREFIXES, TYPE_WORDS, TypeWord
from fanpage_names.units.model import LEVELS, Level, Style, Unit, UnitList

_SUBSETS = {1: ((0,),), 2: ((0, 1), (0,)), 3: ((0, 1, 2), (0, 2), (0, 1), (0,))}
"""Which of so many names in a row may be there, the first always: a province is missed less than a district."""


class Entry(NamedTuple):
    """What letters can be: names of units (`short`: their initials), a type word, or both."""

    units: tuple[Unit, ...]
    word: TypeWord | None = None
    short: bool = False


class Lexicon:
    """The keys of one list in one style; immutable once built, safe to share and to pickle.

    Attributes:
        units: the list.
        style: the style of its names.
        canonical: the canonical name of each unit, by code.
        exact: the canonical names, each with its unit.
        whole: the keys of canonical names, each with its units.
        names: the keys of bare names and labels, each with its units in the list's order.
    """

    def __init__(self, units: UnitList, style: Style) -> None:
        self.units = units
        self.style = style
        self.canonical = {unit.code: canonical_name(units, unit, style) for unit in units.units}
        self.exact = {self.canonical[unit.code]: unit for unit in units.units}
        self.whole = _grouped((key_of(name), unit) for name, unit in self.exact.items())
        self._forms: dict[str, Form] = {}
        self._neighbours: dict[str, list[str]] = {}
        self.names = _grouped((key, unit) for unit in units.units for key in _name_keys(unit))

    @cached_property
    def initials(self) -> Mapping[str, tuple[Unit, ...]]:
        """The provinces by the initials of their name ("nd"), and cities of that name by "tp" before it."""
        provinces = list(self.units.at_level("province"))
        return _grouped(
            [(_initials(unit), unit) for unit in provinces]
            + [
                (key, city)
                for unit in provinces
                for city in self.names[key_of(unit.name)]
                if city.level == "district"
                for key in (_initials(unit), CITY + _initials(unit))
            ]
        )

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """All that letters between two cuts can be, by key."""
        found: dict[str, Entry] = {key: Entry(units) for key, units in self.names.items()}
        for key, units in self.initials.items():
            if key not in found:
                found[key] = Entry(units, short=True)
        for key, word in TYPE_WORDS.items():
            found[key] = Entry(found[key].units if key in found else (), word)
        return found

    @cached_property
    def sequences(self) -> Mapping[str, tuple[tuple[Unit, tuple[int, ...]], ...]]:
        """The keys of names followed by those of units above, any of which may be left out.

        Each has the units that are so named with the slots that are filled, where the style writes the unit's own name
        first, after a prefix or without one.
        """
        found: dict[str, tuple[tuple[Unit, tuple[int, ...]], ...]] = {}
        for unit in self.units.units:
            first, levels = self._orders[unit.level]
            if not levels:
                continue
            keys = [self._keys[owner.code] for level in levels if (owner := unit.at(level))]
            known = set()
            for left in _SUBSETS[len(levels)]:
                key = "".join([keys[place] for place in left])
                if key not in known:
                    known.add(key)
                    found[key] = (*found.get(key, ()), (unit, tuple([first + place for place in left])))
        return found

    @cached_property
    def sequences_by_length(self) -> Mapping[int, Sequence[str]]:
        """The same keys by how long they are."""
        found: dict[int, list[str]] = {}
        for key in self.sequences:
            found.setdefault(len(key), []).append(key)
        return found

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        """The key of each unit's name, by code."""
        return {unit.code: key_of(unit.name) for unit in self.units.units}

    @cached_property
    def _orders(self) -> Mapping[Level, tuple[int, tuple[Level, ...]]]:
        """By level, the slot of a unit's own name, and the levels of the names that follow; none in other orders."""
        return {level: self._order(level) for level in LEVELS}

    def _order(self, level: Level) -> tuple[int, tuple[Level, ...]]:
        unit = next(iter(self.units.at_level(level)), None)
        form = self.form(unit) if unit else None
        if form is None or form.prefix not in (None, 0):
            return 0, ()
        first = 0 if form.prefix is None else 1
        levels = tuple([slot.level for slot in form.slots[first:] if slot.level])
        names_all = len(levels) == len(form.slots) - first and levels[0] == level
        return (first, levels) if names_all else (0, ())

    @cached_property
    def tails(self) -> Mapping[str, str]:
        """The key of each unit's name with those of all above it, by code."""
        return {
            unit.code: "".join([self._keys[owner.code] for level in reversed(LEVELS) if (owner := unit.at(level))])
            for unit in self.units.units
        }

    @cached_property
    def longest(self) -> int:
        """The length of the longest entry."""
        return max(map(len, self.entries), default=0)

    @cached_property
    def reach(self) -> Mapping[str, int]:
        """The length of the longest entry by its first two letters; entries of one letter are not among them."""
        reach: dict[str, int] = {}
        for key in self.entries:
            if len(key) > reach.get(key[:2], 1):
                reach[key[:2]] = len(key)
        return reach

    @cached_property
    def heads(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of names, of type words (but single letters) and of prefixes by their first two letters."""
        heads: dict[str, list[str]] = {}
        for key in sorted({*self.names, *TYPE_WORDS, *PREFIXES, "vietnam"}):
            if len(key) > 1:
                heads.setdefault(key[:2], []).append(key)
        return {head: tuple(keys) for head, keys in heads.items()}

    @cached_property
    def trigrams(self) -> frozenset[str]:
        """Every three letters that follow each other in a name."""
        return frozenset([key[at : at + 3] for key in self.names for at in range(len(key) - 2)])

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each unit in the list, by code."""
        return {unit.code: place for place, unit in enumerate(self.units.units)}

    @cached_property
    def near_names(self) -> NearNames:
        """The names, to be found by letters that are nearly theirs."""
        return NearNames(self.names)

    def neighbours(self, key: str) -> list[str]:
        """Return the keys of the names whose letters are nearly those of the name `key`; found when first asked for."""
        found = self._neighbours.get(key)
        if found is None:
            found = self._neighbours[key] = [name for _, name in self.near_names.near(key)]
        return found

    @cached_property
    def near_sequences(self) -> NearNames:
        """The names of units with all those above, to be found by letters that are nearly theirs."""
        return NearNames({key for key in self.tails.values() if key in self.sequences})

    def form(self, unit: Unit) -> Form:
        """Return the form of the unit's canonical name; made when first asked for."""
        form = self._forms.get(unit.code)
        if form is None:
            form = self._forms[unit.code] = form_of(self.units, unit, self.style)
        return form


def _name_keys(unit: Unit) -> set[str]:
    """The keys of a unit's bare name, and of its label where that is more than a word before the name."""
    return {key_of(unit.name)} if unit.label.endswith(f" {unit.name}") else {key_of(unit.name), key_of(unit.label)}


def _initials(unit: Unit) -> str:
    return key_of("".join(word[0] for word in unit.name.split()))


def _grouped(pairs: Iterable[tuple[str, Unit]]) -> dict[str, tuple[Unit, ...]]:
    groups: dict[str, tuple[Unit, ...]] = {}
    for key, unit in pairs:
        groups[key] = (*groups.get(key, ()), unit)
    return groups
