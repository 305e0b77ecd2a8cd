"""Names written with other letters: which names of the list a run of unknown words may stand for.

Letters are counted folded; `nearness` says how. Such a name is never mended without a person's look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from math import ceil

from fanpage_names.resolve.foreign import Foreign, pair_of
from fanpage_names.resolve.glue import SHORT, unseen_words
from fanpage_names.resolve.lexicon import Lexicon
from fanpage_names.resolve.sight import Mention, Prefix, Sight, is_as_written
from fanpage_names.resolve.vocabulary import PREFIX
from fanpage_names.text.edits import number_of_edits
from fanpage_names.text.line import Line
from fanpage_names.units.model import Unit

_PREFIX_KEYS = ("mattran", "mattrantoquoc")
_MOST_WORDS = 5
_SHORTEST = 3
_HINTS = 3
_LIKE = 0.6
"""How like a hint must be to a text, of 1."""


def look_closer(sight: Sight, lexicon: Lexicon, foreign: Sequence[Foreign], *, widely: bool) -> Sight:
    """Return the sight with names and prefixes that unknown words may stand for; the same one where there are none.

    Args:
        sight: what is seen without guessing.
        lexicon: the keys of the list.
        foreign: names of other provinces; their words stand for nothing else.
        widely: whether words that are seen as something may belong to such a name, too; else only they do.
    """
    letters = sight.line.letters
    mentions: list[Mention] = []
    prefixes: list[Prefix] = []
    for first, lasts in _windows(sight, foreign, lexicon.longest + 2, widely=widely):
        mentions += near_names(letters, first, lasts, lexicon)
        if not sight.prefixes:
            prefixes += [prefix for last in lasts for prefix in near_prefix(letters, first, last)]
    return sight.with_mentions(mentions, prefixes) if mentions or prefixes else sight


def holds_trace(sight: Sight, lexicon: Lexicon) -> bool:
    """Tell whether anything of a page name is there, if misspelt: a name beside which nothing is right is no evidence.

    A trace is a name, a prefix or a type word; or all words together are nearly a name with those above it.
    """
    leads = [*sight.tails.values(), *(lead for lead in sight.leads.values() if is_as_written(sight.line, lead))]
    if sight.names or sight.prefixes or leads:
        return True
    return near_first_prefix(sight.line) is not None or bool(lexicon.near_sequences.near(sight.line.letters))


def near_names(letters: str, start: int, ends: Sequence[int], lexicon: Lexicon) -> list[Mention]:
    """Return the names that `letters` from `start` to any of `ends` may stand for, with how many letters differ."""
    near = lexicon.near_names.near_runs(letters, start, ends)
    return [Mention(start, end, lexicon.names[name], edits=edits) for end, edits, name in near]


def near_units(line: Line, lexicon: Lexicon) -> tuple[Unit, ...]:
    """Return up to three units whose names, parts missing or not, are nearest to a text that means none."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    prefix = PREFIX.match(line.letters)
    start = prefix.end() if prefix else 0
    key = line.letters[start : start + 3 * lexicon.longest]
    choices = [name for length in _lengths_like(len(key)) for name in lexicon.sequences_by_length.get(length, ())]
    near = extract(key, choices, scorer=OSA.normalized_similarity, score_cutoff=_LIKE, limit=_HINTS)
    units = dict.fromkeys(unit for name, _, _ in near for unit, _ in lexicon.sequences[name])
    return tuple(islice(units, _HINTS))


def _lengths_like(length: int) -> range:
    """How long a text can be that is as like to one of `length` letters as a hint must be."""
    return range(ceil(length * _LIKE), int(length / _LIKE) + 1)


def near_prefix(letters: str, start: int, end: int) -> Iterator[Prefix]:
    """Yield the prefix that `letters` from `start` to `end` may stand for, with how many letters differ."""
    for key in _PREFIX_KEYS:
        if abs(end - start - len(key)) <= 2:
            edits = number_of_edits(letters[start:end], key)
            if 0 < edits <= 2:
                yield Prefix(start, end, edits)


def near_first_prefix(line: Line) -> Prefix | None:
    """Return the prefix that the first two words of a line may stand for."""
    return next(near_prefix(line.letters, 0, line.bounds[2]), None) if len(line.bounds) > 2 else None


def _windows(
    sight: Sight, foreign: Sequence[Foreign], longest: int, *, widely: bool
) -> Iterator[tuple[int, list[int]]]:
    """Yield where runs of one to five words begin that nobody has seen, each with where they may end.

    Widely: of which nobody has seen one, and somebody has seen another. No run holds a whole name or prefix that is
    seen, but for those so short that they may be there by chance.
    """
    cuts = sight.cuts
    unseen = set(unseen_words(sight))
    seen = [(name.start, name.end) for name in sight.names] + [(prefix.start, prefix.end) for prefix in sight.prefixes]
    whole = [(start, end) for start, end in seen if end - start > SHORT]
    pair = pair_of(foreign) or ()
    theirs = [(name.start, name.end) for name in foreign if name.level == "province" or name in pair]
    districts = {(name.start, name.end) for name in foreign}
    for index, first in enumerate(cuts[:-1]):
        stop = min([end for start, end in whole if start >= first], default=first + longest + 1)
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
