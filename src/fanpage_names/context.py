"""What stands around a name, and which of several units it says is meant: the row's other cells, what is above it.

It chooses among units that the name itself could mean, and never overrules what the name says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from fanpage_names.rows import Row, Source
from fanpage_names.text.fold import fold_case
from fanpage_names.text.phrases import bare_words
from fanpage_names.units.model import Unit, UnitList
from fanpage_names.units.type_words import ABBREVIATIONS, ANY_TYPE, TYPES, split_type

_ABOVE_COMMUNES = (*TYPES["province"], *TYPES["district"])
_TYPES: Mapping[tuple[str, ...], str] = {
    **{tuple(bare_words(word).split()): word for word in _ABOVE_COMMUNES},
    **{(short,): word for short, word in ABBREVIATIONS.items() if word in _ABOVE_COMMUNES and len(short) > 1},
}
"""The words before a name that say that it is a district's or a province's; a letter alone says nothing."""

_LONGEST_NAME = 5
_TEXTS = 1024


class Said(NamedTuple):
    """What one place beside or above a row says of its unit.

    Attributes:
        source: the place.
        text: what stands there.
        units: the units that it means itself; empty where that is not clear.
        above: the units that it says the row's unit is, or lies in; empty where it says nothing of that.
    """

    source: Source
    text: str
    units: Sequence[Unit]
    above: Sequence[Unit]

    def allows(self, unit: Unit) -> bool:
        """Whether a unit is what is said here, or lies in it."""
        return unit in self.units or any(one in self.above for one in (unit, *unit.above))


class Context:
    """Reads what stands around names.

    Args:
        units: the list.
        units_meant: the units that the text of a unit cell could mean; none where that is not clear.
    """

    def __init__(self, units: UnitList, units_meant: Callable[[str], tuple[Unit, ...]]) -> None:
        self._units = units
        self.units_meant = lru_cache(_TEXTS)(units_meant)
        self._read = lru_cache(_TEXTS)(self._said)

    def of(self, row: Row) -> Iterator[Said]:
        """Yield what is said around a row, what stands nearest first."""
        if row.unit and (said := self._read("unit-column", row.unit)):
            yield said
        if row.district and (said := self._read("district-column", row.district)):
            yield said
        if row.group and (said := self._read("group", row.group)):
            yield said
        if row.title and (said := self._read("title", row.title)):
            yield said

    def _said(self, source: Source, text: str) -> Said | None:
        """Return what a text says in some place; None where it says nothing of a unit."""
        if source == "unit-column":
            meant = self._named_in_cell(text)
            return Said(source, text, meant, _by_bare_name(text, meant)) if meant else None
        named = self._mentions(text)
        if source == "district-column":
            named = named or self._by_name(text)
        return Said(source, text, (), named) if named else None

    def choose(self, row: Row, candidates: Sequence[Unit]) -> tuple[Unit, Source] | None:
        """Return the one of several units that the context says, and where that was read; None where it does not."""
        left: Sequence[Unit] = candidates
        for said in self.of(row):
            allowed = [unit for unit in left if unit in said.units] or [unit for unit in left if said.allows(unit)]
            if len(allowed) == 1:
                return allowed[0], said.source
            left = allowed or left
        return None

    def _named_in_cell(self, text: str) -> tuple[Unit, ...]:
        """Return the units that a unit cell could mean: of a bare name, with or without its type, all that bear it."""
        type_word, name = split_type(text.strip(), ANY_TYPE)
        for wanted, bare in ((None, text.strip()), (type_word, name)):
            bearers = [unit for unit in self._units.by_words.get(bare_words(bare), ()) if wanted in (None, unit.type)]
            if bearers:
                return tuple(unit for unit in bearers if fold_case(unit.name) == fold_case(bare)) or tuple(bearers)
        return self.units_meant(text)

    def _mentions(self, text: str) -> tuple[Unit, ...]:
        """Return the district that a text names with its type word, else the province; none where it names several."""
        found: dict[str, dict[str, tuple[Unit, ...]]] = {"district": {}, "province": {}}
        tokens = bare_words(text).split()
        for at in range(len(tokens)):
            for type_key, type_word in _TYPES.items():
                if tuple(tokens[at : at + len(type_key)]) == type_key:
                    named = self._longest(tokens[at + len(type_key) :], type_word)
                    for level, by_name in found.items():
                        if of_level := tuple(unit for unit in named if unit.level == level):
                            by_name[of_level[0].name] = of_level
        for by_name in found.values():
            if by_name:
                return next(iter(by_name.values())) if len(by_name) == 1 else ()
        return ()

    def _longest(self, tokens: Sequence[str], type_word: str) -> list[Unit]:
        for length in range(_LONGEST_NAME, 0, -1):
            named = self._units.by_words.get(" ".join(tokens[:length]), ())
            if of_type := [unit for unit in named if unit.type == type_word and unit.level != "commune"]:
                return of_type
        return []

    def _by_name(self, text: str) -> tuple[Unit, ...]:
        """Return the districts whose bare name a cell is."""
        return tuple(unit for unit in self._units.by_words.get(bare_words(text), ()) if unit.level == "district")


def _by_bare_name(text: str, units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the districts and provinces that a unit cell only names: it may say where the row's unit lies."""
    bare = bare_words(text)
    return tuple(unit for unit in units if unit.level != "commune" and bare in map(bare_words, (unit.name, unit.label)))


def contradicting(unit: Unit, around: Iterable[Said]) -> Said | None:
    """Return what is said nearest to a name, where that is another unit than the name says; else None.

    In which district a row lies is said of communes: a district's own row stands above theirs, or between them.
    """
    nearest = next(iter(around), None)
    if nearest is None or nearest.allows(unit):
        return None
    return nearest if nearest.source == "unit-column" or unit.level == "commune" else None
