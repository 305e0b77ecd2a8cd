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


def _line(outcome: Outcome) -> str:
    case, result = outcome.case, outcome.result
    owed = f"owed {case.status} {case.code} {' '.join(sorted(case.codes))} -> {case.fixed}"
    got = f"got {result.status} {outcome.code} {' '.join(sorted(outcome.codes))} -> {result.fixed}"
    return f"{case.units} {case.style} · {case.kind}\n  {case.text!r}\n  {owed}\n  {got}"


@pytest.mark.parametrize(
    "figure", [figure for figure in FIGURES if figure.asked is not None], ids=lambda figure: figure.name
)
def test_figure_is_what_is_asked(figure: Figure, outcomes: list[Outcome]) -> None:
    misses = figure.misses(outcomes)
    assert figure.pick(outcomes)
    assert figure.met(outcomes), "\n".join([f"{figure.share(outcomes)}%", *map(_line, misses[:20])])
