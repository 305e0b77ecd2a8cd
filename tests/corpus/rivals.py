"""Drops damage after which another unit could be meant: what is owed must follow from the rules' documentation alone.

A plain comparison of names, part by part, with no thought of how a checker reads them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz.distance import OSA

from fanpage_names.naming import canonical_names
from fanpage_names.units.model import LEVELS, STYLES, Level, Unit, UnitList

from .draft import Draft
from .elsewhere import elsewhere, names_before
from .letters import fold, marked

Distance = tuple[int, int]


def _distance(written: str, name: str) -> Distance:
    """Return how far a written name is from a name: in bare letters, then with marks."""
    return OSA.distance(fold(written), fold(name)), OSA.distance(marked(written), marked(name))


@dataclass(frozen=True)
class World:
    """One list with what it must not be confused with.

    Attributes:
        units: the list in force.
        earlier: the lists before it.
    """

    units: UnitList
    earlier: tuple[UnitList, ...] = field(default=())

    @cached_property
    def taken(self) -> frozenset[str]:
        """Official names of the list and of earlier ones, in both styles."""
        lists = (self.units, *self.earlier)
        return frozenset(name for units in lists for style in STYLES for name in canonical_names(units, style).values())

    @cached_property
    def codes_by_name(self) -> dict[str, frozenset[str]]:
        """The units of the list by their official names, case and spaces left out."""
        found: dict[str, frozenset[str]] = {}
        for style in STYLES:
            for code, name in canonical_names(self.units, style).items():
                found[marked(name)] = found.get(marked(name), frozenset()) | {code}
        return found

    @cached_property
    def former(self) -> frozenset[tuple[str, str]]:
        """Types and folded names of the communes of earlier lists."""
        return frozenset(
            (unit.type, fold(unit.name)) for units in self.earlier for unit in units.units if unit.level == "commune"
        )

    @cached_property
    def other_names(self) -> frozenset[str]:
        """Folded names of all units of the list, of earlier lists, and of provinces and districts elsewhere."""
        lists = (self.units, *self.earlier)
        return elsewhere(self.units).names | {fold(unit.name) for units in lists for unit in units.units}

    @cached_property
    def other_marked(self) -> frozenset[str]:
        """The same names with their marks, elsewhere's left out where the bare letters say enough."""
        places = elsewhere(self.units)
        names = {marked(place.name) for place in places.provinces}
        names |= {marked(place.name) for place, _ in places.districts}
        return frozenset(names | {marked(unit.name) for u in (self.units, *self.earlier) for unit in u.units})

    def clear(self, draft: Draft) -> bool:
        """Whether the unit is still the only one meant, beyond any doubt."""
        if draft.text in self.taken or self.codes_by_name.get(marked(draft.text), frozenset()) - {draft.unit.code}:
            return False
        return (
            self._own_name_clear(draft)
            and self._parent_clear(draft)
            and not self._another_names_parent(draft)
            and not self._former_by_type(draft)
            and not self._runs_into_another(draft)
            and not self._bare_and_former(draft)
        )

    def _written(self, draft: Draft, level: Level) -> str | None:
        at = draft.find("name", level)
        return None if at is None or draft.pieces[at].closed else draft.pieces[at].text

    def _own_name_clear(self, draft: Draft) -> bool:
        unit = draft.unit
        written = self._written(draft, unit.level)
        if written is None or unit.level == "province":
            return True
        distance = _distance(written, unit.name)
        whole = unit.district is None or (draft.has("district") and "FN503" not in draft.codes)
        rivals = self._rivals(unit, draft, whole)
        if any(_distance(written, other.name) <= distance for other in rivals):
            return False
        if not whole and distance[1] and any(_distance(written, other.name)[0] == distance[0] for other in rivals):
            return False
        return self._not_another(written, distance) and self._not_elsewhere(draft, written)

    def _rivals(self, unit: Unit, draft: Draft, whole: bool) -> list[Unit]:
        """Return the units that the written name must not come as near to as to the one meant."""
        level = unit.level
        if level == "district":
            missing = not draft.has("province")
            same = [other for other in self.units.units if other.level == "district" or missing]
        elif whole:
            same = [other for other in self.units.at_level(level) if other.parent is unit.parent]
        else:
            same = [other for other in self.units.units if other.level != "province"]
        return [other for other in same if other is not unit]

    def _not_another(self, written: str, distance: Distance) -> bool:
        """Whether damaged letters or marks spell no other name that people know."""
        if distance[0] and fold(written) in self.other_names:
            return False
        return not (distance[1] and marked(written) in self.other_marked)

    def _not_elsewhere(self, draft: Draft, written: str) -> bool:
        """Whether a name standing alone is not also a province's or district's elsewhere."""
        alone = not draft.has("province") and (draft.unit.level != "commune" or not draft.has("district"))
        return not (alone and fold(written) in elsewhere(self.units).names)

    def _parent_clear(self, draft: Draft) -> bool:
        for level in ("district", "province"):
            owner, written = draft.unit.at(level), self._written(draft, level)
            if owner is None or owner is draft.unit or written is None or "FN503" in draft.codes:
                continue
            distance = _distance(written, owner.name)
            others = [other for other in self.units.at_level(level) if other is not owner]
            if any(_distance(written, other.name) <= distance for other in others):
                return False
            if not self._not_another(written, distance):
                return False
        return True

    def _another_names_parent(self, draft: Draft) -> bool:
        """Whether FN503 writes a parent under which a commune of that name, or nearly, is or was."""
        at = draft.find("name", "district")
        if "FN503" not in draft.codes or draft.unit.level != "commune" or at is None:
            return False
        if not draft.pieces[at].closed:
            return False
        words = draft.pieces[at].text
        return any(
            unit.district is not None and unit.district.name in words and _distance(draft.unit.name, unit.name)[0] <= 1
            for units in (self.units, *self.earlier)
            for unit in units.units
            if unit is not draft.unit
        )

    def _former_by_type(self, draft: Draft) -> bool:
        """Whether a wrong type word is the right one of an earlier unit."""
        at = draft.find("type", draft.unit.level)
        if "FN407" not in draft.codes or at is None:
            return False
        return (draft.pieces[at].text.lower(), fold(draft.unit.name)) in self.former

    def _bare_and_former(self, draft: Draft) -> bool:
        """Whether the name stands alone, and was another unit's as well: right as it is, its fix is not safe."""
        alone = len([piece for piece in draft.pieces if piece.role != "prefix"]) == 1
        return alone and not self.units.has_districts and fold(draft.unit.name) in names_before(self.units.id, *LEVELS)

    def _runs_into_another(self, draft: Draft) -> bool:
        """Whether the name and the next letters spell another one: "Hải An H Hải Hậu", "HảiAnhuyện"."""
        at = draft.find("name", draft.unit.level)
        if at is None or at + 1 == len(draft.pieces) or not draft.codes & {"FN204", "FN408"}:
            return False
        longer = fold(draft.pieces[at].text) + fold(draft.pieces[at + 1].text)
        names = (fold(unit.name) for unit in self.units.units if unit.level == draft.unit.level)
        return any(longer.startswith(name) and len(name) > len(fold(draft.unit.name)) for name in names)
