"""Texts that two or more units of a list explain equally well: FN502."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from random import Random

from fanpage_names.naming import canonical_name
from fanpage_names.units.model import STYLES, Unit, UnitList

from .draft import Case
from .letters import fold, strip_marks
from .rivals import World


def _pairs(units: UnitList) -> Iterator[tuple[Unit, Unit]]:
    communes = list(units.at_level("commune"))
    for one, other in permutations(communes, 2):
        if fold(one.name) == fold(other.name):
            yield one, other


def _texts(units: UnitList) -> Iterator[tuple[str, str]]:
    """Yield texts with what leaves them open."""
    for one, other in _pairs(units):
        province, apart = one.province.name, one.parent is not other.parent
        if one.name == other.name and apart and one.district:
            yield "shared name, no district", f"Mặt trận {one.name} {province}"
        if one.type != other.type and other.district and one.name == other.name and apart:
            yield "type word against parent", f"Mặt trận {one.name_with_type} {other.district.label} {province}"
        if one.name != other.name and one.district and one.parent is other.parent:
            yield "equal without marks", f"Mặt trận {strip_marks(one.name)} {one.district.label} {province}"
            *first, last = one.name.split()
            if other.name.split()[:-1] != first:
                continue
            bare = " ".join((*first, strip_marks(last)))
            yield "equal without marks", f"Mặt trận {bare} {one.district.label} {province}"
    for district in units.at_level("district"):
        if district.name == district.province.name:
            yield "city or province", f"Mặt trận {district.name}"


def undecided_cases(world: World, rng: Random, size: int) -> list[Case]:
    """Return at most `size` texts of each kind that must be called ambiguous."""
    units, found = world.units, dict[str, list[Case]]()
    official = {canonical_name(units, unit, "short") for unit in units.units}
    texts = sorted({(kind, text) for kind, text in _texts(units) if text not in official})
    rng.shuffle(texts)
    for kind, text in texts:
        for style in STYLES:
            title = f"FN502 {kind}"
            case = Case(text, units.id, style, "ambiguous", None, frozenset({"FN502"}), None, None, title, "single")
            found.setdefault(title, []).append(case)
    return [case for cases in found.values() for case in cases[:size]]
