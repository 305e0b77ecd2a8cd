"""Names written with other letters: which names a run of unknown words may stand for.

Letters are counted folded, and weighed: letters that are taken for each other where people speak (l/n, s/x, ch/tr,
d/gi/r), doubled letters and ones held down count half. Such a name is never mended without a person's look.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.template import slot_of_name
from fanpage_names.resolve.foreign import pair_of
from fanpage_names.resolve.lattice import ForeignSpan, Lattice, NameSpan, PrefixSpan, is_as_written
from fanpage_names.resolve.segmentation import SHORT, unseen_words
from fanpage_names.text.edits import number_of_edits
from fanpage_names.text.fold import key_of
from fanpage_names.text.line import Line
from fanpage_names.text.sound import sound_of, without_runs

_PREFIX_KEYS = ("mattran", "mttq", "ubmttq", "uibanmttq", "mattrantoquoc", "uibanmattrantoquoc", "mattrantoquocvietnam")
_MOST_PREFIX_WORDS = 6
_MOST_WORDS = 5
_SHORTEST = 3
_LONG_NAME = 7
"""A name of more letters than this may differ in two."""


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
    whole = _whole_names(lattice)
    for first, lasts in _windows(lattice, gazetteer.longest + 2, widely=widely):
        inside = [(start, end) for start, end in whole if first <= start and end <= lasts[-1]]
        names += _near_names(lattice.line, first, lasts, gazetteer, inside)
        if not lattice.prefixes:
            prefixes += [prefix for last in lasts for prefix in near_prefix(letters, first, last)]
    if not widely:
        prefixes += _longer_prefixes(lattice)
    lattice.add_names(names)
    lattice.add_prefixes(prefixes)
    return bool(names or prefixes)


def _longer_prefixes(lattice: Lattice) -> Iterator[PrefixSpan]:
    """Yield what the words of a prefix and those after it may stand for, one letter apart: "Mặt trận Tổ qốc"."""
    letters = lattice.line.letters
    for prefix in lattice.prefixes:
        first = bisect_right(lattice.cuts, prefix.end)
        longer = [key for key in _PREFIX_KEYS if len(key) > prefix.end - prefix.start + 2]
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
    if near_first_prefix(line) is not None or gazetteer.near_chains.near(letters):
        return True
    return any(letters == name[:-1] for _, name in gazetteer.near_names.near(letters))


def _near_names(
    line: Line, start: int, ends: Sequence[int], gazetteer: Gazetteer, inside: Sequence[tuple[int, int]]
) -> list[NameSpan]:
    """Return the names that the letters from `start` to any of `ends` may stand for, with how many letters differ.

    Of a name that is there as it is, `inside` the letters, no letter differs.
    """
    found: list[NameSpan] = []
    letters = line.letters
    for end, edits, name in _nearly(letters, start, ends, gazetteer):
        weight = weighed(letters[start:end], name, edits)
        seen = {letters[first:last] for first, last in inside if last <= end}
        if not weight or name in seen or any(run not in name for run in seen):
            continue
        entries = gazetteer.names[name]
        if _keeps_letters(line.words(start, end), entries[0].unit.name):
            found.append(NameSpan(start, end, entries, edits=weight))
    return found


def _nearly(letters: str, start: int, ends: Sequence[int], gazetteer: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """Yield each end, the number of edits, and a name that the letters differ from, or sound like."""
    for end in ends:
        run = letters[start:end]
        for name in gazetteer.names_by_sound.get(sound_of(run), ()):
            if edits := number_of_edits(run, name):
                yield end, edits, name
    yield from gazetteer.near_names.near_runs(letters, start, ends)


def _keeps_letters(words: Sequence[str], name: str) -> bool:
    """Whether each word that differs from that of a name keeps a letter, no number differs, and no word is too many."""
    expected = slot_of_name(name).words
    if len(words) != len(expected):
        return len(words) < len(expected)
    pairs = [(key_of(word), key_of(other)) for word, other in zip(words, expected, strict=True)]
    return all(
        one == other or not (set(one).isdisjoint(other) or one.isdigit() or other.isdigit()) for one, other in pairs
    )


def weighed(written: str, name: str, edits: int) -> float:
    """Return how much the letters of a name differ that differ in `edits` letters; 0 for more than a name may.

    A name of up to seven letters may differ in one, a longer one in two.
    """
    squeezed, right = without_runs(written), without_runs(name)
    apart = number_of_edits(squeezed, right) if squeezed != written or right != name else edits
    alike = number_of_edits(sound_of(squeezed), sound_of(right)) if apart else 0
    weight = min(apart, (alike + apart) / 2) + 0.5 * (apart < edits)
    return weight if weight <= (1 if len(name) <= _LONG_NAME else 2) else 0


def near_prefix(letters: str, start: int, end: int) -> Iterator[PrefixSpan]:
    """Yield the prefix that `letters` from `start` to `end` may stand for, with how many letters differ."""
    run = letters[start:end]
    for key in _PREFIX_KEYS:
        if run != key and without_runs(run) == without_runs(key):
            yield PrefixSpan(start, end, 0.5)
            continue
        most = 2 if len(key) > _LONG_NAME - 1 else 1
        if abs(end - start - len(key)) <= most:
            edits = number_of_edits(run, key)
            if 0 < edits <= most:
                yield PrefixSpan(start, end, edits)


def near_first_prefix(line: Line) -> PrefixSpan | None:
    """Return the prefix that the first two words of a line may stand for."""
    return next(near_prefix(line.letters, 0, line.bounds[2]), None) if len(line.bounds) > 2 else None


def _windows(lattice: Lattice, longest: int, *, widely: bool) -> Iterator[tuple[int, list[int]]]:
    """Yield where runs of one to five words begin that nobody has seen, each with where they may end.

    Widely: of which nobody has seen one, and somebody has seen another. No run holds a prefix that is seen, but
    for one so short that it may be there by chance.
    """
    cuts = lattice.cuts
    unseen = set(unseen_words(lattice))
    districts, theirs = _foreign_places(lattice.foreign)
    type_words = {
        span.start
        for span in lattice.type_words.values()
        if is_as_written(lattice.line, span) and span.start not in lattice.type_words
    }
    prefixes = [(one.start, one.end) for one in lattice.prefixes if one.end - one.start > SHORT]
    for index, first in enumerate(cuts[:-1]):
        if first in type_words:
            continue
        stop = min([end for start, end in prefixes if start >= first], default=first + longest + 1)
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


def _whole_names(lattice: Lattice) -> list[tuple[int, int]]:
    """The places of names that are seen, but for those so short that they may be there by chance."""
    return [(one.start, one.end) for one in lattice.names if not one.edits and one.end - one.start > SHORT]


def _foreign_places(foreign: Sequence[ForeignSpan]) -> tuple[set[tuple[int, int]], list[tuple[int, int]]]:
    """The places of foreign names, and those whose words stand for nothing else."""
    pair = pair_of(foreign) or ()
    theirs = [(name.start, name.end) for name in foreign if name.level == "province" or name in pair]
    return {(name.start, name.end) for name in foreign}, theirs
