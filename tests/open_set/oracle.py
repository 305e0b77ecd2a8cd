"""What is right where names of now and of then meet: an oracle that knows the parts of a text, not the text.

The rules, in their order: a name that is complete in the list in force is that unit; one that is complete in an earlier
list is the former unit; a unit in force may stand beside parents of its predecessors; a former unit beside any of its
parents, old or new; where both would do, former districts and provinces that are gone speak for the former unit,
today's type word and today's province for the one in force, and where nothing speaks, both are meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from fanpage_names.units.model import Level, Unit
from tests.corpus.letters import fold, marked

from .asked import UNKNOWN, Answer
from .times import Former, Times, above, key

T = TypeVar("T")

_BOTH = Answer("ambiguous", None, "FN502")
_LEVELS: dict[str, tuple[Level, ...]] = {
    **dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), ("commune",)),
    **dict.fromkeys(("huyện", "quận", "thị xã"), ("district",)),
    "thành phố": ("district", "province"),
    "tỉnh": ("province",),
}


@dataclass(frozen=True, slots=True)
class Written:
    """The parts of a text.

    Attributes:
        name: the unit's own name.
        type: its type word, where it is written.
        district: the name of the district written.
        province: the name of the province written.
        marks: whether names are written with their marks.
        was: whether a parent is said to be of then ("Nam Định cũ").
    """

    name: str
    type: str | None = None
    district: str | None = None
    province: str | None = None
    marks: bool = True
    was: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether the name stands alone, without type word and parents."""
        return self.type is None and self.province is None and self.district is None

    def same(self, one: str, other: str | None) -> bool:
        """Whether a written name and a unit's are the same."""
        return other is not None and (marked(one) == marked(other) if self.marks else fold(one) == fold(other))

    def may_be(self, unit: Unit) -> bool:
        """Whether the own name and the level of the type word are the unit's."""
        levels = (
            _LEVELS[self.type] if self.type else ("commune",) if self.district else ("commune", "district", "province")
        )
        return unit.level in levels and self.same(self.name, unit.name)

    def fits(self, parents: Iterable[Unit]) -> bool:
        """Whether every parent written is one of these."""
        above = list(parents)
        return self._one_of(above, "district", self.district) and self._one_of(above, "province", self.province)

    def _one_of(self, parents: list[Unit], level: Level, name: str | None) -> bool:
        return name is None or any(self.same(name, unit.name) for unit in parents if unit.level == level)

    def typed(self, found: list[T], unit_of: Callable[[T], Unit]) -> list[T]:
        """Return those whose type word is the one written, where there are such; else all."""
        return [one for one in found if unit_of(one).type == self.type] or found

    def whole(self, unit: Unit) -> bool:
        """Whether every part of the unit's own name is written as it is or was, and no other part."""
        own = [above for above in (unit.district, unit.province) if above and above is not unit]
        return (
            self.fits(own)
            and (self.district is not None) == (unit.district is not None)
            and (self.province is not None) == (unit.level != "province")
            and self.type in (None, unit.type)
        )


