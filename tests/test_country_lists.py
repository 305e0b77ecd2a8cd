"""Every list of the country, as a user meets it: its own names are right, in both styles, alone and together."""

from __future__ import annotations

import pytest

from fanpage_names.check import Checker, check_rows
from fanpage_names.naming import canonical_names
from fanpage_names.rows import Row
from fanpage_names.units.catalogue import DAYS, of_year
from fanpage_names.units.loading import load_units
from fanpage_names.units.model import STYLES, Style, Unit, UnitList

every_style = pytest.mark.parametrize("style", STYLES)


def own_names_are_right(units: UnitList, style: Style) -> None:
    """Names beside the unit, district and province columns that `generate` prints."""
    checker, names = Checker(units, style), canonical_names(units, style)

    def row(number: int, unit: Unit) -> Row:
        district = unit.district.name if unit.district else None
        return Row(names[unit.code], row=number, unit=unit.name, district=district)

    rows = [row(number, unit) for number, unit in enumerate(units.units, 1)]
    for unit, checked in zip(units.units, check_rows(checker, rows), strict=True):
        result = checked.result
        assert (result.status, result.diagnostics, result.unit) == ("ok", (), unit)


@pytest.mark.parametrize("name", ["dak_lak_2025", "ho_chi_minh_2021", "hue_2024"])
@every_style
def test_names_of_some_lists(name: str, style: Style) -> None:
    own_names_are_right(load_units(name), style)


@pytest.mark.parametrize("year", DAYS)
@every_style
def test_names_of_the_country(year: int, style: Style) -> None:
    own_names_are_right(load_units(f"vn_{year}"), style)


@pytest.mark.slow
@pytest.mark.parametrize("year", DAYS)
@every_style
def test_names_of_every_list(year: int, style: Style) -> None:
    for listed in of_year(year):
        own_names_are_right(load_units(listed.name), style)


@pytest.mark.parametrize(
    ("units", "name", "unit", "codes"),
    [
        ("vn_2025", "Mặt trận Hải Minh Hải Hậu Nam Định", "14236", "FN505"),
        ("vn_2025", "Mặt trận Phúc Xá Ba Đình Hà Nội", "00097", "FN505"),
        ("vn_2025", "MTTQ xã Hải Anh tỉnh Ninh Bình", "14236", "FN402 FN406"),
        ("vn_2025", "Mặt trận tỉnh Hoà Bình", "25", "FN402 FN505"),
        ("vn_2025", "Mặt trận phường Hòa Bình", "", "FN502"),
        ("vn_2025", "Mặt trận xã Hòa Bình", "", "FN502"),
        ("vn_2025", "Mặt trận phường Hòa Bình Phú Thọ", "04795", "FN406"),
        ("vn_2025", "Mặt trận xã Hưng Phú, huyện Phước Long", "31882", "FN206 FN404 FN406 FN505"),
        ("vn_2025", "Mặt trận Phú Xuân Phú Tân An Giang", "30436", "FN505"),
        ("vn_2025", "Mặt trận xã Huy Tân huyện Phù Yên", "03910", "FN404 FN406 FN505"),
        ("vn_2025", "MTTQ Quận 1", "", "FN402 FN404 FN505"),
        ("vn_2025", "Mặt trận huyện Phú Lộc", "", "FN502"),
        ("vn_2025", "UBND xã Hưng Phú, Phước Long", "", "FN410"),
        ("vn_2025", "MTTQ xã Tam Phước, Bến Tre Đồng Nai", "", "FN502"),
        ("vn_2025", "Mặt trận Quảng Trị", "", "FN502"),
        ("vn_2025", "MÆt trËn x· H¶i Anh", "14236", "FN104 FN404 FN406"),
        ("vn_2025", "MÆt trËn H¶i Minh H¶i HËu Nam §Þnh", "14236", "FN104 FN505"),
        ("vn_2025", "MÆt trËn Hïng H¶i DiÔn Ch©u NghÖ An", "17419", "FN104 FN505"),
        ("vn_2025", "Mawtj traanj Hair Minh Hair Haauj Nam Ddinhj", "14236", "FN105 FN505"),
        ("vn_2025", "MÆt trËn xãm §«ng Bµng Xu©n", "", "FN410"),
        ("vn_2025", "Quán cà phê", "", "FN501"),
        ("dong_nai_2025", "Mặt trận Tổ quốc tỉnh Đồng Nai", "75", "FN505"),
        ("ha_noi_2025", "Mặt trận Cống Vị Ba Đình Hà Nội", "", "FN505"),
        # A commune of today that bears its predecessor's name and district in one
        ("lam_dong_2025", "Mặt trận thị trấn Nam Ban huyện Lâm Hà tỉnh Lâm Đồng", "24868", "FN406 FN505"),
        ("lam_dong_2025", "Mặt trận phường 2 thành phố Bảo Lộc tỉnh Lâm Đồng", "24820", "FN306 FN406 FN505"),
        ("lam_dong_2025", "Mặt trận Nam Ban Lâm Hà Lâm Đồng", "24868", ""),
        ("lam_dong_2025", "MTTQ xã Nam Ban Lâm Hà", "24868", "FN402 FN404 FN406"),
        ("dak_lak_2025", "mat tran lien son lak dak lak", "24580", "FN301 FN306"),
    ],
)
def test_other_names(units: str, name: str, unit: str, codes: str) -> None:
    result = Checker(load_units(units)).check(name)
    assert (result.unit.code if result.unit else "") == unit
    assert {found.code for found in result.diagnostics} == set(codes.split())
