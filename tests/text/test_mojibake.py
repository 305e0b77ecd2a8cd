from __future__ import annotations

from collections.abc import Callable

import pytest

from fanpage_names.text.mojibake import decode_mojibake
from tests.corpus.encoders import utf8_as_cp1252, utf8_as_latin1


def twice(text: str) -> str:
    return utf8_as_cp1252(utf8_as_cp1252(text))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Máº·t tráº­n Háº£i Háº­u Nam Ä\x90á»‹nh", "Mặt trận Hải Hậu Nam Định"),
        ("Máº·t tráº­n Nam Äá»‹nh", "Mặt trận Nam Định"),
        ("Máº·t tráº­n Nam Ä?á»‹nh", "Mặt trận Nam Định"),
        ("XuÃ¢n TrÆ°á»ng", "Xuân Trường"),
        ("Máº·t tráº­n HÃ  Nam", "Mặt trận Hà Nam"),
        ("Máº·t tráº­n HÃ\xa0 Nam", "Mặt trận Hà Nam"),
        ("Máº·t tráº­n TÃ o HÃ", "Mặt trận Tào Hà"),
        ("Máº·t tráº­n Giá» Mặt Lộc", "Mặt trận Giá» Mặt Lộc"),
        ("Mặt trận Hải Háº­u Lãng", "Mặt trận Hải Hậu Lãng"),
        ("TRáº¬N LÃNG", "TRẬN LÃNG"),
    ],
)
def test_decode(raw: str, text: str) -> None:
    decoded = decode_mojibake(raw)
    assert decoded is not None
    assert decoded.text == text


def test_places() -> None:
    decoded = decode_mojibake("HÃ  Äá»‹nh")
    assert decoded is not None
    assert decoded.text == "Hà Định"
    assert decoded.starts == (0, 1, 3, 4, 5, 8, 9, 10)


@pytest.mark.parametrize("raw", ["Mặt trận Hải Hậu Nam Định", "LÃNG", "Mat tran", "Háy Hóa Lã", "\xe0\x80\x80", ""])
def test_leaves_other_text(raw: str) -> None:
    assert decode_mojibake(raw) is None


@pytest.mark.parametrize("encode", [utf8_as_cp1252, utf8_as_latin1, twice])
def test_inverts_the_encoding_on_all_names(national_names: list[str], encode: Callable[[str], str]) -> None:
    for name in national_names:
        raw = encode(name)
        decoded = decode_mojibake(raw)
        assert (decoded.text if decoded else raw) == name
