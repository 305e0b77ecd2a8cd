"""What a unit became and was: codes that other units got later, splits, and lists that are not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from fanpage_names.errors import UseError
from fanpage_names.history.changes import Change, Share
from fanpage_names.history.loading import load_history
from fanpage_names.history.timeline import History
from fanpage_names.naming import canonical_name
from fanpage_names.units.catalogue import Shipped
from fanpage_names.units.model import Unit, UnitList

PAST = load_history()
LETTER, OF_2024, OF_2025, BEFORE_2020 = "nam_dinh_units", "nam_dinh_2024", "ninh_binh_2025", "nam_dinh_before_2020"


def code_of(list_id: str, *names: str) -> str:
    """Return the code of the unit with this name and, where a second one is given, this district."""
    (unit,) = (
        unit
        for unit in PAST.units(list_id).at_level("commune")
        if [unit.name, *(unit.district.name for _ in names[1:] if unit.district)] == list(names)
    )
    return unit.code


@pytest.mark.parametrize(
    ("start", "name", "end", "successor"),
    [
        (LETTER, "Yên Thắng", OF_2025, "xã Vạn Thắng"),
        (LETTER, "Yên Khánh", OF_2025, "xã Ý Yên"),
        (LETTER, "Bình Minh", OF_2025, "xã Nam Minh"),
        (LETTER, "Mỹ Lộc", OF_2024, "phường Hưng Lộc"),
        (LETTER, "Mỹ Lộc", OF_2025, "phường Mỹ Lộc"),
        (LETTER, "Mỹ Thịnh", OF_2024, "xã Mỹ Lộc"),
        (LETTER, "Mỹ Hà", OF_2024, "xã Mỹ Hà"),
        (LETTER, "Nam Phong", OF_2024, "phường Nam Phong"),
        (LETTER, "Vị Xuyên", OF_2024, "phường Vị Xuyên"),
        (LETTER, "Trần Tế Xương", OF_2024, "phường Vị Xuyên"),
        (LETTER, "Minh Tân", OF_2024, "xã Minh Tân"),
        (LETTER, "Tân Khánh", OF_2024, "xã Minh Tân"),
        (BEFORE_2020, "Yên Xá", LETTER, "thị trấn Lâm"),
        (BEFORE_2020, "Yên Xá", OF_2025, "xã Ý Yên"),
        (BEFORE_2020, "Nghĩa Thắng", LETTER, "xã Phúc Thắng"),
        (BEFORE_2020, "Nghĩa Phúc", LETTER, "xã Phúc Thắng"),
        (BEFORE_2020, "Hải Toàn", LETTER, "xã Hải An"),
    ],
)
def test_successors(start: str, name: str, end: str, successor: str) -> None:
    found = PAST.successors(start, code_of(start, name), end)
    assert found.unit
    assert found.unit.name_with_type == successor
    assert found.units == (found.unit,)
    assert found.unit is PAST.units(end).by_code[found.unit.code]


def test_a_code_is_no_identity() -> None:
    """13669 was Trần Đăng Ninh, then Cửa Bắc, and is the ward Nam Định; Cửa Bắc of 2021 had another code."""
    names = [PAST.units(list_id).by_code["13669"].name for list_id in (LETTER, OF_2024, OF_2025)]
    assert names == ["Trần Đăng Ninh", "Cửa Bắc", "Nam Định"]
    was = PAST.predecessors(OF_2024, "13669", LETTER)
    assert [unit.name for unit in was.units] == ["Cửa Bắc", "Bà Triệu", "Trần Đăng Ninh"]
    kept = PAST.successors(LETTER, code_of(LETTER, "Cửa Bắc"), OF_2024)
    assert (kept.name_kept, kept.code_kept) == (True, False)
    absorbed = PAST.successors(LETTER, "13669", OF_2024)
    assert (absorbed.name_kept, absorbed.code_kept) == (False, True)


def test_units_of_the_same_name_elsewhere_are_no_successors() -> None:
    for name in ("Yên Thắng", "Yên Khánh", "Bình Minh"):
        unit = next(unit for unit in PAST.units(OF_2025).at_level("commune") if unit.name == name)
        assert not PAST.predecessors(OF_2025, unit.code, LETTER).units
    commune = code_of(OF_2024, "Mỹ Lộc")
    assert [unit.name for unit in PAST.predecessors(OF_2024, commune, LETTER).units] == [
        "Mỹ Tiến",
        "Mỹ Thịnh",
        "Mỹ Thành",
    ]


def test_districts_end_in_2025() -> None:
    for district in PAST.units(LETTER).at_level("district"):
        found = PAST.successors(LETTER, district.code, OF_2025)
        assert found.units == ()
        assert found.unit is None
        assert found.steps[-1].change.kind == "abolished"
        assert found.steps[-1].now is None
    merged = PAST.successors(LETTER, "358", OF_2024)
    assert merged.unit
    assert merged.unit.name_with_type == "thành phố Nam Định"


def test_the_province() -> None:
    found = PAST.successors(LETTER, "36", OF_2025)
    assert found.unit
    assert found.unit.name == "Ninh Bình"
    assert [step.change.resolution for step in found.steps] == ["202/2025/QH15"]
    assert not PAST.successors(LETTER, "36", OF_2024).steps


def test_steps_are_in_the_order_of_time_both_ways() -> None:
    for found in (PAST.successors(LETTER, "13708", OF_2025), PAST.predecessors(OF_2025, "13708", LETTER)):
        days = [step.change.date for step in found.steps]
        assert days == sorted(days, key=str)
        assert set(days) == {date(2024, 9, 1), date(2025, 7, 1)}
    unchanged = PAST.successors(LETTER, code_of(LETTER, "Hải Minh"), OF_2024)
    assert unchanged.unit
    assert unchanged.steps == ()
    assert PAST.next_steps(LETTER, code_of(LETTER, "Hải Minh"))[0].change.kind == "unchanged"


def test_a_unit_follows_itself_in_its_own_list() -> None:
    assert PAST.successors(LETTER, "13708", LETTER).unit == PAST.units(LETTER).by_code["13708"]
    assert PAST.predecessors(LETTER, "13708", LETTER).unit == PAST.units(LETTER).by_code["13708"]


def test_lists_before_and_after() -> None:
    assert [units.id for units in PAST.earlier_lists(OF_2025)] == [
        *("ha_nam_2024", OF_2024, "ninh_binh_2024"),
        *("ha_nam_2021", LETTER, "ninh_binh_2021"),
        BEFORE_2020,
    ]
    assert [units.id for units in PAST.earlier_lists("vn_2025")] == ["vn_2024", "vn_2021", BEFORE_2020]
    retyped = PAST.earlier_lists("dong_nai_2025")[0]
    assert (retyped.id, retyped.units[0].type) == ("dong_nai_2025", "tỉnh")
    assert [units.id for units in PAST.later_lists(LETTER)] == [OF_2024, OF_2025]
    assert PAST.earlier_lists(BEFORE_2020) == PAST.later_lists(OF_2025) == ()
    assert PAST.earlier_lists("of_my_own") == PAST.later_lists("of_my_own") == ()


def test_a_name_of_an_earlier_list_follows_its_own_patterns() -> None:
    units = PAST.units(BEFORE_2020)
    names = [canonical_name(units, unit, "short") for unit in units.at_level("commune")]
    assert names == [
        "Mặt trận Yên Xá Ý Yên Nam Định",
        "Mặt trận Nghĩa Thắng Nghĩa Hưng Nam Định",
        "Mặt trận Nghĩa Phúc Nghĩa Hưng Nam Định",
        "Mặt trận Hải Toàn Hải Hậu Nam Định",
    ]


@pytest.mark.parametrize(
    ("start", "code", "end"),
    [("of_my_own", "13708", OF_2025), (LETTER, "99999", OF_2025), (OF_2025, "13708", LETTER)],
)
def test_what_is_not_known_is_refused(start: str, code: str, end: str) -> None:
    with pytest.raises(KeyError):
        PAST.successors(start, code, end)


def test_lists_required() -> None:
    PAST.require(LETTER, LETTER, OF_2025)
    with pytest.raises(UseError, match="of_my_own: the history of this list is not known"):
        PAST.require("of_my_own")
    with pytest.raises(UseError, match="nam_dinh_units is before ninh_binh_2025"):
        PAST.require(OF_2025, LETTER)
    with pytest.raises(UseError, match="dak_lak_2025 does not follow nam_dinh_units"):
        PAST.require(LETTER, "dak_lak_2025")
    assert PAST.path(LETTER, OF_2025) == (LETTER, OF_2024, OF_2025)
    assert PAST.path(LETTER, LETTER) == (LETTER,)
    assert PAST.path("vn_2021", "vn_2025") == ("vn_2021", "vn_2024", "vn_2025")


def split() -> History:
    """A history in which the commune A is split between B and C, and D is merged into C."""
    province = Unit("37", "province", "tỉnh", "Ninh Bình")
    base = replace(PAST.units(OF_2025), units=(province,))

    def listed(list_id: str, *communes: tuple[str, str]) -> UnitList:
        units = (Unit(code, "commune", "xã", name, province) for code, name in communes)
        return replace(base, id=list_id, units=(province, *units))

    lists = {
        "then": listed("then", ("00001", "A"), ("00004", "D")),
        "now": listed("now", ("00002", "B"), ("00003", "C")),
    }
    shipped = {
        name: Shipped(name, year, "37", "Ninh Bình", "tỉnh", None, None, "now", 0, 0)
        for name, year in (("then", 2024), ("now", 2025))
    }
    ways: Sequence[tuple[str, str, Share]] = (
        ("00001", "00003", "rest"),
        ("00001", "00002", "part"),
        ("00004", "00003", "whole"),
    )
    changes = [Change("merged", "then", was, "now", now, role="absorbed", share=share) for was, now, share in ways]
    return History(shipped, lists.__getitem__, {"then": changes, "now": []}.__getitem__, date(2030, 1, 1))


def test_a_split_is_never_decided() -> None:
    past = split()
    found = past.successors("then", "00001", "now")
    assert [unit.name for unit in found.units] == ["C", "B"]
    assert found.unit is None
    assert past.successors("then", "00004", "now").unit == past.units("now").by_code["00003"]
    assert [unit.name for unit in past.predecessors("now", "00003", "then").units] == ["A", "D"]


def test_types_that_changed_later_are_the_last_steps() -> None:
    (commune,) = (unit for unit in PAST.units("dong_nai_2025").units if unit.name == "Long Thành")
    assert commune.type == "phường"
    (step,) = PAST.retypings("dong_nai_2025", commune.code)
    assert (step.was.type, step.now and step.now.type, step.change.date) == ("xã", "phường", date(2026, 4, 30))
    (was, *_) = PAST.predecessors("dong_nai_2025", commune.code, "dong_nai_2024").units
    steps = PAST.successors("dong_nai_2024", was.code, "dong_nai_2025").steps
    assert [step.change.kind for step in steps] == ["merged", "retyped"]
