"""Changes of units between lists, as values. Pure.

A unit's identity over time is its list and its code: a GSO code is given to other units later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from fanpage_names.units.model import Unit

Kind = Literal["merged", "split", "moved", "renamed", "retyped", "respelled", "abolished", "unchanged"]
Role = Literal["name_kept", "absorbed"]
Share = Literal["whole", "rest", "part"]
Grade = Literal["official", "derived", "press", "encyclopedia", "unsettled"]


class Change(NamedTuple):
    """What became of one unit, or of a part of it, from one list to the next.

    Attributes:
        kind: what happened, the gravest first where it was several things: merged (with others into one), split
            (among several), moved (to another unit above), renamed, retyped (xã to phường …), respelled (the GSO
            writes the name another way), abolished; unchanged where the next list has the unit as it was.
        from_list: the id of the list before.
        from_code: the unit's code there.
        to_list: the id of the list after.
        to_code: the code there of the unit that follows; None where none does.
        date: the day from which it holds; None where no source says it.
        role: of a merged or split unit: whether the new unit bears its name.
        share: how much of the unit went this way; rest is what was left after the other parts were taken, and the
            largest part.
        resolution: the number of the resolution; None where no source says it.
        clause: the clause of the resolution's article 1, where it is known.
        detail: what went this way, in the words of the resolution; None for a whole unit.
        grade: how far the sources are to be trusted.
        sources: what this rests on; see `fanpage_names.history.wording`.
    """

    kind: Kind
    from_list: str
    from_code: str
    to_list: str
    to_code: str | None
    date: date | None = None
    role: Role | None = None
    share: Share = "whole"
    resolution: str | None = None
    clause: str | None = None
    detail: str | None = None
    grade: Grade = "official"
    sources: tuple[str, ...] = ()


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
        units: the units of the other list. After a split there are several, the one that got the largest part first;
            (backwards, after a merger, in the order of the list). None where a unit was abolished (or, backwards, where
            nothing is known of what was before).
        steps: every change on the way, in the order of the lists, the unchanged ones left out.
    """

    units: tuple[Unit, ...]
    steps: tuple[Step, ...]

    @property
    def unit(self) -> Unit | None:
        """The one unit that the whole became; None where there is none, or several."""
        return self.units[0] if len(self.units) == 1 else None

    @property
    def name_kept(self) -> bool:
        """Whether the unit at the end bears the name of the one at the beginning as its own continuation."""
        return bool(self.units) and all(step.change.role != "absorbed" for step in self.steps)

    @property
    def code_kept(self) -> bool:
        """Whether the GSO gave the code of the unit at the beginning to each that followed."""
        return bool(self.units) and all(step.change.from_code == step.change.to_code for step in self.steps)

    @property
    def grade(self) -> Grade:
        """How far the weakest change on the way is to be trusted."""
        return max((step.change.grade for step in self.steps), key=GRADES.index, default="official")


GRADES: Sequence[Grade] = ("official", "derived", "press", "encyclopedia", "unsettled")
"""The best first: text or table of an authority; concluded from official lists; the press alone; an encyclopedia alone;
sources that do not agree, or none that says it."""
