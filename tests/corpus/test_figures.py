"""The figures asked of the checker hold on a small corpus; `benchmarks/accuracy.py` prints them on a large one."""

from __future__ import annotations

import pytest

from .build import corpus, worlds
from .figures import FIGURES, Figure, Outcome, measure

_SIZES = ((9, 200), (4, 80), (4, 80))


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return [
        outcome
        for world, size in zip(worlds(), _SIZES, strict=True)
        for outcome in measure(world.units, corpus(world, *size))
    ]


@pytest.mark.parametrize(
    "figure", [figure for figure in FIGURES if figure.asked is not None], ids=lambda figure: figure.name
)
def test_figure_is_what_is_asked(figure: Figure, outcomes: list[Outcome]) -> None:
    misses = figure.misses(outcomes)
    assert figure.pick(outcomes)
    assert figure.met(outcomes), "\n".join([f"{figure.share(outcomes)}%", *(miss.story for miss in misses[:20])])
