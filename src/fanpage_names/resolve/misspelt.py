"""Names written with other letters: which names a run of unknown words may stand for.

A name that is there as it is belongs to such a one only if that is longer ("Hoài Châu Bă": Hoài Châu Bắc). What is
misspelt is never mended without a person's look.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.likeness import COMMON_PREFIXES, like_names, like_prefixes
from fanpage_names.gazetteer.vocabulary import widened
from fanpage_names.resolve.foreign import pair_of
from fanpage_names.resolve.lattice import ForeignSpan, Lattice, NameSpan, PrefixSpan, TypeWordSpan, is_as_written
from fanpage_names.resolve.segmentation import SHORT, unseen_words
from fanpage_names.text.edits import number_of_edits
from fanpage_names.text.line import Line

_MOST_PREFIX_WORDS = 6
_MOST_WORDS = 5
_SHORTEST = 3


def add_misspelt(lattice: Lattice, gazetteer: Gazetteer, *, widely: bool) -> bool:
    """Add to a lattice the names and prefixes that unknown words may stand for; tell whether there are any.

    Args:
        lattice: what is seen without guessing.
        gazetteer: the names.
        widely: whether words that are seen as something may belong to such a name, too; else only they do.
    """
    letters = lattice.line.letters
    names: list[NameSpan] = []
    prefixes: list[PrefixSpan] = []
    whole = [(one.start, one.end) for one in lattice.names if not one.edits and one.end - one.start > SHORT]
    closed = [(start, end) for start, end in whole if letters[start:end] not in gazetteer.inner_names]
    closed += [(one.start, one.end) for one in lattice.prefixes if one.end - one.start > SHORT]
    for first, lasts in _windows(lattice, closed, gazetteer.longest + 2, widely=widely):
        inside = [(start, end) for start, end in whole if first <= start and end <= lasts[-1]]
        for last, name, weight in like_names(lattice.line, lattice.cuts, first, lasts, gazetteer):
            seen = {letters[start:end] for start, end in inside if end <= last}
            if name not in seen and all(run in name for run in seen):
                names.append(NameSpan(first, last, gazetteer.names[name], edits=weight))
        if not lattice.prefixes:
            prefixes += [
                PrefixSpan(first, last, edits) for last in lasts for edits in like_prefixes(letters[first:last])
            ]
    if not widely:
        prefixes += _longer_prefixes(lattice)
    lattice.add_names(names)
    at = lattice.cuts
    lattice.add_prefixes([PrefixSpan(*widened(letters, one.start, one.end, at), one.edits) for one in prefixes])
    return bool(names or prefixes)


def _longer_prefixes(lattice: Lattice) -> Iterator[PrefixSpan]:
    """Yield what the words of a prefix and those after it may stand for, one letter apart: "Mặt trận Tổ qốc"."""
    letters = lattice.line.letters
    for prefix in lattice.prefixes:
        first = bisect_right(lattice.cuts, prefix.end)
        longer = [key for key in COMMON_PREFIXES if len(key) > prefix.end - prefix.start + 2]
        for end in lattice.cuts[first : first + _MOST_PREFIX_WORDS]:
            if any(number_of_edits(letters[prefix.start : end], key) == 1 for key in longer):
                yield PrefixSpan(prefix.start, end, 1)


def holds_trace(lattice: Lattice, gazetteer: Gazetteer) -> bool:
    """Tell whether anything of a page name is there, if misspelt: a name beside which nothing is right is no evidence.

    A trace is a name, a prefix or a type word; or all words together are nearly a name with those above it, or a name
    that lost its last letter.
    """
    line = lattice.line
    type_words = [
        *lattice.type_words_after.values(),
        *(span for span in lattice.type_words.values() if is_as_written(line, span)),
    ]
    if lattice.names or lattice.prefixes or type_words:
        return True
    letters = line.letters
    if begins_like_prefix(line) or gazetteer.near_chains.near(letters):
        return True
    return any(letters == name[:-1] for _, name in gazetteer.near_names.near(letters))


def begins_like_prefix(line: Line) -> bool:
    """Tell whether the first two words of a line may stand for a prefix."""
    return len(line.bounds) > 2 and any(like_prefixes(line.letters[: line.bounds[2]]))


def _windows(
    lattice: Lattice, closed: Sequence[tuple[int, int]], longest: int, *, widely: bool
) -> Iterator[tuple[int, list[int]]]:
    """Yield where runs of one to five words begin that nobody has seen, each with where they may end.

    Widely: of which nobody has seen one, and somebody has seen another. No run holds one of the `closed`: a
    prefix, or a name that is no part of a longer one, but for those so short that they may be there by chance.
    """
    cuts = lattice.cuts
    unseen = set(unseen_words(lattice))
    districts, theirs = _foreign_places(lattice.foreign)
    type_words = {
        span.start
        for span in lattice.type_words.values()
        if _is_sure(lattice.line, span) and span.start not in lattice.type_words
    }
    for index, first in enumerate(cuts[:-1]):
        if first in type_words:
            continue
        stop = min([end for start, end in closed if start >= first], default=first + longest + 1)
        ends: list[int] = []
        all_unseen, any_unseen = True, False
        for word, last in pairwise(cuts[index : index + 1 + _MOST_WORDS]):
            all_unseen, any_unseen = all_unseen and word in unseen, any_unseen or word in unseen
            if last - first > longest or last >= stop or not (all_unseen or widely):
                break
            if last - first < _SHORTEST or not any_unseen or all_unseen == widely:
                continue
            if (first, last) in districts or any(start < last and first < end for start, end in theirs):
                continue
            ends.append(last)
        if ends:
            yield first, ends


def _is_sure(line: Line, span: TypeWordSpan) -> bool:
    """Whether a type word is one with its marks, or has none because nothing has: "Quan" begins a name."""
    if span.word.short or not line.written(span.start, span.end).isascii():
        return is_as_written(line, span)
    return not line.marked


def _foreign_places(foreign: Sequence[ForeignSpan]) -> tuple[set[tuple[int, int]], list[tuple[int, int]]]:
    """The places of foreign names, and those whose words stand for nothing else."""
    pair = pair_of(foreign) or ()
    theirs = [(name.start, name.end) for name in foreign if name.level == "province" or name in pair]
    return {(name.start, name.end) for name in foreign}, theirs
