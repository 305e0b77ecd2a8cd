"""Counts, as people write them: how many follow a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanpage_names.text.counts import read_count


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1520", 1520),
        ("1.520", 1520),
        ("12.345", 12345),
        ("1,234", 1234),
        ("1.234.567", 1_234_567),
        ("1 234", 1234),
        ("1 234 567", 1_234_567),
        ("1,2K", 1200),
        ("1.2k", 1200),
        ("1,25 K", 1250),
        ("12K", 12_000),
        ("1,2 nghìn", 1200),
        ("3 ngàn", 3000),
        ("1,5 triệu", 1_500_000),
        ("2 tr", 2_000_000),
        ("1.234 người theo dõi", 1234),
        ("5 người", 5),
        ("500 người theo dõi", 500),
        ("2 nghìn người theo dõi", 2000),
        ("1,2K người theo dõi", 1200),
        ("khoảng 500", 500),
        ("~ 1.500", 1500),
        ("hơn 2K", 2000),
        ("trên 1.000 lượt", 1000),
        ("500+", 500),
        ("Người theo dõi: 98", 98),
        ("98 người theo dõi, 120 lượt thích", 98),
        ("0", 0),
        ("1234.0", 1234),
        ("1.234,0", 1234),
        ("1.234K", 1234),
        ("1.234.567K", 1_234_567_000),
        ("1234,56", 1234),
        ("1\u00a0234", 1234),
        ("1234567", 1_234_567),
        ("0,5K", 500),
    ],
)
def test_what_people_write(text: str, number: int) -> None:
    assert read_count(text) == number


@pytest.mark.parametrize("text", ["", " ", "chưa rõ", "không", "x", "K", "nghìn", "-"])
def test_what_says_nothing(text: str) -> None:
    assert read_count(text) is None


@given(st.integers(0, 10**9))
def test_any_number_however_it_is_grouped(number: int) -> None:
    for text in (str(number), f"{number:,}", f"{number:,}".replace(",", "."), f"{number:,}".replace(",", " ")):
        assert read_count(text) == number


@given(st.text())
def test_any_text_gives_a_number_or_none(text: str) -> None:
    found = read_count(text)
    assert found is None or found >= 0
