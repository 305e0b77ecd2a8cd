"""Which names differ from written letters in one letter or two, found without looking at every name.

The distance is the number of letters put in, left out, changed or swapped (optimal string alignment). What two words
at distance n have in common is left when at most n letters are struck from each, so names are kept by all that can be
left of them (the symmetric delete algorithm). Their first letters are enough: the few names so found are then measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from fanpage_names.text.edits import distance

_HEAD = 7
"""So many first letters tell enough names apart, and little can be left of them."""
_FEW = 15
"""So many names are measured sooner than looked up."""


class DeletionIndex:
    """Names by what can be left of their first letters; immutable once built."""

    def __init__(self, names: Iterable[str]) -> None:
        self._all = sorted(names)
        self._names: dict[str, list[str]] = {}
        if len(self._all) > _FEW:
            for name in self._all:
                for left in _all_left(name):
                    self._names.setdefault(left, []).append(name)

    def near(self, letters: str, *, exact: bool = False) -> list[tuple[int, str]]:
        """Return the names that differ from `letters`, each after in how many letters; the nearest first.

        With `exact`, the name that `letters` are is among them.
        """
        near = sorted([(edits, name) for _, edits, name in self.near_runs(letters, 0, [len(letters)])])
        return [(0, letters), *near] if exact and letters in self._candidates(letters) else near

    def near_runs(self, letters: str, start: int, ends: Sequence[int]) -> Iterator[tuple[int, int, str]]:
        """Yield each end, the number of edits, and the name that `letters` from `start` to that end differs from."""
        edits_between = distance()
        looked_up = ""
        candidates: list[str] = []
        for end in ends:
            run = letters[start:end]
            if run[:_HEAD] != looked_up:
                looked_up, candidates = run[:_HEAD], self._candidates(run)
            for name in candidates:
                most = most_edits(min(len(run), len(name)))
                if -most <= len(run) - len(name) <= most:
                    edits = edits_between(run, name, score_cutoff=most)
                    if 0 < edits <= most:
                        yield end, edits, name

    def _candidates(self, letters: str) -> list[str]:
        if not self._names:
            return self._all
        found: set[str] = set()
        for left in _all_left(letters):
            if left in self._names:
                found.update(self._names[left])
        return sorted(found)


def most_edits(length: int) -> int:
    """Return how many letters of a name of `length` letters may differ: two, and one of a short name."""
    return 2 if length >= 6 else 1


def _all_left(word: str) -> set[str]:
    """All that can be left of the head of `word` when as many letters are struck as may differ."""
    head = word[:_HEAD]
    left = {head}
    for size in range(max(0, len(head) - most_edits(len(word))), len(head)):
        left.update(map("".join, combinations(head, size)))
    return left
