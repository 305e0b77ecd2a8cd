"""Which unit somebody means on the command line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names.errors import UseError
from fanpage_names.lang import Text
from fanpage_names.text.fold import fold_letters
from fanpage_names.units.finding import find_unit
from fanpage_names.units.loading import load_units

LISTS = {name: load_units(name) for name in ("nam_dinh_units", "nam_dinh_2024", "ninh_binh_2025")}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hải Hậu", "366"),
        ("hai hau", "366"),
        ("HẢI  HẬU ", "366"),
        ("Ha\u0309i Ha\u0323\u0302u", "366"),
        ("huyện hai hau", "366"),
        ("huyen Hải Hậu", "366"),
        ("H. Hải Hậu", "366"),
        ("hai-hau", "366"),
        ("hai_hau", "366"),
        ("Hải Hậu, tỉnh Nam Định", "366"),
        ("366", "366"),
        (" 14233 ", "14233"),
        ("36", "36"),
        ("xa Hai Minh", "14233"),
        ("hai-minh-hai-hau", "14233"),
        ("Hải Minh Hải Hậu Nam Định", "14233"),
        ("xã Hải Minh, huyện Hải Hậu, tỉnh Nam Định", "14233"),
        ("TP Nam Định", "356"),
        ("tp.nam dinh", "356"),
        ("thành phố Nam Định", "356"),
        ("tỉnh Nam Định", "36"),
        ("T. Nam Định", "36"),
        ("thị trấn Mỹ Lộc", "13708"),
        ("tt my loc", "13708"),
        ("Mỹ Lộc Mỹ Lộc", "13708"),
        ("Quang Trung Vụ Bản", "13768"),
        ("Quang Trung, Vụ Bản", "13768"),
        ("quang trung vu ban", "13768"),
        ("xã Quang Trung", "13768"),
        ("phường Quang Trung", "13645"),
        ("Quang Trung TP Nam Định", "13645"),
        ("Trực Hưng", "14050"),
        ("truc Hùng", "14083"),
        ("Nghĩa Hùng", "13942"),
        ("Nghĩa Hưng", "361"),
        ("Giao Thuỷ", "365"),
        ("Hải Hoà", "14317"),
    ],
)
def test_found_without_a_word(text: str, code: str) -> None:
    found = find_unit(LISTS["nam_dinh_units"], text)
    assert found.unit.code == code
    assert found.note is None


@pytest.mark.parametrize(
    ("name", "text", "code", "other"),
    [
        ("nam_dinh_units", "Mỹ Lộc", "358", "thị trấn Mỹ Lộc, huyện Mỹ Lộc (13708)"),
        ("nam_dinh_units", "Mĩ Lộc", "358", "thị trấn Mỹ Lộc, huyện Mỹ Lộc (13708)"),
        ("nam_dinh_units", "xuan-truong", "364", "thị trấn Xuân Trường, huyện Xuân Trường (14089)"),
        ("nam_dinh_units", "Nam Định", "356", "tỉnh Nam Định (36)"),
        ("nam_dinh_units", "nghia hung", "361", "xã Nghĩa Hùng, huyện Nghĩa Hưng (13942)"),
        ("nam_dinh_2024", "Giao Thủy", "365", "thị trấn Giao Thủy, huyện Giao Thủy (14167)"),
    ],
)
def test_district_wins_with_a_word(name: str, text: str, code: str, other: str) -> None:
    found = find_unit(LISTS[name], text)
    assert found.unit.code == code
    assert found.note
    assert other in found.note.in_lang("vi")
    assert other in found.note.in_lang("en")


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("nam_dinh_2024", "Mỹ Lộc", "13735"),
        ("ninh_binh_2025", "Nam Định", "13669"),
        ("ninh_binh_2025", "Ninh Bình", "37"),
        ("ninh_binh_2025", "phường Nam Định Ninh Bình", "13669"),
    ],
)
def test_other_lists(name: str, text: str, code: str) -> None:
    assert find_unit(LISTS[name], text).unit.code == code


def in_both(text: Text) -> list[str]:
    return [text.in_lang("vi"), text.in_lang("en")]


@pytest.mark.parametrize(
    ("name", "text", "candidates"),
    [
        ("nam_dinh_units", "Quang Trung", ["thành phố Nam Định (13645)", "huyện Vụ Bản (13768)"]),
        ("nam_dinh_units", "Quang Trung Nam Định", ["(13645)", "(13768)"]),
        ("nam_dinh_units", "Truc Hung", ["Trực Hưng, huyện Trực Ninh (14050)", "Trực Hùng, huyện Trực Ninh (14083)"]),
        ("nam_dinh_units", "Trực hung", ["(14050)", "(14083)"]),
        ("nam_dinh_2024", "Hồng Quang", ["huyện Ý Yên (13876)", "huyện Nam Trực (13984)"]),
    ],
)  # fmt: skip
def test_ambiguous(name: str, text: str, candidates: list[str]) -> None:
    with pytest.raises(UseError, match="could be") as error:
        find_unit(LISTS[name], text)
    assert all(candidate in said for candidate in candidates for said in in_both(error.value.text))


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Hải Hậ", "huyện Hải Hậu (366)"),
        ("Hải Mình Hải Hậu", "xã Hải Minh, huyện Hải Hậu (14233)"),
        ("xã Hải Hậu", "huyện Hải Hậu (366)"),
        ("Nghĩa Hững", "huyện Nghĩa Hưng (361)"),
        ("142330", "xã Hải Minh, huyện Hải Hậu (14233)"),
        ("Hai Mihn", "xã Hải Minh, huyện Hải Hậu (14233)"),
    ],
)
def test_unknown_names_the_nearest(text: str, near: str) -> None:
    with pytest.raises(UseError, match="no unit") as error:
        find_unit(LISTS["nam_dinh_units"], text)
    assert all(near in said for said in in_both(error.value.text))


def test_numbers_with_and_without_zeros() -> None:
    units = load_units("ho_chi_minh_2021")
    for text in ("Phường 4, Quận 4", "p 04 q 4", "phường 04 quận 4"):
        assert find_unit(units, text).unit.name == "04"


def test_the_country_needs_the_province() -> None:
    units = load_units("vn_2025")
    with pytest.raises(UseError, match="xã Tân Phú, tỉnh Nghệ An"):
        find_unit(units, "Tân Phú")
    assert find_unit(units, "Tân Phú Nghệ An").unit.province.name == "Nghệ An"


@pytest.mark.parametrize("text", ["", " ", "?!", "huyện", "xyzzy", "a" * 100_000])
def test_unknown_without_any_near(text: str) -> None:
    with pytest.raises(UseError, match="see: fanpage-names units list"):
        find_unit(LISTS["nam_dinh_units"], text)


@pytest.mark.parametrize("name", LISTS)
def test_every_unit_is_found_by_code_and_by_full_name(name: str) -> None:
    units = LISTS[name]
    for unit in units.units:
        full = unit.name_with_type + (f" {unit.district.name_with_type}" if unit.district else "")
        for text in (unit.code, full, full.upper()):
            assert find_unit(units, text).unit is unit
        folded = [
            other for other in units.units if fold_letters(other.name_with_type) == fold_letters(unit.name_with_type)
        ]
        if len(folded) == 1:
            assert find_unit(units, fold_letters(full).replace(" ", "-")).unit is unit


@settings(max_examples=100, deadline=None)
@given(
    st.text(max_size=30)
    | st.lists(st.sampled_from(["hải", "hậu", "nam", "định", "xã", "tp", "366", ",", "-"])).map(" ".join)
)
def test_any_text_is_found_or_refused_in_one_line(text: str) -> None:
    units = LISTS["nam_dinh_units"]
    try:
        found = find_unit(units, text)
    except UseError as error:
        said = error.lines("vi")
    else:
        said = [found.note.in_lang("vi")] if found.note else [""]
        assert units.by_code[found.unit.code] is found.unit
    assert len(said) == 1
    assert not said[0] or said[0].isprintable()
