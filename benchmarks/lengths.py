"""How the time of a check grows with the length of the text: for each kind of text not faster than the length.

A text of more than 300 characters is not read as a name, so that length, the longest that is, is measured as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from benchmarks.figures import Figure, Section
from benchmarks.names import nam_dinh
from benchmarks.timing import best_seconds
from fanpage_names import Checker

_LENGTHS = (100, 300, 10_000)
_BASE = _LENGTHS[0]
_SLACK = 2
"""How far above the ratio of lengths a time may be."""

_KINDS: Mapping[str, str] = {
    "one letter": "a",
    "spaces": " ",
    "words of no name": "quán cà phê hoa sữa ",
    "an official name": "Mặt trận Hải Minh Hải Hậu Nam Định ",
    "no spaces": "MặttrậnHảiMinhHảiHậuNamĐịnh",
    "without marks": "mat tran hai minh hai hau nam dinh ",
    "many units": "Hải Minh Trực Hùng Nghĩa Hưng Yên Thắng Xuân Trường ",
    "nearly units": "Hải Mihn Trựt Hùng Nghĩ Hưn Yên Thắngg Xuân Trườn ",
    "punctuation": "Hải - Hậu, Nam. (Định) / ",
    "decomposed": "Ha\u0309i Ha\u0323\u0302u Nam Đi\u0323nh ",
    "invisible and symbols": "Hải\u200b Hậu\u00a0★ Nam\ufe0f Định ",
    "TCVN3": "MÆt trËn H¶i Minh H¶i HËu Nam §Þnh ",
    "Telex": "Mawtj traanj Hair Minh Hair Haauj Nam DDinhj ",
    "UTF-8 read as cp1252": "Máº·t tráº\u00adn Háº£i Háº\u00adu ",
}


def measure(*, quick: bool) -> Section:
    """Return the time of each kind of text at each length, as ratios to the shortest."""
    checker = Checker(nam_dinh())
    texts = {
        (kind, length): (piece * (length // len(piece) + 1))[:length]
        for kind, piece in _KINDS.items()
        for length in _LENGTHS
    }
    checks = {key: partial(checker.check, text) for key, text in texts.items()}
    taken = best_seconds(checks, rounds=3 if quick else 15)
    return Section(
        "Long texts",
        [
            Figure(
                f"{kind}, {length:,} characters",
                f"{taken[kind, length] * 1e6:,.0f} µs",
                taken[kind, length] / taken[kind, _BASE],
                f"{_BASE} characters",
                length / _BASE * _SLACK,
            )
            for kind in _KINDS
            for length in _LENGTHS[1:]
        ],
    )
