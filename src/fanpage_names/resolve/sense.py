"""Whether a reading makes sense at all: words around a name may show that no unit is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fanpage_names.resolve.foreign import Foreign
from fanpage_names.resolve.form import Slot
from fanpage_names.resolve.glue import SHORT
from fanpage_names.resolve.piece import Piece
from fanpage_names.resolve.reading import Reading, wrong_marks

NOISE = frozenset(
    (
        *("fanpage", "fan", "page", "pages", "trang", "facebook", "fb", "official", "web", "website"),
        *("thon", "xom", "to", "khu", "ap", "ban", "lang", "doi"),
        *("truong", "thcs", "thpt", "th", "mn", "so", "mam", "non", "tieu", "hoc"),
        *("chinh", "thuc", "nhan", "dan", "cong", "dong", "tin"),
    )
)
"""Words, by key, that stand around a name and are no name of a unit that is not in the list."""


def makes_sense(reading: Reading, foreign: Sequence[Foreign]) -> bool:
    """Tell whether the text can mean the reading's unit.

    Words that belong to nothing need a prefix, a type word or a parent beside the name; a name with other letters
    needs one too, and no foreign unit near; and where words stand in the place of a commune's name, it is that commune
    that is meant, and not the district or province around it.
    """
    own, slot = reading.own
    if any(piece.kind == "parent" for piece in reading.pieces) and own.edits:
        return False
    if _foreign_name(reading, own, slot, foreign) or _within_foreign(reading, own, slot, foreign):
        return False
    if not any(reading.extra()):
        return reading.evidence > 0 or (
            not own.edits and (own.end - own.start > SHORT or is_exact(reading.line.written(own.start, own.end), slot))
        )
    if reading.evidence < (2 if own.edits else 1) or _in_longer_name(reading, own):
        return False
    return reading.unit.level == "commune" or not any(_strange_before(reading, own.start))


def settled(readings: Sequence[Reading]) -> bool:
    """Tell whether the best reading has all its parts, each as the list has it, whatever else is in the text."""
    best = readings[0] if readings else None
    if best is None or best.missing or best.edits or not parent_written(best) or _in_longer_name(best, best.own[0]):
        return False
    last = max(piece.start for piece in best.pieces if piece.kind == "name")
    return best.unit.level == "commune" or not any(_strange_before(best, last))


def parent_written(reading: Reading) -> bool:
    """Tell whether the name of a unit above the reading's own is there, as the list has it."""
    level, slots = reading.unit.level, reading.form.slots
    for piece in reading.pieces:
        if piece.kind == "name" and not piece.edits and piece.slot is not None and slots[piece.slot].level != level:
            return True
    return False


def is_exact(written: str, slot: Slot) -> bool:
    """Tell whether `written` is the slot's name with all its marks; case and spaces apart."""
    return written.lower() == slot.joined.lower()


def _foreign_name(reading: Reading, own: Piece, slot: Slot, foreign: Sequence[Foreign]) -> bool:
    """Whether the unit's own name is rather that of another province, which needs no part that is missing."""
    if reading.evidence > 1 or (reading.complete and not own.edits):
        return False
    for name in foreign:
        if name.level == "province" and (name.start, name.end) == (own.start, own.end):
            written = reading.line.written(own.start, own.end)
            return written.isascii() or wrong_marks(written, slot) > 0
    return False


def _within_foreign(reading: Reading, own: Piece, slot: Slot, foreign: Sequence[Foreign]) -> bool:
    """Whether the unit's own name is only a piece of a foreign name, or of one and its type word."""
    if own.edits == 0 and _parents(reading) > 1:
        return False
    written = reading.line.written(own.start, own.end)
    sure = not written.isascii() and not wrong_marks(written, slot)
    for name in foreign:
        if name.lead <= own.start and own.end <= name.end and own.end - own.start < name.end - name.start:
            return True
        if not sure and name.lead < own.end and own.start < name.end and name.level == "province":
            return (own.start, own.end) != (name.start, name.end)
    return False


def _parents(reading: Reading) -> int:
    return sum(piece.kind == "name" and not piece.edits for piece in reading.pieces)


def _strange_before(reading: Reading, end: int) -> Iterator[Piece]:
    """Yield the words before letter `end` that belong to nothing and look like a name; those before a prefix do not."""
    prefix = next((piece.start for piece in reading.pieces if piece.kind == "prefix"), 0)
    return (piece for piece in _strange(reading) if prefix <= piece.start and piece.end <= end)


def _in_longer_name(reading: Reading, own: Piece) -> bool:
    """Whether a name so short that it may be there by chance stands beside a word like the rest of a name."""
    if own.end - own.start > SHORT:
        return False
    return any(piece.end == own.start or piece.start == own.end for piece in _strange(reading))


def _strange(reading: Reading) -> Iterator[Piece]:
    """Yield the words that belong to nothing and look like a name: no number, no `NOISE`, not in small letters."""
    line = reading.line
    mixed = not (line.text.isupper() or line.text.islower())
    for piece in reading.pieces:
        if piece.kind == "extra" and line.letters[piece.start : piece.end] not in NOISE:
            word = line.written(piece.start, piece.end)
            if not word.isdigit() and not (mixed and word.islower()):
                yield piece
