"""What is looked up is what a search would find."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from fanpage_names import load_units
from fanpage_names.resolve.deciding import Resolution
from fanpage_names.resolve.lexicon import Lexicon
from fanpage_names.resolve.resolver import Resolver
from fanpage_names.resolve.shortcuts import Shortcuts
from fanpage_names.resolve.sight import Sight
from fanpage_names.text.line import Line
from fanpage_names.text.reader import read_line
from fanpage_names.units.model import STYLES, Style
from tests.corpus.build import corpus, worlds


class NoShortcuts(Shortcuts):
    """Finds nothing, so that everything is searched for."""

    def straight(self, line: Line) -> Resolution | None:
        return None

    def nearly_straight(self, sight: Sight) -> Resolution | None:
        return None

    def decoded(self, raw: str, encodings: Sequence[str]) -> Resolution | None:
        return None


def searching(lexicon: Lexicon) -> Resolver:
    resolver = Resolver(lexicon)
    resolver._shortcuts = NoShortcuts(lexicon, resolver._decider)
    return resolver


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("place", range(3))
def test_search_finds_the_same_unit(place: int, style: Style) -> None:
    world = worlds()[place]
    lexicon = Lexicon(world.units, style)
    shortcuts, search = Resolver(lexicon)._shortcuts, searching(lexicon)
    short = 0
    for case in corpus(world, 3, 60, "shortcuts"):
        found = shortcuts.straight(read_line(case.text)) if case.style == style else None
        if found is not None and found.reading is not None:
            short += 1
            searched = search.resolve(case.text)
            assert searched.reading is not None, case.text
            assert searched.reading.unit is found.reading.unit, case.text
            assert searched.certain or not found.certain, case.text
            assert searched.reading.missing == found.reading.missing, case.text
    assert short > 100


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Mặt trận Hồng Quang Nam Tực Nam Định", "Hồng Quang"),
        ("Mặt chận Nam Hoa Nam Trực Nam Định", "Nam Hoa"),
        ("Mặt trận Xuuân Bắc Xuân Trường Nam Địnnh", "Xuân Bắc"),
        ("Mặt trận xã Hải Minnh huyện Hải Hậu tỉnh Nam Định", "Hải Minh"),
        ("Mặt trận Năng Tĩnh TP Nam Định Nam Địn", "Năng Tĩnh"),
    ],
)
def test_parts_with_other_letters(text: str, unit: str) -> None:
    resolution = Resolver(Lexicon(load_units("nam_dinh_units"), "short")).resolve(text)
    assert resolution.reading is not None
    assert resolution.reading.unit.name == unit
    assert not resolution.certain


@pytest.mark.parametrize(
    "text",
    ["Mặt trận Nghĩa An Nghĩa Hưg Nam Định", "Mặt trận H ải Hậu Nam Địng", "Mặt trận Mỹ Lộc Mỹ Hà Nam Định", ""],
)
def test_words_that_are_names_stay_names(text: str) -> None:
    """What is itself a name, or the rest of a split word, is not taken for a part with other letters."""
    lexicon = Lexicon(load_units("nam_dinh_units"), "short")
    found = Resolver(lexicon).resolve(text)
    searched = searching(lexicon).resolve(text)
    assert (found.reading and found.reading.unit) == (searched.reading and searched.reading.unit)
