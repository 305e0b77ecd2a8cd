"""Loads the lists with what was before them, from what the product ships."""

from __future__ import annotations

from functools import cache

from fanpage_names.history.loading import load_history
from fanpage_names.units.catalogue import DAYS, catalogue
from fanpage_names.units.loading import load_units
from fanpage_names.units.model import Unit

from .times import Former, Times


@cache
def times_of(list_id: str) -> Times:
    """Return a list with its past and its future."""
    history, lists = load_history(), catalogue()
    units = load_units(list_id)
    before = [earlier for earlier in history.earlier_lists(list_id) if earlier.id != list_id]
    former = tuple(
        Former(unit, earlier.id, history.successors(earlier.id, unit.code, list_id).units)
        for earlier in before
        if lists[earlier.id].year in DAYS
        for unit in earlier.units
    )
    older = tuple(unit for earlier in before if lists[earlier.id].year not in DAYS for unit in earlier.units)
    later: dict[str, tuple[Unit, int]] = {}
    for after in history.later_lists(list_id):
        for unit in after.units:
            later.setdefault(unit.name, (unit, lists[after.id].year))
    return Times(units, former, tuple(later.values()), older)
