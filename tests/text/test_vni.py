from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanpage_names.text.vni import decode_all_vni, decode_vni, may_be_vni
from tests.corpus.encoders import vni_windows


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Maët traän Haûi Minh Haûi Haäu Nam Ñònh", "Mặt trận Hải Minh Hải Hậu Nam Định"),
        ("MAËT TRAÄN HAÛI HAÄU NAM ÑÒNH", "MẶT TRẬN HẢI HẬU NAM ĐỊNH"),
        ("MAët TRAän NAM ñòNH", "MẶt TRẬn NAM địNH"),
        ("Ñöôøng Só Yeân Myõ", "Đường Sĩ Yên Mỹ"),
        ("Mặt trận Só Hòa Nam Ñònh", "Mặt trận Só Hòa Nam Định"),
        ("Maët traän Tòng Bạt Nam Ñònh", "Mặt trận Tòng Bạt Nam Định"),
        ("HaûiHaäu", "HảiHậu"),
    ],
)
def test_decode(raw: str, text: str) -> None:
    decoded = decode_vni(raw)
    assert decoded is not None
    assert decoded.text == text


def test_places() -> None:
    decoded = decode_vni("Haûi Haäu")
    assert decoded is not None
    assert decoded.starts == (0, 1, 3, 4, 5, 6, 8, 9)


@pytest.mark.parametrize("raw", ["Mặt trận Hải Hậu Nam Định", "Mat tran Hai Hau", "Lộc Hòa", ""])
def test_leaves_other_text(raw: str) -> None:
    assert decode_vni(raw) is None


@pytest.mark.parametrize("small_marks", [False, True])
def test_inverts_the_encoding_on_all_names(national_names: list[str], small_marks: bool) -> None:
    marks = "ØÛÕÙÏÂÀÅÃÁÄÊÈÚÜÉË"
    for name in national_names:
        page = f"Mặt trận {name} {name.upper()}"
        raw = vni_windows(page)
        if small_marks:
            raw = raw.translate(str.maketrans(marks, marks.lower()))
        decoded = decode_vni(raw)
        assert (decoded.text if decoded else raw) == page


@pytest.mark.parametrize("raw", ["Hoàng", "Nam Hoàng", "MTTQ Hoàng Quang"])
def test_leaves_text_that_is_right_as_it_stands(raw: str) -> None:
    """Each is also the code of another name: "Hoàng" of "Hồng"."""
    assert decode_vni(raw) is None


@pytest.mark.parametrize(
    ("raw", "whole"),
    [
        ("Maët traän Nam Ñònh", True),
        ("Maët traän Hoàng Nam", True),
        ("Mặt trận Nam Ñònh", False),
        ("Maët traän Nam Định", False),
        ("MAËT TRAÄN XUÂN TRÖÔØNG", False),
        ("Nam Hoàng", False),
    ],
)
def test_may_be_whole(raw: str, whole: bool) -> None:
    assert may_be_vni(raw) is whole


@given(raw=st.text(st.sampled_from("aAeEuUyYoOiIdDøØûÛâÂàÀêÊèÈöÖôÔñÑòÒóî ")))
def test_every_letter_has_its_place(raw: str) -> None:
    for decoded in (decode_vni(raw), decode_all_vni(raw)):
        assert decoded is None or len(decoded.starts) == len(decoded.text) + 1


def test_a_text_of_many_words_is_read_in_one_way() -> None:
    """In as many ways as there are subsets of its spaces, it would never end."""
    assert not may_be_vni("Ha û " * 100 + "ệ")
