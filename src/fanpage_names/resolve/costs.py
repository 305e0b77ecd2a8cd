"""What speaks against a parse: the one table of costs, and what a written part costs beside the part it stands for.

The costs order the parses as names are to be read: one that explains all words and misses no part comes before one that
misses some; the fewest missing parts win; marks that are written decide between names that are equal without them; a
type word and a parent that contradict each other weigh the same; a name that no list has costs more than one letter
that is wrong or a wrong parent, and less than bending a name further or leaving words over.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from fanpage_names.gazetteer.template import Slot
from fanpage_names.text.line import Line
from fanpage_names.text.similarity import other_marks
from fanpage_names.text.spelling import Spelling, spelling

MISSING = 3.0
"""A district or province that is not written, or the type word that alone tells a province from its city."""
CONFLICT = 6.0
"""A parent or a type word that belongs to another unit."""
RETYPED = 3.5
"""A type word that the unit had before, under the same names: more than a former unit with all its parts."""
WRONG_MARK = 2.5
"""A tone or a vowel mark other than the name's."""
ANOTHERS = 2.0
"""More for marks that make the unit's own name just that of another unit, now or then: what is written decides."""
EDITED, EDIT = 4.0, 3.0
"""A name written with other letters, and each such letter."""
EXTRA = 8.0
"""A word that belongs to nothing."""
UNKNOWN = 9.3
"""Words in the place of the unit's own name that no list has."""
UNKNOWN_WORDS = (0.0, 0.0, 1.0)
"""What so many of them cost more; each beyond the third is a word that belongs to nothing."""
KNOWN_ELSEWHERE = -2.5
"""Such words that are, marks and all, the name of a commune elsewhere in the country."""
SPLIT = 1.0
"""A space inside a word; punctuation twice that."""
REPEATED = 3.0
"""A part that is there again."""
REMARK, LONG_REMARK = 1.0, 4.0
"""The word that says what was, "cũ"; a remark that names it, "(… cũ)"."""
MINOR = 0.5
"""What the style asks for and no unit depends on: a label's word, the order."""
FORMER_DISTRICT, FORMER_PROVINCE = 2.0, 2.2
"""A district or province that is gone, beside a unit in force whose predecessor lay in it."""
TODAY, STILL_THERE = 1.5, 1.0
"""Beside a former unit: the province that its own became, and a province that was and is."""

MARGIN = 1.0
"""Parses whose costs differ by less are equally good."""
DOUBT = 1.0
"""A parse that costs as much may be a text in another encoding."""
DECODED = 0.5
"""What a text must gain by being decoded."""


def spelt(written: str, slot: Slot) -> Spelling:
    """Return how the name of a slot is spelt that is `written`, letters without spaces; keys must agree."""
    known = slot.spellings.get(written)
    if known is not None:
        return known
    return spelling([written[start:end] for start, end in slot.cuts], slot.words)


def edited(edits: float) -> float:
    """Return what it costs that a name or a prefix is written with so many other letters; 0 for none."""
    return EDITED + EDIT * edits if edits else 0.0


def edited_name(line: Line, start: int, end: int, slot: Slot, edits: float) -> float:
    """Return what it costs that the name of a slot is written with other letters, and with other marks beside them."""
    return edited(edits) + other_marks(line.spaced(start, end), slot.name)


def breaks(line: Line, start: int, slot: Slot) -> float:
    """Return what it costs that words of the slot's name, which begins at letter `start`, are split."""
    bounds = line.bounds
    first, last = bisect_right(bounds, start), bisect_left(bounds, start + len(slot.key))
    inside = [bound for bound in bounds[first:last] if bound - start not in slot.offsets]
    return sum([SPLIT if line.text[slice(*line.gap(bound))].isspace() else 2 * SPLIT for bound in inside])
