"""Searches for the text of 300 characters that takes longest to check: `python -m benchmarks.worst [--seconds N]`.

A climb from chance texts: pieces of unit names, glued, with stray spaces and lost letters, are changed one at a time,
and what takes longer is kept. The search is seeded and bounded in time of the processor; it starts anew where it no
longer climbs, from the worst of some chance texts.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from heapq import nlargest
from random import Random
from time import process_time
from typing import NamedTuple

from benchmarks.figures import Figure, Section
from fanpage_names import Checker, UnitList, load_units
from tests.corpus.build import LISTS
from tests.corpus.letters import strip_marks

LENGTH = 300
ASKED = 0.050
"""Seconds asked for the worst text."""

_PATIENCE = 60
"""How many changes in a row may bring nothing before the climb starts anew."""

_STARTS = 12
"""Of how many chance texts the worst is climbed from."""

_FINAL, _ROUNDS = 8, 9
"""So many of the worst are timed once more, in so many rounds: in one, other work on the machine may count."""

Pieces = tuple[str, ...]


class Worst(NamedTuple):
    """The text that took longest, and the seconds it took."""

    seconds: float
    text: str


def _lost(piece: str, rng: Random) -> str:
    at = rng.randrange(len(piece))
    return piece[:at] + piece[at + 1 :]


def _spaced(piece: str, rng: Random) -> str:
    at = rng.randrange(len(piece) + 1)
    return f"{piece[:at]} {piece[at:]}"


def _swapped(piece: str, rng: Random) -> str:
    at = rng.randrange(len(piece))
    return piece[:at] + piece[at : at + 2][::-1] + piece[at + 2 :]


_WAYS: tuple[Callable[[str, Random], str], ...] = (
    lambda piece, rng: piece.replace(" ", ""),
    lambda piece, rng: piece.lower(),
    lambda piece, rng: strip_marks(piece),
    lambda piece, rng: f"{piece}{rng.choice(',.-(/')}",
    _lost,
    _lost,
    _spaced,
    _spaced,
    _swapped,
)


class _Climb:
    """A text in pieces that is changed for the worse."""

    def __init__(self, units: UnitList, rng: Random) -> None:
        words = ("Mặt trận", "MTTQ", "xã", "huyện", "thôn", "Đoàn", "cũ")
        self._names = [*words, *(unit.name for unit in units.units), *(unit.name_with_type for unit in units.units)]
        self._rng = rng

    def piece(self) -> str:
        """Draw a piece: a name, most often damaged."""
        rng = self._rng
        piece = rng.choice(self._names)
        for _ in range(rng.randint(0, 3)):
            piece = rng.choice(_WAYS)(piece, rng) if piece.strip() else rng.choice(self._names)
        return piece + rng.choice(("", " "))

    def start(self) -> Pieces:
        """Draw a whole text: one piece over and over, a few in turn, all of one damage, or anything."""
        rng = self._rng
        few = [self.piece() for _ in range(rng.choice((1, 2, 5, 60)))]
        if rng.random() < 0.3:
            way = rng.choice(_WAYS)
            few = [way(rng.choice(self._names), rng) for _ in range(60)]
        return tuple(few[number % len(few)] for number in range(60))

    def changed(self, pieces: Pieces) -> Pieces:
        """Change one piece or, now and then, all that are like it."""
        rng = self._rng
        at, new = rng.randrange(len(pieces)), self.piece()
        if rng.random() < 0.3:
            return tuple(new if piece == pieces[at] else piece for piece in pieces)
        if rng.random() < 0.3:
            new = rng.choice(_WAYS)(pieces[at], rng) if pieces[at] else new
        return (*pieces[:at], new, *pieces[at + 1 :])


def _text(pieces: Pieces) -> str:
    return "".join(pieces)[:LENGTH]


def _taken(checker: Checker, text: str, rounds: int) -> float:
    """Return the seconds that a check takes of the processor, in the best round."""
    best = float("inf")
    for _ in range(rounds):
        started = process_time()
        checker.check(text)
        best = min(best, process_time() - started)
    return best


def search(units: UnitList, seconds: float, seed: str) -> Worst:
    """Return the worst text found in the time given."""
    checker, rng = Checker(units), Random(f"{seed}/{units.id}")
    climb = _Climb(units, rng)
    found: list[Worst] = []
    end = process_time() + seconds
    pieces, height, idle = climb.start(), 0.0, _PATIENCE
    while process_time() < end:
        if idle >= _PATIENCE:
            starts = [climb.start() for _ in range(_STARTS)]
            height, pieces = max((_taken(checker, _text(start), 1), start) for start in starts)
            found, idle = nlargest(_FINAL, [*found, Worst(height, _text(pieces))]), 0
        new = climb.changed(pieces)
        taken = _taken(checker, _text(new), 1)
        if taken > height:
            taken = _taken(checker, _text(new), 3)
        if taken > height:
            pieces, height, idle = new, taken, 0
            found = nlargest(_FINAL, [*found, Worst(taken, _text(new))])
        else:
            idle += 1
    return max(Worst(_taken(checker, text, _ROUNDS), text) for _, text in found)


def measure(*, quick: bool) -> Section:
    """Return the worst time found for each list, beside what is asked."""
    found = {name: search(load_units(name), 5 if quick else 20, "worst") for name in LISTS}
    figures = [
        Figure(f"{name}: {worst.text[:40]}…", f"{worst.seconds * 1e3:.1f} ms", worst.seconds / ASKED, "50 ms", 1)
        for name, worst in found.items()
    ]
    return Section("The worst text of 300 characters that a search finds", figures)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the worst text; the status is 1 where it takes longer than asked."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.worst", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60, help="how long to search in each list")
    parser.add_argument("--list", default=LISTS[0], metavar="NAME", help="the list; all: each of the three")
    parser.add_argument("--seed", default="worst")
    options = parser.parse_args(arguments)
    found = {}
    for name in LISTS if options.list == "all" else (options.list,):
        found[name] = search(load_units(name), options.seconds, options.seed)
        print(f"{name}: {found[name].seconds * 1e3:.1f} ms\n{found[name].text!r}\n", flush=True)
    return int(any(worst.seconds > ASKED for worst in found.values()))


if __name__ == "__main__":
    raise SystemExit(main())
