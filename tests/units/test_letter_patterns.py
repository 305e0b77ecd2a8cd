"""Which units need a label, and the letter's patterns."""

from __future__ import annotations

import pytest

from fanpage_names.units.letter import label_for, letter_patterns
from fanpage_names.units.loading import load_units, shipped_names
from fanpage_names.units.model import Unit

HOA_BINH = Unit("17", "province", "tỉnh", "Hoà Bình")
DISTRICT = Unit("447", "district", "huyện", "Kỳ Anh", Unit("42", "province", "tỉnh", "Hà Tĩnh"))

LABELS: tuple[tuple[str, str, Unit | None, bool, str | None], ...] = (
    ("phường", "1", DISTRICT, False, "Phường 1"),
    ("phường", "03", DISTRICT, False, "Phường 03"),
    ("quận", "12", HOA_BINH, False, "Quận 12"),
    ("phường", "IV", DISTRICT, False, "Phường IV"),
    ("phường", "1 Bảo Lộc", HOA_BINH, False, "Phường 1 Bảo Lộc"),
    ("phường", "Cổ Nhuế 1", DISTRICT, False, None),
    ("xã", "Tam Xuân II", DISTRICT, False, None),
    ("huyện", "Kỳ Anh", DISTRICT.province, True, "Huyện Kỳ Anh"),
    ("thị xã", "Kỳ Anh", DISTRICT.province, True, "Thị xã Kỳ Anh"),
    ("thành phố", "Cao Lãnh", HOA_BINH, True, "TP Cao Lãnh"),
    ("thành phố", "Hòa Bình", HOA_BINH, False, "TP Hòa Bình"),
    ("phường", "Hòa Bình", HOA_BINH, False, "Phường Hòa Bình"),
    ("thị trấn", "Kỳ Anh", DISTRICT, False, None),
    ("xã", "Hà Tĩnh", DISTRICT, False, None),
    ("thành phố", "Hà Nội", None, False, None),
)


@pytest.mark.parametrize(("type_word", "name", "parent", "has_namesake", "label"), LABELS)
def test_label(type_word: str, name: str, parent: Unit | None, has_namesake: bool, label: str | None) -> None:
    assert label_for(type_word, name, parent, has_namesake=has_namesake) == label


def test_patterns_are_those_of_the_shipped_lists() -> None:
    for units in map(load_units, shipped_names()):
        assert letter_patterns(has_districts=units.has_districts) == units.patterns, units.id
