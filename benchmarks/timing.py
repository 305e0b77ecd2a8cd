"""Times of things that take turns: a slow moment of the machine meets all of them, and the best round counts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from time import perf_counter
from typing import NamedTuple, TypeVar

Key = TypeVar("Key")


def best_seconds(works: Mapping[Key, Callable[[], object]], rounds: int) -> dict[Key, float]:
    """Return the time of each work in its best round."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for key, work in works.items():
            started = perf_counter()
            work()
            best[key] = min(best[key], perf_counter() - started)
    return best


class Run(NamedTuple):
    """What a process took.

    Attributes:
        seconds: from its start to its end.
        busy: seconds of a processor, those of its children included; None on Windows.
        memory: the most memory of it or of one of its children, in MB; likewise.
    """

    seconds: float
    busy: float | None = None
    memory: float | None = None


_LAUNCHER = """\
import subprocess, sys
from time import perf_counter

started = perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(perf_counter() - started)
try:
    from resource import RUSAGE_CHILDREN, getrusage
    used = getrusage(RUSAGE_CHILDREN)
    print(used.ru_utime + used.ru_stime, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6)
except ImportError:
    pass
"""
"""Starts a process from a small one: on Linux the memory of a process begins with that of the one that started it."""


def run(command: Sequence[str]) -> Run:
    """Run a process; neither what it prints nor its exit status is looked at."""
    said = subprocess.run([sys.executable, "-c", _LAUNCHER, *command], check=True, capture_output=True, text=True)
    return Run(*map(float, said.stdout.split()))


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else min(one, other)


def best_runs(commands: Mapping[Key, Sequence[str]], rounds: int) -> dict[Key, Run]:
    """Return the least that each command took; they take turns."""
    best: dict[Key, Run] = {}
    for _ in range(rounds):
        for key, command in commands.items():
            one = run(command)
            before = best.get(key, one)
            best[key] = Run(
                min(one.seconds, before.seconds), _less(one.busy, before.busy), _less(one.memory, before.memory)
            )
    return best
