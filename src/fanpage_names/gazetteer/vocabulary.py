"""The words around names, whatever the list: type words, and the organisation's own names.

Wrong prefixes are the organisation's names and their abbreviations, as letterheads of the Fatherland Front write them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

from fanpage_names.text.fold import key_of
from fanpage_names.text.line import Line
from fanpage_names.units.model import Level
from fanpage_names.units.type_words import ABBREVIATIONS, ANY_TYPE, TYPES


class TypeWord(NamedTuple):
    """A type word as somebody may write it.

    Attributes:
        types: the types it can stand for.
        short: whether it is an abbreviation.
        after: whether it follows the name (English).
    """

    types: tuple[str, ...]
    short: bool = False
    after: bool = False

    def may_name(self, level: Level) -> bool:
        """Tell whether a unit of a level may be called so."""
        return any(kind in TYPES[level] for kind in self.types)

    def is_written(self, written: str) -> bool:
        """Tell whether no mark in letters without spaces contradicts the word: "Tĩnh" and "Xá" are words of names."""
        return written.isascii() or any(written.lower() == kind.replace(" ", "") for kind in self.types)


_MORE_ABBREVIATIONS = (("f", "phường"), ("dk", "đặc khu"))
"""How people shorten them besides."""

TYPE_WORDS: Mapping[str, TypeWord] = {
    **{key_of(word): TypeWord((word,)) for word in ANY_TYPE},
    **{short: TypeWord((word,), short=True) for short, word in (*ABBREVIATIONS.items(), *_MORE_ABBREVIATIONS)},
    "province": TypeWord(("tỉnh",), after=True),
    "citi": TypeWord(("thành phố",), after=True),
    "district": TypeWord(("huyện", "quận"), after=True),
    "commune": TypeWord(("xã",), after=True),
    "ward": TypeWord(("phường",), after=True),
    "town": TypeWord(("thị trấn", "thị xã"), after=True),
    "township": TypeWord(("thị trấn",), after=True),
}
"""Type words by key; English ones as maps and address forms write them."""

CITY = "tp"
"""The initials of "thành phố", which those of a city's name may follow: "TPNĐ"."""

_PREFIX_WORDS = (
    ("banthuongtruc", "bantt", "btt", "thuongtruc", ""),
    ("uiban", "ub", ""),
    ("mattrantoquoc", "mattrantq", "mattran", "mttoquoc", "mttq", "mt"),
    ("vietnam", "vn", ""),
)
PREFIXES = tuple(sorted(map("".join, product(*_PREFIX_WORDS)), key=lambda prefix: (-len(prefix), prefix)))
"""The organisation's names by key, longest first: [standing committee] [committee] front [Việt Nam]."""
PREFIX_KEYS = frozenset(PREFIXES)
FRONT = re.compile("|".join(_PREFIX_WORDS[2]))
"""What each of them holds."""
BEFORE_FRONT = max(front.start() for front in map(FRONT.search, PREFIXES) if front)
"""So many letters stand before it at most."""

PREFIX = re.compile("".join(f"(?:{'|'.join(words)})" for words in _PREFIX_WORDS))
"""Any of them, as much of it as there is."""


def prefix_end(letters: str, start: int, cuts: Sequence[int]) -> int:
    """Return the cut at which the longest prefix ends that begins at the cut `start`; that itself where none does."""
    match = PREFIX.match(letters, start)
    if match is None:
        return start
    for cut in cuts[bisect_right(cuts, match.end()) - 1 : bisect_right(cuts, start) - 1 : -1]:
        if letters[start:cut] in PREFIX_KEYS:
            return cut
    return start


def widened(letters: str, start: int, end: int, cuts: Sequence[int]) -> tuple[int, int]:
    """Return the cuts between which the Front's name stands with the words around it: "Ủy ban … Việt Nam"."""
    for words in (_PREFIX_WORDS[1], _PREFIX_WORDS[0]):
        lengths = (len(word) for word in words if letters.endswith(word, 0, start))
        start = next((start - length for length in lengths if start - length in cuts), start)
    lengths = (len(word) for word in _PREFIX_WORDS[3] if letters.startswith(word, end))
    return start, next((end + length for length in lengths if end + length in cuts), end)


def prefix_starts(letters: str, cuts: Sequence[int]) -> Sequence[int]:
    """Return the cuts at which a prefix may begin: at, or so far before, the word that all have."""
    starts: Sequence[int] = ()
    for match in FRONT.finditer(letters):
        front = match.start()
        near = cuts[bisect_left(cuts, front - BEFORE_FRONT) : bisect_right(cuts, front)]
        starts = sorted({*starts, *near}) if starts else near
    return starts


def ends_in_initial(line: Line, start: int, end: int, word: TypeWord) -> bool:
    """Tell whether the last letter of a type word is one by itself: "Tín H." is no "tỉnh"."""
    if end - start < 4 or end - 1 not in line.bounds or line.letters[end - 1] not in TYPE_WORDS:
        return False
    return line.written(start, end).lower() != word.types[0].replace(" ", "")
