"""A reading laid beside the canonical name: what is written, what should be there, piece by piece and word by word.

This is what the rules look at. Places are code-point offsets into the submitted text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Literal, NamedTuple

from fanpage_names.resolve.between import between
from fanpage_names.resolve.form import Slot
from fanpage_names.resolve.gaps import GapKind
from fanpage_names.resolve.reading import Piece, Reading
from fanpage_names.resolve.vocabulary import CITY
from fanpage_names.text.compare import CASE, FLAGS, compare
from fanpage_names.text.line import FaultKind, Line
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


class Word(NamedTuple):
    """A word of the canonical name that is written otherwise: where, what is there, what should be, how they differ."""

    start: int
    end: int
    found: str
    expected: str
    difference: int


class Aligned(NamedTuple):
    """A piece of the text beside what should be in its place.

    Attributes:
        piece: the piece.
        start: its place in the text.
        end: after its last code point.
        expected: what should be there.
        fault: how it differs as a whole; None where its words are to be compared.
        words: its words that are written otherwise; empty where it differs as a whole.
    """

    piece: Piece
    start: int
    end: int
    expected: str
    fault: Fault | None
    words: tuple[Word, ...]


class Alignment:
    """A reading beside the canonical name of its unit.

    Attributes:
        reading: the reading.
        line: its line.
        canonical: the canonical name.
        pieces: the pieces of the text, in order, each beside what should be in its place.
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
        self.pieces = tuple([self._align(piece) for piece in reading.pieces])
        self.leadless = self._leadless() if reading.form.led else ()
        compared = [not aligned.fault and not aligned.piece.edits for aligned in self.pieces]
        self.gaps, self.joined, self.split = between(reading, compared)
        self.symptoms = self._symptoms()

    def _symptoms(self) -> set[Symptom]:
        found: set[Symptom] = set()
        differences = 0
        for aligned in self.pieces:
            if aligned.fault:
                found.add(aligned.fault)
            for word in aligned.words:
                differences |= word.difference
        if differences:
            found.update([flag for flag in FLAGS if differences & flag])
        if self.line.faults:
            found.update([fault.kind for fault in self.line.faults])
        if self.gaps:
            found.update([gap.kind for gap in self.gaps])
        signs: tuple[tuple[object, Symptom], ...] = (
            (self.leadless, "type-word"),
            (self.joined, "joined"),
            (self.split, "split"),
            (self.line.decoding, "decoding"),
            (self.reading.misordered, "misordered"),
        )
        found.update([symptom for sign, symptom in signs if sign])
        for index in self.reading.missing:
            found.add(_MISSING[self.reading.slots[index].level])
        return found

    def words(self) -> Iterator[Word]:
        """Yield the words that are written otherwise."""
        return (word for aligned in self.pieces for word in aligned.words)

    def with_fault(self, fault: Fault) -> Iterator[Aligned]:
        """Yield the pieces that differ as a whole in the way named."""
        return (aligned for aligned in self.pieces if aligned.fault == fault)

    def slot_text(self, index: int) -> str:
        """Return what a slot of the canonical name holds."""
        return self.reading.slots[index].text

    def _leadless(self) -> tuple[Aligned, ...]:
        led = {piece.slot for piece in self.reading.pieces if piece.kind in {"lead", "parent"}}
        return tuple(
            aligned
            for aligned in self.pieces
            if aligned.piece.kind == "name"
            and aligned.piece.slot not in led
            and not aligned.piece.short
            and self.reading.slots[aligned.piece.slot or 0].lead
        )

    def _align(self, piece: Piece) -> Aligned:
        line = self.line
        first, last, kind, index, _, short, edits = piece
        start, end = line.starts[first], line.ends[last - 1]
        if index is None:
            return Aligned(piece, start, end, "", "extra", ())
        slot = self.reading.form.slots[index]
        fault: Fault | None = None
        expected = slot.name
        if kind == "name":
            if short:
                expected, fault = (slot.text if self._holds_lead(piece) else slot.name), "abbreviation"
        elif kind == "prefix":
            if not edits and line.letters[first:last] != slot.key:
                fault = "prefix"
        elif kind == "lead":
            expected, fault = self._lead_fault(piece, slot)
        else:
            expected, fault = slot.text, "parent"
        return Aligned(piece, start, end, expected, fault, () if fault else self._otherwise(piece, slot))

    def _holds_lead(self, piece: Piece) -> bool:
        """Whether initials stand for a type word too."""
        led = any(other.kind == "lead" and other.slot == piece.slot for other in self.reading.pieces)
        return not led or self.line.letters.startswith(CITY, piece.start)

    def _lead_fault(self, piece: Piece, slot: Slot) -> tuple[str, Fault | None]:
        """What a type word should be, and how it is not that."""
        word = piece.word
        if slot.lead and self.line.letters[piece.start : piece.end] == slot.lead_key:
            dotted = self.line.text.startswith(".", self.line.ends[piece.end - 1])
            return slot.lead, "abbreviation" if dotted and word and word.short else None
        owner = (slot.level and self.reading.unit.at(slot.level)) or self.reading.unit
        if word is None or owner.type not in word.types:
            return slot.lead, "wrong-type-word"
        if word.short:
            return slot.lead, "abbreviation"
        return ("" if word.after else slot.lead), "type-word"

    def _otherwise(self, piece: Piece, slot: Slot) -> tuple[Word, ...]:
        """The words of a piece that are written otherwise."""
        line, (start, end) = self.line, piece[:2]
        if piece.kind == "lead":
            words = tuple(slot.lead.split(" "))
            cuts = [start, *accumulate(map(len, words), initial=start)][1:]
        elif piece.edits:
            words, cuts = slot.words, [start, *(bound for bound in line.bounds if start < bound < end)]
            if len(cuts) != len(words):
                words, cuts = (slot.name,), [start]
        elif line.written(start, end) == slot.joined:
            return ()
        else:
            words, cuts = slot.words, [start + offset for offset in slot.offsets]
        found = []
        for word, first, last in zip(words, cuts, [*cuts[1:], end], strict=False):
            written = line.written(first, last)
            if written != word:
                difference = compare(written, word)
                if difference & CASE and line.decoding == "TCVN3" and _held_case(written, word):
                    difference &= ~CASE
                if difference:
                    found.append(Word(line.starts[first], line.ends[last - 1], written, word, difference))
        return tuple(found)


def _held_case(found: str, expected: str) -> bool:
    """Whether the case of `found` differs only in capitals that TCVN3 does not have."""
    from fanpage_names.text.tcvn3 import tcvn3_holds

    return len(found) == len(expected) and all(
        letter.isupper() == right.isupper() or (right.isupper() and not tcvn3_holds(right))
        for letter, right in zip(found, expected, strict=True)
    )
