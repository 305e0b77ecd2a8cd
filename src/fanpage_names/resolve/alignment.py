"""A reading laid beside the canonical name: what is written, what should be there, piece by piece and word by word.

This is what the rules look at. Places are code-point offsets into the submitted text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import pairwise
from operator import or_
from typing import Literal, NamedTuple

from fanpage_names.resolve.between import between
from fanpage_names.resolve.form import Slot
from fanpage_names.resolve.gaps import GapKind
from fanpage_names.resolve.piece import Piece
from fanpage_names.resolve.reading import Reading, spelt
from fanpage_names.resolve.spelling import Spelling, Word, spelling
from fanpage_names.resolve.vocabulary import CITY
from fanpage_names.text.compare import CASE, EQUAL, FLAGS_IN
from fanpage_names.text.line import FaultKind, Line
from fanpage_names.text.values import new
from fanpage_names.units.model import Level

Fault = Literal["prefix", "type-word", "wrong-type-word", "abbreviation", "extra", "parent"]
"""How a piece as a whole is not what should be there; it is then replaced, and its letters are not looked at."""
Missing = Literal["missing-prefix", "missing-province", "missing-district", "missing-commune"]
Symptom = Fault | FaultKind | GapKind | Literal["joined", "split", "misordered", "decoding"] | Missing | int
"""One way in which a name is not as it should be; numbers are the flags of `text.compare`."""


_MISSING: Mapping[Level | None, Missing] = {
    None: "missing-prefix",
    "province": "missing-province",
    "district": "missing-district",
    "commune": "missing-commune",
}


class Aligned(NamedTuple):
    """A piece of the text beside what should be in its place.

    Attributes:
        line: the line that holds the piece.
        piece: the piece.
        expected: what should be there.
        fault: how it differs as a whole; None where its words are to be compared.
        words: its words that are written otherwise; empty where it differs as a whole.
        differences: how any of the words differ.
    """

    line: Line
    piece: Piece
    expected: str
    fault: Fault | None = None
    words: tuple[Word, ...] = ()
    differences: int = EQUAL

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.line.start(self.piece.start)

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.line.end(self.piece.end)


class Alignment:
    """A reading beside the canonical name of its unit.

    Attributes:
        reading: the reading.
        line: its line.
        canonical: the canonical name.
        deviating: the pieces of the text that are not as they should be, in order.
        leadless: the pieces that are names and lack the word that the style writes before them.
        gaps: what is wrong between and around the words.
        joined: the words that hold more than one word of the canonical name.
        split: the words of the canonical name that are written with a space inside.
        symptoms: all that is not as it should be, in one word or flag each.
    """

    def __init__(self, reading: Reading, canonical: str) -> None:
        self.reading = reading
        self.canonical = canonical
        self.line: Line = reading.line
        self.deviating = self._deviating()
        self.leadless = self._leadless() if reading.form.led else ()
        unknown = {aligned.piece.start for aligned in self.deviating if aligned.fault or aligned.piece.edits}
        self.gaps, self.joined, self.split = between(reading, unknown)
        self.symptoms = self._symptoms()

    def _symptoms(self) -> set[Symptom]:
        reading, line = self.reading, self.line
        found: set[Symptom] = set()
        differences = EQUAL
        for aligned in self.deviating:
            if aligned.fault:
                found.add(aligned.fault)
            differences |= aligned.differences
        if differences:
            found.update(FLAGS_IN[differences])
        if self.leadless:
            found.add("type-word")
        if line.faults:
            found.update([fault.kind for fault in line.faults])
        if line.decoding:
            found.add("decoding")
        if self.gaps:
            found.update([gap.kind for gap in self.gaps])
        if self.joined:
            found.add("joined")
        if self.split:
            found.add("split")
        if reading.pieces is not reading.form.pieces and reading.misordered:
            found.add("misordered")
        for index in reading.missing:
            found.add(_MISSING[reading.slots[index].level])
        return found

    def words(self) -> Iterator[tuple[int, Word]]:
        """Yield the words that are written otherwise, each after the first letter of its piece."""
        return ((aligned.piece.start, word) for aligned in self.deviating for word in aligned.words)

    def with_fault(self, fault: Fault) -> Iterator[Aligned]:
        """Yield the pieces that differ as a whole in the way named."""
        return (aligned for aligned in self.deviating if aligned.fault == fault)

    def slot_text(self, index: int) -> str:
        """Return what a slot of the canonical name holds."""
        return self.reading.slots[index].text

    def _leadless(self) -> tuple[Piece, ...]:
        pieces, slots = self.reading.pieces, self.reading.slots
        led = {piece.slot for piece in pieces if piece.kind in {"lead", "parent"}}
        names = [piece for piece in pieces if piece.kind == "name" and not piece.short and piece.slot not in led]
        return tuple([piece for piece in names if slots[piece.slot or 0].lead])

    def _deviating(self) -> list[Aligned]:
        line, slots, spellings = self.line, self.reading.form.slots, self.reading.spellings
        made: list[Aligned] = []
        for piece in self.reading.pieces:
            first, last, kind, index, _, short, edits = piece
            if index is None:
                made.append(new(Aligned, (line, piece, "", "extra", (), EQUAL)))
                continue
            slot = slots[index]
            if short or kind in {"lead", "parent"}:
                made += self._replaced(piece, slot)
            elif edits:
                made.append(self._edited(piece, slot))
            elif line.written(first, last) == slot.joined:
                continue
            elif kind == "prefix" and line.letters[first:last] != slot.key:
                made.append(Aligned(line, piece, slot.name, "prefix"))
            else:
                beside = self._beside(piece, slot.name, spellings.get(index) or self._spelt(first, last, slot))
                if beside.differences:
                    made.append(beside)
        return made

    def _replaced(self, piece: Piece, slot: Slot) -> Iterable[Aligned]:
        """A type word, an abbreviated name, or the name of a unit that is not above this one; nothing where right."""
        if piece.kind == "parent":
            return (Aligned(self.line, piece, slot.text, "parent"),)
        if piece.kind == "name":
            expected = slot.text if self._holds_lead(piece) else slot.name
            return (Aligned(self.line, piece, expected, "abbreviation"),)
        expected, fault = self._lead_fault(piece, slot)
        if fault:
            return (Aligned(self.line, piece, expected, fault),)
        cuts = [*(piece.start + offset for offset in slot.lead_offsets), piece.end]
        compared = self._compared(piece, expected, slot.lead.split(" "), cuts)
        return (compared,) if compared.differences else ()

    def _edited(self, piece: Piece, slot: Slot) -> Aligned:
        """A part that is written with other letters: word by word, where it has as many words as it should."""
        cuts = [piece.start, *(bound for bound in self.line.bounds if piece.start < bound < piece.end), piece.end]
        if len(cuts) - 1 != len(slot.words):
            return self._compared(piece, slot.name, (slot.name,), (piece.start, piece.end))
        return self._compared(piece, slot.name, slot.words, cuts)

    def _compared(self, piece: Piece, expected: str, words: Sequence[str], cuts: Sequence[int]) -> Aligned:
        return self._beside(piece, expected, self._spelling(words, cuts))

    def _beside(self, piece: Piece, expected: str, how: Spelling) -> Aligned:
        if how.differences & CASE and self.line.decoding == "TCVN3":
            how = _without_held_case(how)
        return new(Aligned, (self.line, piece, expected, None, how.words, how.differences))

    def _spelling(self, words: Sequence[str], cuts: Sequence[int]) -> Spelling:
        return spelling([self.line.written(start, end) for start, end in pairwise(cuts)], words)

    def _spelt(self, first: int, last: int, slot: Slot) -> Spelling:
        clean = self.line.clean
        if isinstance(clean, str):
            return spelt(clean[first:last], slot)
        return self._spelling(slot.words, [*(first + offset for offset in slot.offsets), last])

    def _holds_lead(self, piece: Piece) -> bool:
        """Whether initials stand for a type word too."""
        led = any(other.kind == "lead" and other.slot == piece.slot for other in self.reading.pieces)
        return not led or self.line.letters.startswith(CITY, piece.start)

    def _lead_fault(self, piece: Piece, slot: Slot) -> tuple[str, Fault | None]:
        """What a type word should be, and how it is not that."""
        word = piece.word
        if slot.lead and self.line.letters[piece.start : piece.end] == slot.lead_key:
            dotted = self.line.text.startswith(".", self.line.end(piece.end))
            return slot.lead, "abbreviation" if dotted and word and word.short else None
        owner = (slot.level and self.reading.unit.at(slot.level)) or self.reading.unit
        if word is None or owner.type not in word.types:
            return slot.lead, "wrong-type-word"
        if word.short:
            return slot.lead, "abbreviation"
        return ("" if word.after else slot.lead), "type-word"


def _without_held_case(how: Spelling) -> Spelling:
    """The spelling without differences of case that are only those of capitals that TCVN3 does not have."""
    from fanpage_names.text.tcvn3 import tcvn3_holds

    left: list[Word] = []
    for word in how.words:
        letters = zip(word.found, word.expected, strict=False)
        held = len(word.found) == len(word.expected) and all(
            letter.isupper() == right.isupper() or (right.isupper() and not tcvn3_holds(right))
            for letter, right in letters
        )
        difference = word.difference & ~CASE if held else word.difference
        if difference:
            left.append(word._replace(difference=difference) if held else word)
    return Spelling(tuple(left), reduce(or_, [word.difference for word in left], EQUAL), how.wrong)
