"""Names that may stand in a parent's place: of former parents, of those of today, of any other unit, of our own again.

Which names a line holds for them is found once; what they are depends on the unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from fanpage_names.gazetteer.entries import Entry, name_alone
from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.segment import FormerParent, Segment, SegmentKind
from fanpage_names.gazetteer.template import NameTemplate, slot_of_name
from fanpage_names.resolve.costs import (
    CONFLICT,
    FORMER_DISTRICT,
    FORMER_PROVINCE,
    REPEATED,
    TODAY,
    WRONG_MARK,
    spelt,
)
from fanpage_names.resolve.lattice import Edge, Edges, Lattice, NameSpan
from fanpage_names.text.values import new
from fanpage_names.units.model import LEVELS, Level


class ParentName(NamedTuple):
    """The name of a unit of some level that may stand in the place of a parent, with its type word.

    Attributes:
        start: first letter.
        end: after the last letter.
        level: the level.
        entries: the units of that name and level; none for a name of another province.
        name: where the name is, without the type word; None where its marks do not matter.
        inside: whether it is but a part of a longer name that is there ("Tuy An" in "Tuy An Bắc").
    """

    start: int
    end: int
    level: Level
    entries: frozenset[Entry]
    name: NameSpan | None
    inside: bool = False


class _Above(NamedTuple):
    """What stands above a unit, then and now.

    Attributes:
        slots: the slot of each level above.
        height: the place of the unit's own level, counted from the province.
        ours: the unit and those above it.
        today: the units in force above those that follow a former unit.
        former: the former units above the predecessors of a unit in force.
    """

    slots: Mapping[Level, int]
    height: int
    ours: frozenset[Entry]
    today: frozenset[Entry]
    former: Mapping[Entry, FormerParent]


class ParentNames:
    """The names of one line that may stand in a parent's place, and their edges for one unit or another."""

    def __init__(self, lattice: Lattice, gazetteer: Gazetteer) -> None:
        self._lattice = lattice
        self._gazetteer = gazetteer
        self._known_marks: dict[tuple[int, int, Level], float] = {}

    @cached_property
    def found(self) -> list[ParentName]:
        """Names in force or gone, and those of other provinces, that may stand in a parent's place."""
        lattice = self._lattice
        found: list[ParentName] = []
        whole = [(name.start, name.end) for name in lattice.names if not name.edits]
        for name in lattice.names:
            if name.edits:
                continue
            inside = any(a <= name.start and name.end <= b and b - a > name.end - name.start for a, b in whole)
            type_word = lattice.type_words.get(name.start)
            if type_word is None and lattice.line.letters[name.start : name.end].isdigit():
                continue
            for level in LEVELS:
                entries = frozenset([entry for entry in name.entries if entry.unit.level == level])
                if not entries:
                    continue
                found.append(ParentName(name.start, name.end, level, entries, name, inside))
                if type_word and any(entry.unit.type in type_word.word.types for entry in entries):
                    found.append(ParentName(type_word.start, name.end, level, entries, name, inside))
        ours = {(name.start, name.end) for name in lattice.names}
        for foreign in lattice.foreign:
            if foreign.level == "district" and (foreign.start, foreign.end) in ours:
                continue
            found.append(ParentName(foreign.type_word, foreign.end, foreign.level, frozenset(), None))
        return found

    def _marks(self, other: ParentName) -> float:
        """What the marks of a name cost that contradict those of each unit of the name."""
        name = other.name
        if name is None or name.short:
            return 0.0
        written = self._lattice.line.written(name.start, name.end)
        if written.isascii():
            return 0.0
        key = name.start, name.end, other.level
        known = self._known_marks.get(key)
        if known is not None:
            return known
        slots = [slot_of_name(name) for name in {name_alone(entry.unit) for entry in other.entries}]
        wrong = min([spelt(written, slot).wrong if len(written) == len(slot.key) else 0 for slot in slots])
        cost = self._known_marks[key] = WRONG_MARK * wrong
        return cost

    def add_to(self, edges: Edges, entry: Entry, template: NameTemplate, limit: float, *, named: bool) -> None:
        """Add the edges of names in a parent's place: of former parents, of those of today, of other units.

        `named`: whether the unit itself is meant, so that its name may be there again.
        """
        if limit < TODAY:
            return
        ours = set(entry.line) if named else {*entry.line} - {entry}
        above: _Above | None = None
        for other in self.found:
            if not ours.isdisjoint(other.entries):
                segment = Segment(other.start, other.end, "repeat")
                edge = Edge(other.end, REPEATED + self._marks(other), 0, (segment,))
                edges[other.start] = [*edges[other.start], edge]
            if other.level != "commune" and not (other.entries and other.entries <= ours):
                above = above or self._above(entry, template)
                edges[other.start] = [*edges[other.start], *self._as_parent(other, above, limit)]

    def _above(self, entry: Entry, template: NameTemplate) -> _Above:
        slots = {filler.level: filler.slot for filler in template.fillers if not filler.own}
        today = self._gazetteer.parents_today(entry) if entry.former else frozenset()
        former = {} if entry.former else self._gazetteer.former_parents(entry)
        return _Above(slots, LEVELS.index(entry.unit.level), frozenset(entry.line), today, former)

    def _as_parent(self, other: ParentName, above: _Above, limit: float) -> Iterator[Edge]:
        """Yield the edges of a name that is no part of the unit's own: a former parent, one of today, any other."""
        if other.inside:
            return
        start, end, level, entries, *_ = other
        slot, outer = above.slots.get(level), above.slots.get("province")
        if gone := next((above.former[one] for one in entries if one in above.former), None):
            cost = (FORMER_PROVINCE if level == "province" else FORMER_DISTRICT) + self._marks(other)
            for place, more in ((slot, 0.0), (None if slot is None else outer, 0.2), (None, 0.1)):
                yield _edge(start, end, "former", place, cost + more, gone)
            if slot is None and outer is not None:
                yield _edge(start, end, "former", outer, cost + 0.2, gone)
        elif not above.today.isdisjoint(entries):
            for place, more in ((slot, 0.0), (None, 0.1)):
                yield _edge(start, end, "today", place, TODAY + more + self._marks(other))
        elif limit >= CONFLICT and above.ours.isdisjoint(entries) and LEVELS.index(level) < above.height:
            for place in (outer, None) if slot is None else (slot,):
                yield _edge(start, end, "parent", place, CONFLICT + self._marks(other))


def _edge(  # noqa: PLR0917 -- a segment and its price
    start: int, end: int, kind: SegmentKind, slot: int | None, cost: float, former: FormerParent | None = None
) -> Edge:
    segment = new(Segment, (start, end, kind, slot, None, False, 0, former))
    return Edge(end, cost, 0 if slot is None else 1 << slot, (segment,))
