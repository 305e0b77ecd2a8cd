"""Every page name of 2021 under the later lists: which are still right, and which are those of former units."""

from __future__ import annotations

from collections import Counter

import pytest

from fanpage_names import Checker, check_rows, load_units
from fanpage_names.history.loading import load_history
from fanpage_names.rows import Row

THEN = "nam_dinh_units"


@pytest.mark.parametrize(
    ("now", "still_right", "with_successor", "without"), [("nam_dinh_2024", 167, 70, 0), ("ninh_binh_2025", 0, 227, 10)]
)
def test_all_names_of_2021(now: str, still_right: int, with_successor: int, without: int) -> None:
    then = Checker(load_units(THEN))
    rows = [Row(then.canonical(unit), row=number) for number, unit in enumerate(then.units.units, 1)]
    figures: Counter[str] = Counter()
    for unit, checked in zip(then.units.units, check_rows(Checker(load_units(now)), rows), strict=True):
        result = checked.result
        successors = {unit.code for unit in load_history().successors(THEN, unit.code, now).units}
        assert ({result.unit.code} if result.unit else set()) == successors
        assert [found.code for found in result.diagnostics] == ([] if result.status == "ok" else ["FN505"])
        assert result.fixed in (None, result.submitted)
        figures[result.status] += 1
    assert figures == Counter(ok=still_right, deviates=with_successor, unknown=without)
