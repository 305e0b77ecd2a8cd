"""FN504 and FN506: a row against its own unit column, and among the others."""

from __future__ import annotations

import pytest

from fanpage_names.check import Checker, check_rows
from fanpage_names.rows import Row
from fanpage_names.units.loading import load_units
from tests.rules.rowcases import HAI_ANH, HAI_HAU, HAI_MINH, checked, codes, found


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        (HAI_MINH, "Xã Hải Minh"),
        (HAI_MINH, "Hải Minh"),
        (HAI_MINH, "XA HAI MINH"),
        (HAI_MINH, " X. Hải Minh, H. Hải Hậu "),
        (HAI_MINH, "UBND xã Hải Minh"),
        (HAI_MINH, "Xã Hải Mihn"),
        (HAI_MINH, "Hải Hậu"),
        (HAI_MINH, ""),
        (HAI_MINH, "14233"),
        (HAI_MINH, "Ban Thường trực"),
        (HAI_MINH, "Xã Hải Mih"),
        ("MTTQ xã Hải Minh, Hải Hậu", "Xã Hải Minh"),
        ("Mặt trận Cồn Hải Hậu Nam Định", "TT Cồn"),
        ("Mặt trận Cồn Hải Hậu Nam Định", "TT. Cồn"),
        ("Mặt trận Cồn Hải Hậu Nam Định", "Xã Cồn"),
        ("Mặt trận Quang Trung Vụ Bản Nam Định", "Quang Trung"),
        ("Mặt trận Quang Trung TP Nam Định Nam Định", "Quang Trung"),
        ("Mặt trận Mỹ Lộc Mỹ Lộc Nam Định", "Mỹ Lộc"),
        ("Mặt trận TP Nam Định Nam Định", "Nam Định"),
        ("Mặt trận Lộc Hòa TP Nam Định Nam Định", "TP Nam Định"),
        ("Mặt trận Quảng Ninh", "Xã Hải Minh"),
        (HAI_MINH, "x" * 1000),
    ],
)
def test_a_unit_column_that_agrees_or_is_not_clear(name: str, unit: str) -> None:
    assert not found(checked(Row(name, unit=unit)), "FN504")


@pytest.mark.parametrize(
    ("name", "unit", "start", "end"),
    [
        (HAI_MINH, "Xã Hải Anh", 0, 10),
        (HAI_MINH, "  Hải Anh ", 2, 9),
        (HAI_MINH, "X· H¶i Anh", 0, 10),
        (HAI_MINH, "Huyện Hải Hậu", 0, 13),
        (HAI_MINH, "Quang Trung", 0, 11),
        (HAI_HAU, "Xã Hải Minh", 0, 11),
        ("Mặt trận Mỹ Lộc Nam Định", "TT Mỹ Lộc", 0, 9),
        ("Mặt trận Quang Trung Vụ Bản Nam Định", "Phường Quang Trung", 0, 18),
        ("MTTQ xã Hải Minh", "Xã Hải Anh", 0, 10),
    ],
)
def test_a_unit_column_that_names_another_unit(name: str, unit: str, start: int, end: int) -> None:
    [one] = checked(Row(name, unit=unit))
    [(_, diagnostic)] = found([one], "FN504")
    assert (diagnostic.cell, diagnostic.start, diagnostic.end) == ("unit", start, end)
    assert diagnostic.found == unit[start:end]
    assert (diagnostic.expected, diagnostic.severity, diagnostic.fix) == (None, "error", "none")
    assert f"says “{unit[start:end]}”" in diagnostic.message
    [alone] = checked(Row(name))
    assert (one.result.status, one.result.fixed) == (alone.result.status, alone.result.fixed)


def test_a_unit_reported_twice_is_named_on_each_later_row() -> None:
    rows = checked(
        Row(HAI_MINH, "a.xlsx", "Biểu 01", 7),
        Row(HAI_ANH, "a.xlsx", "Biểu 01", 8),
        Row("MTTQ Hải Minh Hải Hậu", "a.xlsx", "Biểu 02", 3),
        Row(HAI_MINH, "b.csv", None, 2),
        Row("Mặt trận Quảng Ninh", "b.csv", None, 3),
        Row("Mặt trận Quảng Ninh", "b.csv", None, 4),
    )
    duplicates = found(rows, "FN506")
    assert [row for row, _ in duplicates] == [3, 2]
    for _, diagnostic in duplicates:
        assert diagnostic.message == "this unit is already reported in a.xlsx, Biểu 01, row 7"
        assert (diagnostic.cell, diagnostic.start, diagnostic.end) == ("name", 0, len(diagnostic.found))
    assert (rows[3].result.status, rows[3].result.fixed) == ("ok", HAI_MINH)


