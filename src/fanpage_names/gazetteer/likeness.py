"""Which names and prefixes written letters may stand for, and how like they are.

Letters are counted folded, and weighed: letters that are taken for each other where people speak (l/n, s/x, ch/tr,
d/gi/r), doubled letters and ones held down count half.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fanpage_names.gazetteer.gazetteer import Gazetteer
from fanpage_names.gazetteer.template import slot_of_name
from fanpage_names.text.edits import number_of_edits
from fanpage_names.text.fold import key_of
from fanpage_names.text.line import Line
from fanpage_names.text.sound import alike, sound_of, without_runs

_LONG_NAME = 7
"""A name of more letters than this may differ in two, and a prefix of as many."""
COMMON_PREFIXES = (
    *("mattran", "mttq", "ubmttq", "uibanmttq", "mttqvietnam", "ubmttqvietnam", "uibanmttqvietnam"),
    *("mattrantoquoc", "uibanmattrantoquoc", "mattrantoquocvietnam", "uibanmattrantoquocvietnam"),
)
"""The keys of the prefixes that others are held against."""
_ROMAN = frozenset("IVX")
_MOST_EDITS = {key: 2 if len(key) >= _LONG_NAME else 1 for key in COMMON_PREFIXES}
_HELD_PREFIXES = frozenset(map(without_runs, COMMON_PREFIXES))
_PREFIXES_BY_LENGTH = {
    length: tuple([(key, most) for key, most in _MOST_EDITS.items() if abs(length - len(key)) <= most])
    for length in range(2, 2 + max(map(len, COMMON_PREFIXES)) + 1)
}
"""Which prefixes so many letters may stand for, and in how many letters they may differ."""


def like_names(
    line: Line, cuts: Sequence[int], start: int, ends: Sequence[int], gazetteer: Gazetteer
) -> Iterator[tuple[int, str, float]]:
    """Yield the keys of names that the letters from `start` to any of `ends` may stand for.

    Each comes after its end, and before how many letters differ. Each word that differs keeps a letter and has more
    than one, no number differs, and no word is too many.
    """
    letters = line.letters
    for end, edits, name in _nearly(letters, cuts, start, ends, gazetteer):
        weight = _weighed(letters[start:end], name, edits)
        if weight and _keeps_letters(line.words(start, end), gazetteer.names[name][0].unit.name):
            yield end, name, weight


def like_prefixes(run: str) -> Iterator[float]:
    """Yield in how many letters folded letters differ from each prefix that they may stand for."""
    if run[0] in "mu" and without_runs(run) in _HELD_PREFIXES and run not in COMMON_PREFIXES:
        yield 0.5
        return
    for key, most in _PREFIXES_BY_LENGTH.get(len(run), ()):
        edits = number_of_edits(run, key)
        if 0 < edits <= most:
            yield edits


def _nearly(
    letters: str, cuts: Sequence[int], start: int, ends: Sequence[int], gazetteer: Gazetteer
) -> Iterator[tuple[int, int, str]]:
    """Yield each end, the number of edits, and a name that the letters differ from, or sound like."""
    sound = ""
    for first, last in pairwise(cuts[bisect_left(cuts, start) : bisect_right(cuts, ends[-1])]):
        sound += sound_of(letters[first:last])
        if last in ends:
            for name in gazetteer.names_by_sound.get(sound, ()):
                if edits := number_of_edits(letters[start:last], name):
                    yield last, edits, name
    yield from gazetteer.near_names.near_runs(letters, start, ends)


def _weighed(written: str, name: str, edits: int) -> float:
    """How much the letters of a name differ that differ in `edits` letters; 0 for more than a name may."""
    weight = (number_of_edits(alike(written), alike(name)) + edits) / 2
    squeezed = without_runs(written)
    if squeezed != written:
        right = without_runs(name)
        apart = number_of_edits(squeezed, right)
        told = number_of_edits(alike(squeezed), alike(right)) if apart else 0
        weight = min(weight, (told + apart) / 2 + 0.5)
    weight = min(weight, edits)
    return weight if weight <= (1 if len(name) <= _LONG_NAME else 2) else 0


def _keeps_letters(words: Sequence[str], name: str) -> bool:
    expected = slot_of_name(name).words
    if len(words) != len(expected):
        return len(words) < len(expected)
    return all(word == other or _keeps_letter(word, other) for word, other in zip(words, expected, strict=True))


def _keeps_letter(word: str, expected: str) -> bool:
    if word.isdigit() or expected.isdigit() or _ROMAN.issuperset(word + expected):
        return False
    one, other = key_of(word), key_of(expected)
    if without_runs(one) == without_runs(other):
        return True
    return len(other) > 1 and not set(one).isdisjoint(other)
