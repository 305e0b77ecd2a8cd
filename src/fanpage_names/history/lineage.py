"""The line of a unit through time, and what differs between two lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fanpage_names.history.changes import Step, Succession
from fanpage_names.history.timeline import History
from fanpage_names.units.model import Unit


@dataclass(frozen=True, slots=True)
class Branch:
    """A change on a unit's line, the unit at its other end, and how the line goes on from there.

    Attributes:
        step: the change; an unchanged unit has one too.
        unit: the unit further from where the line was begun; None where no unit follows.
        list_id: the list that has it.
        branches: the changes before it (or, forward, after it).
    """

    step: Step
    unit: Unit | None
    list_id: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """A unit with all that it came from and all that it became."""

    unit: Unit
    list_id: str
    before: tuple[Branch, ...]
    after: tuple[Branch, ...]


def lineage_of(history: History, list_id: str, unit: Unit) -> Lineage:
    """Return the line of a unit of a list; raises KeyError where the history does not have the list."""
    return Lineage(unit, list_id, tuple(_before(history, list_id, unit)), tuple(_after(history, list_id, unit)))


def _before(history: History, list_id: str, unit: Unit) -> Iterator[Branch]:
    before = tuple(_lists_before(history, list_id, unit))
    for step in history.retypings(list_id, unit.code):
        before = (Branch(step, step.was, list_id, before),)
    return iter(before)


def _lists_before(history: History, list_id: str, unit: Unit) -> Iterator[Branch]:
    for step in history.previous_steps(list_id, unit.code):
        above = step.change.from_list
        yield Branch(step, step.was, above, tuple(_before(history, above, step.was)))


def _after(history: History, list_id: str, unit: Unit) -> Iterator[Branch]:
    for step in history.next_steps(list_id, unit.code):
        below = step.change.to_list
        yield Branch(step, step.now, below, _further(history, below, step.now) if step.now else ())


def _further(history: History, list_id: str, unit: Unit) -> tuple[Branch, ...]:
    """Return what became of a unit since the first day of its list: other types, then what follows in later lists."""
    after = tuple(_after(history, list_id, unit))
    for step in reversed(history.retypings(list_id, unit.code)):
        after = (Branch(step, step.now, list_id, after),)
    return after


@dataclass(frozen=True, slots=True)
class Difference:
    """A unit that differs between two lists.

    Attributes:
        was: the unit in the earlier list; None where it is not known what was there before.
        now: the unit in the later list that follows; None where none does.
        succession: how the earlier one became what it is; empty where there is none.
    """

    was: Unit | None
    now: Unit | None
    succession: Succession


def differences(history: History, earlier: str, later: str) -> Iterator[Difference]:
    """Yield the units of the earlier list that changed, in its order, then those of the later one without a past.

    A unit that was split comes once for each unit that follows.

    Raises:
        KeyError: the history does not have one of the lists, or `later` is before `earlier`.
    """
    reached: set[str] = set()
    for unit in history.units(earlier).units:
        succession = history.successors(earlier, unit.code, later)
        reached.update(now.code for now in succession.units)
        if succession.steps:
            for now in succession.units or (None,):
                yield Difference(unit, now, succession)
    for unit in history.units(later).units:
        if unit.code not in reached:
            yield Difference(None, unit, Succession((), ()))
