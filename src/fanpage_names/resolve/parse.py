"""One way to read a line: as the page name of one unit, every letter accounted for, and what that costs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from fanpage_names.gazetteer.entries import Entry
from fanpage_names.gazetteer.segment import Segment
from fanpage_names.gazetteer.template import NameTemplate, Slot
from fanpage_names.text.line import Line
from fanpage_names.text.spelling import Spelling
from fanpage_names.units.model import Unit

EXTRA_KINDS = frozenset({"extra", "repeat", "remark"})
"""What fills no slot and should not be there."""


class Parse(NamedTuple):
    """A line read as the page name of one unit.

    Attributes:
        entry: the unit, as the gazetteer has it; the deepest parent that is written, of an unknown name.
        line: the line.
        template: what its canonical name is made of.
        segments: all letters of the line, in order.
        missing: the slots that nothing fills.
        cost: how much speaks against this parse; 0 for nothing.
        conflicts: how many segments speak for another unit.
        evidence: how many segments besides the name speak for this one.
        wrong: how many marks contradict the names.
        edits: how many letters differ from what should be there.
        spellings: how names are spelt, by slot, where that is known already.
    """

    entry: Entry
    line: Line
    template: NameTemplate
    segments: tuple[Segment, ...]
    missing: tuple[int, ...]
    cost: float
    conflicts: int = 0
    evidence: int = 0
    wrong: int = 0
    edits: float = 0
    spellings: Mapping[int, Spelling] = MappingProxyType({})

    @property
    def unit(self) -> Unit:
        """The unit that the line is read as."""
        return self.entry.unit

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots of the canonical name."""
        return self.template.slots

    @property
    def explained(self) -> bool:
        """Whether every word is that of a name, a type word or a prefix, and none is another unit's."""
        if self.edits or self.conflicts:
            return False
        for segment in self.segments:  # noqa: SIM110 -- asked of every name: a generator would double its time
            if segment.slot is None:
                return False
        return True

    @property
    def complete(self) -> bool:
        """Whether no part but the prefix is missing."""
        return not self.missing or self.missing == (self.template.prefix,)

    @property
    def in_full(self) -> bool:
        """Whether every word is explained, and no part but the prefix is missing."""
        return self.complete and self.explained

    @property
    def misordered(self) -> bool:
        """Whether the segments are in another order than the canonical name's."""
        order = [segment.slot for segment in self.segments if segment.slot is not None]
        return order != sorted(order)

    def extra(self) -> list[Segment]:
        """Return the segments that belong to nothing, are there again, or say what was."""
        return [segment for segment in self.segments if segment.kind in EXTRA_KINDS]

    @property
    def own(self) -> tuple[Segment, Slot]:
        """The segment that is the name of the unit itself, and its slot."""
        index = self.template.fillers[0].slot
        for segment in self.segments:
            if segment.slot == index and segment.kind in {"name", "unknown"}:
                break
        return segment, self.template.slots[index]

    @property
    def parent_written(self) -> bool:
        """Whether the name of a unit above the parse's own is there, as the list has it."""
        level, slots = self.unit.level, self.template.slots
        for segment in self.segments:
            if segment.kind == "name" and not segment.edits and segment.slot is not None:
                if slots[segment.slot].level != level:
                    return True
            elif segment.kind in {"former", "today"}:
                return True
        return False
