"""Names written with other letters: which names of the list a run of unknown words may stand for.

The distance is the number of letters put in, left out, changed or swapped (optimal string alignment), counted on
folded letters: two at most, one for short names. Such a name is never mended without a person's look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fanpage_names.resolve.foreign import Foreign, pair_of
from fanpage_names.resolve.glue import SHORT, unseen_runs
from fanpage_names.resolve.lexicon import PREFIX, Lexicon
from fanpage_names.resolve.sight import Mention, Prefix, Sight
from fanpage_names.text.line import Line
from fanpage_names.units.model import Unit

_PREFIX_KEYS = ("mattran", "mattrantoquoc")
_MOST_WORDS = 5
_SHORTEST = 3
_HINTS = 3


def most_edits(length: int) -> int:
    """Return how many letters of a name of `length` letters may differ."""
    return 2 if length >= 6 else 1


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
    for first, last in _windows(sight, foreign, lexicon.longest + 2, widely=widely):
        mentions.extend(near_names(letters, first, last, lexicon))
        if not sight.prefixes:
            prefixes.extend(_near_prefix(letters, first, last))
    return sight.with_mentions(mentions, prefixes) if mentions or prefixes else sight


def near_names(letters: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the names that `letters[start:end]` may stand for, with how many letters differ."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    key = letters[start:end]
    most = most_edits(len(key))
    for name, edits, _ in extract(key, lexicon.names.keys(), scorer=OSA.distance, score_cutoff=most, limit=None):
        if 0 < edits <= most_edits(len(name)):
            yield Mention(start, end, lexicon.names[name], edits=int(edits))


def near_units(line: Line, lexicon: Lexicon) -> tuple[Unit, ...]:
    """Return up to three units whose names are nearest to a text that means none."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    prefix = PREFIX.match(line.letters)
    start = prefix.end() if prefix else 0
    key = line.letters[start : start + 2 * lexicon.longest]
    near = extract(key, lexicon.tails, scorer=OSA.normalized_similarity, score_cutoff=0.6, limit=_HINTS)
    return tuple(unit for _, _, code in near for unit in [lexicon.units.by_code[code]])


def _near_prefix(letters: str, start: int, end: int) -> Iterator[Prefix]:
    from rapidfuzz.distance import OSA

    for key in _PREFIX_KEYS:
        edits = OSA.distance(letters[start:end], key, score_cutoff=2)
        if 0 < edits <= 2:
            yield Prefix(start, end, edits)


def _windows(
    sight: Sight, foreign: Sequence[Foreign], longest: int, *, widely: bool
) -> Iterator[tuple[int, int]]:
    """Yield the runs of one to five words that nobody has seen; `widely`: of which nobody has seen one.

    No run holds a whole name that somebody has seen.
    """
    cuts = sight.cuts
    unseen = {cut for start, end in unseen_runs(sight) for cut in cuts if start <= cut < end}
    whole = [(m.start, m.end) for group in sight.mentions.values() for m in group if m.end - m.start > SHORT]
    whole += [(prefix.start, prefix.end) for prefix in sight.prefixes]
    pair = pair_of(foreign) or ()
    theirs = [(name.start, name.end) for name in foreign if name.level == "province" or name in pair]
    districts = {(name.start, name.end) for name in foreign}
    for index, first in enumerate(cuts[:-1]):
        for count, last in enumerate(cuts[index + 1 : index + 1 + _MOST_WORDS], 1):
            if last - first > longest:
                break
            words = cuts[index : index + count]
            if last - first < _SHORTEST or unseen.isdisjoint(words) or widely == unseen.issuperset(words):
                continue
            if any(first <= start and end <= last for start, end in whole):
                break
            if (first, last) in districts or any(start < last and first < end for start, end in theirs):
                continue
            yield first, last
