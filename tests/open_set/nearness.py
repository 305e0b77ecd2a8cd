"""How near a strange name is to the names that a place has: whether one could be the other with a typing error.

A plain comparison of whole names; the letters that people confuse count half, as the rules say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

from tests.corpus.letters import fold, strip_marks

_ALIKE = (("ch", "c"), ("tr", "c"), ("gi", "r"), ("d", "r"), ("l", "n"), ("s", "x"))


@lru_cache(maxsize=50_000)
def _confused(name: str) -> str:
    """Return the folded name with letters that sound alike written alike, held-down ones once."""
    for one, other in _ALIKE:
        name = name.replace(one, other)
    return re.sub(r"(.)\1+", r"\1", name)


def edits(one: str, other: str) -> float:
    """Return the edits between two names in bare letters; a change of letters that sound alike is half an edit."""
    whole = OSA.distance(fold(one), fold(other), score_cutoff=4)
    return min(whole, (whole + OSA.distance(_confused(fold(one)), _confused(fold(other)), score_cutoff=4)) / 2)


def nearest(name: str, others: Iterable[str]) -> float:
    """Return the fewest edits to any of the other names; 9 where there is none."""
    return min((edits(name, other) for other in others), default=9)


def allowed(name: str) -> int:
    """Return how many edits a misspelt name of this length may have: one up to seven letters, else two."""
    return 1 if len(fold(name)) <= 7 else 2


def words(text: str) -> list[str]:
    """Return the words of a name, bare and small, i and y taken as one."""
    return strip_marks(text).lower().replace("y", "i").split()


def holds(text: str, names: frozenset[tuple[str, ...]]) -> bool:
    """Whether the text holds one of the names, each given as its words, word for word."""
    inside = words(text)
    spans = {tuple(inside[start:end]) for start in range(len(inside)) for end in range(start + 1, len(inside) + 1)}
    return not names.isdisjoint(spans)
