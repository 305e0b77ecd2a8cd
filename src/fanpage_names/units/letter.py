"""What the letter on page names says of any province's list: how names are made, and which units need a label.

The letter (the provincial Fatherland Front of Nam Định, after 3344/MTTW-BTT of 2021-12-02) names a page "Mặt trận" +
name of the unit + names of the units above. It writes "tên huyện/TP": the city Nam Định is "TP Nam Định", since the
bare name would read "Nam Định Nam Định". `label_for` says the same for what other provinces have.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from fanpage_names.text.fold import fold_case, fold_tone_placement
from fanpage_names.units.model import LEVELS, Level, Style, Unit

_PROVINCE = "Mặt trận Tổ quốc {province_type} {province}"
_CITY = "thành phố"
_CITY_SHORT = "TP"

_NUMBER = re.compile(r"\d.*|[IVXLC]+")
"""The name "1", "12", "IV" or "1 Bảo Lộc", not "Cổ Nhuế 1"."""


def letter_patterns(*, has_districts: bool) -> Mapping[Style, Mapping[Level, str]]:
    """Return the letter's patterns by style and level, for a list with districts or without.

    The page of a centrally-run city follows from the pattern: "Mặt trận Tổ quốc thành phố Hà Nội".
    """
    levels = [level for level in LEVELS if has_districts or level != "district"]
    found: dict[Style, dict[Level, str]] = {"short": {"province": _PROVINCE}, "full": {"province": _PROVINCE}}
    for place, level in enumerate(levels[1:], 1):
        upwards = levels[place::-1]
        found["short"][level] = " ".join(["Mặt trận", *(f"{{{above}_label}}" for above in upwards)])
        found["full"][level] = " ".join(["Mặt trận", *(f"{{{above}_type}} {{{above}}}" for above in upwards)])
    return found


def label_for(type_word: str, name: str, parent: Unit | None, *, has_namesake: bool) -> str | None:
    """Return the label that a unit needs; None where the bare name does.

    The rule: the type word is part of what the short style writes where the bare name alone does not name the unit.
    That is so where

    1. the name is a number or begins with one: "Phường 1", "Quận 3", "Phường IV", "Phường 1 Bảo Lộc";
    2. another unit under the same parent bears the name: "Huyện Kỳ Anh" and "Thị xã Kỳ Anh" both have a label;
    3. the unit is right under its province and bears its name: "TP Nam Định", "Huyện Điện Biên", "Phường Lào Cai".

    The place of the tone mark and capitals make no other name: the GSO has "Hòa Bình" in "Hoà Bình". The type word is
    written as names begin, with a capital letter, and `thành phố` as the letter shortens it, "TP". A commune that bears
    the name of its district needs no label: the letter writes "Mặt trận Mỹ Lộc Mỹ Lộc Nam Định".

    Args:
        type_word: the unit's type word, in lower case.
        name: its bare name.
        parent: the unit above.
        has_namesake: whether another unit under the parent has this bare name.
    """
    like_province = parent is not None and parent.level == "province" and name_key(parent.name) == name_key(name)
    return with_type(type_word, name) if has_namesake or like_province or is_number(name) else None


def name_key(name: str) -> str:
    """Return what names are told apart by."""
    return fold_tone_placement(fold_case(name))


def with_type(type_word: str, name: str) -> str:
    """Return a name with its type word as part of it: "Quận 1", "Thị xã Kỳ Anh", "TP Nam Định"."""
    return f"{_CITY_SHORT if type_word == _CITY else type_word.capitalize()} {name}"


def is_number(name: str) -> bool:
    """Whether a name is a number or begins with one, and so is no name without its type word."""
    return _NUMBER.fullmatch(name) is not None
