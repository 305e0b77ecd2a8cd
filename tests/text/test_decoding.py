"""All decodings together: each old writing of a right name is among them, and leads back to its places."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from fanpage_names import load_units
from fanpage_names.naming import canonical_names
from fanpage_names.text.decoding import KEYSTROKES, decodings, possible_encodings
from tests.corpus import encoders
from tests.names_strategies import any_text, mixtures

Encoder = Callable[[str], str]


def typed(keys: Callable[[str, encoders.KeyPlace], str], place: encoders.KeyPlace) -> Encoder:
    return lambda text: " ".join(keys(word, place) for word in text.split(" "))


WAYS: list[tuple[str, Encoder]] = [
    ("UTF-8", encoders.utf8_as_cp1252),
    ("UTF-8", encoders.utf8_as_latin1),
    ("VNI-Windows", encoders.vni_windows),
    ("VIQR", encoders.viqr),
    ("Telex", typed(encoders.telex, "inside")),
    ("Telex", typed(encoders.telex, "end")),
    ("Telex", typed(encoders.telex, "late")),
    ("VNI", typed(encoders.vni_keys, "inside")),
    ("VNI", typed(encoders.vni_keys, "end")),
    ("VNI", typed(encoders.vni_keys, "late")),
]


@pytest.mark.parametrize(("name", "encode"), WAYS)
def test_every_official_name_is_among_the_decodings(name: str, encode: Encoder) -> None:
    for official in canonical_names(load_units("nam_dinh_units"), "short").values():
        found = {decoded.text for decoding, decoded in decodings(encode(official)) if decoding == name}
        assert official in found


def test_tcvn3_has_no_capitals_with_tones() -> None:
    for official in canonical_names(load_units("nam_dinh_units"), "short").values():
        found = {decoded.text.lower() for name, decoded in decodings(encoders.tcvn3(official)) if name == "TCVN3"}
        assert official.lower() in found


@pytest.mark.parametrize(("name", "encode"), [*WAYS, ("TCVN3", encoders.tcvn3)])
def test_places_lead_back(name: str, encode: Encoder) -> None:
    raw = f"{encode('Mặt trận')} - {encode('Hải Hậu')}"
    for decoding, decoded in decodings(raw):
        assert len(decoded.starts) == len(decoded.text) + 1
        assert list(decoded.starts) == sorted(decoded.starts)
        if decoding == name:
            at = decoded.text.index(" - ")
            assert raw[decoded.starts[at] : decoded.starts[at + 3]] == " - "


@pytest.mark.parametrize(("name", "encode"), [*WAYS, ("TCVN3", encoders.tcvn3)])
@pytest.mark.parametrize("written", [str, str.upper, str.lower])
def test_the_quick_decoder_says_what_the_careful_one_says(
    name: str, encode: Encoder, written: Callable[[str], str]
) -> None:
    """Also where each letter came from; a text with a byte or a key that fits nowhere is left to the careful one."""
    both = 0
    for official in canonical_names(load_units("nam_dinh_units"), "full").values():
        raw = encode(written(official))
        quick = dict(decodings(raw, [name], quick=True)).get(name)
        careful = dict(decodings(raw, [name])).get(name)
        if quick is not None and careful is not None:
            both += quick.text == careful.text
            assert quick.text != careful.text or list(quick.starts) == list(careful.starts)
    assert both > 200


def test_keystrokes_are_decodings() -> None:
    assert {name for name, _ in decodings("Ha3i Haauj")} == KEYSTROKES


@pytest.mark.parametrize("raw", ["Mặt trận Hải Hậu Nam Định", "", "Hà Nội", "tin", "2022", "-"])
def test_right_names_need_no_decoding(raw: str) -> None:
    assert list(decodings(raw)) == []


@settings(max_examples=300, deadline=None)
@given(raw=any_text | mixtures)
def test_any_text(raw: str) -> None:
    found = list(decodings(raw))
    assert {name for name, _ in found} <= {*possible_encodings(raw)}
    for _, decoded in found:
        assert decoded.text != raw
        assert len(decoded.starts) == len(decoded.text) + 1
        assert all(0 <= place <= len(raw) for place in decoded.starts)
        assert list(decoded.starts) == sorted(decoded.starts)
