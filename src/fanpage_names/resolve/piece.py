"""A piece of a line: letters, and what they are in one way to read it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from fanpage_names.resolve.vocabulary import TypeWord

PieceKind = Literal["prefix", "lead", "name", "parent", "repeat", "extra"]


class Piece(NamedTuple):
    """Letters and what they are in a reading.

    Attributes:
        start: first letter.
        end: after the last letter.
        kind: prefix; lead (a type word); name (of the unit or of one above it); parent (the name of a unit that is not
            above it, in the place of one that is); repeat (a part that is there already); extra.
        slot: the slot of the canonical name that the piece fills; None for repeats and extra words.
        word: the type word of a lead.
        short: a name abbreviated to initials.
        edits: letters that differ from what should be there.
    """

    start: int
    end: int
    kind: PieceKind
    slot: int | None = None
    word: TypeWord | None = None
    short: bool = False
    edits: int = 0
