"""Which of several readings of a line is meant, and whether another unit could be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from fanpage_names.resolve.foreign import Foreign, ForeignNames, foreign_names, pair_of
from fanpage_names.resolve.lexicon import Lexicon
from fanpage_names.resolve.likeness import plain
from fanpage_names.resolve.reading import MISSING, Reading, wrong_marks
from fanpage_names.resolve.sense import is_exact, parent_written
from fanpage_names.text.edits import number_of_edits
from fanpage_names.text.line import Line
from fanpage_names.units.model import Unit
from fanpage_names.units.national import national_names

MARGIN = 1.0
"""Readings whose costs differ by less are equally good."""
DOUBT = 1.0
"""A reading that costs as much may be a text in another encoding."""


class Resolution(NamedTuple):
    """What a text means.

    Attributes:
        line: the text, decoded where that is how it names a unit.
        reading: the best reading; None where no unit, or more than one, is meant.
        candidates: the units that could be meant, where there are several; else empty.
        certain: no other unit could be meant, so a fix may be safe.
        unrelated: the text names a unit of another province, or holds nothing of a page name: no hint would help.
        hints: the units with the nearest names, where none is meant and somebody asks.
        later: the unit of a later list that is meant, and the day from which it exists.
    """

    line: Line
    reading: Reading | None = None
    candidates: tuple[Unit, ...] = ()
    certain: bool = False
    unrelated: bool = False
    hints: tuple[Unit, ...] = ()
    later: tuple[Unit, date] | None = None


class Decider:
    """Decides between readings of one lexicon's units."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    @cached_property
    def foreign(self) -> ForeignNames:
        """The names of other provinces' units; loaded when a text first needs them."""
        return foreign_names(self.lexicon, national_names())

    def meant(self, best: Reading, others: list[Reading], foreign: Sequence[Foreign] = ()) -> Resolution:
        """Return the resolution of a line whose best reading is `best`, unless others are as good."""
        equal = [reading for reading in others if reading.cost < best.cost + MARGIN]
        if equal:
            tied = [best, *equal]
            one_name = len({reading.own[0][:2] for reading in tied}) == 1
            exact = [reading for reading in tied if one_name and _has_its_marks(reading)]
            if len(exact) != 1:
                in_order = sorted([reading.unit for reading in tied], key=lambda unit: self.lexicon.places[unit.code])
                return Resolution(best.line, candidates=tuple(in_order))
            best, others = exact[0], [reading for reading in others if reading not in tied]
        certain = _certain(best, others, foreign) and not (best.wrong and (best.line.decoding or self._rivals(best)))
        return Resolution(best.line, best, certain=certain)

    def is_ours(self, best: Reading) -> bool:
        """Tell whether no foreign name could raise a doubt about a reading that explains every word."""
        _, slot = best.own
        return best.evidence > 1 and parent_written(best) and slot.key not in self.foreign.provinces

    def _rivals(self, best: Reading) -> list[Unit]:
        """Units beside the best reading's that its own name, as it is written, is as like to."""
        own, slot = best.own
        written = best.line.written(own.start, own.end)
        if own.edits or own.short or not wrong_marks(written, slot):
            return []
        within = best.unit.parent if parent_written(best) else None
        mine = plain(written)
        most = number_of_edits(mine, plain(slot.name))
        return [
            unit
            for name in self.lexicon.neighbours(slot.key)
            for unit in self.lexicon.names[name]
            if unit.level == best.unit.level
            and unit is not best.unit
            and (within is None or unit.parent is within)
            and number_of_edits(mine, plain(unit.name)) <= most
        ]


def is_foreign(best: Reading, foreign: Sequence[Foreign]) -> bool:
    """Tell whether the text names a unit of another province rather than `best` (contract, order of readings, 5)."""
    return pair_of(foreign) is not None and not parent_written(best)


def _has_its_marks(reading: Reading) -> bool:
    """Whether the unit's own name is written with all its marks, and has some: that a word has none then says much."""
    own, slot = reading.own
    written = reading.line.written(own.start, own.end)
    return not written.isascii() and is_exact(written, slot)


def _parting(reading: Reading) -> float:
    """What a reading costs beside the parts that are missing: names whose words are split, marks, order."""
    return reading.cost - MISSING * sum([reading.slots[index].level is not None for index in reading.missing])


def _certain(best: Reading, others: list[Reading], foreign: Sequence[Foreign]) -> bool:
    """Whether no other unit could be meant: the name is complete, or nothing else explains all words."""
    own, slot = best.own
    if best.edits or best.conflicts:
        return False
    if slot.key.isdigit() and not any(piece.kind == "lead" and piece.slot == own.slot for piece in best.pieces):
        return False
    if any(name.level == "province" and name.exact and name[1:3] == own[:2] for name in foreign):
        return False
    return not any(
        other.explained
        and ((other.wrong <= best.wrong and other.complete >= best.complete) or _parting(other) < _parting(best))
        for other in others
    )
