"""Words that are no part of a unit's name: what is found, where, and what is left alone."""

from __future__ import annotations

import pytest

from fanpage_names import load_units
from fanpage_names.gazetteer.other_words import OtherWordsFinder, shipped_finder
from fanpage_names.lang import Text
from fanpage_names.naming import canonical_names
from fanpage_names.text.reader import read_line
from fanpage_names.units.other_words import OtherWords, shipped_other_words


def found(text: str) -> list[tuple[str, str]]:
    line = read_line(text)
    return [(text[slice(*line.span(span.start, span.end))], span.kind) for span in shipped_finder().find(line)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Công an xã Hải Minh", [("Công an", "body")]),
        ("CÔNG AN XÃ HẢI MINH", [("CÔNG AN", "body")]),
        ("cong an xa hai minh", [("cong an", "body")]),
        ("hoinongdanxahaiminh", [("hoinongdan", "body")]),
        ("UBND xã Hải Trung, huyện Hải Hậu", [("UBND", "body")]),
        ("ubnd xa hai trung", [("ubnd", "body")]),
        ("Đoàn xã Hải Minh", [("Đoàn", "body")]),
        ("Đoàn TN xã Hải Minh", [("Đoàn TN", "body")]),
        ("CA xã Hải Anh", [("CA", "body")]),
        ("Trường THCS Hải Minh", [("Trường THCS", "body")]),
        ("trường Yên Thắng", [("trường", "body")]),
        ("Thư viện Nghĩa Hưng, Nam Định", [("Thư viện", "body")]),
        ("Huyện Hải Hậu - Kho bạc khu vực Hải Minh", [("Kho bạc khu vực", "body")]),
        (
            "Đảng ủy - HĐND - UBND - UBMTTQ xã Hải Minh",
            [("Đảng ủy", "body"), ("HĐND", "body"), ("UBND", "body")],
        ),
        (
            "Ban công tác Mặt trận thôn 5 xã Hải Anh",
            [("Ban công tác Mặt trận", "below-commune"), ("thôn", "below-commune")],
        ),
        ("Mặt trận thôn Trung, Hải Minh", [("thôn", "below-commune")]),
        ("Tổ dân phố Trung, Cồn, Hải Hậu", [("Tổ dân phố", "below-commune")]),
        ("Làng Nam Lợi (Hải Hậu, Nam Định)", [("Làng", "below-commune")]),
        ("Tổ 5 phường Cửa Nam", [("Tổ", "below-commune")]),
        ("mat tran thon 5 xa hai anh", [("thon", "below-commune")]),
        ("45 Vị Hoàng, TP. Nam Định", [("45", "place")]),
        ("Số 8 Bà Triệu - TP Nam Định", [("Số", "place")]),
        ("nga ba cho Loi vu ban nam dinh", [("nga ba", "place")]),
        ("Quảng trường 3-2", [("Quảng trường", "place")]),
        ("Fanpage Mặt trận Hải Minh 2024", [("Fanpage", "harmless"), ("2024", "harmless")]),
        ("UBMTTQ và các đoàn thể xã Hải Minh", [("và các đoàn thể", "shared")]),
    ],
)
def test_finds(text: str, spans: list[tuple[str, str]]) -> None:
    assert found(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mặt trận Trường Thi TP Nam Định Nam Định",
        "mat tran vu ban nam dinh",
        "MTTQ huyện vụ bản",
        "Mặt trận Vụ bản",
        "Mặt trận Hải Hậu Nam đình",
        "Hội An",
        "Chợ Mới An Giang",
        "Mặt trận Đoàn Xá",
        "Mặt trận xã Đoàn Kết",
        "Mặt trận xã Quảng Trường",
        "Tân Hiệp Hội An Quảng Nam",
        "Xuâm Trường",
        "thành phố Nam Định",
        "1. Hải Minh",
        "1 xã Hải Minh",
        "12 Mặt trận Hải Minh",
        "Mặt trận tổ quốc",
        "Ông Công Ân",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "units", ["nam_dinh_2021", "ninh_binh_2025", "lang_son_2021", "thanh_hoa_2024", "an_giang_2021"]
)
def test_official_names_hold_no_other_words(units: str) -> None:
    listed = load_units(units)
    for style in ("short", "full"):
        for name in canonical_names(listed, style).values():
            for text in (name, name.upper(), name.removeprefix("Mặt trận ")):
                assert found(text) == [], text


@pytest.mark.slow
@pytest.mark.parametrize("units", ["vn_2021", "vn_2024", "vn_2025"])
def test_no_official_name_of_the_country_holds_any_but_trang(units: str) -> None:
    """A commune of Gia Lai is called Trang, like a page."""
    for name in canonical_names(load_units(units), "short").values():
        assert found(name) in ([], [("Trang", "harmless")]), name


def test_every_word_is_found_by_itself() -> None:
    """Before what it needs; a phrase that is a name when written with capitals is found in small letters."""
    follows = {"words": "", "before_type": " xã", "before_number": " 5", "beginning": " đâu đó xã Hải Minh"}
    for entry in shipped_other_words():
        for before, words in entry.words.items():
            for word in words:
                text = word + follows[before]
                kinds = {kind for _, kind in [*found(text), *found(f"Xem: {text}")]}
                assert entry.kind in kinds, word


def test_words_of_ones_own() -> None:
    word = OtherWords("body", Text("Hội Tem", "a stamp collectors' club"), {"words": ["Hội Tem"]})
    spans = OtherWordsFinder([word]).find(read_line("Hội Tem Hải Hậu"))
    assert [(span.start, span.end, span.name.en) for span in spans] == [(0, 6, "a stamp collectors' club")]
