"""Changes of units between lists, as values, and the questions put to them. Pure, but for lists loaded when needed.

A unit's identity over time is its list and its code: a GSO code is given to other units later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Literal

from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.units.model import Unit, UnitList

Kind = Literal["merged", "renamed", "retyped", "moved", "abolished", "unchanged"]
Role = Literal["name_kept", "absorbed"]
Grade = Literal["official", "derived", "secondary"]

GRADES: tuple[Grade, ...] = ("official", "derived", "secondary")
"""How far a source is to be trusted, the best first."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a change rests on: its grade, and what it is."""

    grade: Grade
    text: Text


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one unit from one list to the next.

    Attributes:
        date: the day from which it holds.
        kind: what happened; unchanged where the next list has the unit as it was.
        from_list: the id of the list before.
        from_code: the unit's code there.
        to_list: the id of the list after.
        to_code: the code there of the unit that follows; None where none does.
        role: of a merged unit: whether the new unit bears its name.
        partial: whether only a part of the unit went this way.
        resolution: the number of the resolution; None for an unchanged unit.
        clause: the clause of the resolution's article 1, where it is known.
        sources: what this rests on; none for an unchanged unit, which the two lists attest.
    """

    date: date
    kind: Kind
    from_list: str
    from_code: str
    to_list: str
    to_code: str | None
    role: Role | None = None
    partial: bool = False
    resolution: str | None = None
    clause: str | None = None
    sources: tuple[Source, ...] = ()

    @property
    def grade(self) -> Grade:
        """The grade of the best source."""
        return min((source.grade for source in self.sources), key=GRADES.index, default="official")


@dataclass(frozen=True, slots=True)
class Step:
    """A change with the unit before it and the one after it; `now` is None where none follows."""

    change: Change
    was: Unit
    now: Unit | None


@dataclass(frozen=True, slots=True)
class Succession:
    """How a unit of one list and units of another one follow each other.

    Attributes:
        units: the units of the other list, in its order; several after a split (or, backwards, a merger), none
            where a unit was abolished (or, backwards, where nothing is known of what was before).
        steps: every change on the way, in the order of time, the unchanged ones left out.
    """

    units: tuple[Unit, ...]
    steps: tuple[Step, ...]

    @property
    def partial(self) -> bool:
        """Whether on some step only a part of a unit went the way described."""
        return any(step.change.partial for step in self.steps)

    @property
    def unit(self) -> Unit | None:
        """The one unit that stands for the whole; None where there is none, several, or only a part went there."""
        return self.units[0] if len(self.units) == 1 and not self.partial else None

    @property
    def name_kept(self) -> bool:
        """Whether the unit at the end bears the name of the one at the beginning as its own continuation."""
        return bool(self.units) and all(step.change.role != "absorbed" for step in self.steps)

    @property
    def code_kept(self) -> bool:
        """Whether the GSO gave the code of the unit at the beginning to each that followed."""
        return bool(self.units) and all(step.change.from_code == step.change.to_code for step in self.steps)


@dataclass(frozen=True)
class History:
    """The lists in the order of time, and every change between each and the next.

    Attributes:
        lists: ids of the lists, the earliest first.
        dates: the day from which each list but the first holds, by id.
        changes: all but the unchanged.
        load: gives a list by its id, the same object each time; called when the list is needed.
    """

    lists: tuple[str, ...]
    dates: Mapping[str, date]
    changes: tuple[Change, ...]
    load: Callable[[str], UnitList]

    def units(self, list_id: str) -> UnitList:
        """Return a list of the history; raises KeyError where there is none such."""
        return self.load(self.lists[self._place(list_id)])

    def require(self, *list_ids: str) -> None:
        """Raise UseError unless the history has all of these lists, and they stand in the order of time."""
        known = ", ".join(self.lists)
        for list_id in list_ids:
            if list_id not in self.lists:
                raise UseError(
                    f"{list_id}: chưa có lịch sử của danh mục này; dùng một trong: {known}",
                    f"{list_id}: the history of this list is not known; use one of: {known}",
                )
        for earlier, later in pairwise(list_ids):
            if self.lists.index(later) < self.lists.index(earlier):
                raise UseError(
                    f"{later} có trước {earlier}; hãy đi từ danh mục trước đến danh mục sau",
                    f"{later} is before {earlier}; go from the earlier list to the later one",
                )

    def earlier_lists(self, list_id: str) -> tuple[UnitList, ...]:
        """Return the lists before one, the newest first; none where the history does not have it."""
        return tuple(map(self.units, reversed(self.lists[: self._place(list_id)]))) if list_id in self.lists else ()

    def later_lists(self, list_id: str) -> tuple[UnitList, ...]:
        """Return the lists after one, the oldest first; none where the history does not have it."""
        return tuple(map(self.units, self.lists[self._place(list_id) + 1 :])) if list_id in self.lists else ()

    def successors(self, list_id: str, code: str, to_list_id: str) -> Succession:
        """Return what a unit became in a later list (the unit itself in its own list).

        Raises:
            KeyError: there is no such list, the list has no such code, or the other list is an earlier one.
        """
        return self._followed(list_id, code, to_list_id, forward=True)

    def predecessors(self, list_id: str, code: str, from_list_id: str) -> Succession:
        """Return what a unit was in an earlier list; arguments and errors as those of `successors`."""
        return self._followed(list_id, code, from_list_id, forward=False)

    def next_steps(self, list_id: str, code: str) -> tuple[Step, ...]:
        """Return what became of a unit in the next list, unchanged ones too; none for a unit of the last list."""
        place = self._place(list_id) + 1
        if place == len(self.lists):
            return ()
        changes = self._changes_from.get((list_id, code)) or (self._unchanged(list_id, self.lists[place], code),)
        return tuple(map(self._step, changes))

    def previous_steps(self, list_id: str, code: str) -> tuple[Step, ...]:
        """Return what a unit was in the list before, unchanged ones too; none where nothing is known."""
        place = self._place(list_id) - 1
        if place < 0:
            return ()
        before = self.lists[place]
        changes = list(self._changes_to.get((list_id, code), ()))
        if (before, code) not in self._changes_from and code in self.units(before).by_code:
            changes.append(self._unchanged(before, list_id, code))
        return tuple(map(self._step, changes))

    def _followed(self, list_id: str, code: str, end: str, *, forward: bool) -> Succession:
        """Follow a unit list by list, up to the list asked for."""
        start, stop = self._place(list_id), self._place(end)
        if (stop < start) if forward else (stop > start):
            raise KeyError(end)
        codes = {self.units(list_id).by_code[code].code}
        steps: list[Step] = []
        for between in self.lists[start:stop] if forward else reversed(self.lists[stop + 1 : start + 1]):
            if forward:
                found = [step for code in sorted(codes) for step in self.next_steps(between, code)]
                codes = {step.now.code for step in found if step.now}
            else:
                found = [step for code in sorted(codes) for step in self.previous_steps(between, code)]
                codes = {step.was.code for step in found}
            steps += found
        changed = (step for step in steps if step.change.kind != "unchanged")
        in_time = sorted(changed, key=lambda step: self.lists.index(step.change.from_list))
        units = tuple(unit for unit in self.units(end).units if unit.code in codes)
        return Succession(units, tuple(in_time))

    def _place(self, list_id: str) -> int:
        if list_id not in self.lists:
            raise KeyError(list_id)
        return self.lists.index(list_id)

    def _unchanged(self, before: str, after: str, code: str) -> Change:
        return Change(self.dates[after], "unchanged", before, code, after, code)

    def _step(self, change: Change) -> Step:
        now = None if change.to_code is None else self.units(change.to_list).by_code[change.to_code]
        return Step(change, self.units(change.from_list).by_code[change.from_code], now)

    @cached_property
    def _changes_from(self) -> Mapping[tuple[str, str], Sequence[Change]]:
        return _grouped((change.from_list, change.from_code, change) for change in self.changes)

    @cached_property
    def _changes_to(self) -> Mapping[tuple[str, str], Sequence[Change]]:
        return _grouped((change.to_list, change.to_code, change) for change in self.changes if change.to_code)


def _grouped(triples: Iterable[tuple[str, str, Change]]) -> Mapping[tuple[str, str], Sequence[Change]]:
    groups: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for list_id, code, change in triples:
        groups[list_id, code].append(change)
    return dict(groups)
