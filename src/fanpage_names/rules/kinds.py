"""The kinds of rules: what a rule of each kind is asked, and what all of a kind have in common.

A rule is a class of one of these kinds with a code. Most need no code of their own beyond that: their kind finds what
`about` names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from fanpage_names.alignment.alignment import MISSING, Aligned, Alignment, Fault, Missing, Symptom
from fanpage_names.context import Said
from fanpage_names.lang import Text
from fanpage_names.links import PageLink
from fanpage_names.resolve.ranking import Resolution
from fanpage_names.result import Cell, Result
from fanpage_names.rows import Row
from fanpage_names.rules.base import Finding, Rule
from fanpage_names.text.gaps import GapKind
from fanpage_names.text.line import FaultKind, Line


class NameRule(Rule):
    """A rule about a name that means one unit.

    Attributes:
        about: the symptom that the rule tells the place of: where an alignment does not have it, nobody asks the rule.
    """

    about: ClassVar[Symptom]

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield what the rule finds in a name laid beside the canonical one."""
        raise NotImplementedError


class FaultRule(NameRule):
    """A rule about characters that no page name should hold."""

    about: ClassVar[FaultKind]

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield each run of such characters."""
        for fault in alignment.line.faults:
            if fault.kind == self.about:
                yield Finding(fault.start, fault.end, fault.expected)


class GapRule(NameRule):
    """A rule about what stands between and around the words."""

    about: ClassVar[GapKind]

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield each such place."""
        return (Finding(gap.start, gap.end, gap.expected) for gap in alignment.gaps if gap.kind == self.about)


class WordRule(NameRule):
    """A rule about how the words of a name are written.

    Attributes:
        about: the flag of `text.compare` for the difference.
        separable: whether the rest of a word can be mended and this difference left in it.
    """

    about: ClassVar[int]
    separable: ClassVar[bool] = True

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield the parts that hold such words; parts that follow each other after a space are one finding."""
        run: list[Aligned] = []
        for aligned in alignment.deviating:
            if aligned.differences & self.about:
                if run and alignment.line.text[run[-1].end : aligned.start] != " ":
                    yield _together(run)
                    run = []
                run.append(aligned)
        if run:
            yield _together(run)


def _together(run: list[Aligned]) -> Finding:
    return Finding(run[0].start, run[-1].end, " ".join([aligned.expected for aligned in run]))


class PartRule(NameRule):
    """A rule about parts that as a whole are not what should be there."""

    about: ClassVar[Fault]

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield each such part, its full stop included; where nothing should be there, with the space beside it."""
        raw = alignment.line.text
        for aligned in alignment.with_fault(self.about):
            start, end = aligned.start, aligned.end
            if aligned.segment.short or (aligned.segment.word and aligned.segment.word.short):
                end += raw.startswith(".", end)
            yield Finding(start, end, aligned.expected) if aligned.expected else taken_out(raw, start, end)


def taken_out(raw: str, start: int, end: int) -> Finding:
    """Return the finding that a piece be taken out, with one space after it, or before it at the end of the text."""
    if raw.startswith(" ", end):
        return Finding(start, end + 1, "")
    if end == len(raw) and start and raw[start - 1] == " ":
        return Finding(start - 1, end, "")
    return Finding(start, end, "")


class MissingParentRule(NameRule):
    """A rule about the name of a unit above the one meant, which is missing."""

    about: ClassVar[Missing]
    finds_missing_parent = True

    def find(self, alignment: Alignment) -> Iterator[Finding]:
        """Yield where the name should be put in: after the part before it, else before the one after it."""
        parse, line = alignment.parse, alignment.line
        for index in parse.missing:
            if MISSING[parse.slots[index].level] != self.about:
                continue
            text = alignment.slot_text(index)
            before = [piece for piece in parse.segments if piece.slot is not None and piece.slot < index]
            if before:
                last = max(before, key=lambda piece: (piece.slot or 0, piece.end))
                place = line.end(last.end)
                yield Finding(place, place, f" {text}")
            else:
                place = line.start(parse.segments[0].start)
                yield Finding(place, place, f"{text} ")


class UnitRule(Rule):
    """A rule about which unit a name means."""

    def find(self, resolution: Resolution) -> Iterator[Finding]:
        """Yield what the rule finds where no unit, or more than one, is meant."""
        raise NotImplementedError


class FormerRule(Rule):
    """A rule about a name that means a unit of an earlier list."""

    leaves_doubt = False

    def find(self, resolution: Resolution, canonical: str | None) -> Iterator[Finding]:
        """Yield what the rule finds; `canonical` is the page name of the one unit that follows, None without one."""
        raise NotImplementedError


class TextRule(Rule):
    """A rule about any text, whether it means a unit or not: what it finds says nothing of the unit."""

    leaves_doubt = False

    def find(self, line: Line) -> Sequence[Finding]:
        """Return what the rule finds in a text."""
        raise NotImplementedError

    def find_unread(self, text: str) -> Sequence[Finding]:
        """Return what the rule finds in a text that is too long to be read as a name."""
        return ()


class RowFacts(NamedTuple):
    """A row among the others.

    Attributes:
        row: the row.
        result: what its name means.
        first_of_unit: the first row that reports the same unit; None where this is the first.
        link: the page that its link leads to, or what the link is instead; None where it has none.
        first_of_link: the first row with the same link, where that reports another unit; only its place is known.
        said: what contradicts the name, of all that is said around it; None where nothing does.
    """

    row: Row
    result: Result
    first_of_unit: Row | None = None
    link: PageLink | Text | None = None
    first_of_link: Row | None = None
    said: Said | None = None


class RowRule(Rule):
    """A rule about a row among the others.

    Attributes:
        cell: the cell that it is about: what it finds lies in that cell's text.
    """

    cell: ClassVar[Cell] = "name"

    def cell_of(self, facts: RowFacts) -> Cell:
        """Return the cell that what it finds in a row lies in."""
        return self.cell

    def find(self, facts: RowFacts) -> Sequence[Finding]:
        """Return what the rule finds in a row."""
        raise NotImplementedError


class LinkRule(RowRule):
    """A rule about the link of a row, which says nothing of the unit that the name means."""

    cell = "link"
    leaves_doubt = False


def without_space(text: str) -> tuple[int, int]:
    """Return the span of a cell's text without the white space around it."""
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))
