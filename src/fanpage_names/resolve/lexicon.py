"""What a list's names are made of, as keys of folded letters: built once for a list and a style, then only read.

A key is a name's letters without marks, case and spaces (`fold_letters`), so that glued and split words, lost marks
and capitals all meet in one look-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from fanpage_names.naming import canonical_name, canonical_parts
from fanpage_names.resolve.nearness import NearNames
from fanpage_names.resolve.vocabulary import CITY, PREFIXES, TYPE_WORDS, TypeWord
from fanpage_names.text.fold import fold_letters
from fanpage_names.text.letters import BARE
from fanpage_names.units.model import LEVELS, Level, Style, Unit, UnitList

_WORDS = re.compile(r"\w+")
_SUBSETS = {1: ((0,),), 2: ((0, 1), (0,)), 3: ((0, 1, 2), (0, 2), (0, 1), (0,))}
"""Which of so many names in a row may be there, the first always: a province is missed less than a district."""


class Entry(NamedTuple):
    """What letters can be: names of units (`short`: their initials), a type word, or both."""

    units: tuple[Unit, ...]
    word: TypeWord | None = None
    short: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a canonical name.

    Attributes:
        level: the level of the unit named; None for the prefix.
        lead: the word before the bare name that the style writes ("huyện", the "TP" of a label); "" for none.
        name: the bare name; the words themselves for the prefix.
        before: what stands between the slot before and this one.
        lead_key: the key of `lead`.
        key: the key of `name`.
        words: the words of `name`.
        gaps: what stands between them.
        offsets: the letter at which each word begins, counted from the first.
        lead_offsets: the letter at which each word of `lead` begins.
        joined: the words without what stands between them.
        unmarked: the same in small letters, and so without marks: nothing there contradicts the name.
    """

    level: Level | None
    lead: str
    name: str
    before: str
    lead_key: str
    key: str
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    offsets: tuple[int, ...]
    lead_offsets: tuple[int, ...]
    joined: str
    unmarked: frozenset[str]

    @property
    def text(self) -> str:
        """The slot as it should be written."""
        return f"{self.lead} {self.name}" if self.lead else self.name


@dataclass(frozen=True, slots=True)
class Role:
    """A unit that a canonical name holds the name of.

    Attributes:
        slot: the slot that holds it.
        owner: the unit.
        own: whether it is the unit that the canonical name is of.
    """

    slot: int
    owner: Unit
    own: bool


@dataclass(frozen=True, slots=True)
class Form:
    """What the canonical name of a unit is made of.

    Attributes:
        slots: its slots, in order.
        roles: the units it names: itself, then those above from the province down.
        codes: the codes of those units.
        prefix: the slot of the prefix; None where the pattern has none.
        spaced: whether nothing but single spaces stands between its words.
        led: whether the style writes a word before any of its names.
    """

    slots: tuple[Slot, ...]
    roles: tuple[Role, ...]
    codes: frozenset[str]
    prefix: int | None
    spaced: bool
    led: bool


def _slot(level: Level | None, lead: str, name: str, before: str) -> Slot:
    words = tuple(_WORDS.findall(name))
    gaps = tuple(_WORDS.split(name)[1:-1])
    joined = "".join(words)
    unmarked = frozenset((joined.lower(), joined.translate(BARE).lower()))
    return Slot(
        level,
        lead,
        name,
        before,
        key_of(lead),
        key_of(name),
        words,
        gaps,
        _offsets(words),
        _offsets(lead.split()),
        joined,
        unmarked,
    )


def _offsets(words: Sequence[str]) -> tuple[int, ...]:
    """The letter at which each of the words begins."""
    return tuple(accumulate(map(len, words[:-1]), initial=0))


def key_of(name: str) -> str:
    """Return the key of a name: its folded letters and digits, nothing else."""
    return "".join(filter(str.isalnum, fold_letters(name)))


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
    def heads(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of names, of type words (but single letters) and of prefixes by their first two letters."""
        heads: dict[str, list[str]] = {}
        for key in sorted({*self.names, *TYPE_WORDS, *PREFIXES, "vietnam"}):
            if len(key) > 1:
                heads.setdefault(key[:2], []).append(key)
        return {head: tuple(keys) for head, keys in heads.items()}

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
            slots = self._slots(unit)
            levels = sorted(LEVELS, key=lambda level: level != unit.level)
            roles = [
                Role(index, owner, owner is unit)
                for level in levels
                for index, slot in enumerate(slots)
                if slot.level == level and (owner := unit.at(level))
            ]
            prefix = next((index for index, slot in enumerate(slots) if slot.level is None), None)
            codes = frozenset(role.owner.code for role in roles)
            led = any(slot.lead for slot in slots)
            form = self._forms[unit.code] = Form(slots, tuple(roles), codes, prefix, _spaced(slots), led)
        return form

    def _slots(self, unit: Unit) -> tuple[Slot, ...]:
        slots: list[Slot] = []
        lead, before = "", ""
        for part in canonical_parts(self.units, unit, self.style):
            if part.kind == "type":
                lead, before = part.text, part.before
                continue
            if part.kind == "prefix":
                slots.append(_slot(None, "", part.text, part.before))
                continue
            owner = unit.at(part.level) if part.level else None
            text = part.text
            if owner is not None and text.endswith(" " + owner.name):
                lead, text, before = text[: -len(owner.name) - 1], owner.name, part.before
            slots.append(_slot(part.level, lead, text, before if lead else part.before))
            lead, before = "", ""
        return tuple(slots)


def _spaced(slots: tuple[Slot, ...]) -> bool:
    gaps = {gap for slot in slots for gap in slot.gaps} | {slot.before for slot in slots[1:]}
    return gaps <= {" "}


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
