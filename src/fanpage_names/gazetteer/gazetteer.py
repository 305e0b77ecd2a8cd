"""What may be named: the units of a list and those of the lists before it, by keys of folded letters.

A key is a name's letters without marks, case and spaces (`fold_letters`), so that glued and split words, lost marks
and capitals all meet in one look-up. Everything is built once for a list and a style, when it is first needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from fanpage_names.gazetteer.entries import (
    Entry,
    Identity,
    Rival,
    add_entries,
    identity_of,
    name_alone,
)
from fanpage_names.gazetteer.segment import FormerParent
from fanpage_names.gazetteer.template import NameTemplate, template_of
from fanpage_names.gazetteer.vocabulary import CITY, PREFIXES, TYPE_WORDS, TypeWord
from fanpage_names.history.loading import history_of
from fanpage_names.history.model import Succession
from fanpage_names.history.timeline import History
from fanpage_names.naming import canonical_name
from fanpage_names.text.deletion_index import DeletionIndex
from fanpage_names.text.fold import key_of
from fanpage_names.units.model import Level, Style, Unit, UnitList

_SUBSETS = {1: ((0,),), 2: ((0, 1), (0,)), 3: ((0, 1, 2), (0, 2), (0, 1), (0,))}
"""Which of so many names in a row may be there, the first always: a province is missed less than a district."""


class Named(NamedTuple):
    """What letters can be.

    Attributes:
        entries: the units so named.
        word: a type word.
        short: the units whose initials they are, or whose number, with or without a zero before it.
    """

    entries: tuple[Entry, ...] = ()
    word: TypeWord | None = None
    short: tuple[Entry, ...] = ()


Sequenced = tuple[Entry, tuple[int, ...]]
"""A unit, and the slots of its canonical name that a key fills."""


class Gazetteer:
    """The names of one list in one style, and of the lists before it; safe to share and to pickle.

    Attributes:
        units: the list.
        style: the style of its names.
        canonical: the canonical name of each unit of the list, by code.
        exact: these names, each with its unit.
    """

    def __init__(self, units: UnitList, style: Style, *, with_former: bool = True) -> None:
        self.units = units
        self.style = style
        self._with_former = with_former
        self.canonical = {unit.code: canonical_name(units, unit, style) for unit in units.units}
        self.exact = {self.canonical[unit.code]: unit for unit in units.units}
        self._templates: dict[Entry, NameTemplate] = {}
        self._former_parents: dict[Entry, Mapping[Entry, FormerParent]] = {}
        self._successions: dict[Entry, Succession] = {}
        self._gone: dict[tuple[str, str], FormerParent] = {}
        self._rivals: dict[Entry, Sequence[Rival]] = {}

    @cached_property
    def history(self) -> History | None:
        """Where the lists before it are found; None where there are none, or nobody asks for former units."""
        return history_of(self.units) if self._with_former else None

    @cached_property
    def _known(self) -> dict[Identity, Entry]:
        """Every entry by its identity: those of the list in force, then those of the lists before it, newest first."""
        known: dict[Identity, Entry] = {}
        add_entries(known, self.units, former=False)
        for units in self._earlier:
            add_entries(known, units, former=True)
        return known

    @property
    def _earlier(self) -> Sequence[UnitList]:
        return self.history.earlier_lists(self.units.id) if self.history else ()

    @cached_property
    def now(self) -> tuple[Entry, ...]:
        """The entries of the list in force, in its order."""
        return tuple(entry for entry in self._known.values() if not entry.former)

    @cached_property
    def then(self) -> tuple[Entry, ...]:
        """The entries of the lists before it that a page name may mean: those whose page name no unit like them has."""
        return tuple(entry for entry in self._known.values() if entry.former and not self._is_still_named(entry))

    def _is_still_named(self, entry: Entry) -> bool:
        now = self.exact.get(canonical_name(entry.units, entry.unit, self.style))
        return now is not None and now.level == entry.unit.level

    @cached_property
    def meant(self) -> frozenset[Entry]:
        """All entries that a page name may mean."""
        return frozenset((*self.now, *self.then))

    @cached_property
    def _first_below(self) -> Mapping[Entry, Entry]:
        """The first commune below each unit that has any."""
        first: dict[Entry, Entry] = {}
        for entry in self._known.values():
            if entry.unit.level == "commune":
                for above in entry.line:
                    first.setdefault(above, entry)
        return first

    def representatives(self, named: Iterable[Entry]) -> Sequence[Entry]:
        """Return a commune below each of the units named, or of any where none has one."""
        first = self._first_below
        found = dict.fromkeys(first[entry] for entry in named if entry.unit.level != "commune" and entry in first)
        return tuple(found) or tuple([next(iter(first.values()))] if first else [])

    def entry(self, unit: Unit) -> Entry:
        """Return the entry of a unit of the list in force; raises KeyError for any other."""
        return self._known[identity_of(unit)]

    @cached_property
    def whole(self) -> Mapping[str, tuple[Entry, ...]]:
        """The keys of canonical names, those of former units too, each with its units."""
        return _grouped((key_of(self.canonical_of(entry)), entry) for entry in chain(self.now, self.then))

    def canonical_of(self, entry: Entry) -> str:
        """Return the canonical name of a unit; of a former one, in its own list."""
        if not entry.former:
            return self.canonical[entry.unit.code]
        return canonical_name(entry.units, entry.unit, self.style)

    @cached_property
    def names(self) -> Mapping[str, tuple[Entry, ...]]:
        """The keys of bare names and labels, each with its units: those in force first."""
        return _grouped((key, entry) for entry in self._known.values() for key in _name_keys(entry))

    @cached_property
    def initials(self) -> Mapping[str, tuple[Entry, ...]]:
        """The provinces by the initials of their name ("nd"), and cities of that name by "tp" before it."""
        provinces = [entry for entry in self._known.values() if entry.unit.level == "province"]
        return _grouped(
            [(_initials(entry.unit), entry) for entry in provinces]
            + [(CITY + _initials(entry.unit), entry) for entry in provinces if entry.unit.type == "thành phố"]
            + [
                (key, city)
                for entry in provinces
                for city in self.names[entry.key]
                if city.unit.level == "district"
                for key in (_initials(entry.unit), CITY + _initials(entry.unit))
            ]
        )

    @cached_property
    def _numbers(self) -> Mapping[str, tuple[Entry, ...]]:
        """The units whose name is a number, by the same number with a zero more or less: "4" and "04"."""
        numbers = (entry for entry in self._known.values() if entry.key.isdigit())
        return _grouped((entry.key[1:] if entry.key[0] == "0" else f"0{entry.key}", entry) for entry in numbers)

    @cached_property
    def commune_initials(self) -> Mapping[str, tuple[Entry, ...]]:
        """The communes in force by the initials of their name, of two words or more: after a type word, "P.PĐP"."""
        communes = (entry for entry in self.now if entry.unit.level == "commune" and " " in entry.unit.name)
        return _grouped((_initials(entry.unit), entry) for entry in communes)

    @cached_property
    def entries(self) -> Mapping[str, Named]:
        """All that letters between two cuts can be, by key."""
        found: dict[str, Named] = {key: Named(entries) for key, entries in self.names.items()}
        for key, short in chain(self.initials.items(), self._numbers.items()):
            if key not in found or key.isdigit():
                found[key] = found.get(key, Named())._replace(short=short)
        for key, word in TYPE_WORDS.items():
            found[key] = found.get(key, Named())._replace(word=word)
        return found

    @cached_property
    def sequences(self) -> Mapping[str, Sequence[Sequenced]]:
        """The keys of names followed by those of units above, any of which may be left out.

        Each has the units that are so named with the slots that are filled, where the style writes the unit's own name
        first, after a prefix or without one.
        """
        found: dict[str, list[Sequenced]] = {}
        for entry in chain(self.now, self.then):
            first, levels = self._order_of(entry)
            if not levels:
                continue
            keys = [owner.key for level in levels if (owner := entry.at(level))]
            known = set()
            for left in _SUBSETS[len(levels)]:
                key = "".join([keys[place] for place in left])
                if key not in known:
                    known.add(key)
                    found.setdefault(key, []).append((entry, tuple([first + place for place in left])))
        return found

    @cached_property
    def sequences_by_length(self) -> Mapping[int, Sequence[str]]:
        """The same keys by how long they are."""
        found: dict[int, list[str]] = {}
        for key in self.sequences:
            found.setdefault(len(key), []).append(key)
        return found

    @cached_property
    def _orders(self) -> dict[tuple[str, Level], tuple[int, tuple[Level, ...]]]:
        return {}

    def _order_of(self, entry: Entry) -> tuple[int, tuple[Level, ...]]:
        """The slot of a unit's own name, and the levels of the names that follow; none in other orders."""
        kind = entry.units.id, entry.unit.level
        if kind not in self._orders:
            template = self.template(entry)
            first = 0 if template.prefix is None else 1
            levels = tuple([slot.level for slot in template.slots[first:] if slot.level])
            names_all = len(levels) == len(template.slots) - first and levels[:1] == (entry.unit.level,)
            fits = names_all and template.prefix in {None, 0}
            self._orders[kind] = (first, levels) if fits else (0, ())
        return self._orders[kind]

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
    def keys_by_bigram(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of names, of type words (but single letters) and of prefixes by their first two letters."""
        keys: dict[str, list[str]] = {}
        for key in sorted({*self.names, *TYPE_WORDS, *PREFIXES, "vietnam"}):
            if len(key) > 1:
                keys.setdefault(key[:2], []).append(key)
        return {bigram: tuple(found) for bigram, found in keys.items()}

    @cached_property
    def trigrams(self) -> frozenset[str]:
        """Every three letters that follow each other in a name."""
        return frozenset([key[at : at + 3] for key in self.names for at in range(len(key) - 2)])

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each unit in the list, by code."""
        return {unit.code: place for place, unit in enumerate(self.units.units)}

    @cached_property
    def near_names(self) -> DeletionIndex:
        """The names, to be found by letters that are nearly theirs."""
        return DeletionIndex(self.names)

    def namesakes(self, entry: Entry) -> tuple[Unit, ...]:
        """Return the units in force that have just the name of a unit that is gone, in what its province became."""
        name, province = name_alone(entry.unit), entry.at("province")
        if province is None:
            return ()
        within = self.succession(province).units if province.former else (province.unit,)
        return tuple(
            other.unit
            for other in self.names.get(entry.key, ())
            if not other.former and other.unit.province in within and name_alone(other.unit) == name
        )

    def bears(self, written: str) -> bool:
        """Tell whether a unit, now or then, has just this name: letters and marks, whatever its capitals and spaces."""
        return written.lower() in self._spelt

    @cached_property
    def _spelt(self) -> frozenset[str]:
        return frozenset(name_alone(entry.unit).replace(" ", "").lower() for entry in chain(self.now, self.then))

    def rivals(self, entry: Entry) -> Sequence[Rival]:
        """Return the units with nearly the name of `entry`, but for those that became it; found when asked for."""
        found = self._rivals.get(entry)
        if found is None:
            key = key_of(name_alone(entry.unit))
            near = [(0, key), *self.near_names.near(key)]
            found = self._rivals[entry] = [
                Rival(other.unit, edits if other.above is entry.above else 0)
                for edits, name in near
                for other in self.names[name]
                if other is not entry and not (other.former and self.succession(other).units == (entry.unit,))
            ]
        return found

    @cached_property
    def near_chains(self) -> DeletionIndex:
        """The names of units with all those above, to be found by letters that are nearly theirs."""
        keys = {"".join([owner.key for owner in entry.line]) for entry in chain(self.now, self.then)}
        return DeletionIndex({key for key in keys if key in self.sequences})

    def template(self, entry: Entry) -> NameTemplate:
        """Return the template of the unit's canonical name; made when first asked for."""
        template = self._templates.get(entry)
        if template is None:
            template = self._templates[entry] = template_of(entry.units, entry.unit, self.style)
        return template

    def succession(self, entry: Entry) -> Succession:
        """Return what became of a former unit in the list in force; found when first asked for."""
        found = self._successions.get(entry)
        if found is None:
            assert self.history is not None
            found = self.history.successors(entry.units.id, entry.unit.code, self.units.id)
            self._successions[entry] = found
        return found

    def former_parents(self, entry: Entry) -> Mapping[Entry, FormerParent]:
        """Return the former units above the predecessors of a unit in force."""
        found = self._former_parents.get(entry)
        if found is None:
            found = self._former_parents[entry] = dict(self._find_former_parents(entry))
        return found

    def _find_former_parents(self, entry: Entry) -> Iterator[tuple[Entry, FormerParent]]:
        if self.history is None:
            return
        ours = set(entry.line)
        names = {(owner.unit.level, owner.unit.name) for owner in ours}
        for units in self._earlier:
            before = self.history.predecessors(self.units.id, entry.unit.code, units.id)
            for unit in before.units:
                above = unit.parent
                while above is not None:
                    parent = self._known.get(identity_of(above))
                    still_there = (above.level, above.name) in names  # of another type, at most
                    if parent is not None and parent not in ours and not still_there:
                        yield parent, self._as_former_parent(parent, units, above)
                    above = above.parent

    def _as_former_parent(self, parent: Entry, units: UnitList, unit: Unit) -> FormerParent:
        """What stood above a unit in force: `unit` of an earlier list, which is `parent` here."""
        key = units.id, unit.code
        found = self._gone.get(key)
        if found is None:
            assert self.history is not None
            steps = self.history.successors(*key, self.units.id).steps
            found = self._gone[key] = FormerParent(parent.unit, steps[-1].change.date if steps else None)
        return found

    def parents_today(self, entry: Entry) -> frozenset[Entry]:
        """Return the units in force above those that follow a former unit."""
        units = self.succession(entry).units
        above = {self.entry(parent) for unit in units for parent in unit.above}
        return frozenset(above.difference(entry.line))


def _name_keys(entry: Entry) -> set[str]:
    """The keys of a unit's bare name, and of its label where that is more than a word before the name."""
    unit = entry.unit
    if unit.own_label is None or unit.label.endswith(f" {unit.name}"):
        return {entry.key}
    return {entry.key, key_of(unit.label)}


def _initials(unit: Unit) -> str:
    return key_of("".join(word[0] for word in unit.name.split()))


def _grouped(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    groups: dict[str, list[Entry]] = {}
    for key, entry in pairs:
        groups.setdefault(key, []).append(entry)
    return {key: tuple(entries) for key, entries in groups.items()}
