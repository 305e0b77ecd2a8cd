"""One way to read a line: as the page name of one unit, every letter accounted for, and what that costs.

The costs order the readings as the contract's section on rules asks: a reading that explains all words and misses no
part comes before one that misses some; the fewest missing parts win; marks that are written decide between names that
are equal without them; a type word and a parent that contradict each other weigh the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from fanpage_names.resolve.form import Form, Slot
from fanpage_names.resolve.piece import Piece
from fanpage_names.resolve.spelling import Spelling, spelling
from fanpage_names.text.line import Line
from fanpage_names.units.model import Unit

MISSING = 3.0
"""A district or province that is not written, or the type word that alone tells a province from its city."""
CONFLICT = 6.0
"""A parent or a type word that belongs to another unit."""
WRONG_MARK = 2.5
"""A tone or a vowel mark other than the name's."""
EDITED, EDIT = 4.0, 3.0
"""A name written with other letters, and each such letter."""
EXTRA = 8.0
"""A word that belongs to nothing."""
SPLIT = 1.0
"""A space inside a word; punctuation twice that."""
REPEATED = 3.0
"""A part that is there again."""
MINOR = 0.5
"""What the style asks for and no unit depends on: a label's word, the order."""


class Reading(NamedTuple):
    """A line read as the page name of one unit.

    Attributes:
        unit: the unit.
        line: the line.
        form: what its canonical name is made of.
        pieces: all letters of the line, in order.
        missing: the slots that nothing fills.
        cost: how much speaks against this reading; 0 for nothing.
        conflicts: how many pieces speak for another unit.
        evidence: how many pieces besides the name speak for this one.
        wrong: how many marks contradict the names.
        edits: how many letters differ from what should be there.
        spellings: how names are spelt, by slot, where that is known already.
    """

    unit: Unit
    line: Line
    form: Form
    pieces: tuple[Piece, ...]
    missing: tuple[int, ...]
    cost: float
    conflicts: int
    evidence: int
    wrong: int = 0
    edits: int = 0
    spellings: Mapping[int, Spelling] = MappingProxyType({})

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots of the canonical name."""
        return self.form.slots

    @property
    def explained(self) -> bool:
        """Whether every word is that of a name, a type word or a prefix, and none is another unit's."""
        if self.edits or self.conflicts:
            return False
        for piece in self.pieces:  # noqa: SIM110 -- asked of every name: a generator would double its time
            if piece.slot is None:
                return False
        return True

    @property
    def complete(self) -> bool:
        """Whether no part but the prefix is missing."""
        return not self.missing or self.missing == (self.form.prefix,)

    @property
    def misordered(self) -> bool:
        """Whether the pieces are in another order than the canonical name's."""
        order = [piece.slot for piece in self.pieces if piece.slot is not None]
        return order != sorted(order)

    def extra(self) -> list[Piece]:
        """Return the pieces that fill no slot."""
        return [piece for piece in self.pieces if piece.slot is None]

    @property
    def own(self) -> tuple[Piece, Slot]:
        """The piece that is the name of the unit itself, and its slot."""
        index = self.form.roles[0].slot
        for piece in self.pieces:
            if piece.slot == index and piece.kind == "name":
                break
        return piece, self.form.slots[index]


def spelt(written: str, slot: Slot) -> Spelling:
    """Return how the name of a slot is spelt that is `written`, letters without spaces; keys must agree."""
    known = slot.spellings.get(written)
    if known is not None:
        return known
    return spelling([written[start:end] for start, end in slot.cuts], slot.words)


def wrong_marks(written: str, slot: Slot) -> int:
    """Return how many tones and vowel marks of `written` contradict the slot's name; keys must agree."""
    return spelt(written, slot).wrong


def breaks(line: Line, start: int, slot: Slot) -> float:
    """Return what it costs that words of the slot's name, which begins at letter `start`, are split."""
    bounds = line.bounds
    first, last = bisect_right(bounds, start), bisect_left(bounds, start + len(slot.key))
    inside = [bound for bound in bounds[first:last] if bound - start not in slot.offsets]
    return sum([SPLIT if line.text[slice(*line.gap(bound))].isspace() else 2 * SPLIT for bound in inside])
