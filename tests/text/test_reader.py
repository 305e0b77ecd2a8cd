"""What is read as a whole is what reading letter by letter finds."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names.text.clusters import ClusterReader
from fanpage_names.text.line import Line, char_class
from fanpage_names.text.reader import read_line
from tests.names_strategies import any_text, mixtures

PARTS = (
    *("Hải", "Hậu", "Nam Định", "Thuỷ", "quý", "1", " ", "  ", "\u00a0", "\t", " - ", ".", "(", "”", "+"),
    *("\u0301", "\u0323", "\u0302", "\u031b", "\u0341", "\u034f", "a\u0309", "â\u0323", "e\u0302\u0301"),
    *("\u200b", "\u00ad", "\ufeff", "\u200d", "\u2060", "\u061c"),
    *("м", "Н", "ð", "Ð", "Ｍ", "ａ", "𝐌", "𝐚\u0309", "Ⓐ", "ά", "ſ", "\u212a", "ß"),
    *("★", "®", "👍🏽", "❤\ufe0f", "👨\u200d👩", "1\ufe0f\u20e3", "#\u20e3", "🇻🇳", "→", "①", "\u037e", "\u2126"),
)
texts = st.lists(st.sampled_from(PARTS), max_size=12).map("".join) | any_text | mixtures
checked = settings(max_examples=1000, deadline=None)


def spans(line: Line) -> list[tuple[int, int]]:
    return [line.span(letter, letter + 1) for letter in range(len(line.letters))]


def odd(line: Line) -> list[int]:
    """Where something stands between words that a gap may not be, invisible characters apart."""

    def seen(at: int) -> str:
        start, end = line.gap(at)
        return "".join(char for char in line.text[start:end] if char_class(char) != "invisible")

    inner = range(1, len(line.letters))
    return [at for at in line.odd if seen(at) not in ({" "} if at in inner else {""})]


@checked
@given(texts | texts.map(lambda raw: unicodedata.normalize("NFD", raw)))
def test_quick_and_careful_reading_agree(raw: str) -> None:
    quick, careful = read_line(raw), ClusterReader(raw).line()
    assert quick.letters == careful.letters
    assert "".join(quick.clean) == "".join(careful.clean)
    assert quick.bounds == careful.bounds
    assert spans(quick) == spans(careful)
    assert quick.faults == careful.faults
    assert odd(quick) == odd(careful)
    assert quick.length == careful.length


@pytest.mark.parametrize(
    ("raw", "kinds"),
    [
        ("Hải\u037eHậu", []),
        ("Ha\u0309i Hậu", ["decomposed"]),
        ("Hải\u200b Hậu\u200b", ["invisible", "invisible"]),
        ("Нải Ha\u0323\u0302u\u200b", ["lookalike", "decomposed", "invisible"]),
        ("𝐇𝐚\u0309i", ["lookalike", "lookalike"]),
    ],
)
def test_faults_in_order(raw: str, kinds: list[str]) -> None:
    assert [fault.kind for fault in read_line(raw).faults] == kinds
