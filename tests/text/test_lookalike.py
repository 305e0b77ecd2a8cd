from __future__ import annotations

from unicodedata import name

import pytest

from fanpage_names.text.lookalike import LOOKALIKES

ALPHABET = "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYaăâbcdđeêghiklmnoôơpqrstuưvxy"
TONED = "ÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Nam Ðịnh", "Nam Định"),
        ("ðịnh Ɖịnh ɖịnh", "định Định định"),
        ("Nаm Нải Хuân", "Nam Hải Xuân"),
        ("Ηải Αn", "Hải An"),
        ("Ｎａｍ ２０２２", "Nam 2022"),
        ("𝐍𝐚𝐦 𝓝𝓪𝓶 𝟙", "Nam Nam 1"),
        ("ℎ Ⅹ ɴᴀᴍ Ⓝⓐⓜ", "h X nam Nam"),
        ("ά ё ї", "á ë ï"),
    ],
)
def test_lookalikes(text: str, latin: str) -> None:
    assert text.translate(LOOKALIKES) == latin


@pytest.mark.parametrize("text", ["Mặt trận Hải Hậu, Nam Định – 2022", ALPHABET, TONED, TONED.lower(), "½ ª º ™ ® é ñ"])
def test_leaves_what_is_right(text: str) -> None:
    assert text.translate(LOOKALIKES) == text


def test_maps_other_characters_to_latin_ones() -> None:
    for code, latin in LOOKALIKES.items():
        assert chr(latin).isascii() or name(chr(latin)).startswith("LATIN ")
        assert latin not in LOOKALIKES
        assert not chr(code).isascii()
