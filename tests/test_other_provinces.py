"""Damaged names of other provinces, where names are numbers, hold apostrophes or type words, or differ in one mark."""

from __future__ import annotations

from functools import cache

import pytest

from fanpage_names import Checker
from tests.units.exports import country

CASES: tuple[tuple[int, str, str, str | None, str | None], ...] = (
    # year, province, submitted, unit, fixed
    (2021, "Hồ Chí Minh", "P.14 Q.3 Hồ Chí Minh", "phường 14", "Mặt trận Phường 14 Quận 3 Hồ Chí Minh"),
    (2021, "Hồ Chí Minh", "P14 Q3 Hồ Chí Minh", "phường 14", "Mặt trận Phường 14 Quận 3 Hồ Chí Minh"),
    (2021, "Hồ Chí Minh", "Mặt trận Phường 14 Quận 3 TP.HCM", "phường 14", "Mặt trận Phường 14 Quận 3 Hồ Chí Minh"),
    (2021, "Hồ Chí Minh", "Mặt trận 12 Hồ Chí Minh", "quận 12", None),
    (2021, "Lâm Đồng", "Mat tran Da M' Rong Lam Dong", "huyện Đam Rông", None),
    (2021, "Ninh Bình", "MTTQ Ninh Bình Nho Quan Phú Sơn", "xã Phú Sơn", "Mặt trận Phú Sơn Nho Quan Ninh Bình"),
    (2021, "Bình Thuận", "X. Đức Tín H. Đức Linh Bình Thuận", "xã Đức Tín", "Mặt trận Đức Tín Đức Linh Bình Thuận"),
    (2021, "Quảng Ngãi", "Mat tran Ba To Ba To Quang Ngai", None, None),
    (2025, "Thái Nguyên", "MẶT TRẬN VĂN LANG THÁI NGUYÊN", "xã Văn Lang", "Mặt trận Văn Lang Thái Nguyên"),
    (2025, "Thái Nguyên", "Mặt trận Văn Lăng, Thái Nguyên", "xã Văn Lăng", "Mặt trận Văn Lăng Thái Nguyên"),
    (2025, "Thái Nguyên", "Mat tran Van Lang Thai Nguyen", None, None),
    (2025, "Hà Tĩnh", "Mặt trận Hà Tĩnh Đức Thịnh", "xã Đức Thịnh", "Mặt trận Đức Thịnh Hà Tĩnh"),
)


@cache
def checker(year: int, province: str) -> Checker:
    return Checker(next(units for units in country(year) if units.units[0].name == province))


@pytest.mark.parametrize(("year", "province", "submitted", "unit", "fixed"), CASES)
def test_names_that_nam_dinh_has_not(
    year: int, province: str, submitted: str, unit: str | None, fixed: str | None
) -> None:
    result = checker(year, province).check(submitted)
    assert (result.unit and result.unit.name_with_type, result.fixed) == (unit, fixed)
