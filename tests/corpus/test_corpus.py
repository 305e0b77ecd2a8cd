"""The corpus itself: its old encodings are the published ones, and it covers the rules it claims to."""

from __future__ import annotations

import unicodedata
from functools import cache

import pytest

from . import encoders
from .build import corpus, worlds
from .draft import Case
from .elsewhere import elsewhere

_NAME = "Mặt trận Hải Minh Hải Hậu Nam Định"
_CODES = (
    *("FN101", "FN102", "FN103", "FN104", "FN105", "FN106", "FN201", "FN202", "FN203", "FN204", "FN205", "FN206"),
    *("FN301", "FN302", "FN303", "FN304", "FN305", "FN306", "FN401", "FN402", "FN403", "FN404", "FN405", "FN406"),
    *("FN407", "FN408", "FN409", "FN501", "FN502", "FN503", "FN701", "FN702"),
)


@cache
def _corpus() -> list[Case]:
    return corpus(worlds()[0], 5, 60)


@pytest.mark.parametrize(
    ("written", "encoded"),
    [
        (encoders.tcvn3(_NAME), "MÆt trËn H¶i Minh H¶i HËu Nam §Þnh"),
        (encoders.tcvn3("Ý Yên"), "ý Yªn"),
        (encoders.tcvn3("NGHĨA HƯNG"), "NGHÜA H¦NG"),
        (encoders.vni_windows(_NAME), "Maët traän Haûi Minh Haûi Haäu Nam Ñònh"),
        (encoders.vni_windows("MẶT TRẬN"), "MAËT TRAÄN"),
        (encoders.viqr(_NAME), "Ma(.t tra^.n Ha?i Minh Ha?i Ha^.u Nam DDi.nh"),
        (encoders.viqr("Xuân Trường"), "Xua^n Tru+o+`ng"),
        (encoders.utf8_as_cp1252("Hải"), "Háº£i"),
        (encoders.utf8_as_latin1("Đ"), "Ä\x90"),
    ],
)
def test_encoder_writes_the_published_form(written: str, encoded: str) -> None:
    assert written == encoded


@pytest.mark.parametrize(
    ("word", "telex", "vni"),
    [
        ("Mặt", ("Mawjt", "Mawtj", "Matwj"), ("Ma85t", "Ma8t5", "Mat85")),
        ("Trường", ("Truowfng", "Truowngf", "Truongwf"), ("Truo72ng", "Truo7ng2", "Truong72")),
        ("Định", ("Ddijnh", "Ddinhj", "Dinhdj"), ("D9i5nh", "D9inh5", "Dinh95")),
        ("Minh", ("Minh",) * 3, ("Minh",) * 3),
    ],
)
def test_keys_by_place(word: str, telex: tuple[str, ...], vni: tuple[str, ...]) -> None:
    places: tuple[encoders.KeyPlace, ...] = ("inside", "end", "late")
    assert tuple(encoders.telex(word, place) for place in places) == telex
    assert tuple(encoders.vni_keys(word, place) for place in places) == vni


def test_every_rule_has_names() -> None:
    owed = {code for case in _corpus() for code in case.codes}
    assert owed == set(_CODES)


def test_same_seed_same_corpus_other_seed_another() -> None:
    world = worlds()[2]
    first = corpus(world, 2, 20)
    assert first == corpus(world, 2, 20)
    assert first != corpus(world, 2, 20, seed="another")


def test_damage_shows() -> None:
    damaged = [case for case in _corpus() if case.group in ("single", "pair") and case.canonical]
    assert all(case.text != case.canonical and case.codes for case in damaged)
    assert all(("FN101" in case.codes) == (case.text != unicodedata.normalize("NFC", case.text)) for case in damaged)
    assert all(("FN701" in case.codes) == (len(case.text) > 75) for case in damaged)


def test_pairs_owe_two_codes() -> None:
    pairs = [case for case in _corpus() if case.group == "pair"]
    assert pairs
    assert all(len(case.codes) >= 2 for case in pairs)


def test_country_leaves_the_province_out() -> None:
    country = elsewhere(worlds()[0].units)
    assert "namdinh" not in country.names
    assert "thaibinh" in country.names
