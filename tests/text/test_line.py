"""A text as letters in a row: every letter leads back to its place."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names.text.line import VIETNAMESE, CharFault, Line, char_class, emoji_at
from fanpage_names.text.reader import read_line
from tests.names_strategies import any_text, mixtures

checked = settings(max_examples=300, deadline=None)


def words(line: Line) -> list[str]:
    return [line.written(first, last) for first, last in pairwise(line.bounds)]


def places(line: Line) -> list[tuple[int, int]]:
    return [line.span(letter, letter + 1) for letter in range(len(line.letters))]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Mặt trận Hải Hậu", ["Mặt", "trận", "Hải", "Hậu"]),
        ("", []),
        (" ", []),
        ("  Hải - Hậu. ", ["Hải", "Hậu"]),
        ("Hải\u200b Hậu", ["Hải", "Hậu"]),
        ("Hải\u200bHậu", ["HảiHậu"]),
        ("Ha\u0309i Ha\u0323\u0302u", ["Hải", "Hậu"]),
        ("H\u00adải\u00a0Hậu", ["Hải", "Hậu"]),
        ("Nam \u00d0ịnh", ["Nam", "Định"]),
        ("N\u0430m", ["Nam"]),
        ("H.Hải/Hậu_(NĐ)", ["H", "Hải", "Hậu", "NĐ"]),
        ("Hải 🇻🇳 Hậu", ["Hải", "Hậu"]),
        ("Hải 1\ufe0f\u20e3", ["Hải"]),
        ("Hải 1", ["Hải", "1"]),
    ],
)
def test_words(raw: str, expected: list[str]) -> None:
    assert words(read_line(raw)) == expected


@pytest.mark.parametrize(
    ("raw", "faults"),
    [
        ("Hải Hậu", ()),
        ("Ha\u0309i", (CharFault("decomposed", 1, 3, "ả"),)),
        ("Ha\u0309i Hậu Mi\u0301nh", (CharFault("decomposed", 1, 12, "ải Hậu Mí"),)),
        ("Hải\u200b\u200b Hậu", (CharFault("invisible", 3, 5, ""),)),
        ("\ufeffHải", (CharFault("invisible", 0, 1, ""),)),
        ("\u00d0ịnh", (CharFault("lookalike", 0, 1, "Đ"),)),
        ("👨\u200d👩\u200d👧", ()),
    ],
)
def test_faults(raw: str, faults: tuple[CharFault, ...]) -> None:
    assert read_line(raw).faults == faults


@pytest.mark.parametrize(
    ("char", "expected"),
    [
        ("a", "word"),
        ("ệ", "word"),
        ("7", "word"),
        ("\u0301", "mark"),
        (" ", "space"),
        ("\u00a0", "space"),
        ("\u3000", "space"),
        ("\n", "space"),
        ("\u200b", "invisible"),
        ("\x07", "invisible"),
        ("\u202e", "invisible"),
        ("\ud800", "invisible"),
        ("\ufe0f", "invisible"),
        ("-", "punctuation"),
        ("–", "punctuation"),
        ("|", "punctuation"),
        ("+", "punctuation"),
        ("•", "punctuation"),
        ("★", "symbol"),
        ("®", "symbol"),
    ],
)
def test_classes(char: str, expected: str) -> None:
    assert char_class(char) == expected


@pytest.mark.parametrize(
    ("raw", "end"),
    [
        ("★", 1),
        ("❤\ufe0f!", 2),
        ("👍🏽 ", 2),
        ("👨\u200d👩\u200d👧 Hải", 5),
        ("1\ufe0f\u20e3", 3),
        ("1", 0),
        ("a", 0),
        ("-", 0),
    ],
)
def test_emoji(raw: str, end: int) -> None:
    assert emoji_at(raw, 0) == end


@checked
@given(raw=any_text | mixtures)
def test_every_letter_has_its_place(raw: str) -> None:
    line = read_line(raw)
    count = len(line.letters)
    assert (line.text, line.decoding) == (raw, None)
    assert len(line.clean) == count
    assert (line.bounds[0], line.bounds[-1]) == (0, count)
    assert all(first < last for first, last in pairwise(line.bounds))
    spans = places(line)
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert line.length == len(unicodedata.normalize("NFC", raw))


@checked
@given(raw=any_text | mixtures)
def test_what_stands_between_is_what_is_left(raw: str) -> None:
    line = read_line(raw)
    if not line.letters:
        return
    edges = [line.gap(at) for at in line.bounds]
    spans = [line.span(first, last) for first, last in pairwise(line.bounds)]
    pieces = [raw[slice(*edges[0])]]
    for span, gap in zip(spans, edges[1:], strict=True):
        pieces += [raw[slice(*span)], raw[slice(*gap)]]
    assert "".join(pieces) == raw


@checked
@given(raw=any_text | mixtures)
def test_faults_lie_in_the_text(raw: str) -> None:
    for fault in read_line(raw).faults:
        written = raw[fault.start : fault.end]
        assert written
        assert written != fault.expected
        if fault.kind == "decomposed":
            assert fault.expected == unicodedata.normalize("NFC", written)
        if fault.kind == "invisible":
            assert fault.expected == ""


@checked
@given(raw=any_text | mixtures)
def test_what_follows_makes_no_difference_to_words(raw: str) -> None:
    line, longer = read_line(raw), read_line(f"{raw} -")
    assert (line.letters, words(line)) == (longer.letters, words(longer))
    assert (places(line), line.bounds) == (places(longer), longer.bounds)


@checked
@given(raw=st.text("abdeiouyADEOU  -" + VIETNAMESE))
def test_composed_and_decomposed_texts_have_the_same_letters(raw: str) -> None:
    composed, decomposed = (read_line(unicodedata.normalize(form, raw)) for form in ("NFC", "NFD"))
    assert (composed.letters, words(composed)) == (decomposed.letters, words(decomposed))
    assert composed.faults == ()
