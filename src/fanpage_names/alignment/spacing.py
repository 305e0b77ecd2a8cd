"""What is between the words of a parse: spaces that are missing, too many or odd, and punctuation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from itertools import pairwise
from typing import NamedTuple

from fanpage_names.gazetteer.segment import Segment
from fanpage_names.resolve.parse import Parse
from fanpage_names.text.gaps import GapFault, edge_faults, gap_faults
from fanpage_names.text.line import Line


class Span(NamedTuple):
    """A place in the text and the right text for it."""

    start: int
    end: int
    expected: str


class Between(NamedTuple):
    """What is wrong between words.

    Attributes:
        gaps: what stands wrongly between and around the words.
        joined: the words that hold more than one word of the canonical name.
        split: the words of the canonical name that are written with a space inside.
    """

    gaps: tuple[GapFault, ...]
    joined: tuple[Span, ...]
    split: tuple[Span, ...]


_NOTHING = Between((), (), ())


def between(parse: Parse, unknown: Set[int]) -> Between:
    """Return what is wrong between the words of a parse.

    Args:
        parse: the parse.
        unknown: where its segments begin that hold no words of the canonical name: nobody knows where words
            begin in them.
    """
    line, template = parse.line, parse.template
    bounded = line.bounds == template.bounds if parse.segments is template.segments else _as_bounded(parse, unknown)
    if bounded and template.spaced:
        return Between(tuple(_gap_faults(parse, {}, {})), (), ()) if line.odd else _NOTHING
    words, gaps = _expected(parse, unknown)
    if bounded:
        return Between(tuple(_gap_faults(parse, gaps, {})), (), ())
    inside = {
        bound: segment
        for segment in parse.segments
        if segment.start not in unknown
        for bound in line.bounds
        if segment.start < bound < segment.end and bound not in gaps
    }
    missing = sorted(gaps.keys() - set(line.bounds))
    return Between(
        tuple(_gap_faults(parse, gaps, inside)),
        tuple(_joined(line, missing, words)),
        tuple(_split(line, gaps, inside, words)),
    )


def _as_bounded(parse: Parse, unknown: Set[int]) -> bool:
    """Whether words begin just where those of the canonical name do, or where nobody knows."""
    bounds, slots = parse.line.bounds, parse.template.slots
    starts: list[int] = []
    for segment in parse.segments:
        start, slot = segment.start, segment.slot
        if slot is None or segment.start in unknown:
            end = segment.end
            starts.append(start)
            if segment.kind != "extra":
                starts += [bound for bound in bounds if start < bound < end]
        else:
            starts += map(start.__add__, slots[slot].lead_offsets if segment.kind == "type" else slots[slot].offsets)
    starts.append(bounds[-1])
    return (*starts,) == bounds


def _expected(parse: Parse, unknown: Set[int]) -> tuple[dict[int, str], dict[int, str]]:
    """The words of the canonical name by the letter they begin at, and what should stand before words and segments."""
    words: dict[int, str] = {}
    gaps: dict[int, str] = {}
    slots = parse.template.slots
    before: Segment | None = None
    for segment in parse.segments:
        start = segment.start
        if before is not None:
            follows = before.slot is not None and segment.slot == before.slot + 1
            gaps[start] = slots[segment.slot or 0].before if follows else " "
        before = segment
        if segment.start in unknown:
            continue
        slot = slots[segment.slot or 0]
        if segment.kind == "type":
            for word in slot.lead.split(" "):
                words[start] = word
                start += len(word)
                gaps[start] = " "
            del gaps[start]
        else:
            for offset, word in zip(slot.offsets, slot.words, strict=True):
                words[start + offset] = word
            for offset, gap in zip(slot.offsets[1:], slot.gaps, strict=True):
                gaps[start + offset] = gap
    return words, gaps


def _split(
    line: Line, gaps: Mapping[int, str], inside: Mapping[int, Segment], words: Mapping[int, str]
) -> Iterator[Span]:
    found = {}
    for bound, segment in sorted(inside.items()):
        if line.text[slice(*line.gap(bound))].strip():
            continue
        cuts = sorted({segment.start, segment.end, *gaps})
        first = max(cut for cut in cuts if cut < bound)
        last = min(cut for cut in cuts if cut > bound)
        found[first] = Span(*line.span(first, last), words[first])
    return iter(found.values())


def _joined(line: Line, missing: list[int], words: Mapping[int, str]) -> Iterator[Span]:
    if not missing:
        return
    for first, last in pairwise(line.bounds):
        cuts = [cut for cut in missing if first < cut < last]
        if cuts:
            pairs = pairwise([first, *cuts, last])
            expected = [words.get(start) or line.written(start, end) for start, end in pairs]
            yield Span(*line.span(first, last), " ".join(expected))


def _gap_faults(parse: Parse, gaps: Mapping[int, str], inside: Mapping[int, Segment]) -> Iterator[GapFault]:
    line = parse.line
    for bound in line.odd if parse.template.spaced else line.bounds:
        start, end = line.gap(bound)
        if line.text.startswith(".", start) and _ends_abbreviation(parse, bound):
            start += 1
            if start == end:
                continue
        if bound in (0, len(line.letters)):
            yield from edge_faults(line.text, start, end, leading=not bound)
            continue
        for gap in gap_faults(line.text, start, end, "" if bound in inside else gaps.get(bound, " ")):
            if gap.kind != "punctuation" or not _between_extra(parse, bound):
                yield gap


def _ends_abbreviation(parse: Parse, bound: int) -> bool:
    """Whether a full stop at `bound` belongs to the abbreviation before it."""
    return any(
        segment.start < bound <= segment.end and (segment.short or (segment.word is not None and segment.word.short))
        for segment in parse.segments
    )


def _between_extra(parse: Parse, bound: int) -> bool:
    """Whether words that belong to nothing stand on both sides of `bound`."""
    return any(
        segment.start == bound and before.kind == "extra" == segment.kind
        for before, segment in pairwise(parse.segments)
    )
