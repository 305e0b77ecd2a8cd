"""A parse laid beside the canonical name: what is written, what should be there, segment by segment and word by word.

This is what the rules look at. Places are code-point offsets into the submitted text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import pairwise
from operator import or_
from typing import Literal, NamedTuple

from fanpage_names.alignment.spacing import between
from fanpage_names.gazetteer.segment import Segment
from fanpage_names.gazetteer.template import Slot
from fanpage_names.gazetteer.vocabulary import CITY
from fanpage_names.resolve.costs import spelt
from fanpage_names.resolve.parse import Parse
from fanpage_names.text.compare import CASE, EQUAL, FLAGS_IN
from fanpage_names.text.gaps import GapKind
from fanpage_names.text.line import FaultKind, Line
from fanpage_names.text.spelling import Spelling, Word, spelling
from fanpage_names.text.values import new
from fanpage_names.units.model import Level

Fault = Literal["prefix", "type-word", "wrong-type-word", "abbreviation", "extra", "parent", "former-parent"]
"""How a segment as a whole is not what should be there; it is then replaced, and its letters are not looked at."""
Missing = Literal["missing-prefix", "missing-province", "missing-district", "missing-commune"]
Symptom = Fault | FaultKind | GapKind | Literal["joined", "split", "misordered", "decoding"] | Missing | int
"""One way in which a name is not as it should be; numbers are the flags of `text.compare`."""


MISSING: Mapping[Level | None, Missing] = {
    None: "missing-prefix",
    "province": "missing-province",
    "district": "missing-district",
    "commune": "missing-commune",
}


class Aligned(NamedTuple):
    """A segment of the text beside what should be in its place.

    Attributes:
        line: the line that holds the segment.
        segment: the segment.
        expected: what should be there.
        fault: how it differs as a whole; None where its words are to be compared.
        words: its words that are written otherwise; empty where it differs as a whole.
        differences: how any of the words differ.
    """

    line: Line
    segment: Segment
    expected: str
    fault: Fault | None = None
    words: tuple[Word, ...] = ()
    differences: int = EQUAL

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.line.start(self.segment.start)

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.line.end(self.segment.end)


class Alignment:
    """A parse beside the canonical name of its unit.

    Attributes:
        parse: the parse.
        line: its line.
        canonical: the canonical name.
        deviating: the segments of the text that are not as they should be, in order.
        leadless: the segments that are names and lack the word that the style writes before them.
        gaps: what is wrong between and around the words.
        joined: the words that hold more than one word of the canonical name.
        split: the words of the canonical name that are written with a space inside.
        symptoms: all that is not as it should be, in one word or flag each.
    """

    def __init__(self, parse: Parse, canonical: str) -> None:
        self.parse = parse
        self.canonical = canonical
        self.line: Line = parse.line
        self.deviating = self._deviating()
        self.leadless = self._leadless() if parse.template.led else ()
        unknown = {aligned.segment.start for aligned in self.deviating if aligned.fault or aligned.segment.edits}
        unknown.update([segment.start for segment in parse.segments if segment.kind == "today"])
        self.gaps, self.joined, self.split = between(parse, unknown)
        self.symptoms = self._symptoms()

    def _symptoms(self) -> set[Symptom]:
        parse, line = self.parse, self.line
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
        if parse.segments is not parse.template.segments and parse.misordered:
            found.add("misordered")
        for index in parse.missing:
            found.add(MISSING[parse.slots[index].level])
        return found

    def words(self) -> Iterator[tuple[int, Word]]:
        """Yield the words that are written otherwise, each after the first letter of its segment."""
        return ((aligned.segment.start, word) for aligned in self.deviating for word in aligned.words)

    def with_fault(self, fault: Fault) -> Iterator[Aligned]:
        """Yield the segments that differ as a whole in the way named."""
        return (aligned for aligned in self.deviating if aligned.fault == fault)

    def slot_text(self, index: int) -> str:
        """Return what a slot of the canonical name holds."""
        return self.parse.slots[index].text

    def _leadless(self) -> tuple[Segment, ...]:
        segments, slots = self.parse.segments, self.parse.slots
        led = {segment.slot for segment in segments if segment.kind in {"type", "parent"}}
        names = [
            segment for segment in segments if segment.kind == "name" and not segment.short and segment.slot not in led
        ]
        return tuple([segment for segment in names if slots[segment.slot or 0].lead])

    def _deviating(self) -> list[Aligned]:
        line, slots, spellings = self.line, self.parse.template.slots, self.parse.spellings
        made: list[Aligned] = []
        for segment in self.parse.segments:
            first, last, kind, index, _, short, edits, _ = segment
            if kind == "today":
                continue
            if kind == "former":
                made.append(Aligned(line, segment, "" if index is None else slots[index].text, "former-parent"))
                continue
            if index is None:
                fault: Fault = "parent" if kind == "parent" else "extra"
                made.append(new(Aligned, (line, segment, "", fault, (), EQUAL)))
                continue
            slot = slots[index]
            if short or kind in {"type", "parent"}:
                made += self._replaced(segment, slot)
            elif edits:
                made.append(self._edited(segment, slot))
            elif line.written(first, last) == slot.joined:
                continue
            elif kind == "prefix" and line.letters[first:last] != slot.key:
                made.append(Aligned(line, segment, slot.name, "prefix"))
            else:
                beside = self._beside(segment, slot.name, spellings.get(index) or self._spelt(first, last, slot))
                if beside.differences:
                    made.append(beside)
        return made

    def _replaced(self, segment: Segment, slot: Slot) -> Iterable[Aligned]:
        """A type word, an abbreviated name, or the name of a unit that is not above this one; nothing where right."""
        if segment.kind == "parent":
            return (Aligned(self.line, segment, slot.text, "parent"),)
        if segment.kind == "name":
            expected = slot.text if self._holds_lead(segment) else slot.name
            return (Aligned(self.line, segment, expected, "abbreviation"),)
        expected, fault = self._lead_fault(segment, slot)
        if fault:
            return (Aligned(self.line, segment, expected, fault),)
        cuts = [*(segment.start + offset for offset in slot.lead_offsets), segment.end]
        compared = self._compared(segment, expected, slot.lead.split(" "), cuts)
        return (compared,) if compared.differences else ()

    def _edited(self, segment: Segment, slot: Slot) -> Aligned:
        """A part that is written with other letters: word by word, where it has as many words as it should."""
        cuts = [
            segment.start,
            *(bound for bound in self.line.bounds if segment.start < bound < segment.end),
            segment.end,
        ]
        if len(cuts) - 1 != len(slot.words):
            return self._compared(segment, slot.name, (slot.name,), (segment.start, segment.end))
        return self._compared(segment, slot.name, slot.words, cuts)

    def _compared(self, segment: Segment, expected: str, words: Sequence[str], cuts: Sequence[int]) -> Aligned:
        return self._beside(segment, expected, self._spelling(words, cuts))

    def _beside(self, segment: Segment, expected: str, how: Spelling) -> Aligned:
        if how.differences & CASE and self.line.decoding == "TCVN3":
            how = _without_held_case(how)
        return new(Aligned, (self.line, segment, expected, None, how.words, how.differences))

    def _spelling(self, words: Sequence[str], cuts: Sequence[int]) -> Spelling:
        return spelling([self.line.written(start, end) for start, end in pairwise(cuts)], words)

    def _spelt(self, first: int, last: int, slot: Slot) -> Spelling:
        clean = self.line.clean
        if isinstance(clean, str):
            return spelt(clean[first:last], slot)
        return self._spelling(slot.words, [*(first + offset for offset in slot.offsets), last])

    def _holds_lead(self, segment: Segment) -> bool:
        """Whether initials stand for a type word too."""
        led = any(other.kind == "type" and other.slot == segment.slot for other in self.parse.segments)
        return not led or self.line.letters.startswith(CITY, segment.start)

    def _lead_fault(self, segment: Segment, slot: Slot) -> tuple[str, Fault | None]:
        """What a type word should be, and how it is not that."""
        word = segment.word
        if slot.lead and self.line.letters[segment.start : segment.end] == slot.lead_key:
            dotted = self.line.text.startswith(".", self.line.end(segment.end))
            return slot.lead, "abbreviation" if dotted and word and word.short else None
        owner = (slot.level and self.parse.unit.at(slot.level)) or self.parse.unit
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
