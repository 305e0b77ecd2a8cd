"""The checker holds against the open set; `benchmarks/accuracy.py --open-set` shows it on many more texts."""

from __future__ import annotations

import pytest

from tests.corpus.build import LISTS, drawn

from .build import open_set
from .chronicle import times_of
from .figures import HARD, Said, ask, bounds_of

_SAMPLE = 60
_NOT_YET = ("street",)
"""House numbers with a stroke are still read as what stands behind them."""


def _by_kind(lists: list[str], size: int) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for name in lists:
        times = times_of(name)
        for said in ask(times.units, open_set(times, size)):
            found.setdefault(said.asked.kind, []).append(said)
    return found


def _missed(kinds: dict[str, list[Said]], without: tuple[str, ...]) -> list[str]:
    """Return what misses its bound, with examples; one text of a small sample may always miss."""
    return [
        "\n".join((f"{kind}: {bound.test.__name__}", *(one.story for one in bound.misses(said)[:10])))
        for kind, said in kinds.items()
        if not kind.startswith(without)
        for bound in bounds_of(kind)
        if not bound.holds(said) and len(bound.misses(said)) > (1 if bound.asked else 0)
    ]


def test_the_figures_hold() -> None:
    assert not _missed(_by_kind(list(LISTS), _SAMPLE), _NOT_YET)


@pytest.mark.slow
def test_the_figures_hold_for_provinces_drawn_by_lot() -> None:
    assert not _missed(_by_kind(drawn(6), _SAMPLE), HARD)