class Oracle:
    """Says what is right for the parts of a text, for one list.

    Args:
        times: the list in force with what was before.
    """

    def __init__(self, times: Times) -> None:
        self._times = times
        self._gone = {f.unit.province.name for f in times.former} - {times.units.units[0].name}

    def answers(self, written: Written) -> tuple[Answer, ...]:
        """Return the answers that are right; several where the rules leave it open."""
        now = [unit for unit in self._times.in_force_by_name.get(fold(written.name), ()) if written.may_be(unit)]
        then = self._former(written)
        if whole := [unit for unit in now if written.whole(unit)]:
            return self._in_force(whole, [one for one in then if written.fits(above(one.unit))], written)
        complete = [former for former in then if self._complete(written, former)]
        if complete and not (written.was and now):
            return self._were(complete, written)
        if complete:
            return (*self._were(complete, written), *self._are(now, "FN507"))
        return self._beside_other_parents(written, now, then)

    def _beside_other_parents(self, written: Written, now: list[Unit], then: list[Former]) -> tuple[Answer, ...]:
        fitting = written.typed([unit for unit in now if written.fits(self.parents(unit))], lambda unit: unit)
        former = written.typed([one for one in then if written.fits(self.parents_of_former(one))], lambda one: one.unit)
        if fitting and former:
            return self._decided(written, fitting, former)
        if fitting:
            return self._are(fitting, "FN507" if self._former_parent(written, fitting) else None)
        if former:
            return self._were(former, written)
        if not now:
            return (UNKNOWN,)
        wrong = self._are(written.typed(now, lambda unit: unit), "FN503")
        return (*wrong, _BOTH) if then else wrong

    def is_sure(self, written: Written) -> bool:
        """Whether a safe fix may be offered: to a complete name, or to one unit where no former one of that name is."""
        answers = self.answers(written)
        named = self._times.in_force_by_name.get(fold(written.name), ())
        if any(written.whole(unit) for unit in named):
            return True
        meant = {answer.unit for answer in answers}
        unsafe = all(answer.code in {"FN502", "FN503", "FN505"} for answer in answers)
        respelt = any(unit.code in meant and not written.same(written.name, unit.name) for unit in named)
        rivals = [former for former in self._former(written) if not self._codes(former) & meant]
        return len(meant) == 1 and (respelt or not unsafe) and not (written.is_bare and rivals)

    def parents(self, unit: Unit) -> list[Unit]:
        """Return the units above a unit in force, now and when it was still its predecessors."""
        return [*above(unit), *(one for was in self._times.predecessors.get(unit.code, ()) for one in above(was))]

    def parents_of_former(self, former: Former) -> list[Unit]:
        """Return the units above a former unit, those of its days and those of its successors."""
        return [*above(former.unit), *(one for unit in former.successors for one in above(unit))]

    def _former(self, written: Written) -> list[Former]:
        """Return the former units of that name that are no more, one for each of the same parts and successors."""
        found: dict[object, Former] = {}
        for former in self._times.former_by_name.get(fold(written.name), ()):
            if written.may_be(former.unit):
                found.setdefault((key(former.unit), former.unit.type), former)
        return list(found.values())

    def _complete(self, written: Written, former: Former) -> bool:
        """Whether all parts of then are written, or a district with its type word or a province that is gone."""
        unit = former.unit
        if unit.level == "district" and written.type == unit.type:
            return written.fits([*above(unit), *self._times.units.at_level("province")])
        return written.whole(unit)

    def _former_parent(self, written: Written, units: list[Unit]) -> bool:
        return any(not written.fits(above(unit)) for unit in units)

    def _in_force(self, whole: list[Unit], former: list[Former], written: Written) -> tuple[Answer, ...]:
        """A name that is complete today; a former one may be meant where only the province stands beside it."""
        sure = self._are(whole, None)
        rivals = [
            one for one in former if one.unit.level == "commune" and not {u.code for u in whole} & self._codes(one)
        ]
        return (*sure, _BOTH) if rivals and written.province else sure

    def _are(self, units: list[Unit], code: str | None) -> tuple[Answer, ...]:
        if len(units) == 1:
            return (Answer("deviates", units[0].code, code),)
        return (Answer("ambiguous", None, "FN502", frozenset(unit.code for unit in units)),)

    def _codes(self, former: Former) -> frozenset[str]:
        return frozenset(unit.code for unit in former.successors)

    def _were(self, former: list[Former], written: Written) -> tuple[Answer, ...]:
        """One former unit with its successors, or several."""
        ends = {self._codes(one) for one in former}
        if len(ends) > 1:
            several = (Answer("ambiguous", None, None, frozenset[str]().union(*ends)),)
            return several if all(ends) else (*several, Answer("unknown", None, "FN505"))
        (codes,) = ends
        if not codes:
            named = self._times.in_force_by_name.get(fold(written.name), ())
            codes = frozenset(unit.code for unit in named if written.same(written.name, unit.name))
            return (Answer("unknown", None, "FN505", codes),)
        if len(codes) > 1:
            return (Answer("ambiguous", None, "FN505", codes),)
        return (Answer("deviates", next(iter(codes)), "FN505"),)

    def _decided(self, written: Written, now: list[Unit], former: list[Former]) -> tuple[Answer, ...]:
        """Units in force and former ones both fit: what is written decides."""
        here = {unit.code for unit in now}
        rivals = [one for one in former if not self._codes(one) & here]
        kin = [one for one in former if one not in rivals]
        are = self._are(now, None)
        if not rivals:
            return (*are, *self._were(kin, written))
        were = self._were(rivals, written)
        today, before = {unit.type for unit in now}, {one.unit.type for one in rivals}
        if written.type in today - before:
            return are
        for_former = written.type in before - today or self._speaks_for_former(written)
        for_now = written.province is not None and not self._lay_in(rivals, written.province, written)
        if for_former and for_now:
            return (*are, *were, _BOTH)
        if for_former:
            return were if written.marks and not kin else (*were, *are, _BOTH)
        return are if for_now else self._undecided(written, are)

    def _speaks_for_former(self, written: Written) -> bool:
        """Whether a district, or a province that is gone, is written."""
        return written.province in self._gone or bool(written.district and not self._times.units.has_districts)

    def _lay_in(self, former: list[Former], province: str, written: Written) -> bool:
        return any(written.same(province, one.unit.province.name) for one in former)

    def _undecided(self, written: Written, are: tuple[Answer, ...]) -> tuple[Answer, ...]:
        """Nothing decides between then and now: a bare name is the unit in force; else both are meant, or that."""
        return are if written.is_bare else (*are, _BOTH)
