"""How right the checker is on texts that are no damaged official name; `accuracy.py --open-set` prints it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from benchmarks.figures import print_table
from tests.open_set.build import SEED, open_set
from tests.open_set.chronicle import times_of
from tests.open_set.figures import Said, another, ask, bounds_of, crashed, named, per_cent, right, told, wrongly_safe

_COLUMNS = (("named", named), ("another", another), ("right", right), ("told", told), ("wrongly safe", wrongly_safe))


def measured(lists: Sequence[str], size: int, seed: str, kind: str) -> list[Said]:
    """Check the open sets of some lists: the texts of the kinds whose names hold `kind`."""
    found: list[Said] = []
    for name in lists:
        times = times_of(name)
        found += ask(times.units, (asked for asked in open_set(times, size, seed) if kind in asked.kind))
    return found


def by_kind(said: Sequence[Said]) -> Mapping[str, list[Said]]:
    """Group what was said by the kinds of texts."""
    kinds: dict[str, list[Said]] = {}
    for one in said:
        kinds.setdefault(one.asked.kind, []).append(one)
    return kinds


def _row(kind: str, said: list[Said]) -> list[str]:
    missed = [bound for bound in bounds_of(kind) if not bound.holds(said)]
    shares = [f"{per_cent(test, said):.2f}%" for _, test in _COLUMNS]
    return [kind, str(len(said)), *shares, str(sum(map(crashed, said))), ", ".join(b.test.__name__ for b in missed)]


def _faulty(kind: str, said: Sequence[Said]) -> list[Said]:
    """Return what counts against the checker, or, where nothing does, what is not told as it should be."""
    return [one for one in said if crashed(one) or wrongly_safe(one) or another(one) or not right(one) or not told(one)]


def run(options: argparse.Namespace, lists: Sequence[str]) -> int:
    """Print the table, and examples where they are asked for; the status is 1 where a bound is missed."""
    kinds = by_kind(measured(lists, options.sample, options.seed or SEED, options.kind or ""))
    kinds = dict(sorted(kinds.items()))
    heads = ["kind", "texts", *(name for name, _ in _COLUMNS), "crashes", "missed"]
    print_table(heads, [_row(kind, said) for kind, said in kinds.items()])
    for kind, said in kinds.items() if options.misses else ():
        faulty = sorted(_faulty(kind, said), key=lambda one: (not crashed(one), not another(one), right(one)))
        print(f"\n{kind}: {len(faulty)}")
        for one in faulty[: options.misses]:
            print(f"  {one.story}")
    return int(any(not bound.holds(said) for kind, said in kinds.items() for bound in bounds_of(kind)))
