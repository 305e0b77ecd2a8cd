"""A reading laid beside the canonical name: what is written, what should be there, piece by piece and word by word.

This is what the rules look at. Places are code-point offsets into the submitted text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal

from fanpage_names.resolve.gaps import GapFault, edge_faults, gap_faults
from fanpage_names.resolve.lexicon import Slot
from fanpage_names.resolve.reading import Piece, Reading
from fanpage_names.text.compare import CASE, compare
from fanpage_names.text.line import CharFault, Line
from fanpage_names.text.tcvn3 import tcvn3_holds

Fault = Literal["prefix", "type-word", "wrong-type-word", "abbreviation", "extra", "parent"]
"""How a piece as a whole is not what should be there; it is then replaced, and its letters are not looked at."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the canonical name as it is written, where it is written otherwise."""

    start: int
    end: int
    found: str
    expected: str
    difference: int


@dataclass(frozen=True, slots=True)
class Span:
    """A place in the text and the right text for it."""

    start: int
    end: int
    expected: str


@dataclass(frozen=True, slots=True)
class Aligned:
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
        differences: all the ways in which words are written otherwise, as flags of `text.compare`.
        faults: all the ways in which pieces differ as a whole; "type-word" also where one is not there.
        leadless: the pieces that are names and lack the word that the style writes before them.
        misordered: whether the pieces are in another order than the canonical name's.
        gaps: what is wrong between and around the words.
        joined: the words that hold more than one word of the canonical name.
        split: the words of the canonical name that are written with a space inside.
    """

    def __init__(self, reading: Reading, canonical: str) -> None:
        self.reading = reading
        self.canonical = canonical
        self.line: Line = reading.line
        self._words_at: dict[int, str] = {}
        self._gaps_at: dict[int, str] = {}
        self.pieces = tuple([self._align(piece) for piece in reading.pieces])
        self.differences = 0
        faults: set[Fault] = set()
        for aligned in self.pieces:
            for word in aligned.words:
                self.differences |= word.difference
            if aligned.fault:
                faults.add(aligned.fault)
        self.leadless = self._leadless()
        if self.leadless:
            faults.add("type-word")
        self.faults = frozenset(faults)
        order = [piece.slot for piece in reading.pieces if piece.slot is not None]
        self.misordered = order != sorted(order)
        self._between()

    def _between(self) -> None:
        """Find what is between the words: nothing to look for where the words are those of the canonical name."""
        self.gaps: tuple[GapFault, ...] = ()
        self.joined: tuple[Span, ...] = ()
        self.split: tuple[Span, ...] = ()
        bounds = self.line.bounds
        unlike = self.faults or any(piece.edits for piece in self.reading.pieces)
        if self.line.plain and not unlike and self._same_bounds(bounds):
            return
        self._place_gaps()
        inside = {
            bound: aligned
            for aligned in self.pieces
            if not aligned.fault and not aligned.piece.edits
            for bound in bounds
            if aligned.piece.start < bound < aligned.piece.end and bound not in self._gaps_at
        }
        self.split = tuple(self._split(inside))
        self.joined = tuple(self._joined())
        self.gaps = tuple(self._gaps(inside))

    def _same_bounds(self, bounds: Sequence[int]) -> bool:
        return len(bounds) - 1 == len(self._words_at) and all(
            bound in self._words_at for bound in bounds[:-1]
        ) and self.canonical.count(" ") == len(bounds) - 2

    @property
    def characters(self) -> tuple[CharFault, ...]:
        """Characters that no name should hold."""
        return self.line.faults

    @property
    def decoding(self) -> str | None:
        """What the text had to be decoded from."""
        return self.line.decoding

    @property
    def missing(self) -> tuple[int, ...]:
        """The slots that nothing fills."""
        return self.reading.missing

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
        if not any(slot.lead for slot in self.reading.slots):
            return ()
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
        start, end = self.line.starts[piece.start], self.line.ends[piece.end - 1]
        if piece.slot is None:
            return Aligned(piece, start, end, "", "extra", ())
        slot = self.reading.slots[piece.slot]
        expected, fault = slot.name, None
        if piece.kind == "parent":
            expected, fault = slot.text, "parent"
        elif piece.kind == "lead":
            expected, fault = self._lead_fault(piece, slot)
        elif piece.short:
            expected, fault = (slot.text if self._holds_lead(piece) else slot.name), "abbreviation"
        elif piece.kind == "prefix" and not piece.edits and self.line.letters[piece.start : piece.end] != slot.key:
            fault = "prefix"
        if fault:
            return Aligned(piece, start, end, expected, fault, ())
        if piece.kind == "lead":
            words = tuple(expected.split(" "))
            gaps = (" ",) * (len(words) - 1)
        else:
            words, gaps = slot.words, slot.gaps
        return Aligned(piece, start, end, expected, None, tuple(self._otherwise(piece, expected, words, gaps)))

    def _holds_lead(self, piece: Piece) -> bool:
        """Whether initials stand for a type word too."""
        led = any(other.kind == "lead" and other.slot == piece.slot for other in self.reading.pieces)
        return piece.end - piece.start > 2 or not led

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

    def _otherwise(
        self, piece: Piece, expected: str, words: tuple[str, ...], gaps: tuple[str, ...]
    ) -> Iterator[Word]:
        """Yield the words that are written otherwise, and remember where each word and gap should be."""
        line, at = self.line, piece.start
        if piece.edits:
            cuts = [bound for bound in line.bounds if piece.start < bound < piece.end]
            if len(cuts) != len(words) - 1:
                words, cuts = (expected,), []
            cuts.append(piece.end)
        else:
            cuts = list(accumulate(map(len, words), initial=at))[1:]
            for index, gap in enumerate(gaps):
                self._gaps_at[cuts[index]] = gap
        for word, cut in zip(words, cuts, strict=True):
            if not piece.edits:
                self._words_at[at] = word
            found = line.written(at, cut)
            if found != word:
                difference = compare(found, word)
                if difference & CASE and line.decoding == "TCVN3" and _held_case(found, word):
                    difference &= ~CASE
                if difference:
                    yield Word(line.starts[at], line.ends[cut - 1], found, word, difference)
            at = cut

    def _place_gaps(self) -> None:
        """Remember what should stand before each piece."""
        before: Piece | None = None
        for piece in self.reading.pieces:
            if before is not None:
                follows = before.slot is not None and piece.slot == before.slot + 1
                self._gaps_at[piece.start] = self.reading.slots[piece.slot or 0].before if follows else " "
            before = piece

    def _split(self, inside: Mapping[int, Aligned]) -> Iterator[Span]:
        found = {}
        for bound, aligned in inside.items():
            if self.line.text[slice(*self.line.gap(bound))].strip():
                continue
            cuts = sorted({aligned.piece.start, aligned.piece.end, *self._gaps_at})
            first = max(cut for cut in cuts if cut < bound)
            last = min(cut for cut in cuts if cut > bound)
            found[first] = Span(*self.line.span(first, last), self._words_at[first])
        return iter(found.values())

    def _joined(self) -> Iterator[Span]:
        inner = sorted(set(self._gaps_at) - set(self.line.bounds))
        for first, last in pairwise(self.line.bounds):
            cuts = [cut for cut in inner if first < cut < last]
            if cuts:
                pairs = pairwise([first, *cuts, last])
                words = [self._words_at.get(start) or self.line.written(start, end) for start, end in pairs]
                yield Span(*self.line.span(first, last), " ".join(words))

    def _gaps(self, inside: Mapping[int, Aligned]) -> Iterator[GapFault]:
        line = self.line
        if line.plain and not inside and all(gap == " " for gap in self._gaps_at.values()):
            return
        yield from edge_faults(line.text, *line.gap(0), leading=True)
        short_ends = {
            bound
            for piece in self.reading.pieces
            if piece.short or (piece.word is not None and piece.word.short)
            for bound in line.bounds
            if piece.start < bound <= piece.end
        }
        between_extra = {
            piece.start
            for before, piece in pairwise(self.reading.pieces)
            if before.kind == "extra" == piece.kind
        }
        for bound in line.bounds[1:]:
            start, end = line.gap(bound)
            if bound in short_ends and line.text.startswith(".", start):
                start += 1
                if start == end:
                    continue
            if bound == len(line.letters):
                yield from edge_faults(line.text, start, end, leading=False)
                continue
            expected = "" if bound in inside else self._gaps_at.get(bound, " ")
            for gap in gap_faults(line.text, start, end, expected):
                if gap.kind != "punctuation" or bound not in between_extra:
                    yield gap


def _held_case(found: str, expected: str) -> bool:
    """Whether the case of `found` differs only in capitals that TCVN3 does not have."""
    return len(found) == len(expected) and all(
        letter.isupper() == right.isupper() or (right.isupper() and not tcvn3_holds(right))
        for letter, right in zip(found, expected, strict=True)
    )
