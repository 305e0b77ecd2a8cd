"""Suggested usernames: by the platform's rules, and one for each unit."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names.units.loading import load_units, shipped_names
from fanpage_names.units.model import STYLES, Level, Style, Unit, UnitList
from fanpage_names.usernames import usernames

FORM = re.compile(r"[a-z0-9]+(\.[a-z0-9]+)*")


def follows_the_rules(text: str) -> bool:
    return bool(FORM.fullmatch(text)) and 5 <= len(text) <= 50 and not re.search(r"\.(com|net)", text)


@pytest.mark.parametrize("style", STYLES)
def test_rules_and_uniqueness(style: Style) -> None:
    for units in map(load_units, shipped_names()):
        found = usernames(units, style)
        assert list(found) == [unit.code for unit in units.units], units.id
        assert [text for text in found.values() if not follows_the_rules(text)] == [], units.id
        assert len({text.replace(".", "").lower() for text in found.values()}) == len(units.units), units.id


@pytest.mark.parametrize(
    ("style", "code", "username"),
    [
        ("short", "36", "mattrantoquoc.tinhnamdinh"),
        ("short", "356", "mattran.tpnamdinh.namdinh"),
        ("short", "366", "mattran.haihau.namdinh"),
        ("short", "14233", "mattran.haiminh.haihau.namdinh"),
        ("short", "360", "mattran.yyen.namdinh"),
        ("short", "13708", "mattran.myloc.myloc.namdinh"),
        ("short", "14050", "mattran.truchung.trucninh.namdinh.14050"),
        ("short", "14083", "mattran.truchung.trucninh.namdinh.14083"),
        ("full", "366", "mattran.huyenhaihau.tinhnamdinh"),
        ("full", "14233", "mattran.xahaiminh.huyenhaihau.tinhnamdinh"),
        ("full", "13708", "mattran.thitranmyloc.huyenmyloc.tinhnamdinh"),
        ("full", "14050", "mattran.xatruchung.huyentrucninh.tinhnamdinh.14050"),
        ("full", "13660", "mattran.phandinhphung.tpnamdinh.namdinh"),  # else longer than the platform takes
    ],
)
def test_usernames(style: Style, code: str, username: str) -> None:
    assert usernames(load_units("nam_dinh_units"), style)[code] == username


def list_of(*names: str) -> UnitList:
    province = Unit("01", "province", "tỉnh", names[0])
    district = Unit("001", "district", "huyện", names[1], province)
    communes = [Unit(f"{n:05}", "commune", "xã", name, district) for n, name in enumerate(names[2:])]
    levels: dict[Level, str] = {
        "province": "MT {province}",
        "district": "MT {district} {province}",
        "commune": "MT {commune}",
    }
    return UnitList("a", "A", None, None, (), {"short": levels, "full": levels}, (), (province, district, *communes))


def test_extensions_too_short_and_too_long_names() -> None:
    found = usernames(list_of("Co Mạ", "Nét", "Ia", "A" * 70, "Sơn La", "Sơn Là", "B" * 45 + " C", "-"), "full")
    assert list(found.values()) == [
        "mtcoma",
        "mtnetcoma",
        "mt.ia",
        f"mt.{'a' * 41}.00001",
        "mt.sonla.00002",
        "mt.sonla.00003",
        f"mt.{'b' * 45}c",
        "mt.00005",
    ]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(alphabet="aăâđeêô ơừỹ.-ÁỀ1ß字", min_size=1, max_size=60), min_size=3, max_size=8, unique=True))
def test_any_names(names: list[str]) -> None:
    found = usernames(list_of(*names), "short")
    assert all(map(follows_the_rules, found.values()))
    assert len({text.replace(".", "") for text in found.values()}) == len(names)
