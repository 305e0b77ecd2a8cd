from __future__ import annotations

import pytest

from fanpage_names.text.tcvn3 import decode_tcvn3, tcvn3_holds
from tests.corpus.encoders import tcvn3


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("MÆt trËn H¶i Minh H¶i HËu Nam §Þnh", "Mặt trận Hải Minh Hải Hậu Nam Định"),
        ("MÆT TRËN H¶I HËU NAM §ÞNH", "MẶT TRẬN HẢI HẬU NAM ĐỊNH"),
        ("§µo §\xadêng", "Đào Đường"),
        ("§µO", "ĐÀO"),
        ("H¹ Long", "Hạ Long"),
        ("ý Yªn", "ý Yên"),
        ("Mặt trận Lộc Hòa Nam §Þnh", "Mặt trận Lộc Hòa Nam Định"),
        ("Mat tran H¶i HËu (Nam §Þnh) 2022", "Mat tran Hải Hậu (Nam Định) 2022"),
        ("H¶iHËu", "HảiHậu"),
    ],
)
def test_decode(raw: str, text: str) -> None:
    decoded = decode_tcvn3(raw)
    assert decoded is not None
    assert decoded.text == text
    assert decoded.starts == tuple(range(len(raw) + 1))


@pytest.mark.parametrize("raw", ["Mặt trận Hải Hậu Nam Định", "Mat tran Hai Hau", "Hòa Bình", ""])
def test_leaves_other_text(raw: str) -> None:
    assert decode_tcvn3(raw) is None


def test_inverts_the_encoding_on_all_names(national_names: list[str]) -> None:
    for name in national_names:
        page = f"Mặt trận {name}"
        decoded = decode_tcvn3(tcvn3(page))
        assert decoded is not None
        assert decoded.text == "".join(letter if tcvn3_holds(letter) else letter.lower() for letter in page)


def test_inverts_the_encoding_on_capitals(national_names: list[str]) -> None:
    for name in national_names:
        page = "MẶT TRẬN " + name.upper()
        decoded = decode_tcvn3(tcvn3(page))
        assert decoded is not None
        assert decoded.text.upper() == page


@pytest.mark.parametrize(
    ("letter", "holds"), [("Đ", True), ("Ê", True), ("ý", True), ("A", True), ("Ý", False), ("Ả", False)]
)
def test_holds(letter: str, holds: bool) -> None:
    assert tcvn3_holds(letter) is holds
