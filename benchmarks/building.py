"""Time to build a checker, against reading its YAML with the C loader."""

from __future__ import annotations

import yaml

from benchmarks.figures import Figure, Section
from benchmarks.timing import best_seconds
from fanpage_names import Checker, load_units
from fanpage_names.units.shipped import shipped_bytes
from tests.corpus.build import LISTS

_ASKED_MS = 25
_FIRST_NAME = "Mặt trận Hải Hậu Nam Đinh"


def measure(*, quick: bool) -> Section:
    """Return how long a checker takes from its file to its first damaged name, and what of it is reading YAML."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = shipped_bytes(f"{LISTS[0]}.yaml").decode()
    read, built, used = best_seconds(
        {
            "YAML": lambda: yaml.load(text, Loader=loader),
            "checker": lambda: Checker(load_units(LISTS[0])),
            "first name": lambda: Checker(load_units(LISTS[0])).check(_FIRST_NAME),
        },
        rounds=5 if quick else 25,
    ).values()
    return Section(
        f"A checker of 237 units, from its file (asked: at most {_ASKED_MS} ms more than the YAML)",
        [
            Figure("the YAML alone", f"{read * 1e3:.1f} ms"),
            _more("Checker(load_units(…)), more than the YAML", built - read, asked=1),
            _more("the same with its first damaged name", used - read),
        ],
    )


def _more(what: str, more: float, asked: float | None = None) -> Figure:
    return Figure(what, f"{more * 1e3:.1f} ms", more * 1e3 / _ASKED_MS, f"{_ASKED_MS} ms", asked)
