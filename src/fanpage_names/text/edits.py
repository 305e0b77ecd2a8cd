"""How many letters differ between two texts; the library that counts them is loaded when it is first needed."""

from __future__ import annotations

from functools import cache
from typing import Protocol, cast


class Distance(Protocol):
    """Counts the letters put in, left out, changed or swapped (optimal string alignment)."""

    def __call__(self, one: str, other: str, /, *, score_cutoff: int | None = None) -> int:
        """Return their number; one more than `score_cutoff` where they are more than that."""


@cache
def distance() -> Distance:
    """Return what counts them."""
    from rapidfuzz.distance.OSA import distance as osa

    return cast(Distance, osa)


def number_of_edits(one: str, other: str) -> int:
    """Return in how many letters the one text differs from the other."""
    return distance()(one, other)