def test_rows_come_out_as_they_go_in() -> None:
    def endless() -> object:
        yield Row(HAI_MINH)
        raise AssertionError

    first = next(check_rows(Checker(load_units("nam_dinh_units")), endless()))  # type: ignore[arg-type]
    assert first.result.status == "ok"


def test_diagnostics_are_in_the_order_of_cells_then_places() -> None:
    row = Row("MTTQ Hải Minh Hải Hậu", link="x", unit="Xã Hải Anh")
    [_, one] = checked(Row(row.name), row)
    assert codes(one) == ["FN402", "FN506", "FN404", "FN602", "FN504"]


def test_rules_that_are_off_say_nothing() -> None:
    rows = [Row(HAI_MINH, unit="Xã Hải Anh"), Row(HAI_MINH)]
    ignoring = Checker(load_units("nam_dinh_units"), ignore=["FN5"])
    assert [codes(one) for one in check_rows(ignoring, rows)] == [[], []]


CROWDED = "Mặt trận Quang Trung"


@pytest.mark.parametrize(
    ("row", "code", "context"),
    [
        (Row(CROWDED, unit="Phường Quang Trung"), "13645", "unit-column"),
        (Row(CROWDED, unit="Quang Trung", district="TP Nam Định"), "13645", "district-column"),
        (Row(CROWDED, district="Vụ Bản"), "13768", "district-column"),
        (Row(CROWDED, group="II. Huyện Vụ Bản", title="THÀNH PHỐ NAM ĐỊNH"), "13768", "group"),
        (Row(CROWDED, title="ỦY BAN MTTQ VIỆT NAM\nTHÀNH PHỐ NAM ĐỊNH"), "13645", "title"),
        (Row(CROWDED, title="Huyện Vụ Bản, thành phố Nam Định"), None, None),
        (Row(CROWDED, title="HUYỆN HẢI HẬU"), None, None),
        (Row(CROWDED), None, None),
        (Row("", unit="Xã Hải Minh", link="https://www.facebook.com/mattranhaiminh"), "14233", "unit-column"),
        (Row("", unit="Quang Trung", title="HUYỆN VỤ BẢN"), "13768", "title"),
        (Row("", unit="Quang Trung"), None, None),
    ],
)
def test_what_stands_around_a_name_chooses_among_its_units(row: Row, code: str | None, context: str | None) -> None:
    [one] = checked(row)
    assert (one.result.unit and one.result.unit.code, one.context) == (code, context)
    if code is None:
        assert one.result.status in ("ambiguous", "unknown")
        return
    assert (one.result.status, one.result.submitted) == ("deviates", row.name)
    safe = context == "unit-column" and bool(row.name)
    assert one.result.fixed == (one.result.canonical if safe else None)
    missing = [found for found in one.result.diagnostics if found.code in ("FN401", "FN403")]
    assert {found.fix for found in missing} == {"safe" if safe else "unsafe"}
    if not row.name:
        assert [found.code for found in one.result.diagnostics] == ["FN401"]


@pytest.mark.parametrize(
    ("row", "contradicts"),
    [
        (Row(HAI_MINH, district="Huyện Hải Hậu", unit="Hải Minh"), False),
        (Row(HAI_MINH, district="Huyện Vụ Bản"), True),
        (Row(HAI_MINH, group="Thành phố Nam Định"), True),
        (Row(HAI_MINH, title="HUYỆN VỤ BẢN"), True),
        (Row(HAI_MINH, unit="Xã Hải Minh", title="HUYỆN VỤ BẢN"), False),
        (Row(HAI_MINH, title="TỈNH NAM ĐỊNH"), False),
        (Row(HAI_HAU, district="Huyện Vụ Bản"), False),
    ],
)
def test_what_stands_around_a_name_never_overrules_it(row: Row, contradicts: bool) -> None:
    [one] = checked(row)
    assert (one.result.status, one.context) == ("ok", None)
    assert [found.code for found in one.result.diagnostics] == (["FN504"] if contradicts else [])
