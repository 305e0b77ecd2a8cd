from __future__ import annotations

from itertools import combinations
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanpage_names.text.compare import (
    CASE,
    EQUAL,
    I_Y,
    LETTERS,
    MARKS_MISSING,
    MARKS_WRONG,
    TONE_PLACEMENT,
    compare,
    merge,
)

FLAGS = (CASE, TONE_PLACEMENT, I_Y, MARKS_MISSING, MARKS_WRONG, LETTERS)
letters = st.sampled_from("aAăÂấáàeêiIíịyYýỵoơộuưđĐdDhHnNgmtqQlï")
words = st.text(letters, min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("found", "expected", "difference"),
    [
        ("Hải", "Hải", EQUAL),
        ("TP", "TP", EQUAL),
        ("Tp", "TP", CASE),
        ("HẢI", "Hải", CASE),
        ("Thuỷ", "Thủy", TONE_PLACEMENT),
        ("THUỶ", "Thủy", CASE | TONE_PLACEMENT),
        ("Haỉ", "Hải", TONE_PLACEMENT),
        ("Thúy", "Thủy", MARKS_WRONG),
        ("Thuý", "Thủy", MARKS_WRONG),
        ("Mĩ", "Mỹ", I_Y),
        ("Vỵ", "Vị", I_Y),
        ("Í", "Ý", I_Y),
        ("Quí", "Quý", I_Y),
        ("Mi", "Mỹ", I_Y | MARKS_MISSING),
        ("mí", "Mỹ", CASE | I_Y | MARKS_WRONG),
        ("Thui", "Thủy", LETTERS),
        ("hai", "hay", LETTERS),
        ("Hãi", "Hải", MARKS_WRONG),
        ("Hâu", "Hậu", MARKS_WRONG),
        ("Hái", "Hai", MARKS_WRONG),
        ("hai", "Hải", CASE | MARKS_MISSING),
        ("Dinh", "Định", MARKS_MISSING),
        ("Dịnh", "Định", MARKS_WRONG),
        ("Đam", "Dam", MARKS_WRONG),
        ("Địng", "Định", LETTERS),
        ("ĐỊNG", "Định", LETTERS | CASE),
        ("địng", "Định", LETTERS | CASE),
        ("ĐịnG", "Định", LETTERS),
        ("X", "Định", LETTERS),
        ("Нам", "нам", CASE),
        ("lǖ", "lǘ", MARKS_WRONG),
    ],
)
def test_compare(found: str, expected: str, difference: int) -> None:
    assert compare(found, expected) == difference


@pytest.mark.parametrize(
    ("found", "expected", "keep", "merged"),
    [
        ("HAI", "Hải", CASE, "HẢI"),
        ("HAI", "Hải", MARKS_MISSING, "Hai"),
        ("mí", "Mỹ", I_Y, "Mĩ"),
        ("mí", "Mỹ", MARKS_WRONG, "Mý"),
        ("mí", "Mỹ", CASE | I_Y, "mĩ"),
        ("THUỶ", "Thủy", TONE_PLACEMENT, "Thuỷ"),
        ("ĐỊNG", "Định", CASE, "ĐỊNH"),
        ("ĐỊNG", "Định", LETTERS, "Địng"),
        ("ĐỊNG", "Định", MARKS_WRONG, "Định"),
        ("địng", "ĐịnH", LETTERS, None),
    ],
)
def test_merge(found: str, expected: str, keep: int, merged: str | None) -> None:
    assert merge(found, expected, keep) == merged


def check_merge(found: str, expected: str) -> None:
    for count in range(len(FLAGS) + 1):
        for flags in combinations(FLAGS, count):
            merged = merge(found, expected, sum(flags))
            if merged is not None:
                assert compare(merged, expected) == compare(found, expected) & sum(flags)
            else:
                assert compare(found, expected) & LETTERS


@given(found=words, expected=words)
def test_merge_keeps_what_it_is_asked_to(found: str, expected: str) -> None:
    check_merge(found, expected)


@given(expected=words, data=st.data())
def test_merge_of_words_with_the_same_letters(expected: str, data: st.DataObject) -> None:
    same = {
        "d": "dDđĐ",
        "i": "iIíìịyYýỳỵ",
        "y": "iIíìịyYýỳỵ",
        **{
            vowel: vowel + vowel.upper() + marked
            for vowel, marked in zip("aeou", ("ăấÁạ", "êếẸ", "ơộÓ", "ưựÚ"), strict=True)
        },
    }
    found = "".join(
        data.draw(st.sampled_from(same.get(normalize("NFD", letter)[0].lower(), letter)))
        if letter not in "đĐ"
        else data.draw(st.sampled_from("dDđĐ"))
        for letter in expected
    )
    check_merge(found, expected)


@given(found=st.text(), expected=st.text())
def test_compares_any_text(found: str, expected: str) -> None:
    assert (compare(found, expected) == EQUAL) == (found == expected)
    assert compare(expected, expected) == EQUAL
