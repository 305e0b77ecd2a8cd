"""How right the checker is on texts that are no damaged official name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.tables import Table
from tests.open_set.build import SEED, open_set
from tests.open_set.chronicle import times_of
from tests.open_set.figures import (
    Bound,
    Said,
    another,
    ask,
    bounds_of,
    crashed,
    named,
    per_cent,
    right,
    told,
    wrongly_safe,
)

_COLUMNS = (("named", named), ("another", another), ("right", right), ("told", told), ("wrongly safe", wrongly_safe))

Kinds = Mapping[str, list[Said]]


def measured(lists: Sequence[str], size: int, seed: str | None = None, kind: str = "") -> Kinds:
    """Check the open sets of some lists, the kinds whose names hold `kind`; return what is said by kind."""
    found: dict[str, list[Said]] = {}
    for name in lists:
        times = times_of(name)
        texts = (asked for asked in open_set(times, size, seed or SEED) if kind in asked.kind)
        for said in ask(times.units, texts):
            found.setdefault(said.asked.kind, []).append(said)
    return dict(sorted(found.items()))


def _missed(kind: str, said: Sequence[Said]) -> list[Bound]:
    return [bound for bound in bounds_of(kind) if not bound.holds(said)]


def holds(kinds: Kinds) -> bool:
    """Whether every figure is what is asked."""
    return not any(_missed(kind, said) for kind, said in kinds.items())


def _asked(kind: str) -> str:
    """Return what is asked of a kind, without what is asked of all."""
    bounds = [bound for bound in bounds_of(kind) if bound.asked and bound.kinds != ("",)]
    return ", ".join(f"{b.test.__name__} {'≥' if b.at_least else '≤'} {b.asked:g}%" for b in bounds)


def figures(title: str, kinds: Kinds) -> Table:
    """Return the figures of each kind beside what is asked."""
    rows = [
        [
            kind,
            f"{len(said):,}",
            *(f"{per_cent(test, said):.2f}%" for _, test in _COLUMNS),
            str(sum(map(crashed, said))),
            _asked(kind),
            ", ".join(f"{bound.test.__name__} MISSED" for bound in _missed(kind, said)),
        ]
        for kind, said in kinds.items()
    ]
    return Table(title, ["kind", "texts", *(name for name, _ in _COLUMNS), "crashes", "asked", ""], rows)


def _faulty(said: Sequence[Said]) -> list[Said]:
    """Return what counts against the checker, the worst first, and what is not told as it should be."""
    found = [one for one in said if wrongly_safe(one) or another(one) or not told(one)]
    return sorted(found, key=lambda one: (not crashed(one), not wrongly_safe(one), not another(one), right(one)))


def misses(kinds: Kinds, most: int) -> Iterator[str]:
    """Yield the first faults of each kind."""
    for kind, said in kinds.items():
        found = _faulty(said)
        yield f"\n{kind}: {len(found)}"
        yield from (f"  {one.story}" for one in found[:most])
