from __future__ import annotations

import pytest

from fanpage_names.text.viqr import decode_viqr
from tests.corpus.encoders import viqr


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Ma(.t tra^.n Ha?i Minh Ha?i Ha^.u Nam DDi.nh", "Mặt trận Hải Minh Hải Hậu Nam Định"),
        ("MA(.T TRA^.N NAM Ddi.nh, dda`o", "MẶT TRẬN NAM Định, đào"),
        ("Tru+o+`ng Tru*o*`ng", "Trường Trường"),
        ("Ha?i Ha^.u.", "Hải Hậu."),
        ("Ha?i Ha\\. Ha.", "Hải Ha. Hạ"),
        ("Mặt trận X.Ha?i Ha^.u", "Mặt trận X.Hải Hậu"),
        ("Mặt trận Hải Ha^.u", "Mặt trận Hải Hậu"),
        ("Ha?i Ha^.u - TT.Li\\.", "Hải Hậu - TT.Li."),
    ],
)
def test_decode(raw: str, text: str) -> None:
    decoded = decode_viqr(raw)
    assert decoded is not None
    assert decoded.text == text


def test_places() -> None:
    decoded = decode_viqr("Nam DDi.nh")
    assert decoded is not None
    assert decoded.starts == (0, 1, 2, 3, 4, 6, 8, 9, 10)


@pytest.mark.parametrize("raw", ["Mặt trận Hải Hậu.", "Mat tran Hai Hau.", "Nam Dinh?", "Hai (Hau)", "'Hai Hau'", ""])
def test_leaves_other_text(raw: str) -> None:
    assert decode_viqr(raw) is None


@pytest.mark.parametrize("capital_bar", ["DD", "Dd"])
def test_inverts_the_encoding_on_all_names(national_names: list[str], capital_bar: str) -> None:
    for name in national_names:
        page = f"Mặt trận {name}"
        decoded = decode_viqr(viqr(page, capital_bar))
        assert decoded is not None
        assert decoded.text == page
