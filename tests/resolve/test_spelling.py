"""How parts are spelt: what is known beforehand is what a comparison finds."""

from __future__ import annotations

import pytest

from fanpage_names.text.compare import CASE, LETTERS, MARKS_MISSING, MARKS_WRONG, TONE_PLACEMENT
from fanpage_names.text.letters import bare
from fanpage_names.text.spelling import EXACT, common_spellings, spelling
from tests.units.exports import country


def test_known_spellings_are_those_that_a_comparison_finds() -> None:
    names = {unit.name for year in (2021, 2025) for units in country(year) for unit in units.units} | {"Mặt trận"}
    assert len(names) > 7000
    for name in names:
        words = name.split(" ")
        known = common_spellings(words)
        assert known["".join(words)] is EXACT
        for change in (bare, str.upper, str.lower, lambda word: bare(word).upper(), lambda word: bare(word).lower()):
            found = [change(word) for word in words]
            assert known["".join(found)] == spelling(found, words), found


@pytest.mark.parametrize(
    ("found", "differences", "wrong"),
    [
        ("Giao Thuỷ", TONE_PLACEMENT, 0),
        ("Giao Thuy", MARKS_MISSING, 0),
        ("giao thủy", CASE, 0),
        ("Giao Thùy", MARKS_WRONG, 1),
        ("Giáo Thùy", MARKS_WRONG, 2),
        ("Giao Thủi", LETTERS, 2),
    ],
)
def test_spellings(found: str, differences: int, wrong: int) -> None:
    spelt = spelling(found.split(), ["Giao", "Thủy"])
    assert (spelt.differences, spelt.wrong) == (differences, wrong)
    assert all(word.found != word.expected for word in spelt.words)
