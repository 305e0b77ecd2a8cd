"""Letters as they sound to those who write them: what is told apart by nobody is one letter, a held letter too."""

from __future__ import annotations

import re

_RUNS = re.compile(r"(.)\1+")
_ALIKE = str.maketrans("lxr", "nsd")
"""Letters that are taken for each other where people speak; tr and ch, gi and d are, too."""


def without_runs(letters: str) -> str:
    """Return folded letters, of those that are doubled or held down one each."""
    return _RUNS.sub(r"\1", letters) if _RUNS.search(letters) else letters


def sound_of(letters: str) -> str:
    """Return what the folded letters of a word have in common with all that sound the same."""
    return alike(without_runs(letters))


def alike(letters: str) -> str:
    """Return folded letters with one letter for those that are taken for each other."""
    return letters.replace("tr", "ch").replace("gi", "d").translate(_ALIKE)
