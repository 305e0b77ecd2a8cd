"""A segment of a line: letters, and what they are in one way to read it."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from fanpage_names.gazetteer.vocabulary import TypeWord
from fanpage_names.units.model import Unit

SegmentKind = Literal["prefix", "type", "name", "parent", "former", "today", "repeat", "extra", "remark", "unknown"]


class FormerParent(NamedTuple):
    """A unit that is gone, in which a predecessor of the parse's unit lay, and the day since when it is gone."""

    unit: Unit
    since: date | None


class Segment(NamedTuple):
    """Letters and what they are in a parse.

    Attributes:
        start: first letter.
        end: after the last letter.
        kind: prefix; type (a type word); name (of the unit or of one above it); parent (the name of a unit that is not
            above it, in the place of one that is); former (the name of a unit that was above it, with its type word);
            today (of a former unit: the name of what its province became); repeat (a part that is there already);
            extra (words that are none); remark (words that say what was or is); unknown (words in the place of the
            unit's own name that no list has).
        slot: the slot of the canonical name that the segment fills; None where it fills none.
        word: the type word of a segment that is one.
        short: a name abbreviated to initials, or a number written with or without a leading zero.
        edits: letters that differ from what should be there.
        former: of a former parent, which it is.
    """

    start: int
    end: int
    kind: SegmentKind
    slot: int | None = None
    word: TypeWord | None = None
    short: bool = False
    edits: float = 0
    former: FormerParent | None = None
