"""Texts that a person would not get wrong, each judged by a person: `hard_names.csv` beside this module."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from .asked import Answer, Asked
from .times import Times

_FILE = Path(__file__).with_name("hard_names.csv")
_NO_UNIT = (Answer("unknown"), Answer("ambiguous"))


@cache
def hard_names() -> tuple[Asked, ...]:
    """Return the rows; in the unit's column `-` is no unit, `A|B` either, `?` any result but a crash."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        Asked(
            row["submitted"],
            row["list"],
            "short",
            "hard name",
            _answers(row["unit_code"]),
            story=row["why"],
            safe=row["safe"] != "no",
        )
        for row in rows
    )


def _answers(codes: str) -> tuple[Answer, ...]:
    if codes == "?":
        return ()
    return tuple(
        answer for code in codes.split("|") for answer in (_NO_UNIT if code == "-" else (Answer("deviates", code),))
    )


def of_list(times: Times, rng: Random) -> Iterator[Asked]:
    """Yield the rows of one list."""
    return (asked for asked in hard_names() if asked.units == times.units.id)
