"""What is between the words of a reading: spaces that are missing, too many or odd, and punctuation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from itertools import pairwise
from typing import NamedTuple

from fanpage_names.resolve.gaps import GapFault, edge_faults, gap_faults
from fanpage_names.resolve.piece import Piece
from fanpage_names.resolve.reading import Reading
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


def between(reading: Reading, unknown: Set[int]) -> Between:
    """Return what is wrong between the words of a reading.

    Args:
        reading: the reading.
        unknown: where its pieces begin that hold no words of the canonical name: nobody knows where words
            begin in them.
    """
    line, form = reading.line, reading.form
    bounded = line.bounds == form.bounds if reading.pieces is form.pieces else _as_bounded(reading, unknown)
    if bounded and form.spaced:
        return Between(tuple(_gap_faults(reading, {}, {})), (), ()) if line.odd else _NOTHING
    words, gaps = _expected(reading, unknown)
    if bounded:
        return Between(tuple(_gap_faults(reading, gaps, {})), (), ())
    inside = {
        bound: piece
        for piece in reading.pieces
        if piece.start not in unknown
        for bound in line.bounds
        if piece.start < bound < piece.end and bound not in gaps
    }
    missing = sorted(gaps.keys() - set(line.bounds))
    return Between(
        tuple(_gap_faults(reading, gaps, inside)),
        tuple(_joined(line, missing, words)),
        tuple(_split(line, gaps, inside, words)),
    )


def _as_bounded(reading: Reading, unknown: Set[int]) -> bool:
    """Whether words begin just where those of the canonical name do, or where nobody knows."""
    bounds, slots = reading.line.bounds, reading.form.slots
    starts: list[int] = []
    for piece in reading.pieces:
        start, slot = piece.start, piece.slot
        if slot is None or piece.start in unknown:
            end = piece.end
            starts.append(start)
            if piece.kind != "extra":
                starts += [bound for bound in bounds if start < bound < end]
        else:
            starts += map(start.__add__, slots[slot].lead_offsets if piece.kind == "lead" else slots[slot].offsets)
    starts.append(bounds[-1])
    return (*starts,) == bounds


def _expected(reading: Reading, unknown: Set[int]) -> tuple[dict[int, str], dict[int, str]]:
    """The words of the canonical name by the letter they begin at, and what should stand before words and pieces."""
    words: dict[int, str] = {}
    gaps: dict[int, str] = {}
    slots = reading.form.slots
    before: Piece | None = None
    for piece in reading.pieces:
        start = piece.start
        if before is not None:
            follows = before.slot is not None and piece.slot == before.slot + 1
            gaps[start] = slots[piece.slot or 0].before if follows else " "
        before = piece
        if piece.start in unknown:
            continue
        slot = slots[piece.slot or 0]
        if piece.kind == "lead":
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
    line: Line, gaps: Mapping[int, str], inside: Mapping[int, Piece], words: Mapping[int, str]
) -> Iterator[Span]:
    found = {}
    for bound, piece in sorted(inside.items()):
        if line.text[slice(*line.gap(bound))].strip():
            continue
        cuts = sorted({piece.start, piece.end, *gaps})
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


def _gap_faults(reading: Reading, gaps: Mapping[int, str], inside: Mapping[int, Piece]) -> Iterator[GapFault]:
    line = reading.line
    for bound in line.odd if reading.form.spaced else line.bounds:
        start, end = line.gap(bound)
        if line.text.startswith(".", start) and _ends_abbreviation(reading, bound):
            start += 1
            if start == end:
                continue
        if bound in (0, len(line.letters)):
            yield from edge_faults(line.text, start, end, leading=not bound)
            continue
        for gap in gap_faults(line.text, start, end, "" if bound in inside else gaps.get(bound, " ")):
            if gap.kind != "punctuation" or not _between_extra(reading, bound):
                yield gap


def _ends_abbreviation(reading: Reading, bound: int) -> bool:
    """Whether a full stop at `bound` belongs to the abbreviation before it."""
    return any(
        piece.start < bound <= piece.end and (piece.short or (piece.word is not None and piece.word.short))
        for piece in reading.pieces
    )


def _between_extra(reading: Reading, bound: int) -> bool:
    """Whether words that belong to nothing stand on both sides of `bound`."""
    return any(
        piece.start == bound and before.kind == "extra" == piece.kind for before, piece in pairwise(reading.pieces)
    )
