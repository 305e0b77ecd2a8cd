"""What may be named, by keys of folded letters.

A key is a name's letters without marks, case and spaces (`fold_letters`), so that glued and split words, lost marks
and capitals all meet in one look-up. Everything is built once for a list and a style, when it is first needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from fanpage_names.gazetteer.entries import Entry, Rival, name_alone
from fanpage_names.gazetteer.register import Register
from fanpage_names.gazetteer.vocabulary import CITY, PREFIXES, TYPE_WORDS, TypeWord
from fanpage_names.text.deletion_index import DeletionIndex
from fanpage_names.text.fold import fold_spelling, key_of
from fanpage_names.text.sound import sound_of
from fanpage_names.units.model import Level, Unit

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


class Gazetteer(Register):
    """The units of one list, and of the lists before it, by their names in one style; safe to share and to pickle."""

    @cached_property
    def whole(self) -> Mapping[str, tuple[Entry, ...]]:
        """The keys of canonical names, those of former units too, each with its units."""
        return _grouped((key_of(self.canonical_of(entry)), entry) for entry in chain(self.now, self.then))

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
    def _rivals(self) -> dict[Entry, Sequence[Rival]]:
        return {}

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
    def near_names(self) -> DeletionIndex:
        """The names, to be found by letters that are nearly theirs."""
        return DeletionIndex(self.names)

    def namesakes(self, entry: Entry) -> tuple[Unit, ...]:
        """Return the units in force that have the name of a unit that is gone, in what its province became."""
        name, province = _spoken(entry.unit), entry.at("province")
        if province is None:
            return ()
        within = self.succession(province).units if province.former else (province.unit,)
        return tuple(
            other.unit
            for other in self.names.get(entry.key, ())
            if not other.former and other.unit.province in within and _spoken(other.unit) == name
        )

    def bears(self, written: str) -> bool:
        """Tell whether a unit, now or then, has just this name: letters and marks, whatever its capitals and spaces."""
        return written.lower() in self._spelt

    @cached_property
    def _spelt(self) -> frozenset[str]:
        return frozenset(name_alone(entry.unit).replace(" ", "").lower() for entry in chain(self.now, self.then))

    @cached_property
    def inner_names(self) -> frozenset[str]:
        """The keys of names whose words are the first or the last of a longer name: "Hoài Châu", of "Hoài Châu Bắc"."""
        found: set[str] = set()
        for entry in self._known.values():
            words = [key_of(word) for word in name_alone(entry.unit).split()]
            for cut in range(1, len(words)):
                found.update(("".join(words[:cut]), "".join(words[cut:])))
        return frozenset(found.intersection(self.names))

    @cached_property
    def names_by_sound(self) -> Mapping[str, Sequence[str]]:
        """The keys of names by how their words sound."""
        found: dict[str, list[str]] = {}
        for key, entries in self.names.items():
            words = name_alone(entries[0].unit).split()
            found.setdefault("".join([sound_of(key_of(word)) for word in words]), []).append(key)
        return found

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


def _name_keys(entry: Entry) -> set[str]:
    """The keys of a unit's bare name, and of its label where that is more than a word before the name."""
    name = name_alone(entry.unit)
    return {entry.key} if name == entry.unit.name else {entry.key, key_of(name)}


def _spoken(unit: Unit) -> str:
    """A unit's name whatever its capitals, spaces and the place of its tone marks: "Tuy Hoà" is "Tuy Hòa"."""
    return fold_spelling(name_alone(unit).lower()).replace(" ", "")


def _initials(unit: Unit) -> str:
    return key_of("".join(word[0] for word in unit.name.split()))


def _grouped(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    groups: dict[str, list[Entry]] = {}
    for key, entry in pairs:
        groups.setdefault(key, []).append(entry)
    return {key: tuple(entries) for key, entries in groups.items()}
