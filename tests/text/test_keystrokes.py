from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

import pytest

from fanpage_names.text.decoded import Decoded
from fanpage_names.text.fold import fold_letters
from fanpage_names.text.keystrokes import decode_telex, decode_vni_keys
from fanpage_names.text.syllable import is_syllable, replace_tone
from tests.corpus.encoders import KeyPlace, telex, vni_keys


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Mawtj Mawjt Matwj MAWTJ", "Mặt Mặt Mặt MẶT"),
        ("Haauj Hauaj Hauja", "Hậu Hậu Hậu"),
        ("DDinhj Ddinhj Dinhdj DDINHJ dinhdj", "Định Định Định ĐỊNH định"),
        ("Truwowngf Truowngf Truongwf Trwowngf tuwf thuowr luuw", "Trường Trường Trường Trường từ thuở lưu"),
        ("Hoaf Thuyr quys ginf khuyur giuwax quynhf", "Hòa Thủy quý gìn khuỷu giữa quỳnh"),
        ("hoawcj quawn Quowis", "hoặc quăn Quới"),
        ("Mặt trận Hair Haauj fanpage 2022", "Mặt trận Hải Hậu fanpage 2022"),
        ("HairHaauj hairhaauj", "HảiHậu hảihậu"),
        ("Kroong Hair", "Krông Hải"),
    ],
)
def test_telex(raw: str, text: str) -> None:
    decoded = decode_telex(raw)
    assert decoded is not None
    assert decoded.text == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Ma85t Mat85 MA85T", "Mặt Mặt MẶT"),
        ("D9i5nh Dinh95 d9inh5", "Định Định định"),
        ("Tru7o7ng2 Truo7ng2 Truong72 Thuo73", "Trường Trường Trường Thuở"),
        ("Hoa2 Thuy3 quy1", "Hòa Thủy quý"),
        ("Mặt trận Ha3iHa65u P1 2022", "Mặt trận HảiHậu P1 2022"),
    ],
)
def test_vni_keys(raw: str, text: str) -> None:
    decoded = decode_vni_keys(raw)
    assert decoded is not None
    assert decoded.text == text


def test_places() -> None:
    decoded = decode_telex("Nam DDinhj")
    assert decoded is not None
    assert decoded.starts == (0, 1, 2, 3, 4, 6, 7, 8, 10)


@pytest.mark.parametrize(
    "raw", ["Mặt trận Hải Hậu", "Mat tran Hai Hau", "Ngoong Boong", "UBMTTQ TP", "Hảix ậuj", "Mặtj", "aa" * 50, ""]
)
def test_leaves_what_is_no_telex(raw: str) -> None:
    assert decode_telex(raw) is None


@pytest.mark.parametrize("raw", ["Mặt trận Hải Hậu", "Mat tran 2022", "P1", "2a", "Dinh2022", "Mặt1", ""])
def test_leaves_what_is_no_vni(raw: str) -> None:
    assert decode_vni_keys(raw) is None


@pytest.mark.parametrize("place", get_args(KeyPlace))
@pytest.mark.parametrize(
    ("type_word", "decode", "exceptions"), [(telex, decode_telex, 69), (vni_keys, decode_vni_keys, 6)]
)
def test_inverts_the_typing_of_all_names(
    national_names: list[str],
    type_word: Callable[[str, KeyPlace], str],
    decode: Callable[[str], Decoded | None],
    exceptions: int,
    place: KeyPlace,
) -> None:
    """All but names from other languages: some letters of theirs are keys (Bar, Wi, Rooi), some have no syllables."""
    failed = []
    for name in national_names:
        page = " ".join(map(replace_tone, ["Mặt", "trận", *re.findall(r"[^\W\d_]+", name)]))
        decoded = decode(" ".join(type_word(word, place) for word in page.split()))
        if decoded is None or decoded.text != page:
            failed.append(name)
    assert len(failed) <= exceptions, failed
    assert not [name for name in failed if all(map(is_syllable, name.split())) and "oo" not in fold_letters(name)]
