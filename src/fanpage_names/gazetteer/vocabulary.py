"""The words around names, whatever the list: type words, and the organisation's own names.

Wrong prefixes are the organisation's names and their abbreviations, as letterheads of the Fatherland Front write them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product
from typing import NamedTuple


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

    def is_written(self, written: str) -> bool:
        """Tell whether no mark in letters without spaces contradicts the word: "Tĩnh" and "Xá" are words of names."""
        return written.isascii() or any(written.lower() == kind.replace(" ", "") for kind in self.types)


TYPE_WORDS: Mapping[str, TypeWord] = {
    "tinh": TypeWord(("tỉnh",)),
    "thanhpho": TypeWord(("thành phố",)),
    "quan": TypeWord(("quận",)),
    "huien": TypeWord(("huyện",)),
    "thixa": TypeWord(("thị xã",)),
    "xa": TypeWord(("xã",)),
    "phuong": TypeWord(("phường",)),
    "thitran": TypeWord(("thị trấn",)),
    "dackhu": TypeWord(("đặc khu",)),
    "t": TypeWord(("tỉnh",), short=True),
    "tp": TypeWord(("thành phố",), short=True),
    "q": TypeWord(("quận",), short=True),
    "h": TypeWord(("huyện",), short=True),
    "tx": TypeWord(("thị xã",), short=True),
    "x": TypeWord(("xã",), short=True),
    "p": TypeWord(("phường",), short=True),
    "f": TypeWord(("phường",), short=True),
    "tt": TypeWord(("thị trấn",), short=True),
    "dk": TypeWord(("đặc khu",), short=True),
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
    ("mattrantoquoc", "mattrantq", "mattran", "mttq", "mt"),
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
