"""Which list a name, a province, a day or a file stands for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fanpage_names.errors import UseError
from fanpage_names.history.between import units_between
from fanpage_names.history.choosing import Chosen, choose, newer_list
from fanpage_names.history.loading import load_history
from fanpage_names.naming import canonical_names
from fanpage_names.units.catalogue import Shipped, of_year
from fanpage_names.units.loading import DEFAULT_UNITS, load_units
from fanpage_names.units.model import STYLES, UnitList
from fanpage_names.units.writing import units_yaml

TODAY = date(2026, 11, 1)
THEN = date(2024, 12, 1)


def chosen(text: str, day: date | None = None) -> Chosen:
    return choose(text, day, TODAY)


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("dak_lak_2025", None, "dak_lak_2025"),
        ("dak_lak_2021.yaml", None, "dak_lak_2021"),
        ("nam_dinh_2021", None, DEFAULT_UNITS),
        ("Đắk Lắk", None, "dak_lak_2025"),
        ("dak lak", None, "dak_lak_2025"),
        ("tỉnh Đắk Lắk", None, "dak_lak_2025"),
        ("TP. Hồ Chí Minh", None, "ho_chi_minh_2025"),
        ("thành phố Hà Nội", date(2021, 12, 31), "ha_noi_2021"),
        ("ba ria - vung tau", date(2025, 6, 30), "ba_ria_vung_tau_2024"),
        ("Huế", date(2025, 1, 1), "hue_2024"),
        ("Huế", date(2022, 1, 1), "thua_thien_hue_2021"),
        ("Huế", date(2025, 7, 1), "hue_2025"),
        ("Nam Định", date(2024, 8, 31), DEFAULT_UNITS),
        ("Nam Định", date(2024, 9, 1), "nam_dinh_2024"),
        ("Ninh Bình", TODAY, "ninh_binh_2025"),
        ("gia_lai_2025", THEN, "gia_lai_2024"),
        (DEFAULT_UNITS, date(2025, 7, 1), "ninh_binh_2025"),
        (DEFAULT_UNITS, date(2025, 6, 30), "nam_dinh_2024"),
        ("vn_2021", date(2025, 7, 1), "vn_2025"),
        ("vn_2025", date(2021, 12, 31), "vn_2021"),
    ],
)
def test_lists_by_name_and_day(text: str, day: date | None, name: str) -> None:
    assert chosen(text, day) == (load_units(name, day or TODAY), None)


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("Nam Định", None, "Nam Định: part of Ninh Bình since 2025-07-01 (--units ninh_binh_2025); its former lists: "
                           "nam_dinh_units, nam_dinh_2024"),
        ("Đắc Lắc", None, "Đắc Lắc: no such province, list or file; nearest: Đắk Lắk"),
        ("xyzzy", None, "xyzzy: no such province, list or file; see: fanpage-names units lists"),
        ("missing.yaml", None, "missing.yaml: no such file; the shipped lists: fanpage-names units lists"),
    ],
)  # fmt: skip
def test_what_is_refused(text: str, day: date | None, said: str) -> None:
    with pytest.raises(UseError) as error:
        chosen(text, day)
    assert str(error.value) == said


def test_a_file_has_no_other_days(tmp_path: Path) -> None:
    path = tmp_path / "ninh_binh_2025.yaml"
    path.write_text(units_yaml(load_units("ninh_binh_2025"), "…"), encoding="utf-8")
    assert not chosen(str(path)).units.shipped
    with pytest.raises(UseError, match="leave out --as-of"):
        chosen(str(path), THEN)


def test_the_day_decides_the_type() -> None:
    assert [chosen("Đồng Nai", day).units.units[0].type for day in (date(2026, 4, 29), date(2026, 4, 30))] == [
        "tỉnh",
        "thành phố",
    ]


def test_a_day_before_all_lists_has_the_first_one() -> None:
    units, note = chosen("Đắk Lắk", date(2020, 1, 1))
    assert (units, note and note.in_lang("en")) == (
        load_units("dak_lak_2021"),
        "there is no list of 2020-01-01; using the first one, of 2021-12-31",
    )
    assert chosen("Nam Định", date(2020, 2, 1)).note is None


def test_between_two_lists_what_is_dated_holds() -> None:
    before, between = load_units("bac_giang_2021"), chosen("Bắc Giang", date(2024, 2, 1)).units
    assert {unit.type for unit in before.units if unit.name == "Việt Yên"} == {"huyện"}
    assert {unit.type for unit in between.units if unit.name == "Việt Yên"} == {"thị xã"}
    assert {unit.name for unit in between.at_level("district")} == {unit.name for unit in before.at_level("district")}
    assert (between.id, between.title, between.valid_from) == (
        "bac_giang_2024-02-01", "Bắc Giang, 01/02/2024", date(2024, 2, 1),
    )  # fmt: skip


@pytest.mark.parametrize("day", [date(2023, 4, 10), THEN])
def test_lists_between_are_whole(day: date) -> None:
    communes = {listed.code for listed in of_year(2021)}
    for listed in of_year(2021):
        _whole(chosen(listed.province, day).units)
        communes.discard(listed.code)
    assert not communes
    country = chosen("vn_2021", day)
    _whole(country.units)
    assert country.note is not None
    assert "without a day" in country.note.in_lang("en")


def _whole(units: UnitList) -> None:
    for style in STYLES:
        names = canonical_names(units, style)
        assert len(set(names.values())) == len(names) == len(units.units)
    seen = set()
    for unit in units.units:
        assert unit.parent is None or unit.parent in seen
        seen.add(unit)


@pytest.mark.parametrize("listed", of_year(2021), ids=lambda listed: listed.name)
def test_all_that_is_dated_makes_the_later_list(listed: Shipped) -> None:
    """What is left are units whose name, type or code changed on a day that nobody says."""
    last = next(each.name for each in of_year(2024) if each.code == listed.code)
    units, undated = units_between(load_history(), listed.name, last, date(2025, 6, 29))
    known = {unit[:4] for unit in load_history().units(last).units}
    assert len({unit[:4] for unit in units.units} ^ known) == 2 * undated


@pytest.mark.parametrize(
    ("name", "day", "newer"),
    [
        (DEFAULT_UNITS, TODAY, "ninh_binh_2025"),
        (DEFAULT_UNITS, date(2022, 1, 1), None),
        ("nam_dinh_2024", date(2024, 8, 31), DEFAULT_UNITS),
        ("dak_lak_2021", TODAY, "dak_lak_2025"),
        ("dak_lak_2025", TODAY, None),
        ("vn_2021", TODAY, "vn_2025"),
        ("vn_2025", TODAY, None),
    ],
)
def test_newer_list(name: str, day: date, newer: str | None) -> None:
    said = newer_list(load_units(name), day)
    assert (said and said.in_lang("en").rpartition(" ")[2]) == newer


def test_own_list_has_no_newer_one(tmp_path: Path) -> None:
    path = tmp_path / "nam_dinh_units.yaml"
    path.write_text(units_yaml(load_units(DEFAULT_UNITS), "…"), encoding="utf-8")
    assert newer_list(load_units(path), TODAY) is None
