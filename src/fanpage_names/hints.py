"""What may help where a text means no unit: the units with the nearest names, and one that exists only later."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from itertools import islice
from math import ceil

from fanpage_names.gazetteer.country_names import alike
from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.vocabulary import PREFIX
from fanpage_names.history.timeline import History
from fanpage_names.resolve.exact import exact_parses
from fanpage_names.resolve.ranking import Resolution, Unknown
from fanpage_names.text.line import Line
from fanpage_names.units.model import Style, Unit, UnitList

_HINTS = 3
_LIKE = 0.6
"""How like a hint must be to a text, of 1."""


def near_units(resolution: Resolution, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Return up to three units in force whose names are nearest to a text that means none.

    Where a parent was understood, they are units of that parent, by their own names; else of the whole list, by their
    names with or without those above them.
    """
    line, unknown = resolution.line, resolution.unknown
    if unknown is not None and unknown.parents:
        return _near_in(line, unknown, gazetteer)
    prefix = PREFIX.match(line.letters)
    start = prefix.end() if prefix else 0
    key = line.letters[start : start + 3 * gazetteer.longest]
    lengths = range(ceil(len(key) * _LIKE), int(len(key) / _LIKE) + 1)
    choices = [name for length in lengths for name in gazetteer.sequences_by_length.get(length, ())]
    units = dict.fromkeys(
        entry.unit for name in _nearest(key, choices) for entry, _ in gazetteer.sequences[name] if not entry.former
    )
    return tuple(islice(units, _HINTS))


def _near_in(line: Line, unknown: Unknown, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    key, parent = line.letters[unknown.start : unknown.end], unknown.parents[0]
    below: dict[str, Unit] = {}
    for entry in gazetteer.now:
        if entry.unit.parent is not None and entry.unit.at(parent.level) == parent:
            below.setdefault(entry.key, entry.unit)
    return tuple(below[name] for name in _nearest(key, list(below)))


def _nearest(key: str, choices: list[str]) -> list[str]:
    """The nearest of `choices` that are near, the nearest first."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    near = extract(key, choices, scorer=OSA.normalized_similarity, score_cutoff=_LIKE, limit=_HINTS)
    return [name for name, _, _ in near]


class LaterUnits:
    """The lists after one; loaded when a text first needs them."""

    def __init__(self, units: UnitList, style: Style, history: History) -> None:
        self._units = units
        self._style: Style = style
        self._history = history

    @cached_property
    def _later(self) -> tuple[Gazetteer, ...]:
        """The names of the later lists, the oldest first."""
        return tuple(
            Gazetteer(units, self._style, with_former=False) for units in self._history.later_lists(self._units.id)
        )

    @cached_property
    def _provinces(self) -> frozenset[str]:
        """The keys of the provinces of later lists: no name is complete without one."""
        return frozenset(
            entry.key for gazetteer in self._later for entry in gazetteer.now if entry.unit.level == "province"
        )

    def named_by(self, resolution: Resolution) -> tuple[Unit, date, str] | None:
        """Return the unit of a later list that a text means which names none of this list.

        It is named with one above it, or it is the unknown name that was read, alone or below what its predecessors
        lay in.

        Returns:
            The unit, the day from which it exists, and the list; None where there is none.
        """
        letters = resolution.line.letters
        may_be_named = any(key in letters for key in self._provinces)
        for gazetteer in self._later:
            parses = exact_parses(resolution.line, gazetteer) if may_be_named else []
            named = bool(parses) and parses[0].explained and (parses[0].complete or parses[0].parent_written)
            unit = parses[0].unit if named else self._unknown_here(resolution, gazetteer)
            if unit is not None:
                return unit, self._history.dates[gazetteer.units.id], gazetteer.units.id
        return None

    def _unknown_here(self, resolution: Resolution, gazetteer: Gazetteer) -> Unit | None:
        """The one commune of a later list that bears the unknown name; None where there is none, or are several."""
        unknown, line = resolution.unknown, resolution.line
        if unknown is None:
            return None
        written, above = line.written(unknown.start, unknown.end), unknown.parents[:1]
        found = [
            entry.unit
            for entry in gazetteer.names.get(line.letters[unknown.start : unknown.end], ())
            if alike(written, entry.unit.name) is not None
            and (not above or above[0].name in self._was_in(entry.unit, gazetteer.units.id))
        ]
        return found[0] if len(found) == 1 else None

    def _was_in(self, unit: Unit, list_id: str) -> set[str]:
        was = self._history.predecessors(list_id, unit.code, self._units.id).units
        return {above.name for one in was for above in one.above}
